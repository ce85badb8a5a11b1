"""Furniture that shows by its place: boxes of links, values under labels.

Where a heading such as «مقالات ذات صلة» opens a box, the short lines under it are
teasers of other articles; paragraphs under it never are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice, takewhile

from sitegen.model import Role
from sitegen.reading.page import foot, furniture
from sitegen.reading.page.body import is_quoted
from sitegen.reading.page.hints import is_addressed, is_label
from sitegen.reading.page.layout import Page
from sitegen.reading.page.lines import Line, stems_of
from sitegen.reading.page.signs import signs
from sitegen.reading.page.tail import Tail
from sitegen.reading.page.words import interface_words, lists, telling_stems

Claims = Iterator[tuple[int, Role]]

#: Lines of a box between paragraphs; more than this is no box.
_BOX = 8
_TEASER = 25
#: In a box that no blank line closes: words of a headline, and how many of them.
_HEADLINES, _FEW = 4, 1
#: In such a box of so few lines further headlines are teasers where they share hardly a word with the text.
_BRIEF, _LITTLE = 3, 0.2
#: So many headlines of so many words in a row are no list.
_ROW, _LONG = 3, 8
_SPONSORED = "sponsored"
_BULLETS = frozenset("•·◄►▪■●»>*")
#: The families that end a box and that skip it; a box that is at its end opens no other.
_END, _SKIP = "box-end", "accessibility"
_HEADLINE = 30
#: A list of tags that a heading opens has at most so many lines; other labels have one value.
_TAGS, _VALUES, _TAG = "tags", 8, 4


def box(page: Page) -> Claims:
    """Claim the teasers under a heading that opens a box of links."""
    text_ends = max((line.n for line in page.paragraphs() if _is_solid(line)), default=0)
    text_ends = max(text_ends, page.end)
    top = page.title.n if page.title else page.bounds[0]
    for n, found in page.found.items():
        line, mark = page.lines[n - 1], page.marks.get(n)
        if mark is None or mark.role != "furniture" or n < top:
            continue
        opened = furniture.opener(line, found)
        if opened == "list" or (opened and not page.in_head(line)):
            if line.n > max(text_ends, page.bounds[0]) and Tail(page).may_end_at(line):
                yield from ((teaser.n, "furniture") for teaser in _rest(page, line))
                return
            yield from ((teaser.n, "furniture") for teaser in _group(page, line))


def led_on(page: Page) -> Claims:
    """Claim a label that leads on to a story, and the headline it touches between two paragraphs."""
    first, last = page.bounds
    for line in page.lines[first : last - 1]:
        more = line.words in interface_words().more
        sponsored = line.n in page.found and page.found[line.n].family.name == _SPONSORED
        if line.prose or not (more or sponsored or _is_strange_label(page, line)):
            continue
        above, below = page.previous(line), page.next(line)
        after = page.next(below) if below else None
        if _is_furniture(page, line.n + 1) and above and above.prose:
            yield line.n, "furniture"
        elif below and after and _is_teaser(page, below) and _is_running(after) and above and above.prose:
            if below.size >= _HEADLINES and not (sponsored and _shared(below, [after])):
                yield from ((other.n, "furniture") for other in (line, below))
        elif more and above and below and below.prose and _is_teaser(page, above):
            yield from ((other.n, "furniture") for other in (above, line) if above.size >= _HEADLINES)
        elif above and above.prose and _is_strange_label(page, line):
            yield from ((other.n, "furniture") for other in _led(page, line))


def in_a_row(page: Page) -> Claims:
    """Claim headlines between a sentence and a paragraph that carries it on: teasers without a heading.

    They are three at least and have hardly a word of the text; a list of the text stands below a colon.
    """
    run: list[Line] = []
    above: Line | None = None
    for line in (line for line in page.lines if line.words):
        if line.n not in page.marks and not line.stop and _LONG <= line.size <= _HEADLINE:
            run.append(line)
            continue
        if len(run) >= _ROW and above and above.prose and above.stop == "." and line.prose:
            known = telling_stems(
                word for other in page.paragraphs() if other not in run for word in other.words
            )
            strange = all(len(telling_stems(one.words) & known) <= _LITTLE * one.size for one in run)
            if strange and foot.carries_on(line):
                yield from ((one.n, "furniture") for one in run)
        run, above = [], line


def _led(page: Page, label: Line) -> list[Line]:
    """Return a label and the headlines it touches, if running text follows them."""
    below = islice(page.lines, label.n, label.n + _BRIEF + 1)
    box = list(takewhile(lambda line: line.size >= _HEADLINES and _is_teaser(page, line), below))
    after = page.next(box[-1]) if 1 < len(box) <= _BRIEF else None
    known = stems_of(word for line in page.paragraphs() for word in line.words)
    stems = [telling_stems(line.words) for line in box[1:]]
    strange = all(len(words & known) <= _LITTLE * len(words) for words in stems)
    return [label, *box] if after and after.prose and strange else []


def _is_furniture(page: Page, n: int) -> bool:
    """Say whether a line is marked as furniture, no matter where."""
    mark = page.marks.get(n)
    return mark is not None and mark.role == "furniture"


def _is_strange_label(page: Page, line: Line) -> bool:
    """Say whether a line is a label of the interface or a call, and no paragraph has a word of it."""
    told = is_label(line) or (line.size <= _TAG and is_addressed(line))
    strange = line.n not in page.marks and not line.stop and told
    return strange and not _shared(line, page.paragraphs())


def _shared(line: Line, others: Iterable[Line]) -> bool:
    """Say whether others have a word of a line, small words left out."""
    stems = telling_stems(line.words)
    return any(stems & stems_of(other.words) for other in others)


def _is_solid(line: Line) -> bool:
    """Say whether a paragraph is running text for certain, not a long headline."""
    return line.stop == "." or line.size >= _HEADLINE


def _is_teaser(page: Page, line: Line) -> bool:
    short = line.size <= _TEASER and line.stop not in (".", ":")
    named = line.words and line.words[0] not in signs().called
    return line.n not in page.marks and not line.prose and short and bool(named)


def _rest(page: Page, line: Line) -> Iterable[Line]:
    """Return what stands below a box heading that no text follows."""
    below = page.lines[line.n :]
    return [
        other for other in below if not other.blank and not _is_solid(other) and other.n not in page.marks
    ]


def _group(page: Page, line: Line) -> list[Line]:
    """Return the lines of a box between paragraphs: those up to the next blank line or paragraph.

    Where no blank line closes the box, only headlines are teasers: a line of a few words
    may be a verse or a score, and the last one the heading of the paragraph it touches.
    """
    group: list[Line] = []
    for i in range(line.n, min(line.n + 2 * _BOX, len(page.lines))):
        other = page.lines[i]
        if other.blank:
            if group:
                return _headlines(page, group) if page.in_head(line) else group[:_BOX]
        elif other.n in page.marks:
            if (found := page.found.get(other.n)) and found.family.name == _END:
                return _headlines(page, group)
        elif not _is_teaser(page, other):
            if len(group) > 1 and group[-1].n == other.n - 1 and _heads(page, group[-1], other):
                group.pop()
            return _headlines(page, group)
        else:
            group.append(other)
    return _headlines(page, group)


def _heads(page: Page, line: Line, below: Line) -> bool:
    """Say whether the last line over a paragraph is its heading: a question, or in the text's words."""
    if line.size > _HEADLINES and page.shared(line) <= 1 and not _shared(line, [below]):
        return line.stop == "؟"
    return page.shares(line) > 0 or line.stop == "؟"


def _headlines(page: Page, group: list[Line]) -> list[Line]:
    """Return the first headline and others that speak of another thing, or a list that opens the box."""
    sign = group[0].text.lstrip()[:1] if group else ""
    if sign in _BULLETS:
        return list(takewhile(lambda line: line.text.lstrip().startswith(sign), group))
    headlines = list(takewhile(lambda line: line.size >= _HEADLINES, group))
    if len(group) > _BRIEF or not (group and _is_between_paragraphs(page, group)):
        return headlines[:_FEW]
    return [line for i, line in enumerate(headlines) if i < _FEW or _is_strange(page, line)]


def _is_strange(page: Page, line: Line) -> bool:
    """Say whether a headline hardly shares a word with the text and is no quotation from it."""
    return page.shares(line) <= _LITTLE and not is_quoted(line)


def _is_between_paragraphs(page: Page, group: list[Line]) -> bool:
    """Say whether a sentence ends above a box and running text follows it: no list is going on."""
    above, below = page.previous(group[0]), page.next(group[-1])
    return (
        above is not None and above.prose and above.stop != ":" and below is not None and _is_running(below)
    )


def _is_running(line: Line) -> bool:
    """Say whether a line is a paragraph, a short sentence, or what opens a list of the text."""
    return line.prose or line.stop in (".", ":")


def enclosed(page: Page) -> Claims:
    """Claim what stands between the opening and the end of a box: answers of a poll, a list of links."""
    opened: Line | None = None
    for n, found in page.found.items():
        line, mark = page.lines[n - 1], page.marks.get(n)
        if mark is None or mark.rule != found.family.name:
            continue
        if found.family.name == _END:
            if opened is not None and _is_box(page, opened, line):
                within = page.lines[opened.n : line.n - 1]
                yield from ((other.n, "furniture") for other in within if other.size <= _TEASER)
            opened = line if line.words[-1] not in signs().ended else None
        elif found.family.opens or found.family.name == _SKIP:
            opened = line


def _is_box(page: Page, opened: Line, end: Line) -> bool:
    """Say whether a box may lie between two lines: no text is in it, one sentence if it may be skipped."""
    skipped = page.found[opened.n].family.name == _SKIP
    within = page.lines[opened.n : end.n - 1]
    text = sum(other.stop == "." and other.size >= _HEADLINES for other in within)
    return end.n - opened.n <= _BOX + 4 and text <= skipped and page.in_head(opened) == page.in_head(end)


def attached(page: Page) -> Claims:
    """Claim the line that belongs to a label above it: a name under an office, tags under «وسوم»."""
    for n, found in page.found.items():
        line, mark = page.lines[n - 1], page.marks.get(n)
        if not found.family.next or mark is None or mark.rule != found.family.name:
            continue
        if line.size > 4:
            continue
        following = (other for other in page.lines[line.n : line.n + 2 * _VALUES] if not other.blank)
        values = list(takewhile(lambda other: _is_label_value(page, other), islice(following, _VALUES)))
        more = takewhile(lambda other: _is_tag(page, other), values[1:] if found.family.name == _TAGS else ())
        yield from ((value.n, "furniture") for value in (*values[:1], *more))


def _is_tag(page: Page, line: Line) -> bool:
    """Say whether a line goes on with a list of tags; above the text, where a title follows, a place does."""
    if page.in_head(line):
        return line.words in lists().places
    return line.size <= _TAG and not line.stop


def _is_label_value(page: Page, line: Line) -> bool:
    short = line.size <= 4 if page.in_head(line) else line.size <= 20
    return bool(line.words) and line.n not in page.marks and short and not line.prose and page.at_edge(line)
