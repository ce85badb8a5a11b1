"""Quotations, speakers and indirect speech: the cases, and what is never allowed to happen."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model import Quote, Statement
from sitegen.reading.speech.quotes import find_quotes
from sitegen.reading.speech.wording import Place, is_wording
from tests.unit.lexicon_cases import cases
from tests.unit.quote_cases import article, entities

CASES = cases("quotes")
VOCABULARY = 'وقال بايدن إن أن : " « » ” ، . مشيرا إلى "داعش" العلاقة مستقرة لم الذي وفق بيان البيت'
PIECES = st.lists(st.sampled_from(VOCABULARY.split()), max_size=25).map(" ".join)


def read(case: dict[str, Any]) -> tuple[tuple[Quote, ...], tuple[Statement, ...]]:
    lines = case["lines"]
    people = entities("person", case.get("people", {}), lines)
    return find_quotes(article(lines), people, entities("org", case.get("orgs", {}), lines))


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["label"])
def test_case(case: dict[str, Any]) -> None:
    quotes, statements = read(case)
    assert [[q.speaker or "", q.text] for q in quotes] == case["quotes"]
    if "statements" in case:
        told = [[s.speaker or "", s.verb, case["lines"][s.line - 1][s.start : s.end]] for s in statements]
        assert told == case["statements"]


@given(PIECES)
def test_words_are_never_altered(text: str) -> None:
    quotes, statements = read({"lines": [text], "people": {"biden": ["بايدن"]}})
    for quote in quotes:
        assert text[quote.start : quote.end] == quote.text
        assert quote.speaker in (None, "biden")
    for statement in statements:
        assert text[statement.start : statement.end].strip()


@pytest.mark.parametrize("role", ["title", "heading", "caption", "dateline", "byline"])
def test_only_the_body_is_read(role: str) -> None:
    lines = ['بايدن: "لن نكون هناك مع نهاية العام".']
    quotes, _ = find_quotes(article(lines, {1: role}), entities("person", {"biden": ["بايدن"]}, lines), ())
    assert quotes == ()


def test_a_statement_of_its_own_or_a_fragment() -> None:
    lines = ['وقال بايدن إن بلاده ستبدأ "مرحلة جديدة" هذا العام، مضيفا: "سنواصل تعاوننا مع الجميع".']
    quotes, _ = find_quotes(article(lines), entities("person", {"biden": ["بايدن"]}, lines), ())
    assert [(q.text, q.whole) for q in quotes] == [
        ("مرحلة جديدة", False),
        ("سنواصل تعاوننا مع الجميع", True),
    ]


@pytest.mark.parametrize(
    ("words", "place", "expected"),
    [
        ("نعم", Place("direct", "colon", "قال", "", "", False, False), True),
        ("الجيش الوطني", Place("direct", "that", "قال", "ان", "", False, True), False),
        ("داعش", Place("inside", "that", "قال", "تنظيم", "", False, False), False),
        ("عربي", Place("object", "", "وصف", "الموقف", "ب", True, False), True),
        ("باب الحارة", Place("inside", "that", "قال", "مسلسل", "", False, False), False),
        ("open source", Place("inside", "that", "قال", "نظام", "", False, False), False),
    ],
)
def test_wording(words: str, place: Place, *, expected: bool) -> None:
    assert is_wording(words.split(), place, named=False) is expected
