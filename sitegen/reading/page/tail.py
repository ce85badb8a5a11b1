"""What closes a page: tags, teasers, names of sections, where more speaks for the site than for the text.

The foot of a page is looked for upwards from its end: what each line tells
(`evidence`) is added up, and the foot begins where the sum is greatest.  A list,
a poem or an answer at the end of the text pulls the sum down and stays above it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise, takewhile

from msgspec import Struct

from sitegen import data
from sitegen.model import Role
from sitegen.reading.page.days import is_date
from sitegen.reading.page.evidence import Witness
from sitegen.reading.page.hints import is_ago
from sitegen.reading.page.layout import SHEET, Page
from sitegen.reading.page.lines import Line
from sitegen.reading.page.odds import begun, weights
from sitegen.reading.page.words import lists

Claims = Iterator[tuple[int, Role]]

_READERS = frozenset(("comments",))
_FORM = frozenset(("comments", "comment-form", "comment-field"))
#: Two fields of a form for comments stand so close to each other; a stamp has at most so many words.
_FIELDS, _STAMP = 2, 4
#: A run goes on within so many lines, none of which weighs so little as the article's own.
_NEAR, _OWN = 3, -1
#: So many lines of such kinds, each of so many words, are no box of links.
_LIST, _ITEM = 5, 3
#: A list has so many headings at most, and so many teasers may stand above it in a box.
_HEADS, _TEASERS = 2, 2
#: Below a text that no full stop ends a foot weighs so much, and its first line.
_SURE, _TELLS = 5.5, 0.7
_KNOWN = ("known", "inside", "site")
_STRANGE = ("button", "label", "addressed")
_LISTED = ("short", "joined", "item", "headline", "subject", "of the text")
_OPEN, _ROW, _RUN = "open", "row", "run"
_HEADLINES = ("news", "headline", "subject")
_STOPS = (".", "؟", "!", "?", "…")


class Limits(Struct, frozen=True, gc=False):
    """How much evidence makes a foot; see the head of `foot.toml`."""

    enough: float
    label: float
    listed: int
    below: int


@data.kept
def _limits() -> Limits:
    table = data.table("foot")["foot"]
    return Limits(table["enough"], table["label"], table["listed"], table["below"])


def after_text(page: Page) -> Claims:
    """Claim what is left below the furniture that closes the text: tags, teasers, names of sections."""
    if _is_live(page):
        return
    tail = Tail(page)
    page.weighed.update((line.n, str(told)) for line, told in zip(tail.lines, tail.evidence, strict=True))
    yield from ((line.n, "furniture") for line in tail.lines[tail.foot() :] if _is_left(page, line))


class Tail:
    """The lines below the text, and what they tell."""

    def __init__(self, page: Page) -> None:
        self.page = page
        below = (line for line in page.lines[page.end :] if line.words)
        self.lines = [line for line in below if line.n not in page.marks or page.marks[line.n].rule != SHEET]
        self.evidence = Witness(page, self.lines).told() if self.lines else []

    def foot(self) -> int:
        """Return where the foot begins: where it almost certainly has, or where the evidence is greatest.

        The second counts only where a foot may well have begun.
        """
        odds, summed = begun(self.lines, self.evidence), self._summed(_limits().enough)
        sure, may, listed = weights().sure, weights().may, max(self._listed(), default=-1)
        likely = (i for i, share in enumerate(odds) if share >= (may if i >= summed else sure))
        return next((i for i in likely if i > listed), len(self.lines))

    def _summed(self, enough: float) -> int:
        """Return where the evidence down to the end is greatest, and enough."""
        limits = _limits()
        boxed = self._boxed(limits.below)
        form, own = self._form(), self._listed()
        total, most, start, items = 0.0, enough, form, 0
        for i in range(len(self.lines) - 1, -1, -1):
            told = self.evidence[i]
            weight = max(told.weight, 0.0) if i in boxed else told.weight
            total, items = total + weight, 0 if told.starts in (_OPEN, _ROW) else items + (weight <= -1)
            if (items >= limits.listed and i < form) or i in own:
                break
            if total >= most and self._may_start(i, total):
                most, start = total, min(i, form)
        return start

    def may_end_at(self, label: Line) -> bool:
        """Say whether the text ends above a heading of a box: what stands below it does not outweigh it."""
        at = next((i for i, line in enumerate(self.lines) if line.n >= label.n), len(self.lines))
        return self._summed(_limits().label) <= at

    def _may_start(self, i: int, total: float) -> bool:
        """Say whether a foot may begin at a line: below an open sentence only at what is known."""
        starts, behind = self.evidence[i].starts, self.evidence[i + 1 : i + 1 + _NEAR]
        if starts == _ROW:
            starts = "yes" if any(told.name in _HEADLINES for told in behind[:1]) else ""
        elif starts == _RUN:
            run = takewhile(lambda told: told.starts != _OPEN and told.weight > _OWN, behind)
            starts = "yes" if any(told.weight >= 0 for told in run) else ""
        ended = self.page.end == 0 or self.page.lines[self.page.end - 1].stop in _STOPS
        sure = total >= _SURE and self.evidence[i].weight >= _TELLS  # below an open sentence
        return starts == _OPEN or (starts != "" and (ended or sure))

    def _boxed(self, below: int) -> set[int]:
        """Return the lines that a heading that closes a text has right below it.

        Below comments and forms, which stand at the end of articles only, names and figures are in it too.
        """
        boxed: set[int] = set()
        left, lowest = 0, 0.0
        for i, told in enumerate(self.evidence):
            if told.starts == _OPEN:
                found = self.page.found.get(self.lines[i].n)
                left = below if found and found.family.closes else 0
                lowest = -2 if found and found.family.name in _READERS else -1
            elif left and told.weight > lowest:
                boxed.add(i)
                left -= 1
            else:
                left = 0
        return boxed

    def _listed(self) -> set[int]:
        """Return the last lines of lists that go on below a box or a call: too many, none of news."""
        own: set[int] = set()
        for i, line in enumerate(self.lines):
            found = self.page.found.get(line.n)
            below = range(i + 1, len(self.lines))
            if found is None and self.evidence[i].name == "site" and i < _NEAR:
                run = list(takewhile(lambda j: self.evidence[j].name in _LISTED, below))
                sizes = (k for k in range(len(run), 0, -1) if self._is_list(run[:k]))
                own.update(run[k - 1] for k in islice(sizes, 1))
            closed = sum(told.name in ("known", "site") for told in self.evidence[:i]) >= _NEAR
            strange = i == 0 and found is None and self.evidence[i].name in _STRANGE
            if not strange and (found is None or found.zone != "any" or found.family.last or closed):
                continue
            run = list(takewhile(lambda j: self.evidence[j].name not in _KNOWN, below))
            teasers = _TEASERS if found is None or found.family.opens == "list" else 0
            own.update(run[-1:] if any(self._is_list(run[k:]) for k in range(teasers + 1)) else ())
            for k in (k for k, j in enumerate(run[: teasers + 1]) if self._heads_list(j)):
                list_ = list(takewhile(lambda j: self.evidence[j].name in _LISTED, run[k:]))
                own.update(list_[-1:] if self._is_list(list_) else ())
        return own

    def _heads_list(self, i: int) -> bool:
        """Say whether a line is a few words with one of the text, as the heading of a list is."""
        return self.evidence[i].name == "of the text" and self.lines[i].size <= _ITEM

    def _is_list(self, run: Sequence[int]) -> bool:
        """Say whether lines are a list: no news and, but for two headings, no labels among them, or items."""
        labels = sum(self.lines[i].size < _ITEM for i in run)
        items = sum(self.evidence[i].weight <= _OWN for i in run)
        kinds = all(self.evidence[i].name in _LISTED for i in run)
        return len(run) >= _LIST and kinds and (labels <= _HEADS or items > _HEADS)

    def _form(self) -> int:
        """Return where a form for comments begins, below which stands no text; without one the tail's end."""
        found = self.page.found
        fields = [
            i
            for i, line in enumerate(self.lines)
            if self.evidence[i].name == "known" and line.n in found and found[line.n].family.name in _FORM
        ]
        close = (one for one, two in pairwise(fields) if two - one <= _FIELDS)
        return next(close, len(self.lines))


def _is_live(page: Page) -> bool:
    """Say whether stamps such as «منذ 5 دقائق» stand between the paragraphs: entries go on below them."""
    first, last = page.bounds
    stamps = (line for line in page.lines[first : last - 1] if 1 < line.size <= _STAMP)
    return any(map(is_ago, stamps))


def _is_left(page: Page, line: Line) -> bool:
    """Say whether no rule knows a line and it is no sentence on the subject and no date of printing."""
    if line.n in page.marks or line.prose or (line.stop == "." and page.shares(line) > 0):
        return False
    if page.dated:
        return True
    published = any(word in lists().published for word in line.words)
    year = any(len(word) == 4 and word.isdigit() for word in line.words)
    return not (published and year and is_date(line.words))
