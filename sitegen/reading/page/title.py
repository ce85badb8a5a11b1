"""Which line is the title, and what of it the site put there.

The title is chosen among the short lines above the first paragraph: the first
one that shares its words with the paragraphs, so that a site's name, a section
or a ticker above it is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from sitegen.model import Role
from sitegen.reading.page.bylines import dateline_of, names_writer
from sitegen.reading.page.candidates import is_no_headline, may_be_title, names_list, names_site
from sitegen.reading.page.days import is_day
from sitegen.reading.page.head import TOOLS
from sitegen.reading.page.hints import is_addressed, speaks_for_site
from sitegen.reading.page.layout import Page
from sitegen.reading.page.lines import Line, words_of
from sitegen.reading.page.rivals import (
    MENUS,
    above_greeting,
    far_below,
    is_behind,
    is_excerpt,
    is_faint,
    is_kicker,
    is_named,
    is_of_feed,
    is_rival,
    is_topic,
    is_twice,
    is_within,
    stands_over,
    without_rivals,
)
from sitegen.reading.page.stamps import is_dated
from sitegen.reading.page.title_text import is_bold, title_of
from sitegen.reading.page.words import outlets, subject_stems

Claims = Iterator[tuple[int, Role]]

#: The share of a title's words that the paragraphs repeat.
_SHARED = 0.3
#: A ticker is told from a title by so many entries of a menu below it, above a headline of so many words.
_ENTRIES, _HEADLINE = 2, 4
_LABEL, _ENTRY = 2, 3
_PATHS = frozenset(("path", "breadcrumb"))
#: A subtitle above the title has at least so many words.
_KICKER = 3
#: Words that a title has in common with a caption or subtitle.
_TELLING = 2
#: A line that has no more words than the headline above it in common with the text may be its subtitle.
_FAINT = 3
#: Fewer words than this in the paragraphs tell nothing of what is strange to them.
_ENOUGH = 20
_STARS = frozenset("*_-–—")
_SUFFIX_MARK = re.compile(r"\s[-–—|•»]\s")


def find_title(page: Page) -> Line | None:
    """Return the line that is the title, None when no line above the text can be one."""
    lines = [line for line in page.open() if line.words and page.in_head(line) and may_be_title(line)]
    for unlikely in (_is_of_site, _is_stamp, is_excerpt):
        lines = [line for line in lines if not unlikely(page, line)] or lines
    starred = [line for line in lines if line.text.lstrip()[:1] in _STARS and not is_bold(line.text)]
    if len(lines) == len(starred) > 1:
        return None  # an interview without a title: «_ من هو قدوتك؟»
    lines = [line for line in lines if line not in starred] or lines
    if not lines and (first := next((line for line in page.open() if line.words), None)):
        may = not first.prose and may_be_title(first) and not names_site(first)
        return first if may and page.next(first) else None
    if len(lines) == 1:
        lone, below = lines[0], any(not line.blank for line in page.lines[: lines[0].n - 1])
        return None if below and lone.size <= _LABEL and names_site(lone) else lone  # «أخبار اليمن»
    lines = without_rivals(page, above_greeting(page, lines))
    telling = [line for line in lines if page.tells(line)]
    while len(telling) > 1 and (_is_of_ticker(page, *telling[:2]) or _has_rival(page, telling)):
        del telling[0]
    if len(telling) > 1 and is_kicker(page, *telling[:2]):
        lines.remove(telling.pop(0))
    if len(telling) > 1 and is_topic(page, *telling[:2]):
        lines.remove(telling.pop(0))
    if printed := [line for line in lines if _is_marked(page, line)][:1]:
        return printed[0]
    if last := far_below(page, telling):
        return _core(page, last, lines)
    if telling:
        lines = [line for line in lines if not is_rival(page, line, telling[0])]
        first = telling[0]
        return _core(page, first if is_twice(page, first) else _above_caption(page, first, lines), lines)
    best = _best_placed(page, lines)
    return best and _core(page, best, lines)


def _is_marked(page: Page, line: Line) -> bool:
    """Say whether a headline stands within or behind other lines as well, or a messenger made it bold."""
    bold = line.size >= _HEADLINE and is_bold(line.text) and page.tells(line)
    return bold or is_within(page, line) or is_behind(page, line)


def _has_rival(page: Page, lines: Sequence[Line]) -> bool:
    """Say whether the first line is a teaser above a title among the others."""
    return any(is_rival(page, lines[0], other) or is_of_feed(page, lines[0], other) for other in lines[1:])


def _above_caption(page: Page, line: Line, lines: Sequence[Line]) -> Line:
    """Return the headline above `line` where that is but a caption or subtitle with words of its own."""
    above = [other for other in lines if other.n < line.n and other.size >= _HEADLINE]
    above = [other for other in above if not is_of_feed(page, other, line)]
    round_it = [subject_stems(other) for other in page.open() if other.n >= line.n and _may_tell(page, other)]
    for other in above:
        if _over_date(page, other, line) or any(
            len(subject_stems(other) & words) >= _TELLING for words in round_it
        ):
            return other
    upper = above[-1] if above else None
    if upper is None or not _is_over(page, upper, line) or _is_of_label(page, upper):
        return line
    faint = page.shared(line) <= page.shared(upper) + _FAINT
    return upper if faint and subject_stems(upper) & page.vocabulary.union(*round_it) else line


def _may_tell(page: Page, line: Line) -> bool:
    """Say whether a line above the text is no dateline, whose words are those of the outlet."""
    return page.in_head(line) and dateline_of(line) is None


def _over_date(page: Page, line: Line, below: Line) -> bool:
    """Say whether a date stands between two lines that have a word in common."""
    between = (other for other in page.open() if line.n < other.n < below.n)
    return any(map(is_dated, between)) and bool(subject_stems(line) & subject_stems(below))


def _is_over(page: Page, line: Line, below: Line) -> bool:
    """Say whether nothing but dates, writers and buttons of the article stand between two lines."""
    between = [other for other in page.lines[line.n : below.n - 1] if other.words]
    own = [other for other in between if is_dated(other) or names_writer(other) or dateline_of(other)]
    labels = [other for other in between if other not in own and _ruled(page, other) not in TOOLS]
    touches = all(other.blank or names_writer(other) for other in page.lines[below.n : page.bounds[0] - 1])
    return not labels or (
        bool(own) and touches and all(other.size <= _ENTRY and not page.tells(other) for other in labels)
    )


def _is_of_label(page: Page, line: Line) -> bool:
    """Say whether a headline stands behind or below the label of a ticker: «عاجل: …»."""
    label = line.text.partition(":")[0]
    above = next((other for other in reversed(page.lines[: line.n - 1]) if other.words), line)
    labelled = above.stop == ":" or not set(above.words) - outlets().urgent
    return labelled or not set(words_of(label)) - outlets().urgent


def _is_alike(line: Line, head: Sequence[tuple[int, set[str]]]) -> bool:
    """Say whether a line below this one, above the text, has words in common with it."""
    stems = subject_stems(line)
    return any(n > line.n and len(stems & other) >= _TELLING for n, other in head)


def _best_placed(page: Page, lines: Sequence[Line]) -> Line | None:
    """Return the line that stands best for a title none of whose words the text repeats."""
    head = [(line.n, subject_stems(line)) for line in page.open() if page.in_head(line)]
    return max(lines, key=lambda line: (_placed(page, line, head), -line.n), default=None)


def _placed(page: Page, line: Line, head: Sequence[tuple[int, set[str]]]) -> int:
    """Return how much speaks for a line by its words and its place: over a date, below a menu."""
    below = next((other for other in page.lines[line.n :] if other.words), None)
    above = next((other for other in reversed(page.lines[: line.n - 1]) if other.words), None)
    dated = below and (is_dated(below) or names_writer(below) or dateline_of(below))
    weight = 3 * _is_alike(line, head) + 2 * (line.size >= _HEADLINE) + (line.size > 1)
    weight += 2 * bool(dated) + 2 * (page.shared(line) > (line.size <= _LABEL))
    weight += above is None or above.n in page.marks or is_dated(above)
    weight -= 2 * (line.size < _HEADLINE and _is_entry(page, line))
    return weight - 2 * (line.size < _HEADLINE and any(map(str.isdigit, line.words)))


def _is_of_ticker(page: Page, line: Line, below: Line) -> bool:
    """Say whether `below` is the title, for a menu parts them or `line` is a label of one word in common.

    Where a date or share buttons stand between them, `line` is the title and `below` its subtitle.
    """
    if below.size < _HEADLINE or page.shared(below) < max(2, page.shared(line)):
        return False
    between = [other for other in page.lines[line.n : below.n - 1] if other.words]
    below_title = list(
        takewhile(lambda other: not (_ruled(page, other) == "share" or is_dated(other)), between)
    )
    if sum(_ruled(page, other) in MENUS for other in below_title) >= _ENTRIES:
        return True
    apart = _is_entry(page, line) or len(below_title) >= _ENTRIES
    if line.size <= _ENTRY and page.shared(line) == 1 and apart:
        return True
    if below_title != between or line.size > _LABEL + bool(between):
        return False
    return page.shared(below) >= page.shared(line) + (1 if page.shared(line) == 1 else 2)


def _is_entry(page: Page, line: Line) -> bool:
    """Say whether a short line that no rule knows stands right above or below it, as in a menu."""
    above = next((other for other in reversed(page.lines[: line.n - 1]) if other.words), None)
    below = next((other for other in page.lines[line.n :] if other.words), None)
    return any(
        other is not None and other.n not in page.marks and other.size <= _ENTRY and not is_day(other.words)
        for other in (above, below)
    )


def _ruled(page: Page, line: Line) -> str:
    mark = page.marks.get(line.n)
    return mark.rule if mark else ""


def _core(page: Page, line: Line, lines: Sequence[Line]) -> Line:
    """Return the bare print of a title that stands elsewhere behind a label or before a site's name.

    One that stands right over its day may have any words behind it above: «… حقوق الصورة محفوظة».
    """
    bare = words_of(title_of(line.text))
    again = next((other for other in lines if other.words == bare and other.n > line.n), line)
    if sum(line.n < other.n < again.n for other in lines) >= _ENTRIES:
        return again
    for other in lines:
        size = other.size
        if (2 if is_named(line, other, lines) else 3) < size < line.size:
            if other.words == line.words[-size:]:
                return other
            rest = line.text[len(other.text.strip()) - 1 :]
            named = words_of(title_of(line.text)) == other.words  # the outlet's name comes off by itself
            dated = line.n < other.n and stands_over(page, other) and not stands_over(page, line)
            if other.words == line.words[:size] and not named and (dated or _SUFFIX_MARK.search(rest)):
                return other
    return line


def above_title(page: Page) -> Claims:
    """Claim what stands above the last print of the title and says nothing of the article: a site's name."""
    if page.title is None:
        return
    head = [line for line in page.lines if page.in_head(line)]
    prints = [line.n for line in head if line.words == page.title.words]
    last = max(prints, default=page.title.n)
    below = {line.words for line in head if line.n > last and line.size >= _HEADLINE}  # captions
    for line in page.open():
        if line.n > last or not line.words or line.prose or line.words in below:
            continue
        if _is_between(page, line, prints) or (page.next(line) == page.title and _may_be_kicker(page, line)):
            continue
        strange = len(page.vocabulary) >= _ENOUGH and page.shares(line) < _SHARED
        section = line.size == 1 and page.previous(line) is None
        named = section or names_site(line) or names_list(line)
        if strange or named or is_rival(page, line, page.title):
            yield line.n, "furniture"


def _is_between(page: Page, line: Line, prints: Sequence[int]) -> bool:
    """Say whether a headline stands alone between the first two prints of the title, as its subtitle does."""
    between = [other for other in page.lines[prints[0] : prints[1] - 1] if other.words] if prints[1:] else []
    return between == [line] and line.size >= _HEADLINE and not names_site(line)


def _may_be_kicker(page: Page, line: Line) -> bool:
    """Say whether a line stands right below the path to the page, the last line of its menus."""
    above = next((other for other in reversed(page.lines[: line.n - 1]) if other.words), line)
    return line.size >= _KICKER and _ruled(page, above) in _PATHS


def _is_of_site(page: Page, line: Line) -> bool:
    """Say whether a line names the site or speaks of other things than the text: «هل تواجه مشكلة …؟»."""
    if names_site(line) or (speaks_for_site(line) and page.shared(line) == 0):
        return True
    return is_addressed(line) and is_faint(page, line)


def _is_stamp(page: Page, line: Line) -> bool:
    return is_dated(line) or is_no_headline(line)
