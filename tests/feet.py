"""Fit the weights of `[odds]` in `foot.toml`: `python -m tests.feet` prints them, about five minutes.

Those are sought under which the true beginnings of the feet of all pages of `tests/cases/sites` are
likeliest, by steps along the slope, page by page; each weight is drawn towards nought a little.
"""

from __future__ import annotations

import math
import random
from collections import defaultdict
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from sitegen.model import Corrections, Meta, RawArticle
from sitegen.reading.page.clean import RULES, Rule, read
from sitegen.reading.page.layout import Page
from sitegen.reading.page.odds import Sign, beginning, speaking
from sitegen.reading.page.tail import Tail
from tests.unit.site_pages import SitePage, all_pages, articles, endings, sites, strange_endings

#: So many rounds over the pages, so long a step; so often counts a page of a list, and an article alone.
_ROUNDS, _STEP, _LISTS, _BARE = 4, 0.3, 3, 10
_DRAWN = 1e-4
_AT = next(i for i, rule in enumerate(RULES) if rule.name == "after-text")


Weights = defaultdict[Sign, float]


class Foot(NamedTuple):
    """What speaks at each line below a text, what begins there, and where the foot truly begins."""

    speaks: list[list[Sign]]
    begins: list[list[Sign]]
    start: int


def pages() -> Iterator[SitePage]:
    """Yield every article of the looks on its pages; those that end in lists on all others too."""
    yield from all_pages()
    yield from endings()
    for file in {layout.file for layout in sites().values()}:
        yield from strange_endings(file)
    for text in articles("thirteenth_look"):  # without a page round them
        lines = (text["title"], *text["text"])
        yield from [
            SitePage("", text["label"], text["title"], lines, ("T", *[""] * (len(lines) - 1)))
        ] * _BARE


def foot(page: SitePage) -> Foot | None:
    """Return what the lines below the text of a page tell; None where none stands there."""
    tails: list[Tail] = []

    def note(shown: Page) -> list[tuple[int, str]]:
        tails.append(Tail(shown))
        return []

    rules = (*RULES[:_AT], Rule("note", note), *RULES[_AT:])  # type: ignore[arg-type]
    read(RawArticle("x", "x.txt", page.lines, Meta(), ""), Corrections(), rules)
    if not tails or not (lines := tails[0].lines):
        return None
    told, own = tails[0].evidence, [i for i, line in enumerate(lines) if not page.signs[line.n - 1]]
    speaks = [list(speaking(lines, told, i)) for i in range(len(lines))]
    return Foot(speaks, [list(beginning(told, i)) for i in range(len(lines))], own[-1] + 1 if own else 0)


def step(found: Foot, weights: Weights, slopes: Weights) -> None:
    """Take one step: towards the true beginning, away from the others by how likely they are."""
    speaks = [sum(weights[sign] for sign in signs) for signs in found.speaks]
    below = [*accumulate(reversed(speaks))][::-1]
    scores = [down + sum(weights[s] for s in signs) for down, signs in zip(below, found.begins, strict=True)]
    top = max(0.0, *scores)
    shares = [math.exp(score - top) for score in scores]
    total = sum(shares) + math.exp(-top)
    wrong = [(i == found.start) - share / total for i, share in enumerate(shares)]
    slope: dict[Sign, float] = {}
    for i, above in enumerate(accumulate(wrong)):
        for sign in found.speaks[i]:
            slope[sign] = slope.get(sign, 0.0) + above
        for sign in found.begins[i]:
            slope[sign] = slope.get(sign, 0.0) + wrong[i]
    for sign, rise in slope.items():
        slopes[sign] += rise * rise
        weights[sign] += _STEP * (rise - _DRAWN * weights[sign]) / math.sqrt(slopes[sign] + 1e-9)


def main() -> None:
    feet = [found for page in pages() if (found := foot(page))]
    feet += [found for found in feet if found.start > 1] * (_LISTS - 1)
    weights: Weights = defaultdict(float)
    slopes: Weights = defaultdict(float)
    for turn in range(_ROUNDS):
        random.Random(turn).shuffle(feet)
        for found in feet:
            step(found, weights, slopes)
    for (table, name), weight in sorted(weights.items(), key=lambda row: (row[0][0], -row[1])):
        print(f"[odds.{table}] {name} = {weight:.1f}")


if __name__ == "__main__":
    main()
