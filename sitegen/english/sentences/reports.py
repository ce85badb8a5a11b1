"""What somebody said: the clause after أن, or at least what it was about."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from sitegen.english.parts.between import past_relative
from sitegen.english.parts.callers import named
from sitegen.english.parts.speakers import speaker_of, that_before
from sitegen.english.phrases.articles import shown
from sitegen.english.phrases.borders import solid, whole
from sitegen.english.phrases.edges import changed
from sitegen.english.phrases.noun_phrases import noun_phrase
from sitegen.english.phrases.phrase import NP, head_of
from sitegen.english.phrases.phrase_parts import told_to
from sitegen.english.sentences.clauses import clause
from sitegen.english.words.adverbs import NEVER, When, skip
from sitegen.english.words.before import word_before
from sitegen.english.words.grammar import grammar, phrase_end, small
from sitegen.english.words.lines import COMMA, HARD
from sitegen.english.words.lookup import lookup
from sitegen.english.words.mention_words import mention_words
from sitegen.english.words.tagging import Notes, Sentence, stretch
from sitegen.english.words.verbs import Verb, english_forms, verb_form
from sitegen.model import Quote, Statement
from sitegen.text.fold import match_key

#: أنه، أنها، أنهم with the pronoun that is the subject of the clause.
_THAT_HE = {match_key(that) + he: he for that in ("أن", "بأن") for he in ("ه", "ها", "هم")}
#: So many words may stand between a speaker and the أن of what was said.
_REACH = 16
#: So many words may describe a speaker or the setting without being understood.
_FAR = 14
_SAY = Verb(("say", "said", "said"), (), "speak about", "h", True)


class Fact(Struct, frozen=True, gc=False):
    """One thing a sentence tells, not yet worded."""

    #: said, topic, about: of speech; speech: another act of it; event; label: «مصر: …» of a title
    kind: str
    subject: NP
    verb: tuple[str, str, str]
    tense: str  # past present future due expected
    rest: str
    line: int
    at: int  # where in its line it is told
    negated: bool = False
    when: When = NEVER
    cited: bool = False  # a deed that the text gives as somebody's word
    lines: tuple[int, ...] = ()  # all that it rests on, where they are several
    about: tuple[str, ...] = ()  # the phrases of what somebody spoke about


#: Whether what is told at a place, a line and an offset in it, is wanted.
Wanted = Callable[[int, int], bool]


class Speech(NamedTuple):
    """Somebody and the verb of what he says or does."""

    subject: NP
    verb: Verb
    tense: str
    negated: bool = False
    when: When = NEVER


def said(s: Sentence, start: int, speech: Speech, pronoun: str = "") -> Fact | None:
    """Read the clause at word `start` as what was said; its topic when it is not understood."""
    subject, verb, tense, _, when = speech
    if start >= len(s.tokens):
        return None
    at = s.start + s.tokens[start].start
    if done := clause(s, start, subject, pronoun):
        return Fact("said", subject, verb.en, tense, done.rest, s.line, at, when=when)
    if verb.about and not pronoun and (about := topic(s, start, subject)):
        return Fact("topic", subject, english_forms(verb.about), tense, about, s.line, at, when=when)
    return None


def topic(s: Sentence, start: int, subject: NP) -> str:
    """Return the subject of a clause when it can stand as a topic, '' otherwise."""
    np = noun_phrase(s, start)
    if np is None or np.owner or not (np.definite or np.proper) or not whole(s, np):
        return ""
    if np.kind == "person" and np.entity is None and not np.plural:
        return ""  # «المدير …»: often the speaker himself
    if s.key(start) in mention_words().whose and not any(hit.end > start + 1 for hit in lookup(s, start, "")):
        return ""  # «محاربة الإسلام»: who fights it is open
    if (
        np.parts == 2
        or np.kind in ("person", "place")
        or np.en in grammar().vague
        or np.en.removeprefix("the ").split(" ", 1)[0] in mention_words().picks
        or (np.entity and np.entity is subject.entity)
    ):
        return ""
    return np.full


def to_that(s: Sentence, j: int, prep: str) -> tuple[int, When]:
    """Return the word after أن, 0 when another verb, a mark or too much stands before it."""
    when, setting, first = NEVER, False, j
    while j < len(s.tokens) and j - first < _REACH and HARD.intersection(s.gaps[j]) <= COMMA | {"(", ")"}:
        key = s.key(j)
        if key in small("that") or key in _THAT_HE:
            governed = not prep or s.key(j - 1) == prep
            return (j + 1, when) if governed and not s.hard(j + 1) else (0, NEVER)
        end, day = skip(s, j)
        when = when if when.words else day
        if end > j:
            j = end
        elif end := phrase_end(grammar().settings, s, j):
            j, setting = end, True
        elif (prep and key == prep and s.key(j + 1) in small("that")) or (
            setting and not verb_form(key) and key not in grammar().boundaries
        ):
            j += 1
        elif key.startswith("ل") and (key == "ل" or key[1:] in grammar().media):
            j, setting = j + 1, True
        elif end := told_to(s, j):
            j, setting = end, True
        else:
            return 0, NEVER
    return 0, NEVER


def statements(spoken: Iterable[Statement | Quote], known: Notes, wanted: Wanted) -> Iterable[Fact]:
    """Yield what is `spoken` indirectly, where speaker and clause are understood.

    What stands at a place of a line that is not `wanted` is not read.
    """
    for st in spoken:
        if not isinstance(st, Statement):
            continue
        s = stretch(known, st.line, st.start, st.end) if that_before(known, st.line, st.start) else None
        if s is None or not s.tokens or not wanted(s.line, s.start + s.tokens[0].start):
            continue
        subject = speaker_of(known, st.line, st.start, st.speaker_ar, st.speaker)
        if subject is None or (subject.entity and subject.en in grammar().platforms):
            continue
        form = verb_form(match_key(st.verb))
        if form and any(v.en[0] in mention_words().wishes for v in form.verbs):
            continue  # «طالب بأن تنسحب القوات»: they do not
        verb = next((v for v in form.verbs if v.about), _SAY) if form else _SAY
        if fact := said(s, 0, Speech(subject, verb, "past"), _pronoun_before(known, st)):
            yield fact


def _pronoun_before(known: Notes, st: Statement) -> str:
    """Return the pronoun of the أن right before a clause, '' when it has none."""
    return _THAT_HE.get(word_before(known, st.line, st.start), "")


def far_clause(s: Sentence, first: int) -> int:
    """Step over words that only describe a speaker to أن: the word after it, 0 where anything else stands."""
    j = first
    while j < len(s.tokens) and j - first < _FAR:
        if after := past_relative(s, j):
            j = after
        j = s.dates[j].end if j in s.dates else j  # «، الأربعاء 20 يوليو، أن …»
        key = s.key(j)
        if not HARD.intersection(s.gaps[j]) <= COMMA | {"(", ")"} or key in mention_words().ahead:
            return 0
        if key in small("that") or key in _THAT_HE:
            return 0 if s.hard(j + 1) else j + 1
        verb = verb_form(key) if j > first else None
        if key in grammar().boundaries or verb or (key[:1] == "ي" and j not in s.entities):
            return 0
        j += 1
    return 0


def far_that(s: Sentence, subject: NP, prep: str) -> tuple[int, NP] | None:
    """Return the word after أن behind a described subject, and the subject as it may be told.

    A minister of something not understood is told as "a minister".
    """
    j = far_clause(s, subject.end)
    if not j or (prep and s.key(j - 2) != prep):
        return None
    if (who := named(s, subject, j - 1)).entity is not subject.entity:
        return j, who
    if subject.entity is not None or whole(s, subject):
        return j, subject
    if not solid(subject) or subject.proper or changed(s, subject.end):
        return None
    of_it = s.key(subject.end).startswith(("ال", "لل"))  # «الأمين العام للمجلس …»
    more = of_it or subject.kind == "org"
    if more and head_of(subject.en) != subject.en:
        return None  # «مصدر في وزارة الخارجية الروسية», «إدارة العلاقات والإعلام»: not just any
    one = not of_it and shown(subject).definite  # «وزير الدفاع الأمريكي بيت …»
    return j, replace(subject, definite=one)


def pronoun_at(s: Sentence, j: int) -> str:
    """Return the pronoun of the أن at word `j`.

    >>> _THAT_HE[match_key("بأنها")]
    'ها'
    """
    return _THAT_HE.get(s.key(j), "")
