"""One place decides every path and every link of the site.

A *path* is the output file relative to `build/`; a *link* is what a page
prints.  Pages of the two trees mirror each other: swap the language and the
path exists too.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

LANGS = ("ar", "en")
_SAFE = re.compile("[A-Za-z0-9_./~-]*")  # what `quote` leaves as it is

#: Kind of record -> folder in each tree.
FOLDERS = {
    "person": "people",
    "topic": "topics",
    "place": "places",
    "org": "organisations",
    "outlet": "outlets",
}


def home(lang: str) -> str:
    """Return the path of a tree's home page."""
    return f"{lang}/index.html"


def article(lang: str, id: str) -> str:
    """Return the path of an article page.

    >>> article("ar", "000_ddd0")
    'ar/articles/000_ddd0/index.html'
    """
    return f"{lang}/articles/{id}/index.html"


def index(lang: str, kind: str) -> str:
    """Return the path of the index of all terms of one kind."""
    return f"{lang}/{FOLDERS[kind]}/index.html"


def term(lang: str, kind: str, id: str, page: int = 1) -> str:
    """Return the path of one term's page; later pages of a long list lie in numbered folders."""
    return f"{lang}/{FOLDERS[kind]}/{id}/{_page(page)}index.html"


def dates(lang: str) -> str:
    """Return the path of the index of all dates."""
    return f"{lang}/dates/index.html"


def date(lang: str, iso: str, page: int = 1) -> str:
    """Return the path of a year, month or day page, or of the `undated` group.

    >>> date("en", "2021-07-26")
    'en/dates/2021/07/26/index.html'
    """
    return f"{lang}/dates/{iso.replace('-', '/')}/{_page(page)}index.html"


def document(lang: str, name: str) -> str:
    """Return the path of a page written by the editor, such as About."""
    return f"{lang}/{name}/index.html"


def feed(lang: str, suffix: str = "atom") -> str:
    """Return the path of a tree's feed: atom, rss or json."""
    return f"{lang}/feed.{suffix}"


def term_feed(lang: str, kind: str, id: str, suffix: str = "atom") -> str:
    """Return the path of the feed of a person or topic.

    >>> term_feed("ar", "topic", "water", "rss")
    'ar/topics/water/feed.rss'
    """
    return f"{lang}/{FOLDERS[kind]}/{id}/feed.{suffix}"


def share(lang: str) -> str:
    """Return the path of a tree's share picture."""
    return f"{lang}/share.png"


def article_share(path: str) -> str:
    """Return the path of the share picture of the article page at `path`."""
    return path.removesuffix("index.html") + "share.png"


def manifest(lang: str) -> str:
    """Return the path of a tree's web manifest."""
    return f"{lang}/site.webmanifest"


def search(lang: str) -> str:
    """Return the path of a tree's search page."""
    return f"{lang}/search/index.html"


def search_index(lang: str) -> str:
    """Return the path of what the search of a tree reads first."""
    return f"search/{lang}/index.json"


def record(id: str) -> str:
    """Return the path of an article's machine-readable reading."""
    return f"data/articles/{id}.json"


#: The formats of feeds by suffix, with their types.
FEEDS = {"atom": "application/atom+xml", "rss": "application/rss+xml", "json": "application/feed+json"}
#: The kinds of terms that have feeds of their own.
FOLLOWED = ("person", "topic")

LANDING = "index.html"
NOT_FOUND = "404.html"
STYLE = "static/site.css"
SCRIPT = "static/search.js"
SCHEMA = "data/article.schema.json"
SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"


def _page(number: int) -> str:
    return f"page-{number}/" if number > 1 else ""


class Links:
    """Links for one base URL: `href` inside pages, `absolute` for feeds, sitemap and metadata."""

    def __init__(self, base_url: str) -> None:
        parts = urlsplit(base_url)
        self.base_url = base_url
        self.origin = f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
        self.base_path = parts.path or "/"

    def href(self, path: str, fragment: str = "") -> str:
        """Return the link to an output path.

        >>> Links("https://example.org/digest/").href("ar/index.html", "l7")
        '/digest/ar/#l7'
        """
        shown = path[: -len("index.html")] if path.endswith("/index.html") or path == "index.html" else path
        shown = shown if _SAFE.fullmatch(shown) else quote(shown)
        return f"{self.base_path}{shown}#{fragment}" if fragment else self.base_path + shown

    def absolute(self, path: str) -> str:
        """Return the full URL of an output path.

        >>> Links("https://example.org/digest/").absolute("404.html")
        'https://example.org/digest/404.html'
        """
        return self.origin + self.href(path)
