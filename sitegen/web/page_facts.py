"""What one finished file states that other files can contradict: ids, links, language, alternates.

Facts are small (strings are interned) because a large site has hundreds of thousands of them in
memory while it is checked.
"""

from __future__ import annotations

from collections.abc import Iterable
from sys import intern
from typing import Any

from msgspec import Struct

from sitegen.errors import Problem

#: The only pairs of language and direction that a page may carry.
DIRECTIONS = {"ar": "rtl", "en": "ltr"}


class PageFacts(Struct, frozen=True, array_like=True):
    """What one file says of itself; links are as written, each once, in order."""

    lang: str = ""
    ids: tuple[str, ...] = ()
    links: tuple[
        str, ...
    ] = ()  # a reader can follow them: a[href], feed and sitemap entries; none to its own ids
    assets: tuple[str, ...] = ()  # the page needs them: stylesheets, images, scripts, fonts
    alternates: tuple[tuple[str, str], ...] = ()  # (hreflang, href)
    canonical: str = ""
    problems: tuple[Problem, ...] = ()


def alike(one: PageFacts, other: PageFacts) -> bool:
    """Say whether two files say the same, in whatever order.

    >>> alike(PageFacts(links=("a", "b")), PageFacts(links=("b", "a"))), alike(PageFacts("ar"), PageFacts())
    (True, False)
    """
    if (one.lang, one.canonical, one.problems) != (other.lang, other.canonical, other.problems):
        return False
    pairs = ((one.ids, other.ids), (one.links, other.links), (one.assets, other.assets))
    return all(a == b or set(a) == set(b) for a, b in (*pairs, (one.alternates, other.alternates)))


def interned(facts: PageFacts) -> PageFacts:
    """Return the same facts with every string shared: those sent from elsewhere do not share theirs."""
    return PageFacts(
        lang=intern(facts.lang),
        ids=tuple(map(intern, facts.ids)),
        links=tuple(map(intern, facts.links)),
        assets=tuple(map(intern, facts.assets)),
        alternates=tuple([(intern(lang), intern(href)) for lang, href in facts.alternates]),
        canonical=intern(facts.canonical),
        problems=facts.problems,
    )


def tidied(facts: PageFacts) -> PageFacts:
    """Return facts as read, with every link and id stripped and once, as shared plain strings."""
    return PageFacts(
        lang=intern(facts.lang),
        ids=(ids := _once(facts.ids)),
        links=leaving(_once(facts.links), ids),
        assets=_once(facts.assets),
        alternates=tuple((intern(lang), intern(href)) for lang, href in facts.alternates),
        canonical=intern(facts.canonical),
        problems=facts.problems,
    )


def leaving(links: Iterable[str], ids: Iterable[str]) -> tuple[str, ...]:
    """Return the links that do not lead to one of the page's own ids.

    >>> leaving(["#a", "#b", "/ar/#a"], ["a"])
    ('#b', '/ar/#a')
    """
    own = {"", *ids}
    return tuple([link for link in links if link[:1] != "#" or link[1:] not in own])


def _once(values: Iterable[Any]) -> tuple[str, ...]:
    """Return distinct values in order (strings of lxml carry their tree)."""
    return tuple(dict.fromkeys(intern(str(value).strip()) for value in values))
