"""First paragraphs of other stories above an article; titles, tables, tags and days of pages as stored."""

from __future__ import annotations

import pytest

from sitegen.desk.lexicon import Lexicon
from sitegen.model import Article, Corrections, Meta, RawArticle
from sitegen.reading.analyze import analyze
from sitegen.reading.page.clean import clean

_TITLE = "سوق السمك في طنجة يغلق ثلاثة أشهر"
_TEXT = (
    "قررت بلدية طنجة إغلاق سوق السمك القديم ثلاثة أشهر لترميم سقفه الخشبي الذي تضرر في عاصفة الشتاء الماضي.",
    "وأوضح رئيس البلدية أن الباعة سينتقلون إلى ساحة قريبة من السوق إلى حين انتهاء الترميم.",
    "وتبلغ كلفة ترميم السقف مليوني درهم تمولها البلدية مع غرفة الصيد البحري.",
)
_CUT = (
    "تسلمت مستشفيات الجنوب اليوم أجهزة جديدة لتصوير القلب بعد انتظار دام عامين كاملين من جانب...",
    "يلتقي منتخب اليد ضيفه الدنماركي مساء غد في قاعة المدينة الأولمبية وسط غياب اثنين من...",
)
_STORIES = (
    "وزارة الصحة تسلم مستشفيات الجنوب أجهزة جديدة",
    "سلمت وزارة الصحة مستشفيات الجنوب أجهزة جديدة لتصوير القلب بعد انتظار دام عامين كاملين.",
    "منتخب اليد يلتقي ضيفه الدنماركي غدا",
    "يلتقي منتخب اليد ضيفه الدنماركي مساء غد في قاعة المدينة الأولمبية وسط غياب لاعبين.",
)
_DROPPED = ("furniture", "duplicate")


def _read(*lines: str) -> Article:
    return clean(RawArticle("x", "x.txt", lines, Meta(), ""), Corrections())


def _dropped(*lines: str) -> list[str]:
    return [lines[mark.n - 1] for mark in _read(*lines).marks if mark.role in _DROPPED]


def _day(*lines: str) -> str | None:
    return analyze(RawArticle("x", "x.txt", lines, Meta(), ""), Corrections(), Lexicon({})).dating.value


def test_leads_cut_short_are_no_text() -> None:
    assert _dropped(*_CUT, *_TEXT) == list(_CUT)
    assert _dropped(_CUT[0], "مساحة إعلانية", *_TEXT) == [_CUT[0], "مساحة إعلانية"]


def test_a_lead_of_its_own_is_text() -> None:
    """One opens a report and breaks off, one is on the article, or all of the page breaks off."""
    own = "كان أبو ياسين يصلح الشباك كل مساء أمام دكانه في سوق السمك قبل أن تقرر البلدية ترميم السقف..."
    assert _dropped(_CUT[0], *_TEXT) == []
    assert _dropped(own, f"في سوق السمك: {own}", *_TEXT) == []
    assert _dropped(*_CUT, own, *_TEXT) == list(_CUT)
    assert _dropped(*_CUT, *(f"{text[:-1]}..." for text in _TEXT)) == []


def test_whole_stories_stand_above_a_title_over_its_day() -> None:
    found = _read(*_STORIES, "اسم المستخدم: كلمة المرور:", _TITLE, "[29/04/2020 02:00]", "", *_TEXT)
    assert (found.title, found.marks[5].role) == (_TITLE, "title")
    assert [mark.role for mark in found.marks[:5]] == ["furniture"] * 5
    bare = (*_STORIES[1::2], "أطلقت جامعة الملك تجارب على بذور قمح تتحمل ملوحة التربة في الواحات البعيدة.")
    assert _dropped(*bare, _TITLE, f"طنجة - رويترز: {_TEXT[0]}", *_TEXT[1:]) == list(bare)


def test_a_bulletin_of_several_stories_keeps_them() -> None:
    assert _dropped(*_STORIES, _TITLE, *_TEXT) == []
    placed = (f"الدوحة - رويترز: {_STORIES[1]}", f"مسقط - رويترز: {_STORIES[3]}")
    signed = (*_STORIES[:2], "", *_STORIES[2:], "", _TITLE)
    assert _dropped(*signed, "بقلم: سعاد المرابط", *_TEXT) == _dropped(*signed, "12 مارس 2021", *_TEXT) == []
    assert _dropped(*placed, _TITLE, f"طنجة - رويترز: {_TEXT[0]}", *_TEXT[1:]) == []


def test_sections_of_a_report_keep_their_paragraphs() -> None:
    intro = "يعيش البحارة في طنجة على وقع ترميم طويل لسقف السوق القديم الذي ورثوه عن آبائهم.", _TEXT[1]
    assert _dropped("موج بعيد", *intro, "سوق السمك بعد الترميم", "12 مارس 2021", *_TEXT[::2]) == []


_TABLE = ("28.9°القدس", "رام الله28.66°", "4.53جنيه إسترليني", "دينار أردني4.72", "يورو3.94")


def test_figures_run_into_their_names_are_a_table() -> None:
    found = _read(*_TABLE, "الأربعاء 23 يوليو 2025", *_TABLE[2:4], "", _TITLE, "", *_TEXT)
    assert (found.title, _dropped(*_TABLE, _TITLE, *_TEXT)) == (_TITLE, list(_TABLE))
    assert _day(*_TABLE, "الأربعاء 23 يوليو 2025", *_TABLE[2:4], "", _TITLE, "", *_TEXT) is None


def test_results_below_a_title_are_no_table() -> None:
    assert _dropped(_TITLE, "4.5 مليون درهم", "3.2 مليون درهم", "2.1 مليون درهم", *_TEXT) == []


def test_tags_between_commas_without_spaces_are_none_of_the_text() -> None:
    tags = "طنجة,أخبار المغرب,رئيس البلدية,غرفة الصيد البحري"
    assert _dropped(_TITLE, tags, "", *_TEXT) == [tags]
    assert _dropped(_TITLE, *_TEXT, "خبز,زيتون") == []
    assert _dropped(_TITLE, *_TEXT, "بلغت الأسعار 1,200,300 درهم") == []


@pytest.mark.parametrize(
    "foot",
    [f"ظهرت المقالة {_TITLE} أولاً على صوت البوغاز.", f"The post {_TITLE} appeared first on صوت البوغاز."],
)
def test_where_an_article_was_first(foot: str) -> None:
    assert _dropped(_TITLE, *_TEXT, foot) == [foot]
    first = "ظهرت المقالة الأولى عن السوق في جريدة قديمة قبل أربعين عاما."
    assert _dropped(_TITLE, *_TEXT, first) == []


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("", "رئيس بلدية طنجة يشرح خطة السوق –"),  # a dash carries a subtitle on
        ("رئيس بلدية طنجة", ""),  # a caption, all of whose words the title has
        ("النشرة الشهرية لبلدية طنجة لشهر نيسان 2015", ""),
        ("موقع البوغاز - جريدة طنجة اليومية", ""),
        ("أحدث الأخبار مع #طنجة", ""),
        ("", "10:27 م"),
        ("ابحث في سوق البوغاز", ""),
        ("الرئيسيةعن المدينة > الأسواق", ""),
    ],
)
def test_what_is_no_title(above: str, below: str) -> None:
    title = "رئيس بلدية طنجة: سوق السمك يغلق ثلاثة أشهر"
    assert _read(above, "", title, "", below, "", *_TEXT).title == title


_ROW = "تقنين الكهرباء أربع ساعات .. عودة الحافلات إلى سوق طنجة .. فرن جديد يرمم سقفه الخشبي"


def test_a_title_stands_behind_its_section_too() -> None:
    teaser = "بلدية طنجة ترفع كلفة ترميم السوق القديم"
    assert _read(teaser, f"محلي / {_TITLE}", _TITLE, "الكاتب: محمد", *_TEXT).title == _TITLE
    assert _read(_TITLE, "طنجة / رويترز", "12 مارس 2021", *_TEXT).title == _TITLE


def test_a_row_of_headlines_with_dots_is_no_title() -> None:
    assert _read(_ROW, "سوق السمك", *_TEXT).title == "سوق السمك"
    long = f"{_ROW} .. كسوف جزئي للشمس مساء الأحد المقبل"
    assert _read(long, "", _TITLE, *_TEXT).title == _TITLE
    scene = "كان أبو ياسين يصلح الشباك .. ويحكي عن سوق السمك .. ثم أغلقت بلدية طنجة السوق لترميم سقفه"
    assert _dropped("حكاية أبو ياسين", f"{scene} الخشبي الذي تضرر في عاصفة الشتاء", *_TEXT) == []
    own = "سوق السمك .. ثلاثة أشهر من الترميم"
    assert _read(own, "سقف خشبي تضرر في عاصفة الشتاء", *_TEXT).title == own


def test_one_lead_may_stand_above_a_headline_on_the_text() -> None:
    assert _dropped(_CUT[0], _TITLE, "", *_TEXT) == [_CUT[0]]
    assert _dropped(_CUT[0], "منتخب اليد في الدوحة", "", *_TEXT) == []


def test_the_sign_of_an_agency_between_strokes() -> None:
    assert _dropped(_TITLE, *_TEXT, "/ أخبار البوغاز /") == ["/ أخبار البوغاز /"]
    assert _dropped(_TITLE, *_TEXT, "موعدنا غدا / بعد غد") == []


def test_a_title_that_tells_of_its_picture_is_no_caption() -> None:
    title = "سوق السمك في طنجة يغلق ثلاثة أشهر - صورة"
    assert _read("", title, "", "10:27 م", "", *_TEXT).title == title


def test_the_clock_of_a_site_stands_above_a_title_over_its_own_time() -> None:
    assert _day("الثلاثاء 2025-03-04 20:51 م", _TITLE, "10:27 م", *_TEXT) is None
    assert _day("الثلاثاء 2025-03-04", _TITLE, "10:27 م", *_TEXT) == "2025-03-04"


def test_a_bold_line_of_a_messenger_may_be_the_title() -> None:
    found = _read("قناة البوغاز", "362 مشتركا", f"*{_TITLE}*", "", "*البلدية تعوض الباعة*", "", *_TEXT)
    assert found.title == _TITLE
    asked = ("* من أين السمك؟", "* من الميناء القديم في طنجة", *_TEXT)
    assert _read(*asked).title == ""


def test_an_issue_or_a_network_may_be_a_title_of_its_own() -> None:
    for title in ("نشرة الأسعار في طنجة لشهر نيسان 2015", "شبكة الصيد القديمة - سوق طنجة"):
        assert _read(title, "", *_TEXT).title == title


def test_a_subtitle_between_two_prints_of_the_title_stays() -> None:
    strange = "وزير الثقافة: الأزمة في العالم ثقافية قبل كل شيء"
    found = _read(_TITLE, "", strange, "", _TITLE, "TT", "", _TITLE, *_TEXT)
    assert (found.title, found.marks[2].role in _DROPPED) == (_TITLE, False)


def test_a_line_of_buttons_is_dropped_wherever_it_comes_again() -> None:
    assert _dropped("Post image", _TITLE, *_TEXT, "Post image", *_TEXT[:1]).count("Post image") == 2


@pytest.mark.parametrize(
    "line",
    [
        "2015 05 14",
        "الخميس 25/7/1436 هـ - الموافق 14/5/2015 م (آخر تحديث) الساعة 16:25 (مكة المكرمة)، 13:25 (غرينتش)",
        "دار سطور للنشر 14/05/2015 06:36:00 م",
        "[14/05/2015 02:00]",
        "الخميس 14 أيار 2015 - عدد القراءات 1377",
    ],
)
def test_days_as_sites_print_them(line: str) -> None:
    assert _day(_TITLE, "", line, "", *_TEXT) == "2015-05-14"


def test_a_day_that_a_collection_puts_before_a_text() -> None:
    found = _read(f" date 2025-11-08 {_TEXT[0]}", *_TEXT[1:])
    assert [(block.role, block.pieces[0].text) for block in found.blocks[:2]] == [
        ("date", "2025-11-08"),
        ("lede", _TEXT[0]),
    ]
    assert _day(f" date 2025-11-08 {_TEXT[0]}", *_TEXT[1:]) == "2025-11-08"
    assert _day(" date 2025-11-08 Advertisement", "", *_TEXT) == "2025-11-08"
    buttons = _read(" date 2025-11-08 18 حجم الخط", "", *_TEXT)
    assert (buttons.title, buttons.blocks[0].role, buttons.blocks[1].role) == ("", "date", "lede")
    assert _read(f"date 2025-11-08 {_TITLE}", "", *_TEXT).title == _TITLE


def test_the_day_of_a_release_stands_behind_its_sort() -> None:
    assert _day(_TITLE, "بيانات صحفية, 25 يونيو/ حزيران 2009", *_TEXT) == "2009-06-25"
    assert _read("السوق, 12 شهرا من الانتظار", *_TEXT).title == "السوق, 12 شهرا من الانتظار"


def test_a_bulleted_label_heads_its_part_of_a_review() -> None:
    assert _dropped("صحف المغرب اليوم", " * أخبار اليوم:", "", f"• {_TEXT[0]}", *_TEXT[1:]) == []
    assert _dropped(_TITLE, " * أخبار اليوم:", " * رياضة:", *_TEXT)[:1] == [" * أخبار اليوم:"]


def test_errors_of_a_program_are_none_of_the_text() -> None:
    error = "Message: DOMDocument::loadXML(): Entity: line 1: parser error : expecting ';'"
    assert _dropped(_TITLE, error, "", *_TEXT) == [error]
