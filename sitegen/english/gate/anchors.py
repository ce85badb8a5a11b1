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
    sure: bool = True  # it stands there once


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
    return [Anchor(first, last, min(where), max(where), ids, sure=len(set(where)) == 1)] if where else []


def _joined(pair: Pair, found: list[Anchor]) -> list[Anchor]:
    """Put the words of one name together: Mustafa al-Kadhimi; Qatar's emir, Sheikh Tamim bin Hamad."""
    out: list[Anchor] = []
    for anchor in found:
        if out and _goes_on(pair, out[-1], anchor):
            before = out[-1]
            at, sure = min(before.at, anchor.at), before.sure and anchor.sure
            until = max(before.until, anchor.until) if anchor.sure else min(before.until, anchor.until)
            led = before.led if before.at <= anchor.at else anchor.led
            out[-1] = Anchor(before.first, anchor.last, at, until, anchor.ids, led, sure)
        else:
            out.append(anchor)
    return out


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
    return [at for at, t in enumerate(pair.tokens) if _is_one(t.key, nouns()[low])]


def _is_one(key: str, forms: frozenset[str]) -> bool:
    return any(s.key in forms or s.key.removeprefix("ال") in forms for s in stems(key))


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
