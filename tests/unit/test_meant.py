"""The senses of things in varied sentences: the lines of tests/cases/english/meant.txt."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from sitegen.english.words.desks import TOPIC
from sitegen.english.words.lookup import lookup
from sitegen.english.words.overall import spoiled_nouns
from sitegen.english.words.tagging import notes, sentences
from tests.unit.english_cast import reading_of

CASES = Path(__file__).resolve().parents[1] / "cases" / "english" / "meant.txt"


def _cases() -> list[list[str]]:
    lines = [line for line in CASES.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    return [[column.strip() for column in f"{line} |".split("|")[:4]] for line in lines]


@pytest.mark.parametrize(("word", "text", "english", "topic"), _cases())
def test_a_noun_is_meant_as_its_sentence_tells(word: str, text: str, english: str, topic: str) -> None:
    article = reading_of(text)[0].article
    s = next(iter(sentences(article, notes(article, (), ()), 1)))
    s = replace(
        s, spoiled=spoiled_nouns(article), topics=frozenset([f"{TOPIC}{topic}"]), sport=topic == "sport"
    )
    i = [token.text for token in s.tokens].index(word)
    told = {form for hit in lookup(s, i, "") for form in (hit.noun.en, hit.noun.many)}
    assert english in told if english != "-" else not told
