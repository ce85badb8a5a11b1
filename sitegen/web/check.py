"""What is wrong with a finished site as a whole: links, fragments, languages, orphans.

The same check runs before a build is published and over a folder on disk
(`sitegen check`).  One wrong link in a menu stands on every page, so equal
complaints are told once, with the first page and a count.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from sitegen.errors import Problem, Where, isolate
from sitegen.site import urls
from sitegen.site.urls import Links
from sitegen.web.page_facts import PageFacts

#: Nobody needs to link to these: a visitor or the host opens them unasked.
ENTRANCES = (urls.LANDING, urls.NOT_FOUND)


#: How a link begins that means the same on every page.
_ROOTS = ("/", "https://", "http://")

#: Gives the facts of a file, None where it has none.
Lookup = Callable[[str], PageFacts | None]


class Target(NamedTuple):
    """Where a link goes: an output path and a fragment, or why it goes nowhere."""

    path: str
    fragment: str = ""
    fault: str = ""


#: Links to other hosts and other schemes are not ours to check.
ELSEWHERE = Target("")


def cross_check(facts: Mapping[str, PageFacts], resolve: Resolver) -> tuple[Problem, ...]:
    """Return every problem of the site whose pages say `facts`; `resolve` knows its files."""
    complaints: dict[tuple[str, str], list[str]] = {}
    for page, said in facts.items():
        for what, hint in page_faults(page, said, facts.get, resolve):
            complaints.setdefault((what, hint), []).append(page)
    own = (problem for said in facts.values() for problem in said.problems)
    return (*own, *_told(complaints))


def page_faults(page: str, said: PageFacts, facts: Lookup, resolve: Resolver) -> Iterator[tuple[str, str]]:
    """Yield (what, hint) for each thing that one page says and the rest of the site contradicts."""
    yield from faults_of_links(page, said, facts, resolve)
    for what in language_faults(page, said, facts, resolve):
        yield what, ""


def faults_of_links(
    page: str, said: PageFacts, facts: Lookup, resolve: Resolver, there: Set[str] = frozenset()
) -> Iterator[tuple[str, str]]:
    """Yield the faults of all but the language links; "path#id" is known to be `there`."""
    for href, target in zip(said.links, resolve.all(page, said.links), strict=True):
        if target.fault:
            yield f"dead link {isolate(href)}: {target.fault}", ""
        elif (
            target.fragment
            and f"{target.path}#{target.fragment}" not in there
            and not _has_id(facts(target.path), target.fragment)
        ):
            yield f"dead link {isolate(href)}: {target.path} has no id {isolate(target.fragment)}", ""
    yield from faults_of_head(page, said, resolve)


def faults_of_head(page: str, said: PageFacts, resolve: Resolver) -> Iterator[tuple[str, str]]:
    """Yield the faults of the files that a page loads and of its own address."""
    for href in said.assets:
        target = resolve(page, href)
        if target is ELSEWHERE:
            yield f"{isolate(href)} is loaded from another host", "put a copy under static/"
        elif target.fault:
            yield f"missing file {isolate(href)}: {target.fault}", ""
    if said.canonical and resolve(page, said.canonical).path != page:
        yield f"the canonical link {isolate(said.canonical)} names another page", ""


class Resolver:
    """Where a link leads, remembered: a site repeats its links on every page."""

    def __init__(self, known: Set[str], links: Links) -> None:
        self._known, self._links = known, links
        self._rooted: dict[str, Target] = {}
        own = "|".join(map(re.escape, {links.base_path, links.origin + links.base_path}))
        self._plain = re.compile(f"(?:{own})(?!/)([A-Za-z0-9/._-]*)(?:#([A-Za-z0-9._-]*))?")
        self.dead = False  # a link that was asked for led nowhere

    def __call__(self, page: str, href: str) -> Target:
        """Return where `href` on `page` leads."""
        if href.startswith("#"):
            return Target(page, unquote(href[1:]))
        if not href.startswith("/") and ":" not in href.split("/", 1)[0]:  # relative to its page
            href = urljoin(self._links.href(page), href)
        found = self._rooted.get(href)
        if found is None:
            plain = self._plain.fullmatch(href)
            found = self._at(plain[1], plain[2] or "") if plain else self._resolve(href)
            self._rooted[href] = found
            self.dead = self.dead or bool(found.fault)
        return found

    def all(self, page: str, hrefs: Iterable[str]) -> list[Target]:
        """Return where each of `hrefs` on `page` leads."""
        known = self._rooted.get
        return [known(href) or self(page, href) for href in hrefs]

    def _resolve(self, href: str) -> Target:
        try:
            parts = urlsplit(href)
        except ValueError:
            return Target("", fault="it cannot be read as an address")
        absolute = bool(parts.scheme or parts.netloc)
        if absolute and f"{parts.scheme}://{parts.netloc}" != self._links.origin:
            return ELSEWHERE
        base = self._links.base_path
        shown = parts.path or "/"
        if not shown.startswith(base):
            return ELSEWHERE if absolute else Target("", fault=f"it leaves the site, which lies under {base}")
        return self._at(unquote(shown[len(base) :]), unquote(parts.fragment))

    def _at(self, path: str, fragment: str) -> Target:
        if not path or path.endswith("/"):
            path += "index.html"
        if path in self._known:
            return Target(path, fragment)
        if f"{path}/index.html" in self._known:
            return Target("", fault="the final slash is missing")
        return Target("", fault="there is no such page")


def _has_id(facts: PageFacts | None, fragment: str) -> bool:
    return facts is None or fragment in facts.ids or fragment == "top"


def language_faults(page: str, said: PageFacts, facts: Lookup, resolve: Resolver) -> Iterator[str]:
    """Say what keeps the language versions of one page, if it names any, from being a complete clique."""
    if not said.alternates:
        return
    clique = {lang: resolve(page, href) for lang, href in said.alternates}
    rooted = all(href.startswith(_ROOTS) for _, href in said.alternates)  # so they lead alike from any page
    if len(clique) != len(said.alternates):
        yield "two hreflang links share one language"
    if "x-default" not in clique:
        yield "the hreflang links lack x-default"
    if page not in {target.path for target in clique.values()}:
        yield "the hreflang links do not name the page itself"
    for (lang, href), target in zip(said.alternates, clique.values(), strict=False):
        other = facts(target.path)
        if target.fault or other is None:
            yield f"hreflang {lang} leads nowhere: {isolate(href)}"
        elif lang not in ("x-default", other.lang):
            yield f"hreflang {lang} leads to {target.path}, whose language is {other.lang}"
        elif rooted and other.alternates == said.alternates:
            continue
        elif {(code, resolve(target.path, link).path) for code, link in other.alternates} != {
            (code, each.path) for code, each in clique.items()
        }:
            yield f"hreflang {lang}: {target.path} does not link back with the same set"


def _told(complaints: Mapping[tuple[str, str], list[str]]) -> Iterator[Problem]:
    for (what, hint), pages in complaints.items():
        more = f" (and on {len(pages) - 1} other pages)" if len(pages) > 1 else ""
        yield Problem(what + more, Where(pages[0]), hint)
