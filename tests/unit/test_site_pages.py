"""Each article of the test set on each page of it: nothing of an article is lost, little furniture kept."""

from __future__ import annotations

import tomllib

import pytest

from sitegen.model import Article, Corrections, Meta, RawArticle
from sitegen.reading.page.clean import clean
from tests.unit.site_pages import (
    DROPPED,
    FOLDER,
    all_pages,
    articles,
    endings,
    filled,
    lost_and_missed,
    sites,
    strange_endings,
)

#: Of articles that end in a list like no other so many lines may be lost on the newest pages.
FEW = 0.06
#: And of all articles, where every second line of furniture is missing.
SCARCE = 0.003

KNOWN = tomllib.loads((FOLDER / "known.toml").read_text(encoding="utf-8"))
LINES = [
    row
    for row in (FOLDER / "kept.txt").read_text(encoding="utf-8").splitlines()
    if row and not row.startswith("#")
]


def read(lines: tuple[str, ...]) -> Article:
    return clean(RawArticle("x", "x.txt", lines, Meta(), ""), Corrections())


@pytest.mark.parametrize("site", sites())
def test_articles_on_a_page(site: str) -> None:
    for number, article in enumerate(articles(sites()[site].file)):
        page = filled(site, article, spaced=number % 2 == 0)
        found = read(page.lines)
        lost, missed = lost_and_missed(page, found)
        untitled = not {article["label"], "any"}.isdisjoint(KNOWN["untitled"].get(site, ()))
        assert [line for line in lost if not (untitled and article["title"] in line)] == [], article["label"]
        assert len(missed) <= KNOWN["missed"].get(site, 0), (article["label"], missed)
        if not untitled:
            assert found.title == article["title"]
        assert found.is_article


def test_no_ending_is_lost_on_any_page() -> None:
    """Hours, prices, answers, refrains at the end of an article look like furniture; none is dropped."""
    for page in endings():
        found = read(page.lines)
        lost = [line for line in lost_and_missed(page, found)[0] if line != page.title]
        assert lost == [], (page.site, page.label)


@pytest.mark.parametrize("file", ["tenth_look", "eleventh_look", "twelfth_look"])
def test_few_lines_of_a_strange_list_are_lost(file: str) -> None:
    """Verses, steps, names, replies without a full stop, most of them announced by nothing."""
    pages = list(strange_endings(file))
    lost = sum(len(lost_and_missed(page, read(page.lines))[0]) for page in pages)
    assert lost <= FEW * sum(sign in ("", "T", "K") for page in pages for sign in page.signs)


@pytest.mark.parametrize("file", ["eleventh_look", "fourteenth_look", "fifteenth_look"])
@pytest.mark.parametrize("half", [0, 1])
def test_little_is_lost_where_half_of_the_furniture_is_gone(file: str, half: int) -> None:
    """What a box or a foot is told by may be missing, and what is left may look like another box."""
    lost = kept = 0
    for page in all_pages(file=file):
        rows = zip(page.signs, page.lines, strict=True)
        left = [row for n, row in enumerate(rows) if row[0] not in ("F", "U") or n % 2 == half]
        signs, lines = zip(*left, strict=True)
        some = page._replace(signs=signs, lines=lines)
        lost += len(lost_and_missed(some, read(lines))[0])
        kept += sum(sign in ("", "T", "K") for sign in signs)
    assert lost <= SCARCE * kept


TITLE = "افتتاح جسر جديد في المدينة القديمة"
LEDE = "افتتحت أمانة العاصمة جسرا جديدا في المدينة القديمة بعد ثلاث سنوات من العمل المتواصل."
BODY = "وقال مدير المشروع المهندس حسن كريم إن الجسر سيخدم آلاف السكان في الجانبين كل يوم."
LAST = "وتعتزم الأمانة بناء ثلاثة جسور أخرى في أنحاء المدينة قبل نهاية العام المقبل."
FOOT = ("شارك الخبر", "فيسبوك", "تويتر", "مقالات ذات صلة", "حملة لتنظيف شاطئ النهر", "جميع الحقوق محفوظة")


@pytest.mark.parametrize("row", LINES)
def test_a_line_that_looks_like_furniture_is_kept(row: str) -> None:
    line = row.removeprefix("+")
    pages = [
        (TITLE, "", LEDE, "", line, "", BODY, "", LAST, "", *FOOT),
        (TITLE, LEDE, BODY, line, LAST, *FOOT),
    ]
    if row == line:
        pages += [
            (TITLE, LEDE, BODY, LAST, line, *FOOT),
            (TITLE, "", LEDE, "", BODY, "", LAST, "", line, "", *FOOT),
            (TITLE, LEDE, BODY, LAST, line),
        ]
    for lines in pages:
        mark = read(lines).marks[lines.index(line)]
        assert mark.role not in DROPPED, mark
