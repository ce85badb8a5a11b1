"""What one line below the text tells of where the foot of a page begins: a name and a weight (`foot.toml`).

No line proves anything alone.  A known button stands below an article that ends in
a poem as well, and a headline that shares no word with the text may be the title of
a book in a list; so the weights of all lines down to the end of the page are added up.
"""

from __future__ import annotations

import re
from functools import cached_property
from itertools import takewhile

from msgspec import Struct

from sitegen import data
from sitegen.reading.page.days import is_date
from sitegen.reading.page.foot import carries_on
from sitegen.reading.page.headlines import (
    headlines,
    is_listicle,
    is_news,
    is_of_readers,
    is_section,
    links_to_headline,
)
from sitegen.reading.page.hints import (
    asks_of_page,
    interface_stems,
    is_addressed,
    is_label,
    is_stamp,
    speaks_for_site,
    telling,
)
from sitegen.reading.page.layout import Page
from sitegen.reading.page.lines import Line, stems_of
from sitegen.reading.page.rates import rates
from sitegen.reading.page.site_names import menu_stems, site_names
from sitegen.reading.page.words import is_name, lists

#: A label has at most so many words, one that nobody knows so many; a word with «و» before it more letters.
_LABEL, _FEW, _WAW = 8, 4, 3
#: Right below a text, where a letter is signed, such a label has so many, or two of so many lines are news.
_LONE, _ROW = 1, 3
_PREFIXES = "وفبلك"
#: The rule that puts aside what stands within a box.
_BOX = "enclosed"
#: So many places right below a text are tags; more may be a list.
_TAGS = 3
#: A label that opens with a small word has at most so many: «على الطاولة».
_TAG = 3
#: A line that carries on a report has at least so many words.
_CARRIED = 4
#: A headline has such a share of its words in common with the text at most.
_LITTLE = 0.25
#: So many digits are a number to call.
_CALL = 7
#: A longer button has one word of the interface in so many.
_PART = 3
#: A line that ends in a year is longer than a stamp: so many words.
_DATED = 5
#: Who asks and who answers, a list with dashes: «س: شكرا لك», «- تعيين مدير متفرغ».
_VOICE = re.compile(r"\s*(?:[^\W\d_]{1,2}\s*:|[-–—]\s)")
#: What stands above the title of a column, under which its writer is named.
_HEADINGS = ("known", "site", "button", "label", "section", "menu")
#: Names of lines of which nothing but their shape is known.
_PLAIN = ("short", "item", "stamp", "joined", "section")
_COLUMN = ("short", "joined", "headline")


class Evidence(Struct, frozen=True, gc=False):
    """One kind of evidence; see the head of `foot.toml`."""

    name: str
    weight: float
    starts: str = ""

    def __str__(self) -> str:
        """Return the name and the weight, as `sitegen read` prints them: «news +1»."""
        return f"{self.name} {self.weight:+g}"


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
        for i in rates(self.page, self.lines):
            names[i] = "rate" if names[i] in _PLAIN else names[i]
        tags = self._tags(names)
        names[:tags] = ["tag"] * tags
        for i, name in enumerate(names[:-1]):
            above = names[i - 1] if i else ""
            news = names[i + 1] == "news" or (names[i + 1] == "subject" and "news" in names[i + 2 : i + 3])
            if name == "short" and news and above in ("", "known", "site", "button"):
                sure = above or names[i + 1 : i + 1 + _ROW].count("news") > 1
                names[i] = "over news" if self.lines[i].size <= (_FEW if sure else _LONE) else name
            if above in _HEADINGS and name in _COLUMN and names[i + 1] == "item" and self._is_writer(i + 1):
                names[i : i + 2] = ["headline", "writer"]
        return [kinds()[name] for name in names]

    def _tags(self, names: list[str]) -> int:
        """Return how many places, alone on their lines, stand between the text and known furniture."""
        run = sum(1 for _ in takewhile(lambda line: line.words in lists().places, self.lines))
        return run if run <= _TAGS and names[run : run + 1] == ["known"] else 0

    def _is_writer(self, i: int) -> bool:
        """Say whether a line is a name and nothing else, no member of a list."""
        return is_name(self.lines[i].words) and self.lines[i].text.strip()[0].isalpha()

    def _name(self, line: Line) -> str:
        page = self.page
        if _is_furniture(page, line):
            return "inside" if _is_inside(page, line) else "known"
        if _is_hint(page, line, self.names):
            return "site"
        if not line.arabic and any(map(str.isalpha, line.text)):
            return "latin"
        if _VOICE.match(line.text):
            return "item"
        shared = page.shares(line) > 0
        carried = _is_carried(line)
        if line.prose or line.stop == ":" or (carried and (shared or _joins(line) or not is_news(line))):
            return "sentence"
        if line.stop == ".":
            return "stopped on the subject" if shared else "stopped"
        return (not shared and self._strange(line)) or _plain(page, line, shared=shared)

    def _strange(self, line: Line) -> str:
        """Return what a line of words that the text has not tells for the site; '' nothing."""
        told = telling(line)
        if line.words in lists().comments or (told and line.size <= max(_FEW, _PART * told)):
            return "button"
        if not told and line.size <= _LABEL and is_addressed(line):
            return "addressed"
        readers = line.size <= _FEW and is_of_readers(line)
        if line.size <= _LABEL and (readers or is_label(line) or line.words[0] in headlines().turns):
            return "label"
        if sum(len(word) for word in line.words if word.isdigit()) >= _CALL:
            return "number"
        if line.size <= _FEW and is_section(line):
            return "section"
        named = not _may_be_text(self.page, line) and not self.menu.isdisjoint(stems_of(line.words))
        return "menu" if named else ""


def _plain(page: Page, line: Line, *, shared: bool) -> str:
    """Return what the shape of a line tells that no word gives away."""
    known = headlines()
    if not shared and (line.stop == "؟" or line.words[0] in known.questions):
        return "question"
    if _goes_on(line) and not (line.stop == "؟" and line.size >= known.long):
        return "joined"
    if not shared and page.dated and line.size > 2 and is_date(line.words):
        return "stamp"
    if _may_be_text(page, line) and (shared or not (is_news(line) or is_listicle(line))):
        return "item"
    if not shared and is_news(line):
        return "news"
    if line.size >= known.long:
        return "subject" if shared else "headline"
    if shared and line.size >= known.least and (page.shares(line) <= _LITTLE or is_news(line)):
        return "subject"
    return "of the text" if shared else "short"


def _is_inside(page: Page, line: Line) -> bool:
    """Say whether furniture is of a kind that stands between paragraphs: a credit, a link, a box of them."""
    found = page.found.get(line.n)
    if found is None or found.zone != "any" or found.family.last:
        return page.marks[line.n].rule == _BOX
    return not found.family.closes or (found.family.opens == "list" and links_to_headline(line))


def _may_be_text(page: Page, line: Line) -> bool:
    """Say whether a line below the text could be its end: a sentence on it, an item of a list, a name."""
    if line.stop in (".", ":") and page.shares(line) > 0:
        return True
    figures = sum(word.isdigit() for word in line.words)
    return (
        _is_carried(line)
        or (figures > 0 and line.size > figures + 1 and not is_date(line.words))
        or is_name(line.words)
    )


def _goes_on(line: Line) -> bool:
    """Say whether a line opens with a joining «و», or no mere label with a small word, as verses do."""
    first, known = line.words[0], lists()
    joined = first[0] == "و" and len(first) > _WAW and first not in known.waw
    return joined or (first in known.small_words and line.size > _TAG)


def _is_carried(line: Line) -> bool:
    """Say whether a line carries on a report and is no mere label: «تابع القراءة», «في هذا الشأن»."""
    return line.size >= _CARRIED and carries_on(line)


def _joins(line: Line) -> bool:
    """Say whether a line opens with «و» before a small word or a verb, as no headline does: «وفي ما يأتي»."""
    first, known = line.words[0], lists()
    return first[0] == "و" and (first[1:] in known.small_words or first[1:] in known.verbs)


def _is_hint(page: Page, line: Line, names: frozenset[str]) -> bool:
    """Say whether a line speaks of the site, or is a stamp of another entry: «منذ ساعة», «02:15»."""
    if line.n in page.marks:
        return False
    if is_stamp(line) or (page.is_letter and interface_stems(line) & lists().subscription):
        return True
    if page.shares(line) > 0:
        return False
    dated = line.size >= _DATED and line.words[-1].isdigit() and len(line.words[-1]) == 4
    joined = line.words[0][0] == "و" and line.words[0] not in lists().waw  # «وظل الصدى في الرمال»
    named = not line.prose and not joined and _has_name(line, names)
    return asks_of_page(line) or speaks_for_site(line) or named or (dated and is_date(line.words[-3:]))


def _has_name(line: Line, names: frozenset[str]) -> bool:
    """Say whether a line holds a word of the site's name as printed: «جبل» is none of «صحيفة الجبل»."""
    return any(word in names or (word[0] in _PREFIXES and word[1:] in names) for word in line.words)


def _is_furniture(page: Page, line: Line) -> bool:
    """Say whether a rule has put a line aside as furniture."""
    mark = page.marks.get(line.n)
    return mark is not None and mark.role == "furniture"
