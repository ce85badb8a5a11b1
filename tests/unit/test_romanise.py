"""Press spellings of names: the cases, and what holds for any text."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen import data
from sitegen.text.chunks import line_up, paired
from sitegen.text.romanise import is_arab, romanise
from sitegen.text.spelling import Speller, read
from tests import lined_up
from tests.unit.lexicon_cases import cases

CASES = cases("romanise")
ARABIC = st.text(st.sampled_from("ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإآؤئپچڤگ ـّ"), max_size=14)
PLAIN = re.compile(r"[A-Za-z0-9]+([ -][A-Za-z0-9]+)*")


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["label"])
def test_case(case: dict[str, Any]) -> None:
    assert romanise(case["ar"], case.get("country", "")) == case["en"]


@given(ARABIC, st.sampled_from(["", "EG", "MA", "SA", "XX"]))
def test_arabic_letters_become_plain_latin_ones(name: str, country: str) -> None:
    spelt = romanise(name, country)
    assert spelt == "" or PLAIN.fullmatch(spelt)
    assert spelt == romanise(name, country)


@given(st.text(max_size=20))
def test_any_text_has_a_spelling(name: str) -> None:
    assert romanise(name).isascii()


@pytest.mark.parametrize("name", ["ثنيان", "قحيص", "ضاحي المظلوم", "عطوان"])
def test_arab_names_that_no_list_has_read_as_arab(name: str) -> None:
    assert is_arab(name)


@pytest.mark.parametrize("name", ["فرانكوفيتش", "شتاينبرغر", "تشاندراسيكار", "بابادوبولوس"])
def test_names_from_elsewhere_read_as_foreign(name: str) -> None:
    assert not is_arab(name)


@pytest.mark.parametrize(("word", "latin"), [("تشرشل", "churchill"), ("كريم", "karim"), ("بوش", "bush")])
def test_a_name_lines_up_with_its_spelling(word: str, latin: str) -> None:
    chunks = line_up(paired(word), latin)
    assert "".join(out for _, out in chunks) == latin
    assert "".join(letter for letter, _ in chunks) == paired(word)


def test_every_region_of_the_tables_has_countries() -> None:
    table, named = data.table("romanise"), set()
    for name in ("arab_given", "arab_family", "foreign_given", "foreign_family"):
        rows = [row[3] for row in data.rows(f"names/{name}") if len(row) > 3]
        named |= {code for row in rows for code in re.findall(r"(\w+):", row)}
    for rule in ("families", "habits", "heard", "servants", "joined", "regional", "wider"):
        named |= set(table[rule]) - {"usual"}
    named |= set(table["arab"]["lands"]) | set(table["wider"].values())
    assert named - set(table["regions"]) == set()


def test_persians_say_some_letters_of_arabic_like_another() -> None:
    assert romanise("ضرابي", "IR").startswith("Z")
    assert romanise("ضرابي", "SA").startswith("D")


def test_another_name_does_not_line_up() -> None:
    assert line_up("كريم", "hassan") == ()


def test_most_listed_names_line_up() -> None:
    rows = [row for row in data.rows("names/arab_given") if row[1:2] and " " not in row[0]]
    fits = sum(bool(line_up(row[0], re.sub("[^a-z]", "", row[1].lower()))) for row in rows)
    assert fits / len(rows) > 0.9


@pytest.mark.parametrize("name", lined_up.FILES)
def test_the_lined_up_names_are_those_of_the_lists(name: str) -> None:
    shipped = (lined_up.FOLDER / f"{name}.txt").read_text("utf-8")
    assert shipped == lined_up.text(name), "run python -m tests.lined_up"


def test_a_speller_learns_from_the_names_it_is_given() -> None:
    speller = Speller(read([("كريم", "ka-r-i-m"), ("رحيم", "ra-h-i-m")]))
    assert speller.spell("كرم").latin == "karm"
    assert speller.spell("").latin == ""
    assert Speller(read(())).spell("كرم").latin == "krm"


def test_names_of_another_orthography_are_no_model() -> None:
    pairs = lined_up._pairs(lined_up.FOREIGN)
    assert ("بولت", "Bolt") in pairs
    assert ("أوفوك", "Ufuk") not in pairs  # marked o
    assert not any(latin == "Yavaş" for _, latin in pairs)
