"""Choose the facts of an article that are worth telling, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import tee

from msgspec import Struct
from msgspec.structs import replace

from sitegen.desk.lexicon import Lexicon
from sitegen.english.parts.speakers import surely_spoken
from sitegen.english.phrases.noun_phrases import noun_phrase
from sitegen.english.sentences.later import read_facts
from sitegen.english.sentences.reports import Fact, statements
from sitegen.english.sentences.spoken import named, spoken_of, titled
from sitegen.english.sentences.trust import trusted
from sitegen.english.titles.announced import read_labelled
from sitegen.english.titles.gist import Phrase, gist
from sitegen.english.titles.headings import fuller, heading, slight, thin
from sitegen.english.titles.told import asks, from_title, planned, presented
from sitegen.english.titles.whole import read_deed
from sitegen.english.words.grammar import grammar
from sitegen.english.words.same import only_bodies
from sitegen.english.words.tagging import Notes, Sentence, notes, sentences, title_sentences
from sitegen.model import DateFound, Entity, Reading

#: So many sentences are looked at, so many facts are told.
_LOOK, _TELL = 18, 4
#: So many facts make what somebody spoke about needless.
_ENOUGH = 2
#: A price without a figure is told only by the first words of the lede.
_HEAD = 60
_SAID = ("said", "topic")


class Facts(Struct, frozen=True, gc=False):
    """The facts to tell and the one for the headline."""

    headline: Fact | None
    body: tuple[Fact, ...]
    title: str = ""  # the title, where it is one phrase
    gist: tuple[Phrase, ...] = ()  # what the title is about, where nothing of it is told


def find_facts(reading: Reading, dates: tuple[DateFound, ...], lexicon: Lexicon) -> Facts:
    """Read the title and the running text; what is told twice is kept once."""
    known = _known(reading, dates, lexicon)
    titles = title_sentences(reading.article, known)
    lede = next(iter(_paragraphs(reading)), 0)
    read, again, opening, first = tee(sentences(reading.article, known, _LOOK), 4)
    head, title = from_title(titles)
    head = planned(head, next(first, None)) if head else None
    found = _once(_told(reading, known, lede, read))
    body = _chosen(tuple(fact for fact in found if not _otherwise(fact, titles)), lede)
    if len(body) < _ENOUGH:
        spoken_about = spoken_of(reading, known, titles, again, frozenset(map(_who, body)))
        body = _once([*body, *_spoken(spoken_about, body, _in_title(titles))])
    body = tuple(f for f in body if not slight(f)) or tuple(sorted(body, key=_length)[-1:])
    spoken = None if head or title or asks(titles) else titled(titles)
    if not body and (head or spoken):
        head = head or spoken
    if not body and head and head.kind != "label" and not head.subject.en.startswith("the first "):
        body = (head,)
    poor = head is None or _of_town(head, known)
    if not title and (poor or (head and thin(head))):
        news = [fact for fact in body if not _bygone(fact, reading.dating.value)]
        told = heading(news, titles, _paragraphs(reading), spoken)
        head = told if told and (poor or (head and fuller(told, head))) else head
    if not head and not title and titles and not asks(titles):
        title = next((phrase for s in titles if (phrase := read_deed(s) or read_labelled(s))), "")
    return Facts(head, body, title, () if head or title else gist(titles, opening))


def _otherwise(fact: Fact, titles: list[Sentence]) -> bool:
    """Say whether the title counts others of the same: «30 فنانا» died, of whom «7 فنانين» are a part."""
    many, _, whom = fact.subject.en.rpartition(" ")
    if fact.kind != "event" or not many[:1].isdigit():
        return False
    counts = (
        np.en for s in titles for i in range(len(s.tokens)) if (np := noun_phrase(s, i)) and np.parts > 1
    )
    others = [en for en in counts if en[:1].isdigit() and en.endswith(f" {whom}")]
    return bool(others) and not any(en.split(" ")[0] == many.split(" ")[0] for en in others)


def _bygone(fact: Fact, published: str | None) -> bool:
    """Say whether a deed was years before: «توفي البابا شنودة عام 2012» is not what is new in 2018."""
    year = fact.when.words[-4:]
    return bool(published) and year.isdecimal() and int(year) + 1 < int(str(published)[:4])


def _known(reading: Reading, dates: tuple[DateFound, ...], lexicon: Lexicon) -> Notes:
    """Return what is known of an article, by line; countries and capitals act."""
    dates = _stated(_days_of_our_calendar(dates, reading), reading)
    states = frozenset(
        p.id for p in reading.places if p.en in grammar().capitals or _is_country(lexicon, p.id)
    )
    known = notes(
        reading.article,
        (*reading.people, *reading.places, *reading.orgs),
        dates,
        states,
        [topic.id for topic in reading.topics if topic.general],
    )
    return replace(known, bodies=only_bodies(reading.article, reading.orgs))


def _of_town(fact: Fact, known: Notes) -> bool:
    """Say whether a title gives a deed to a town: «جدة تكرم …»; the text may tell whose it was."""
    who = fact.subject.entity
    return fact.kind == "event" and who is not None and who.kind == "place" and who.id not in known.states


def _told(reading: Reading, known: Notes, lede: int, read: Iterable[Sentence]) -> list[Fact]:
    """Return the facts that may be told; no more is read than is needed."""
    facts: list[Fact] = []
    for s in read:
        facts += [presented(f) for f in read_facts(s) if trusted(f, lede=f.line == lede and f.at < _HEAD)]
        if sum(fact.kind != "topic" for fact in facts) >= _TELL:
            break
    else:
        return _with_speakers(reading, known, facts, more=True)
    return _with_speakers(reading, known, facts) if any(map(_is_nobodys, facts)) else facts


def _is_nobodys(fact: Fact) -> bool:
    """Say whether a fact tells what somebody said who has no name."""
    return fact.kind in _SAID and not fact.subject.entity


def _with_speakers(reading: Reading, known: Notes, facts: list[Fact], *, more: bool = False) -> list[Fact]:
    """Return the facts with those of speech whose speaker has a name, where the sentence did not tell it.

    With `more`, what was said elsewhere as well.
    """
    told, nobodys = ({(f.line, f.at) for f in some} for some in (facts, filter(_is_nobodys, facts)))

    def wanted(line: int, at: int) -> bool:
        return (line, at) in nobodys or (more and (line, at) not in told)

    speech = surely_spoken(reading, known)
    spoken = [presented(f) for f in statements(speech, known, wanted) if trusted(f)]
    known_by = {(f.line, f.at): f for f in spoken if f.subject.entity and f.kind in _SAID}
    facts = [known_by.get((f.line, f.at), f) if _is_nobodys(f) else f for f in facts]
    return facts + [f for f in spoken if (f.line, f.at) not in told]


def _spoken(facts: list[Fact], told: tuple[Fact, ...], first: frozenset[str]) -> list[Fact]:
    """Return what speakers spoke about, one for each and line: the `first`, then the named, the fullest."""
    lines, speakers = {fact.line for fact in told}, {_who(fact) for fact in told}
    chosen: list[Fact] = []
    for fact in sorted(facts, key=lambda f: (_who(f) not in first, not named(f.subject), -_length(f))):
        if len(told) + len(chosen) < _ENOUGH and lines.isdisjoint(fact.lines) and _who(fact) not in speakers:
            chosen.append(fact)
            lines.update(fact.lines)
            speakers.add(_who(fact))
    return chosen


def _in_title(titles: list[Sentence]) -> frozenset[str]:
    known = (k.value for s in titles for at in s.entities.values() for k in at)
    return frozenset(value.id for value in known if isinstance(value, Entity))


def _length(fact: Fact) -> int:
    return len(fact.rest.split())


def _who(fact: Fact) -> str:
    return fact.subject.entity.id if fact.subject.entity else fact.subject.en


def _paragraphs(reading: Reading) -> list[int]:
    """Return the lines of the running text."""
    return [piece.line for block in reading.article.running for piece in block.pieces]


def _once(facts: list[Fact]) -> tuple[Fact, ...]:
    """Keep each fact once, in the order of the text."""
    found: list[Fact] = []
    seen: set[tuple[str, str]] = set()
    for fact in sorted(facts, key=lambda f: (f.line, f.at)):
        if (_who(fact), fact.rest) not in seen:
            seen.add((_who(fact), fact.rest))
            found.append(fact)
    return tuple(found)


def _days_of_our_calendar(dates: tuple[DateFound, ...], reading: Reading) -> tuple[DateFound, ...]:
    """Leave out a Hijri date that is less than a day: «5 رمضان» is not told as a month of ours."""
    lunar = {(d.line, d.start) for d in reading.dates if d.calendar == "hijri"}
    return tuple(d for d in dates if d.precision == "day" or (d.line, d.start) not in lunar)


def _stated(dates: tuple[DateFound, ...], reading: Reading) -> tuple[DateFound, ...]:
    """Give a date whose year is not known the day and month that the text states itself."""
    days = {
        (d.line, d.start): f"--{d.month:02}-{d.day:02}"
        for d in reading.dates
        if d.month and d.day and d.calendar == "gregorian"
    }
    return tuple(
        DateFound(days[d.line, d.start], "day", d.line, d.start, d.end, d.text, d.role)
        if d.value is None and (d.line, d.start) in days
        else d
        for d in dates
    )


def _chosen(found: tuple[Fact, ...], lede: int) -> tuple[Fact, ...]:
    """Prefer the lede, then whole facts to topics; keep the order of the text."""
    order = sorted(range(len(found)), key=lambda i: (found[i].line != lede, found[i].kind == "topic", i))
    chosen = set(order[:_TELL])
    return tuple(fact for i, fact in enumerate(found) if i in chosen)


def _is_country(lexicon: Lexicon, id: str) -> bool:
    record = lexicon.get("place", id)
    if record is None or not record.country:
        return False
    parent = lexicon.get("place", record.parent) if record.parent else None
    return parent is None or not parent.country
