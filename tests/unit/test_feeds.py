"""Feeds keep to their formats, are honest about dates, and keep their ids when the site moves."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from urllib.parse import urlsplit

import feedparser
import pytest
from lxml import etree, html
from msgspec.structs import replace

from sitegen.errors import FSI, PDI
from sitegen.site.arrange import Site, arrange
from sitegen.site.cards import Card
from sitegen.site.urls import FEEDS, LANGS, Links
from sitegen.site.views import CardView
from sitegen.web.bidi import RLM
from sitegen.web.feeds import feed_groups
from tests.face_pages import CONFIG, LINKS
from tests.faces import FIRST, FOURTH, HOSTILE, SALMA, SECOND, THIRD, UNKNOWN, WATER

ATOM = "{http://www.w3.org/2005/Atom}"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d")
MAIL_MOMENT = re.compile(r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d [+-]\d{4}")


class NoLexicon:
    def get(self, kind: str, id: str) -> None:
        return None


def card(view: CardView) -> Card:
    return Card(view, f"content/articles/{view.id}.txt", (SALMA, WATER, UNKNOWN))


CARDS = [card(view) for view in (FIRST, SECOND, FOURTH, THIRD)]


def arranged(cards: list[Card]) -> Site:
    return arrange(cards, NoLexicon())  # type: ignore[arg-type]


def files(cards: list[Card] = CARDS, links: Links = LINKS) -> dict[str, bytes]:
    groups = feed_groups(arranged(cards), replace(CONFIG, base_url=links.base_url))
    return {path: make() for _, _, files in groups for path, _, make, _ in files()}


def feed(lang: str, cards: list[Card] = CARDS, links: Links = LINKS, suffix: str = "atom") -> bytes:
    return files(cards, links)[f"{lang}/feed.{suffix}"]


EVERY = pytest.mark.parametrize("path", sorted(files()))


def test_the_site_every_person_and_every_topic_has_its_feeds() -> None:
    folders = ("", "people/salma-haddad/", "people/x-1/", "topics/water/")
    assert set(files()) == {f"{lang}/{folder}feed.{s}" for lang in LANGS for folder in folders for s in FEEDS}


@pytest.mark.parametrize("suffix", ["atom", "rss"])
@pytest.mark.parametrize("lang", LANGS)
def test_a_feed_reader_understands_it(lang: str, suffix: str) -> None:
    parsed = feedparser.parse(feed(lang, suffix=suffix))
    assert not parsed.bozo
    assert parsed.version == {"atom": "atom10", "rss": "rss20"}[suffix]
    assert parsed.feed.language == lang
    assert parsed.feed.title == CONFIG.words(lang).title
    assert [e.link for e in parsed.entries] == [
        f"https://example.org/digest/{lang}/articles/{id}/" for id in ("a1", "b2", "d4")
    ]
    assert parsed.entries[0].author == {"ar": "صحيفة النهر", "en": "Al-Nahr"}[lang]


@pytest.mark.parametrize("path", [path for path in sorted(files()) if path.endswith(".atom")])
def test_atom_keeps_to_rfc_4287(path: str) -> None:
    root = etree.fromstring(files()[path])
    assert root.tag == f"{ATOM}feed"
    assert {root.find(f"{ATOM}link[@rel='self']").get("href")} == {LINKS.absolute(path)}
    for element in (root, *root.iter(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            (one,) = element.findall(f"{ATOM}{name}")
            assert one.text
        assert MOMENT.fullmatch(element.findtext(f"{ATOM}updated"))
        assert MOMENT.fullmatch(element.findtext(f"{ATOM}published", "2022-05-03T00:00:00+03:00"))
        assert urlsplit(element.findtext(f"{ATOM}id")).scheme == "tag"
        assert element.find(f"{ATOM}author/{ATOM}name").text
        (other,) = element.findall(f"{ATOM}link[@rel='alternate']")
        assert urlsplit(other.get("href")).scheme == "https"
        for summary in element.findall(f"{ATOM}summary"):
            (div,) = summary
            assert div.tag == "{http://www.w3.org/1999/xhtml}div"
            assert (div.get("lang"), div.get("dir")) in (("ar", "rtl"), ("en", "ltr"))
    ids = [entry.findtext(f"{ATOM}id") for entry in root.iter(f"{ATOM}entry")]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("path", [path for path in sorted(files()) if path.endswith(".rss")])
def test_rss_keeps_to_its_rules(path: str) -> None:
    root = etree.fromstring(files()[path])
    assert (root.tag, root.get("version")) == ("rss", "2.0")
    (channel,) = root
    for name in ("title", "link", "description", "language", "lastBuildDate"):
        (one,) = channel.findall(name)
        assert one.text
    assert MAIL_MOMENT.fullmatch(channel.findtext("lastBuildDate"))
    assert channel.find(f"{ATOM}link[@rel='self']").get("href") == LINKS.absolute(path)
    for item in channel.iter("item"):
        assert item.find("guid").get("isPermaLink") == "false"
        assert item.findtext("title") and item.findtext("link").startswith("https://")
        assert MAIL_MOMENT.fullmatch(item.findtext("pubDate", "Tue, 03 May 2022 00:00:00 +0300"))
        assert item.find("author") is None  # it would have to be a mail address
        (body,) = html.fragments_fromstring(item.findtext("description"))
        assert body.get("dir")


@pytest.mark.parametrize("path", [path for path in sorted(files()) if path.endswith(".json")])
def test_json_feed_keeps_to_version_1_1(path: str) -> None:
    value = json.loads(files()[path])
    assert value["version"] == "https://jsonfeed.org/version/1.1"
    assert value["feed_url"] == LINKS.absolute(path)
    assert value["title"] and value["language"] == path[:2]
    for item in value["items"]:
        assert item["id"] and item["content_html"] and item["url"].startswith("https://")
        assert MOMENT.fullmatch(item["date_modified"])
        assert item["language"] == path[:2]


@EVERY
def test_feeds_of_terms_are_named_after_them(path: str) -> None:
    lang, *folders = path.split("/")
    if len(folders) > 1:
        name = {"salma-haddad": SALMA, "x-1": UNKNOWN, "water": WATER}[folders[1]]
        label = (name.ar if lang == "ar" else name.en) or name.ar
        assert label in re.sub(r"[\u2066-\u2069\u200e\u200f]|&[lg]t;|[<>]", "", files()[path].decode()) or (
            name is UNKNOWN
        )


def test_moments_are_midnights_at_the_desk_or_the_last_day_possible() -> None:
    entries = feedparser.parse(feed("en")).entries
    assert [e.updated for e in entries] == [
        "2022-05-03T00:00:00+03:00", "2022-05-20T00:00:00+03:00", "2022-12-31T00:00:00+03:00",
    ]  # fmt: skip
    assert [e.get("published") for e in entries] == ["2022-05-03T00:00:00+03:00", None, None]
    assert feedparser.parse(feed("en")).feed.updated == "2022-12-31T00:00:00+03:00"


def test_an_article_without_a_date_is_left_out() -> None:
    assert all("/c3/" not in data.decode() for data in files().values())
    empty = feedparser.parse(feed("ar", [card(THIRD)]))
    assert not empty.bozo
    assert empty.feed.updated_parsed[:3] == datetime(1970, 1, 1, tzinfo=UTC).timetuple()[:3]


def test_ids_survive_a_move_and_differ_between_languages_and_articles() -> None:
    def ids(path: str, links: Links = LINKS) -> list[str | None]:
        return [id.text for id in etree.fromstring(files(links=links)[path]).iter(f"{ATOM}id")]

    moved = Links("https://other.example/")
    assert ids("ar/feed.atom") == ids("ar/feed.atom", moved)
    assert ids("ar/people/x-1/feed.atom") == ids("ar/people/x-1/feed.atom", moved)
    assert len({*ids("ar/feed.atom"), *ids("en/feed.atom")}) == 8
    assert [i["id"] for i in json.loads(files()["ar/feed.json"])["items"]] == ids("ar/feed.atom")[1:]


def test_titles_are_text_and_keep_their_direction() -> None:
    latin_first = card(replace(FIRST, title="CNN في بغداد"))
    titles = [
        e.findtext(f"{ATOM}title")
        for e in etree.fromstring(feed("ar", [latin_first, CARDS[1]])).iter(f"{ATOM}entry")
    ]
    assert titles[0] == f"{RLM}{FSI}CNN{PDI} في بغداد"
    assert "".join(c for c in titles[1] or "" if c not in (RLM, FSI, PDI)) == HOSTILE


def test_hostile_text_stays_text_in_every_format() -> None:
    view = replace(FIRST, title=HOSTILE, lede=HOSTILE, headline=HOSTILE, summary=HOSTILE)
    made = files([card(view)])
    for suffix in ("atom", "rss"):
        summary = feedparser.parse(made[f"ar/feed.{suffix}"], sanitize_html=False).entries[0].summary
        assert "<script" not in summary
    assert "<script" not in json.loads(made["en/feed.json"])["items"][0]["content_html"]


def test_only_the_newest_are_told() -> None:
    many = [card(replace(FIRST, id=f"n{n}")) for n in range(60)]
    assert len(feedparser.parse(feed("ar", many)).entries) == 50
    assert len(feedparser.parse(files(many)["en/topics/water/feed.rss"]).entries) == 20


def test_the_author_is_the_outlet_and_never_this_site() -> None:
    root = etree.fromstring(feed("en"))
    assert [e.findtext(f"{ATOM}author/{ATOM}name") for e in root.iter(f"{ATOM}entry")] == [
        "Al-Nahr", "outlet not named", "outlet not named",
    ]  # fmt: skip
