"""Who does it to whom: two names about a verb must stand in the Arabic in the order that the verb wants.

Arabic names the agent before the patient, be the verb first or second (التقى بايدن
الكاظمي · بايدن يلتقي الكاظمي), unless a passive turns the sentence; English does the
same.  So two names that change places between the languages changed their parts.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from sitegen import data
from sitegen.desk.lexicon import Lexicon
from sitegen.english.gate import names, places
from sitegen.english.gate.sides import Pair
from sitegen.english.gate.tables import keys, listed
from sitegen.english.words.verbs import english_forms
from sitegen.english.words.word_forms import gerund, third
from sitegen.text.nationalities import nationality_at
from sitegen.text.tokens import stems

_REACH = 7  # words between the verb and either name
_SURE = 0.3


class Anchor(NamedTuple):
    """An English name or noun [first, last), and the first and the last Arabic word that it may be."""

    first: int
    last: int
    at: int
    until: int


def check(pair: Pair, lexicon: Lexicon) -> Iterator[str]:
    """Yield the names that have changed places about a verb."""
    if any(t.key in keys("agents.words", "passive_arabic") for t in pair.tokens):
        return
    found = anchors(pair, lexicon)
    for left, right in pairwise(found):
        between = [w.low for w in pair.words[left.last : right.first]]
        if left.at > right.until and _acts(pair, left, right, between):
            yield f"{pair.words[left.last - 1].text} and {pair.words[right.first].text} have changed places"


def _acts(pair: Pair, left: Anchor, right: Anchor, between: list[str]) -> bool:
    """Say whether the left one does something to the right one."""
    at = next((n for n, low in enumerate(between) if low in verbs()), None)
    if at is None or len(between) > _REACH or not listed("agents.words", "breaks").isdisjoint(between):
        return False
    if left.first and pair.words[left.first - 1].low in listed("agents.words", "where"):
        return False  # prosecutors in A sought B
    if not listed("agents.words", "links").isdisjoint(between[:at]):
        return False  # the friend of A met B
    if not listed("agents.words", "be").isdisjoint(between[:at]) and not between[at].endswith("ing"):
        return False  # A was met
    if "from" in between and between[at] not in listed("agents.words", "gets"):
        return False
    gap = pair.english[pair.words[left.last - 1].end : pair.words[right.first].start]
    return not any(mark in gap for mark in ',;:()"\u201c\u201d')


@cache
def verbs() -> frozenset[str]:
    """Return the verbs that do something to somebody, in all their forms."""
    specs = (*listed("agents.words", "verbs"), *(row[2] for row in data.rows("english/verbs")))
    forms = {english_forms(spec) for spec in specs}
    told = (form for bases in forms for form in (*bases, third(bases[0]), gerund(bases[0])))
    return frozenset(form.partition(" ")[0] for form in told)


def anchors(pair: Pair, lexicon: Lexicon) -> list[Anchor]:
    """Return the names, places and known nouns with their counterparts in the Arabic, in order."""
    out: list[Anchor] = []
    spans = places.spans(pair, lexicon)
    covered = {i for first, last, _ in spans for i in range(first, last)}
    for first, last, ids in spans:
        out += _anchor(first, last, _places(pair, ids, lexicon) or _named(pair, first))
    upper = {i for i, w in enumerate(pair.words) if w.text.isupper() and len(w.text) > 1}  # EU, UN
    for i in sorted((upper - covered) | set(names.candidates(pair, covered))):
        out += _anchor(i, i + 1, _named(pair, i))
    taken = {i for a in out for i in range(a.first, a.last)} | covered
    for i, word in enumerate(pair.words):
        if i not in taken and word.low in nouns():
            out += _anchor(i, i + 1, noun_places(pair, word.low))
    return _joined(sorted(out))


def _anchor(first: int, last: int, where: list[int]) -> list[Anchor]:
    return [Anchor(first, last, min(where), max(where))] if where else []


def _joined(found: list[Anchor]) -> list[Anchor]:
    """Put the words of one name together: Mustafa al-Kadhimi."""
    out: list[Anchor] = []
    for anchor in found:
        if out and anchor.first == out[-1].last and abs(anchor.at - out[-1].at) <= 2:
            before = out[-1]
            at, until = min(before.at, anchor.at), min(before.until, anchor.until)
            out[-1] = Anchor(before.first, anchor.last, at, until)
        else:
            out.append(anchor)
    return out


def _places(pair: Pair, ids: tuple[str, ...], lexicon: Lexicon) -> list[int]:
    hits = [h.first for h in lexicon.indexes["place"].find(pair.tokens) if any(r.id in ids for r in h.values)]
    for i in range(len(pair.tokens)):
        if (nation := nationality_at(pair.tokens, i)) and nation[0].place in ids and i not in hits:
            hits.append(i)
    return hits


def _named(pair: Pair, i: int) -> list[int]:
    """Return the Arabic words that spell a name or translate it."""
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
            out.setdefault(en, set()).update(role["ar"].split())
    for en, stems_ in data.table("gate")["agents"]["nouns"].items():
        out.setdefault(en, set()).update(
            f + end for f in stems_.split() for end in ("", "ا", "ه", "ين", "ون", "ات")
        )
    return {word: frozenset(forms) for word, forms in out.items()}
