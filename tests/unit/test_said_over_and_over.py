"""A word that a page repeats hundreds of times is read to its end: nothing may go deeper with every word."""

from __future__ import annotations

import pytest

from sitegen.desk.lexicon import parse_lexicon
from sitegen.english.stub import write_english
from sitegen.model import Corrections, Meta, RawArticle
from sitegen.reading.analyze import analyze
from sitegen.reading.dates.resolve import resolve_all

_LEXICON, _ = parse_lexicon({})
_TITLE, _LEDE = "وزير الخارجية يستقبل نظيره", "قال الوزير محمد علي أمس إن 12 شخصا قتلوا في العاصمة."
#: A noun that another completes, kunyas, fathers, small words of names, adverbs, offices, scales, marks.
_WORDS = (
    "وزير", "رئيس وزراء", "تكريم", "أبو", "أم", "ابن", "ابن أبو", "عبد", "آل", "فان دير", "أيضا", "بدوره",
    "نائب", "مليون", "ألف و", "أن", "«", "(",
)  # fmt: skip


@pytest.mark.parametrize("word", _WORDS)
@pytest.mark.parametrize("around", ["{}", "قال {} محمد علي", "محمد {} علي"])
def test_said_over_and_over(word: str, around: str) -> None:
    line = around.format(f"{word} " * 1500)
    reading = analyze(RawArticle("a", "a.txt", (_TITLE, _LEDE, line), Meta(), ""), Corrections(), _LEXICON)
    english = write_english(reading, reading.dating, resolve_all(reading, reading.dating), _LEXICON)
    assert english.headline.text
