"""Sentences: the cases, and no sign lost or told twice."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.text.quote_marks import find_marks
from sitegen.text.sentences import split_sentences
from tests.unit.lexicon_cases import cases

CASES = cases("sentences")
SIGNS = st.text('ابتدن 12.،؟!…"“”«»()\n:a/@', max_size=60)


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["label"])
def test_case(case: dict[str, Any]) -> None:
    text = case["text"]
    assert [text[a:b] for a, b in split_sentences(text)] == case["sentences"]


@given(SIGNS)
def test_every_sign_is_in_exactly_one_sentence(text: str) -> None:
    spans = split_sentences(text)
    assert "".join("".join(text[a:b] for a, b in spans).split()) == "".join(text.split())
    assert all(a < b for a, b in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))


@given(SIGNS)
def test_pairs_of_marks_nest(text: str) -> None:
    pairs = find_marks(text).pairs
    for pair in pairs:
        assert pair.open < pair.start <= pair.end < pair.close or pair.start == pair.end
    for a, b in pairwise(pairs):
        assert a.close <= b.open or (a.open < b.open and b.close <= a.close)


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('قال: «نعم سنعود".', ["نعم سنعود"]),
        ("قال: »نعم« ثم »لا«", ["نعم", "لا"]),
        ("قال: ” نعم سنعود “، ثم", ["نعم سنعود"]),
        ('متعهدا بـ"العمل" و"الأمل"', ["العمل", "الأمل"]),
        ('من تنظيم "داعش" الإرهابي"', ["داعش"]),
        ('أن" الجلسات مثمرة".', ["الجلسات مثمرة"]),
        ('قال: "نحن هنا. وأضاف: "سنعمل غدا".', ["سنعمل غدا"]),
        ("قال ((نعم)) ثم", ["نعم"]),
        ("قال 'نعم سنعود' ثم", ["نعم سنعود"]),
        ('ضد " داعش " الإرهابي', ["داعش"]),
        ('قال: " سنقضي على " داعش " والعمل سيكون سياسيا"، ثم', ['سنقضي على " داعش " والعمل سيكون سياسيا']),
        ('قال " نعم سنعود " ثم " لن نعود "', ["نعم سنعود", "لن نعود"]),
        ("كتب في تغريدته :» نعم سنعود « .", ["نعم سنعود"]),
        ("don't, it's 5' tall", []),
        ("بلا علامات", []),
    ],
)
def test_marks(text: str, inside: list[str]) -> None:
    assert [text[p.start : p.end] for p in find_marks(text).pairs if p.depth == 0] == inside


def test_a_name_nested_in_the_same_marks() -> None:
    text = '"هزيمة تنظيم "داعش" الإرهابي قريبة".'
    assert [(text[p.start : p.end], p.depth) for p in find_marks(text).pairs] == [
        ('هزيمة تنظيم "داعش" الإرهابي قريبة', 0),
        ("داعش", 1),
    ]
