"""Who links to what, counted over a whole site, so that an edit of one page checks one page.

A published site has no dead link.  After an edit only three things can make one:
a link on a page that is new or changed, a page that is gone, an id that is gone
from a changed page.  The counts tell whether anybody still needs what is gone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set

from sitegen.errors import Problem, Where
from sitegen.site.urls import Links
from sitegen.web.check import (
    ENTRANCES,
    Lookup,
    Resolver,
    cross_check,
    faults_of_links,
    page_faults,
)
from sitegen.web.page_facts import PageFacts
from sitegen.web.survey import Ledger, Survey, references

#: Old and new facts of one file; None where it did not or does not exist.
Change = tuple[PageFacts | None, PageFacts | None]


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
    gone = {path for path, (_, new) in changes.items() if new is None}
    now = Resolver(known, links)
    there = _still_there(ledger, told, now)
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


def _still_there(ledger: Ledger, told: Mapping[str, Change], resolve: Resolver) -> Set[str]:
    """Return each "path#id" that changed files point at, was pointed at before and is on no changed file."""
    pointed = (references(path, new, resolve)[2] for path, (_, new) in told.items() if new)
    every = set[str]().union(*pointed)
    return {place for place in every if place in ledger.anchors and place.partition("#")[0] not in told}


def _lost(old: PageFacts | None, new: PageFacts) -> Set[str]:
    """Return the ids that a page no longer has."""
    return set(old.ids) - set(new.ids) if old else set()


def orphans(ledger: Ledger, pages: Iterable[str]) -> tuple[Problem, ...]:
    """Return a warning for every page that no other links to."""
    lonely = (p for p in pages if p.endswith(".html") and p not in ledger.linked and p not in ENTRANCES)
    return tuple(
        Problem("no page links to this one", Where(path), severity="warning") for path in sorted(lonely)
    )


def whole_check(
    facts: Mapping[str, PageFacts], known: Set[str], links: Links
) -> tuple[tuple[Problem, ...], Ledger]:
    """Return every problem of a site, and its ledger."""
    survey = Survey(links)
    for path, said in facts.items():
        survey.add(path, said)
    found = () if survey.sound(known) else cross_check(facts, Resolver(known, links))
    return (*found, *orphans(survey.ledger, facts)), survey.ledger
