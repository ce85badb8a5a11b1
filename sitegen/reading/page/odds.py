"""How likely the foot of a page has begun at each line below its text.

A foot may begin at any of these lines or at none.  Each place is weighed by what
all lines from it on tell, alone and beside the line above: a list of the text goes
on as it began, a foot does not.  The weights are those under which the feet of
known pages are likeliest (`[odds]` of `foot.toml`).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from msgspec import Struct

from sitegen import data
from sitegen.reading.page.evidence import Evidence
from sitegen.reading.page.lines import Line

Sign = tuple[str, str]

#: A short line of more words than this is a phrase.
_SHORT = 2
#: What a rule has put aside is told for certain, and so is what follows it.
_CERTAIN = ("known", "inside")
_ANNOUNCED = (*_CERTAIN, "site")
_PARTED = (":", "،", " - ", " – ")


class Weights(Struct, frozen=True, gc=False):
    """The weights of `[odds]`; see there."""

    sure: float
    may: float
    lines: dict[str, float]
    beside: dict[str, float]
    begins: dict[str, float]


@data.kept
def weights() -> Weights:
    """Return the weights of `foot.toml`."""
    return Weights(**data.table("foot")["odds"])


def begun(lines: Sequence[Line], told: Sequence[Evidence]) -> list[float]:
    """Return for each line how likely the foot has begun at it or above.

    >>> from sitegen.reading.page.evidence import kinds
    >>> from sitegen.reading.page.lines import measure
    >>> lines = [measure(n, text) for n, text in enumerate(("بيت من أربع جهات", "شارك الخبر", "فيسبوك"), 1)]
    >>> [round(odds, 1) for odds in begun(lines, [kinds()[name] for name in ("short", "known", "known")])]
    [0.2, 1.0, 1.0]
    """
    if not lines:
        return []
    speaks = [_sum(speaking(lines, told, i)) for i in range(len(lines))]
    below = [*accumulate(reversed(speaks))][::-1]
    scores = [down + _sum(beginning(told, i)) for i, down in enumerate(below)]
    top = max(0.0, *scores)
    likely = [*accumulate(math.exp(score - top) for score in scores)]
    return [share / (likely[-1] + math.exp(-top)) for share in likely]


def _sum(signs: Iterable[Sign]) -> float:
    known = weights()
    tables = {"lines": known.lines, "beside": known.beside, "begins": known.begins}
    return sum(tables[table][name] for table, name in signs)


def speaking(lines: Sequence[Line], told: Sequence[Evidence], i: int) -> Iterator[Sign]:
    """Yield what a line tells, alone and beside the line above: a table of `[odds]` and a name in it."""
    yield "lines", _kind(lines[i], told[i])
    if i == 0 or told[i].name in _CERTAIN or told[i - 1].name in _CERTAIN:
        return
    line, above = lines[i], lines[i - 1]
    if _has_figure(line) != _has_figure(above):
        yield "beside", "figures"
    if all(any(sign in other.text for sign in _PARTED) for other in (line, above)):
        yield "beside", "parted"
    if _kind(line, told[i]) == _kind(above, told[i - 1]):
        yield "beside", "alike"


def beginning(told: Sequence[Evidence], i: int) -> Iterator[Sign]:
    """Yield what tells that a foot begins at a line rather than at another, as above."""
    yield "begins", "any"
    if i == 0:
        yield "begins", "first"
    elif told[i - 1].name in _ANNOUNCED:
        yield "begins", "behind"
    if told[i].starts == "open":
        yield "begins", "open"


def _kind(line: Line, told: Evidence) -> str:
    return "phrase" if told.name == "short" and line.size > _SHORT else told.name


def _has_figure(line: Line) -> bool:
    return any(map(str.isdigit, line.words))
