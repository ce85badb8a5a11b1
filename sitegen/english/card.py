"""The index card: what an article covers and mentions, for texts that tell no fact we understand."""

from __future__ import annotations

from collections.abc import Iterable

from sitegen.english import wording
from sitegen.english.grammar import grammar
from sitegen.english.lookup import head_of
from sitegen.model import Entity, Number, Reading, Sentence
from sitegen.text.fold import match_key
from sitegen.text.nationalities import by_place

_APPROX = {"": "", "about": "about ", "over": "more than ", "under": "fewer than ", "nearly": "nearly "}
#: Plurals without s, and units that tell nothing without their event.
_COLLECTIVE = frozenset(
    ["people", "personnel", "men", "women", "children", "policemen", "gunmen", "aircraft", "dead", "wounded"]
)
_SPANS = frozenset(
    ["years", "months", "weeks", "days", "hours", "minutes", "seconds", "rounds", "times", "points"]
)
#: So many of each sort fit on a card.
_TOPICS, _NAMES, _FIGURES = 3, 4, 3


def card(reading: Reading) -> tuple[Sentence, ...]:
    """Return one to three sentences; each rests on the lines that gave it.

    They say what the text covers and mentions, never that something happened.
    """
    out = []
    topics = sorted(reading.topics, key=lambda t: t.general)[:_TOPICS]
    names = _names(reading)
    first = _first_line(reading)
    if topics or names:
        parts = []
        if topics:
            parts.append("covers " + wording.listed_long([_inner(t.en) for t in topics]))
        if names:
            parts.append("mentions " + wording.listed([_the(e) for e in names]))
        lines = {n for t in topics for n in t.because[:2]} | {e.mentions[0].line for e in names if e.mentions}
        out.append(
            Sentence(wording.sentence("the article " + " and ".join(parts)), _lines(lines, first), "card")
        )
    if figures := figures_told(reading.numbers):
        text = "figures in the text: " + "; ".join(words for words, _ in figures)
        out.append(Sentence(wording.sentence(text), _lines((n for _, n in figures), first), "card"))
    if not out:
        count = len(reading.article.running)
        text = (
            f"an Arabic text of {count} paragraph{'' if count == 1 else 's'}"
            if count
            else "a page without article text"
        )
        out.append(Sentence(wording.sentence(text), (first,), "card"))
    return tuple(out)


def figures_told(numbers: Iterable[Number]) -> list[tuple[str, int]]:
    """Return the first figures with what they count, each once, and their lines."""
    seen: dict[str, int] = {}
    for n in numbers:
        head = n.unit.split(" ")[-1]
        if (
            n.value > 1
            and n.approx in _APPROX
            and (head.endswith("s") or head in _COLLECTIVE)
            and head not in _SPANS
        ):
            seen.setdefault(f"{_APPROX[n.approx]}{wording.figure(n.value)} {n.unit}", n.line)
    return list(seen.items())[:_FIGURES]


def card_headline(reading: Reading) -> Sentence:
    """Return a headline from people, or places, and topics."""
    first = _first_line(reading)
    topics = [t for t in reading.topics if not t.general][:2] or list(reading.topics[:2])
    who = [e for e in reading.people if e.known or e.en_basis == "lexicon"][:2] or _bodies(reading)
    who = who or list(reading.places[:2])
    lines = {n for t in topics for n in t.because[:1]} | {e.mentions[0].line for e in who if e.mentions}
    said = ", ".join(t.en if i == 0 else _inner(t.en) for i, t in enumerate(topics))
    names = wording.listed([e.en.split(" (")[0] for e in who]) if who else ""
    text = f"{names}: {said}" if names and said else said or names or "Arabic article"
    return Sentence(wording.upper_first(text), _lines(lines, first), "card")


def _names(reading: Reading) -> list[Entity]:
    people = [p for p in reading.people if p.known][:2]
    orgs = _bodies(reading)
    return [*people, *reading.places[: _NAMES - len(people) - len(orgs)], *orgs][:_NAMES]


def _bodies(reading: Reading) -> list[Entity]:
    """Return the first organisation that is no medium: «وكالة فرانس برس» only brings the news."""
    return [org for org in reading.orgs if match_key(org.ar.split(" ")[0]) not in grammar().media][:1]


def _inner(topic: str) -> str:
    """Write a topic inside a sentence: capitals only where they belong.

    >>> _inner("End of the US combat mission"), _inner("US–Iraq relations"), _inner("COVID-19")
    ('end of the US combat mission', 'US–Iraq relations', 'COVID-19')
    """
    head = topic.split(" ", maxsplit=1)[0].split("-", maxsplit=1)[0]
    name = head in grammar().names or head.lower() in by_place()  # «Iran-aligned factions»
    return topic[0].lower() + topic[1:] if head[1:].islower() and not name else topic


def _the(entity: Entity) -> str:
    en = entity.en.split(" (")[0]
    needs = (
        en in grammar().the
        if entity.kind == "place"
        else entity.kind == "org" and head_of(en).split(" ")[-1] in grammar().heads
    )
    return f"the {en}" if needs else en


def _first_line(reading: Reading) -> int:
    article = reading.article
    if article.title_line is not None:
        return article.title_line
    return next((p.line for b in article.blocks for p in b.pieces), 1)


def _lines(lines: Iterable[int], first: int) -> tuple[int, ...]:
    return tuple(sorted(set(lines))) or (first,)
