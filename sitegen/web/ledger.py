"""Who links to what, counted over a whole site, so that an edit of one page checks one page.

A published site has no dead link.  After an edit only three things can make one:
a link on a page that is new or changed, a page that is gone, an id that is gone
from a changed page.  The counts tell whether anybody still needs what is gone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Set

from msgspec import Struct

from sitegen.errors import Problem, Where
from sitegen.site.urls import Links
from sitegen.web.check import (
    ENTRANCES,
    Lookup,
    Resolver,
    cross_check,
    faults_of_head,
    faults_of_links,
    language_faults,
    page_faults,
)
from sitegen.web.page_facts import PageFacts

#: Old and new facts of one file; None where it did not or does not exist.
Change = tuple[PageFacts | None, PageFacts | None]


class Ledger(Struct, array_like=True):
    """Counts over all files: `needed` and `linked` by path, `anchors` by path and id."""

    needed: dict[str, int] = {}  # files that refer to this one in any way
    linked: dict[str, int] = {}  # other pages with a link that a reader can follow
    anchors: dict[str, int] = {}  # "path#id" -> files that point at this place

    def enter(self, path: str, facts: PageFacts, resolve: Resolver, sign: int = 1) -> None:
        """Add what one file says, or take it back with `sign` -1."""
        needed, linked, anchors = _references(path, facts, resolve)
        for counts, keys in ((self.needed, needed), (self.linked, linked), (self.anchors, anchors)):
            for key in keys:
                count = counts.get(key, 0) + sign
                if count:
                    counts[key] = count
                else:
                    counts.pop(key, None)


def _references(path: str, facts: PageFacts, resolve: Resolver) -> tuple[set[str], set[str], set[str]]:
    targets = resolve.all(path, facts.links)
    others = resolve.all(path, [*facts.assets, *[href for _, href in facts.alternates]])
    anchors = {f"{t.path}#{t.fragment}" for t in targets if t.fragment and t.path}
    linked = {target.path for target in targets} - {"", path}
    needed = linked | {target.path for target in others} - {"", path}
    return needed, linked if path.endswith(".html") else set(), anchors


def still_sound(
    ledger: Ledger,
    changes: Mapping[str, Change],
    known: Set[str],
    facts_of: Lookup,
    links: Links,
) -> bool:
    """Bring the ledger up to date and say whether a site that was sound before the changes still is.

    False means: look at all of it.  `facts_of` gives the facts of any file of the new site.  In a sound
    site what is pointed at is there, so a file that did not change is not asked for it again; one that says
    what it said can only be wrong where what it points at has lost something.
    """
    told = {path: (old, new) for path, (old, new) in changes.items() if not new or new.problems or old != new}
    if not told:
        return True
    there = {anchor for anchor in ledger.anchors if anchor.partition("#")[0] not in told}
    gone = {path for path, (_, new) in changes.items() if new is None}
    now = Resolver(known, links)
    was = Resolver(known | gone, links) if gone else now
    for path, (old, new) in told.items():
        if old is not None:
            ledger.enter(path, old, was, -1)
        if new is not None:
            ledger.enter(path, new, now)
    for path, (old, new) in told.items():
        if new is None:
            if ledger.needed.get(path):
                return False
            continue
        if new.problems or any(ledger.anchors.get(f"{path}#{id}") for id in _lost(old, new)):
            return False
        if old and (old.lang, old.alternates) != (new.lang, new.alternates):
            return False
        if any(
            faults_of_links(path, new, facts_of, now, there) if old else page_faults(path, new, facts_of, now)
        ):
            return False
    return True


def _lost(old: PageFacts | None, new: PageFacts) -> Set[str]:
    """Return the ids that a page no longer has."""
    return set(old.ids) - set(new.ids) if old else set()


def orphans(ledger: Ledger, pages: Iterable[str]) -> tuple[Problem, ...]:
    """Return a warning for every page that no other links to."""
    lonely = (p for p in set(pages).difference(ledger.linked, ENTRANCES) if p.endswith(".html"))
    return tuple(
        Problem("no page links to this one", Where(path), severity="warning") for path in sorted(lonely)
    )


def whole_check(
    facts: Mapping[str, PageFacts], known: Set[str], links: Links
) -> tuple[tuple[Problem, ...], Ledger]:
    """Return every problem of a site, and its ledger."""
    resolve = Resolver(known, links)
    needed, linked, anchors = Counter[str](), Counter[str](), Counter[str]()
    sound = True
    for path, said in facts.items():
        for counts, keys in zip((needed, linked, anchors), _references(path, said, resolve), strict=True):
            counts.update(keys)
        sound = sound and not (
            said.problems
            or any(faults_of_head(path, said, resolve))
            or any(language_faults(path, said, facts.get, resolve))
        )
    ledger = Ledger(dict(needed), dict(linked), dict(anchors))
    if sound and not resolve.dead and _all_there(anchors, facts):
        return orphans(ledger, facts), ledger
    return (*cross_check(facts, resolve), *orphans(ledger, facts)), ledger


def _all_there(anchors: Iterable[str], facts: Mapping[str, PageFacts]) -> bool:
    """Say whether every place, written "path#id", is on its page."""
    asked: dict[str, set[str]] = {}
    for place in anchors:
        path, *ids = place.split("#")
        if len(ids) != 1:
            return False  # which of them parts the two?
        asked.setdefault(path, set()).add(ids[0])
    return all(ids <= {"top", *facts[path].ids} for path, ids in asked.items() if path in facts)
