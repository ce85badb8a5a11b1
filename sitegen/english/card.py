"""The index card: what an article covers and mentions, for texts that tell no fact we understand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from sitegen import data
from sitegen.english.phrases.phrase import head_of
from sitegen.english.titles.gist import Phrase, alike, says
from sitegen.english.words import wording
from sitegen.english.words.adjectives import demonyms
from sitegen.english.words.central import Weighed, by_weight, central
from sitegen.english.words.grammar import grammar
from sitegen.model import Entity, Number, Reading, Sentence, TopicHit
from sitegen.reading.topics.model import narrower
from sitegen.text.nationalities import by_place

_APPROX = {"": "", "about": "about ", "over": "more than ", "under": "fewer than ", "nearly": "nearly "}
#: So many of each sort fit on a card.
_TOPICS, _NAMES, _FIGURES = 3, 4, 3
#: So many topics stand in a headline.
_NARROW = 2


def card(reading: Reading, named: Weighed) -> tuple[Sentence, ...]:
    """Return one to three sentences; each rests on the lines that gave it; `named` is what the text names.

    They say what the text covers and mentions, never that something happened.
    """
    out = []
    topics = sorted(reading.topics, key=lambda t: t.general)[:_TOPICS]
    names = _names(named)
    first = _first_line(reading)
    if topics or names:
        parts = []
        if topics:
            parts.append("covers " + wording.listed_long([_covered(t.en) for t in topics]))
        if names:
            parts.append("mentions " + wording.listed([_the(e) for e in names]))
        lines = _fewest([*(t.because for t in topics), *([m.line for m in e.mentions] for e in names)])
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
        several = head.endswith("s") or head in _table("collective")
        if n.value > 1 and n.approx in _APPROX and several and head not in _table("spans"):
            seen.setdefault(f"{_APPROX[n.approx]}{wording.figure(n.value)} {n.unit}", n.line)
    return list(seen.items())[:_FIGURES]


def card_headline(reading: Reading, named: Weighed, gist: Sequence[Phrase] = ()) -> Sentence:
    """Return a headline: whom or where the text is about, and what: `gist`, a figure, topics."""
    who, where = central(named)
    if gist and _at_war(reading, who):
        who = ()  # «أسلحة نوعية من التحالف» are no arms of the Houthis
    where = tuple(place for place in where if not any(_of_country(body, place) for body in who))
    topics = _headline_topics(reading, gist)
    over = " ".join([*(_short(e) for e in (*who, *where)), *(t.en for t in topics)])
    gist = [p for p in gist if p.names not in {e.id for e in (*who, *where)}]
    about = [p for p in [*gist, *_title_figures(reading)] if not says(over, p.en)][:_TOPICS]
    names = [e for e in (*who, *where) if not any(says(phrase.en, _short(e)) for phrase in about)]
    told = " ".join([*(phrase.en for phrase in about), *map(_short, names)])
    topics = [t for t in topics if not says(told, t.en)]
    said = [*(phrase.en for phrase in about), *(_inner(t.en) for t in topics)][:_TOPICS]
    lines = {phrase.line for phrase in about} | {e.mentions[0].line for e in names if e.mentions}
    lines |= {n for t in topics for n in t.because[:1]}
    text = wording.upper_first(", ".join(said))
    if names:
        text = f"{wording.listed([_short(e) for e in names])}{': ' if text else ''}{text}"
    return Sentence(
        wording.upper_first(text) or "Arabic article", _lines(lines, _first_line(reading)), "card"
    )


def _at_war(reading: Reading, who: Sequence[Entity]) -> bool:
    """Say whether a text is of war and those it is about are not in its title, which may be of the others."""
    titled = any(m.line == reading.article.title_line for e in who for m in e.mentions)
    return not titled and any(topic.id == "security" for topic in reading.topics)


def _title_figures(reading: Reading) -> list[Phrase]:
    """Return the first figure of the title that counts something: "157 children"."""
    of_title = [n for n in reading.numbers if n.line == reading.article.title_line]
    return [Phrase(words, line) for words, line in figures_told(of_title)][:1]


def _of_country(body: Entity, place: Entity) -> bool:
    """Say whether the name of a body tells the place: "Israeli government"."""
    return body.kind == "org" and (_short(place) in body.en or demonyms().get(place.en, "-") in body.en)


def _headline_topics(reading: Reading, gist: Sequence[Phrase]) -> list[TopicHit]:
    """Return the topics of the title and the lede, else the others; general ones where nothing else tells."""
    words = " ".join(phrase.en for phrase in gist)
    article = reading.article
    lede = next((p.line for block in article.running for p in block.pieces), 0)
    specific = [t for t in reading.topics if not t.general]
    first = sorted(
        (t for t in specific if any(n <= lede for n in t.because)),
        key=lambda t: (not alike(words, t.en), article.title_line not in t.because),
    )
    general = [t for t in reading.topics if t.general]
    main = [t for t in general[1:] if t.id in narrower(general[0].id)][:1] or general[:1]
    often = [t for t in specific if len(t.because) > 1]
    found = first or [*often, *main] or specific
    return found[: 1 if gist and not first else _NARROW]


def _short(entity: Entity) -> str:
    """Return an English name without what tells it apart in brackets."""
    return entity.en.split(" (")[0]


def _names(named: Weighed) -> list[Entity]:
    """Return the people, places and bodies to name, those the text is about first, by kind."""
    found = by_weight(named)
    people = [e for e in found if e.kind == "person"][:2]
    orgs = [e for e in found if e.kind == "org"][:1]
    places = [e for e in found if e.kind == "place"][: _NAMES - len(people) - len(orgs)]
    return [*people, *places, *orgs]


def _covered(topic: str) -> str:
    """Write a topic as what an article covers, with its article where it is one of a kind.

    >>> _covered("End of the US combat mission"), _covered("Freedom of speech")
    ('the end of the US combat mission', 'freedom of speech')
    """
    inner = _inner(topic)
    return f"the {inner}" if " of the " in inner and inner[0].islower() else inner


def _inner(topic: str) -> str:
    """Write a topic inside a sentence: capitals only where they belong.

    >>> _inner("End of the US combat mission"), _inner("US–Iraq relations"), _inner("North Korea's missiles")
    ('end of the US combat mission', 'US–Iraq relations', "North Korea's missiles")
    """
    first, *rest = topic.split(" ")
    head = first.split("-", maxsplit=1)[0]
    name = (
        head in grammar().names or head in _table("proper") or head.lower() in by_place()
    )  # «Iran-aligned factions»
    name = name or (bool(rest) and rest[0].removesuffix("'s").istitle())  # "English Premier League"
    return topic[0].lower() + topic[1:] if head[1:].islower() and not name else topic


@cache
def _table(name: str) -> frozenset[str]:
    return frozenset(data.table("english/card")[name])


def _the(entity: Entity) -> str:
    en = _short(entity)
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


def _fewest(sources: Iterable[Sequence[int]]) -> set[int]:
    """Choose a line of each source, one that is chosen already where there is one.

    >>> _fewest([(2, 13), (13, 17), (4, 2), ()])
    {2, 13}
    """
    chosen: set[int] = set()
    for lines in sources:
        if lines and chosen.isdisjoint(lines):
            chosen.add(lines[0])
    return chosen


def _lines(lines: Iterable[int], first: int) -> tuple[int, ...]:
    return tuple(sorted(set(lines))) or (first,)
