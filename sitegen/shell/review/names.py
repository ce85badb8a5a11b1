"""Names of people over all articles: who is unknown, who may be one, who shares a page with another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sitegen.desk.lexicon import Lexicon
from sitegen.errors import Where, isolate
from sitegen.model import Corrections, Entry
from sitegen.shell.review.finding import Finding
from sitegen.text.fold import match_key
from sitegen.text.near import code_points, near_pairs


class Seen(NamedTuple):
    """A person named in an article: the name as printed there and its first line."""

    name: str
    path: str
    line: int
    id: str


class People:
    """Gathers the people of all articles, one article at a time."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._unknown: dict[str, list[Seen]] = {}  # name folded, without spaces -> where
        self._shown: dict[str, dict[str, Seen]] = {}  # id of a page -> name folded -> first seen
        self._settled: dict[str, frozenset[str]] = {}  # path -> kinds

    def add(self, entry: Entry, fixes: Corrections) -> None:
        """Note the unknown people of one article."""
        self._settled[entry.raw.path] = frozenset(fixes.settled)
        for person in entry.reading.people:
            if person.known or not person.mentions:
                continue
            seen = Seen(person.ar, entry.raw.path, person.mentions[0].line, person.id)
            key = match_key(person.ar).replace(" ", "")  # «عبد الدايم», «عبدالدايم»
            self._unknown.setdefault(key, []).append(seen)
            self._shown.setdefault(person.id, {}).setdefault(key, seen)

    @property
    def unknown(self) -> Mapping[str, list[Seen]]:
        """Return every unknown name, folded, with the places where it stands."""
        return self._unknown

    def findings(self) -> Iterator[Finding]:
        """Yield what deserves a look."""
        found = [*self._shared(), *self._near(), *self._strangers()]
        for finding in found:
            if finding.kind not in self._settled.get(finding.where.path, ()):
                yield finding

    def _shared(self) -> Iterator[Finding]:
        """Yield names in Arabic that differ and would share one page, for they romanise alike."""
        for id, names in self._shown.items():
            first, *others = names.values()
            for other in others:
                twin = f"{isolate(first.name)} ({first.path}:{first.line})"
                what = f"{isolate(other.name)} and {twin} share the page {id}"
                settle = f'sitegen people --add "{other.name}" --id OTHER-ID'
                yield Finding("two-people", Where(other.path, other.line), what, settle)

    def _near(self) -> Iterator[Finding]:
        """Yield pairs of spellings that did not resolve to one person."""
        strangers = {places[0].name: places for places in self._unknown.values()}
        known = {form: r for r in self._lexicon.of("person") for form in (r.ar, *r.aliases) if " " in form}
        for pair in near_pairs([*known, *strangers]):
            if pair[0] in strangers and pair[1] not in strangers:
                pair = (pair[1], pair[0])  # noqa: PLW2901 - the stranger last
            one, other = pair
            if other not in strangers or (
                one in strangers and strangers[one][0].id == strangers[other][0].id
            ):
                continue  # two records are two people; one page is told above
            place = strangers[other][0]
            what = f"{isolate(other)} may be {isolate(one)}: {code_points(other, one)}"
            settle = (
                f'sitegen people --add "{other}" --to {known[one].id}'
                if one in known
                else (f'sitegen people --add "{one}" --alias "{other}"')
            )
            weight = len(strangers[other])
            yield Finding("spelling", Where(place.path, place.line), what, settle, weight=weight)

    def _strangers(self) -> Iterator[Finding]:
        for places in self._unknown.values():
            first = places[0]
            count = len({place.path for place in places})
            more = f", in {count} articles" if count > 1 else ""
            what = f"{isolate(first.name)} is not in the lexicon{more}"
            settle = f'sitegen people --add "{first.name}"'
            yield Finding("person-unknown", Where(first.path, first.line), what, settle, weight=count)
