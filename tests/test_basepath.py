"""The real site, built for a root, a project page and a domain of its own, crawled over HTTP under each."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from lxml import etree

from sitegen.shell.build import build
from sitegen.shell.check import check
from sitegen.shell.manifest import NAME
from sitegen.shell.preview import Preview
from sitegen.shell.report import Request
from sitegen.site.urls import Links
from tests.browser import Client, serving
from tests.worlds import ROOT, quiet

BASES = ("/", "https://name.github.io/some-repo/", "https://digest.example/")

_HTML = etree.HTMLParser(encoding="utf-8")


class Built(NamedTuple):
    """The site built for one address."""

    base_url: str
    output: Path

    @property
    def links(self) -> Links:
        return Links(self.base_url)


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Built]:
    project = tmp_path_factory.mktemp("bases")
    shutil.copytree(ROOT / "content", project / "content")
    sites = {}
    for number, base_url in enumerate(BASES):
        report = build(Request(project, project / f"build-{number}", base_url), quiet)
        assert report.published and not report.errors, report.errors
        sites[base_url] = Built(base_url, project / f"build-{number}")
    return sites


@pytest.fixture(params=BASES, scope="module")
def site(request: pytest.FixtureRequest, sites: dict[str, Built]) -> Built:
    return sites[request.param]


@pytest.fixture(scope="module")
def client(site: Built) -> Iterator[Client]:
    with serving(Preview(site.output, site.links.base_path)) as made:
        yield made


def mentioned(path: str, kind: str, body: bytes) -> set[str]:
    """Return every address that a response mentions."""
    if kind.startswith("text/html"):
        root = etree.fromstring(body, _HTML)
        found = root.xpath("//@href | //@src | //meta[@property='og:url' or @property='og:image']/@content")
        return {str(value) for value in found if "__sitegen__" not in str(value)}
    if kind.startswith("text/css"):
        return set(re.findall(r"url\([\"']?([^\"')]+)", body.decode()))
    if kind.startswith(("application/atom+xml", "application/rss+xml", "application/xml")):
        root = etree.fromstring(body)
        return {str(v) for v in root.xpath("//@href | //link/text() | //*[local-name()='loc']/text()")}
    if path.endswith("robots.txt"):
        return set(re.findall(r"Sitemap: (\S+)", body.decode()))
    return set()


def crawl(client: Client, links: Links, starts: list[str]) -> dict[str, int]:
    """Follow everything on the site from `starts`; return the status of every address asked for."""
    asked: dict[str, int] = {}
    waiting = list(starts)
    while waiting:
        path = waiting.pop()
        if path in asked:
            continue
        answer = client(path)
        asked[path] = answer.status
        for address in mentioned(path, answer.headers["content-type"], answer.body):
            whole = urlsplit(urldefrag(urljoin(path, address)).url)
            origin = f"{whole.scheme}://{whole.netloc}" if whole.netloc else links.origin
            if origin == links.origin and whole.scheme in ("", "http", "https"):
                waiting.append(whole.path)
    return asked


def test_a_crawl_finds_every_page_and_no_broken_link(site: Built, client: Client) -> None:
    base = site.links.base_path
    asked = crawl(client, site.links, [base, f"{base}robots.txt", f"{base}sitemap.xml"])
    assert {path: status for path, status in asked.items() if status != 200} == {}
    assert all(path.startswith(base) for path in asked)
    pages = {site.links.href(p.relative_to(site.output).as_posix()) for p in site.output.rglob("*.html")}
    assert pages - asked.keys() <= {f"{base}404.html"}
    assert {f"{base}ar/feed.atom", f"{base}en/feed.atom"} <= asked.keys()


def test_robots_are_told_where_the_sitemap_is(site: Built, client: Client) -> None:
    said = client(f"{site.links.base_path}robots.txt").text
    assert ("Sitemap: " in said) == bool(site.links.origin)  # its address must be a whole one
    assert mentioned("robots.txt", "text/plain", said.encode()) <= {site.links.absolute("sitemap.xml")}


def test_every_reading_and_its_schema_is_there(site: Built, client: Client) -> None:
    base = site.links.base_path
    for article in (site.output / "data/articles").glob("*.json"):
        assert client(f"{base}data/articles/{article.name}").status == 200
    assert client(f"{base}data/article.schema.json").status == 200


def test_an_address_that_leads_nowhere_gets_a_page_that_works(site: Built, client: Client) -> None:
    for path in ("gone/", "ar/people/nobody/at/all/"):
        answer = client(site.links.base_path + path)
        assert answer.status == 404
        assert b'lang="ar"' in answer.body and b'lang="en"' in answer.body
        for address in mentioned(path, "text/html", answer.body):
            assert address.startswith((site.links.base_path, "#", "http")), address
            if address.startswith(site.links.base_path):
                assert client(urldefrag(address).url).status == 200, address


def test_the_sites_differ_in_nothing_but_their_address(sites: dict[str, Built]) -> None:
    plain = [_without_address(sites[base_url]) for base_url in BASES[1:]]
    assert plain[0].keys() == plain[1].keys()
    assert [path for path in plain[0] if plain[0][path] != plain[1][path]] == []


def _without_address(site: Built) -> dict[str, bytes]:
    """Return the site's files with its own address taken out of them."""
    files = {}
    for place in site.output.rglob("*"):
        if place.is_file() and place.name != NAME:
            data = place.read_bytes().replace(site.base_url.encode(), b"{site}/")
            data = data.replace(site.base_url.rstrip("/").encode(), b"{site}")
            if site.links.base_path != "/":
                data = data.replace(site.links.base_path.encode(), b"/")
            files[place.relative_to(site.output).as_posix()] = data
    return files


def test_the_check_on_disk_agrees(site: Built) -> None:
    assert [p for p in check(site.output, quiet).problems if p.severity == "error"] == []
