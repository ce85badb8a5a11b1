"""What somebody spoke about: a speaker who is understood, and the phrases of his words that are.

«Kadhimi spoke about the parliamentary elections» is true of a promise, a denial, a question and a condition;
so it is told where a clause is not understood to its end.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from sitegen.english import wording
from sitegen.english.lookup import NP
from sitegen.english.mentions import Mentioned, mentioned, same
from sitegen.english.reports import Fact
from sitegen.english.tagging import Notes, Sentence
from sitegen.english.talks import SPEAK, Talk, in_sentences, led, reported
from sitegen.model import Reading

_MENTION = ("mention", "mentioned", "mentioned")
#: A phrase that begins later in somebody's words is no more than mentioned.
_NEAR = 4
#: So many phrases are told of one speaker, if one of them weighs so much.
_TELL, _NAMED = 3, 2


_ANY = ("a ", "an ", "source", "developer")


class _Said(NamedTuple):
    talk: Talk
    phrase: Mentioned


def spoken_of(reading: Reading, known: Notes, sentences: Iterable[Sentence]) -> list[Fact]:
    """Return one fact for each speaker: the weightiest phrases of all he says, in the order of the text.

    The sentences are read only where indirect and direct speech do not give two speakers.
    """
    speakers: dict[object, list[_Said]] = {}
    for found in (reported(reading, known), in_sentences(sentences)):
        for talk in found:
            entity = talk.subject.entity
            who = entity.id if entity else (talk.subject.full, talk.s.line)  # another source may speak later
            phrases = mentioned(talk.s, talk.start, talk.end, talk.subject)
            speakers.setdefault(who, []).extend(_Said(talk, phrase) for phrase in phrases)
        facts = [fact for words in speakers.values() if (fact := _fact(words))]
        if len(facts) > 1:
            break
    return facts


def _fact(words: list[_Said]) -> Fact | None:
    """Tell the weightiest phrases of somebody's words; a place fills up, «the visitors» says nothing."""
    words = [said for said in words if said.phrase.weight >= _NAMED or said.phrase.np.kind == "place"]
    best: list[_Said] = []
    for said in sorted(words, key=lambda w: (-w.phrase.weight, _place(w))):
        if len(best) < _TELL and not any(same(said.phrase.np, other.phrase.np) for other in best):
            best.append(said)
    if not best or best[0].phrase.weight < _NAMED:
        return None
    best.sort(key=_place)
    talk, first = best[0]
    near = first.at - talk.start <= _NEAR
    verb = (
        talk.verb
        if len({said.talk.verb for said in best}) == 1 and (near or talk.verb is not SPEAK)
        else _MENTION
    )
    lines = tuple(dict.fromkeys(said.talk.s.line for said in best))
    at = talk.s.start + talk.s.tokens[talk.start].start
    about = tuple(said.phrase.np.full for said in best)
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


def _place(said: _Said) -> tuple[int, int]:
    return said.talk.s.line, said.talk.s.start + said.talk.s.tokens[said.phrase.at].start


def titled(titles: Iterable[Sentence]) -> Fact | None:
    """Return what the speaker of a title speaks about in it: «وزير الصحة: …»."""
    for s in titles:
        talk = led(s)
        words = mentioned(s, talk.start, talk.end, talk.subject) if talk else []
        if (
            talk
            and named(talk.subject)
            and (fact := _fact([_Said(talk, phrase) for phrase in words if phrase.weight > _NAMED]))
        ):
            return fact
    return None


def named(speaker: NP) -> bool:
    """Say whether it is told who speaks: a headline by «مصادر» or «شركة» alone tells no story."""
    return speaker.entity is not None or (
        (speaker.definite or speaker.proper) and not speaker.en.startswith(_ANY)
    )
