"""Adjectives where they stand: those that agree with a noun phrase, in English order."""

from __future__ import annotations

from functools import cache

from msgspec.structs import replace

from sitegen.english.phrases.adjective import adjective
from sitegen.english.phrases.phrase import NP
from sitegen.english.words import wording
from sitegen.english.words.adjectives import Adjective, adjectives, demonyms
from sitegen.english.words.grammar import grammar, preposition
from sitegen.english.words.lookup import NATION, QUALITY
from sitegen.english.words.tagging import Sentence
from sitegen.text.fold import match_key

_DASHES = frozenset("-–—/")
_FROM = match_key("من")
#: The rank of what says of which sort a thing is: oil exports.
_NEXT = 3


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


def _governed(s: Sentence, j: int) -> bool:
    return not s.hard(j) and (preposition(s, j) is not None or s.key(j)[:1] in ("ل", "ب"))


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
    >>> described("daily daily", "agreement")
    'daily agreement'
    """
    adjs = " ".join(dict.fromkeys(adjs.split()))
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
