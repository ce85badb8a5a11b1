"""What stands twice on a page: the title, a caption or the lede, whole or cut short."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, zip_longest

from sitegen.model import Role
from sitegen.reading.page.layout import Page
from sitegen.reading.page.lines import Line, words_of

#: A line of so many words is no refrain and no answer («نعم.»): once is enough.
LONG = 8
#: A line cut short: words it must share with the title, with a neighbour, with a paragraph.
_OF_TITLE, _OF_NEIGHBOUR, _OF_PARAGRAPH = 2, 3, 6
#: The head of a printed page has at most so many words before its number.
_RUNNING = 6
#: A year has so many digits, a page fewer.
_YEAR = 4
_PAGE = (("ص",), ("صفحه",), ("الصفحه",))
_MARKS = (["-"], ["–"], ["—"], ["|"], ["•"])
_DASHES = tuple("-–—*")
_DOTS = ("...", "…", "[…]", "[...]", "..")
#: Of so many lines below it a line run together is made; it is among so many first ones.
_PIECES, _TOP = 4, 8
#: Paragraphs that open with the same two words; more of them are not compared.
_FEW = 8

Claims = Iterator[tuple[int, Role]]


def title_again(page: Page) -> Claims:
    """Claim every other print of the title, with or without the outlet's name behind it."""
    if page.title_text:
        titles = {words_of(page.title_text), page.title.words if page.title else ()}
        for line in page.open():
            above = page.title is not None and line.n < page.title.n and _named(line, page.title)
            above = above or (page.title is not None and _between(line, page.title.words))
            if line.words and (line.words in titles or above or any(_labelled(line, one) for one in titles)):
                yield line.n, "duplicate"


def _labelled(line: Line, title: tuple[str, ...]) -> bool:
    """Say whether a line is the title behind a label: «قراءة: …», «عنوان الخبر: …»."""
    size = len(title)
    return size >= 4 and size < line.size <= size + 2 and line.words[-size:] == title


def _between(line: Line, title: tuple[str, ...]) -> bool:
    """Say whether a line is two prints of the title and a word between them: «… Empty …»."""
    size = len(title)
    return 2 * size < line.size <= 2 * size + 1 and line.words[:size] == title == line.words[-size:]


def _named(line: Line, title: Line) -> bool:
    """Say whether a line is the title before the outlet's name, «… | قناة المها», a long one before any."""
    rest = line.text.strip().removeprefix(title.text.strip()).split()
    opens = line.size > title.size and line.words[: title.size] == title.words
    return opens and (rest[:1] in _MARKS or (title.size >= LONG and not line.prose))


def paragraph_again(page: Page) -> Claims:
    """Claim the second print of a long line, wherever it stands; the first where it is an entry of a list."""
    seen: dict[tuple[str, ...], Line] = {}
    for line in page.open():
        if line.size >= LONG:
            first = seen.setdefault(line.words, line)
            if first is not line:
                listed = _is_entry(first) and not _is_entry(line)
                yield (first if listed else line).n, "duplicate"


def run_together(page: Page) -> Claims:
    """Claim the lines that stand below it, run together in one: a title, who wrote and the first words."""
    lines = list(islice((line for line in page.open() if line.words), _TOP + _PIECES))
    for i, line in enumerate(lines[:_TOP]):
        below = lines[i + 1 : i + 1 + _PIECES]
        if not below or below[0].prose or line.words[: below[0].size] != below[0].words:
            continue
        told, pieces = line.words[:-1], [word for other in below for word in other.words]
        if len(told) >= below[0].size + LONG and told == tuple(pieces[: len(told)]):
            yield line.n, "duplicate"


def _is_entry(line: Line) -> bool:
    """Say whether a line opens with a dash or ends in dots, as the contents of a bulletin and teasers do."""
    return line.text.lstrip()[:1] in _DASHES or line.text.rstrip().endswith(_DOTS)


def running_head(page: Page) -> Claims:
    """Claim the head of a printed page between paragraphs: words of lines at the top, and a number.

    The number may stand on a line of its own below the words.
    """
    first = next((line.n for line in page.lines if line.prose), len(page.lines))
    tops = [line.words for line in page.lines[:first] if line.words and not line.prose]
    last = max((line.n for line in page.lines if line.prose), default=0)
    for line in page.open():
        if line.n > first and line.brief and line.words and line.words[-1].isdigit() and _heads(line, tops):
            yield line.n, "furniture"
        below = page.below(line)
        if first < line.n < last and below and _is_number(below) and line.words in tops:
            yield from ((other.n, "furniture") for other in (line, below))


def _is_number(line: Line) -> bool:
    return len(line.words) == 1 and line.words[0].isdigit() and len(line.words[0]) < _YEAR


def _heads(line: Line, tops: Sequence[tuple[str, ...]]) -> bool:
    """Say whether a line that ends in a number is made of a line at the top, or of two: «المرفأ - ص 6»."""
    name = line.words[:-1]
    paged = name[-1:] in _PAGE
    name = name[:-1] if paged else name
    sized = (paged or len(name) > 1) and 0 < len(name) <= _RUNNING
    if sized and any(name in (top[: len(name)], top[-len(name) :]) for top in tops):
        return True
    return any(line.words[: len(top)] == top and line.words[len(top) :] in tops for top in tops)


def line_again(page: Page) -> Claims:
    """Claim the second print of a short line at the page's top or end or right below it; no refrain."""
    seen: dict[tuple[str, ...], int] = {}
    above = 0  # the last line with words
    for line in page.open():
        if not line.words:
            continue
        first = seen.setdefault(line.words, line.n)
        close, above = first == above, line.n
        outside = line.size > 1 and (page.near_top(line) or page.in_tail(line))
        if first < line.n and (close or (outside and not _is_refrain(page, page.lines[first - 1]))):
            page.doubled.add(first)
            yield line.n, "duplicate"


def _is_refrain(page: Page, line: Line) -> bool:
    """Say whether the first print of a line stands in the text: a sentence, or a verse of its end."""
    if page.near_top(line):
        return line.stop in (".", "؟", "!") and not page.in_head(line)
    aside = (page.marks.get(n) for n in range(page.end + 1, line.n))
    return not any(mark and mark.role == "furniture" for mark in aside)


def cut_short(page: Page) -> Claims:
    """Claim a line that is but the beginning of the title, of the next line or of a paragraph."""
    lines = [line for line in page.open() if line.words]
    paragraphs: dict[tuple[str, ...], list[Line]] = {}
    for line in lines:
        if line.prose:
            paragraphs.setdefault(line.words[:2], []).append(line)
    for line, below in zip_longest(lines, lines[1:]):
        top = page.near_top(line)
        if not top and not line.text.rstrip().endswith(_DOTS):
            continue
        if page.title and top and line.size >= _OF_TITLE and begins(line, page.title):
            heads = below is not None and below.prose and _is_whole(line, page.title)
            if page.in_head(line) or not heads:
                yield line.n, "duplicate"
        elif below and top and line.size >= _OF_NEIGHBOUR and not below.prose and begins(line, below):
            page.doubled.add(below.n)
            yield line.n, "duplicate"
        elif line.size >= _OF_PARAGRAPH and any(
            begins(line, p) for p in paragraphs.get(line.words[:2], ())[:_FEW]
        ):
            yield line.n, "duplicate"


def _is_whole(line: Line, other: Line) -> bool:
    """Say whether the last word of a beginning is none that was cut."""
    return line.words[-1] == other.words[line.size - 1] and not line.text.rstrip().endswith(_DOTS)


def begins(line: Line, other: Line) -> bool:
    """Say whether `line` is a true beginning of `other`, its last word possibly cut."""
    size = line.size
    if size >= other.size or line.words[:-1] != other.words[: size - 1]:
        return False
    return other.words[size - 1].startswith(line.words[-1])
