"""Where the names, places and known nouns of the English stand in the Arabic."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from sitegen import data
from sitegen.desk.lexicon import Lexicon
from sitegen.english.gate import names, places, sides
from sitegen.english.gate.likeness import distance
from sitegen.english.gate.sides import Pair
from sitegen.english.gate.tables import keys
from sitegen.english.words.word_forms import plural
from sitegen.text.fold import match_key
from sitegen.text.nationalities import nationality, nationality_at
from sitegen.text.tokens import stems

_SURE = 0.3
_ASIDE = 2  # Arabic words between the parts of a name
_SMALL = ("bin", "ibn", "al", "el", "de", "van", "von", "ould")


class Anchor(NamedTuple):
    """An English name or noun [first, last), and the first and the last Arabic word that it may be."""

    first: int
    last: int
    at: int
    until: int
    ids: tuple[str, ...] = ()  # of the place, if it is one
    led: bool = False  # a preposition governs it in the Arabic: «من الرياض», «لإيران»
    where: tuple[int, ...] = ()  # all the words that it may be

    @property
    def sure(self) -> bool:
        """Say whether it stands there once."""
        return len(self.where) <= 1


def anchors(pair: Pair, lexicon: Lexicon) -> list[Anchor]:
    """Return the names, places and known nouns with their counterparts in the Arabic, in order."""
    out = _labelled(pair, lexicon)
    covered = {i for a in out for i in range(a.first, a.last)}
    spans = [span for span in places.spans(pair, lexicon) if covered.isdisjoint(range(*span[:2]))]
    covered |= {i for first, last, _ in spans for i in range(first, last)}
    for first, last, ids in spans:
        meant = _places(pair, ids, lexicon) or _places(
            pair, tuple(places.stand_ins(pair, first, ids)), lexicon
        )
        out += _anchor(first, last, meant or _named(pair, first), ids)
    upper = {i for i, w in enumerate(pair.words) if w.text.isupper() and len(w.text) > 1}  # EU, UN
    for i in sorted((upper - covered) | set(names.candidates(pair, covered))):
        out += _anchor(i, i + 1, _named(pair, i))
    taken = {i for a in out for i in range(a.first, a.last)} | covered
    for i, word in enumerate(pair.words):
        if i not in taken and word.low in nouns():
            out += _anchor(i, i + 1, noun_places(pair, word.low))
    written = {h.first: h.prefix for h in lexicon.indexes["place"].find(pair.tokens)}
    return _joined(pair, sorted(a._replace(led=_led(pair, a, written)) for a in out))


def _led(pair: Pair, anchor: Anchor, seats: dict[int, str]) -> bool:
    """Say whether a preposition stands before the Arabic or is written with it."""
    before = pair.tokens[anchor.at - 1].key if anchor.at else ""
    if before in keys("agents.words", "prepositions"):
        return True
    if anchor.at in seats:
        return seats[anchor.at][-1:] in ("ب", "ل", "ك")
    key = pair.tokens[anchor.at].key
    written = [s.key for s in stems(key) if s.prefix[-1:] in ("ب", "ل", "ك")]
    if not written:
        return False
    if nationality(key[1:]) or key.startswith(("بال", "لل")):
        return True
    words = [w.low for w in pair.words[anchor.first : anchor.last]]
    return min(distance(w, k) for w in words for k in written) < min(distance(w, key) for w in words)


def _labelled(pair: Pair, lexicon: Lexicon) -> list[Anchor]:
    """Return the persons and bodies of the Arabic told by their label: Rapid Support Forces."""
    out: dict[int, Anchor] = {}
    for kind in ("org", "person"):
        for hit in lexicon.indexes[kind].find(pair.tokens):
            for label in {label for r in hit.values for label in (r.en, *r.latin)}:
                n = len(_words(label))
                for i in range(len(pair.words) - n + 1):
                    if pair.words[i].capital and tuple(w.low for w in pair.words[i : i + n]) == _words(label):
                        out.setdefault(i, Anchor(i, i + n, hit.first, hit.first))
    return list(out.values())


@lru_cache(maxsize=4096)
def _words(label: str) -> tuple[str, ...]:
    return tuple(w.low for w in sides.pair("", label.partition(" (")[0]).words)


def _anchor(first: int, last: int, where: list[int], ids: tuple[str, ...] = ()) -> list[Anchor]:
    places = tuple(sorted(set(where)))
    return [Anchor(first, last, places[0], places[-1], ids, where=places)] if places else []


def _joined(pair: Pair, found: list[Anchor]) -> list[Anchor]:
    """Put the words of one name together: Mustafa al-Kadhimi; Qatar's emir, Sheikh Tamim bin Hamad."""
    out: list[Anchor] = []
    for anchor in found:
        before = _settled(out[-1], anchor) if out else anchor
        after = _settled(anchor, before)
        if out and _goes_on(pair, before, after):
            led = before.led if before.at <= after.at else after.led
            until = max(before.until, after.until) if after.sure else min(before.until, after.until)
            where = () if before.sure and after.sure else before.where + after.where
            out[-1] = Anchor(before.first, after.last, min(before.at, after.at), until, after.ids, led, where)
        else:
            out.append(anchor)
    return out


def _settled(one: Anchor, other: Anchor) -> Anchor:
    """Return a word that stands there several times where it stands nearest to the sure one beside it."""
    if one.sure or not other.sure or abs(one.first - other.last) > 1 < abs(other.first - one.last):
        return one
    at = min(one.where, key=lambda where: abs(where - other.at))
    return one._replace(at=at, until=at, led=one.led and at == one.at, where=(at,))


def _goes_on(pair: Pair, before: Anchor, anchor: Anchor) -> bool:
    """Say whether two anchors are one name: side by side in both, or with small words between."""
    gap = pair.english[pair.words[before.last - 1].end : pair.words[anchor.first].start]
    if anchor.first == before.last:
        return abs(anchor.at - before.at) <= _ASIDE and not set(gap) & set(",;:.")
    title = pair.words[before.last - 1].low in nouns()
    small = all(w.capital or w.low in _SMALL for w in pair.words[before.last : anchor.first])
    near = 0 < anchor.at - before.until <= _ASIDE + 1 and anchor.first - before.last == 1
    return small and near and not set(gap) & set(";:.") and ("," not in gap or title)


def _places(pair: Pair, ids: tuple[str, ...], lexicon: Lexicon) -> list[int]:
    hits = [h.first for h in lexicon.indexes["place"].find(pair.tokens) if any(r.id in ids for r in h.values)]
    for i in range(len(pair.tokens)):
        if (nation := nationality_at(pair.tokens, i)) and nation[0].place in ids and i not in hits:
            hits.append(i)
    return hits


def _named(pair: Pair, i: int) -> list[int]:
    """Return the Arabic words that spell a name or translate it."""
    if names.is_abbreviation(pair.words[i].text):
        return names.translated(pair, i)  # «إن» spells no UN
    cost, at = names.best(pair, i)
    return [at] if at >= 0 and cost <= _SURE else names.translated(pair, i)


def noun_places(pair: Pair, low: str) -> list[int]:
    """Return the Arabic words that a known noun may stand for."""
    forms = nouns().get(low) or things().get(low)
    return [at for at, t in enumerate(pair.tokens) if _is_one(t.key, forms)] if forms else []


def _is_one(key: str, forms: frozenset[str]) -> bool:
    return any(s.key in forms or s.key.removeprefix("ال") in forms for s in stems(key))


@cache
def things() -> dict[str, frozenset[str]]:
    """Return the single English nouns of our tables -> their Arabic keys."""
    out: dict[str, set[str]] = {}
    for name in ("people", "events", "things"):
        for arabic, english, *_ in data.rows(f"english/{name}"):
            if " " not in english:
                keys_ = {match_key(form) for form in arabic.split("|") if form.isalpha()}
                for word in (english, plural(english)):
                    out.setdefault(word, set()).update(keys_)
    return {word: frozenset(forms) for word, forms in out.items() if forms}


@cache
def nouns() -> dict[str, frozenset[str]]:
    """Return English nouns for offices and groups of people -> their Arabic forms."""
    out: dict[str, set[str]] = {}
    for role in data.table("gate")["roles"].values():
        for en in role["en"].split():
            forms = map(match_key, role["ar"].split())
            out.setdefault(en, set()).update(form + end for form in forms for end in ("", "ه"))
    for en, stems_ in data.table("gate")["agents"]["nouns"].items():
        out.setdefault(en, set()).update(
            f + end for f in stems_.split() for end in ("", "ا", "ه", "ين", "ون", "ات")
        )
    return {word: frozenset(forms) for word, forms in out.items()}
