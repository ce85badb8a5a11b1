"""`content/site.toml` to one frozen `Config`; every mistake is a problem with its line."""

from __future__ import annotations

import re
import zoneinfo
from urllib.parse import urlsplit

from msgspec import Struct

from sitegen import data
from sitegen.desk.engines import EngineSettings, engine_settings
from sitegen.desk.tables import Table, is_address, parse_toml
from sitegen.errors import Problem, isolate

PATH = "content/site.toml"

#: Where `sitegen serve` answers; a published site names its own address.
PREVIEW_URL = "http://127.0.0.1:8000/"

PUBLISH = ("full", "excerpt", "summary")
SHARE_IMAGES = ("site", "articles")
VISIBILITY = ("public", "private")
DIGITS = ("latin", "arabic")
MONTHS = ("dual", "levant", "gulf")


class Words(Struct, frozen=True):
    """What the site says of itself in one language."""

    title: str
    tagline: str = ""
    licence: str = ""
    contact: str = ""


class Config(Struct, frozen=True):
    """The whole of `content/site.toml`, checked."""

    ar: Words = Words("نشرة الأخبار")
    en: Words = Words("News digest")
    base_url: str = PREVIEW_URL
    timezone: str = "Asia/Baghdad"
    publish: str = "full"  # full | excerpt | summary: how much of the Arabic text is republished
    digits: str = "latin"  # latin 0-9 | arabic ٠-٩, in what the site itself writes
    months: str = "dual"  # dual «تموز/يوليو» | levant «تموز» | gulf «يوليو»
    typeface: str = "naskh"  # a face of sitegen/data/fonts.toml, or system: what readers have
    share_images: str = "site"  # site: one for each language | articles: one for each page of an article too
    visibility: str = "public"  # public | private: no search engine may list or read the site
    per_page: int = 50  # entries on one page of a list
    days_on_home: int = 14
    english: EngineSettings = EngineSettings()

    def words(self, lang: str) -> Words:
        """Return the site's words in `lang` (ar or en)."""
        return self.ar if lang == "ar" else self.en


def parse_config(written: bytes | None) -> tuple[Config, tuple[Problem, ...]]:
    """Parse `site.toml` (None: no such file) on top of the defaults.

    >>> config, problems = parse_config(b'publsh = "full"')
    >>> print(problems[0].where, problems[0].hint)
    content/site.toml:1 did you mean publish?
    """
    if written is None:
        return Config(), ()
    problems: list[Problem] = []
    root = parse_toml(PATH, written, problems)
    default = Config()
    config = Config(
        ar=_words(root.table("ar"), default.ar),
        en=_words(root.table("en"), default.en),
        base_url=_base_url(root),
        timezone=_zone(root, default.timezone),
        publish=root.choice("publish", PUBLISH, default.publish),
        digits=root.choice("digits", DIGITS, default.digits),
        months=root.choice("months", MONTHS, default.months),
        typeface=root.choice("typeface", (*data.table("fonts"), "system"), default.typeface),
        share_images=root.choice("share_images", SHARE_IMAGES, default.share_images),
        visibility=root.choice("visibility", VISIBILITY, default.visibility),
        per_page=_positive(root, "per_page", default.per_page),
        days_on_home=_positive(root, "days_on_home", default.days_on_home),
        english=engine_settings(root.table("english")),
    )
    root.finish()
    return config, tuple(problems)


def _words(table: Table, default: Words) -> Words:
    words = Words(
        table.text("title", default.title),
        table.text("tagline"),
        table.text("licence"),
        table.text("contact"),
    )
    if not words.title.strip():
        table.bad("title", "the site must have a title", f'leave it out for "{default.title}"')
    table.finish()
    return words


def normal_base_url(url: str) -> str | None:
    """Return `url` with a final slash, None when it is neither http(s)://host/… nor a /path/.

    >>> normal_base_url("https://example.org/digest")
    'https://example.org/digest/'
    >>> normal_base_url("/digest")
    '/digest/'
    >>> normal_base_url("digest") is None
    True
    """
    if not is_address(url):
        return None
    parts = urlsplit(url)
    whole = parts.scheme in ("http", "https") and parts.netloc
    path_only = not parts.scheme and not parts.netloc and url.startswith("/")
    if not (whole or path_only) or parts.query or parts.fragment or re.search(r"\s|\.\.|//", parts.path):
        return None
    return url.rstrip("/") + "/"


def _base_url(root: Table) -> str:
    written = root.text("base_url", PREVIEW_URL)
    url = normal_base_url(written)
    if url is None:
        root.bad(
            "base_url", f"base_url cannot be {isolate(written)}", 'write "https://name.github.io/repository/"'
        )
    return url or PREVIEW_URL


def _zone(root: Table, default: str) -> str:
    name = root.text("timezone", default)
    if name not in zoneinfo.available_timezones():
        root.bad("timezone", f"{isolate(name)} is not a time zone", f'write one such as "{default}"')
        return default
    return name


def _positive(root: Table, key: str, default: int) -> int:
    value = root.number(key, default)
    if value < 1:
        root.bad(key, f"{key} must be 1 or more", f"leave it out for {default}")
        return default
    return value
