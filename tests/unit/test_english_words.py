"""The word lists are well formed: columns, flags, one sense, real English."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sitegen import data, english
from sitegen.english.words.adjectives import adjectives
from sitegen.english.words.grammar import grammar
from sitegen.english.words.noun_lists import NOUN_FILES, noun_index, rows_of
from sitegen.english.words.nouns import nouns
from sitegen.english.words.verbs import english_forms, verb_form
from sitegen.text.fold import match_key

_ARABIC = re.compile("[\u0621-\u064a]")
_FLAG = re.compile(r"(?:ns|[ituxpdnfmhscwlogq]|(?:[kvc]|iv)=\S*|[\u0621-\u064a]+=\S*)$")


@pytest.mark.parametrize("file", [*NOUN_FILES, "adjectives", "nationalities"])
def test_rows_have_arabic_english_and_known_flags(file: str) -> None:
    for row in data.rows(f"english/{file}"):
        assert 2 <= len(row) <= 3, row
        assert _ARABIC.search(row[0]), row
        assert row[1], row
        assert row[1] == row[1].strip(), row
        assert not _ARABIC.search(row[1]), row
        assert file == "nationalities" or all(
            _FLAG.match(flag) for flag in (row[2].split() if len(row) > 2 else [])
        ), row


def test_verbs_have_english_and_frames() -> None:
    for row in data.rows("english/verbs"):
        past, present, english, frames = row
        assert match_key(present)[0] in "يت", row
        assert all(english_forms(english)), row
        assert frames.split(), row
        assert verb_form(match_key(past)), row
        assert verb_form(match_key(present)), row


def test_enough_is_known() -> None:
    alone, longer = noun_index()
    assert sum(len(list(rows_of(rows))) for rows in alone.values()) > 2000
    assert (
        sum(len(list(rows_of(rows))) for by_second in longer.values() for rows in by_second.values()) > 5000
    )
    assert len(adjectives()) > 2000
    assert len(data.rows("english/verbs")) > 400


@pytest.mark.parametrize("word", ["بيانات", "معارض", "مزارع"])
def test_a_word_with_two_senses_is_not_known(word: str) -> None:
    assert not nouns(match_key(word))


@pytest.mark.parametrize(
    ("word", "tense"), [("سيبحث", "future"), ("بحثت", "past"), ("يبحثون", "present"), ("كتاب", None)]
)
def test_verb_forms(word: str, tense: str | None) -> None:
    form = verb_form(match_key(word))
    assert (form.tense if form else None) == tense


def test_every_small_set_is_asked_for_by_a_rule() -> None:
    code = "".join(path.read_text() for path in Path(english.__file__).parent.rglob("*.py"))
    calls = re.findall(r"small\((.*?)\)", code) + re.findall(r'\["small"\]\[(.*?)\]', code)
    asked = {name for call in calls for name in re.findall(r'"(\w+)"', call)}
    assert asked == data.table("english/grammar")["small"].keys()


def test_what_a_frame_wants_is_a_sort_that_is_there() -> None:
    """A want that nobody knows would let anything through: a directorate that lies where it signs."""
    kinds = frozenset(
        (
            "",
            "h",
            "b",
            "p",
            "l",
            "t",
            "e",
            "m",
            "n",
            "deed",
            "toll",
            "unplaced",
            "percent",
            "named",
            "counterparts",
        )
    )
    wanted = re.compile(r"(?:^|\s)(?:s|o|[^\s:=+]+):([a-z_-]+)")
    rows = [row for file in ("verbs", "participles") for row in data.rows(f"english/{file}")]
    frames = [re.sub(r"(?:in|not):\S+", "", row[-1]) for row in rows]
    asked = {want for frame in frames for some in wanted.findall(frame) for want in some.split("-")}
    asked |= {
        want for row in data.rows("english/doings") for some in row[3].split("|") for want in some.split("-")
    }
    assert not asked - kinds - grammar().sorts.keys()
