"""`sitemap.xml`, which names every page and its versions in other languages, and `robots.txt`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from html import escape

from sitegen.site import urls
from sitegen.site.groups import Listed
from sitegen.site.views import Alternate

#: One file may hold 50,000 addresses and 50 MB; with three versions each, half as many are safe.
LARGEST = 25_000

_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
_SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(
    count: int, pages: Callable[[], Sequence[Listed]], links: urls.Links, largest: int = LARGEST
) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Yield one sitemap of all `count` pages, or numbered parts and then the index that names them."""
    if count <= largest:
        yield urls.SITEMAP, lambda: _part(pages(), links)
        return
    paths = [f"sitemap-{number}.xml" for number in range(1, -(-count // largest) + 1)]
    for number, path in enumerate(paths):
        yield path, partial(_cut, pages, slice(number * largest, (number + 1) * largest), links)
    yield urls.SITEMAP, partial(_index, paths, links)


def _cut(pages: Callable[[], Sequence[Listed]], cut: slice, links: urls.Links) -> bytes:
    return _part(pages()[cut], links)


def _index(paths: Iterable[str], links: urls.Links) -> bytes:
    places = "".join(f"<sitemap><loc>{_href(links, path)}</loc></sitemap>\n" for path in paths)
    return f'{_HEAD}<sitemapindex xmlns="{_SPACE}">\n{places}</sitemapindex>\n'.encode()


def _part(pages: Iterable[Listed], links: urls.Links) -> bytes:
    entries = "".join(_entry(*page, links) for page in pages)
    space = f'xmlns="{_SPACE}" xmlns:xhtml="http://www.w3.org/1999/xhtml"'
    return f"{_HEAD}<urlset {space}>\n{entries}</urlset>\n".encode()


def _entry(path: str, alternates: tuple[Alternate, ...], modified: str | None, links: urls.Links) -> str:
    changed = f"<lastmod>{modified}</lastmod>" if modified else ""
    versions = "".join(
        f'<xhtml:link rel="alternate" hreflang="{a.lang}" href="{_href(links, a.path)}"/>' for a in alternates
    )
    return f"<url><loc>{_href(links, path)}</loc>{changed}{versions}</url>\n"


def _href(links: urls.Links, path: str) -> str:
    return escape(links.absolute(path))


def robots(links: urls.Links, *, public: bool = True) -> bytes:
    """Return `robots.txt`: a public site may be read, its sitemap is named if the full address is known.

    >>> robots(urls.Links("/digest/"))
    b'User-agent: *\\nAllow: /\\n'
    >>> robots(urls.Links("/digest/"), public=False)
    b'User-agent: *\\nDisallow: /\\n'
    """
    if not public:
        return b"User-agent: *\nDisallow: /\n"
    place = f"Sitemap: {links.absolute(urls.SITEMAP)}\n" if links.origin else ""
    return f"User-agent: *\nAllow: /\n{place}".encode()
