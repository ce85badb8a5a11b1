"""Datelines of agencies: cut off whatever follows them, their day taken, and no sentence mistaken for one."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from sitegen.model import Article, Corrections, Meta, RawArticle
from sitegen.reading.dates.find import find_dates
from sitegen.reading.dates.publication import date_article
from sitegen.reading.page.clean import clean

CASES = tomllib.loads((Path(__file__).parents[1] / "cases/clean/datelines.toml").read_text(encoding="utf-8"))
TITLE = "الحكومة تعلن خطة جديدة للنقل"
TEXTS = (
    "أعلنت الحكومة خطة لتطوير قطاع النقل في المدن الكبرى تمتد خمس سنوات.",
    "مع اقتراب الصيف يزداد الطلب على الماء في المدن الكبرى وتتكرر شكاوى السكان من الانقطاع.",
    "خطة جديدة لتطوير قطاع النقل في المدن الكبرى تمتد خمس سنوات أعلنتها الحكومة في مؤتمر.",
)
LAST = "وقال الوزير إن الخطة تشمل شراء ألف حافلة وتوسيع شبكة القطارات بين المحافظات."


def read(*lines: str) -> tuple[Article, str]:
    """Return the article of `lines` and the day it tells of its printing."""
    raw = (TITLE, "", *lines, "", LAST)
    article = clean(RawArticle("x", "x.txt", raw, Meta(), ""), Corrections())
    dates = tuple(date for n, line in enumerate(raw, 1) for date in find_dates(n, line))
    return article, date_article(article, Meta(), dates, None, raw).value or ""


@pytest.mark.parametrize(("opening", "day"), CASES["must"])
@pytest.mark.parametrize("text", TEXTS)
def test_an_opening_is_a_dateline(opening: str, day: str, text: str) -> None:
    for lines in ((opening, text), (f"{opening} {text}",)):
        article, told = read(*lines)
        dateline, lede, _ = article.blocks
        assert (dateline.role, lede.role) == ("dateline", "lede"), lines
        assert lede.pieces[0].text == text
        assert told == day


@pytest.mark.parametrize("sentence", CASES["must_not"])
def test_a_sentence_is_no_dateline(sentence: str) -> None:
    article, _ = read(sentence)
    assert [block.role for block in article.blocks] == ["lede", "body"]
    assert article.blocks[0].pieces[0].text == sentence
