"""Adjectives where they stand: those that agree with a noun phrase, in English order."""

from __future__ import annotations

from functools import cache, lru_cache

from msgspec.structs import replace

from sitegen.english.phrases.phrase import NP, head_of
from sitegen.english.words import wording
from sitegen.english.words.adjectives import Adjective, adjectives, demonyms, with_noun
from sitegen.english.words.grammar import grammar, number_value, phrase_end, preposition, small
from sitegen.english.words.lookup import NATION, QUALITY, shapes
from sitegen.english.words.nouns import nouns
from sitegen.english.words.tagging import Sentence
from sitegen.model import Entity
from sitegen.text.fold import match_key

_DASHES = frozenset("-–—/")
#: An ordinal in figures has so many: no year.
_FIGURES = 3
#: «الاثنين» is Monday.
_TWO = 2
#: The rank of what says of which sort a thing is: oil exports.
_NEXT = 3
_SOUTH = match_key("جنوب")
_LATELY = match_key("أخيرا")
_FROM = match_key("من")
_LEVEL = match_key("المستوى")
#: «منظمات عدة».
_MANY, _SEVERAL = match_key("عدة"), Adjective("several", 0, person=False, shape="f")


@lru_cache(maxsize=65536)
def _may_describe(word: str, lead: str) -> bool:
    """Say whether an adjective can begin with a word behind the clitics `lead`, whatever stands around it.

    >>> _may_describe("والحديثه", "و"), _may_describe("والحديثه", ""), _may_describe("القرار", "")
    (True, False, False)
    """
    if not word.startswith(lead):
        return False
    key = word[len(lead) :]
    bare = key.removeprefix("ال")
    if key in ("غير", _MANY) or bare == _SOUTH or bare.isdigit() or bare in grammar().numbers:
        return True
    known = adjectives()
    return key in known or key[2:] in known or key.removesuffix("ا") in known


def _bare(key: str) -> bool:
    """Say whether the ال at the head of an adjective is its own: «ألماني», «إلكتروني»."""
    return key in adjectives() and key[2:] not in adjectives()


def adjective(s: Sentence, j: int, np: NP, lead: str = "") -> tuple[int, Adjective] | None:
    """Read the adjective of `np` at word `j`, if one stands there and agrees with it."""
    if s.hard(j) or not _may_describe(s.keys[j], lead) or j in s.dates:  # as most words; «العام الماضي»
        return None
    if np.en in grammar().sorts["sides"]:
        return None  # «قطار الشمال التجريبي»: no trial north
    key, end = s.keys[j][len(lead) :], j + 1
    negated = key == "غير" and not s.hard(end)
    if negated:
        key, end = s.key(end), end + 1
    if key.removeprefix("ال") == _SOUTH and not s.hard(end):  # «مدرب جنوب أفريقي» a South African coach
        key, end = f"{key} {s.key(end).removeprefix('ال')}", end + 1
    definite = np.definite or np.proper
    if definite and key.startswith("ال") and (count := _counted(key[2:], np)):
        return end, count
    if key == _LATELY and not s.keys[j - 1].endswith("ا"):
        return None  # «نجح مهندس ياباني أخيرا في …»
    if key in grammar().determiners and not definite:  # «افتتاح أول بنك»: the bank is the first
        return (end, _SEVERAL) if key == _MANY and np.plural and not np.alone else None
    level = s.key(end) == _LEVEL and not s.hard(end)  # «الاجتماع رفيع المستوى»
    the = key.startswith("ال") and len(key) > 3 and not _bare(key)
    if definite != the and not (definite and level):
        return None
    key = key.removeprefix("ال") if the else key
    end += level
    key = f"غير {key}" if negated else key
    bare = key.endswith("ا") and not definite and s.keys[j - 1][-1:] in ("ا", "ي")  # «جديد كليا»: wholly
    found = adjectives().get(key) or (adjectives().get(key[:-1]) if bare else None)
    if found and (found.rank == NATION or found.thing) and not definite and _country(s, j):
        return None  # «دعم أوكرانيا»: support for Ukraine, no Ukrainian one; «دعم مالي» may be for Mali
    if found is None or _of_another(s, end, found, np) or (found.rank == NATION and _of_a_man(s, j)):
        return None
    said = _said_of(found, np)
    if said is None:
        return None
    if said.en == "new" and _one_more(s, j, np):
        said = replace(said, en="more" if np.plural else "another", rank=0)
        return end, said
    return _ordinal(s, end, said) if said.rank == 0 else _half(s, end, said)


def _counted(key: str, np: NP) -> Adjective | None:
    """Read a figure behind a definite noun: «الذكرى الـ30» the 30th, «الدول الأوروبية الثلاث» the three."""
    ordinal = not (np.plural or np.mass)  # «مؤتمر التكنولوجيا الـ24»: the conference is
    if ordinal and key.isdigit() and len(key) <= _FIGURES:
        return Adjective(wording.ordinal(int(key)), 0, person=False, shape="m")
    many = number_value(key) if np.plural and " of " not in np.en else None
    return Adjective(f"{many:g}", 0, person=False, shape="f") if many and many > _TWO else None


def _one_more(s: Sentence, j: int, np: NP) -> bool:
    """Say whether «جديد» at word `j` counts on: one more soldier was killed, one more village taken."""
    some = np.kind in ("person", "place") and not (np.definite or np.proper)
    return some and not small("again").isdisjoint(s.keys[:j])


def _of_a_man(s: Sentence, j: int) -> bool:
    """Say whether word `j` is said of whose name follows: «مدرب الفريق الأول لكرة القدم البرتغالي فلان»."""
    named = (known.value for known in s.entities.get(j + 1, ()))
    person = any(isinstance(value, Entity) and value.kind == "person" for value in named)
    return person and j > 1 and s.key(j - 2) in small("at_a_game")


def _half(s: Sentence, j: int, nation: Adjective) -> tuple[int, Adjective]:
    """Read on behind the adjective of a country of two: «الكوري الجنوبي» South Korean."""
    side = adjectives().get(s.key(j).removeprefix("ال")) if nation.rank == NATION and not s.hard(j) else None
    en = f"{side.en.removesuffix('ern').title()} {nation.en}" if side else ""
    if en in grammar().sorts["one_of_two"]:
        return j + 1, nation  # «الكونغولي الديمقراطي»
    return (j + 1, replace(nation, en=en)) if en in grammar().sorts["halves"] else (j, nation)


def _of_another(s: Sentence, end: int, found: Adjective, np: NP) -> bool:
    """Say whether an adjective that ends before word `end` describes something else than `np`."""
    if found.person if np.kind != "person" else found.thing:
        return True
    if found.en == "press" and np.kind == "event" and np.en not in grammar().sorts["journalism"]:
        return True  # «محاكمة صحفية»: she is tried
    if grammar().ordinals.get(found.en, 0) > 1 and (np.plural or np.mass):
        return True  # «شحنة المساعدات الثالثة»: the third shipment
    if found.shape in ("p", "b") and np.kind not in ("person", "org"):
        return True  # «خبراء متفجرات أتراك»: the experts are Turkish
    if found.shape not in shapes(plural=np.plural, fem=np.fem):
        return True
    if np.definite or np.proper:
        return False
    if np.en in grammar().sorts["to_somebody"] and _is_somebody(s, end - 1, found):
        return True  # «اعتقال متطرف»: an extremist is arrested
    limited = found.rank != NATION or s.key(end) in small("origins")  # «فرنسي الجنسية»
    if not found.en.endswith("-level") and limited and _of_its(s, end):
        return True  # «اتفاقية طويلة الأجل»: long of term; «رفيع المستوى» is high-level
    return _side_of(s, end, found) or _lasted(s, end, found)


def _is_somebody(s: Sentence, j: int, found: Adjective) -> bool:
    """Say whether the adjective at word `j` may be a person: «فلسطيني», «متطرف», «معارض»."""
    known = (*nouns(s.key(j)), *nouns(f"{s.key(j)}ون"))
    return found.rank == NATION or any(form.noun.kind == "person" for form in known)


def _said_of(found: Adjective, np: NP) -> Adjective | None:
    """Return an adjective as it is said of a noun, None if it is not told of it: «مسؤول كبير» is senior."""
    kinds = (np.kind, "mass" if np.mass else "many" if np.plural else "one")
    said = with_noun(found, head_of(np.en).rsplit(" ", 1)[-1], kinds)
    if said is found and found.of_person and np.kind == "person":
        return replace(found, en=found.of_person)
    return said


def _side_of(s: Sentence, j: int, found: Adjective) -> bool:
    """Say whether a side without ال is that of what begins at word `j`: «هجوم شمالي مالي»."""
    side = found.en.lower().removesuffix("ern") in grammar().sorts["sides"]
    return side and not (s.hard(j) or j in s.dates or preposition(s, j) is not None)


def _lasted(s: Sentence, j: int, found: Adjective) -> bool:
    """Say whether an adjective is a verb with a length of time behind it: «إغلاق دام 12 عاما»."""
    return found.en in grammar().sorts["lasting"] and not (s.hard(j) or preposition(s, j) is not None)


def _of_its(s: Sentence, j: int) -> bool:
    """Say whether a noun with ال at word `j` limits the bare adjective before it."""
    if s.hard(j) or j in s.dates or j in s.entities or not s.key(j).startswith("ال") or len(s.key(j)) < 4:
        return False
    return s.key(j)[2:] not in adjectives() and phrase_end(grammar().pass_over, s, j) == 0


def _country(s: Sentence, j: int) -> bool:
    """Say whether word `j` is a country and no adjective with the ending of an object: «وفدا تركيا»."""
    return j in s.entities and not (j and s.key(j - 1).endswith("ا"))


def _ordinal(s: Sentence, j: int, adj: Adjective) -> tuple[int, Adjective]:
    """Read on behind an ordinal: «الثالث عشر» 13th, «الرابعة والخمسين» 54th."""
    one, key = grammar().ordinals.get(adj.en, 0), s.key(j)
    tens = 0 if s.hard(j) else grammar().tens.get(key, 0)
    return (j + 1, replace(adj, en=wording.ordinal(one + tens))) if one and tens else (j, adj)


def _governed(s: Sentence, j: int) -> bool:
    return not s.hard(j) and (preposition(s, j) is not None or s.key(j)[:1] in ("ل", "ب"))


def qualities(s: Sentence, j: int, np: NP) -> tuple[str, int]:
    """Return the adjectives of `np` in English order and where they end."""
    hit = adjective(s, j, np)
    if hit is None:  # as behind most nouns
        return "", j
    found: list[tuple[int, str]] = []
    while hit:
        if hit[1].en in grammar().governing and _governed(s, hit[0]):
            break  # «متخصصة في سرقة المنازل»: half of it tells nothing
        if hit[1].en == "coming" and s.key(hit[0]) == _FROM and not s.hard(hit[0]):
            break  # «شحنة قادمة من إيران»
        j, adj = hit
        en = adj.en
        if pair := _second_nation(s, j, np, adj):
            j, en = j + 1, f"{en}-{pair}"
        row = [en]
        while joined := adjective(s, j, np, "و"):
            j, more = joined
            row.append(more.en)
        en = wording.listed(row)
        if found and _both(found[-1][1], en):
            en = f"{found.pop()[1]}-{en}"  # «اتفاق سعودي إيراني», «القمة العربية الصينية»
        found.append((adj.rank, en))
        hit = adjective(s, j, np)
    found.reverse()
    found.sort(key=lambda pair: pair[0])
    return " ".join(en for _, en in found), j


def described_as(s: Sentence, j: int, link: str, what: NP) -> tuple[int, str]:
    """Read what `what` is described as at word `j`: «بأنه خطير»، «بالخطير» "as dangerous"; its end."""
    if s.hard(j):
        return j, ""
    glued = s.key(j) != link
    of = replace(what, definite=glued, proper=False)
    hit = adjective(s, j if glued else j + 1, of, link if glued else "")
    words: list[str] = []
    while hit and hit[1].rank in (QUALITY, NATION):
        j, words = hit[0], [*words, hit[1].en]
        hit = adjective(s, j, of, "و")
    return j, f"as {wording.listed(words)}" if words else ""


def described(adjs: str, noun: str) -> str:
    """Return a noun behind its adjectives, in English order.

    >>> described("Palestinian", "young men"), described("Chinese", "Arab summit")
    ('young Palestinian men', 'Arab-Chinese summit')
    >>> described("regional", "latest developments")
    'latest regional developments'
    >>> described("Israeli air", "air strikes")
    'Israeli air strikes'
    >>> described("Olympic", "Saudi national team"), described("new", "Saudi court")
    ('Saudi Olympic national team', 'new Saudi court')
    """
    first, _, rest = noun.partition(" ")
    if rest and adjs and adjs.rpartition(" ")[2] in (first, rest.partition(" ")[0]):
        adjs = adjs.rpartition(" ")[0]  # «غارتين جويتين» two air strikes
    if not adjs or not rest:
        return f"{adjs} {noun}".strip()
    if first in ("young", "two", "latest"):
        return f"{first} {adjs} {rest}"
    if _both(first, adjs):
        return f"{first}-{adjs} {rest}"
    if first in demonyms().values() and (adjs in grammar().sorts["of_teams"] or adjs in _classifiers()):
        return f"{first} {adjs} {rest}"
    return f"{adjs} {noun}"


@cache
def _classifiers() -> frozenset[str]:
    """Return the adjectives that stand next to their noun: "Saudi oil exports", but "new Saudi exports"."""
    return frozenset(found.en for found in adjectives().values() if found.rank == _NEXT)


@cache
def _peoples() -> frozenset[str]:
    """Return the nationalities, and the English adjectives of several nations."""
    return frozenset(demonyms().values()) | grammar().nations


def _both(first: str, second: str) -> bool:
    """Say whether two adjectives are of two peoples; «المجلس الإسلامي السوري» is Syria's alone."""
    one = first in grammar().faiths and second in demonyms().values()
    return {first, second} <= _peoples() and not one


def _second_nation(s: Sentence, j: int, np: NP, first: Adjective) -> str:
    """Read «اتفاق سعودي - أردني»: the second of two nationalities, '' if none stands there."""
    if first.rank != NATION or j >= len(s.tokens) or s.gaps[j] not in _DASHES:
        return ""
    definite = np.definite or np.proper
    key = s.key(j)
    found = adjectives().get(key.removeprefix("ال") if definite else key)
    fits = found and found.rank == NATION and found.shape == first.shape and key.startswith("ال") == definite
    return found.en if found and fits else ""
