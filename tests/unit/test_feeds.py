"""Feeds are valid, honest about dates, and keep their ids when the site moves."""

from __future__ import annotations

from datetime import UTC, datetime

import feedparser
import pytest
from lxml import etree
from msgspec.structs import replace

from sitegen.errors import FSI, PDI
from sitegen.site.cards import Card
from sitegen.site.language import Language
from sitegen.site.urls import Links
from sitegen.site.views import CardView
from sitegen.web.bidi import RLM
from sitegen.web.feeds import atom
from tests.face_pages import CONFIG, LINKS
from tests.faces import FIRST, FOURTH, HOSTILE, SECOND, THIRD

ATOM = "{http://www.w3.org/2005/Atom}"


def card(view: CardView) -> Card:
    return Card(view, f"content/articles/{view.id}.txt", (), (), ())


CARDS = [card(view) for view in (FIRST, SECOND, FOURTH, THIRD)]


def feed(lang: str, cards: list[Card] = CARDS, links: Links = LINKS) -> bytes:
    return atom(cards, Language(lang), CONFIG, links)


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_feed_reader_understands_it(lang: str) -> None:
    parsed = feedparser.parse(feed(lang))
    assert not parsed.bozo
    assert parsed.feed.language == lang
    assert parsed.feed.title == CONFIG.words(lang).title
    assert [e.link for e in parsed.entries] == [
        f"https://example.org/digest/{lang}/articles/{id}/" for id in ("a1", "b2", "d4")
    ]


def test_moments_are_midnights_at_the_desk_or_the_last_day_possible() -> None:
    entries = feedparser.parse(feed("en")).entries
    assert [e.updated for e in entries] == [
        "2022-05-03T00:00:00+03:00", "2022-05-20T00:00:00+03:00", "2022-12-31T00:00:00+03:00",
    ]  # fmt: skip
    assert [e.get("published") for e in entries] == ["2022-05-03T00:00:00+03:00", None, None]
    assert feedparser.parse(feed("en")).feed.updated == "2022-12-31T00:00:00+03:00"


def test_an_article_without_a_date_is_left_out() -> None:
    assert "/c3/" not in feed("ar").decode()
    empty = feedparser.parse(feed("ar", [card(THIRD)]))
    assert not empty.bozo
    assert empty.feed.updated_parsed[:3] == datetime(1970, 1, 1, tzinfo=UTC).timetuple()[:3]


def test_ids_survive_a_move_and_differ_between_languages_and_articles() -> None:
    def ids(data: bytes) -> list[str | None]:
        return [id.text for id in etree.fromstring(data).iter(f"{ATOM}id")]

    assert ids(feed("ar")) == ids(feed("ar", links=Links("https://other.example/")))
    assert len({*ids(feed("ar")), *ids(feed("en"))}) == 8


def test_titles_are_text_and_keep_their_direction() -> None:
    latin_first = card(replace(FIRST, title="CNN في بغداد"))
    titles = [
        e.findtext(f"{ATOM}title")
        for e in etree.fromstring(feed("ar", [latin_first, CARDS[1]])).iter(f"{ATOM}entry")
    ]
    assert titles[0] == f"{RLM}{FSI}CNN{PDI} في بغداد"
    assert "".join(c for c in titles[1] or "" if c not in (RLM, FSI, PDI)) == HOSTILE


def test_only_the_newest_are_told() -> None:
    many = [card(replace(FIRST, id=f"n{n}")) for n in range(60)]
    assert len(feedparser.parse(feed("ar", many)).entries) == 50


def test_the_author_is_the_outlet_and_never_this_site() -> None:
    root = etree.fromstring(feed("en"))
    assert [e.findtext(f"{ATOM}author/{ATOM}name") for e in root.iter(f"{ATOM}entry")] == [
        "Al-Nahr", "outlet not named", "outlet not named",
    ]  # fmt: skip
