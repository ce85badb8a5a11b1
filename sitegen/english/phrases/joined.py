"""Phrases of one sort joined by «و»: lists, clubs that share their fans, one man with two offices."""

from __future__ import annotations

from msgspec.structs import replace

from sitegen.english.phrases.borders import whole
from sitegen.english.phrases.edges import changed
from sitegen.english.phrases.idafa import both_of, halved, of_both
from sitegen.english.phrases.name_phrases import COUNTERPART
from sitegen.english.phrases.phrase import HUMAN, NP, Reader, head_of
from sitegen.english.phrases.phrase_parts import nameless_office
from sitegen.english.words import wording
from sitegen.english.words.adjectives import demonyms
from sitegen.english.words.grammar import grammar
from sitegen.english.words.lines import COMMA
from sitegen.english.words.tagging import Sentence
from sitegen.english.words.verbs import verb_form
from sitegen.english.words.word_forms import singular


def _again(np: NP, more: NP) -> str:
    """Return the word that two nouns are in English: «مواجهات واشتباكات» clashes; none of figures."""
    word = np.en.rsplit(" ", 1)[-1]
    counted = any(char.isdigit() for char in np.en + more.en)
    twice = f" {head_of(more.en)}".endswith(f" {word}") and head_of(np.en) == np.en
    return word if np.plural and more.plural and twice and not counted else ""


def _of_two(s: Sentence, j: int, np: NP, more: NP) -> NP | None:
    """Return the prices of two goods, «أسعار النفط والغاز» oil and gas prices."""
    goods, _, word = np.en.rpartition(" ")
    if word not in grammar().of_stuff or " of " in np.en or not goods or s.key(j)[:3] != "وال":
        return None
    other, into, where = more.en.partition(" in ")
    if other not in grammar().sorts["commodities"]:
        return None  # «إنتاج النفط والأمن»
    return replace(np, end=more.end, en=f"{goods} and {other} {word}{into}{where}")


def _power(np: NP) -> bool:
    return np.kind in HUMAN or np.acts


def _after_comma(s: Sentence, j: int) -> bool:
    """Say whether only a comma stands before word `j`: «بين الفلسطينيين، وقوات الاحتلال»."""
    return j < len(s.tokens) and s.gaps[j] in COMMA


def joined(s: Sentence, np: NP, read: Reader, *, between: bool = False) -> NP | None:
    """Join what follows `np` by «و» to it, where it is of one sort: «العراق وسوريا».

    Behind «بين» a country and a body are: «بين إسرائيل وحماس».
    """
    parts = [np]
    while not parts[0].owner:
        j, more = parts[-1].end, _added(s, parts, read, between=between)
        if more is None:
            break
        if not (between and _power(np) and _power(more)) and _of_several(np, more):
            return _of_both_clubs(np, more, first=len(parts) == 1)
        if more.entity and more.en != more.entity.en and nameless_office(np):
            return more  # «المهندس والباحث الأمني فلان»: one man
        if more.entity is None and (verb_form(s.key(j)[1:]) or not whole(s, more)):
            break
        if one := of_both(s, j, np, more):
            return one
        if len(parts) == 1 and halved(s, j, np, more):
            return both_of(s, j, np, more)
        if len(parts) == 1 and (pair := _of_two(s, j, np, more)):
            parts = [pair]
            break  # «أسعار النفط والغاز»
        if len(parts) == 1 and (word := _again(np, more)):
            parts = [replace(np, end=more.end, en=np.en.removesuffix(word) + more.en)]
            break  # «القضايا والملفات المهمة»: two words for the important issues
        if _of_it(parts[-1], more, first=len(parts) == 1):
            parts[-1] = _with(parts[-1], more)
            continue  # «مكافحة البطالة وتحسين خدمات المياه والكهرباء»
        if len(parts) == 1 and _of_either(s, np, more):
            break
        parts.append(more)
    return parts[0] if len(parts) == 1 else _list(np, _of_one_nation(parts))


def _added(s: Sentence, parts: list[NP], read: Reader, *, between: bool) -> NP | None:
    """Read what «و» adds behind the last of `parts`, None where nothing of their sort does."""
    np, j = parts[0], parts[-1].end
    person = np.kind == "person" and not (np.definite or np.proper or np.plural)
    apart = _after_comma(s, j) and len(parts) == 1 and (between or person)  # «مقتل ضابط، وجندي»
    if s.hard(j) and not apart:
        return None
    if s.key(j)[:1] != "و" or len(parts) > 3 or changed(s, j) or s.key(j)[1:] in grammar().thirds:
        return None  # «وشيكا»: imminent, no cheque
    more = read(s, j, "و")
    more = _peer(np, more) or more
    if more is None or more.owner:
        return None
    if np.kind == "org" and np.en.endswith("Ministry") and more.kind != "org":
        return None  # «وزارة الصحة والسكان»: of both
    if between and _power(np) and _power(more):
        return more
    if s.hard(j) and (more.kind != "person" or more.definite or more.proper):
        return None
    alike = all((more.kind in kinds) == (np.kind in kinds) for kinds in (HUMAN, ("place",)))
    return more if alike else None  # «مقتل جنود وموسكو تسلم …»


def _peer(np: NP, more: NP | None) -> NP | None:
    """Return somebody's counterpart as a phrase by itself: «الوزير ونظيره المصري»."""
    if more is None or not (more.owner and more.en.endswith(COUNTERPART)) or np.kind != "person" or np.plural:
        return None
    return replace(more, en=more.of("her" if np.fem else "his"), owner="", definite=False, proper=True)


def with_peer(np: NP, more: NP | None) -> NP | None:
    """Return somebody and the counterpart who stands behind the verb: «الوزير يبحث ونظيره التركي …»."""
    peer = _peer(np, more)
    return _list(np, [np, peer]) if peer else None


def _of_several(np: NP, more: NP) -> bool:
    """Say whether a name may be of whom several things or persons are besides: «جماهير النصر والهلال»."""
    return np.plural and more.proper and more.kind != np.kind and np.en != np.en.lower()


def _of_both_clubs(np: NP, more: NP, *, first: bool) -> NP | None:
    """Join a second club to what the first one has: fans of both."""
    both = first and more.kind == "org" and more.parts == 1
    club, _, players = np.en.rpartition(" ")
    if both and club[:1].isupper() and singular(players) in grammar().sorts["squad"]:
        return replace(np, end=more.end, en=f"{club} and {more.en} {players}")
    return replace(np, end=more.end, en=f"{np.en} and {more.full}") if both and " of " in np.en else None


def _of_it(deed: NP, more: NP, *, first: bool) -> bool:
    """Say whether a deed is done to a second thing: «مكافحة المخدرات والمؤثرات العقلية» fight both."""
    if deed.kind != "event" or not (deed.whole or " of " in deed.en):
        return False
    if not first:
        return more.kind == "thing"
    things = more.kind == "thing" or (more.kind == "event" and more.plural)
    told = bool(deed.infinitive) and deed.definite and more.definite
    return things and told and not (more.entity or more.whole)


def _of_either(s: Sentence, np: NP, more: NP) -> bool:
    """Say whether a noun may complete what it follows: «قانون مكافحة الإرهاب والجريمة» is on crime, too."""
    bare = more.end == np.end + 1 and s.key(np.end).startswith("وال") and more.kind == "event"
    return bare and np.kind == "thing" and np.definite and not (np.plural or np.entity) and " " in np.en


def _with(deed: NP, more: NP) -> NP:
    """Return a deed that is done to one thing more."""
    what = more.en if more.plural or more.stuff else more.full
    infinitive = f"{deed.infinitive} and {what}" if deed.infinitive else ""
    return replace(deed, end=more.end, en=f"{deed.en} and {what}", infinitive=infinitive)


def _of_one_nation(parts: list[NP]) -> list[NP]:
    """Say of all what the last says: «الشركات والمؤسسات السعودية» the Saudi companies and institutions."""
    *first, last = parts
    if last.kind not in ("org", "place") or not all(_plain(np, last.kind) for np in first):
        return parts
    nation = next((n for n in demonyms().values() if last.en.startswith(f"{n} ")), "")
    if not nation:
        return parts
    some, of, noun = first[0].en.rpartition("most " if first[0].en.startswith("most ") else " of ")
    the = "the " if noun.startswith("the ") else ""
    head = replace(first[0], en=f"{some}{of}{the}{nation} {noun.removeprefix('the ')}")
    bare = replace(last, en=last.en.removeprefix(f"{nation} "))
    return [head, *(replace(np, definite=False) for np in (*first[1:], bare))]


def _plain(np: NP, kind: str) -> bool:
    """Say whether a phrase tells several of a kind and of no nation."""
    return np.plural and np.kind == kind and np.entity is None and np.en.islower()


def _list(np: NP, parts: list[NP]) -> NP:
    """Return phrases of one sort as one that begins with `np`."""
    some = np.en.startswith(grammar().quantities)  # «بعض الضباط وقادة الكتائب»: some leaders as well
    infinitive = wording.listed([p.infinitive for p in parts]) if all(p.infinitive for p in parts) else ""
    told = [p.en if some or _general(p, parts) else p.full for p in parts]
    return NP(
        parts[-1].end, wording.listed(told), np.kind,
        definite=all(p.definite or p.proper for p in parts), plural=True, proper=True,
        infinitive=infinitive, parts=len(parts), acts=all(p.acts for p in parts),
    )  # fmt: skip


def _general(np: NP, parts: list[NP]) -> bool:
    """Say whether a part needs no "the" beside one that has none: «الابتكار والإبداع», both."""
    plain = np.definite and np.en.islower() and not (np.whole or np.proper or np.entity)
    beside = any(p.definite and p.stuff and not (p.whole or p.entity) for p in parts)
    return plain and beside and (np.plural or np.kind == "event")
