"""Noun phrases: the cases of tests/cases/english/phrases.toml, and that any text is survived."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.english.phrases.mentions import mentioned
from sitegen.english.phrases.noun_phrases import noun_phrase
from sitegen.english.phrases.phrase import NP
from sitegen.english.words.tagging import Sentence, notes, sentences
from tests.unit.english_cast import reading_of

CASES = Path(__file__).resolve().parents[1] / "cases" / "english" / "phrases.toml"


def _cases() -> list[Any]:
    table = tomllib.loads(CASES.read_text(encoding="utf-8"))["case"]
    return [pytest.param(case, id=case["label"]) for case in table]


def _sentence(text: str) -> Sentence:
    reading, dates = reading_of(text)
    known = notes(reading.article, (*reading.people, *reading.places, *reading.orgs), dates)
    return next(iter(sentences(reading.article, known, 1)))


@pytest.mark.parametrize("case", _cases())
def test_case(case: dict[str, Any]) -> None:
    s = _sentence(case["ar"])
    np = noun_phrase(s, 0)
    assert (np.full if np else "") == case["en"]
    if np:
        assert len(s.tokens) - np.end == case.get("left", 0)


def test_nothing_is_read_behind_a_preposition_that_the_noun_does_not_ask_for() -> None:
    s = _sentence("القرار خلال اجتماع المجلس")
    noun_phrase(s, 0)
    assert (2, "") not in s.memo


@pytest.mark.parametrize("more", [False, True])
def test_what_is_inside_a_phrase_that_is_not_told_is_read_only_where_more_is_joined(more: bool) -> None:
    s = _sentence("رئيس لجنة الاقتصاد" + " والطاقة" * more)
    mentioned(s, 0, len(s.tokens), NP(0, "somebody", "person"))
    assert ((1, "") in s.memo) is more


@given(st.text(alphabet="رئيس الوزراء العراقي و2500 جندي بين لل«»،:ها", min_size=1, max_size=60))
def test_any_text_is_read(text: str) -> None:
    article = reading_of(text)[0].article
    for s in sentences(article, notes(article, (), ()), 5):
        for i in range(len(s.tokens)):
            np = noun_phrase(s, i)
            assert np is None or i < np.end <= len(s.tokens)
