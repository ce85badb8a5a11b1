"""The line of months: one stroke each, in the page's direction, as many years named as have room."""

from __future__ import annotations

import re

from lxml import etree

from sitegen.site.language import Language
from sitegen.site.term_pages import by_month
from sitegen.web.timeline import WIDTH, timeline
from tests.faces import FIRST, FOURTH, SECOND, THIRD
from tests.unit.test_feeds import card

MONTHS = (("2020-08", 1), ("2021-07", 4))


def places(lang: str, months: tuple[tuple[str, int], ...] = MONTHS) -> list[tuple[float, float]]:
    """Return where each stroke stands and how high it is."""
    root = etree.fromstring(str(timeline(months, Language(lang))))
    found = re.findall(r"M([\d.]+) \d+v-([\d.]+)", root.xpath("string(//path[@class='strokes']/@d)"))
    return [(float(x), float(height)) for x, height in found]


def test_time_runs_with_the_language_and_more_articles_stand_higher() -> None:
    (early, low), (late, high) = places("en")
    assert early < late and low < high
    assert [round(WIDTH - x, 1) for x, _ in places("ar")] == [early, late]


def test_a_hundred_years_fit_and_not_every_year_is_named() -> None:
    months = tuple((f"{year}-01", 1) for year in range(1920, 2021))
    assert len(places("en", months)) == 101
    assert all(0 <= x <= WIDTH for x, _ in places("ar", months))
    labels = etree.fromstring(str(timeline(months, Language("en")))).findall("text")
    assert 5 <= len(labels) <= 12


def test_one_month_is_no_line() -> None:
    assert timeline(MONTHS[:1], Language("ar")) == ""


def test_only_articles_whose_month_is_known_count() -> None:
    assert by_month([card(view) for view in (FIRST, SECOND, THIRD, FOURTH)]) == (("2022-05", 2),)
