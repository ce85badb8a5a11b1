"""Where the foot of a page begins: by shape where no label is known, and never above a list of the text."""

from __future__ import annotations

import pytest

from sitegen.model import Corrections, Meta, RawArticle
from sitegen.reading.page.clean import clean
from sitegen.reading.page.evidence import kinds
from sitegen.reading.page.lines import measure
from sitegen.reading.page.odds import begun, weights

TITLE = "مؤتمر المياه يوصي بإنشاء مرصد إقليمي للجفاف"
TEXT = (
    "اختتم مؤتمر المياه أعماله مساء الأربعاء بالدعوة إلى إنشاء مرصد إقليمي للجفاف تشترك فيه تسع دول.",
    "وقال رئيس اللجنة العلمية إن التوصيات ستسلم إلى الحكومات قبل نهاية الشهر الجاري.",
)
#: No family knows one of these lines.
FOOT = (
    "من نفس الركن", "توقيف مروج للمخدرات بحي سيدي عبد الكريم", "سقوط سور بناية مهجورة يثير هلع الساكنة",
    "برقيات", "قافلة طبية تحط الرحال بابن أحمد", "انقطاع الماء يؤرق ساكنة أولاد سعيد",
)  # fmt: skip
#: Headlines told by who acts, those of the stories before and after this one, and questions among others.
TOLD = (
    ("وزير الثقافة في جولة خارجية", "محافظ الإقليم على رأس حملة نظافة", "لاعب كرة سابق في قفص الاتهام",
     "شرطة السير على مداخل الأسواق"),
    ("السابق: جولة في أسواق العطارين", "التالي رحلة صيد", "السابق رحلة بحر", "التالي طبق شعبي"),
    (*FOOT[1:3], "كيف تختار حذاء الركض", "لماذا تتساقط أوراق الشجر", "متى تزرع الفراولة", "شارك الخبر"),
)  # fmt: skip
#: Tides, weather and small ads in words of their own below one known label.
MIXED = (
    "في الموضوع ذاته", "ثلاث شركات تتنافس على رصيف شناص", "محافظة ظفار تستعد لموسم الخريف", "مسقط تحت الشمس",
    "العظمى 27", "أعلى مد 11:20", "أدنى جزر 17:45", "مطلوب فني تكييف", "اضغط لتتابع", "سياسة ملفات الارتباط",
)  # fmt: skip
LISTS = (
    ("أبرز التوصيات", "تحديث خرائط الأحواض الجوفية كل خمس سنوات", "تشجيع الري بالتنقيط في البساتين الصغيرة",
     "منع حفر الآبار العشوائية ومحاسبة المخالفين"),
    ("الرجل الذي باع ظله", "ليل طويل في محطة القطار", "العمة سعاد لا ترد على الهاتف", "بيت من أربع جهات"),
    ("الجائزة الكبرى", "حقل الشوك", "أفضل ممثلة", "رنا الكيلاني عن دورها في «الجارة»"),
    ("على كتف الريح ألقيت شالي", "وعدت إلى البئر وحدي", "رأيت القوافل تمضي خفافا", "وظل الصدى في الرمال"),
)  # fmt: skip


def dropped(*lines: str) -> set[str]:
    """Return which of the lines of a page are put aside."""
    read = clean(RawArticle("x", "x.txt", lines, Meta(), ""), Corrections())
    return {lines[mark.n - 1] for mark in read.marks if mark.role in ("furniture", "duplicate")}


def test_a_foot_without_any_known_label() -> None:
    assert dropped(TITLE, *TEXT, *FOOT) == set(FOOT)


@pytest.mark.parametrize("foot", TOLD)
def test_a_foot_of_headlines(foot: tuple[str, ...]) -> None:
    assert dropped(TITLE, *TEXT, *foot) == set(foot)


def test_a_foot_whose_lines_are_of_many_kinds() -> None:
    assert dropped(TITLE, *TEXT, *MIXED) == set(MIXED)


def test_a_foot_is_likelier_below_a_known_label_than_above_a_list() -> None:
    lines = [measure(n, text) for n, text in enumerate((*LISTS[1], "شارك الخبر", "فيسبوك"), 1)]
    names = [*(["short"] * len(LISTS[1])), "known", "known"]
    shares = begun(lines, [kinds()[name] for name in names])
    assert shares == sorted(shares)
    assert max(shares[: len(LISTS[1])]) < weights().may < weights().sure < shares[-1]
    assert begun([], []) == []


def test_a_list_below_a_strange_box_is_kept() -> None:
    box = ("قد يعجبك برضه", "مصرع عامل سقط من سقالة في كفر الزيات")
    tags = ("كلمات البحث", "العراق")
    assert not dropped(TITLE, *TEXT, *box, *LISTS[1], "رسالة من بحار قديم", *tags) & {*LISTS[1]}


def test_a_list_below_a_box_within_the_text_is_kept() -> None:
    box = ("قائمة من عنصرين", "قطار المساء يعود بعد عامين", "كيف تغيرت المدينة؟", "نهاية القائمة")
    foot = ("المصدر: وكالات", "الأكثر قراءة", *FOOT[1:3])
    assert dropped(TITLE, *TEXT, *box, *LISTS[2], *foot) == {*box, *foot}


def test_a_list_below_its_heading_and_a_teaser_is_kept_above_a_strange_label() -> None:
    box, foot = ("اقرأ أيضا", "قطار المساء يعود بعد عامين"), ("قد يعجبك", FOOT[1], "الأكثر قراءة", FOOT[2])
    own = ("أبرز التوصيات", "تحديث الخرائط كل خمس سنوات", "تشجيع الري بالتنقيط في البساتين", "منع حفر الآبار",
           "تغيير مناهج المدارس والجامعات", "توزيع خزانات على البيوت")  # fmt: skip
    assert not dropped(TITLE, *TEXT, *box, *own, "عناوين متفرقة", *FOOT[1:3], *foot) & {*own}


def test_news_of_a_quoted_source_with_figures_below_a_box_is_no_list() -> None:
    foot = (
        "من نفس القسم",
        "«التجارة» تغلق 4 محال مخالفة في المباركية",
        "ضبط 17 مخالفا في الجليب",
        "الأكثر مشاهدة اليوم",
    )
    assert dropped(TITLE, *TEXT, *foot, FOOT[1]) == {*foot, FOOT[1]}


def test_a_box_deep_in_a_foot_of_clocks_is_no_list() -> None:
    clocks = ("آخر الأخبار", "10:21", FOOT[1], "10:02", FOOT[2])
    foot = ("الأكثر قراءة", "طريق الورد القديم", "أحلى صباح", "من الإثنين إلى الجمعة", "ميدي شو", "نقاط البث",
            "صفاقس 88.6", "قفصة 103.2", "سوسة 91.1")  # fmt: skip
    assert dropped(TITLE, *TEXT, *clocks, *foot, "شروط الاستخدام") == {*clocks, *foot, "شروط الاستخدام"}


def test_a_label_of_some_words_right_above_two_headlines_of_news_begins_a_foot() -> None:
    foot = ("عناوين متفرقة", *FOOT[1:3], FOOT[4], "قد يعجبك", FOOT[5])
    assert dropped(TITLE, *TEXT, *foot) == set(foot)


def test_a_verse_with_the_word_that_names_the_site_is_kept() -> None:
    top, verses = ("وكالة الرمال", "الأخبار", "آراء"), (*LISTS[3], "فيا ماء خذني إليك", "ويا ليل مهلا علي")
    foot = ("أخبار", FOOT[1], "الرمال: أخبار موريتانيا", "تابعونا على اليوتيوب")
    assert not dropped(*top, TITLE, *TEXT, *verses, *foot) & {*verses}


def test_prices_below_a_box_are_no_list_of_the_text() -> None:
    foot = ("مواضيع قد تعجبك", FOOT[1], FOOT[2], "أسواق البورصة", "USD 142,500", "EUR 166,100")
    assert dropped(TITLE, *TEXT, *foot, "آخر الأخبار", FOOT[4]) == {*foot, "آخر الأخبار", FOOT[4]}


def test_places_alone_between_text_and_foot_are_tags() -> None:
    foot = ("المغرب", "الرباط", "شارك المقال", "فيسبوك", "مقالات ذات صلة", FOOT[1])
    assert dropped(TITLE, *TEXT, *foot) == set(foot)
    places = ("تونس", "بغداد", "دمشق", "مسقط")
    assert not dropped(TITLE, *TEXT, *places, *foot[2:]) & {*places}


def test_signs_alone_between_paragraphs_are_no_teaser() -> None:
    assert dropped(TITLE, TEXT[0], "اقرأ المزيد", "***", TEXT[1]) <= {"اقرأ المزيد", "***"}


@pytest.mark.parametrize("own", LISTS)
def test_a_list_at_the_end_is_no_foot(own: tuple[str, ...]) -> None:
    assert dropped(TITLE, *TEXT, *own) == set()


@pytest.mark.parametrize("own", LISTS)
def test_a_list_above_a_foot_is_kept(own: tuple[str, ...]) -> None:
    foot = ("شارك الخبر", "فيسبوك", *FOOT, "جميع الحقوق محفوظة")
    assert dropped(TITLE, *TEXT, *own, *foot) == set(foot)


def test_news_without_a_full_stop_is_kept_below_the_text() -> None:
    assert dropped(TITLE, *TEXT, "وأعلنت إدارة الطرق قائمة أولية بما أغلق منها حتى المساء") == set()


def test_each_kind_of_evidence_weighs_something_or_says_nothing() -> None:
    weights = {kind.name: kind.weight for kind in kinds().values()}
    assert weights["known"] > weights["news"] > weights["headline"] > 0
    assert weights["question"] == weights["subject"] == 0
    assert max(weights["item"], weights["sentence"], weights["joined"], weights["of the text"]) <= -1
