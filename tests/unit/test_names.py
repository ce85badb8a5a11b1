from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from sitegen.reading.names.office_text import own_office
from sitegen.reading.names.roles import render_role
from sitegen.reading.names.shapes import plainness
from sitegen.reading.names.spans import find_name_spans
from sitegen.text.fold import match_key
from tests.unit.lexicon_cases import cases


@pytest.mark.parametrize("case", cases("people/names.toml"), ids=lambda c: str(c["label"]))
def test_names_in_a_line(case: dict[str, Any]) -> None:
    line = case["line"]
    assert [line[s.start : s.end] for s in find_name_spans(line)] == case["persons"]


@pytest.mark.parametrize("case", cases("people/roles.toml"), ids=lambda c: str(c["ar"]) or "empty")
def test_offices_in_english(case: dict[str, Any]) -> None:
    assert render_role(case["ar"]) == case["en"]


@pytest.mark.parametrize(
    ("printed", "office"),
    [
        ("رئيس نادي الأحساء الدكتور", "رئيس نادي الأحساء"),
        ("نائب الرئيس", "نائب الرئيس"),
        ("الرئيس غير المنتخب", "الرئيس غير المنتخب"),
        ("اللاعب الويلزي اخطأ ليحتسب الحكم", ""),
        ("النائب ليحضر", ""),
        ("قائد الجيش الفريق أول", "قائد الجيش"),
        ("رئيس المجلس العسكري العميد الركن", "رئيس المجلس العسكري"),
        ("رئيس الجمهورية السابق العماد", "رئيس الجمهورية السابق"),
        ("الوزير الأول", "الوزير الأول"),
        ("القاضي بتعيين المهندس", ""),
        ("القاضي الأول", "القاضي الأول"),
        ("المؤسسة الوطنية للنفط برئاسة", ""),
        ("المدرب بمقر المعسكر رئيس البعثة", "رئيس البعثة"),
        ("نائب الملك لدى وصوله مطار أبها صاحب السمو", ""),
        ("وزير الثقافة الدكتور أحمد هنو ومحافظ الأقصر", "محافظ الأقصر"),
        ("رئيس مجلس النواب ومعالي السيد", "معالي السيد"),
        ("رئيس المجلس العسكري اللفتنانت كولونيل", "رئيس المجلس العسكري"),
        ("عضو المكتب السياسي دينغ شيانغ ووزير الخارجية", "وزير الخارجية"),
        ("وزير الخارجية ونائب رئيس الوزراء", "وزير الخارجية ونائب رئيس الوزراء"),
    ],
)
def test_an_office_ends_before_a_title_and_holds_no_clause(printed: str, office: str) -> None:
    assert own_office(printed) == office


def test_spans_cover_whole_words_and_do_not_overlap() -> None:
    line = "وقال محمد علي الحكيم ومحمد بن سلمان بن عبدالعزيز لجو بايدن إن أبو مازن حضر"
    spans = find_name_spans(line)
    assert [s.first for s in spans] == sorted({s.first for s in spans})
    assert all(a.last <= b.first for a, b in pairwise(spans))
    assert all(line[s.end : s.end + 1] in (" ", "") for s in spans)


@pytest.mark.parametrize(
    "line", ["", " ", "؟!", "x", "ء", "١٢٣", "عبد", "أبو", "لطف الله", "ابن بن أبو عبد آل", "محمد " * 50]
)
def test_any_line_has_an_answer(line: str) -> None:
    assert all(0 <= s.start < s.end <= len(line) for s in find_name_spans(line))


@pytest.mark.parametrize(
    ("word", "level"),
    [("وسيستقبلونهم", 2), ("للمفاوضات", 2), ("بالانتخابات", 2), ("كفيورد", 0), ("حكومتها", 2)],
)
def test_ordinary_words_are_told_by_how_they_are_built(word: str, level: int) -> None:
    assert plainness(match_key(word)) == level
