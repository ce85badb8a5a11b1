"""Who speaks where: indirect and direct speech, what stands right behind a verb of saying, «بحسب فلان»."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from sitegen.english.parts.callers import caller, may_speak, named, unsure
from sitegen.english.parts.sources import sources
from sitegen.english.parts.speakers import past_colon, past_name, speaker_of, surely_spoken, that_before
from sitegen.english.parts.subjects import subject_phrase
from sitegen.english.parts.verb_groups import PARTICLES, VerbGroup, matching, verb_group
from sitegen.english.phrases.articles import shown
from sitegen.english.phrases.borders import whole
from sitegen.english.phrases.phrase import NP
from sitegen.english.phrases.wants import fits
from sitegen.english.sentences.reports import far_clause, far_that, to_that
from sitegen.english.words.adverbs import skip
from sitegen.english.words.before import last_printed
from sitegen.english.words.grammar import grammar, phrase_end, preposition
from sitegen.english.words.lookup import lookup
from sitegen.english.words.mention_words import mention_words
from sitegen.english.words.tagging import Notes, Sentence, stretch
from sitegen.english.words.verbs import Verb, VerbForm, verb_form
from sitegen.model import Quote, Reading, Statement
from sitegen.text.fold import match_key
from sitegen.text.remembered import Remembered

_AT_WITH = ("في", "مع")
SPEAK = ("speak about", "spoke about", "spoken about")


class Talk(Struct, frozen=True, gc=False):
    """Somebody's words: the words [start, end) of a sentence are his, or what he spoke about."""

    subject: NP
    verb: tuple[str, str, str]
    s: Sentence
    start: int
    end: int


def reported(reading: Reading, known: Notes) -> Iterator[Talk]:
    """Yield the indirect and direct speech whose speaker is understood."""
    found = (_reported(known, words) for words in surely_spoken(reading, known))
    return (replace(talk, subject=shown(talk.subject)) for talk in found if talk and may_speak(talk.subject))


def in_sentences(sentences: Iterable[Sentence]) -> Iterator[Talk]:
    """Yield what speakers are read to say in the sentences themselves."""
    for s in sentences:
        first = led(s)
        found = (*((first,) if first else ()), *_said_in(s), *_according(s))
        yield from (replace(talk, subject=shown(talk.subject)) for talk in found if may_speak(talk.subject))


def _reported(known: Notes, words: Statement | Quote) -> Talk | None:
    s = stretch(known, words.line, words.start, words.end)
    if s is None or (isinstance(words, Statement) and not _told_so(known, words)):
        return None
    subject = _speaker(known, words)
    return Talk(subject, SPEAK, s, 0, len(s.tokens)) if subject else None


def _told_so(known: Notes, words: Statement) -> bool:
    """Say whether a clause is what somebody said, not what follows from it, and not what he denied."""
    form = verb_form(match_key(words.verb))
    denied = form is not None and any(verb.en[0] == "deny" for verb in form.verbs)
    return not denied and that_before(known, words.line, words.start)


def _speaker(known: Notes, words: Statement | Quote) -> NP | None:
    """Return who speaks; somebody whose description is not understood is "a director"."""
    found = speaker_of(known, words.line, words.start, words.speaker_ar, words.speaker)
    if found and unsure(match_key(words.speaker_ar.split(" ", 1)[0]), found):
        found = None
    if words.speaker is not None:
        return found
    s = last_printed(known, words.line, words.start, words.speaker_ar, words.start)
    found = found or (caller(s, 0) if s else None)
    return named(s, found, len(s.tokens) - 1) if s and found else None


def _according(s: Sentence) -> Iterator[Talk]:
    """Read «…، بحسب وكالة رويترز» and «وبحسب رويترز، …»: the sentence is what the source says.

    Behind it, «بحسب مصدر أمني» is no more than where it is from.
    """
    for found in sources(s):
        if found.start or found.who.entity or not found.who.full.islower():
            yield Talk(found.who, SPEAK, s, found.start, found.end)


def _said_in(s: Sentence) -> Iterator[Talk]:
    """Read «أكد الوزير أهمية …»: a verb of saying, who says it, and right behind it a phrase, no clause."""
    if not any(map(_SAYS.__getitem__, s.keys)):  # as in most sentences
        return
    joints, openers = grammar().joints, grammar().openers
    said = [_SAYS[key] for key in s.keys]
    for j, key in enumerate(s.keys):
        if j and not s.marked[j] and key[0] != "و" and s.keys[j - 1] not in joints:
            continue
        at = phrase_end(openers, s, j) or j
        if at < len(said) and said[at] and (found := _saying(s, at)):
            yield found


def _may_say(key: str) -> bool:
    """Say whether a verb of saying, or what stands before one, may begin with a word: most words do not."""
    words = (key, key[1:]) if key[0] == "و" else (key,)
    return any(word in PARTICLES or ((form := verb_form(word)) and _tells(form)) for word in words)


_SAYS = Remembered(_may_say)


def _saying(s: Sentence, j: int) -> Talk | None:
    """Read a verb of saying at word `j`, who says it and what it is about."""
    for clitic in ("", "و") if s.keys[j][0] == "و" else ("",):
        group = verb_group(s, j, clitic)
        if group is None or group.negated or group.tense == "future" or not _tells(group.form):
            continue
        at, _ = skip(s, group.end)
        if not s.hard(at) and (found := _by(s, at, group)):
            return found
    return None


def _by(s: Sentence, at: int, group: VerbGroup) -> Talk | None:
    """Read who says it at word `at`, and what: a phrase right behind, or a clause behind his description."""
    subject = subject_phrase(s, at)
    if subject is None or subject.owner:
        who = caller(s, at)
        start = far_clause(s, who.end) if who and any(v.about and v.speech for v in group.form.verbs) else 0
        return Talk(named(s, who, start - 1), SPEAK, s, start, len(s.tokens)) if who and start else None
    if unsure(s.key(at), subject) or _called_on(subject, group):
        return None
    return _words(s, subject, past_name(s, subject), matching(subject, group, verb_first=True))


def _called_on(subject: NP, group: VerbGroup) -> bool:
    """Say whether many without a name may be whom somebody calls on: «ودعا حلفاء كييف إلى تزويدها»."""
    nameless = subject.plural and subject.kind == "person" and subject.entity is None
    return nameless and any(verb.en[0] in mention_words().wishes for verb in group.form.verbs)


def led(s: Sentence) -> Talk | None:
    """Read «المصادر أكدت أن …» and, in a title, «وزير الصحة: …»: who says it stands before the verb."""
    i = phrase_end(grammar().openers, s, 0) if s.tokens else 0
    subject = subject_phrase(s, i) if i < len(s.tokens) else None
    if subject is None or subject.owner or not fits(subject, "b") or unsure(s.key(i), subject):
        return None
    j = subject.end
    if s.role == "title" and (told := past_colon(s, j)) and ":" in s.gaps[told]:
        return Talk(subject, SPEAK, s, told, len(s.tokens)) if may_speak(subject) else None
    group = matching(subject, verb_group(s, j), verb_first=False) if not s.hard(j) else None
    return None if group is None or group.negated else _words(s, subject, group.end, group)


def _words(s: Sentence, subject: NP, j: int, group: VerbGroup | None) -> Talk | None:
    """Read what is said at word `j`: a clause behind أن, or a phrase."""
    for verb in group.form.verbs if group and group.tense != "future" else ():
        if clause := _clause(s, subject, j, verb):
            return clause
        direct = verb.en[0] in mention_words().talks
        if not (direct or verb.en[0] in mention_words().speaks) or not _fits(subject, verb):
            continue
        start = _object(s, j, verb)
        if start and (subject.loose or subject.entity or j > subject.end or whole(s, subject)):
            return Talk(subject, verb.en if direct else SPEAK, s, start, _end(s, start))
    return None


def _clause(s: Sentence, subject: NP, j: int, verb: Verb) -> Talk | None:
    """Read the أن-clause behind who says it, and behind words that only describe him or the setting."""
    for frame in verb.frames:
        if (
            frame.kind != "an"
            or not (verb.about and verb.speech)
            or verb.en[0] == "deny"
            or not _fits(subject, verb)
        ):
            continue
        start, _ = to_that(s, j, frame.prep)
        who = subject
        if not start and j >= subject.end and (far := far_that(s, subject, frame.prep)):
            start, who = far
        if start and not s.hard(start):
            return Talk(who, SPEAK, s, start, _goes_on(s, start))
    return None


def _goes_on(s: Sentence, start: int) -> int:
    """Return the word before which a clause ends for certain: «، مشيرا إلى …» may be another's."""
    for j in range(start + 1, len(s.tokens)):
        if s.hard(j) and s.key(j)[:1] == "م" and s.key(j)[-1:] == "ا" and s.tokens[j].text[-1:] != "ء":
            return j
    return len(s.tokens)


def _tells(form: VerbForm) -> bool:
    """Say whether any reading of a form is a verb of saying."""
    known = mention_words()
    verbs = form.verbs + (form.other.verbs if form.other else ())
    return any(v.about or v.en[0] in known.talks or v.en[0] in known.speaks for v in verbs)


def _fits(subject: NP, verb: Verb) -> bool:
    return not verb.subject or subject.source or fits(subject, verb.subject)


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
    known = grammar()
    for j in range(start + 1, len(s.tokens)):
        more = s.gaps[j] == "،" and s.key(j)[:1] == "و" and lookup(s, j, "و") and not verb_form(s.key(j)[1:])
        if (s.hard(j) and not more) or s.keys[j] in known.embedding or s.keys[j] in known.boundaries:
            return j
        if phrase_end(known.settings, s, j):
            return j
        if (prep := preposition(s, j)) in known.adverbial and prep not in _AT_WITH:
            return j
    return len(s.tokens)
