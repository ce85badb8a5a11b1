"""Titles that look like paragraphs, clocks of sites above them, and what boards print first."""

from __future__ import annotations

import pytest

from sitegen.model import Article, Corrections, Meta, RawArticle
from sitegen.reading.page.clean import clean

_TEXT = (
    "يزور وزير الثقافة ولاية المهدية يوم السبت لافتتاح مسرح البحر الذي انتهت أشغاله بعد تعطيلات دامت سنوات.",
    "ومن المنتظر أن تحتضن ولاية المهدية هذا الصيف ثلاثة مهرجانات على ركح مسرح البحر.",
)
_ASKED = (
    "مسرح البحر يفتح أبوابه بعد سنوات من الانتظار: هل تعود المهرجانات إلى ولاية المهدية هذا الصيف أم تتأجل"
    " مرة أخرى؟"
)
_LONG = (
    "والي المهدية لصوت الساحل: مسرح البحر جاهز والمهرجانات ستعود هذا الصيف والولاية تستعد لاستقبال ضيوفها في"
    " ثلاثة فضاءات.. وقاعة السينما القديمة تنتظر من يرممها منذ أعوام"
)
_STOPPED = "وزير الثقافة في ولاية المهدية لافتتاح مسرح البحر.. أخيرا."


def _read(*lines: str) -> Article:
    return clean(RawArticle("x", "x.txt", lines, Meta(), ""), Corrections())


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        (_ASKED, ("لغات الموقع", "", _ASKED, "", _ASKED)),
        (_LONG, ("صوت الساحل : http://sahel.example", _LONG, f"صوت الساحل : أخبار | {_LONG}")),
        (_STOPPED, (_STOPPED, "تصوير: رائد بن عمر")),
        ("صوت الساحل – نشرات أخبار المهدية ليوم السبت 12 مارس 2022", (
            "صوت الساحل – نشرات أخبار المهدية ليوم السبت 12 مارس 2022", "*نشرة “أخبار ولاية المهدية“")),
        ("مسرح البحر.. ستار جديد", ("صفحات أدبية", "مسرح البحر.. ستار جديد", "12 مارس 2022")),
    ],
)  # fmt: skip
def test_the_title(title: str, lines: tuple[str, ...]) -> None:
    assert _read(*lines, *_TEXT).title == title


def test_a_sentence_to_who_prints_it_is_no_title() -> None:
    sentence = "نرفق لكم خبر مسرح البحر في ولاية المهدية أدناه."
    assert _read(sentence, "السبت 12 مارس 2022", *_TEXT).title != sentence


def test_an_interview_without_a_title_keeps_its_first_turns() -> None:
    turns = (
        "_ من أنت؟",
        "_ ممثل من ولاية المهدية، أعمل في المسرح",
        "_ كيف بدأت؟",
        f"_ {_TEXT[0]}",
        f"_ {_TEXT[1]}",
    )
    found = _read(*turns)
    assert found.title == ""
    assert not [mark for mark in found.marks if mark.role in ("furniture", "duplicate")]


@pytest.mark.parametrize(
    "clock",
    [
        ("15.1 C", "Mahdia", "Saturday, December 20, 2025", "مدونة الصفحة 12"),
        (
            "السبت 20 ديسمبر 2025 ميلادي, الموافق لـ 29 جمادى الآخرة 1447 هجري السبت 20 ديسمبر 2025 م"
            " | 29 جمادى الآخرة 1447 هـ",
            "آخر الأخبار",
        ),
    ],
)
def test_the_clock_of_a_site_is_no_date_of_an_article(clock: tuple[str, ...]) -> None:
    found = _read(*clock, "مسرح البحر يفتح أبوابه السبت", *_TEXT)
    assert [mark.role for mark in found.marks if mark.n <= len(clock)] == ["furniture"] * len(clock)


def test_a_section_that_tells_what_it_is_for_is_not_the_text_of_a_board() -> None:
    board = (
        "العودة   ملتقى الأقلام الحرة .. ساحات القلم > منتدى التراث القديم > قسم النقود والطوابع والمخطوطات",
        "قسم النقود والطوابع والمخطوطات: في هذا القسم سيتم التركيز على هواة الجمع وعرض ما يملكون.",
        "أضف رد",
        "أدوات الموضوع",
        "#1",
        "مشرف",
        "تاريخ التسجيل: Sep 2009",
        "عدد المساهمات : 583",
        "| ||",
    )
    found = _read(*board, "مسرح البحر في المهدية من البناء إلى الافتتاح", *_TEXT)
    assert found.title == "مسرح البحر في المهدية من البناء إلى الافتتاح"
    assert {mark.role for mark in found.marks[-2:]} == {"body"}
    assert {mark.role for mark in found.marks[2:9]} == {"furniture"}


def test_a_lede_below_its_own_print_is_no_title() -> None:
    found = _read("ستار جديد على شاطئ قديم", "", _TEXT[0], "", _TEXT[0], "", _TEXT[1])
    assert found.title == "ستار جديد على شاطئ قديم"
    assert _read(_TEXT[0], _TEXT[0], _TEXT[1]).title == ""


def test_a_teaser_cut_short_is_neither_title_nor_paragraph() -> None:
    cut = "يزور وزير الثقافة ولاية المهدية يوم السبت لافتتاح مسرح البحر الذي..."
    found = _read("غائم جزئيا", cut, "صوت الساحل", "مسرح البحر يفتح أبوابه السبت", *_TEXT)
    assert found.title == "مسرح البحر يفتح أبوابه السبت"


def test_the_contents_of_a_bulletin_print_the_title_behind_a_dash() -> None:
    title = "وزير الثقافة يفتتح مسرح البحر في ولاية المهدية يوم السبت"
    contents = ("في هذه النشرة", f"- {title}", "- دورة في مسك الدفاتر لأصحاب المشاريع", "أولا: الأخبار")
    found = _read("غرفة الساحل", *contents, title, *_TEXT)
    assert (found.title, found.title_line) == (title, 6)


@pytest.mark.parametrize(
    "print_", ["شرفات المهدية البعيدة - صوت الساحل", "صوت الساحل | شرفات المهدية البعيدة"]
)
def test_a_short_title_beside_the_name_of_the_outlet(print_: str) -> None:
    assert _read("صوت الساحل", print_, "شرفات المهدية البعيدة", *_TEXT).title == "شرفات المهدية البعيدة"


def test_a_path_may_begin_with_the_title() -> None:
    title = "افتتاح مسرح البحر في المهدية بحضور وزير الثقافة"
    found = _read("بوابة الساحل", f"{title} << الثقافة << الصفحة الرئيسية الموقع الحالي", title, *_TEXT)
    assert (found.title, found.title_line) == (title, 3)


def test_a_question_that_opens_a_page_is_its_title() -> None:
    asked = "مسرح البحر في ولاية المهدية يشعل مواقع التواصل: ما القصة وراء افتتاح وزير الثقافة للركح القديم؟"
    assert _read(asked, *_TEXT).title == asked


def test_an_address_is_no_title() -> None:
    assert _read("للانضمام إلى مجموعة الأخبار >> chat.example/channel/0029Va", *_TEXT).title == ""


def test_headlines_below_a_greeting_are_of_the_text() -> None:
    opening = ("صباح المهدية: الركح المهجور لا ينتظر أحدا... ستار", "المصدر: صوت الساحل")
    greeting = "صباح الخير، إليكم أبرز مستجدات الإثنين 12 مارس 2022"
    own = "عنوان الصفحة الأولى: وزير الثقافة يزور ولاية المهدية لافتتاح مسرح البحر"
    assert _read(*opening, greeting, own, *_TEXT).title == opening[0]
