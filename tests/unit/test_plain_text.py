"""What a scraper did to a text: ends of lines, lines broken at a width, tags and whole pages left in it."""

from __future__ import annotations

from textwrap import wrap

import pytest

from sitegen.desk.formats import parse_source


@pytest.mark.parametrize("end", ["\r", "\x0b", "\u2028", "\r\n"])
def test_all_ends_of_lines_are_ends_of_lines(end: str) -> None:
    assert parse_source("a.txt", f"عنوان{end}{end}متن".encode()).lines == ("عنوان", "", "متن")


_PARAGRAPHS = [
    f"قال الوزير رقم {n} إن {'الأعمال في الطريق الجديد إلى المدينة مستمرة ' * n}منذ أيام."
    for n in (9, 14, 11)
]


@pytest.mark.parametrize("width", [40, 72, 100])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_lines_broken_at_a_width_are_put_together(width: int, between: str) -> None:
    broken = between.join("\n".join(wrap(text, width)) for text in [*_PARAGRAPHS, *_PARAGRAPHS])
    joined = parse_source("a.txt", f"عنوان\n\n{broken}".encode()).lines
    assert [line for line in joined if line] == ["عنوان", *_PARAGRAPHS, *_PARAGRAPHS]


def test_lists_stay_lists() -> None:
    items = [f"{'خبر ' * (n % 5 + 6)}{n}" for n in range(40)]
    assert parse_source("a.txt", "\n".join(items).encode()).lines == tuple(items)


def test_teasers_that_a_site_cut_short_are_none_of_a_width() -> None:
    teasers = [f"{'خبر ' * 9}{'ا' * (n % 3)} …" for n in range(40)]
    assert parse_source("a.txt", "\n".join(teasers).encode()).lines == tuple(teasers)


def test_tags_left_in_a_text_are_taken_out_of_their_lines() -> None:
    text = (
        "<p>وزير الخارجية يستقبل <b>نظيره</b></p>\n"
        "<div class='x'>قال الوزير&nbsp;أمس<br/>إن 2 < 3 &amp; 5 > 4</div>\n"
        "<script>var a = 1;</script> وأضاف <الوزير> <name> &bogus;\n"
        "<!-- نهاية --><img src=x onerror=alert(1)>"
    )
    assert parse_source("a.txt", text.encode()).lines == (
        "وزير الخارجية يستقبل نظيره", "قال الوزير أمس إن 2 < 3 & 5 > 4", "وأضاف <الوزير> <name> &bogus;", "",
    )  # fmt: skip


def test_a_page_saved_as_a_text_is_a_page() -> None:
    page = "<!DOCTYPE html>\n<html><article><h1>عنوان</h1><p>قال الوزير</p></article></html>".encode()
    assert parse_source("a.txt", page).lines == parse_source("a.html", page).lines


@pytest.mark.parametrize("text", ["<script>" * 25_000, "<p " * 66_000, "<!--" * 50_000, "&" * 190_000])
def test_markup_without_end_is_read_in_good_time(text: str) -> None:
    assert parse_source("a.txt", text.encode()).lines == (text,)
