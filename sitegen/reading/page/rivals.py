"""Headlines above the text that are not its title: teasers in boxes, entries of feeds, names of tables.

A teaser on the subject of the article shares words with it, as the title does; but
what the lede repeats is the title, and a box or a clock parts the two.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice, pairwise

from sitegen.reading.page import furniture
from sitegen.reading.page.bylines import stands_below_titles
from sitegen.reading.page.head import TOOLS
from sitegen.reading.page.layout import Page
from sitegen.reading.page.lines import Line, stems_of, words_of
from sitegen.reading.page.repeats import begins
from sitegen.reading.page.stamps import is_dated
from sitegen.reading.page.words import lists, telling_stems

_CLOCK = re.compile(r"\s*\d?\d:\d\d\s*$")
_TIMED = re.compile(r"\s*(?:[01]?\d|2[0-3]):[0-5]\d\s+[^\W\d]")
#: So many entries make a feed; so many lines of figures a table, each of so many words at most.
_ENTRIES, _FIGURES, _CELL = 2, 2, 4
#: A headline has at least so many words.
_HEADLINE = 4
#: A strange headline between weighs as much as so many words.
_STRANGE = 3
#: The rules of entries of menus, and of paths to a page.
MENUS = frozenset(
    ("sections", "navigation", "related", "weather-and-markets", "menu", "interface", "gauge", "path")
)
#: So many headlines over the same words make a list of entries.
_LIST, _NAME = 3, 2
#: The day of a title is among so many lines below it.
_NEAR = 5
#: What stands between a title and its subtitle; a title has so many words of the lede.
_OWN = frozenset((*TOOLS, "share", "networks"))
_TWO = 2
#: A lead of another story has at least so many words.
_LEAD = 10
#: What parts a title from the section or label before it.
_PARTED = ("/", ":", ">", "»", "›", "|", "\\", "<<", "-")
#: A slogan has at most so many words; of a title the lede has so many.
_FEW, _TELLING = 5, 3
#: A sentence that greets has at least so many words.
_GREETING = 6
#: Below an entry of a feed the title has so many words of the lede; a caption has fewer.
_SURE = 4


def without_rivals(page: Page, lines: Sequence[Line]) -> list[Line]:
    """Return candidates for a title without entries of feeds and names of tables, where another is left."""
    listed = _listed(page, lines)
    labels = [_below(page, line) for line in listed]
    lines = [line for line in lines if line not in listed[:-1] and line not in labels]
    timed = [line for line in lines if _TIMED.match(line.text)]
    entries = timed if len(timed) >= _ENTRIES else []
    start = _last_entry(page)
    own = [
        line for line in lines if line.n > start and line not in entries and not is_over_figures(page, line)
    ]
    if not any(line.size >= _HEADLINE for line in own):
        return list(lines)
    return own if start or any(map(page.tells, own)) or not any(map(page.tells, lines)) else list(lines)


def _listed(page: Page, lines: Sequence[Line]) -> list[Line]:
    """Return headlines each over the same words and a figure: entries of a list, the last of them opened."""
    below = [_below(page, line) for line in lines]
    labels = [other.words[:_NAME] if other and any(map(str.isdigit, other.words)) else () for other in below]
    most = max(filter(None, labels), key=labels.count, default=())
    listed = [line for line, label in zip(lines, labels, strict=True) if most and label == most]
    return listed if len(listed) >= _LIST else []


def _below(page: Page, line: Line) -> Line | None:
    return next((other for other in page.lines[line.n :] if other.words), None)


def _last_entry(page: Page) -> int:
    """Return the number of the clock above the last entry of a feed above the text, 0 without a feed.

    Two clocks with a headline between them make one.
    """
    clocks = [line.n for line in page.lines if page.in_head(line) and _CLOCK.match(line.text)]
    apart = any(
        any(other.size >= _HEADLINE for other in page.lines[one : two - 1]) for one, two in pairwise(clocks)
    )
    return clocks[-1] if apart else 0


def is_over_figures(page: Page, line: Line) -> bool:
    """Say whether figures stand right below a line: «سعر الدولار» over «بيع 149250» and «شراء 148250»."""
    below = islice((other for other in page.lines[line.n :] if other.words), _FIGURES)
    cells = [other for other in below if _is_cell(other)]
    return len(cells) == _FIGURES


def _is_cell(line: Line) -> bool:
    figures = sum(word.isdigit() for word in line.words)
    return 0 < figures < line.size <= _CELL and not is_dated(line)


def is_rival(page: Page, line: Line, below: Line) -> bool:
    """Say whether `line` is a teaser in a box above the title `below`, of which the lede has more words.

    A strange headline between them is another teaser; two that touch, or that a day parts,
    are a title and its subtitle.  A slogan that hardly shares a word is none: «خدماتك في مكان واحد».
    """
    between = [other for other in page.lines[line.n : below.n - 1] if other.words]
    if _is_name(page, line, below) and len(between) > _NEAR:
        return True
    if any(map(stands_below_titles, between[:_NEAR])):
        return False
    if is_faint(page, line) and _in_lede(page, below) >= _TELLING:
        return True
    if not between:
        return False
    if not _is_boxed(page, line):
        return _is_outweighed(page, line, below, between)
    strange = any(other.size >= _HEADLINE and not page.tells(other) for other in between)
    return _in_lede(page, below) + _STRANGE * strange > _in_lede(page, line)


def _is_name(page: Page, line: Line, below: Line) -> bool:
    """Say whether a few words have one in common with the text, and `below` stands as titles do."""
    few = line.size < _HEADLINE and page.shared(line) == 1 and not stands_over(page, line)
    return few and _in_lede(page, below) >= _TWO and stands_over(page, below)


def is_of_feed(page: Page, line: Line, below: Line) -> bool:
    """Say whether `line` is an entry of a feed above the title `below`, of which the lede has far more words.

    A strange headline stands right above an entry, or an entry of a menu or a path between it and the title:
    neither stands so between a title and its subtitle.
    """
    if _opens_subtitle(below) or _in_lede(page, line) > 1 or _in_lede(page, below) < _SURE:
        return False
    between = page.lines[line.n : below.n - 1]
    if any(map(stands_below_titles, filter(_has_words, between))):
        return False
    above = next(filter(_has_words, reversed(page.lines[: line.n - 1])), line)
    strange = above.size >= _HEADLINE and not above.prose and page.shared(above) == 0
    menu = (page.marks.get(other.n) for other in between)
    return (strange and not stands_below_titles(above)) or any(mark and mark.rule in MENUS for mark in menu)


def _is_outweighed(page: Page, line: Line, below: Line, between: Sequence[Line]) -> bool:
    """Say whether strange lines part `line` from a headline that stands as titles do and tells more."""
    strange = any(_is_strange(page, other) for other in between)
    strange = strange or sum(_is_other(page, other) for other in between) >= _ENTRIES
    more = _in_lede(page, below) >= max(_in_lede(page, line), _TWO)
    return strange and more and stands_over(page, below) and not stands_over(page, line)


def _is_other(page: Page, line: Line) -> bool:
    """Say whether a headline has no word of the text: no subtitle is like that."""
    return line.size >= _HEADLINE and line.n not in page.marks and page.shared(line) == 0


def _is_strange(page: Page, line: Line) -> bool:
    """Say whether a line is an unknown label, or furniture that stands below no title."""
    mark = page.marks.get(line.n)
    return line.size < _HEADLINE if mark is None else mark.rule not in _OWN


def is_twice(page: Page, line: Line) -> bool:
    """Say whether a headline is printed again above the text: it is no caption of another."""
    again = (other for other in page.lines[line.n :] if page.in_head(other) and other.words == line.words)
    return line.size >= _HEADLINE and next(again, None) is not None


def is_within(page: Page, line: Line) -> bool:
    """Say whether a line above the text begins and ends with this one: «… Empty …»."""
    size, head = line.size, (other for other in page.lines[line.n :] if page.in_head(other))
    ends = (
        other.words[:size] == other.words[-size:] == line.words for other in head if other.size > 2 * size
    )
    return size >= _HEADLINE and any(ends)


def is_behind(page: Page, line: Line) -> bool:
    """Say whether a line above the text ends in this one behind a section or a label: «محلي / …»."""
    text = line.text.strip()
    longer = (other for other in page.lines if page.in_head(other) and other.size > line.size)
    labels = [
        other.text.strip()[: -len(text)].rstrip() for other in longer if other.text.strip().endswith(text)
    ]
    if line.size <= _TWO or any(map(_is_of_writer, labels)):
        return False
    return any(label.endswith(_PARTED) and len(label.split()) <= _FEW for label in labels)


def _is_of_writer(label: str) -> bool:
    """Say whether a label goes before the name of who wrote: «صفحة الكاتب :»."""
    return any((word,) in lists().by for word in words_of(label))


def is_named(line: Line, bare: Line, lines: Sequence[Line]) -> bool:
    """Say whether a line is a bare one beside what stands alone as well, the name of the outlet."""
    names = {other.words for other in lines if other not in (line, bare)}
    return line.words in {bare.words + name for name in names} | {name + bare.words for name in names}


def above_greeting(page: Page, lines: Sequence[Line]) -> list[Line]:
    """Return the candidates above the sentence in which a text greets its readers, where one is a headline.

    «صباح الخير، إليكم أبرز مستجدات الإثنين»: a mere greeting may stand above the title.
    """
    head = (line for line in page.open() if page.in_head(line) and line.size >= _GREETING)
    start = next((line.n for line in head if line.words[:_TWO] in lists().greetings), 0)
    above = [line for line in lines if line.n < start]
    return above if any(line.size >= _HEADLINE for line in above) else list(lines)


def is_excerpt(page: Page, line: Line) -> bool:
    """Say whether a line cut short is the beginning of a paragraph, or of something else."""
    if not line.text.rstrip().endswith(("..", "…")):
        return False
    strange = line.size >= _LEAD and page.shared(line) == 0
    return strange or any(begins(line, other) for other in page.paragraphs()[:_NEAR])


def is_kicker(page: Page, line: Line, below: Line) -> bool:
    """Say whether `line` is a subtitle above a title: the lede has hardly a word of it."""
    touch = not any(other.words for other in page.lines[line.n : below.n - 1])
    told = _in_lede(page, below) >= _TELLING * max(1, _in_lede(page, line))
    cut = begins(below, page.lines[page.bounds[0] - 1]) if told else False  # the lede, cut short
    told = told and not cut and not _opens_subtitle(below)
    return touch and told and line.size >= _HEADLINE and stands_over(page, below)


def far_below(page: Page, lines: Sequence[Line]) -> Line | None:
    """Return the one headline over a day or a writer, with far more of the lede than those above."""
    over = [line for line in lines if stands_over(page, line) and not _opens_subtitle(line)]
    above = [_in_lede(page, line) for line in lines if len(over) == 1 and line.n < over[0].n]
    return over[0] if above and _in_lede(page, over[0]) > _TWO * max(1, *above) else None


def is_topic(page: Page, line: Line, below: Line) -> bool:
    """Say whether a longer headline right below `line` has all its words: a caption, or a topic."""
    touch = not any(other.words for other in page.lines[line.n : below.n - 1])
    longer = 1 < line.size <= below.size - _STRANGE and set(line.words) <= set(below.words)
    return touch and longer and not stands_over(page, line) and not is_within(page, line)


def stands_over(page: Page, line: Line) -> bool:
    """Say whether a day, a writer or a place stands right below a line, or a clock right above."""
    below = _below(page, line) or line
    above = next((other for other in reversed(page.lines[: line.n - 1]) if other.words), line)
    return stands_below_titles(below) or _CLOCK.match(above.text) is not None


def _opens_subtitle(line: Line) -> bool:
    """Say whether a line opens with a preposition: «عن كشك أخضر عند الناصية» is no title."""
    return line.words[0] in lists().scraps


def is_faint(page: Page, line: Line) -> bool:
    """Say whether a few words have but one in common with the text, and none with the lede."""
    return line.size <= _FEW and page.shared(line) <= 1 and _in_lede(page, line) == 0


def _has_words(line: Line) -> bool:
    return line.size > 0


def _is_boxed(page: Page, line: Line) -> bool:
    """Say whether the heading of a box of links stands right above a line."""
    above = next((other for other in reversed(page.lines[: line.n - 1]) if other.words), None)
    return above is not None and furniture.opener(above, page.found.get(above.n)) == "list"


def _in_lede(page: Page, line: Line) -> int:
    """Return how many words a line has in common with the first paragraph."""
    lede = page.lines[page.bounds[0] - 1 : page.bounds[0]]  # a page without text has none
    words = (word for paragraph in lede for word in paragraph.words)
    return len(stems_of(line.words) & telling_stems(words))
