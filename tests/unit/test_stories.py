"""Pages of more than one story are told: a running coverage, reports below each other."""

from __future__ import annotations

import pytest

from sitegen.model import Article, Corrections, Meta, RawArticle
from sitegen.reading.page.clean import clean

MARKET = (
    "إغلاق سوق في إربد",
    "أغلقت بلدية إربد سوق الخضار القديم مساء الأحد بعد شكاوى التجار من ضيق المكان وتراكم النفايات.",
)
RACE = (
    "سباق في العقبة",
    "انطلق سباق القوارب الشراعية في العقبة بمشاركة ثلاثين متسابقا من تسع دول وسط رياح قوية.",
)
BOOKS = (
    "مكتبة في الكرك",
    "افتتحت جامعة الكرك مكتبة رقمية تضم أربعين ألف كتاب، وقال عميدها إن الطلبة سيصلون إليها مجانا.",
)
FIRE = (
    "إخماد حريق في غابات عجلون وإجلاء سكان قريتين",
    "أخمد الدفاع المدني فجر الاثنين حريقا في غابات عجلون بعد تسع ساعات، وأجلى سكان قريتين.",
    "وقال المتحدث باسم الدفاع المدني إن سكان القريتين عادوا إلى بيوتهم وإن الخسائر لم تقدر بعد.",
    "وشاركت في إخماد الحريق طائرتان وعشرات المتطوعين من سكان عجلون والقرى المجاورة.",
)


def read(*lines: str) -> Article:
    return clean(RawArticle("x", "x.txt", tuple(lines), Meta(), ""), Corrections())


def spaced(*stories: tuple[str, str]) -> list[str]:
    return [line for story in stories for text in story for line in (text, "")]


def test_reports_below_each_other_are_several() -> None:
    assert read("أخبار قصيرة", "", *spaced(MARKET, RACE, BOOKS)).kind == "several"
    assert read(*spaced(MARKET, RACE, BOOKS)).kind == "several"


def test_headings_of_one_report_make_no_several() -> None:
    lines = ("وصول الطائرات", FIRE[2], "", "شهادات من القرية", FIRE[3])
    assert read(FIRE[0], "", FIRE[1], "", *lines).kind in ("news", "brief")


def test_entries_under_clocks_that_go_back_are_a_running_coverage() -> None:
    assert read(FIRE[0], "21:44", FIRE[1], "21:30", FIRE[2], "20:02", FIRE[3]).kind == "live"


@pytest.mark.parametrize("clocks", [("19:10", "20:30", "21:45"), ("21:44", "", "")])
def test_a_timeline_and_one_clock_are_none(clocks: tuple[str, ...]) -> None:
    lines = [line for clock, text in zip(clocks, FIRE[1:], strict=True) for line in (clock, text)]
    assert read(FIRE[0], *lines).kind not in ("live", "several")


def test_an_index_prints_the_first_words_of_one_story_after_the_other() -> None:
    leads = (
        "أعلنت شركة الكهرباء في معان أن أعمدة جديدة ستضيء طريق الصحراء قبل حلول الشتاء.",
        *(s[1] for s in (MARKET, RACE, BOOKS)),
    )
    assert read(*leads).kind == "several"
    assert read("مساء في إربد", "", *leads).kind != "several"  # its title may stand over all
    assert read(*leads[:3]).kind != "several"
    assert read(*leads[:3], *FIRE[1:]).kind != "several"  # the next paragraphs carry on
