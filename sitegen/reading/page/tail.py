"""What closes a page: tags, teasers, names of sections, where furniture that is known stands among them.

The foot of a page is looked for upwards from its end: a line that is known to be
the site's (*told*) takes some strange lines below it along, the more the surer it is.
What could be the end of the text itself stops it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from sitegen.model import Role
from sitegen.reading.page.foot import carries_on
from sitegen.reading.page.hints import speaks_for_site, telling
from sitegen.reading.page.layout import Page
from sitegen.reading.page.lines import Line, stems_of
from sitegen.reading.page.site_names import site_names
from sitegen.reading.page.words import is_date, is_name, lists

Claims = Iterator[tuple[int, Role]]


class _Limits(NamedTuple):
    """How much evidence takes how much along."""

    known: int = 2  # told lines in a foot: one alone may be a heading of the text
    one_in: int = 5  # ... and one in so many of its lines: a list of the text has no button in it
    sure_one_in: int = 12  # the same below a form, rights or tags, which stand at the end of articles only
    below_closing: int = 8  # strange lines below a heading that closes a text: a box of teasers
    below_hint: int = 3  # strange lines below a line that but speaks of the site: a teaser or two
    listed: int = 3  # items, sentences or names below furniture are a list of the text that goes on
    ending: int = 3  # so few lines above the first furniture may be the end of the text
    long: int = 6  # strange lines above rights alone, which may be ...
    apart: float = 0.7  # ... the site's where so many of them share no word with the text
    thick: int = 4  # told lines, one in so many: what stands between them is furniture as well
    fields: int = 2  # two fields of a form for comments stand so close to each other


class _Weights(NamedTuple):
    """What one line below the text tells of a foot that begins at it or above it."""

    told: float = 2.0  # furniture that is known, or a line that speaks of the site
    faint: float = 1.0  # a word of the interface, and none of the text
    headline: float = 0.3  # long and strange: a teaser, but a verse as well
    item: float = -1.0  # a name, a figure with its word, a word of the text: an item of a list
    sentence: float = -2.0  # a sentence, or what a conjunction joins to the text
    enough: float = 3.5  # so much makes a foot


_LIMITS, _WEIGHTS = _Limits(), _Weights()
#: A label has at most so many words, a stamp of an entry so many; a word with «و» before it more letters;
#: a headline with a figure in it, or a word of the text, at least so many words.
_LABEL, _STAMP, _WAW, _HEADLINE = 8, 4, 3, 6
_FORM = frozenset(("comments", "comment-form", "comment-field"))
CLOCK = re.compile(r"\d{1,2}:\d\d(?::\d\d)?")


def after_text(page: Page) -> Claims:
    """Claim what is left below the furniture that closes the text: tags, teasers, names of sections."""
    if _is_live(page):
        return
    tail = Tail(page)
    start, weighed = tail.foot()
    known = sum(tail.told[start:])
    sure = any(page.found[line.n].family.last for line in tail.lines[start:] if line.n in page.found)
    if sure and known * _LIMITS.one_in < len(tail.lines) and tail.is_of_site():
        start, known = tail.above_rights(), len(tail.lines)
    left = len(tail.lines) - start
    if weighed or (
        known >= _LIMITS.known and known * (_LIMITS.sure_one_in if sure else _LIMITS.one_in) >= left
    ):
        yield from ((line.n, "furniture") for line in tail.lines[start:] if _is_left(page, line))


class Tail:
    """The lines below the text, and which of them are told to be the site's."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.lines = [line for line in page.lines[page.end :] if line.words]
        self.names = site_names(page, self.lines)
        self.known = [_is_furniture(page, line) for line in self.lines]
        self.told = [
            known or _is_hint(page, line, self.names)
            for known, line in zip(self.known, self.lines, strict=True)
        ]
        self.faint = [_is_faint(page, line) for line in self.lines]

    def foot(self) -> tuple[int, bool]:
        """Return where the foot begins, and whether its lines by their weight alone make one.

        It is upwards from the end to a told line that few strange lines follow.  Above that
        point goes on what is thick with told lines and holds nothing that could be text.
        """
        start = dense = self._form()
        strange = items = seen = own = 0
        for i in range(len(self.lines) - 1, -1, -1):
            line, told = self.lines[i], self.told[i]
            item = not told and may_be_text(self.page, line)
            own, items = own + item, items + item
            seen += told or (not item and _is_faint(self.page, line))
            if not told:
                strange += not line.text.strip().isdigit()
            elif items < _LIMITS.listed and strange <= self._takes(i):
                start, strange, items = i, 0, 0
            if told and not own and seen >= _LIMITS.thick and seen * _LIMITS.thick >= len(self.lines) - i:
                dense = i
        weighed = self._weighed()
        return min(start, dense, weighed), weighed <= min(start, dense)

    def _weighed(self) -> int:
        """Return where the foot begins by the weight of its lines; a list of several items is none of it."""
        total, most, start, items = 0.0, _WEIGHTS.enough, len(self.lines), 0
        for i in range(len(self.lines) - 1, -1, -1):
            weight = self._weight(i)
            total, items = total + weight, 0 if self.told[i] else items + (weight < 0)
            if items >= _LIMITS.listed:
                break
            if total >= most and self.told[i]:
                most, start = total, i
        return start

    def _weight(self, i: int) -> float:
        """Return what a line tells of a foot; below 0 what may be text: a sentence, a verse, an item."""
        page, line, weights = self.page, self.lines[i], _WEIGHTS
        if self.told[i]:
            return weights.told
        if line.prose or line.stop == ":" or carries_on(line) or _goes_on(line):
            return weights.sentence
        if line.stop == ".":
            return weights.sentence if page.shares(line) > 0 else weights.item
        if self.faint[i]:
            return weights.faint
        if line.size >= _HEADLINE:
            return weights.headline if page.shares(line) == 0 else 0
        return weights.item if may_be_text(page, line) or page.shares(line) > 0 else 0

    def _takes(self, i: int) -> int:
        """Return how many strange lines a told line may have below it."""
        if self.page.closes(self.lines[i]):
            return _LIMITS.below_closing
        return 1 if self.known[i] else _LIMITS.below_hint

    def _form(self) -> int:
        """Return where a form for comments begins, below which stands no text; without one the tail's end."""
        found = self.page.found
        fields = [
            i
            for i, line in enumerate(self.lines)
            if self.known[i] and line.n in found and found[line.n].family.name in _FORM
        ]
        close = (one for one, two in pairwise(fields) if two - one <= _LIMITS.fields)
        return next(close, len(self.lines))

    def is_of_site(self) -> bool:
        """Say whether a long tail below a full stop speaks of nothing that the text does."""
        page = self.page
        strange = [line for line, known in zip(self.lines, self.known, strict=True) if not known]
        ended = 0 < page.end <= len(page.lines) and page.lines[page.end - 1].stop in (".", "؟", "!")
        apart = sum(page.shares(line) == 0 and not any(map(str.isdigit, line.words)) for line in strange)
        listed = sum(carries_on(line) or is_name(line.words) for line in strange) > 1
        long = len(strange) >= _LIMITS.long and apart >= _LIMITS.apart * len(strange)
        return ended and not listed and long

    def above_rights(self) -> int:
        """Return where a foot without signs begins: at its top, or below lines that may end the text."""
        first = self.known.index(True) if True in self.known else 0
        text = any(may_be_text(self.page, line) or _goes_on(line) for line in self.lines[:first])
        return first if first <= _LIMITS.ending or text else 0


def _is_live(page: Page) -> bool:
    """Say whether stamps such as «منذ 5 دقائق» stand between the paragraphs: entries go on below them."""
    first, last = page.bounds
    stamps = (line for line in page.lines[first : last - 1] if 1 < line.size <= _STAMP)
    return any(map(_is_ago, stamps))


def _is_faint(page: Page, line: Line) -> bool:
    """Say whether a line holds a word of the interface and none of the text."""
    return page.shares(line) == 0 and line.size <= _LABEL and telling(line) > 0


def may_be_text(page: Page, line: Line) -> bool:
    """Say whether a line below the text could be its end: a sentence on it, an item of a list, a name."""
    if line.stop in (".", ":") and page.shares(line) > 0:
        return True
    figures = sum(word.isdigit() for word in line.words)
    return (
        carries_on(line)
        or (figures > 0 and line.size > figures + 1 and not is_date(line.words))
        or is_name(line.words)
    )


def _goes_on(line: Line) -> bool:
    """Say whether a line opens with a joining «و» or a small word, as a verse does and no tag."""
    first, known = line.words[0], lists()
    joined = first[0] == "و" and len(first) > _WAW and first not in known.waw
    return joined or stems_of(line.words[:1]) <= known.small


def _is_hint(page: Page, line: Line, names: frozenset[str]) -> bool:
    """Say whether a line speaks of the site, or is a stamp of another entry: «منذ ساعة», «02:15»."""
    if line.n in page.marks or page.shares(line) > 0:
        return False
    if line.size <= _STAMP and (CLOCK.fullmatch(line.text.strip()) or _is_ago(line)):
        return True
    dated = line.size > _STAMP and line.words[-1].isdigit() and len(line.words[-1]) == 4
    named = not line.prose and not names.isdisjoint(stems_of(line.words))
    return speaks_for_site(line) or named or (dated and is_date(line.words[-3:]))


def _is_ago(line: Line) -> bool:
    return line.words[0] in lists().published and is_date(line.words)


def _is_furniture(page: Page, line: Line) -> bool:
    mark = page.marks.get(line.n)
    return mark is not None and mark.role == "furniture"


def _is_left(page: Page, line: Line) -> bool:
    """Say whether no rule knows a line and it is no sentence on the subject and no date of printing."""
    if line.n in page.marks or line.prose or (line.stop == "." and page.shares(line) > 0):
        return False
    if page.dated:
        return True
    published = any(word in lists().published for word in line.words)
    year = any(len(word) == 4 and word.isdigit() for word in line.words)
    return not (published and year and is_date(line.words))
