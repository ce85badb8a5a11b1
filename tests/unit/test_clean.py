"""Every rule of the cleaner on lines it must claim and must not, and on whole pages."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.model import Article, Corrections, Meta, RawArticle
from sitegen.reading.page.clean import RULES, Rule, clean, read
from sitegen.reading.page.layout import Mark, Page

CASES = Path(__file__).parents[1] / "cases" / "clean"
RULE_CASES = tomllib.loads((CASES / "rules.toml").read_text(encoding="utf-8"))["case"]
PAGES = tomllib.loads((CASES / "pages.toml").read_text(encoding="utf-8"))["page"]
NAMES = tuple(dict.fromkeys(rule.name for rule in RULES))
ROLES = {
    "T": "title", "S": "subtitle", "Y": "byline", "D": "dateline", "d": "date", "C": "caption",
    "H": "heading", "L": "lede", "B": "body", "F": "furniture", "U": "duplicate", "X": "caption+lede",
    "": "heading",
}  # fmt: skip

#: The article that single lines are set into.
TITLE = "افتتاح جسر جديد في المدينة القديمة"
LEDE = "افتتحت أمانة العاصمة جسرا جديدا في المدينة القديمة بعد ثلاث سنوات من العمل المتواصل."
BODY = "وقال مدير المشروع المهندس حسن كريم إن الجسر سيخدم آلاف السكان في الجانبين كل يوم."
MORE = "وأطلق السكان على الجسر اسما غير الاسم الذي اختارته الأمانة له قبل سنوات."
LAST = "وتعتزم الأمانة بناء ثلاثة جسور أخرى في أنحاء المدينة قبل نهاية العام المقبل."


class Line(NamedTuple):
    """One line on its page, with the rule that must or must not claim it."""

    rule: str
    lines: tuple[str, ...]
    n: int
    claimed: bool
    kept: bool
    path: str

    @property
    def label(self) -> str:
        return f"{self.rule}{'' if self.claimed else '!'}: {self.lines[self.n - 1][:40]}"


def page_with(line: str, at: str) -> tuple[tuple[str, ...], int]:
    parts = {"top": 0, "head": 4, "middle": 10, "tail": 16}
    lines = ["", "", TITLE, "", "", "", LEDE, "", BODY, "", "", "", MORE, "", LAST, "", "", ""]
    lines[parts[at]] = line
    return tuple(lines), parts[at] + 1


def single_lines() -> Iterator[Line]:
    for case in RULE_CASES:
        for claimed in (True, False):
            for text in case.get("must" if claimed else "must_not", ()):
                lines, n = page_with(text, case["at"])
                yield Line(case["rule"], lines, n, claimed, case.get("kept", True), "x.txt")
        if "text" in case:
            marks = [row.partition("│") for row in case["text"].strip("\n").split("\n")]
            lines = tuple(text for _, _, text in marks)
            for n, (sign, _, _) in enumerate(marks, 1):
                if sign:
                    yield Line(case["rule"], lines, n, sign == "+", False, case.get("path", "x.txt"))


LINES = tuple(single_lines())


def article(
    lines: tuple[str, ...], path: str = "x.txt", rules: tuple[Rule, ...] = RULES, **meta: str
) -> Article:
    return read(RawArticle("x", path, lines, Meta(**meta), ""), Corrections(), rules)


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.label)
def test_a_rule_claims_its_lines_and_no_others(line: Line) -> None:
    mark = article(line.lines, line.path).marks[line.n - 1]
    assert (mark.rule == line.rule) is line.claimed, mark
    if line.kept and not line.claimed:
        assert mark.role not in ("furniture", "duplicate"), mark


@pytest.mark.parametrize("rule", NAMES)
def test_every_rule_has_cases_of_both_kinds(rule: str) -> None:
    assert {line.claimed for line in LINES if line.rule == rule} == {True, False}


@pytest.mark.parametrize("rule", [name for name in NAMES if name != "body"])
def test_removing_a_rule_turns_a_case_red(rule: str) -> None:
    others = tuple(other for other in RULES if other.name != rule)
    changed = [
        line
        for line in LINES
        if line.rule == rule and line.claimed
        and article(line.lines, line.path).marks[line.n - 1].role
        != article(line.lines, line.path, others).marks[line.n - 1].role
    ]  # fmt: skip
    assert changed


def test_removing_the_last_rule_leaves_lines_without_a_mark() -> None:
    with pytest.raises(KeyError):
        article((TITLE, LEDE, BODY), rules=RULES[:-1])


def parsed(page: dict[str, Any]) -> tuple[tuple[str, ...], list[str]]:
    lines, roles = [], []
    for row in page["text"].strip("\n").split("\n"):
        code, bar, text = row.rpartition("│") if "│" in row else ("", "", row)
        lines.append(text)
        roles.append(ROLES[code] if bar or text.strip() else "blank")
    return tuple(lines), roles


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page["label"])
def test_pages(page: dict[str, Any]) -> None:
    lines, roles = parsed(page)
    found = article(lines)
    got = [(mark.role, mark.rule) for mark in found.marks]
    assert [role for role, _ in got] == roles, list(zip(lines, got, strict=True))
    assert found.is_article is page.get("article", True)
    for field in ("lang", "kind", "title"):
        assert getattr(found, field) == page.get(field, getattr(found, field))
    for role, texts in page.get("pieces", {}).items():
        blocks = [
            " ".join(piece.text for piece in block.pieces) for block in found.blocks if block.role == role
        ]
        assert blocks == texts


def laws(raw: RawArticle, found: Article) -> None:
    """Check what holds of every cleaned page."""
    assert [mark.n for mark in found.marks] == list(range(1, len(raw.lines) + 1))
    held = [piece for block in found.blocks for piece in block.pieces]
    assert all(piece.text == raw.lines[piece.line - 1][piece.start : piece.end] for piece in held)
    assert [(p.line, p.start) for p in held] == sorted((p.line, p.start) for p in held)
    for mark in found.marks:
        out = mark.role in ("title", "furniture", "duplicate", "blank")
        pieces = [piece for piece in held if piece.line == mark.n]
        assert bool(pieces) is not out, mark
        assert all(a.end <= b.start for a, b in pairwise(pieces))
        assert (mark.split is not None) is (mark.role == "caption+lede")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page["label"])
def test_laws_hold_on_pages(page: dict[str, Any]) -> None:
    raw = RawArticle("x", "x.txt", parsed(page)[0], Meta(), "")
    laws(raw, clean(raw, Corrections()))


#: Lines of all the pages, shuffled; half-words, signs and other scripts between them.
SCRAPS = sorted({text for page in PAGES for text in parsed(page)[0]})
ANY_LINE = (
    st.sampled_from(SCRAPS)
    | st.text('ابة إى .،:؛؟!"«»()[]-–/|@#019ax\u200f\u00a0\ud7ff', max_size=60)
    | st.text()
)


@settings(max_examples=150, deadline=None)
@given(
    lines=st.lists(ANY_LINE, max_size=25),
    drop=st.sets(st.integers(0, 30), max_size=3),
    keep=st.sets(st.integers(0, 30), max_size=3),
    path=st.sampled_from(["x.txt", "x.md"]),
)
def test_laws_hold_on_any_lines(lines: list[str], drop: set[int], keep: set[int], path: str) -> None:
    raw = RawArticle("x", path, tuple(lines), Meta(), "")
    fixes = Corrections(drop=tuple(drop - keep), keep=tuple(keep))
    found = clean(raw, fixes)
    laws(raw, found)
    assert found == clean(raw, fixes)
    if found.lang in ("ar", "und"):
        assert all(
            found.marks[n - 1].role not in ("furniture", "duplicate") for n in keep if 0 < n <= len(lines)
        )


HOSTILE = {
    "one letter": ["ا" * 100_000],
    "spaces": ["عنوان" + " " * 100_000 + "نص", LEDE],
    "stops": ["قال. " * 20_000],
    "brackets": ["[a " * 30_000, "(" * 100_000],
    "addresses": ["a" * 100_000 + "@", "http://" * 10_000],
    "steps": [" > " * 30_000],
    "headings of boxes": ["اقرأ أيضا"] * 5_000,
    "a paragraph many times": [LEDE] * 5_000,
    "beginnings": [" ".join(["كلمة"] * (n % 60 + 2)) for n in range(2_000)],
}


@pytest.mark.parametrize("lines", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_is_read_in_time(lines: list[str]) -> None:
    raw = RawArticle("x", "x.txt", tuple(lines), Meta(), "")
    laws(raw, clean(raw, Corrections()))


def test_a_page_lists_what_no_rule_has_claimed_yet() -> None:
    page = Page((TITLE, LEDE, "شارك", BODY))
    assert [line.n for line in page.open()] == [1, 2, 3, 4]
    for n in (3, 1):
        page.marks[n] = Mark("furniture", "share")
    assert [line.n for line in page.open()] == [2, 4]


def test_a_button_stands_on_many_pages_and_on_any_line() -> None:
    one, other = Page(("شارك", LEDE)), Page((TITLE, LEDE, "شارك"))
    assert [(line.n, line.words) for line in (one.lines[0], other.lines[2])] == [
        (1, ("شارك",)),
        (3, ("شارك",)),
    ]
    assert one.found[1] == other.found[3]


def test_an_editors_word_stands_above_all_rules() -> None:
    lines = (TITLE, "", LEDE, "", "اقرأ أيضا: خبر آخر عن الجسر", "", BODY)
    raw = RawArticle("x", "x.txt", lines, Meta(), "")
    found = clean(raw, Corrections(drop=(7, 99), keep=(5,)))
    assert [(found.marks[i].role, found.marks[i].rule) for i in (4, 6)] == [
        ("body", "editor-keep"),
        ("furniture", "editor-drop"),
    ]
    laws(raw, found)


def test_an_editors_title_replaces_the_printed_one() -> None:
    raw = RawArticle("x", "x.txt", ("عنوان ناقص للجسر الجديد", "", LEDE, BODY), Meta(), "")
    found = clean(raw, Corrections(meta=Meta(title=TITLE)))
    assert (found.title, found.title_line) == (TITLE, None)
    assert [mark.role for mark in found.marks] == ["title", "blank", "lede", "body"]


def test_a_stated_title_is_found_among_the_lines() -> None:
    lines = ("الضفاف", TITLE, LEDE, BODY)
    found = article(lines, title=TITLE)
    assert (found.title, found.title_line) == (TITLE, 2)


def test_a_stated_title_that_no_line_prints_takes_no_line() -> None:
    found = article((LEDE, BODY), path="x.html", title=TITLE)
    assert (found.title, found.title_line, found.marks[0].role) == (TITLE, None, "lede")


def test_front_matter_is_no_text() -> None:
    found = article(("---", "title: جسر", "---", f"# {TITLE}", "", f"> {LEDE}"), path="x.md")
    assert [(mark.role, mark.rule) for mark in found.marks[:3]] == [("furniture", "front-matter")] * 3
    assert found.title == TITLE
    assert found.blocks[0].pieces[0].text == LEDE


def test_the_credit_of_a_caption_stands_apart() -> None:
    found = article((TITLE, "", "عمال في موقع الجسر الجديد (أ ف ب)", "", LEDE, BODY))
    caption = found.blocks[0]
    assert (caption.role, caption.pieces[0].text, caption.credit) == (
        "caption",
        "عمال في موقع الجسر الجديد",
        "أ ف ب",
    )


@pytest.mark.parametrize(
    ("opening", "roles"),
    [
        ("القاهرة – رويترز: ", ["dateline"]),
        ("لندن – «الضفاف اليوم»: ", ["dateline"]),
        ("واشنطن (رويترز) - ", ["dateline"]),
        ("عمان 27 تموز (بترا)- ", ["dateline"]),
        ("الكويت - 27 - 7 (كونا) -- ", ["dateline"]),
        ("أبوظبي في 27 يوليو / وام / ", ["dateline"]),
        ("الرياض 16 ذو الحجة 1442 هـ الموافق 26 يوليو 2021 م واس ", ["dateline"]),
        ("طه عبيد من لندن: ", ["byline", "dateline"]),
        ("محمود السعدي- الضفاف- بغداد: ", ["byline", "dateline"]),
        ("الوزير - وهو مهندس - ", []),
        ("وقال مسؤول: ", []),
        ("في بغداد، ", []),
    ],
)
def test_what_opens_a_paragraph_stands_apart(opening: str, roles: list[str]) -> None:
    found = article((TITLE, "", opening + LEDE, BODY))
    lede = next(block for block in found.blocks if block.role == "lede")
    assert [block.role for block in found.blocks[: len(roles)]] == roles
    assert lede.pieces[0].text == (LEDE if roles else opening + LEDE)
    assert found.marks[2].rule == ("fused-opening" if roles else "lede")
