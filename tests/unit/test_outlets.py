from __future__ import annotations

import pytest

from sitegen.desk.lexicon import parse_lexicon
from sitegen.model import Meta, Role
from sitegen.reading.places.outlets import find_outlet
from tests.unit.lexicon_cases import make

LEXICON, _ = parse_lexicon({})
UNKNOWN = (None, "")


def outlet(line: str, role: Role, *, meta: Meta | None = None) -> tuple[str | None, str]:
    lines = ("عنوان الخبر", line, "نص الخبر")
    return find_outlet(make(lines, ["title", role, "body"]), lines, meta or Meta(), LEXICON)


@pytest.mark.parametrize(
    ("line", "role", "expected"),
    [
        ("واشنطن / متابعة وطن برس ", "dateline", ("watan-press", "وطن برس")),
        ("الرياض - العربية.نت", "dateline", ("al-arabiya", "العربية.نت")),
        ("الرياض: «الشرق الأوسط»", "dateline", ("asharq-al-awsat", "الشرق الأوسط")),
        ("بغداد / متابعة نينوى برس", "dateline", (None, "نينوى برس")),
        ("Google News تابعوا أخبار الشرق عبر Google News", "furniture", ("asharq-news", "الشرق")),
        ("تابعوا أخبار المربد عبر Google News", "furniture", (None, "المربد")),
        ("جميع الحقوق محفوظة لصحيفة عكاظ 2021", "furniture", ("okaz", "صحيفة عكاظ")),
        ("المصدر: الجزيرة + وكالات", "body", ("al-jazeera", "الجزيرة")),
    ],
)
def test_stated(line: str, role: Role, expected: tuple[str | None, str]) -> None:
    assert outlet(line, role) == expected


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("بغداد - رويترز", "dateline"),
        ("المصدر: وكالات", "body"),
        ("متابعة وكالة رويترز", "dateline"),
        ("متابعة خاصة", "dateline"),
        ("اقرأ أيضاً: ماذا قالت العربية عن الاتفاق", "furniture"),
        ("تابعونا على تويتر", "furniture"),
        ("تابعوا أخبار الشرق الأوسط لحظة بلحظة", "furniture"),
        ("تابعوا أخبار المربد عبر البريد", "furniture"),
        ("قال لقناة الجزيرة إن الحوار مستمر", "body"),
        ("حواراتشخصية العامضد الفساد", "furniture"),
    ],
)
def test_not_stated(line: str, role: Role) -> None:
    assert outlet(line, role) == UNKNOWN


def test_metadata_comes_first() -> None:
    line = "تابعوا أخبار الشرق عبر Google News"
    assert outlet(line, "furniture", meta=Meta(outlet="هسبريس")) == ("hespress", "هسبريس")
    assert outlet(line, "furniture", meta=Meta(outlet="جريدة لا نعرفها")) == (None, "جريدة لا نعرفها")


def test_host_of_the_address() -> None:
    assert outlet("نص", "body", meta=Meta(url="https://www.hespress.com/a-1.html")) == ("hespress", "هسبريس")
    assert outlet("نص", "body", meta=Meta(url="https://example.org/a")) == UNKNOWN


def test_tail_of_the_title_line() -> None:
    lines = ("قمة في بغداد | هسبريس", "نص")
    article = make(("قمة في بغداد", "نص"), ["title", "body"])
    assert find_outlet(article, lines, Meta(), LEXICON) == ("hespress", "هسبريس")


def test_two_owners_are_none() -> None:
    lines = ("عنوان", "تابعونا على موقع هسبريس", "تابعونا على موقع عنب بلدي")
    article = make(lines, ["title", "furniture", "furniture"])
    assert find_outlet(article, lines, Meta(), LEXICON) == UNKNOWN
