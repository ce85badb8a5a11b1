"""What one line below the text tells of where the foot of a page begins: a name and a weight (`foot.toml`).

No line proves anything alone.  A known button stands below an article that ends in
a poem as well, and a headline that shares no word with the text may be the title of
a book in a list; so the weights of all lines down to the end of the page are added up.
"""

from __future__ import annotations

import re
from functools import cached_property
from itertools import pairwise

from msgspec import Struct

from sitegen import data
from sitegen.reading.page.foot import carries_on
from sitegen.reading.page.furniture import Found
from sitegen.reading.page.hints import interface_stems, speaks_for_site, telling
from sitegen.reading.page.layout import Page
from sitegen.reading.page.lines import Line, stems_of, words_of
from sitegen.reading.page.site_names import menu_stems, site_names
from sitegen.reading.page.words import interface_words, is_date, is_name, lists

#: A label has at most so many words, a stamp of an entry so many; a word with «و» before it more letters.
_LABEL, _STAMP, _WAW = 8, 4, 3
#: A few words: a label nobody knows.  The verb of a headline is among its first words, and so long at least.
_FEW, _VERB, _LETTERS = 4, 5, 4
_PRESENT = ("ي", "تست", "تت")
_THIS = frozenset(words_of("هذا هذه"))
#: A headline has such a share of its words in common with the text at most.
_LITTLE = 0.25
#: So many digits are a number to call.
_CALL = 7
#: A longer button has one word of the interface in so many.
_PART = 3
#: «10 حيل لترتيب خزانة صغيرة»: no step of a recipe («3. …»), no score.
_LISTICLE = re.compile(r"\s*\d{1,3}(?:\s+[^\W\d]+){3,}\s*$")
CLOCK = re.compile(r"\d{1,2}:\d\d(?::\d\d)?")


class Evidence(Struct, frozen=True, gc=False):
    """One kind of evidence; see the head of `foot.toml`."""

    name: str
    weight: float
    starts: str = ""


class Headlines(Struct, frozen=True, gc=False):
    """Folded words of headlines, and of how many words one is."""

    events: frozenset[str]
    actors: frozenset[str]
    questions: frozenset[str]
    turns: frozenset[str]
    reads: tuple[str, ...]
    least: int
    long: int


@data.kept
def headlines() -> Headlines:
    """Return the words by which headlines of news are told."""
    table = data.table("foot")["headlines"]
    events, actors, questions, turns = (
        frozenset(word for text in table[name] for word in words_of(text))
        for name in ("events", "actors", "questions", "turns")
    )
    reads = tuple(word for text in table["reads"] for word in words_of(text))
    return Headlines(events, actors, questions, turns, reads, table["least"], table["long"])


@data.kept
def kinds() -> dict[str, Evidence]:
    """Return the kinds of evidence by name."""
    rows = data.table("foot")["evidence"]
    return {row["name"]: Evidence(row["name"], row["weight"], row.get("starts", "")) for row in rows}


class Witness:
    """Asks the lines below the text of one page, in order, what they tell."""

    def __init__(self, page: Page, lines: list[Line]) -> None:
        self.page, self.lines = page, lines
        self.names = site_names(page, lines)

    @cached_property
    def menu(self) -> frozenset[str]:
        """Return the stems of the words above the title that neither text nor interface has."""
        return menu_stems(self.page)

    def told(self) -> list[Evidence]:
        """Return the evidence of every line."""
        names = [self._name(line) for line in self.lines]
        for i, name in enumerate(names[:-1]):
            above = names[i - 1] if i else ""
            if name == "short" and names[i + 1] == "news" and above in ("known", "site", "button"):
                names[i] = "over news" if self.lines[i].size <= _FEW else name
        return [kinds()[name] for name in names]

    def _name(self, line: Line) -> str:
        page = self.page
        if is_furniture(page, line):
            return "inside" if _is_inside(line, page.found.get(line.n)) else "known"
        if _is_hint(page, line, self.names):
            return "site"
        if not line.arabic and any(map(str.isalpha, line.text)):
            return "latin"
        shared = page.shares(line) > 0
        if line.prose or line.stop == ":" or (carries_on(line) and (shared or not is_news(line))):
            return "sentence"
        if line.stop == ".":
            return "stopped on the subject" if shared else "stopped"
        return (not shared and self._strange(line)) or _plain(page, line, shared=shared)

    def _is_of_readers(self, line: Line) -> bool:
        """Say whether a few words tell what readers read, watch or like: «يقرأ الآخرون أيضا»."""
        return any(root in word for word in line.words for root in headlines().reads)

    def _strange(self, line: Line) -> str:
        """Return what a line of words that the text has not tells for the site; '' nothing."""
        told = telling(line)
        if line.words in lists().comments or (told and line.size <= max(_FEW, _PART * told)):
            return "button"
        readers = line.size <= _FEW and self._is_of_readers(line)
        if line.size <= _LABEL and (readers or _is_label(line) or line.words[0] in headlines().turns):
            return "label"
        if sum(len(word) for word in line.words if word.isdigit()) >= _CALL:
            return "number"
        named = not may_be_text(self.page, line) and not self.menu.isdisjoint(stems_of(line.words))
        return "menu" if named else ""


def _plain(page: Page, line: Line, *, shared: bool) -> str:
    """Return what the shape of a line tells that no word gives away."""
    known = headlines()
    if not shared and (line.stop == "؟" or line.words[0] in known.questions):
        return "question"
    if goes_on(line) and not (line.stop == "؟" and line.size >= known.long):
        return "joined"
    if not shared and page.dated and line.size > 2 and is_date(line.words):
        return "stamp"
    if may_be_text(page, line) and (shared or not (is_news(line) or _LISTICLE.match(line.text))):
        return "item"
    if not shared and is_news(line):
        return "news"
    if line.size >= known.long:
        return "subject" if shared else "headline"
    if shared and line.size >= known.least and (page.shares(line) <= _LITTLE or is_news(line)):
        return "subject"
    return "of the text" if shared else "short"


def is_news(line: Line) -> bool:
    """Say whether a line opens as headlines do: with an event, who acts, or a verb behind its subject.

    >>> from sitegen.reading.page.lines import measure
    >>> is_news(measure(1, "هزة أرضية خفيفة شمال خانقين")), is_news(measure(1, "مخبز يوزع ألف ربطة مجانا"))
    (True, True)
    >>> is_news(measure(1, "العمة سعاد لا ترد على الهاتف")), is_news(measure(1, "تشجيع الري بالتنقيط"))
    (False, False)
    """
    known = headlines()
    if line.size < known.least or line.stop:
        return False
    behind = words_of(line.text.partition(":")[2])[:1]  # «القيروان: معرض للزربية»
    opens = (line.words[0], line.words[0].removeprefix("ال"), *behind)
    if known.events.intersection(opens) or opens[1] in known.actors:
        return True
    listed = lists()
    return any(
        len(word) >= _LETTERS
        and word.startswith(_PRESENT)
        and word not in listed.given
        and word not in listed.dates
        for word in line.words[1:_VERB]
    )


def _is_inside(line: Line, found: Found | None) -> bool:
    """Say whether furniture is of a kind that stands between paragraphs: a credit, a link with a headline."""
    if found is None or found.zone != "any" or found.family.last:
        return False
    linked = len(words_of(line.text.partition(":")[2])) >= headlines().least
    return not found.family.closes or (found.family.opens == "list" and linked)


def _is_label(line: Line) -> bool:
    """Say whether a line holds nothing but words that go with those of the interface, two of them telling."""
    stems = interface_stems(line)
    return stems <= interface_words().around and len(stems - lists().small) > 1


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


def goes_on(line: Line) -> bool:
    """Say whether a line opens with a joining «و» or a small word, as a verse does and no tag."""
    first, known = line.words[0], lists()
    joined = first[0] == "و" and len(first) > _WAW and first not in known.waw
    return joined or first in known.small_words


def _is_hint(page: Page, line: Line, names: frozenset[str]) -> bool:
    """Say whether a line speaks of the site, or is a stamp of another entry: «منذ ساعة», «02:15»."""
    if line.n in page.marks:
        return False
    if line.size <= _STAMP and (CLOCK.fullmatch(line.text.strip()) or is_ago(line)):
        return True
    if page.shares(line) > 0:
        return False
    dated = line.size > _STAMP and line.words[-1].isdigit() and len(line.words[-1]) == 4
    named = not line.prose and not names.isdisjoint(stems_of(line.words))
    asks = line.stop == "؟" and any(
        this in _THIS and telling_word(word) for this, word in pairwise(line.words)
    )
    return asks or speaks_for_site(line) or named or (dated and is_date(line.words[-3:]))


def telling_word(word: str) -> bool:
    """Say whether a word is one of buttons and forms: «الموضوع», «الصفحة»."""
    return bool(stems_of((word,)) & interface_words().telling)


def is_ago(line: Line) -> bool:
    """Say whether a line is an age: «منذ ساعة»."""
    return line.words[0] in lists().published and is_date(line.words)


def is_furniture(page: Page, line: Line) -> bool:
    """Say whether a rule has put a line aside as furniture."""
    mark = page.marks.get(line.n)
    return mark is not None and mark.role == "furniture"
