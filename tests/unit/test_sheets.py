"""Numbers of sheets between paragraphs, what stands beside them, and messages round an article."""

from __future__ import annotations

import pytest

from sitegen.model import Article, Corrections, Meta, RawArticle
from sitegen.reading.page.clean import clean

TITLE = "بلدية المدينة تغلق السوق القديم أسبوعين للصيانة"
TEXT = (
    "أغلقت بلدية المدينة صباح الأحد السوق القديم أسبوعين لصيانة سقفه بعد تسرب مياه الأمطار إلى محاله.",
    "وقال رئيس البلدية إن التجار سيبيعون بضائعهم في ساحة مؤقتة قرب محطة القطار.",
    "وكان السوق قد أغلق قبل عشر سنوات شهرا كاملا حين انهار جزء من جداره الشمالي.",
)


def read(*lines: str) -> Article:
    return clean(RawArticle("x", "x.txt", lines, Meta(), ""), Corrections())


def dropped(*lines: str) -> list[str]:
    return [lines[mark.n - 1] for mark in read(*lines).marks if mark.role == "furniture"]


@pytest.mark.parametrize(
    ("one", "two"), [("2/4", "3/4"), ("صفحة 1 من 3", "صفحة 2 من 3"), ("- ٣٣ -", "- ٣٤ -"), ("18", "19")]
)
def test_what_goes_up_by_one_between_paragraphs_numbers_the_sheets(one: str, two: str) -> None:
    assert dropped(TITLE, TEXT[0], one, TEXT[1], two, TEXT[2]) == [one, two]


def test_what_stands_beside_the_numbers_is_the_head_of_a_sheet() -> None:
    head = ("طبع من الميناء", "21/09/2017 22:10")
    lines = (TITLE, TEXT[0], "صفحة 1 من 3", *head, TEXT[1], "صفحة 2 من 3", *head, TEXT[2])
    assert dropped(*lines) == [*lines[2:5], *lines[6:9]]


def test_a_text_goes_on_from_sheet_to_sheet() -> None:
    last = "تقبل التعازي في ديوان العشيرة ومنزل الفقيد ثلاثة أيام."
    foot = ("http://www.rif.example/?p=8812", "1 من 2", "5/7/2016", "رابط الصفحة")
    lines = (TITLE, *TEXT[:2], *foot, last, "والد كل من:", "المهندس سامر", foot[0], "2 من 2")
    assert last not in dropped(*lines)


def test_a_list_on_the_last_sheet_is_kept() -> None:
    lines = (TITLE, "2/4", *TEXT, "أعضاء لجنة السوق:", "نادر الجمال", "3/4", "رنا الكيلاني", "سامر حداد")
    assert dropped(*lines)[-1] == "3/4"


@pytest.mark.parametrize(("one", "two"), [("1", "2"), ("1958", "1974"), ("2-1", "3-1"), ("جزء 1", "جزء 2")])
def test_parts_years_and_scores_are_no_sheets(one: str, two: str) -> None:
    assert dropped(TITLE, TEXT[0], one, TEXT[1], two, TEXT[2]) == []


def test_messages_round_an_article_are_dropped() -> None:
    chat = ("[14/5/2022, 9:05:40 م] منى: شوفوا هالخبر", "[14/5/2022, 9:12:07 م] رامي: الله يستر")
    assert dropped(chat[0], TITLE, *TEXT, chat[1]) == [*chat]
    hours = ("12/3/2024 14:30 انهيار الجدار", "12/3/2024 16:00 وصول المهندسين")
    assert dropped(TITLE, TEXT[0], *hours, TEXT[1]) == []


def test_a_message_may_open_with_the_title() -> None:
    lines = ("14/05/2022, 21:05 - منى: انظروا", f"14/05/2022, 21:06 - منى: {TITLE}", *TEXT)
    assert read(*lines).title == TITLE
