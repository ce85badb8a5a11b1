"""Pages made from the same values, known together: an edit touches few groups, the others stay shut.

Like a deferred view, a group is a pure function and the values it will be given;
its fingerprint is that of the function's name and of every value.  Equal
fingerprints (and equal templates) mean that every page in it is the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import NamedTuple

from sitegen.memo import digest
from sitegen.site import urls
from sitegen.site.deferred import encoded
from sitegen.site.paging import both
from sitegen.site.views import Alternate, Page

#: A page as the sitemap lists it: its path, its versions, the ISO day of its newest article.
Listed = tuple[str, tuple[Alternate, ...], str | None]


class Group(NamedTuple):
    """Some pages, not yet made; without a `fingerprint` each of them must be looked at."""

    name: str
    known: Callable[[], bytes]  # works out the fingerprint
    pages: Callable[[], Iterator[Page]]
    listed: Callable[[], Sequence[Listed]]  # what they are to the sitemap;
    brief: tuple[int, str | bytes | None]  # their number, and what else but the name decides it
    article: str = ""  # id of the article whose pages they are
    parts: Callable[[], Iterator[Group]] | None = None  # smaller groups that it is made of

    @property
    def fingerprint(self) -> bytes:
        """Return the fingerprint, worked out now."""
        return self.known()


def group(
    name: str,
    listed: Callable[[], Sequence[Listed]],
    brief: tuple[int, str | bytes | None],
    make: Callable[..., Iterator[Page]],
    *parts: object,
    article: str = "",
) -> Group:
    """Return the group of the pages that `make(*parts)` yields."""

    def known() -> bytes:
        return digest(f"{make.__module__}.{make.__qualname__}", encoded(parts))

    return Group(name, known, partial(make, *parts), listed, brief, article)


def numbered(first: Group, further: Callable[[], Iterator[Group]]) -> Group:
    """Return the group of all pages of a list, known by what the `first` of them is known by.

    The `further` pages, in groups of their own, are each known by their own part of the list.
    """

    def parts() -> Iterator[Group]:
        return chain((first._replace(name=f"{first.name}/1"),), further())

    def pages() -> Iterator[Page]:
        return chain.from_iterable(part.pages() for part in parts())

    return first._replace(pages=pages, parts=parts)


def groups_in(
    name: str, known: Callable[[], bytes], count: int, about: bytes, parts: Callable[[], Iterator[Group]]
) -> Group:
    """Return a group of groups, with `count` pages in the sitemap, which `about` decides."""

    def pages() -> Iterator[Page]:
        return chain.from_iterable(part.pages() for part in parts())

    def listed() -> tuple[Listed, ...]:
        return tuple(chain.from_iterable(part.listed() for part in parts()))

    return Group(name, known, pages, listed, (count, about), parts=parts)


def listed(
    path: Callable[..., str], *rest: str, count: int = 0, modified: str | None = None
) -> tuple[Listed, ...]:
    """Return how the sitemap lists the pages at `path(lang, *rest)`; a `count` of them is numbered."""
    several = ((*rest, number) for number in range(1, count + 1)) if count else (rest,)
    return tuple((path(lang, *each), both(path, *each), modified) for each in several for lang in urls.LANGS)


def loose(name: str, pages: Callable[[], Iterator[Page]]) -> Group:
    """Return pages of which each must be looked at."""
    made = tuple(pages())
    these = tuple((page.path, page.alternates, page.modified) for page in made if page.index)
    return Group(name, bytes, lambda: iter(made), lambda: these, (len(these), encoded(these)))
