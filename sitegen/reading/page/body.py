"""The text itself: headings, captions between paragraphs, and a sentence that runs on.

A heading stands over a paragraph.  Standing directly on top of it, it is one for
certain; alone between blank lines it may be the caption of a picture as well, and
the page's own habit decides: where other headings touch their paragraphs, a line
that does not is a caption.  Words in quotation marks are headings.
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.model import Role
from sitegen.reading.page.layout import Page
from sitegen.reading.page.lines import Line
from sitegen.reading.page.signs import as_printed
from sitegen.reading.page.words import credit_of, lists

Claims = Iterator[tuple[int, Role]]

_HEADING = 12
_SCRAP = 6
_LISTED = ("-", "–", "—", "*", "•", "·", "(", "#")
_QUOTES = {'"': '"', "«": "»", "“": "”", "'": "'", "‘": "’"}


def _may_head(line: Line) -> bool:
    """Say whether a line is short, no sentence and no item of a list."""
    if not line.words or line.prose or line.size > _HEADING or line.stop in (".", "،", "؛", ",", "…"):
        return False
    text = line.text.strip()
    known = lists()
    first = line.words[0]
    sentence = first in known.verbs or (first[0] in "وف" and first[1:] in known.verbs)
    sentence = sentence or (line.stop == ":" and (first[0] == "و" or "،" in text))
    return (
        not sentence
        and not text.startswith((*_LISTED, *as_printed("voices")))
        and not line.words[0].isdigit()
    )


def _over_paragraph(page: Page, line: Line) -> bool:
    """Say whether the next text is a paragraph, markedly longer than the line."""
    below = page.next(line)
    return below is not None and below.size > line.size + 4 and (below.prose or below.size >= 10)


def _touches(page: Page, line: Line) -> bool:
    """Say whether the line stands directly on top of its paragraph, and on no running text itself."""
    below, above = page.below(line), page.above(line)
    if below is None or below.blank or not _over_paragraph(page, line) or not page.is_text(below):
        return False
    return (
        above is None
        or above.blank
        or not page.is_text(above)
        or (above.prose and above.stop in (".", "؟", "!"))
    )


def _inside(page: Page) -> Iterator[Line]:
    """Yield the lines between the first and the last paragraph that may be headings."""
    first, last = page.bounds
    return (line for line in page.open() if first < line.n < last and _may_head(line))


def touching_headings(page: Page) -> Claims:
    """Claim headings that stand directly on top of their paragraph."""
    for line in _inside(page):
        if _touches(page, line):
            yield line.n, "heading"


def is_quoted(line: Line) -> bool:
    """Say whether the whole line stands in quotation marks.

    >>> from sitegen.reading.page.lines import measure
    >>> is_quoted(measure(1, '"شراكة استخباراتية"')), is_quoted(measure(1, 'قال "نعم"'))
    (True, False)
    """
    text = line.text.strip().rstrip(":")
    return len(text) > 2 and _QUOTES.get(text[0]) == text[-1] and text[0] not in text[1:-1]


def quoted_headings(page: Page) -> Claims:
    """Claim a line in quotation marks over a paragraph."""
    for line in _inside(page):
        if is_quoted(line) and _over_paragraph(page, line):
            yield line.n, "heading"


def lone_captions(page: Page) -> Claims:
    """Claim captions between paragraphs: credited, describing a scene, or unlike the page's headings."""
    known = lists()
    habit = any(mark.rule == "heading-touching" for mark in page.marks.values())
    first, last = page.bounds
    for line in page.open():
        if line.n <= first or not line.words or line.size > 40 or not page.isolated(line):
            continue
        if line.stop != "." and credit_of(line.text)[1]:
            yield line.n, "caption"
        elif line.n < last and _may_head(line) and line.size > 1:
            described = any(word in known.describing for word in line.words)
            if described or habit or not _over_paragraph(page, line):
                yield line.n, "caption"


def lone_headings(page: Page) -> Claims:
    """Claim a short line that stands alone over a paragraph."""
    for line in _inside(page):
        if page.isolated(line) and _over_paragraph(page, line):
            yield line.n, "heading"


def runs_on(above: Line, below: Line) -> bool:
    """Say whether the sentence that `above` leaves open goes on in `below`.

    >>> from sitegen.reading.page.lines import measure
    >>> open_end = measure(1, "وترأس رئيس الوزراء والرئيس الأمريكي الاجتماع الموسع للوفدين العراقي والأمريكي")
    >>> runs_on(open_end, measure(3, "حيث جرى بحث التعاون الأمني بين البلدين."))
    True
    >>> runs_on(open_end, measure(3, "وعقد الكاظمي اجتماعا ثنائيا مع الرئيس."))
    False
    """
    if above.size < 8 or above.stop or not below.words:
        return False
    known, first = lists(), below.words[0]
    return first in known.joins or (below.size <= _SCRAP and below.stop == "." and first in known.scraps)
