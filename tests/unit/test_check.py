"""Every fault of a finished site is found, and a sound site has none."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from sitegen.errors import OutputError
from sitegen.shell.check import check
from sitegen.shell.manifest import Manifest
from sitegen.shell.output import Staging
from sitegen.site.urls import Links
from sitegen.web.facts import inspect
from sitegen.web.ledger import whole_check
from sitegen.web.page_facts import PageFacts, interned

LINKS = Links("https://example.org/digest/")
URL = "https://example.org/digest"
FAULTS = tomllib.loads((Path(__file__).parents[1] / "cases/check/faults.toml").read_text())["case"]

HEAD = (
    '<!doctype html><html lang="{lang}" dir="{dir}"><head><title>t</title>'
    '<link rel="stylesheet" href="/digest/static/site.css">'
    f'<link rel="canonical" href="{URL}/{{lang}}/">'
    f'<link rel="alternate" hreflang="ar" href="{URL}/ar/">'
    f'<link rel="alternate" hreflang="en" href="{URL}/en/">'
    f'<link rel="alternate" hreflang="x-default" href="{URL}/en/"></head>'
)
BODY = (
    '<body><h1 id="top-heading">x</h1><a href="/digest/{other}/#top-heading">y</a>'
    '<a href="#top-heading">z</a></body></html>'
)

ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar"><id>tag:x</id><title>t</title>'
    f'<updated>2021-01-01T00:00:00Z</updated><link href="{URL}/ar/"/>'
    "<entry><id>tag:y</id><title>t</title><updated>2021-01-01T00:00:00Z</updated>"
    f'<link href="{URL}/ar/"/></entry></feed>'
)
SITEMAP = (
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">'
    f'<url><loc>{URL}/ar/</loc><xhtml:link rel="alternate" hreflang="en" href="{URL}/en/"/></url></urlset>'
)


def sound() -> dict[str, str]:
    """A small site without a fault."""
    landing = (
        '<!doctype html><html lang="ar" dir="rtl"><title>t</title><h1>x</h1>'
        '<a href="ar/">1</a><a href="/digest/en/">2</a>'
    )
    return {
        "index.html": landing,
        "ar/index.html": HEAD.format(lang="ar", dir="rtl") + BODY.format(other="en"),
        "en/index.html": HEAD.format(lang="en", dir="ltr") + BODY.format(other="ar"),
        "static/site.css": "@font-face { src: url(font.woff2) } a { color: red }",
        "static/font.woff2": "",
        "ar/feed.atom": ATOM,
        "sitemap.xml": SITEMAP,
        "data/articles/a.json": "{}",
    }


def complaints(site: dict[str, str]) -> list[str]:
    facts = {path: inspect(path, text.encode()) for path, text in site.items()}
    return [
        str(p).replace("\u2068", "").replace("\u2069", "") for p in whole_check(facts, site.keys(), LINKS)[0]
    ]


def test_a_sound_site_has_no_fault() -> None:
    assert complaints(sound()) == []


@pytest.mark.parametrize("case", FAULTS, ids=lambda case: case["expected"])
def test_a_fault_is_found(case: dict[str, str]) -> None:
    site = sound()
    assert case["old"] in site[case["file"]]
    site[case["file"]] = site[case["file"]].replace(case["old"], case["new"], 1)
    assert any(case["expected"] in complaint for complaint in complaints(site)), complaints(site)


def test_a_page_nobody_links_to_is_a_warning() -> None:
    site = sound()
    site["en/lost/index.html"] = site["index.html"]
    found = whole_check({p: inspect(p, t.encode()) for p, t in site.items()}, site.keys(), LINKS)[0]
    assert [(p.severity, p.what) for p in found if "no page links" in p.what] == [
        ("warning", "no page links to this one")
    ]


def test_links_elsewhere_are_not_our_business() -> None:
    site = sound()
    for href in (
        "https://example.com/x",
        "mailto:a@example.org",
        "tel:+1",
        "//example.com/",
        "https://example.org/other/",
    ):
        site["ar/index.html"] = sound()["ar/index.html"].replace("</body>", f'<a href="{href}">x</a></body>')
        assert complaints(site) == []


def test_one_fault_on_many_pages_is_told_once() -> None:
    site = sound()
    for path in ("ar/index.html", "en/index.html"):
        site[path] = site[path].replace("</body>", '<a href="/digest/gone/">x</a></body>')
    assert complaints(site) == [
        "ar/index.html: dead link /digest/gone/: there is no such page (and on 1 other pages)"
    ]


def test_an_arabic_address_is_found_encoded_or_not() -> None:
    site = sound()
    site["ar/خبر/index.html"] = site["index.html"].replace("ar/", "/digest/ar/")
    for href in ("/digest/ar/خبر/", "/digest/ar/%D8%AE%D8%A8%D8%B1/"):
        site["index.html"] = sound()["index.html"] + f'<a href="{href}">x</a>'
        assert complaints(site) == []


def test_facts_survive_being_remembered() -> None:
    import msgspec

    facts = inspect("ar/index.html", sound()["ar/index.html"].encode())
    again = msgspec.msgpack.decode(msgspec.msgpack.encode(facts), type=PageFacts)
    assert interned(again) == facts


# -- over a folder on disk ---------------------------------------------------------


def nobody(stage: str, done: int, total: int) -> None:
    """Progress that nobody watches."""


@pytest.fixture
def built(tmp_path: Path) -> Path:
    output = tmp_path / "build"
    with Staging(output) as staging:
        for path, text in sound().items():
            staging.add(path, text.encode())
        staging.publish(Manifest(base_url=f"{URL}/", outputs=tuple(sorted(sound()))))
    return output


def whats(output: Path) -> list[str]:
    return [p.what for p in check(output, nobody).problems]


def test_a_built_site_checks_well(built: Path) -> None:
    checked = check(built, nobody)
    assert (checked.problems, checked.pages, checked.files) == ((), 3, 8)


def test_a_lost_file_a_link_and_a_clash_are_found_on_disk(built: Path) -> None:
    (built / "static/font.woff2").unlink()
    (built / "static/Site.css").write_text("x")
    (built / "link").symlink_to("index.html")
    found = " | ".join(whats(built))
    assert "a file of the site is missing" in found
    assert "missing file" in found
    assert "only capitals tell this file from static/Site.css" in found
    assert "a symbolic link cannot be published" in found


def test_a_foreign_page_is_not_judged(built: Path) -> None:
    (built / "google123.html").write_text("google-site-verification")
    assert whats(built) == []


def test_a_folder_without_a_site_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="holds no site"):
        check(tmp_path / "build", nobody)
