"""Choose the facts of an article that are worth telling, in the order of the text."""

from __future__ import annotations

from typing import NamedTuple

from sitegen.desk.lexicon import Lexicon
from sitegen.english.frames import read_fact, read_title
from sitegen.english.grammar import grammar
from sitegen.english.reports import Fact, statements
from sitegen.english.tagging import notes, sentences, title_sentences
from sitegen.model import DateFound, Reading

#: So many sentences are looked at, so many facts are told.
_LOOK, _TELL = 24, 4


class Facts(NamedTuple):
    """The facts to tell and the one for the headline."""

    headline: Fact | None
    body: tuple[Fact, ...]
    title: str = ""  # the title, where it is one phrase


def find_facts(reading: Reading, dates: tuple[DateFound, ...], lexicon: Lexicon) -> Facts:
    """Read the title and the running text; what is told twice is kept once."""
    states = frozenset(
        p.id for p in reading.places if p.en in grammar().capitals or _is_country(lexicon, p.id)
    )
    known = notes((*reading.people, *reading.places, *reading.orgs), dates, states)
    titles = title_sentences(reading.article, known)
    head = next((fact for s in titles if (fact := read_fact(s))), None)
    title = next((text for s in titles if (text := read_title(s))), "")
    facts = [fact for s in sentences(reading.article, known, _LOOK) if (fact := read_fact(s))]
    places = {(f.line, f.at) for f in facts}
    facts += [f for f in statements(reading, known) if (f.line, f.at) not in places]
    found: list[Fact] = []
    seen: set[tuple[str, str]] = set()
    for fact in sorted(facts, key=lambda f: (f.line, f.at)):
        who = fact.subject.entity.id if fact.subject.entity else fact.subject.en
        if (who, fact.rest) not in seen:
            seen.add((who, fact.rest))
            found.append(fact)
    body = _chosen(found)
    lede = next((p.line for b in reading.article.blocks if b.role in ("lede", "body") for p in b.pieces), 0)
    if not body and head:
        body = (head,)
    opening = next((f for f in body if f.line == lede), None)
    return Facts(head or opening, body, "" if head else title)


def _chosen(found: list[Fact]) -> tuple[Fact, ...]:
    """Prefer whole facts to topics; keep the order of the text."""
    strong = [f for f in found if f.kind != "topic"][:_TELL]
    topics = [f for f in found if f.kind == "topic"]
    for fact in topics:
        if len(strong) >= _TELL:
            break
        strong.append(fact)
    return tuple(f for f in found if f in strong)


def _is_country(lexicon: Lexicon, id: str) -> bool:
    record = lexicon.get("place", id)
    if record is None or not record.country:
        return False
    parent = lexicon.get("place", record.parent) if record.parent else None
    return parent is None or not parent.country
