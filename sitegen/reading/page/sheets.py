"""What stands again on each sheet of a printed page: its number, and the lines round it.

No word need be known: the number goes up from sheet to sheet («2/4» and «3/4»,
«صفحة 1 من 3», «- 33 -»), and what stands beside it more than once is the sheet's
head or foot.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise, takewhile

from sitegen.model import Role
from sitegen.reading.page.days import is_day
from sitegen.reading.page.layout import Page
from sitegen.reading.page.lines import Line

Claims = Iterator[tuple[int, Role]]

#: A line with the number of a sheet has at most so many words.
_WORDS = 5
#: So many sheets at least; so many lines round a number may be the sheet's.
_SHEETS, _NEAR = 2, 4
#: A number of two: «2/4»; a score has another mark.
_OF_TWO = 2
_OF = re.compile(r"\s*\d+\s*/\s*\d+\s*")
#: «- 33 -», «[33]».
_FRAMED = re.compile(r"\s*[-–—\[(|]+\s*\d+\s*[-–—\])|]+\s*")
_DIGITS, _LONGEST = "#", 9
_STOPS = (".", "؟", "!")


def sheets(page: Page) -> Claims:
    """Claim the numbers of the sheets below the first paragraph, and what stands beside them again."""
    first = next((line.n for line in page.lines if line.prose), len(page.lines))
    numbered = [line for run in _runs(page, first) for line in run]
    heads = {line.n for line in (*numbered, *_again(page, numbered))}
    yield from ((n, "furniture") for n in sorted(heads) if n > first and n not in page.marks)


def _again(page: Page, numbered: Sequence[Line]) -> list[Line]:
    """Return the lines beside the numbers that stand beside another number too."""
    beside = {line.n: line for number in numbered for line in _beside(page, number)}
    times = Counter(map(_shape, beside.values()))
    return [line for line in beside.values() if times[_shape(line)] >= _SHEETS]


def _beside(page: Page, line: Line) -> list[Line]:
    """Return the lines round a number that are neither paragraphs nor sentences nor numbers."""
    above = (other for other in reversed(page.lines[: line.n - 1]) if other.words)
    below = (other for other in page.lines[line.n :] if other.words)
    return [
        other
        for side in (above, below)
        for other in islice(takewhile(lambda one: not one.prose and one.stop not in _STOPS, side), _NEAR)
        if not all(map(str.isdecimal, other.words)) or is_day(other.words)
    ]


def _shape(line: Line) -> tuple[str, ...]:
    """Return the words of a line, a sign for each number that is none of a day."""
    return line.words if is_day(line.words) else tuple(_DIGITS if _is_figure(w) else w for w in line.words)


def _runs(page: Page, first: int) -> Iterator[Sequence[Line]]:
    """Yield the lines that differ in nothing but a number that goes up by one, paragraphs between them.

    One of a kind that stands below the last paragraph too has both numbers: «3/4».
    """
    last = max((line.n for line in page.lines if line.prose), default=0)
    alike: dict[tuple[str, ...], list[Line]] = defaultdict(list)
    for line in page.lines:
        numbers = len(_numbers(line)) if 0 < line.size <= _WORDS and not line.prose else 0
        if 0 < numbers <= _OF_TWO and not is_day(line.words):
            alike[_shape(line)].append(line)
    for shape, lines in alike.items():
        until = last if shape.count(_DIGITS) < _OF_TWO else len(page.lines)
        within = len(lines) >= _SHEETS and any(first < line.n < until for line in lines)
        if within and _goes_up(lines) and _is_apart(page, lines) and _is_number(shape, lines):
            yield lines


def _is_number(shape: tuple[str, ...], lines: Sequence[Line]) -> bool:
    """Say whether lines number sheets: «2/4», «صفحة 1 من 3», «- 33 -», no parts of a text: «1», «2»."""
    numbers = [_numbers(line) for line in lines]
    if shape.count(_DIGITS) == _OF_TWO:
        of = numbers[0][1]
        told = len(shape) > _OF_TWO or all(_OF.fullmatch(line.text) for line in lines)
        return told and all(other == of for _, other in numbers) and numbers[-1][0] <= of
    bare = len(shape) == 1 or all(_FRAMED.fullmatch(line.text) for line in lines)
    return bare and numbers[0][0] > 1  # «1», «2» number the parts of a text


def _goes_up(lines: Sequence[Line]) -> bool:
    return all(_numbers(two)[0] == _numbers(one)[0] + 1 for one, two in pairwise(lines))


def _is_apart(page: Page, lines: Sequence[Line]) -> bool:
    """Say whether paragraphs stand between lines, or a list between two with the same words beside them."""
    between = [any(line.prose for line in page.lines[one.n : two.n]) for one, two in pairwise(lines)]
    if all(between[: len(between) - 1] or between):
        return True
    return bool(_again(page, lines))


def _numbers(line: Line) -> list[int]:
    return [int(word) for word in line.words if _is_figure(word)]


def _is_figure(word: str) -> bool:
    return word.isdecimal() and len(word) <= _LONGEST
