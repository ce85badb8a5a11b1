"""Every family of cue words is needed: without it a case reads otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from sitegen import data
from sitegen.reading.names import cues, office_text, spans, units
from sitegen.reading.names.office_text import own_office
from sitegen.reading.names.spans import find_name_spans, find_namesakes
from tests.unit.lexicon_cases import cases

LINES = [case["line"] for case in cases("people/names.toml")] + [
    "استقبل معالي الزغيبي الوفد",
    "وقال سعيد بن الوليد ذلك",
    "زار إسماعيل باشا المدينة",
    "وصل نصر الله أمس",
    "قال مارك فان بوميل إن اللقاء صعب",
]
OFFICES = [
    "رئيس نادي الأحساء الدكتور",
    "نائب الرئيس",
    "الرئيس غير المنتخب",
    "اللاعب الويلزي اخطأ ليحتسب الحكم",
]
#: Families without which every case still reads the same: each is a case that is still to be found.
UNHELD = {"owners", "roles", "servant_of", "royal", "kunya_places", "complement_links"}
FAMILIES = [
    name
    for name, family in data.table("name_cues").items()
    if isinstance(family, list) and name not in UNHELD
]


def outcomes() -> list[object]:
    """Return what every case reads as."""
    names = [[(s.start, s.end) for s in (*find_name_spans(x), *find_namesakes(x))] for x in LINES]
    return [*names, *map(own_office, OFFICES)]


def forget() -> None:
    """Empty the memories of the modules that read the cues."""
    for module in (cues, units, spans, office_text):
        for thing in vars(module).values():
            if hasattr(thing, "cache_clear"):
                thing.cache_clear()


@contextmanager
def without(family: str) -> Iterator[None]:
    table = data.table("name_cues")
    words = table[family]
    table[family] = []
    forget()
    try:
        yield
    finally:
        table[family] = words
        forget()


@pytest.mark.parametrize("family", FAMILIES)
def test_removing_a_family_of_cues_turns_a_case_red(family: str) -> None:
    usual = outcomes()
    with without(family):
        assert outcomes() != usual
    assert outcomes() == usual
