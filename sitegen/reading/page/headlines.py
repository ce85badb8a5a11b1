"""Headlines of other news, told by how they open: an event, who acts, a verb behind its subject."""

from __future__ import annotations

import re

from msgspec import Struct

from sitegen import data
from sitegen.reading.page.lines import Line, words_of
from sitegen.reading.page.words import lists

#: The verb of a headline is among so many first words, and has so many letters at least.
_VERB, _LETTERS = 5, 4
_PRESENT = ("ي", "تست", "تت")
#: «10 حيل لترتيب خزانة صغيرة»: no step of a recipe («3. …»), no score.
_LISTICLE = re.compile(r"\s*\d{1,3}(?:\s+[^\W\d]+){3,}\s*$")


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


def is_listicle(line: Line) -> bool:
    """Say whether a line opens with a bare number and goes on in words, as titles of lists do.

    >>> from sitegen.reading.page.lines import measure
    >>> is_listicle(measure(1, "10 حيل لترتيب خزانة صغيرة")), is_listicle(measure(1, "3. يخفق البيض"))
    (True, False)
    """
    return _LISTICLE.match(line.text) is not None


def links_to_headline(line: Line) -> bool:
    """Say whether a headline follows the colon of a line: «اقرأ أيضا: …»."""
    return len(words_of(line.text.partition(":")[2])) >= headlines().least


def is_of_readers(line: Line) -> bool:
    """Say whether a line tells what readers read, watch or like: «يقرأ الآخرون أيضا»."""
    return any(root in word for word in line.words for root in headlines().reads)
