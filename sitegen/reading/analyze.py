"""Read one article: cleaned lines, who, where, what about, whose words, which days.

A pure function of one source file, its sidecar and the lexicon, so that it can
be remembered and spread over processes.  What needs other articles (an
inferred publication date, the English that depends on it) comes later.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar, cast

from msgspec.structs import replace

from sitegen.desk.lexicon import Lexicon
from sitegen.model import (
    Article,
    Corrections,
    DateExpr,
    Entity,
    EntityKind,
    Meta,
    Number,
    RawArticle,
    Reading,
    Record,
    TopicHit,
)
from sitegen.reading.dates.find import find_dates
from sitegen.reading.dates.publication import bounds_from_roles, date_article
from sitegen.reading.names.origin import article_country
from sitegen.reading.names.people import find_people
from sitegen.reading.numbers.find import find_numbers, of_matter
from sitegen.reading.page.clean import clean
from sitegen.reading.places.find import find_entities
from sitegen.reading.places.outlets import find_outlet
from sitegen.reading.speech.events import find_events
from sitegen.reading.speech.quotes import find_quotes
from sitegen.reading.topics.find import find_topics
from sitegen.text.fold import match_key

_Named = TypeVar("_Named", Entity, TopicHit)
_Figure = TypeVar("_Figure", DateExpr, Number)

_UNREAD = ("furniture", "duplicate", "blank")


def analyze(raw: RawArticle, fixes: Corrections, lexicon: Lexicon, standing: tuple[int, ...] = ()) -> Reading:
    """Return everything `raw` says; a page that is no article yields its marks and nothing more.

    `standing` are lines that stand on other pages of the outlet as well (`page.standing`).
    """
    article = clean(raw, fixes, standing)
    meta = merged(raw.meta, fixes.meta)
    outlet, outlet_ar = find_outlet(article, raw.lines, meta, lexicon)
    story = article
    if not article.is_article:  # a title in Urdu names nobody either
        article = replace(article, blocks=())
        story = replace(article, marks=(), title="", title_line=None)
    places, orgs = find_entities(story, lexicon, raw.lines)
    places = _corrected(places, "place", fixes, lexicon)
    orgs = _corrected(orgs, "org", fixes, lexicon)
    country = article_country(places, outlet, lexicon)
    found = find_people(story, lexicon, raw.lines, country)
    people = _corrected(found, "person", fixes, lexicon)
    people = tuple(person for person in people if person.known or not _is_body(person, orgs))
    places = _outside_names(places, people)
    dates, numbers = _figures(raw, article)
    quotes, statements = find_quotes(story, people, orgs)
    topics = find_topics(story, lexicon, (*places, *people), raw.lines)
    return Reading(
        article=article,
        meta=meta,
        outlet=outlet,
        outlet_ar=outlet_ar,
        people=people,
        places=places,
        orgs=orgs,
        topics=_corrected(topics, "topic", fixes, lexicon),
        quotes=quotes,
        statements=statements,
        numbers=numbers,
        dates=dates,
        dating=date_article(article, meta, dates, bounds_from_roles(people, lexicon), raw.lines),
        events=find_events(article, (*people, *places, *orgs), dates, statements),
    )


def merged(stated: Meta, corrected: Meta) -> Meta:
    """Return `stated` with every field that the editor corrected."""
    return Meta(**{f: getattr(corrected, f) or getattr(stated, f) for f in Meta.__struct_fields__})


def _figures(raw: RawArticle, article: Article) -> tuple[tuple[DateExpr, ...], tuple[Number, ...]]:
    """Find dates and numbers in every line that is kept."""
    dates: list[DateExpr] = []
    numbers: list[Number] = []
    if article.is_article:
        for mark in article.marks:
            if mark.role not in _UNREAD:
                text = raw.lines[mark.n - 1]
                bare = text.strip()  # its words are known: other stages look at the text alone
                lead = text.index(bare)
                dates.extend(_moved(find_dates(mark.n, bare), lead))
                numbers.extend(_moved(find_numbers(mark.n, bare), lead))
    return tuple(dates), tuple(of_matter(numbers, article.title))


def _moved(found: Iterable[_Figure], by: int) -> Iterable[_Figure]:
    """Return what was found in a line without the white space before it, where it stands in the line."""
    return [replace(one, start=one.start + by, end=one.end + by) for one in found] if by else found


def _corrected(
    found: tuple[_Named, ...], kind: str, fixes: Corrections, lexicon: Lexicon
) -> tuple[_Named, ...]:
    """Return what was found of a kind without what the editor removed, and with what was added."""
    if not fixes.remove and not fixes.add:
        return tuple({one.id: one for one in found}.values())
    removed = {name for of, name in fixes.remove if of == kind}
    removed |= {record.id for name in removed if (record := lexicon.named(kind, name))}
    names = {match_key(name) for name in removed}
    kept: dict[str, _Named] = {}
    for one in found:
        if one.id not in removed and names.isdisjoint((match_key(one.ar), match_key(one.en))):
            kept[one.id] = one
    for of, name in fixes.add:
        if of == kind and (record := lexicon.named(kind, name)):
            kept.setdefault(record.id, _added(record))
    return tuple(kept.values())


def _added(record: Record) -> Any:
    """Return a record as found without a mention."""
    if record.kind == "topic":
        return TopicHit(record.id, record.ar, record.en, (), general=record.general)
    return Entity(cast(EntityKind, record.kind), record.id, record.ar, record.en, known=True, mentions=())


def _is_body(person: Entity, orgs: Sequence[Entity]) -> bool:
    """Say whether every mention of an unknown person stands in that of a body: «جولدمان ساكس»."""
    bodies = [span for org in orgs for span in org.mentions]
    return all(
        any(b.line == name.line and b.start <= name.start and name.end <= b.end for b in bodies)
        for name in person.mentions
    )


def _outside_names(places: Sequence[Entity], people: Sequence[Entity]) -> tuple[Entity, ...]:
    """Return the places without what is but a part of somebody's name: «محمد يسر برنية» is not in Ranyah."""
    names = [span for person in people for span in person.mentions]
    out = []
    for place in places:
        inside = [
            m for m in place.mentions
            if any(n.line == m.line and n.start < m.start and m.end <= n.end for n in names)
        ]  # fmt: skip
        rest = tuple(m for m in place.mentions if m not in inside) if inside else place.mentions
        if rest or not place.mentions:
            out.append(replace(place, mentions=rest) if inside else place)
    return tuple(out)
