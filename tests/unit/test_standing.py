"""Lines that stand on every page of an outlet: which are noted, when dropped, what the build does."""

from __future__ import annotations

import pytest

from sitegen.model import Article, Corrections, Meta, RawArticle
from sitegen.pipeline import Options, compile_site
from sitegen.reading.page.clean import clean
from sitegen.reading.page.standing import Weak, standing_lines, weak_lines
from tests.unit.site_pages import SitePage, articles, filled, lost_and_missed
from tests.worlds import files, project, quiet

LEDES = {
    "bridge": (
        "افتتاح جسر جديد في المدينة القديمة",
        "افتتحت أمانة العاصمة جسرا جديدا في المدينة القديمة بعد ثلاث سنوات من العمل.",
    ),
    "school": (
        "بدء العام الدراسي في عموم المدارس",
        "بدأ صباح اليوم العام الدراسي الجديد في عموم المدارس بحضور مليوني طالب.",
    ),
    "market": (
        "حريق يلتهم متاجر في سوق الخضار",
        "التهم حريق كبير ليل أمس عشرات المتاجر في سوق الخضار من دون إصابات.",
    ),
    "team": (
        "المنتخب يخسر مباراته الأولى",
        "خسر المنتخب الوطني مباراته الأولى في البطولة أمام ضيفه بهدف دون مقابل مساء السبت.",
    ),
}
BADGE = "نوافذ على المدينة"
OWN = (
    "كان هذا آخر جسور المدينة.", "القوة الجوية 1 - 0 النجف", "«لن نعود إلى الوراء»", "- فتح المعابر",
    "والله من وراء القصد", "ماذا بعد؟", "ومما جاء فيه:", LEDES["team"][1], "",
)  # fmt: skip
URL = "url: https://news.example/{name}"


def page(name: str, *, foot: str = BADGE) -> tuple[str, ...]:
    title, lede = LEDES[name]
    return (title, "", lede, "", foot)


def read(lines: tuple[str, ...], standing: tuple[int, ...] = ()) -> Article:
    return clean(RawArticle("x", "x.txt", lines, Meta(), ""), Corrections(), standing)


def weak(lines: tuple[str, ...]) -> Weak | None:
    return weak_lines(read(lines), lines)


def test_a_short_line_below_the_text_is_weak() -> None:
    found = weak(page("bridge"))
    assert found is not None
    assert [n for n, _ in found.lines] == [5]


@pytest.mark.parametrize("foot", OWN)
def test_what_could_be_the_articles_own_is_not(foot: str) -> None:
    assert weak(page("bridge", foot=foot)) is None


def test_a_line_between_paragraphs_is_not() -> None:
    title, lede = LEDES["bridge"]
    assert weak((title, "", lede, BADGE, LEDES["school"][1])) is None


def test_three_pages_that_tell_different_things_and_half_of_all() -> None:
    pages = [(name, "sky", weak(page(name))) for name in LEDES]
    assert standing_lines(pages) == dict.fromkeys(LEDES, (5,))
    assert standing_lines(pages[:2]) == {}
    assert standing_lines([(n, "sky", w) for n, (_, _, w) in zip("abc", [pages[0]] * 3, strict=True)]) == {}
    others = [(f"other{n}", "sky", None) for n in range(5)]
    assert standing_lines([*pages, *others[:4]]) == dict.fromkeys(LEDES, (5,))
    assert standing_lines([*pages, *others]) == {}
    assert standing_lines([(name, "", found) for name, _, found in pages]) == {}


def test_a_standing_line_is_furniture_unless_an_editor_keeps_it() -> None:
    mark = read(page("bridge"), (5,)).marks[4]
    assert (mark.role, mark.rule) == ("furniture", "standing")
    raw = RawArticle("x", "x.txt", page("bridge"), Meta(), "")
    assert clean(raw, Corrections(keep=(5,)), (5,)).marks[4].role == "body"


def site(names: tuple[str, ...]) -> dict[str, bytes]:
    inputs = project()
    for name in names:
        title, lede = LEDES[name]
        text = f"---\ntitle: {title}\n{URL.format(name=name)}\n---\n\n{lede}\n\n{BADGE}\n"
        inputs[f"content/articles/{name}.md"] = text.encode()
    return inputs


def rule(names: tuple[str, ...]) -> str:
    library = compile_site(site(names), Options(), {}, quiet).library
    return library.entry("bridge").reading.article.marks[-1].rule


def test_the_build_asks_the_other_pages_of_an_outlet() -> None:
    assert rule(("bridge", "school", "market")) == "standing"
    assert rule(("bridge", "school")) != "standing"


def test_a_build_that_remembers_makes_what_a_clean_one_makes() -> None:
    memo: dict[bytes, bytes] = {}
    for names in (("bridge", "school"), ("bridge", "school", "market"), ("bridge", "market"), tuple(LEDES)):
        assert files(site(names), memo) == files(site(names))


def test_pages_that_open_with_the_same_words_tell_different_things() -> None:
    site, note = "transcript of a bulletin of a radio", "ننشر في ما يأتي النص كاملا كما أذيع صباح اليوم."
    pages = [with_note(filled(site, article), note) for article in articles("thirteenth_look")[:4]]
    found = [(str(n), site, weak_lines(read(page.lines), page.lines)) for n, page in enumerate(pages)]
    stand = standing_lines(found)
    for n, page in enumerate(pages):
        missed = lost_and_missed(page, read(page.lines))[1]
        lost, left = lost_and_missed(page, read(page.lines, stand[str(n)]))
        assert (lost, len(left) < len(missed) - 5) == ([], True)


def with_note(page: SitePage, note: str) -> SitePage:
    """Return a page with a sentence above its first paragraph."""
    at = page.signs.index("")
    return page._replace(
        lines=(*page.lines[:at], note, *page.lines[at:]), signs=(*page.signs[:at], "n", *page.signs[at:])
    )
