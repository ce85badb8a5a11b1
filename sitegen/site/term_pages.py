"""The pages of one person, topic, place, organisation or outlet.

Views are deferred: the functions at the end of this module make them from nothing but
their arguments.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import islice
from operator import attrgetter

from msgspec import Struct

from sitegen.desk.config import Config
from sitegen.model import Record
from sitegen.site import urls
from sitegen.site.arrange import Term
from sitegen.site.cards import Card, Face, Said, faces
from sitegen.site.deferred import Deck, Deferred, Whole
from sitegen.site.groups import Group, group, listed, numbered
from sitegen.site.one_language import names_in, view_in
from sitegen.site.paging import both, pager, paths_of
from sitegen.site.views import (
    CardView,
    DayGroup,
    Named,
    Page,
    Pager,
    PrintedRole,
    QuoteView,
    RoleView,
    TermView,
)

#: What only the first page has: quotations with their articles, people beside the term, months, offices.
First = tuple[
    tuple[tuple[Said, CardView], ...],
    tuple[Named, ...],
    tuple[tuple[str, int], ...],
    tuple[PrintedRole, ...],
]

_QUOTES = 50  # on the page of whoever said them
_BESIDE = 12  # people named with somebody or something
_PRINTED = 5  # offices of somebody as articles print them


def term_group(term: Term, whole: Whole[Config]) -> Group:
    """Return the pages of one term; further ones of a long list are each known by their part of it."""
    n, cards, size = term.named, term.cards, whole.value.per_page
    count = -(-len(cards) // size)
    several = partial(listed, urls.term, n.kind, n.id, count=count)
    first = group(f"{n.kind}/{n.id}", several, (2 * count, None), _first, n, term.record, Deck(cards), whole)
    if count == 1:
        return first

    def further() -> Iterator[Group]:
        about = _with_count(n, len(cards)), term.record
        for number in range(2, count + 1):
            part = Deck(cards[(number - 1) * size : number * size])
            yield group(f"{first.name}/{number}", tuple, (2, None), _further, *about, part, number, count)

    return numbered(first, further)


def _first(
    named: Named, record: Record | None, everything: Deck[Card], whole: Whole[Config]
) -> Iterator[Page]:
    """Yield the first page of one term in both languages, from its name, its record and all of its cards."""
    cards, size = everything.values, whole.value.per_page
    name = _with_count(named, len(cards))
    said, near, months = tuple(islice(_quotes(name, cards), _QUOTES)), beside(name, cards), by_month(cards)
    unlisted = named.kind == "person" and not (record and record.roles)
    with_first = {
        lang: (
            tuple((each, view_in(view, lang)) for each, view in said),
            names_in(near, lang),
            months,
            printed(name.id, cards, lang) if unlisted else (),
        )
        for lang in urls.LANGS
    }
    return _pages(name, record, cards[:size], 1, -(-len(cards) // size), with_first)


def _further(name: Named, record: Record | None, part: Deck[Card], number: int, count: int) -> Iterator[Page]:
    """Yield a further page of a long list in both languages, from the cards on it."""
    nothing: First = (), (), (), ()
    return _pages(name, record, part.values, number, count, dict.fromkeys(urls.LANGS, nothing))


def _pages(  # noqa: PLR0913, PLR0917 - all that is on them
    name: Named,
    record: Record | None,
    cards: tuple[Card, ...],
    number: int,
    count: int,
    with_first: Mapping[str, First],
) -> Iterator[Page]:
    sources = tuple(card.source for card in cards)
    for lang, paths in paths_of(urls.term, name.kind, name.id, count=count).items():
        more, turns = with_first[lang], pager(number, paths)
        yield Page(
            path=paths[number - 1], template="term.html", lang=lang, section=name.kind,
            view=Deferred(term_view, name, record, faces(cards, lang), more, turns),
            title=name.ar if lang == "ar" else name.en, sources=sources,
            alternates=both(urls.term, name.kind, name.id, number),
        )  # fmt: skip


def _quotes(name: Named, cards: Iterable[Card]) -> Iterator[tuple[Said, CardView]]:
    """Yield what somebody says in these articles."""
    speaker = f"{name.kind}/{name.id}"
    speaking = (card for card in cards if speaker in card.quoted)
    return (
        (s, card.view) for card in speaking for s in card.details.said if s.speaker == (name.kind, name.id)
    )


def counted(term: Term) -> Named:
    """Return a term's name with its number of articles."""
    return _with_count(term.named, len(term.cards))


def _with_count(n: Named, count: int) -> Named:
    return Named(n.kind, n.id, n.ar, n.en, count, n.automatic)


def term_view(
    name: Named,
    record: Record | None,
    deck: Deck[Face],
    first: First,
    pager: Pager,
) -> Struct:
    """Return one page of a term's list; only the first has quotes, people beside it, months and offices."""
    said, related, months, roles = first
    held = record.roles if record else ()
    return TermView(
        term=name,
        aliases=record.aliases if record else (),
        latin=record.latin if record else (),
        roles=tuple(RoleView(r.ar, r.en, r.start, r.end if r.ended else None) for r in held),
        note=record.note if record else "",
        days=by_day(deck),
        quotes=tuple(QuoteView(each.text, each.line, name, "", card) for each, card in said),
        related=related,
        pager=pager,
        total=name.count,
        months=months,
        printed=roles,
    )


def printed(person: str, cards: Iterable[Card], lang: str) -> tuple[PrintedRole, ...]:
    """Return the offices that articles, newest first, print with a person, each with its newest day.

    They are in Arabic where no English is known.
    """
    found: dict[str, PrintedRole] = {}
    for card in cards:
        for office in card.details.offices:
            if office.person == person:
                text, said = (office.en, "en") if lang == "en" and office.en else (office.ar, "ar")
                found.setdefault(text, PrintedRole(text, said, card.view.when.value))
    return tuple(found.values())[:_PRINTED]


def by_month(cards: Iterable[Card]) -> tuple[tuple[str, int], ...]:
    """Count the articles of each month, oldest first; those without a month do not count."""
    months = Counter(value[:7] for card in cards if len(value := card.view.when.value or "") >= 7)
    return tuple(sorted(months.items()))


def beside(name: Named, cards: Iterable[Card]) -> tuple[Named, ...]:
    """Return the people who share most of these articles with `name`, each with how many."""
    return most([n for card in cards for n in card.terms if n.kind == "person" and n.id != name.id])


def most(names: Iterable[Named]) -> tuple[Named, ...]:
    """Return who comes most often among `names`, newest first, each as the newest has it, and how often."""
    found = list(names)
    counts = Counter(map(attrgetter("id"), found))
    best = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:_BESIDE]
    return tuple(_with_count(next(n for n in found if n.id == id), count) for id, count in best)


def by_day(cards: Iterable[Card | Face]) -> tuple[DayGroup, ...]:
    """Group cards, already newest first, by the publication date they show."""
    groups: dict[str | None, list[CardView]] = {}
    for card in cards:
        groups.setdefault(card.view.when.value, []).append(card.view)
    return tuple(DayGroup(value, tuple(views)) for value, views in groups.items())
