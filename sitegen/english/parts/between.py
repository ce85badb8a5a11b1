"""What may stand between a subject and what its verb asks for: an office, where and when, an aside."""

from __future__ import annotations

from sitegen.english.phrases.noun_phrases import noun_phrase
from sitegen.english.phrases.phrase import NP
from sitegen.english.phrases.wants import fits
from sitegen.english.words.adverbs import skip
from sitegen.english.words.grammar import grammar, phrase_end, preposition, small
from sitegen.english.words.lines import COMMA, HARD
from sitegen.english.words.lookup import lookup
from sitegen.english.words.tagging import Sentence
from sitegen.english.words.verbs import verb_form

#: Marks inside an aside: a name may stand in brackets.
_INSIDE = COMMA | {"(", ")"}
#: An aside has so many words, a newspaper with its name at most so many.
_ASIDE, _OUTLET = 30, 6
#: A relative clause between commas has so many words less one, what stands in brackets so many.
_RELATIVE, _BRACKETS = 14, 6


def past_office(s: Sentence, j: int, subject: NP) -> int:
    """Return the word after an office of `subject` before the object: «الأمير …، أمير مكة، …», else 0."""
    if subject.entity is None or subject.entity.kind != "person" or j >= len(s.tokens):
        return 0
    if j != subject.end and s.gaps[j] == "":
        return 0  # «السيسي يدعو أمير قطر إلى …»: whom he calls on
    if not HARD.intersection(s.gaps[j]) <= COMMA:
        return 0
    np = noun_phrase(s, j)
    if np is None or np.kind != "person" or np.entity or np.owner or not (np.definite or np.proper):
        return 0
    if not COMMA.isdisjoint(s.gaps[j]) and np.end < len(s.tokens) and COMMA.isdisjoint(s.gaps[np.end]):
        return _closing(s, np.end)  # «طالب فلان، المتهم بالفساد، بإجراء انتخابات»
    return _after(s, np.end)


def past_adjunct(s: Sentence, j: int) -> int:
    """Return the word after «في …»، «بالرياض»، «بالتعاون مع …» before the object, 0 if none stands there."""
    if j >= len(s.tokens) or not HARD.intersection(s.gaps[j]) <= COMMA:
        return 0
    first = phrase_end(grammar().partners, s, j) or (j + 1 if s.tokens[j].light in grammar().adjuncts else 0)
    np = noun_phrase(s, first) if first and not s.hard(first) else None
    if told := addressed(s, j) or _through(s, j):
        return told
    if not first and s.key(j)[0] == "ب" and not lookup(s, j, ""):
        np = noun_phrase(s, j, "ب")
        school = np and np.kind == "org" and (np.definite or np.proper) and fits(np, "schools")
        np = np if np and (school or np.kind == "place") else None  # «طلاب بكلية الهندسة»
    return _after(s, np.end) if np and not np.owner else 0


def _through(s: Sentence, j: int) -> int:
    """Return the word after the part of a body that acted for it: «ممثلة بمركز التدريب …», else 0."""
    if s.key(j) not in small("represented") or s.key(j + 1)[:1] != "ب" or s.hard(j + 1):
        return 0
    end = j + 2
    while end < len(s.tokens) and not s.hard(end) and s.key(end).startswith(("ال", "وال", "لل")):
        end += 1
    return _after(s, end)


def addressed(s: Sentence, j: int) -> int:
    """Return the preposition behind the outlet that was told: «لوكالة سي إن إن عن …», else 0."""
    key = s.key(j)
    if key != "ل" and not (key.startswith("ل") and key[1:] in grammar().media):
        return 0
    for end in range(j + 1, min(j + _OUTLET, len(s.tokens))):
        if preposition(s, end):
            return end
        if s.hard(end) or verb_form(s.key(end)) or s.key(end) in grammar().boundaries:
            return 0
    return 0


def _after(s: Sentence, end: int) -> int:
    end, _ = skip(s, end)
    return end if end < len(s.tokens) and not (HARD - COMMA).intersection(s.gaps[end]) else 0


def past_aside(s: Sentence, j: int) -> int:
    """Return the word after an aside that a comma ends, 0 if none stands at word `j`.

    «المسرحية، وهي من تأليف فلان، قضايا …»، «المحكمة في جلستها التي عقدت اليوم، محاكمة …».  What follows it
    must be a thing, an event or a preposition: a person may be one more of those in the aside.
    """
    if j >= len(s.tokens) or not HARD.intersection(s.gaps[j]) <= COMMA:
        return 0
    opens = (
        s.key(j) in grammar().relatives
        or s.key(j) in grammar().and_which
        or s.tokens[j].light in grammar().adjuncts
        or s.key(j)[0] == "ل"  # «اللجنة المنظمة لمهرجان …، إطلاق …»
    )
    if not opens and not phrase_end(grammar().partners, s, j):
        return 0
    return _closing(s, j + 1)


def past_marks(s: Sentence, j: int) -> int:
    """Return where the verb may stand behind what marks set off from its subject at word `j`, else 0.

    «المتهم (29 عاما) اعترف»، «القارب، الذي أبحر من طرابلس، غرق»، «الأمير خالد، سيتوج».
    """
    if s.gaps[j] == "(":
        return next((k for k in range(j + 1, min(j + _BRACKETS, len(s.tokens))) if s.gaps[k] == ")"), 0)
    if s.gaps[j] not in COMMA:
        return 0
    return past_relative(s, j) or j


def past_relative(s: Sentence, j: int) -> int:
    """Return the word after a relative clause between commas: «…، الذي زار الشمال أمس، أن …», else 0."""
    if s.key(j) not in grammar().relatives or s.gaps[j] not in COMMA:
        return 0
    for k in range(j + 1, min(j + _RELATIVE, len(s.tokens))):
        if s.gaps[k] in COMMA:
            return k
        if s.hard(k) or s.key(k) in grammar().embedding:
            return 0
    return 0


def _closing(s: Sentence, j: int) -> int:
    """Return the word behind the comma that ends an aside, 0 if the sentence may not go on there."""
    barred = grammar().embedding | grammar().conditions
    for k in range(j, min(j + _ASIDE, len(s.tokens))):
        if s.key(k) in barred or not HARD.intersection(s.gaps[k]) <= _INSIDE:
            return 0
        if not COMMA.isdisjoint(s.gaps[k]) and (preposition(s, k) or _thing(s, k)):
            return k
    return 0


def _thing(s: Sentence, k: int) -> bool:
    np = noun_phrase(s, k)
    return np is not None and np.kind in ("thing", "event") and not np.entity and not np.owner
