"""Whose they are: the nationality beside a known noun must be the one beside it in the Arabic."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.desk.lexicon import Lexicon
from sitegen.english.gate import places
from sitegen.english.gate.anchors import anchors, noun_places
from sitegen.english.gate.sides import Pair
from sitegen.text.nationalities import nationality_at

_OWNER = 2  # Arabic words from a noun to whose it is
_BEFORE, _BEHIND = (
    2,
    2,
)  # words from the English nationality to its noun; from the Arabic noun to its nationality


def check(pair: Pair, lexicon: Lexicon) -> Iterator[str]:
    """Yield the nouns that are of another country in the Arabic: «الشرطة التركية», the German police."""
    for first, last, ids in places.spans(pair, lexicon):
        if last - first > 1 or not (places.is_nation(pair.words[first].low, ids) or _owns(pair, first)):
            continue
        for word in pair.words[last : last + _BEFORE]:
            where = noun_places(pair, word.low)
            if len(where) == 1:
                others = _nations_behind(pair, where[0], lexicon)
                if others and others.isdisjoint(places.wider(ids)):
                    yield f"{pair.words[first].text} {word.text} is of another country in the Arabic"
                break


def owners(pair: Pair, lexicon: Lexicon) -> Iterator[str]:
    """Yield the nouns of a name that are another one's in the Arabic: «فوز روتو», an Odinga win."""
    found = anchors(pair, lexicon)
    for anchor in found:
        word = pair.words[anchor.last : anchor.last + 1]
        where = noun_places(pair, word[0].low) if word and not word[0].capital else []
        if len(where) != 1 or not anchor.sure or pair.english[word[0].start - 1] != " ":
            continue
        behind = [a for a in found if a.sure and not a.ids and a.at == where[0] + 1]
        if behind and anchor not in behind and not where[0] < anchor.at <= where[0] + _OWNER:
            yield f"{pair.words[anchor.last - 1].text} {word[0].text} is another one's in the Arabic"


def _owns(pair: Pair, i: int) -> bool:
    return pair.english[pair.words[i].start : pair.words[i].end].endswith(("'s", "\u2019s"))


def _nations_behind(pair: Pair, noun: int, lexicon: Lexicon) -> set[str]:
    """Return the places of the nationalities that follow a noun: «الماليزية والفرنسية», «دولة الإمارات»."""
    named = {h.first: {r.id for r in h.values} for h in lexicon.indexes["place"].find(pair.tokens)}
    out: set[str] = set()
    for i in range(noun + 1, len(pair.tokens)):
        found = nationality_at(pair.tokens, i)
        if found or i in named:
            out |= named.get(i, set()) | ({found[0].place} if found else set())
        elif out or i > noun + _BEHIND:
            break
    return out
