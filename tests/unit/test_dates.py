"""Dates found and resolved: the cases of tests/cases/dates, and what holds for any text."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model import DateExpr, Dating
from sitegen.reading.dates.find import _RULES, find_dates
from sitegen.reading.dates.resolve import resolve
from sitegen.reading.dates.words import LISTS, STARTERS

CASES = Path(__file__).resolve().parents[1] / "cases" / "dates"


def _cases() -> list[Any]:
    return [
        pytest.param(case, id=f"{path.stem}: {case['label']}")
        for path in sorted(CASES.glob("*.toml"))
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
    ]


@pytest.mark.parametrize("case", _cases())
def test_case(case: dict[str, Any]) -> None:
    found = [[e.text, resolve(e, case["printed"]).value or ""] for e in find_dates(1, case["text"])]
    assert found == case["dates"]


@given(st.text(alphabet="اليوم الجمعة26/-يونيو،(2021)أمسعام 0٣", max_size=60))
def test_any_text_is_read_and_every_span_is_exact(text: str) -> None:
    last = 0
    for expr in find_dates(3, text):
        assert text[expr.start : expr.end] == expr.text
        assert expr.line == 3
        assert last <= expr.start < expr.end
        last = expr.end
        resolve(expr, date(2021, 7, 26))
        resolve(expr, None)


def test_every_word_that_may_begin_a_date_has_a_rule() -> None:
    assert {starter.key for starter in STARTERS.values()} <= _RULES.keys()


def test_lists_are_not_empty() -> None:
    assert all(LISTS.values())


def _one(text: str) -> DateExpr:
    (expr,) = find_dates(1, text)
    return expr


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("الثلاثاء 14 يونيو 2022 الساعة 10:30 مساء بتوقيت غرينتش", "22:30"),
        ("2022/06/14 - 14:30", "14:30"),
        ("الثلاثاء 14 حزيران 2022 - 10:20 ص", "10:20"),
        ("عند الساعة الثالثة والنصف من فجر الجمعة", "03:30"),
        ("يصل الخميس، الساعة الثانية عشرة ظهرا", "12:00"),
        ("2022-06-15T14:30:00", "14:30"),
        ("الخميس 16 يونيو 2022 بنسبة 10:1", ""),
    ],
)
def test_times_beside_a_date(text: str, time: str) -> None:
    assert _one(text).time == time


@pytest.mark.parametrize(
    ("text", "time", "zone"),
    [
        ("عند الساعة 1300 بتوقيت جرينتش", "13:00", "UTC"),
        ("الساعة الثامنة مساء بتوقيت مكة المكرمة", "20:00", "مكة المكرمة"),
        ("الساعة الواحدة بعد منتصف الليل بالتوقيت المحلي", "01:00", "المحلي"),
        ("الخميس الساعة 22:00 بتوقيت غرينتش", "22:00", "UTC"),
        ("يوم الجمعة الساعة الثامنة", "", ""),  # of the morning or the evening
    ],
)
def test_zones_and_times_alone(text: str, time: str, zone: str) -> None:
    expr = _one(text)
    assert (expr.time, expr.zone) == (time, zone)


def test_hijri_is_labelled() -> None:
    expr = _one("في 16 ذو الحجة 1442")
    assert (expr.calendar, expr.year, expr.month, expr.day) == ("hijri", 1442, 12, 16)


def test_unknown_publication_leaves_only_what_the_text_states() -> None:
    text = "عقدت في 21 أغسطس 2020 وتستأنف الخميس المقبل أو في 26 يوليو أو العام المقبل"
    assert [resolve(e, None).value for e in find_dates(1, text)] == ["2020-08-21", None, None, None]


def test_a_publication_window_is_used_where_its_ends_agree() -> None:
    window = Dating("2021-07", "month", "inferred", None, "2021-07-08", "2021-07-25")
    text = "في 26 يوليو، وفي نهاية يونيو، والعام الماضي، والشهر المقبل، أمس، والخميس الماضي"
    values = [resolve(e, window).value for e in find_dates(1, text)]
    assert values == ["2021-07-26", "2021-06", "2020", "2021-08", "2021-07", "2021-07"]


def test_a_window_without_a_value_still_bounds() -> None:
    window = Dating(None, "none", "none", None, "2021-01-20", "2025-01-19")
    assert resolve(_one("العام الماضي"), window).value is None
    assert resolve(_one("في 21 أغسطس 2020"), window).value == "2020-08-21"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("عقدت أعماله في العاصمة روما بتاريخ 28 يونيو", "past"),  # seed 001, line 22
        ("واستهدف أحدث هجوم كبير في السابع من يوليو", "past"),  # seed 004, line 43
        ("ويستقبل الرئيس رئيس الوزراء في 26 يوليو", "future"),  # seed 004, line 31
        ("وكان الوفد في العاصمة في 28 يونيو", "past"),
        ("قال الجمعة 23 يوليو", "past"),
        ("أعلنت الوزارة عن خطوات جديدة في 23 يوليو", ""),  # announced, not done
        ("وافق المجلس على عقد جلسة في 23 يوليو", ""),
        ("نشر موعد الانتخابات في 23 يوليو", ""),
        ("ذكر أن الجلسة في 23 يوليو", ""),
        ("ستعقد الجلسة في 23 يوليو", "future"),
        ("من المقرر أن تعقد في 23 يوليو", "future"),
        ("سياسة الحكومة في 23 يوليو", ""),
        ("يوم الحسم في 23 يوليو", ""),
        ("يصادف العيد 23 يوليو", ""),
        ("انتهى. لقاء في 23 يوليو", ""),
        ("قتل جندي في اشتباكات قرب الحدود الشرقية للبلاد على مقربة من المدينة القديمة في 23 يوليو", ""),
    ],
)
def test_tense_of_the_clause(text: str, expected: str) -> None:
    assert _one(text).tense == expected
