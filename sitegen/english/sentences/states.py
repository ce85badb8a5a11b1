"""What somebody or something is: «الهيئة مستعدة ل…» is ready for …, «التحديثات إجبارية» are mandatory."""

from __future__ import annotations

from msgspec.structs import replace

from sitegen.english.parts.done import Done
from sitegen.english.parts.predicates import complete
from sitegen.english.phrases.adjective import adjective
from sitegen.english.phrases.inflection import agrees
from sitegen.english.phrases.phrase import NP
from sitegen.english.phrases.wants import fits
from sitegen.english.words.adjectives import adjectives
from sitegen.english.words.tagging import Sentence
from sitegen.english.words.verbs import participle

_NOT = "غير"


def state(s: Sentence, j: int, subject: NP, *, opens: bool = False) -> Done | None:
    """Read a participle at word `j` with what it asks for, said of a definite subject: «قادر على».

    One that `opens` a clause may stand behind a mark.
    """
    if (s.hard(j) and not opens) or not (subject.definite or subject.proper):
        return None
    negated = s.key(j) == _NOT and not s.hard(j + 1)
    j += negated
    form = participle(f"{s.key(j)} {s.key(j + 1)}")  # «على وشك»
    j += form is not None
    form = form or participle(s.key(j))
    if form is None or not (form.either or agrees(subject, form, verb_first=False)):
        return None
    for verb in form.verbs:
        if verb.subject and not fits(subject, verb.subject):
            continue
        if done := complete(s, j + 1, verb, subject, negated=negated):
            return replace(done, negated=negated)
    return None


def quality(s: Sentence, j: int, subject: NP) -> Done | None:
    """Read an adjective that ends a clause, said of the subject: «الانتخابات مهمة» no mission."""
    if not (subject.definite or subject.proper):
        return None
    hit = adjective(s, j, replace(subject, definite=False, proper=False))
    if hit is None or not hit[1].rank or not s.hard(hit[0]):
        return None
    if s.key(hit[0] - 1).endswith("ا") and s.key(hit[0] - 1) not in adjectives():
        return None  # «إعلان فوزه رسميا»: how it was announced
    en = hit[1].en
    return Done(hit[0], (f"be {en}", f"was {en}", f"been {en}"), "")
