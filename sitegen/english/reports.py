"""What somebody said: the clause after أن, or at least what it was about."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from sitegen.english.adverbs import NEVER, When, skip
from sitegen.english.borders import solid, whole
from sitegen.english.clauses import clause
from sitegen.english.grammar import grammar, phrase_end, preposition
from sitegen.english.lookup import NP, head_of, lookup
from sitegen.english.noun_phrases import noun_phrase
from sitegen.english.phrase_parts import name_phrase
from sitegen.english.tagging import COMMA, HARD, Notes, Sentence, stretch
from sitegen.english.verbs import Verb, english_forms, verb_form
from sitegen.model import Entity, Reading, Statement
from sitegen.text.fold import match_key

_THAT = (match_key("أن"), match_key("بأن"))
#: أنه، أنها، أنهم with the pronoun that is the subject of the clause.
_THAT_HE = {match_key(that) + he: he for that in ("أن", "بأن") for he in ("ه", "ها", "هم")}
#: So many words may stand between a speaker and the أن of what was said.
_REACH = 16
#: So many words may describe a speaker or the setting without being understood.
_FAR = 14
#: Words after which somebody else may speak.
_SPEECH_AHEAD = frozenset(
    map(match_key, ("قوله", "قولها", "قولهم", "نقلا", "عن", "تأكيد", "تأكيده", "شائعات", "رفض", "نفي"))
)
#: Verbs whose clause tells what is wished or asked, not what is.
_WISHES = frozenset(("call for", "call on", "propose", "ask", "urge", "appeal to"))
_SAY = Verb(("say", "said", "said"), (), "speak about", "h", True)


class Fact(NamedTuple):
    """One thing a sentence tells, not yet worded."""

    #: said, quote, topic, about: of speech; speech: another act of it; event; label: «مصر: …» of a title
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
    if (
        np.parts == 2
        or np.kind in ("person", "place")
        or np.en in grammar().vague
        or np.en.startswith(("this ", "these "))
        or (np.entity and np.entity is subject.entity)
    ):
        return ""
    return np.full


def to_that(s: Sentence, j: int, prep: str) -> tuple[int, When]:
    """Return the word after أن, 0 when another verb, a mark or too much stands before it."""
    when, setting, first = NEVER, False, j
    while j < len(s.tokens) and j - first < _REACH and HARD.intersection(s.gaps[j]) <= COMMA | {"(", ")"}:
        key = s.key(j)
        if key in _THAT or key in _THAT_HE:
            governed = not prep or s.key(j - 1) == prep
            return (j + 1, when) if governed and not s.hard(j + 1) else (0, NEVER)
        end, day = skip(s, j)
        when = when if when.words else day
        if end > j:
            j = end
        elif end := phrase_end(grammar().settings, s, j):
            j, setting = end, True
        elif (prep and key == prep and s.key(j + 1) in _THAT) or (
            setting and not verb_form(key) and key not in grammar().boundaries
        ):
            j += 1
        elif key.startswith("ل") and (key == "ل" or key[1:] in grammar().media):
            j, setting = j + 1, True
        else:
            return 0, NEVER
    return 0, NEVER


def statements(reading: Reading, known: Notes) -> Iterable[Fact]:
    """Yield what the reading found as indirect speech, where speaker and clause are understood."""
    for st in reading.statements:
        s = stretch(known, st.line, st.start, st.end) if that_before(known, st.line, st.start) else None
        subject = speaker_of(known, st.line, st.start, st.speaker_ar, st.speaker) if s else None
        if s is None or subject is None or (subject.entity and subject.en in grammar().platforms):
            continue
        form = verb_form(match_key(st.verb))
        if form and any(v.en[0] in _WISHES for v in form.verbs):
            continue  # «طالب بأن تنسحب القوات»: they do not
        verb = next((v for v in form.verbs if v.about), _SAY) if form else _SAY
        if fact := said(s, 0, Speech(subject, verb, "past"), _pronoun_before(known, st)):
            yield fact


def that_before(known: Notes, line: int, start: int) -> bool:
    """Say whether a clause does not begin after «فإن»: that is what follows, not what was said."""
    for piece in known.pieces.get(line, ()):
        if piece.start <= start <= piece.end:
            before = piece.text[: start - piece.start].rstrip(' "”“«»').rsplit(" ", 1)[-1]
            return not before.startswith("ف")
    return True


def _pronoun_before(known: Notes, st: Statement) -> str:
    """Return the pronoun of the أن right before a clause, '' when it has none."""
    for piece in known.pieces.get(st.line, ()):
        if piece.start <= st.start <= piece.end:
            before = piece.text[: st.start - piece.start].rstrip(' "”“«»').rsplit(" ", 1)[-1]
            return _THAT_HE.get(match_key(before), "")
    return ""


def speaker_of(known: Notes, line: int, before: int, printed: str, id: str | None) -> NP | None:
    """Return a speaker as printed with role and name, or by name alone."""
    found = None
    for piece in known.pieces.get(line, ()) if printed else ():
        at = piece.text.rfind(printed, 0, max(before - piece.start, 0))
        if at >= 0:
            start = piece.start + at
            s = stretch(known, line, start, start + len(printed))
            found = _printed(s) if s and s.tokens else None
    if id is None:
        return found if found and found.kind in ("person", "org") else None
    entity = known.cast.get(id)
    if found and found.entity is not None:
        return found if found.entity.id == id else None
    return name_phrase(entity) if entity and _fits(entity, printed, found) else None


def _fits(entity: Entity, printed: str, found: NP | None) -> bool:
    """Say whether a speaker's words can mean the entity: its name, not a given name alone, or a role."""
    if not printed or found is not None or entity.kind != "person":
        return True
    given = entity.ar.split(" ")[0] if " " in entity.ar else ""
    return any(m.text in printed and m.text != given for m in entity.mentions)


def _printed(s: Sentence) -> NP | None:
    """Read a speaker as printed; a name that nobody knows may follow a definite role."""
    np = noun_phrase(s, 0)
    if np is None or np.owner:
        return None
    return np if past_name(s, np) == len(s.tokens) else None


def past_name(s: Sentence, subject: NP) -> int:
    """Return the word after a subject; a name that nobody knows may follow a definite role."""
    j = subject.end
    if subject.kind != "person" or subject.entity or not subject.definite or subject.plural or s.hard(j):
        return j
    k = j
    while k < len(s.tokens) and k - j < 7 and not s.hard(k):
        token = s.tokens[k]
        if (
            preposition(s, k)
            or token.key in grammar().boundaries
            or k in s.dates
            or phrase_end(grammar().settings, s, k)
        ):
            break
        if k == j and token.light.startswith("ال") and token.key not in grammar().titles:
            return j
        for known in s.entities.get(k, ()):
            person = isinstance(known.value, Entity) and known.value.kind == "person"
            return known.end if person and not known.lead else j
        if token.key not in grammar().titles and lookup(s, k, ""):
            return j  # «نائب الرئيس وزير الخارجية …»: another office, or what he did it to
        if verb_form(token.key) and k > j:
            break
        k += 1
    return k


def far_that(s: Sentence, subject: NP, prep: str) -> tuple[int, NP] | None:
    """Step from a subject over words that only describe it to أن: the word after it, the subject.

    A minister of something not understood is told as "a minister".
    """
    j = subject.end
    while j < len(s.tokens) and j - subject.end < _FAR:
        key = s.key(j)
        if not HARD.intersection(s.gaps[j]) <= COMMA | {"(", ")"} or key in _SPEECH_AHEAD:
            return None
        if key in _THAT or key in _THAT_HE:
            break
        if (
            key in grammar().boundaries
            or (j > subject.end and verb_form(key))
            or (key[:1] == "ي" and j not in s.entities)
        ):
            return None
        j += 1
    if s.key(j) not in _THAT and s.key(j) not in _THAT_HE:
        return None
    if s.hard(j + 1) or (prep and s.key(j - 1) != prep):
        return None
    if subject.entity is not None or whole(s, subject):
        return j + 1, subject
    if not solid(subject) or subject.proper:
        return None
    if s.key(subject.end).startswith("ال") and head_of(subject.en) != subject.en:
        return None  # «مصدر في وزارة الخارجية الروسية»: not just any ministry
    return j + 1, subject._replace(definite=False)


def pronoun_at(s: Sentence, j: int) -> str:
    """Return the pronoun of the أن at word `j`.

    >>> _THAT_HE[match_key("بأنها")]
    'ها'
    """
    return _THAT_HE.get(s.key(j), "")
