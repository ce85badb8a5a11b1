"""What somebody spoke about: a speaker who is understood, and the phrases of his words that are.

«Kadhimi spoke about the parliamentary elections» is true of a promise, a denial, a question and a condition;
so it is told where a clause is not understood to its end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from msgspec import Struct
from msgspec.structs import replace

from sitegen.english.parts.callers import introduced
from sitegen.english.phrases.mentions import Mentioned, mentioned
from sitegen.english.phrases.phrase import NP, head_of
from sitegen.english.phrases.weights import (
    NAMED,
    PLAIN,
    RICH,
    aside,
    is_ground,
    only_where,
    own_country,
    same,
    shared,
    title_words,
)
from sitegen.english.sentences.reports import Fact
from sitegen.english.sentences.talks import SPEAK, Talk, in_sentences, led, reported
from sitegen.english.sentences.trust import empty, says_more
from sitegen.english.words import wording
from sitegen.english.words.grammar import grammar
from sitegen.english.words.tagging import Notes, Sentence
from sitegen.model import Reading

_MENTION = ("mention", "mentioned", "mentioned")
#: A phrase that begins later in somebody's words is no more than mentioned.
_NEAR = 4
#: So many phrases are told of one speaker, one of them a place.
_TELL = 3


class _Said(Struct, frozen=True, gc=False):
    talk: Talk
    phrase: Mentioned
    score: int
    titled: bool = False  # the title has a word of it


def spoken_of(
    reading: Reading,
    known: Notes,
    titles: Iterable[Sentence],
    sentences: Iterable[Sentence],
    known_of: Set[str] = frozenset(),
) -> list[Fact]:
    """Return one fact for each speaker: the weightiest phrases of all he says, in the order of the text.

    The sentences are read only where indirect and direct speech do not give two speakers; those of whom
    something is told already, their ids are `known_of`, are passed over.
    """
    speakers: dict[object, list[_Said]] = {}
    title = title_words(titles)
    for found in (reported(reading, known), in_sentences(sentences)):
        for talk in found:
            entity = talk.subject.entity
            if entity and entity.id in known_of:
                continue
            who = entity.id if entity else (talk.subject.full, talk.s.line)  # another source may speak later
            told = replace(talk, subject=introduced(known, talk.subject))
            speakers.setdefault(who, []).extend(_phrases(told, title))
        facts = [fact for words in speakers.values() if (fact := _fact(words))]
        if len(facts) > 1:
            break
    return facts


def _phrases(talk: Talk, title: frozenset[str]) -> Iterator[_Said]:
    """Yield the phrases of somebody's words, scored; what the title shares counts for more."""
    for phrase in mentioned(talk.s, talk.start, talk.end, talk.subject):
        common = min(shared(talk.s, phrase.at, phrase.np.end, title), 2)
        place = is_ground(phrase.np)
        only_when = aside(talk.s, phrase.at)
        poor = (phrase.weight == PLAIN and not place) or own_country(phrase.np, talk.subject)
        if common or not (poor or (only_when and phrase.weight < RICH)):
            score = phrase.weight + common - only_when
            where = phrase.np.kind == "place" and only_where(talk.s, phrase.at)
            yield _Said(talk, phrase, 0 if where else PLAIN if place else score, common > 0)


def _fact(words: list[_Said]) -> Fact | None:
    """Tell the weightiest phrases of somebody's words; a place fills up, «the visitors» says nothing."""
    best: list[_Said] = []
    for said in sorted(words, key=lambda w: (-w.score, _place(w))):
        spare = said.score > PLAIN or all(other.score > PLAIN for other in best)  # one place fills up
        if spare and len(best) < _TELL and not any(same(said.phrase.np, other.phrase.np) for other in best):
            best.append(said)
    if not best or not (best[0].score >= RICH or (best[0].score == NAMED and _near(best[0]))):
        return None
    if len(best) > 1 and not best[-1].score and not empty(best[0].talk.subject, _listed(best[:-1])):
        best.pop()  # «في دبي»: where it is
    best = _said_of(best)
    best.sort(key=_place)
    talk, near = best[0].talk, _near(best[0])
    verb = (
        talk.verb
        if len({said.talk.verb for said in best}) == 1 and (near or talk.verb is not SPEAK)
        else _MENTION
    )
    lines = tuple(dict.fromkeys(said.talk.s.line for said in best))
    at = talk.s.start + talk.s.tokens[talk.start].start
    about = tuple(_in_general(said.phrase.np) for said in best)
    if empty(talk.subject, _listed(best)):
        return None
    return Fact(
        "about",
        talk.subject,
        verb,
        "past",
        wording.listed_long(about),
        talk.s.line,
        at,
        lines=lines,
        about=about,
    )


def _said_of(best: list[_Said]) -> list[_Said]:
    """Leave out the names of which nothing is said, beside what says something: «عن نيمار ومواجهة روما»."""
    full = [said for said in best if said.titled or says_more(said.phrase.np.full)]
    return full if full and not empty(best[0].talk.subject, _listed(full)) else best


def _listed(best: list[_Said]) -> str:
    return " ".join(_in_general(said.phrase.np) for said in best)


def _in_general(np: NP) -> str:
    """Return a phrase as it may be told of its sort: «السيارات» cars, for Arabic says so of all cars, too."""
    general = np.definite and np.plural and np.kind in ("thing", "person")
    general = general and not (np.whole or np.mass or np.entity)
    counted = np.en.startswith("two ") or not np.en.islower()
    return np.en if general and not counted and head_of(np.en) == np.en else np.full


def _near(said: _Said) -> bool:
    """Say whether a phrase stands at the head of somebody's words: they are about it."""
    return said.phrase.at - said.talk.start <= _NEAR


def _place(said: _Said) -> tuple[int, int]:
    return said.talk.s.line, said.talk.s.start + said.talk.s.tokens[said.phrase.at].start


def titled(titles: Iterable[Sentence]) -> Fact | None:
    """Return what the speaker of a title speaks about in it: «وزير الصحة: …»."""
    for s in titles:
        talk = led(s)
        words = mentioned(s, talk.start, talk.end, talk.subject) if talk and named(talk.subject) else []
        rich = [
            _Said(talk, phrase, phrase.weight)
            for phrase in words
            if talk and phrase.weight >= RICH and not aside(talk.s, phrase.at)
        ]
        if fact := _fact(rich):
            return fact
    return None


def named(speaker: NP) -> bool:
    """Say whether it is told who speaks: a headline by «مصادر» or «شركة» alone tells no story."""
    return speaker.entity is not None or (
        (speaker.definite or speaker.proper) and not speaker.en.startswith(grammar().nobodies)
    )
