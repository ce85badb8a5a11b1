"""The check of a whole site, page by page as it is made: of a page only what others can contradict is kept.

Links are counted under the path they lead to, whether or not it is there yet; what is there is known at
the end.  A survey only says whether a site is sound: what is wrong with it is told by looking at all of it
once more (`sitegen.web.check`).
"""

from __future__ import annotations

from collections.abc import Set
from typing import Any

from msgspec import Struct

from sitegen.site.urls import Links
from sitegen.web.check import Resolver, faults_of_head, language_faults
from sitegen.web.page_facts import PageFacts


class Ledger(Struct, array_like=True):
    """Counts over all files: `needed` and `linked` by path, `anchors` by path and id."""

    needed: dict[str, int] = {}  # files that refer to this one in any way
    linked: dict[str, int] = {}  # other pages with a link that a reader can follow
    anchors: dict[str, int] = {}  # "path#id" -> files that point at this place

    def enter(self, path: str, facts: PageFacts, resolve: Resolver, sign: int = 1) -> None:
        """Add what one file says, or take it back with `sign` -1."""
        needed, linked, anchors = references(path, facts, resolve)
        for counts, keys in ((self.needed, needed), (self.linked, linked), (self.anchors, anchors)):
            for key in keys:
                count = counts.get(key, 0) + sign
                if count:
                    counts[key] = count
                else:
                    counts.pop(key, None)


def references(path: str, facts: PageFacts, resolve: Resolver) -> tuple[set[str], set[str], set[str]]:
    """Return the paths that a file refers to, those of links a reader can follow, and "path#id" of each."""
    targets = resolve.all(path, facts.links)
    others = resolve.all(path, [*facts.assets, *[href for _, href in facts.alternates]])
    anchors = {f"{t.path}#{t.fragment}" for t in targets if t.fragment and t.path}
    linked = {target.path for target in targets} - {"", path}
    needed = linked | {target.path for target in others} - {"", path}
    return needed, linked if path.endswith(".html") else set(), anchors


class _Everything(frozenset[str]):
    """Paths of a site not made yet: any may come."""

    def __contains__(self, path: object) -> bool:
        return True


class Survey:
    """What has been seen of a site so far."""

    def __init__(self, links: Links) -> None:
        self.ledger = Ledger({}, {}, {})
        self._links, self._resolve = links, Resolver(_Everything(), links)
        self._said: dict[str, PageFacts] = {}  # language, ids and versions of each file that has any
        self._shared: dict[Any, Any] = {}
        self._faultless = True

    def add(self, path: str, facts: PageFacts) -> None:
        """Look at one file of the site."""
        self.ledger.enter(path, facts, self._resolve)
        if facts.problems or any(faults_of_head(path, facts, self._resolve)):
            self._faultless = False
        if facts.lang or facts.ids or facts.alternates:
            share = self._shared.setdefault  # two pages have one set of versions, many have the same ids
            ids, versions = share(facts.ids, facts.ids), share(facts.alternates, facts.alternates)
            self._said[path] = PageFacts(share(facts.lang, facts.lang), ids, alternates=versions)

    def sound(self, known: Set[str]) -> bool:
        """Say whether nothing is wrong with the site whose files are `known`, all of them seen."""
        faultless = self._faultless and not self._resolve.dead
        if not (faultless and self.ledger.needed.keys() <= known and self._anchored()):
            return False
        resolve = Resolver(known, self._links)
        said = self._said.items()
        return not any(any(language_faults(path, facts, self._said.get, resolve)) for path, facts in said)

    def _anchored(self) -> bool:
        """Say whether every place that is pointed at, written "path#id", is on its page."""
        asked: dict[str, set[str]] = {}
        for place in self.ledger.anchors:
            path, *ids = place.split("#")
            if len(ids) != 1:
                return False  # which of them parts the two?
            asked.setdefault(path, set()).add(ids[0])
        nothing = PageFacts()
        return all(ids <= {"top", *self._said.get(path, nothing).ids} for path, ids in asked.items())
