"""Publication dates by one article alone: the cases of tests/cases/dating, metadata and roles of dates."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sitegen.desk.lexicon import Lexicon, parse_lexicon
from sitegen.model import Corrections, Entity, Meta, RawArticle, Reading, Record, RoleTerm, Span
from sitegen.reading.analyze import analyze
from sitegen.reading.dates.publication import bounds_from_roles, date_article
from sitegen.reading.dates.resolve import resolve_all
from tests.dated_pages import page

FOLDER = Path(__file__).resolve().parents[1] / "cases" / "dating"
CASES = FOLDER / "articles.toml"
PAGES = tomllib.loads((FOLDER / "pages.toml").read_text(encoding="utf-8"))["case"]


def _cases() -> list[Any]:
    return [
        pytest.param(case, id=case["label"])
        for case in tomllib.loads(CASES.read_text(encoding="utf-8"))["case"]
    ]


@pytest.mark.parametrize("case", _cases())
def test_case(case: dict[str, Any]) -> None:
    article, dates, lines = page(*case["lines"])
    bounds = (case["offices"][0], case["offices"][1]) if "offices" in case else None
    dating = date_article(article, Meta(), dates, bounds, lines)
    assert [dating.value or "", dating.precision, dating.basis] == case["dated"]


@pytest.mark.parametrize("case", PAGES, ids=lambda c: c["label"])
def test_page(case: dict[str, Any]) -> None:
    lines = tuple(case["text"].strip("\n").split("\n"))
    reading = analyze(RawArticle("a", "a.txt", lines, Meta(), ""), Corrections(), parse_lexicon({})[0])
    assert (reading.dating.value or "") in case["dated"]


def test_given_wins() -> None:
    article, dates, lines = page(("title", "عنوان"), ("date", "15 يونيو 2022"))
    dating = date_article(article, Meta(date="2021-07"), dates, None, lines)
    assert (dating.value, dating.precision, dating.basis) == ("2021-07", "month", "given")
    assert (dating.earliest, dating.latest) == ("2021-07-01", "2021-07-31")


def test_a_time_stamp_is_given_as_well() -> None:
    article, dates, lines = page(("title", "عنوان"))
    dating = date_article(article, Meta(date="2021-07-26T23:10:00+03:00"), dates, None, lines)
    assert (dating.value, dating.basis) == ("2021-07-26", "given")


@pytest.mark.parametrize("bad", ["2021-13", "2021-02-30", "gestern", ""])
def test_a_given_date_that_is_none_is_passed_over(bad: str) -> None:
    article, dates, lines = page(("title", "عنوان"), ("date", "15 يونيو 2022"))
    assert date_article(article, Meta(date=bad), dates, None, lines).value == "2022-06-15"


@pytest.mark.parametrize(
    ("url", "value"),
    [
        ("https://example.org/news/2021/07/26/visit.html", "2021-07-26"),
        ("https://example.org/Issues/20210726/Con1.htm", "2021-07-26"),
        ("https://example.org/2021/13/40/x", None),
        ("https://example.org/article/20211", None),
        ("https://example.org/a/20210726", None),
    ],
)
def test_the_address_may_tell(url: str, value: str | None) -> None:
    article, dates, lines = page(("title", "عنوان"), ("lede", "افتتح الوزير المعرض."))
    dating = date_article(article, Meta(url=url), dates, None, lines)
    assert dating.value == value


def test_evidence_names_the_lines() -> None:
    article, dates, lines = page(
        ("title", "عنوان"), ("date", "2022-06-15"), ("lede", "قال الأربعاء 15-6-2022 إن")
    )
    dating = date_article(article, Meta(), dates, None, lines)
    assert [(e.line, e.text) for e in dating.evidence] == [(2, "2022-06-15"), (3, "الأربعاء 15-6-2022")]
    assert dating.line == 2


def test_roles_of_dates() -> None:
    article, dates, lines = page(
        ("title", "عنوان"),
        ("date", "15 يونيو 2022"),
        ("caption", "الوزير في المعرض، 20 أغسطس 2020"),
        ("lede", "افتتح الوزير المعرض أمس."),
    )
    dating = date_article(article, Meta(), dates, None, lines)
    reading = Reading(article, Meta(), None, "", (), (), (), (), (), (), (), dates, dating)
    found = [(d.value, d.role) for d in resolve_all(reading, dating)]
    assert found == [("2022-06-15", "publication"), ("2020-08-20", "photo"), ("2022-06-14", "event")]


# -- offices ----------------------------------------------------------------------------

_LEXICON = Lexicon(
    {
        ("person", id): Record(kind="person", id=id, ar=id, en=id, roles=roles)
        for id, roles in {
            "president": (
                RoleTerm("الرئيس الأميركي", "President", "", "2017-01-20", "2021-01-20"),
                RoleTerm("الرئيس الأميركي", "President", "", "2025-01-20", None),
            ),
            "premier": (RoleTerm("رئيس الوزراء العراقي", "Prime Minister", "", "2020-05-07", "2022-10-27"),),
        }.items()
    }
)


def _person(id: str, role: str, line: int = 1) -> Entity:
    return Entity("person", id, id, id, known=True, mentions=(Span(line, 0, 4, "اسم"),), role_ar=role)


def test_offices_held_at_once_bound_the_day() -> None:
    people = [_person("president", "الرئيس الأمريكي"), _person("premier", "رئيس الوزراء العراقي")]
    assert bounds_from_roles(people, _LEXICON) == (date(2020, 5, 7), date(2021, 1, 20))


def test_an_open_office_bounds_nothing() -> None:
    assert bounds_from_roles([_person("president", "الرئيس الأميركي")], _LEXICON) is None


def test_a_former_office_or_an_unknown_one_is_no_bound() -> None:
    people = [_person("premier", "رئيس الوزراء العراقي السابق"), _person("premier", "النائب")]
    assert bounds_from_roles(people, _LEXICON) is None


def test_somebody_named_late_is_no_bound() -> None:
    others = [
        Entity("person", f"p{n}", "", "", known=False, mentions=(Span(n, 0, 1, ""),)) for n in (1, 2, 3)
    ]
    assert bounds_from_roles([*others, _person("premier", "رئيس الوزراء العراقي", 4)], _LEXICON) is None
    assert bounds_from_roles([*others, _person("premier", "رئيس الوزراء العراقي", 3)], _LEXICON) is not None


def test_offices_that_were_never_held_at_once_prove_nothing() -> None:
    lexicon = Lexicon(
        {
            ("person", id): Record(
                kind="person", id=id, ar=id, en=id, roles=(RoleTerm("الوزير", "Minister", "", first, last),)
            )
            for id, first, last in (("a", "2001", "2002"), ("b", "2005", "2006"))
        }
    )
    assert bounds_from_roles([_person("a", "الوزير"), _person("b", "الوزير")], lexicon) is None
    assert bounds_from_roles([_person("b", "الوزير")], lexicon) == (date(2005, 1, 1), date(2006, 1, 1))
