"""What somebody spoke about: a speaker who is understood, and the phrases of his words that are.

«Kadhimi spoke about the parliamentary elections» is true of a promise, a denial, a question and a condition;
so it is told where a clause is not understood to its end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sitegen.english import wording
from sitegen.english.adverbs import skip
from sitegen.english.borders import whole
from sitegen.english.grammar import grammar, phrase_end, preposition
from sitegen.english.lookup import NP, lookup
from sitegen.english.mention_words import mention_words
from sitegen.english.mentions import Mentioned, mentioned
from sitegen.english.predicates import fits, matching, verb_group
from sitegen.english.reports import Fact, past_name, speaker_of, that_before
from sitegen.english.sorts import sorts
from sitegen.english.subjects import subject_phrase
from sitegen.english.tagging import HARD, Notes, Sentence, stretch
from sitegen.english.verbs import Verb
from sitegen.model import Entity, Quote, Reading, Statement

_SPEAK = ("speak about", "spoke about", "spoken about")
_MENTION = ("mention", "mentioned", "mentioned")
#: A phrase that begins later in somebody's words is no more than mentioned.
_NEAR = 4


def spoken_of(reading: Reading, known: Notes, sentences: Iterable[Sentence]) -> Iterator[Fact]:
    """Yield what speakers spoke about: in indirect and direct speech, and right behind a verb of saying."""
    spoken: tuple[Statement | Quote, ...] = (*reading.statements, *reading.quotes)
    for words in spoken:
        s = stretch(known, words.line, words.start, words.end)
        if s is None or (isinstance(words, Statement) and not that_before(known, words.line, words.start)):
            continue
        subject = _speaker(known, words)
        if subject is not None and (fact := _about(s, 0, len(s.tokens), subject, _SPEAK)):
            yield fact
    for s in sentences:
        yield from _said_in(s)


def heading(fact: Fact, titles: Iterable[Sentence]) -> Fact | None:
    """Return what somebody spoke about as a headline, None unless the title tells of him or of it too."""
    if fact.kind != "about":
        return None
    for s in titles:
        ids = {k.value.id for known in s.entities.values() for k in known if isinstance(k.value, Entity)}
        shared = [m.np.full for m in mentioned(s, 0, len(s.tokens), fact.subject) if m.np.full in fact.rest]
        if shared:
            return fact._replace(rest=wording.listed_long(shared))
        if fact.subject.entity is not None and fact.subject.entity.id in ids:
            return fact
    return None


def _about(s: Sentence, start: int, end: int, subject: NP, verb: tuple[str, str, str]) -> Fact | None:
    found = mentioned(s, start, end, subject)
    if not found or (subject.entity and subject.en in grammar().platforms):
        return None
    if subject.kind == "org" and not (subject.definite or subject.proper or subject.plural):
        return None  # «إدارة النصر»: no management of Al-Nassr
    forms = _MENTION if verb is _SPEAK and found[0].at - start > _NEAR else verb
    return Fact("about", subject, forms, "past", _listed(found), s.line, s.start + s.tokens[start].start)


def _listed(found: tuple[Mentioned, ...]) -> str:
    return wording.listed_long([m.np.full for m in found])


def _speaker(known: Notes, words: Statement | Quote) -> NP | None:
    """Return who speaks; somebody whose description is not understood is "a director"."""
    found = speaker_of(known, words.line, words.start, words.speaker_ar, words.speaker)
    if found is not None or words.speaker is not None:
        bare = found and found.entity is None and found.kind == "person" and " " not in found.en
        return found._replace(definite=False) if found and bare else found
    for piece in known.pieces.get(words.line, ()):
        at = (
            piece.text.rfind(words.speaker_ar, 0, max(words.start - piece.start, 0))
            if words.speaker_ar
            else -1
        )
        s = (
            stretch(known, words.line, piece.start + at, piece.start + at + len(words.speaker_ar))
            if at >= 0
            else None
        )
        if s and s.tokens:
            return next(
                (
                    np._replace(definite=False)
                    for _, np in sorts(s, 0)
                    if np.en.split(" ")[-1] in mention_words().callers
                ),
                None,
            )
    return None


def _said_in(s: Sentence) -> Iterator[Fact]:
    """Read «أكد الوزير أهمية …»: a verb of saying, who says it, and right behind it a phrase, no clause."""
    for j in range(len(s.tokens)):
        if j and HARD.isdisjoint(s.gaps[j]) and s.key(j)[:1] != "و" and s.key(j - 1) not in grammar().joints:
            continue
        at = phrase_end(grammar().openers, s, j) or j
        if at < len(s.tokens) and (found := _saying(s, at)):
            subject, start, verb = found
            if fact := _about(s, start, _end(s, start), subject, verb):
                yield fact._replace(at=s.start + s.tokens[j].start)


def _saying(s: Sentence, j: int) -> tuple[NP, int, tuple[str, str, str]] | None:
    """Return who says something at word `j`, where what he says begins and how it is told."""
    lead = "و" if s.key(j)[:1] == "و" else ""
    for clitic in dict.fromkeys(("", lead)):
        group = verb_group(s, j, clitic)
        at, _ = skip(s, group.end) if group else (j, None)
        subject = subject_phrase(s, at) if group and not group.negated and not s.hard(at) else None
        group = matching(subject, group, verb_first=True) if subject else None
        if subject is None or group is None or subject.owner or group.tense == "future":
            continue
        for verb in group.form.verbs:
            talks = verb.en[0] in mention_words().talks
            if not (talks or verb.en[0] in mention_words().speaks) or (
                verb.subject and not fits(subject, verb.subject)
            ):
                continue
            start = _object(s, past_name(s, subject), verb)
            if start and (
                subject.loose or subject.entity or whole(s, subject) or past_name(s, subject) > subject.end
            ):
                return subject, start, verb.en if talks else _SPEAK
    return None


def _object(s: Sentence, j: int, verb: Verb) -> int:
    """Return where the object of a verb of saying begins at word `j`, 0 when something else stands there."""
    j, _ = skip(s, j)
    if s.hard(j) or s.key(j) in grammar().boundaries or s.key(j) in grammar().embedding:
        return 0
    preps = {frame.prep for frame in verb.frames if frame.kind == "p" and not frame.words}
    if prep := preposition(s, j):
        return j + 1 if prep in preps and not s.hard(j + 1) else 0
    letter = next((p for p in preps if len(p) == 1 and s.key(j).startswith(p)), "")
    return j if any(hit.noun.kind in ("event", "thing") for hit in lookup(s, j, letter)) else 0


def _end(s: Sentence, start: int) -> int:
    """Return the word before which the object of a verb of saying ends for certain."""
    for j in range(start + 1, len(s.tokens)):
        if s.hard(j) or s.key(j) in grammar().embedding or phrase_end(grammar().settings, s, j):
            return j
        if preposition(s, j) in grammar().adverbial - {"في", "مع"}:
            return j
    return len(s.tokens)
