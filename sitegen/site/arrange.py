"""All cards to one `Site`: the order of articles, what each term gathers, what each date holds.

Everything here is linear in articles and mentions and is done anew each time;
nothing is guessed about what an edit might have touched.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from operator import attrgetter

from sitegen.desk.lexicon import Lexicon
from sitegen.model import Record
from sitegen.site.cards import Card
from sitegen.site.language import sort_key
from sitegen.site.views import Named

UNDATED = "undated"


@dataclass(slots=True)
class Term:
    """One person, topic, place, organisation or outlet and what the site holds on it."""

    named: Named
    record: Record | None
    cards: list[Card] = field(default_factory=list)  # newest first


@dataclass(slots=True)
class Bucket:
    """One year, month, day or the undated group: published at that precision, told of it."""

    published: list[Card] = field(default_factory=list)
    told: list[Card] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Site:
    """The whole site, arranged; read-only from here on."""

    cards: tuple[Card, ...]  # newest first, undated last
    terms: dict[tuple[str, str], Term]
    dates: dict[str, Bucket]  # by ISO value or UNDATED; parents of every value exist

    @property
    def sources(self) -> tuple[str, ...]:
        """Return the files of all articles."""
        return tuple(map(attrgetter("source"), self.cards))

    def of(self, kind: str, lang: str) -> list[Term]:
        """Return the terms of one kind in reading order of `lang`."""

        def key(term: Term) -> tuple[str, str]:
            given = (term.record.sort_ar if lang == "ar" else term.record.sort_en) if term.record else ""
            return sort_key(term.named.ar if lang == "ar" else term.named.en, given)

        return sorted((t for t in self.terms.values() if t.named.kind == kind), key=key)

    def by_id(self, kind: str) -> list[Term]:
        """Return the terms of one kind in an order that no edit of a name changes."""
        return sorted((t for t in self.terms.values() if t.named.kind == kind), key=attrgetter("named.id"))

    def most(self, kind: str, limit: int) -> list[Term]:
        """Return the terms of one kind with the most articles."""
        found = [t for t in self.terms.values() if t.named.kind == kind]
        return sorted(found, key=lambda t: (-len(t.cards), t.named.id))[:limit]


def arrange(cards: Iterable[Card], lexicon: Lexicon) -> Site:
    """Order the cards and gather them under every term and date they name."""
    ordered = sorted(cards, key=lambda c: c.id)
    ordered.sort(key=lambda c: c.view.when.value or "", reverse=True)
    terms: dict[tuple[str, str], Term] = {}
    dates: dict[str, Bucket] = {}
    met: dict[int, Term] = {}  # by the number of the very object, which many cards share
    for card in ordered:
        for name in card.terms:
            term = met.get(id(name))
            if term is None:
                key = (name.kind, name.id)
                if key not in terms:
                    terms[key] = Term(name, lexicon.get(name.kind, name.id))
                term = met[id(name)] = terms[key]
            term.cards.append(card)
        _bucket(dates, card.view.when.value or UNDATED).published.append(card)
        for value in card.dates:
            bucket = dates.get(value) or _bucket(dates, value)
            bucket.told.append(card)
    return Site(tuple(ordered), terms, dates)


def _bucket(dates: dict[str, Bucket], value: str) -> Bucket:
    """Return the bucket of `value`, making it and its month and year on the way."""
    if value != UNDATED:
        for cut in (4, 7):
            if len(value) > cut and value[:cut] not in dates:
                dates[value[:cut]] = Bucket()
    if value not in dates:
        dates[value] = Bucket()
    return dates[value]
