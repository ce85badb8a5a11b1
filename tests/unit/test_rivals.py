"""Headlines above the text that are not its title: teasers in a box, entries of a feed, tables of prices."""

from __future__ import annotations

import pytest

from sitegen.model import Corrections, Meta, RawArticle
from sitegen.reading.page.clean import clean

TITLE = "بلدية المدينة تغلق السوق القديم أسبوعين للصيانة"
TEXT = (
    "أغلقت بلدية المدينة صباح الأحد السوق القديم أسبوعين لصيانة سقفه بعد تسرب مياه الأمطار إلى محاله.",
    "وقال رئيس البلدية إن التجار سيبيعون بضائعهم في ساحة مؤقتة قرب محطة القطار.",
)
BESIDE = "تجار السوق القديم يطالبون بتعويضات"
STRANGE = "انطلاق معرض القوارب في الميناء"
#: What stands above the title, and what of it may not be printed.
ABOVE = (
    ("الأكثر قراءة", BESIDE, STRANGE),
    ("21:44", STRANGE, "21:30", BESIDE, "21:02"),
    ("20:15 كم تبلغ أسعار السوق القديم؟", "19:58 قطع السير على الجسر"),
    ("أسعار السوق القديم في المدينة", "تفاح 14", "برتقال 9"),
    ("شؤون الناس", "اليوم الأحد", "زوايا المدينة"),
)


def read_title(*lines: str) -> str:
    return clean(RawArticle("x", "x.txt", lines, Meta(), ""), Corrections()).title


@pytest.mark.parametrize("above", ABOVE)
def test_what_stands_above_the_title_is_passed_over(above: tuple[str, ...]) -> None:
    assert read_title(*above, TITLE, "10 مارس 2023", *TEXT) == TITLE


@pytest.mark.parametrize(
    "above", [(STRANGE, "افتتاح محطة القطار الجديدة"), ("افتتاح محطة القطار الجديدة", "أخبار محلية")]
)
def test_an_entry_of_a_feed_with_a_word_of_the_text_is_passed_over(above: tuple[str, ...]) -> None:
    assert read_title("أخبار", *above, TITLE, "صورة السوق", "10 مارس 2023", *TEXT) == TITLE


@pytest.mark.parametrize("below", ["تجار السوق في ساحة قرب المحطة", "عن السوق القديم وصيانة سقفه ومحاله"])
def test_a_title_of_few_words_of_the_text_stands_above_its_subtitle(below: str) -> None:
    title = "افتتاح محطة القطار الجديدة"
    assert read_title("أخبار", STRANGE, title, below, "10 مارس 2023", *TEXT) == title


def test_a_teaser_on_the_subject_gives_way_to_what_stands_over_the_day_behind_a_label() -> None:
    assert read_title(BESIDE, STRANGE, "أقسام", TITLE, "10 مارس 2023", *TEXT) == TITLE
    assert read_title(BESIDE, STRANGE, "مثبت", "23:50", TITLE, *TEXT) == TITLE


def test_of_a_list_of_entries_the_last_is_opened() -> None:
    entries = (BESIDE, "مرفأ / 2 س", STRANGE, "مرفأ / 3 س", TITLE, "مرفأ / 4 أبريل 2023")
    assert read_title(*entries, "سقف السوق القديم", *TEXT) == TITLE


def test_a_subtitle_above_the_title_is_none() -> None:
    above = "التجار سيبيعون في ساحة قرب محطة القطار"
    assert read_title(above, TITLE, "10 مارس 2023", *TEXT) == TITLE
    assert read_title(TITLE, above, "10 مارس 2023", *TEXT) == TITLE
    assert read_title(TITLE, " ".join(TEXT[0].split()[:9]), "10 مارس 2023", *TEXT) == TITLE


def test_a_subtitle_below_the_path_to_the_page_is_kept() -> None:
    lines = ("الصواري › محليات › تفاصيل", "عودة بعد شتاء طويل", TITLE, "10 مارس 2023", *TEXT)
    found = clean(RawArticle("x", "x.txt", lines, Meta(), ""), Corrections())
    assert (found.title, found.marks[1].role) == (TITLE, "subtitle")


@pytest.mark.parametrize(
    "day", ["الضفة - 5 أكتوبر 2020", "العدد 4310 الثلاثاء 11 يونيو 2019", "الضفة | 5/10/2020"]
)
def test_a_day_behind_the_name_of_the_outlet_is_one(day: str) -> None:
    assert read_title("على الرصيف", TITLE, day, "3 دق", "سقف السوق القديم في المدينة", *TEXT) == TITLE


def test_the_number_of_an_issue_is_no_title() -> None:
    assert (
        read_title("مجلة الطيون", "العدد 72 - نيسان 2018", "سكة لم تصل", "كارول الحايك", *TEXT)
        == "سكة لم تصل"
    )


def test_the_title_below_the_menus_counts_where_the_page_opens_with_it_too() -> None:
    lines = (f"{TITLE} | قناة المها", "نشراتنا", "أفلام المها", TITLE, "10 مارس 2023", *TEXT)
    found = clean(RawArticle("x", "x.txt", lines, Meta(), ""), Corrections())
    assert (found.title, found.title_line) == (TITLE, 4)


def test_two_days_on_a_line_are_no_paragraph() -> None:
    stamp = "نشر: 21-05-2024 09:40 | تحديث: 21-05-2024 11:05"
    found = clean(RawArticle("x", "x.txt", (TITLE, stamp, *TEXT), Meta(), ""), Corrections())
    assert [mark.role for mark in found.marks] == ["title", "date", "lede", "body"]


def test_a_title_below_the_last_entry_of_a_menu_is_one() -> None:
    assert read_title("أخبار", "الأكثر قراءة", TITLE, "10 مارس 2023", STRANGE, *TEXT) == TITLE


def test_a_title_is_no_teaser_above_its_subtitle() -> None:
    assert read_title("الأكثر قراءة", TITLE, "التجار يبيعون في ساحة قرب محطة القطار", *TEXT) == TITLE


def test_one_clock_below_a_title_makes_no_feed() -> None:
    assert read_title(TITLE, "12:30", "صورة السوق القديم صباح الأحد", *TEXT) == TITLE


def test_a_title_without_a_word_of_the_text_stands_over_labels_and_a_day() -> None:
    title = "حكايات الخشب والحجر والملح في مدينة تمطر"
    assert read_title(title, "صدى البلد", "10 مارس 2023", "سقف السوق القديم", *TEXT) == title
