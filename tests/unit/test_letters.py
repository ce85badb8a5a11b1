"""Letters round one article: what they say first and last is told without knowing their greeting."""

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
FIRST = "تأخرنا هذه المرة يومين لأن الكهرباء غابت عن الحارة كلها."


def read(*lines: str) -> Article:
    return clean(RawArticle("x", "x.txt", lines, Meta(), ""), Corrections())


def dropped(*lines: str) -> list[str]:
    return [lines[mark.n - 1] for mark in read(*lines).marks if mark.role == "furniture"]


@pytest.mark.parametrize(
    ("greeting", "first", "day"),
    [
        ("يا جيران،", FIRST, ()),
        ("الزميلات والزملاء", FIRST, ("10 مارس 2023",)),
        ("الزميلات والزملاء", "نضع بين أيديكم مادة واحدة ونرجو أن تصلكم قبل الاجتماع المقبل.", ()),
    ],
)
def test_a_letter_is_told_by_its_first_words(greeting: str, first: str, day: tuple[str, ...]) -> None:
    lines = ("حكاية الجمعة", greeting, first, "الصحن الأول", TITLE, *day, *TEXT)
    assert read(*lines).title == TITLE
    assert {greeting, first} <= {*dropped(*lines)}


@pytest.mark.parametrize(
    "end",
    [
        ("ظلوا بخير،", "سلمى وأهل البيت"),
        ("مع التحية، فريق النادي", "برج المرسى"),
        ("الصحن الثاني", "سهرة شاي على سطح البيت", "ظلوا بخير،", "سلمى"),
    ],
)
def test_a_letter_ends_at_its_next_part_or_its_farewell(end: tuple[str, ...]) -> None:
    lines = ("حكاية الجمعة", "يا جيران،", FIRST, "الصحن الأول", TITLE, *TEXT, *end)
    assert dropped(*lines)[-len(end) :] == [*end]


def test_a_list_that_ends_the_article_of_a_letter_is_kept() -> None:
    own = ("أسماء أعضاء اللجنة:", "نادر الجمال", "رنا الكيلاني")
    lines = ("حكاية الجمعة", "يا جيران،", FIRST, "الصحن الأول", TITLE, *TEXT, *own, "ظلوا بخير،", "سلمى")
    assert {*own}.isdisjoint(dropped(*lines))


def test_an_article_that_is_a_letter_itself_is_kept() -> None:
    title = "رسالة إلى رئيس بلدية المدينة عن السوق القديم"
    assert dropped(title, "سيدي الرئيس،", *TEXT, "مع التحية،", "خالد النمر") == []
    assert dropped(title, "سيدي الرئيس،", FIRST, "سوق بلا سقف", *TEXT, "خالد النمر") == []


@pytest.mark.parametrize("first", ["معكم ليان من خلف الميكروفون هذا الصباح كما في كل صباح.", FIRST])
def test_who_reads_aloud_speaks_to_all_who_hear_it(first: str) -> None:
    told = "معكم" in first
    found = read("بودكاست خط ساخن", first, TITLE, *TEXT)
    assert (found.title == TITLE) is told
