"""Direct speech, where every word of a quotation is understood."""

from __future__ import annotations

from collections.abc import Iterable

from sitegen.english.parts.speakers import speaker_of
from sitegen.english.phrases.phrase import NP
from sitegen.english.sentences.clauses import clause
from sitegen.english.sentences.ourselves import of_us
from sitegen.english.sentences.reports import Fact, Wanted
from sitegen.english.words import wording
from sitegen.english.words.grammar import grammar
from sitegen.english.words.tagging import Notes, Sentence, stretch
from sitegen.model import Quote, Statement

_SAY = ("say", "said", "said")


def quotations(spoken: Iterable[Statement | Quote], known: Notes, wanted: Wanted) -> Iterable[Fact]:
    """Yield what is printed as spoken, translated to its last word: X said: "We will …"."""
    for q in spoken:
        if not isinstance(q, Quote) or not wanted(q.line, q.start):
            continue
        s = stretch(known, q.line, q.start, q.end) if q.whole else None
        if s is None or not 4 <= len(s.tokens) <= 30:
            continue
        subject = speaker_of(known, q.line, q.start, q.speaker_ar, q.speaker)
        if subject is None or (subject.entity and subject.en in grammar().platforms):
            continue
        if text := _spoken(s, subject):
            yield Fact("quote", subject, _SAY, "past", text, s.line, q.start)


def _spoken(s: Sentence, subject: NP) -> str:
    """Return a quotation in English when it is understood from its first word to its last."""
    if not grammar().conditions.isdisjoint(s.keys):
        return ""
    done = clause(s, 0, subject)
    if done and done.end == len(s.tokens):
        return wording.upper_first(done.rest)
    return wording.upper_first(of_us(s, 0))
