"""Numbers: the cases, and spans that say what they claim."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.desk.lexicon import parse_lexicon
from sitegen.model import Corrections, Meta, RawArticle
from sitegen.reading.analyze import analyze
from sitegen.reading.numbers.find import find_numbers
from sitegen.reading.numbers.values import read_value
from sitegen.text.tokens import tokenize
from tests.unit.lexicon_cases import cases

CASES = cases("numbers")
VOCABULARY = "نحو ثلاثة وعشرين ألف مليون ونصف و500 2,5 % جندي أيام بين إلى الجولة الرابعة ( ) ."
WORDS = st.lists(st.sampled_from(VOCABULARY.split())).map(" ".join)


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["label"])
def test_case(case: dict[str, Any]) -> None:
    found = find_numbers(1, case["text"])
    assert [[n.value, n.unit, n.approx] for n in found] == case["numbers"]


def test_a_half_is_part_of_what_is_printed() -> None:
    (number,) = find_numbers(1, "استمر ثلاث ساعات ونصف الساعة تقريبا")
    assert (number.value, number.approx, number.text) == (3.5, "about", "ثلاث ساعات ونصف الساعة تقريبا")


def test_figures_stand_where_the_line_prints_them() -> None:
    lines = ("وصول قافلة", "", " \u00a0 وصلت 30 شاحنة إلى المدينة في 5 مايو 2021 محملة بالدقيق والوقود. ")
    reading = analyze(RawArticle("a", "a.txt", lines, Meta(), ""), Corrections(), parse_lexicon({})[0])
    found = (*reading.numbers, *reading.dates)
    assert [each.text for each in found] == ["30 شاحنة", "5 مايو 2021"]
    assert [lines[each.line - 1][each.start : each.end] for each in found] == [each.text for each in found]


@given(WORDS)
def test_text_is_what_stands_there(text: str) -> None:
    for number in find_numbers(7, text):
        assert number.line == 7
        assert text[number.start : number.end] == number.text
        assert number.value > 0
        assert number.unit


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ثلاثة آلاف", 3000),
        ("خمسمئة", 500),
        ("مئتي", 200),
        ("ثلاث مئة وخمسة وأربعون", 345),
        ("خمسة عشر", 15),
        ("مئة وعشرون ألفا وخمسمئة", 120500),
        ("مليون ومئتا ألف", 1200000),
        ("2.5 مليون", 2500000),
        ("ألف و500", 1500),
        ("ثلاثة وأربعة", 3),
        ("5 و10", 5),
    ],
)
def test_value(text: str, value: float) -> None:
    read = read_value(text, tokenize(text), 0)
    assert read is not None
    assert read.value == value


@pytest.mark.parametrize("text", ["آلاف", "الألف", "جندي", "", "007"])
def test_no_value(text: str) -> None:
    tokens = tokenize(text)
    assert not tokens or read_value(text, tokens, 0) is None
