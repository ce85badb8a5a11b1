"""Words looked up where they stand: nouns with their clitics, adjectives that agree, figures."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from sitegen.english.words.adjectives import Adjective, adjectives
from sitegen.english.words.grammar import grammar, preposition, small
from sitegen.english.words.noun_lists import noun_index
from sitegen.english.words.nouns import Form, Noun, hamza_of, longer_nouns, nouns, possessed, possessing
from sitegen.english.words.senses import meant
from sitegen.english.words.tagging import Sentence

#: The rank of nationalities among adjectives: those of it or a higher one say much the same of either noun.
QUALITY, NATION = 1, 2


def _keys(key: str, lead: str) -> tuple[tuple[str, bool], ...]:
    """Return what `key` can be without clitics and ال, and whether it is definite."""
    rest = key[len(lead) :]
    if rest.startswith("ال") and len(rest) > 3:
        own = ((rest[:-1], False),) if rest.endswith("ا") else ()  # «ألبوما», whose ال is its own
        return ((rest[2:], True), (rest, False), *own)
    if lead.endswith("ل") and rest.startswith("ل") and len(rest) > 2:
        return ((rest[1:], True), (rest, True), (rest, False))
    if rest.endswith("ا") and len(rest) > 3 and not rest.endswith("ها"):  # the ending of an object: اتفاقا
        return ((rest, False), (rest[:-1], False))
    return ((rest, False),)


class Hit(Struct, frozen=True, gc=False):
    """A noun of the lists found at a word."""

    end: int
    noun: Noun
    definite: bool
    owner: str = ""  # a pronoun: his, her
    wanted: bool = False  # listed with ال
    alone: bool = False  # with the ending of an object: no idafa
    rest: tuple[str, ...] = ()  # the keys of the words after the first


class _Root(Struct, frozen=True, gc=False):
    """A word without clitics and ال: the nouns that it can be alone, and those that it begins."""

    key: str
    definite: bool
    alone: bool  # with the ending of an object: nothing completes it
    forms: tuple[Form, ...]
    longer: Mapping[str, str]  # by their second word

    def fits(self, form: Form) -> bool:
        """Say whether a noun of the lists stands so with ال or without, with its ending or without."""
        if form.shape in (("idafa", "open") if self.definite else ("the",)):
            return False
        return not self.alone or form.shape == "linked" or not (form.noun.open or form.shape == "idafa")


class _Readings(Struct, frozen=True, gc=False):
    """What a word can be that begins a noun; a noun with a pronoun behind it."""

    roots: tuple[_Root, ...]
    owned: tuple[tuple[Noun, str], ...]
    longer: tuple[tuple[str, str], ...]  # what begins longer nouns, and the pronoun behind it


def may_be_noun(word: str, lead: str) -> bool:
    """Say whether a noun of the lists can begin with a word behind the clitics `lead`, whatever follows."""
    return _readings(word, lead) is not None


def lookup(s: Sentence, i: int, lead: str) -> tuple[Hit, ...]:
    """Find the nouns of the lists at word `i`, the longest first."""
    readings = _readings(s.keys[i], lead)
    if readings is None:  # as most words
        return ()
    place = lookup, i, lead  # asked again and again
    hits: tuple[Hit, ...] | None = s.memo.get(place)
    if hits is None:
        hits = s.memo[place] = _look_up(s, i, lead, readings)
    return hits


@lru_cache(maxsize=65536)
def _readings(word: str, lead: str) -> _Readings | None:
    """Return what a word can be that begins a noun of the lists, None if it can be nothing."""
    if word in grammar().boundaries:
        return None
    roots = tuple(
        _root(key, definite, alone=word.endswith("ا") and not key.endswith("ا"))
        for key, definite in _keys(word, lead)
        if nouns(key) or _begins(key)
    )
    owned, longer = possessed(word[len(lead) :]), possessing(word[len(lead) :])
    return _Readings(roots, owned, longer) if roots or owned or longer else None


def _root(key: str, definite: bool, *, alone: bool) -> _Root:
    made = _Root(key, definite, alone, (), _begins(key))
    return replace(made, forms=tuple(filter(made.fits, nouns(key))))


def _begins(key: str) -> Mapping[str, str]:
    """Return the nouns that a word begins, by their second word: «ورشة» or «ورشتي» those of «ورشة»."""
    return noun_index().longer.get(key) or noun_index().longer.get(_one_of_two(key), {})


def _one_of_two(key: str) -> str:
    """Return one of what a word says there are two of, '' for any other.

    >>> _one_of_two("ورشتي"), _one_of_two("ورشه")
    ('ورشه', '')
    """
    return f"{key[:-2]}ه" if key.endswith(("تا", "تي")) and len(key) > 4 else ""


def _longer(key: str, second: str) -> tuple[Form, ...]:
    """Return the nouns that begin with two words, or two of such: «ورشتي عمل» two workshops."""
    if key in noun_index().longer:
        return longer_nouns(key, second)
    found = (f for f in longer_nouns(_one_of_two(key), second) if f.shape == "agree")
    return tuple(
        replace(f, noun=replace(f.noun, en=f"two {f.noun.many}", plural=True, fem=False), shape="dual")
        for f in found
        if not (f.noun.plural or f.noun.mass or f.noun.open or f.noun.proper)
    )


def _look_up(s: Sentence, i: int, lead: str, readings: _Readings) -> tuple[Hit, ...]:
    word, printed = s.keys[i], s.tokens[i].text
    if (i and (s.keys[i - 1], word) in grammar().compounds) or _is_manner(s, i, lead):
        return ()
    tail = word.endswith("ا") and printed.endswith("ء")
    after = s.key(i + 1)
    hits: list[Hit] = []
    for root in readings.roots:
        if root.alone and (tail or (i and not lead and preposition(s, i - 1))):
            continue  # «إلى سوريا»: no Syrian
        for form in _forms(root, after) if root.longer else root.forms:
            noun = form.noun
            if (noun.hamza or noun.tail) and not _printed_so(noun, word, printed[len(lead) :]):
                continue
            if _of_elsewhere(s, noun):
                continue
            if noun.called and word[len(lead) :] not in s.clubs:
                return tuple(hits)  # «واجه الأهلي الاتفاق»: the club or an agreement
            if noun.ta and not (root.definite or form.rest) and printed.endswith("ه"):
                return ()  # «مضيفه»: his host, or a careless «مضيفة»
            if _may_be_called(s, i, form, word[len(lead) :]):
                continue
            if form.rest and not _goes_on(
                s, i + 1, form.rest, article=root.definite and form.shape == "agree"
            ):
                continue
            said = meant(s, noun)
            if said is None:
                continue
            if said.en == "-":  # a phrase that is no noun at all, unless it begins a longer one: «بناء على»
                return tuple(hit for hit in hits if len(hit.rest) > len(form.rest))
            if form.rest and _goes_further(s, i + 1 + len(form.rest), form):
                continue
            hits.append(_hit(i, form, said, root))
    if len(hits) > 1:
        hits.sort(key=lambda hit: (-hit.end, not hit.wanted))
    if hits or printed.endswith("ة"):  # «صحفية» is nobody's
        return tuple(hits)
    return _owned_longer(s, i, readings) or _owned_alone(s, i, printed[len(lead) :], readings)


def _owned_alone(s: Sentence, i: int, printed: str, readings: _Readings) -> tuple[Hit, ...]:
    """Read a noun with a pronoun: «قراره» his decision."""
    owned = ((_owned(s, noun, printed), pronoun) for noun, pronoun in readings.owned)
    return tuple(Hit(i + 1, noun, True, pronoun) for noun, pronoun in owned if noun)[:1]


def _owned_longer(s: Sentence, i: int, readings: _Readings) -> tuple[Hit, ...]:
    """Read a noun and its adjective with a pronoun between them: «رحلاتها الجوية» its flights."""
    after = s.key(i + 1)
    for stem, pronoun in readings.longer if after.startswith("ال") and not s.hard(i + 1) else ():
        for form in longer_nouns(stem, after[2:]):
            noun = meant(s, form.noun) if form.shape == "agree" else None
            whole = noun is not None and noun.en != "-" and not _of_elsewhere(s, noun)
            if noun and whole and _goes_on(s, i + 1, form.rest, article=True):
                return (Hit(i + 1 + len(form.rest), noun, True, pronoun, rest=form.rest),)
    return ()


def _is_manner(s: Sentence, i: int, lead: str) -> bool:
    """Say whether word `i` with the adjective behind it says how something is done: «بصورة قتالية»."""
    how = lead.endswith("ب") and s.keys[i][len(lead) :] in small("manners")
    return how and s.key(i + 1) in adjectives() and not s.hard(i + 1)


def _may_be_called(s: Sentence, i: int, form: Form, word: str) -> bool:
    """Say whether a noun may be somebody's name: «القاضي» is a judge, or Mr al-Qadhi."""
    person = form.noun.kind == "person" and not form.noun.plural and not form.rest
    return person and word in s.surnames and i + 1 not in s.entities


def _of_elsewhere(s: Sentence, noun: Noun) -> bool:
    """Say whether a noun is told in articles of another sort: only in those on sport, or in none of them."""
    return noun.elsewhere if s.sport else noun.sport


def _owned(s: Sentence, noun: Noun, printed: str) -> Noun | None:
    """Return a noun that fits where it is printed with a pronoun: «أشعارهم» are poems, no «إشعار»."""
    if _of_elsewhere(s, noun) or noun.called or (noun.hamza and hamza_of(printed) not in ("", noun.hamza)):
        return None
    return None if noun.tail and "ء" not in printed else meant(s, noun)


def _forms(root: _Root, after: str) -> tuple[Form, ...]:
    """Return the nouns that may stand where `root` does before the word `after`, longer ones first."""
    found = root.forms
    for second in (after[:-1], after[2:], after):  # ال or an ending off
        if second in root.longer:
            found = (*filter(root.fits, _longer(root.key, second)), *found)
    return found


def _printed_so(noun: Noun, word: str, printed: str) -> bool:
    """Say whether a noun of the lists is printed as the word is: the hamza at its head, its end."""
    if noun.hamza and "ا" in word and hamza_of(printed) not in ("", noun.hamza):
        return False
    return not (noun.tail and word.endswith("ا") and not printed.endswith("ء"))


def _goes_further(s: Sentence, end: int, form: Form) -> bool:
    """Say whether the adjective behind a noun of several words may describe the last of them alone."""
    if " of a" in form.noun.en and s.key(end) in adjectives():
        return True  # «عقد مؤتمر صحفي»: the conference is for the press, not the holding
    if form.rest[-1] in small("belonging") and s.key(end)[:1] == "ب" and not s.hard(end):
        return True  # «مدرسة خاصة بأبناء الشهداء»: theirs, not private
    return form.shape in ("idafa", "linked") and _inner(s, end, form.noun)  # read word by word


def _hit(i: int, form: Form, noun: Noun, root: _Root) -> Hit:
    shape, rest = form.shape, form.rest
    definite, alone = root.definite or shape == "idafa", root.alone or shape == "dual"
    return Hit(i + 1 + len(rest), noun, definite, "", shape == "the", alone, rest)


def _goes_on(s: Sentence, j: int, rest: tuple[str, ...], *, article: bool) -> bool:
    """Say whether the words from `j` on are `rest`, each with ال or the ending ا when the first has it."""
    end = j + len(rest)
    printed = s.keys[j:end]
    if len(printed) < len(rest) or True in s.marked[j:end]:
        return False
    wanted = tuple(["ال" + want for want in rest]) if article else rest
    return printed == wanted or (
        s.keys[j - 1][-1] == "ا"
        and all(key in (each, want + "ا") for key, each, want in zip(printed, wanted, rest, strict=True))
    )


def _inner(s: Sentence, j: int, noun: Noun) -> bool:
    """Say whether an adjective at word `j` may be that of the last word before it alone.

    «مقاتلو المقاومة الشعبية»: popular is the resistance; «نمو الاقتصاد المغربي»: Moroccan is the economy.
    """
    found = _describes(s, j)
    if found is None:
        return False
    if noun.kind == "person" and not noun.plural:
        body = any(form.noun.kind == "org" for form in nouns(s.key(j - 1).removeprefix("ال")))
        return body and (found.rank != NATION or " of the " in noun.en)  # «رئيس الوفد الحكومي»
    if noun.kind == "person":
        return found.shape in ("f", "m")  # «لاعبو الفريق الأول»
    return noun.kind == "event" or (noun.kind == "thing" and found.rank == NATION)


def _describes(s: Sentence, j: int) -> Adjective | None:
    """Return the adjective at word `j` that fits the noun right before it."""
    key = s.key(j)
    if s.hard(j) or not key.startswith("ال"):
        return None
    found = adjectives().get(key[2:])
    if found is None or found.person:
        return None
    last = nouns(s.key(j - 1).removeprefix("ال"))
    noun = last[0].noun if last else None
    fits = noun is None or found.shape in shapes(plural=noun.plural, fem=noun.fem)
    return found if fits else None


def shapes(*, plural: bool, fem: bool) -> tuple[str, ...]:
    """Return the forms of an adjective that agree with a noun."""
    return ("f", "p", "b", "d", "t") if plural else ("f",) if fem else ("m",)
