"""Pair the quotation marks of a line: every family, mixed, nested, forgotten.

Newsrooms open with « and close with ", nest straight marks in straight marks,
turn curly ones round and glue a mark to the wrong word.  Direction is therefore
read from the letters around a mark and only then from its shape.  Which pairs
hold a quotation and which a name is not decided here.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from operator import attrgetter

from msgspec import Struct

from sitegen import data
from sitegen.text.fold import light_key

_MARK = re.compile('[«»‹›“”„‟″"]')
_OR_TWO = re.compile(f"{_MARK.pattern}|''")  # where two single ones stand for one
_POINTED = {"«": 1, "‹": 1, "»": -1, "›": -1}
#: Doubled brackets stand for pointed marks.
_DOUBLED = (("<<", ">>"), ("((", "))"))
#: A line whose first pointed mark is a closing one right before a word: »…«.
_TURNED = re.compile(r"[^«‹»›]*?(?:(?<![^\W_])(?<![.!؟])[»›](?=[^\W_])|:\s*[»›])")
_SINGLE = re.compile(r"(?<![^\s:(،])['‘](?=\S)[^'‘’]{2,400}(?<=\S)['’](?![^\s.،,؛:)؟!])")
_AFTER_CLOSE = frozenset(' \t\n\u00a0\u200f.،,؛;:!?؟…)]»›”"-–')
_STOP = frozenset(" \t\n\u00a0.،,:؛;)؟?!")
_BEFORE_OPEN = frozenset(' \t\n\u00a0\u200f:،,؛;([-–—/ـ«‹“".')
_LAST_WORD = re.compile(r"[^\W\d_ـ]+\Z")
#: A nested pair is a name or a term, not a speech.
_NESTED_MAX = 60
_TERM_MAX = 25


class Marked(Struct, frozen=True, gc=False):
    """What stands between two marks: text[start:end]; the marks begin at `open` and end at `close`."""

    open: int
    start: int
    end: int
    close: int
    depth: int


class Marks(Struct, frozen=True, gc=False):
    """All pairs of a line by offset, the mark that was never closed and those never opened."""

    pairs: tuple[Marked, ...]
    unclosed: int | None  # offset after the last opening mark that runs on to the end of the line
    orphans: tuple[int, ...]  # offsets of closing marks without an opening one


class _Mark(Struct, frozen=True, gc=False):
    start: int
    end: int
    shape: str
    way: int  # 1 opens, -1 closes, 0 either


NO_MARKS = Marks((), None, ())


@cache
def _introducers() -> frozenset[str]:
    return frozenset(data.table("speech")["introducers"])


@lru_cache(maxsize=1024)
def find_marks(text: str) -> Marks:
    """Pair the quotation marks of one line.

    >>> [text[m.start:m.end] for text in ['قال: «نسعى إليه".'] for m in find_marks(text).pairs]
    ['نسعى إليه']
    >>> len(find_marks('نصرا على تنظيم "داعش" الإرهابي"').orphans)
    1
    """
    marks = _marks(text)
    if not marks:
        return NO_MARKS
    pairs: list[Marked] = []
    orphans: list[int] = []
    stack: list[_Mark] = []
    for i, mark in enumerate(marks):
        if not stack:
            if _begins(text, marks, i):
                stack.append(mark)
            else:
                orphans.append(mark.start)
        elif mark.way > 0 or (mark.way == 0 and _begins_term(text, marks, i)):
            if not _nests(marks, i):
                stack.clear()
            stack.append(mark)
        else:
            _unwind(stack, mark)
            opened = stack.pop()
            pairs.append(_between(text, opened, mark, len(stack)))
    pairs.sort(key=attrgetter("open"))
    return Marks(tuple(pairs), stack[0].end if stack else None, tuple(orphans))


def _begins(text: str, marks: list[_Mark], i: int) -> bool:
    """Say whether mark `i` opens, nothing being open: by its way, the word before it or the mark after it.

    >>> find_marks('وأكد الوزير أن" هذه الجلسات تمثل إرادة".').pairs[0].open
    14
    """
    mark = marks[i]
    if mark.way > 0 or (mark.way == 0 and i + 1 < len(marks) and marks[i + 1].way <= 0):
        return True
    before = text[max(0, mark.start - 20) : mark.start].rstrip()
    if before.endswith(":"):
        return True
    word = _LAST_WORD.search(before)
    return word is not None and light_key(word.group()) in _introducers()


def _marks(text: str) -> list[_Mark]:
    """Return the marks of a line; single ones count only where no others stand."""
    doubled: list[_Mark] = []
    for left, right in _DOUBLED:
        if left in text and right in text:
            doubled += [_Mark(m.start(), m.end(), "«", 1) for m in re.finditer(re.escape(left), text)]
            doubled += [_Mark(m.start(), m.end(), "»", -1) for m in re.finditer(re.escape(right), text)]
    found = list((_OR_TWO if "''" in text else _MARK).finditer(text))
    if found or doubled:
        pointed = next((m.group() for m in found if m.group() in _POINTED), "«")
        turned = -1 if _POINTED[pointed] < 0 and _TURNED.match(text) else 1
        marks = [_Mark(m.start(), m.end(), m.group(), _way(text, m, turned)) for m in found]
        return sorted(marks + doubled, key=attrgetter("start", "end")) if doubled else marks
    if "'" in text or "\N{LEFT SINGLE QUOTATION MARK}" in text:
        pairs = _SINGLE.finditer(text)
        return [_Mark(i, i + 1, "'", way) for m in pairs for i, way in ((m.start(), 1), (m.end() - 1, -1))]
    return []


def _way(text: str, mark: re.Match[str], turned: int) -> int:
    """Say whether a mark opens (1), closes (-1) or may do either (0)."""
    if mark.group() in _POINTED:
        return turned * _POINTED[mark.group()]
    before = text[max(0, mark.start() - 1) : mark.start()]
    after = text[mark.end() : mark.end() + 1]
    may_open = (not before or before in _BEFORE_OPEN) and bool(after) and after not in _STOP
    may_close = bool(before) and not before.isspace() and (not after or after in _AFTER_CLOSE)
    if may_open != may_close:
        return 1 if may_open else -1
    if may_open:  # between two other signs
        return 1 if before in ":،(ـ" else 0
    word = _LAST_WORD.search(text, max(0, mark.start() - 3), mark.start())
    clitic = (
        word is not None and not text[word.start() - 1 : word.start()].strip() and word.group()[0] in "وبلكف"
    )
    return 1 if clitic and after.isalpha() else 0


def _begins_term(text: str, marks: list[_Mark], i: int) -> bool:
    """Say whether a mark with spaces on both sides and the next one hold a word or two: « " داعش " »."""
    if i + 1 >= len(marks) or marks[i + 1].way != 0:
        return False
    inside = text[marks[i].end : marks[i + 1].start].strip()
    between = not inside[:1].isalpha() or inside.startswith("و") or inside in ("ثم", "أو")
    return not between and len(inside) <= _TERM_MAX and len(inside.split()) <= 3


def _nests(marks: list[_Mark], i: int) -> bool:
    """Say whether the opening mark `i` begins a short inner pair and the outer one is closed later."""
    if i + 1 >= len(marks) or marks[i + 1].way > 0 or marks[i + 1].start - marks[i].end > _NESTED_MAX:
        return False
    depth = 2
    for mark in marks[i + 1 :]:
        depth += 1 if mark.way > 0 else -1
        if depth == 0:
            return True
    return False


def _unwind(stack: list[_Mark], mark: _Mark) -> None:
    """Drop inner marks that were never closed when a pointed mark closes an outer pointed one."""
    if mark.shape in _POINTED and any(m.shape in _POINTED for m in stack):
        while stack[-1].shape not in _POINTED:
            stack.pop()


def _between(text: str, opened: _Mark, closed: _Mark, depth: int) -> Marked:
    start, end = opened.end, closed.start
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Marked(opened.start, start, end, closed.end, depth)
