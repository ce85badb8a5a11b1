"""Lines that a mail or a printout broke at a width are put together again.

Whoever breaks lines puts as many words on each as fit: the first word of the next line would have made it
too long.  Where that holds of nearly all lines that follow each other, and of many, they were broken so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

#: Letters of the narrowest and the widest line that is taken for broken.
_NARROW, _WIDE = 30, 110
#: So many lines in a row at least are looked at; so many must stand above others, and this share of them be
#: full: the last of a paragraph is not.
_ROW, _ENDS, _SHARE = 3, 8, 0.65
_CUT = ("..", "…")


def unwrapped(lines: Sequence[str]) -> tuple[str, ...]:
    """Return the lines, those that were broken at a width as one line each.

    >>> broken = ["قال الوزير إن الأعمال في الطريق", "الجديد تنتهي قبل الصيف المقبل،", "وإن العمال عادوا"]
    >>> [len(line) for line in unwrapped([*broken * 8, "", "انتهى"])]
    [79, 79, 79, 79, 79, 79, 79, 79, 0, 5]
    >>> unwrapped(["اقرأ أيضا", "الوزير يستقبل السفير", "مباراة"])
    ('اقرأ أيضا', 'الوزير يستقبل السفير', 'مباراة')
    """
    width = _width(lines)
    return tuple(" ".join(map(str.strip, row)) for row in _rows(lines, width)) if width else tuple(lines)


def _width(lines: Sequence[str]) -> int:
    """Return at how many letters lines were broken, 0 if they were not."""
    rows = [list(row) for filled, row in groupby(lines, key=lambda line: bool(line.strip())) if filled]
    rows = [row for row in rows if len(row) >= _ROW and max(map(len, row)) <= _WIDE]
    width = max((len(line) for row in rows for line in row), default=0)
    full = [_is_full(one, two, width) for row in rows for one, two in pairwise(row)]
    return width if width >= _NARROW and len(full) >= _ENDS and sum(full) >= _SHARE * len(full) else 0


def _is_full(line: str, after: str, width: int) -> bool:
    """Say whether the first word of the line after would have made a line too long; a teaser is cut short."""
    return not line.endswith(_CUT) and len(line) <= width < len(line) + 1 + len(after.split(maxsplit=1)[0])


def _rows(lines: Sequence[str], width: int) -> Iterator[list[str]]:
    row: list[str] = []
    for line in lines:
        if row and not (row[-1].strip() and line.strip() and _is_full(row[-1], line, width)):
            yield row
            row = []
        row.append(line)
    if row:
        yield row
