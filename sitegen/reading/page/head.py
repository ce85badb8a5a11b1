"""What stands round the title: dates, byline, dateline, captions and subtitle."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.model import Role
from sitegen.reading.page.bylines import (
    _SEGMENT,
    _SPACED,
    _is_outlet_name,
    _segments,
    dateline_of,
    merges_agencies,
    names_writer,
)
from sitegen.reading.page.days import is_date, is_day
from sitegen.reading.page.layout import Page
from sitegen.reading.page.lines import Line, words_of
from sitegen.reading.page.signs import signs
from sitegen.reading.page.stamps import (
    is_counted,
    is_dated,
    is_headed,
    is_of_issue,
    is_of_outlet,
    is_signed,
    is_stamped,
)
from sitegen.reading.page.words import credit_of, is_name, is_place_or_way, lists

Claims = Iterator[tuple[int, Role]]

#: A caption that is known by nothing but «خلال» or «لدى» is so short.
_SCENE = 14
PARTS = re.compile(r"\s{3,}|\t|\s*[|•·]\s*")
#: The hour on a line of its own below the day.
_HOUR = re.compile(r"\s*\d{1,2}:\d\d(?::\d\d)?\s*(?:ص|م|صباحا|مساء|[AaPp][Mm])?\s*")
#: «الساعة 16:25 (مكة المكرمة)»
_ASIDE = re.compile(r"\([^()]*\)")


#: Furniture of the article itself: a date over it is that of the article.
TOOLS = frozenset(
    ("counter", "accessibility", "share", "label-alone", "blank", "number", "initials", "count")
)

#: … and of rows that may hold its date: a section stands before it.
DATED = TOOLS | {"sections"}


def dates(page: Page) -> Claims:
    """Claim dates: at the top, or below the text with «نشر في» where the top has none."""
    published = lists().published | signs().dated
    above, last = page.dated, 0
    for line in page.open():
        told = page.near_top(line) or (
            not above and page.in_tail(line) and any(w in published for w in line.words)
        )
        if line.words and line.size <= 25 and line.brief and told and (_dated(line) or _labels(page, line)):
            last = line.n
            yield line.n, "furniture" if _of_member(page, line) else "date"
        elif last and _HOUR.fullmatch(line.text) and not any(o.words for o in page.lines[last : line.n - 1]):
            yield line.n, "date"  # «1 مارس 2021», «07:16 ص»
    if not above:
        yield from _counted(page)
        yield from _of_outlet(page)
        yield from ((line.n, "date") for line in page.open() if page.in_head(line) and is_of_issue(line))


def _of_member(page: Page, line: Line) -> bool:
    """Say whether a board puts a label above a day: when who wrote had joined it."""
    above = next((other for other in reversed(page.lines[: line.n - 1]) if other.words), line)
    return signs().joined.issuperset(above.words)


def _of_outlet(page: Page) -> Claims:
    """Claim the day behind the name of the outlet right below the title: «الضفة - 5 أكتوبر 2020»."""
    below = page.next(page.title) if page.title else None
    if below and is_of_outlet(below) and _SPACED.search(below.text) and dateline_of(below) is None:
        yield below.n, "date"


def _counted(page: Page) -> Claims:
    """Claim the date in a row of tools or sections round the title: «أخبار | 13-10-2022 | قراءات: 1542»."""
    for line in page.lines[: page.top - 1]:
        mark = page.marks.get(line.n)
        if mark and mark.role == "furniture" and mark.rule in DATED and line.size <= 25:
            parts = [words_of(part) for part in PARTS.split(line.text)]  # one part counts: «0 25 2 دقائق»
            if len(parts) > 1 and any(map(_is_whole_date, parts)):
                yield line.n, "date"


def stamps(page: Page) -> Claims:
    """Claim a day alone below a text whose day stands above it: of an agency's desk or another story."""
    if page.dated:
        for line in page.open():
            if line.n <= page.end or line.size > 8:
                continue
            if any(len(word) == 4 and word.isdigit() for word in line.words) and is_day(line.words):
                yield line.n, "furniture"


def _labels(page: Page, line: Line) -> bool:
    """Say whether a line is but the label of the date below it: «نشر في:»."""
    below = page.next(line)
    return (
        below is not None and line.size <= 3 and line.stop == ":"
        and line.words[0] in lists().published and all(word in lists().dates for word in line.words)
        and is_date(below.words)
    )  # fmt: skip


def _is_whole_date(words: tuple[str, ...]) -> bool:
    """Say whether part of a row is a date, with or without a section before it: «أمن 1-01-2019, 13:39»."""
    return any(len(rest) > 2 and is_date(rest) and is_day(rest) for rest in (words, words[1:]))


def _dated(line: Line) -> bool:
    """Say whether a line is a date, or a row of parts of which one is: «نشر في … | 5 مشاهدات»."""
    if is_day(line.words) or (
        is_dated(line) and (is_stamped(line.text) or is_counted(line) or is_signed(line) or is_headed(line))
    ):
        return True
    if "(" in line.text and is_day(words_of(_ASIDE.sub(" ", line.text))):
        return True
    first, more, _ = line.text.partition(". ")  # «أضيف الخبر في … . نقلا عن: …»
    if more and line.words[0] in lists().published and is_day(words_of(first)):
        return True
    parts = PARTS.split(line.text)
    return not line.prose and len(parts) > 1 and any(is_date(words_of(part)) for part in parts)


def bylines(page: Page) -> Claims:
    """Claim who wrote: «بقلم …», a name with its outlet, a name alone at the top or the end."""
    top = page.title.n if page.title else 0
    labelled = {
        words_of(line.text.partition(":")[2])
        for line in page.open()
        if page.in_head(line) and names_writer(line)
    }
    for line in page.open():
        if (
            not line.words
            or line.size > 10
            or not line.brief
            or not (page.near_top(line) or page.in_tail(line))
        ):
            continue
        alone = is_name(line.words) and line.n not in page.doubled and not line.stop and '"' not in line.text
        alone = alone and not _is_told_of(page, line)
        outlet = top < line.n and page.in_head(line) and not line.stop and _is_outlet_name(line.words)
        again = top < line.n and page.in_head(line) and line.words in labelled  # «صفحة الكاتب : …» above
        if names_writer(line) or dateline_of(line) == "byline" or (alone and line.n > top) or outlet or again:
            yield line.n, "byline"


def _is_told_of(page: Page, line: Line) -> bool:
    """Say whether a paragraph names who a line names: he is in the picture, and has not written it."""
    name = line.text.strip()
    return any(other.prose and name in other.text for other in page.lines)


def datelines(page: Page) -> Claims:
    """Claim a place or agency on a line of its own below the title."""
    top = page.title.n if page.title else 0
    for line in page.open():
        if line.words and line.brief and top < line.n and page.near_top(line):
            single = line.words in lists().places or line.words in lists().ways
            parts = [part.split() for part in _SEGMENT.split(line.text.strip())]
            dashed = len(parts) == 2 and max(map(len, parts)) <= 3 and not line.stop
            dashed = dashed and (is_of_outlet(line) or not is_dated(line))
            alone = page.in_head(line) and (single or (dashed and _SPACED.search(line.text) is not None))
            if alone or dateline_of(line) == "dateline":
                yield line.n, "dateline"


def _may_be_caption(page: Page, line: Line) -> bool:
    if (
        not line.words
        or line.size > 40
        or not line.brief
        or line.stop in (".", "؟")
        or not page.near_top(line)
    ):
        return False
    return page.title is None or line.n > page.title.n


def credited_captions(page: Page) -> Claims:
    """Claim captions at the top that end with the name of an agency: «بايدن والكاظمي (أ ب)»."""
    for line in page.open():
        if line.size < 4 or not _may_be_caption(page, line) or not credit_of(line.text)[1]:
            continue
        if merges_agencies(line):
            continue
        if not any(is_place_or_way(words) for words in _segments(line)[:1]):
            yield line.n, "caption"


def captions(page: Page) -> Claims:
    """Claim captions at the top that are printed twice or describe a scene: «خلال», «لدى»."""
    describing = lists().describing
    for line in page.open():
        if _may_be_caption(page, line):
            short = not line.prose and line.size <= _SCENE and line.words[0][0] != "و"
            described = short and any(word in describing for word in line.words)
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
        word in known.verbs
        or (len(word) > 3 and word[0] == "ي" and word not in known.given and word not in known.dates)
        for word in line.words[:3]
    )
