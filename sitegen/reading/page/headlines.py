"""Headlines of other news, told by how they open: an event, who acts, a verb behind its subject."""

from __future__ import annotations

import re
from itertools import pairwise

from msgspec import Struct

from sitegen import data
from sitegen.reading.page.lines import Line, stems_of, words_of
from sitegen.reading.page.words import lists

#: The verb of a headline is among so many first words, and has so many letters at least.
_VERB, _LETTERS = 5, 4
_PRESENT = ("ي", "تست", "تت")
#: «الأرصاد»: who says it stands in quotation marks before a colon.
_SOURCE = re.compile(r"\s*[«\"“][^»\"”]{3,25}[»\"”]\s*[:：]\s*[^\s«\"“]")
#: «10 حيل لترتيب خزانة صغيرة»: no step of a recipe («3. …»), no score.
_LISTICLE = re.compile(r"\s*\d{1,3}(?:\s+[^\W\d]+){3,}\s*$")
#: «خبر .. خبر .. خبر»: so many signs between headlines on one line of so many words.
_BETWEEN = re.compile(r"\s(?:\.\.+|…|\*+|\|)\s")
_ROW, _WORDS = 2, 14


class Headlines(Struct, frozen=True, gc=False):
    """Folded words of headlines, and of how many words one is."""

    events: frozenset[str]
    actors: frozenset[str]
    questions: frozenset[str]
    turns: frozenset[str]
    sections: frozenset[str]
    verbs: frozenset[str]  # presents of the feminine, which are no nouns as well
    reads: tuple[str, ...]
    least: int
    long: int


@data.kept
def headlines() -> Headlines:
    """Return the words by which headlines of news are told."""
    table = data.table("foot")["headlines"]
    events, actors, questions, turns, sections = (
        frozenset(word for text in table[name] for word in words_of(text))
        for name in ("events", "actors", "questions", "turns", "sections")
    )
    reads = tuple(word for text in table["reads"] for word in words_of(text))
    return Headlines(
        events, actors, questions, turns, sections, _feminine(), reads, table["least"], table["long"]
    )


def _feminine() -> frozenset[str]:
    """Return the verbs of news as headlines have them behind «النيابة»; «تراجع», a noun as well, is none."""
    presents = (row[1] for row in data.rows("english/verbs"))
    nouns = {word for row in data.rows("english/events") for word in words_of(row[0])[:1]}
    return frozenset(word for text in presents for word in words_of(f"ت{text[1:]}")[:1]) - nouns


def is_news(line: Line) -> bool:
    """Say whether a line opens as headlines do: with an event, who acts, or a verb behind its subject.

    >>> from sitegen.reading.page.lines import measure
    >>> is_news(measure(1, "هزة أرضية خفيفة شمال خانقين")), is_news(measure(1, "مخبز يوزع ألف ربطة مجانا"))
    (True, True)
    >>> is_news(measure(1, "النيابة تصرح بدفن الجثة")), is_news(measure(1, "«التربية»: لا تمديد للعام"))
    (True, True)
    >>> is_news(measure(1, "العمة سعاد لا ترد على الهاتف")), is_news(measure(1, "تشجيع الري بالتنقيط"))
    (False, False)
    """
    known = headlines()
    if line.size < known.least or line.stop:
        return False
    if _SOURCE.match(line.text):
        return True
    behind = words_of(line.text.partition(":")[2])[:1]  # «القيروان: معرض للزربية»
    opens = (line.words[0], line.words[0].removeprefix("ال"), *behind)
    return bool(known.events.intersection(opens)) or opens[1] in known.actors or has_verb(line)


def has_verb(line: Line) -> bool:
    """Say whether a verb of the present stands behind the subject that opens a line.

    >>> from sitegen.reading.page.lines import measure
    >>> has_verb(measure(1, "البلدية تعيد فتح السوق")), has_verb(measure(1, "رئيس التحرير في السجن"))
    (True, False)
    """
    known, listed = headlines(), lists()
    return any(
        (word in known.verbs and above not in listed.small_words)  # «لا ترد على الهاتف» is no news
        or (
            len(word) >= _LETTERS
            and word.startswith(_PRESENT)
            and word not in listed.given
            and word not in listed.dates
        )
        for above, word in pairwise(line.words[:_VERB])
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


def is_section(line: Line) -> bool:
    """Say whether a few words name a part of a paper: what it shows each day, who writes in it.

    >>> from sitegen.reading.page.lines import measure
    >>> is_section(measure(1, "كاريكاتير اليوم")), is_section(measure(1, "خرائط لمدن غارقة"))
    (True, False)
    """
    return not headlines().sections.isdisjoint((*line.words, *stems_of(line.words)))


def is_row(line: Line) -> bool:
    """Say whether a line is a row of headlines with dots between them.

    >>> from sitegen.reading.page.lines import measure
    >>> parts = "تقنين الكهرباء أربع ساعات", "عودة الحافلات إلى خط المدينة", "فرن جديد يدخل الخدمة اليوم"
    >>> is_row(measure(1, " .. ".join(parts))), is_row(measure(1, " .. ".join(parts[:2])))
    (True, False)
    """
    return line.size >= _WORDS and len(_BETWEEN.findall(line.text)) >= _ROW
