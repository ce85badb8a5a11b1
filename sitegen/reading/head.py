"""The top of a page: title, dates, byline, dateline, captions and subtitle.

The title is chosen among the short lines above the first paragraph: the first
one that shares its words with the paragraphs, so that a site's name, a section
or a ticker above it is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.model import Role
from sitegen.reading.lines import Line, trim, words_of
from sitegen.reading.page import Page
from sitegen.reading.page_words import credit_of, is_date, is_name, is_place_or_way, lists
from sitegen.text.tokens import tokenize

Claims = Iterator[tuple[int, Role]]

#: A title has so many words; shorter ones are taken when nothing better is there.
_TITLE = range(3, 36)
#: The share of a title's words that the paragraphs repeat.
_SHARED = 0.3
_SUFFIX = re.compile(r"\s+[-–—|•]\s+([^-–—|•]{2,40})$|\s*\|\s*([^|]{2,40})$")
_STAMP = re.compile(r"\s*[-–—|(]\s*[\d/.\-: ]{8,22}\)?$")
_SEGMENT = re.compile(r"\s*[-–—ـ/|،,()]+\s*")
_MARKS = re.compile(r"\s*(?:#{1,6}\s+|(?:>\s?)+)")


def content_start(text: str, markdown: bool) -> int:
    """Return where the text begins behind Markdown's heading or quotation mark.

    >>> content_start("## استمرار الهجمات", True), content_start("# وسم", False)
    (3, 0)
    """
    mark = _MARKS.match(text) if markdown else None
    return mark.end() if mark else 0


# -- title ---------------------------------------------------------------------


def find_title(page: Page) -> Line | None:
    """Return the line that is the title, None when no line above the text can be one."""
    lines = [line for line in page.open() if line.words and page.in_head(line) and _may_be_title(line)]
    if not lines and (first := next((line for line in page.open() if line.words), None)):
        return first if not first.prose and _may_be_title(first) and page.next(first) else None
    for line in lines:
        if page.shares(line) >= (_SHARED if line.size >= 3 else 2 * _SHARED) and line.size > 1:
            return line
    return next((line for least in (4, 2, 1) for line in lines if line.size >= least), None)


def _may_be_title(line: Line) -> bool:
    if line.prose or line.size >= _TITLE.stop or is_date(line.words) or not line.arabic:
        return False
    return not credit_of(line.text)[1] and not _by(line) and _dateline_of(line) is None


def title_of(text: str) -> str:
    """Return a title without the outlet's name or the date that a site puts behind it.

    >>> title_of("بايدن يستقبل الكاظمي | صحيفة الوطن")
    'بايدن يستقبل الكاظمي'
    >>> title_of("تغريدات وفاكهة - 5"), title_of("الحدود السورية - العراقية")
    ('تغريدات وفاكهة - 5', 'الحدود السورية - العراقية')
    """
    start, end = trim(text)
    text = text[start:end]
    while (found := _SUFFIX.search(text)) and _is_outlet(words_of(found.group(1) or found.group(2))):
        text = text[: found.start()]
    stamp = _STAMP.search(text)
    return text[: stamp.start()] if stamp and is_date(words_of(stamp.group())) else text


def _is_outlet(words: tuple[str, ...]) -> bool:
    known = lists()
    return words in known.outlet_names or (len(words) <= 5 and any(word in known.outlets for word in words))


def above_title(page: Page) -> Claims:
    """Claim what stands above the title and says nothing of the article: a site's name, a ticker."""
    if page.title is None or len(page.vocabulary) < 30:
        return
    for line in page.open():
        if line.n < page.title.n and line.words and not line.prose and page.shares(line) < _SHARED:
            yield line.n, "furniture"


# -- dates, byline, dateline -----------------------------------------------------


def page_clock(page: Page) -> Claims:
    """Claim a date above the title when another one stands below it: it is the day of scraping."""
    if page.title is None:
        return
    dated = [line for line in page.open() if page.near_top(line) and is_date(line.words)]
    if any(line.n > page.title.n for line in dated):
        yield from ((line.n, "furniture") for line in dated if line.n < page.title.n)


def dates(page: Page) -> Claims:
    """Claim lines that are nothing but a date: at the top, or anywhere with «نشر في»."""
    published = lists().published
    for line in page.open():
        if line.words and line.size <= 18 and is_date(line.words):
            if page.near_top(line) or (page.in_tail(line) and any(w in published for w in line.words)):
                yield line.n, "date"


def _by(line: Line) -> bool:
    """Say whether the line names who wrote: «بقلم: …», «كتب - …»."""
    if line.size > 10 or line.prose or line.stop in (".", "؟"):
        return False
    known = lists().by
    for size in (1, 2):
        if line.words[:size] in known and line.size > size:
            tokens = tokenize(line.text[:40])
            after = line.text[tokens[size - 1].end :].lstrip()[:1]
            return line.words[0] in _ALONE or after in tuple(":：-–—/|")
    return False


_ALONE = frozenset(words_of("بقلم كتبه by"))


def _segments(line: Line) -> list[tuple[str, ...]]:
    return [words for part in _SEGMENT.split(line.text) if (words := words_of(part))]


def _dateline_of(line: Line) -> Role | None:
    """Say whether a line is a dateline («واشنطن / متابعة وطن برس», «دبي -») or a byline («رغد – عين»)."""
    if line.size > 10 or line.prose or line.stop in (".", "؟", "!", "?", ":"):
        return None
    segments = _segments(line)
    if not segments:
        return None
    hanging = line.text.rstrip().endswith(("-", "–", "—", "/"))
    if any(is_place_or_way(words) for words in segments) and len(segments) + hanging > 1:
        longest = max(map(len, segments))
        if longest <= 4:
            return "byline" if is_name(segments[0]) else "dateline"
    if hanging and line.size <= 5:
        return "dateline"
    return "byline" if len(segments) == 2 and is_name(segments[0]) and len(segments[1]) <= 3 else None


def bylines(page: Page) -> Claims:
    """Claim who wrote: «بقلم …», a name with its outlet, a name alone at the top or the end."""
    for line in page.open():
        if not line.words or line.size > 10 or not (page.near_top(line) or page.in_tail(line)):
            continue
        alone = is_name(line.words) and line.n not in page.doubled and not line.stop and line.arabic
        if _by(line) or (_dateline_of(line) == "byline") or alone:
            yield line.n, "byline"


def datelines(page: Page) -> Claims:
    """Claim a place or agency on a line of its own below the title."""
    top = page.title.n if page.title else 0
    for line in page.open():
        if line.words and top < line.n and page.near_top(line):
            single = line.words in lists().places or line.words in lists().ways
            if _dateline_of(line) == "dateline" or (single and line.n < page.bounds[0]):
                yield line.n, "dateline"


# -- captions and subtitle -------------------------------------------------------


def _may_be_caption(page: Page, line: Line) -> bool:
    if not line.words or line.size > 40 or line.stop == "." or not page.near_top(line):
        return False
    return page.title is None or line.n > page.title.n


def credited_captions(page: Page) -> Claims:
    """Claim captions at the top that end with the name of an agency: «بايدن والكاظمي (أ ب)»."""
    for line in page.open():
        if line.size >= 4 and _may_be_caption(page, line) and credit_of(line.text)[1]:
            if not is_place_or_way(_segments(line)[0]):
                yield line.n, "caption"


def captions(page: Page) -> Claims:
    """Claim captions at the top that are printed twice or describe a scene: «خلال», «لدى»."""
    describing = lists().describing
    for line in page.open():
        if _may_be_caption(page, line):
            described = not line.prose and line.size <= 20 and any(word in describing for word in line.words)
            if described or line.n in page.doubled:
                yield line.n, "caption"


def subtitles(page: Page) -> Claims:
    """Claim what else stands between title and text: a sentence is a subtitle, a bare noun a caption."""
    for line in page.open():
        if line.words and page.in_head(line) and not line.prose:
            above = page.title is None or line.n < page.title.n
            yield line.n, "subtitle" if above or line.size > 6 or line.stop or _verbal(line) else "caption"


def _verbal(line: Line) -> bool:
    """Say whether a verb stands among the first words: «الكاظمي يتوجه», «أعلن»."""
    known = lists()
    return any(
        word in known.verbs or (len(word) > 3 and word[0] == "ي" and word not in known.given and word not in known.dates)
        for word in line.words[:3]
    )
