"""A page while the rules of `clean` mark it: lines, marks, neighbours and zones.

The zones follow from the paragraphs: the head lies above the first one, the
tail below the last.  Wording that may be an article's own (a section's name, a
network's) counts as furniture only there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from sitegen.model import Role
from sitegen.reading.page import foot, furniture
from sitegen.reading.page.dateline import agency_end
from sitegen.reading.page.days import is_day
from sitegen.reading.page.ends import trimmed
from sitegen.reading.page.lines import Line, measure
from sitegen.reading.page.stamps import collected
from sitegen.reading.page.words import lists, telling_stems

#: Without any paragraph the longest line of at least so many words stands for one.
_ANCHOR = 5
#: The rule of heads and numbers of printed sheets.
SHEET = "running-head"
#: A line that is but a date has at most so many words, one with the day of a change more than so many.
_DATED, _STAMPS = 25, 8
#: So many lines below furniture may be teasers.
_TEASERS = 3
#: An open sentence of so many words that begins «أعلن …» is no heading.
_REPORT = 12
#: An entry of a menu has at most so many characters.
_ENTRY = 40
#: A title of so many words need share but two of them with the paragraphs; others a share.
_TITLE, _SHARED = 5, 0.3


class Mark(Struct, frozen=True, gc=False):
    """What a rule says of a line; `split` is where the second of two roles begins."""

    role: Role
    rule: str
    split: int | None = None


class Cut(Struct, frozen=True, gc=False):
    """A stretch of a line that is a thing of its own; a stretch in no cut is furniture."""

    start: int
    end: int
    role: Role


class Page:
    """The lines of one article; each is marked once, by the first rule that claims it."""

    def __init__(self, lines: Iterable[str], *, markdown: bool = False) -> None:
        self.markdown = markdown
        shapes = [_shape(text) if len(text) > _ENTRY else _shape_of_entry(text) for text in lines]
        self.lines = tuple([_numbered(n, line) for n, (line, _) in enumerate(shapes, 1)])
        self.found = {n: found for n, (_, found) in enumerate(shapes, 1) if found}
        self.marks: dict[int, Mark] = {}
        self._left, self._counted = self.lines, 0  # lines not marked yet when so many marks were set
        self.weighed: dict[int, str] = {}  # what lines below the text weighed where the foot was looked for
        self.given = ""  # the title that markup, front matter or an editor states
        self.replaced = False  # an editor stated it
        self.title: Line | None = None
        self.title_text = ""
        self.doubled: set[int] = set()  # lines whose second print was dropped
        self.is_letter = False  # a greeting opens it, and a line on the reader's subscription ends it
        self.cuts: dict[int, tuple[Cut, ...]] = {}  # lines that hold more than one thing

    def open(self) -> Iterator[Line]:
        """Yield the lines that no rule has marked yet: marks are set, never taken away."""
        marks = self.marks
        if len(marks) != self._counted:
            self._left = tuple([line for line in self._left if line.n not in marks])
            self._counted = len(marks)
        return iter(self._left)

    def paragraphs(self) -> list[Line]:
        """Return the prose lines that no rule has marked yet."""
        return [line for line in self.open() if line.prose]

    def _own_paragraphs(self) -> list[Line]:
        """Return the paragraphs that may open or close the text: no notice, none in Latin letters."""
        prose = self.paragraphs()
        own = [line for line in prose if line.arabic and line.n not in self.found]
        return own or prose

    @cached_property
    def bounds(self) -> tuple[int, int]:
        """Return the numbers of the first and the last paragraph; plain furniture is marked before."""
        if prose := self._own_paragraphs():
            sheet = max((n for n, mark in self.marks.items() if mark.rule == SHEET), default=0)
            paged = sum(line.n < sheet for line in prose)  # the text goes on from sheet to sheet
            prose = foot.without_excerpts(prose)
            del prose[: foot.preface(prose, self.lines, self.found, self.marks)]
            prose = prose[: max(paged, foot.own_count(prose, self.lines, self.found))]
            prose = list(foot.without_teasers(prose, self.lines, self.found))
            prose = trimmed(prose, self.lines, self.found)
            return prose[0].n, prose[-1].n
        longest = max(self.open(), key=lambda line: line.size, default=None)
        anchor = longest.n if longest and longest.size >= _ANCHOR else len(self.lines) + 1
        return anchor, anchor

    @cached_property
    def end(self) -> int:
        """Return the number of the last line of the text, a paragraph or a short sentence below it."""
        return foot.last_line(self.bounds[1], self.lines, self.found)

    @cached_property
    def dated(self) -> bool:
        """Say whether a date stands round the title: then one below the text is that of another story."""
        lines = (line for line in self.lines[: self.top] if 2 < line.size <= _DATED)
        mark = self.marks.get
        return any(
            is_day(line.words) and any(map(str.isdigit, line.words))
            for line in lines
            if (found := mark(line.n)) is None or found.role == "date"
        )

    @cached_property
    def top(self) -> int:
        """Return the number of the second paragraph: captions and dates may stand below the first."""
        below = (line.n for line in self.lines[self.bounds[0] :] if line.prose and line.n not in self.marks)
        return next(below, self.bounds[1] + 1)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Return the stems of the words of all paragraphs, small words left out."""
        first, last = self.bounds
        own = (line for line in self.lines[first - 1 : last] if line.prose or self._is_item(line))
        prose = [line for line in own if line.n not in self.marks or self.marks[line.n].role != "furniture"]
        return frozenset(telling_stems(chain.from_iterable([line.words for line in prose])))

    def _is_item(self, line: Line) -> bool:
        """Say whether a short line stands in the text and not right below furniture, where teasers do."""
        first, last = self.bounds
        return first < line.n < last and self.found.keys().isdisjoint(range(line.n - _TEASERS, line.n + 1))

    def in_head(self, line: Line) -> bool:
        """Say whether `line` stands above the first paragraph."""
        return line.n < self.bounds[0]

    def in_tail(self, line: Line) -> bool:
        """Say whether `line` stands below the last paragraph."""
        return line.n > self.bounds[1]

    def at_edge(self, line: Line) -> bool:
        """Say whether `line` stands above or below the text."""
        first, last = self.bounds
        return not first <= line.n <= last

    def near_top(self, line: Line) -> bool:
        """Say whether `line` stands above the second paragraph."""
        return line.n < self.top

    def shares(self, line: Line) -> float:
        """Return what share of the words of `line`, but small words and weekdays, the paragraphs use."""
        stems = telling_stems(line.words) - lists().weekdays
        return len(stems & self.vocabulary) / len(stems) if stems else 0.0

    def shared(self, line: Line) -> int:
        """Return how many words of `line` the paragraphs use as well, small words left out."""
        return len(telling_stems(line.words) & self.vocabulary)

    def tells(self, line: Line) -> bool:
        """Say whether `line` speaks of what the paragraphs speak of, as a title does."""
        stems = telling_stems(line.words)
        shared = len(stems & self.vocabulary)
        if line.size >= _TITLE and shared >= 2:
            return True
        return line.size > 1 and shared >= (_SHARED if line.size >= 3 else 2 * _SHARED) * max(1, len(stems))

    def may_drop(self, line: Line) -> bool:
        """Say whether the wording of `line` is that of furniture where it stands."""
        found = self.found.get(line.n)
        if found is None:
            return False
        if found.zone == "any":
            return True
        if found.zone in ("head", "below"):
            return self.in_head(line) is (found.zone == "head")
        return self.in_tail(line) or (found.zone == "edge" and self.in_head(line))

    def closes(self, line: Line) -> bool:
        """Say whether the wording of `line` is of furniture that stands below articles, not within them."""
        found = self.found.get(line.n)
        return found is not None and found.family.closes

    def above(self, line: Line) -> Line | None:
        """Return the line directly above, blank or not."""
        return self.lines[line.n - 2] if line.n > 1 else None

    def below(self, line: Line) -> Line | None:
        """Return the line directly below, blank or not."""
        return self.lines[line.n] if line.n < len(self.lines) else None

    def next(self, line: Line) -> Line | None:
        """Return the next line that is text of the article."""
        return self._seek(range(line.n, len(self.lines)))

    def previous(self, line: Line) -> Line | None:
        """Return the last line before this one that is text of the article."""
        return self._seek(range(line.n - 2, -1, -1))

    def _seek(self, indexes: range) -> Line | None:
        return next((self.lines[i] for i in indexes if self.is_text(self.lines[i])), None)

    def is_text(self, line: Line) -> bool:
        """Say whether no rule has put `line` aside."""
        mark = self.marks.get(line.n)
        return not line.blank and (mark is None or mark.role not in ("furniture", "duplicate", "blank"))

    def isolated(self, line: Line) -> bool:
        """Say whether blank lines or the page's ends stand above and below."""
        above, below = self.above(line), self.below(line)
        return (above is None or above.blank) and (below is None or below.blank)


def _shape(text: str) -> tuple[Line, furniture.Found | None]:
    """Return a line with its shape, not numbered yet, and its family of furniture.

    A long one that opens with a verb of news is a paragraph.
    """
    day = collected(text)
    start = day.end() if day else 0
    line = measure(0, text, start + furniture.buttons_end(text[start:]))
    reports = line.size >= _REPORT and line.words[0] in lists().verbs and not is_day(line.words)  # «نشر: …»
    if not line.prose and reports:
        line = replace(line, prose=True)
    found = furniture.match(line)
    if found and any(word.isdigit() for word in line.words) and _is_stamp(line, found):
        return line, None
    return line, found


def _is_stamp(line: Line, found: furniture.Found) -> bool:
    """Say whether a line is «القاهرة 12-3-2024 (أ ف ب) -» or «2022-11-09 21:11 | آخر تعديل : …»."""
    sent = agency_end(line.text.strip()) == len(line.text.strip())
    return sent or (line.size > _STAMPS and found.zone == "head" and is_day(line.words))


#: Buttons and entries of menus stand on many pages of an outlet.
_shape_of_entry = lru_cache(maxsize=4096)(_shape)


def _numbered(n: int, line: Line) -> Line:
    return Line(n, line.text, line.words, line.size, line.blank, line.stop, line.prose, line.lead)
