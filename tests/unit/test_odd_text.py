"""What no editor writes is read to its end: a word said on and on, one of a thousand letters, odd figures."""

from __future__ import annotations

import pytest

from sitegen.desk.lexicon import parse_lexicon
from sitegen.english.stub import write_english
from sitegen.model import Corrections, Meta, RawArticle, Reading
from sitegen.reading.analyze import analyze
from sitegen.reading.dates.resolve import resolve_all

_LEXICON, _ = parse_lexicon({})
_TITLE, _LEDE = "وزير الخارجية يستقبل نظيره", "قال الوزير محمد علي أمس إن 12 شخصا قتلوا في العاصمة."
#: A noun that another completes, kunyas, fathers, small words of names, adverbs, offices, scales, marks.
_WORDS = (
    "وزير", "رئيس وزراء", "تكريم", "أبو", "أم", "ابن", "ابن أبو", "عبد", "آل", "فان دير", "أيضا", "بدوره",
    "نائب", "مليون", "ألف و", "أن", "«", "(",
)  # fmt: skip
#: Said without spaces they are one word of thousands of letters, which nobody is called.
_GLUED = ("عبدال", "محمد", "ابو", "بال")
#: Raised and circled figures are digits that are no numbers; a number of 5,000 digits is a code.
_NINES = "9" * 5000
_FIGURES = (
    "على 5² متر", "10⁵ شخص", "الدورة الـ② للمعرض", "① قال الوزير", "1²/2/2025", "3⁵:² هدف", "عام ²",
    _NINES, f"الدورة الـ{_NINES}", f"20 ألف و{_NINES} شخص", f"الساعة 5:{_NINES}", f"{_NINES[:400]} مليون شخص",
)  # fmt: skip


@pytest.mark.parametrize("word", _WORDS)
@pytest.mark.parametrize("around", ["{}", "قال {} محمد علي", "محمد {} علي"])
def test_said_over_and_over(word: str, around: str) -> None:
    _read(around.format(f"{word} " * 1500))


@pytest.mark.parametrize("word", _GLUED)
def test_said_without_spaces(word: str) -> None:
    reading = _read(f"قال {word * 1500} محمد علي")
    assert all(len(entity.ar) < 100 for entity in reading.people)


@pytest.mark.parametrize("figure", _FIGURES)
def test_figures_that_are_no_numbers(figure: str) -> None:
    reading = _read(f"ارتفع عدد القتلى إلى {figure} شخصا في العاصمة.")
    assert all(number.value < 10**21 for number in reading.numbers)


def _read(line: str) -> Reading:
    """Read an article one line of which is `line`, and tell it in English."""
    reading = analyze(RawArticle("a", "a.txt", (_TITLE, _LEDE, line), Meta(), ""), Corrections(), _LEXICON)
    english = write_english(reading, reading.dating, resolve_all(reading, reading.dating), _LEXICON)
    assert english.headline.text
    return reading
