"""Who speaks: somebody printed with role and name, or by name alone, and whose words are surely his."""

from __future__ import annotations

import re

from sitegen.english.phrases.name_phrases import named_before
from sitegen.english.phrases.noun_phrases import noun_phrase
from sitegen.english.phrases.phrase import NP
from sitegen.english.phrases.phrase_parts import name_phrase
from sitegen.english.words.before import last_printed, sentence_before, word_before
from sitegen.english.words.grammar import grammar, phrase_end, preposition
from sitegen.english.words.lookup import lookup
from sitegen.english.words.tagging import Known, Notes, Sentence
from sitegen.english.words.verbs import verb_form
from sitegen.model import Entity, Quote, Reading, Statement
from sitegen.text.fold import match_key

#: So many words before somebody's words cannot name another speaker.
_INTRO = 4
#: A newspaper has so many words less one: «لصحيفة الشرق الأوسط».
_MEDIUM = 5
_QUOTES = '"”»“« '
_PARTICIPLE = re.compile(r"(?:^|\s)و?م\w+ا (?:\w+ )?[أا]ن\w*\W*$")


def surely_spoken(reading: Reading, known: Notes) -> list[Statement | Quote]:
    """Return the speech of which it is sure whose it is, in the order of the text.

    The speaker is printed in the sentence, or nobody else can be: «وأضاف أن …», back to where he is named.
    """
    spoken: list[Statement | Quote] = [*reading.statements, *reading.quotes]
    spoken.sort(key=lambda words: (words.line, words.start))
    found: list[Statement | Quote] = []
    last: Statement | Quote | None = None  # of whom it is sure
    for words in spoken:
        intro = sentence_before(known, words.line, words.start)
        named = bool(words.speaker_ar) and words.speaker_ar in intro
        same = last is not None and words.speaker is not None and last.speaker == words.speaker
        short = len(intro.split()) <= _INTRO and (same or (last is None and _named_near(known, words)))
        last = words if (named or short) and not _one_of_many(words, intro) else None
        if last is not None:
            found.append(words)
    return found


def _one_of_many(words: Statement | Quote, intro: str) -> bool:
    """Say whether «مشيرا إلى أن» of one man stands behind a speaker of many: «سكان …، مشيرا»."""
    many = match_key(words.speaker_ar.split(" ", 1)[0]).removeprefix("ال") in grammar().crowds
    return many and _PARTICIPLE.search(intro) is not None


def _named_near(known: Notes, words: Statement | Quote) -> bool:
    """Say whether a speaker is printed before his words in their line or the line before."""
    for line in (words.line, words.line - 1, words.line - 2):
        for piece in known.pieces.get(line, ()):
            end = words.start - piece.start if line == words.line else len(piece.text)
            if words.speaker_ar and words.speaker_ar in piece.text[: max(end, 0)]:
                return True
    return False


def that_before(known: Notes, line: int, start: int) -> bool:
    """Say whether a clause does not begin after «فإن»: that is what follows, not what was said."""
    return not word_before(known, line, start).startswith("ف")


def speaker_of(known: Notes, line: int, before: int, printed: str, id: str | None) -> NP | None:
    """Return a speaker as printed with role and name, or by name alone."""
    s = last_printed(known, line, before, printed)
    found = _printed(s) if s else None
    if id is None:
        return found if found and found.kind in ("person", "org") else None
    entity = known.cast.get(id)
    if found and found.entity is not None:
        return found if found.entity.id == id else None
    if found and entity and found.kind == "place" and entity.kind != "place":
        found = None  # «علمت «الشرق الأوسط» …»: the newspaper
    if found and s and entity and found.end == len(s.tokens) and _holds(s, entity):
        return found  # «المتحدث باسم الرئيس محمود عباس»: not the president
    if s and found is None and any(preposition(s, i) for i in range(1, len(s.tokens))):
        return None  # «الخبير في الأحوال الجوية فلان»: who is described is told with what he is
    return name_phrase(entity) if entity and _fits(entity, printed, found) else None


def _holds(s: Sentence, entity: Entity) -> bool:
    return any(known.value is entity for at in s.entities.values() for known in at)


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
    np = named_before(s, 0, np) or np
    return np if past_name(s, np) == len(s.tokens) else None


def past_colon(s: Sentence, j: int) -> int:
    """Return the word behind the colon or the dots that end who speaks before word `j`, 0 if none do.

    To whom he speaks may stand between: «فلان:»، «فلان لـ"الوطن":».
    """
    if j >= len(s.tokens):
        return 0
    if s.gaps[j].strip(_QUOTES) in (":", ".."):
        return j
    key = s.key(j)
    to = key == "ل" or key.startswith("لال") or (key[:1] == "ل" and key[1:] in grammar().media)
    to = to or any(k.lead == "ل" and _is_person(k) for k in s.entities.get(j, ()))  # «أردوغان لبوتين:»
    for k in range(j + 1, min(j + _MEDIUM, len(s.tokens)) if to and not s.hard(j) else 0):
        if s.hard(k):
            return k if s.gaps[k].strip(_QUOTES) == ":" else 0
    return 0


def _is_person(known: Known) -> bool:
    return isinstance(known.value, Entity) and known.value.kind == "person"


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
        if k == j and token.light.startswith(("ال", "لل")) and token.key not in grammar().titles:
            return j  # «الأمين العام للمجلس …»: of a body that is not understood
        if k == j and token.key[0] == "و" and verb_form(token.key[1:]):
            return j  # «استقال الوزير وعاد إلى …»
        for known in s.entities.get(k, ()):
            person = isinstance(known.value, Entity) and known.value.kind == "person"
            return known.end if person and not known.lead else j
        if token.key not in grammar().titles and lookup(s, k, ""):
            return j  # «نائب الرئيس وزير الخارجية …»: another office, or what he did it to
        if verb_form(token.key) and k > j:
            break
        k += 1
    return k
