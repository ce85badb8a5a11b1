"""Headlines above an article, in one long line or in a column: none of its text, and no title."""

from __future__ import annotations

from sitegen.model import Article, Corrections, Meta, RawArticle
from sitegen.reading.page.clean import clean

_TEXT = (
    "قررت بلدية طنجة إغلاق سوق السمك القديم ثلاثة أشهر لترميم سقفه الخشبي الذي تضرر في عاصفة الشتاء الماضي.",
    "وأوضح رئيس البلدية أن الباعة سينتقلون إلى ساحة قريبة من السوق إلى حين انتهاء الترميم.",
    "وتبلغ كلفة ترميم السقف مليوني درهم تمولها البلدية مع غرفة الصيد البحري.",
)
_ROW = (
    "انخفاض أسعار القمح في البورصات العالمية للأسبوع الثالث منتخب اليد يكتسح ضيفه بعشرين هدفا.. تفاصيل "
    "المدرب الجديد يكشف عن قائمة اللاعبين! وفاة عازف العود الشهير عن تسعين عاما مركز الأرصاد يحذر من رياح "
    "رملية: تعرف على المناطق جامعة المدينة تفتح باب القبول لطلبة الدراسات العليا شركة الطيران تضيف رحلتين"
)
_COLUMN = (
    "انخفاض أسعار القمح في البورصات العالمية",
    "منتخب اليد يكتسح ضيفه بعشرين هدفا",
    "وفاة عازف العود الشهير عن تسعين عاما",
    "ضبط شبكة لتزوير الشهادات الجامعية في ثلاث مدن واسترجاع عشرات الوثائق المزورة",
    "جامعة المدينة تفتح باب القبول لطلبة الدراسات العليا",
    "شركة الطيران تضيف رحلتين إلى جدول الصيف",
)


def _read(*lines: str) -> Article:
    return clean(RawArticle("x", "x.txt", lines, Meta(), ""), Corrections())


def _roles(article: Article) -> list[str]:
    return [mark.role for mark in article.marks]


def test_a_row_of_headlines_is_no_paragraph() -> None:
    found = _read("آخر الأخبار", _ROW, "سوق السمك في طنجة يغلق ثلاثة أشهر", *_TEXT)
    assert found.title == "سوق السمك في طنجة يغلق ثلاثة أشهر"
    assert _roles(found)[1] == "furniture"


def test_a_row_of_headlines_stands_over_a_title_none_of_whose_words_come_back() -> None:
    found = _read("آخر الأخبار", _ROW, "موج بعيد", "بقلم: سعاد المرابط", "12 مارس 2021", *_TEXT)
    assert found.title == "موج بعيد"


def test_a_row_of_headlines_opens_a_page_without_a_title() -> None:
    found = _read(_ROW, *_TEXT)
    assert (found.title, _roles(found)) == ("", ["furniture", "lede", "body", "body"])


def test_an_opening_of_its_own_is_no_row() -> None:
    """A scene opens a report: a full stop ends it, or the title speaks of it."""
    scene = (
        "جلس أبو ياسين أمام دكانه الصغير يصلح الشباك الممزقة ويحكي لأحفاده عن ليالي البحر الطويلة وعن القوارب"
        " التي لم تعد ترسو هنا منذ أعوام"
    )
    assert _roles(_read("حكاية أبو ياسين والقوارب", scene, "سوق السمك في طنجة", *_TEXT))[1] == "lede"
    assert _roles(_read("موج بعيد", f"{scene}.", "سوق السمك في طنجة", *_TEXT))[1] == "lede"


def test_a_column_of_headlines_is_no_title() -> None:
    found = _read(*_COLUMN, *_TEXT)
    assert (found.title, set(_roles(found)[:6])) == ("", {"furniture"})


def test_the_title_below_a_column_is_told_by_the_text() -> None:
    found = _read(*_COLUMN, "سوق السمك في طنجة يغلق ثلاثة أشهر", *_TEXT)
    assert found.title == "سوق السمك في طنجة يغلق ثلاثة أشهر"
    assert set(_roles(found)[:6]) == {"furniture"}


def test_a_column_whose_last_headline_has_a_word_of_the_text_may_have_the_title() -> None:
    assert _read(*_COLUMN, "حكاية قديمة عن السقف المكسور", *_TEXT).title == "حكاية قديمة عن السقف المكسور"


def test_an_age_in_years_is_no_title() -> None:
    found = _read(
        "موج بعيد", "بقلم: سعاد المرابط", "نشر منذ: 3 سنوات و شهرين و 5 أيام", "الإثنين 12 مارس 2018", *_TEXT
    )
    assert found.title == "موج بعيد"


def test_a_column_stands_above_a_title_over_its_writer() -> None:
    own = "إغلاق سوق السمك القديم في طنجة لترميم سقفه"
    found = _read("آخر ما نشر", *_COLUMN, "تحقيقات وملفات", "", own, "", "أيمن المرابط", "", *_TEXT)
    assert found.title == own
    assert _roles(found)[1:7] == ["furniture"] * 6


def test_subtitles_of_a_report_are_no_column() -> None:
    """They say as much of the text as what stands below them, a caption for one."""
    under = (
        "بلدية طنجة تعوض باعة السمك",
        "مليونا درهم كلفة ترميم السقف",
        "الباعة ينتقلون إلى ساحة قريبة من السوق",
    )
    head = (
        "إغلاق سوق السمك القديم في طنجة",
        *under,
        "غرفة الصيد البحري تشارك في التمويل",
        "السقف تضرر في عاصفة الشتاء",
    )
    found = _read(*head, "صورة", "باعة في سوق السمك القديم بطنجة", "أيمن المرابط", *_TEXT)
    assert found.title == head[0]
    assert "furniture" not in _roles(found)[:6]
