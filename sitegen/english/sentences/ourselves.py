"""What somebody says of "us" or "me": «سنرسل …» we will send …, «لن أترشح» I will not run, «ملتزمون ب…»."""

from __future__ import annotations

from sitegen.english.parts.done import Done
from sitegen.english.parts.predicates import complete
from sitegen.english.phrases.inflection import inflect
from sitegen.english.phrases.phrase import NP
from sitegen.english.phrases.wants import fits
from sitegen.english.sentences.states import state
from sitegen.english.words.adverbs import limit, skip
from sitegen.english.words.lookup import lookup
from sitegen.english.words.nouns import possessed
from sitegen.english.words.tagging import Sentence
from sitegen.english.words.verbs import VerbForm, verb_form
from sitegen.text.fold import match_key

#: Particles before the verb: the tense, and that it is denied.
_PARTICLES = {"لن": "future", "لا": "present", "لم": "past"}
_WE, _I = "ن", "ا"
_OURSELVES = match_key("نحن")
#: A verb of us has so many letters.
_LEAST = 4


def of_us(s: Sentence, j: int, *, alone: bool = False) -> str:
    """Return the clause at word `j` that is said of us or of me, '' unless it is understood to its end.

    One man speaks `alone`: «قادر على …» I am able to ….
    """
    tense = _PARTICLES.get(s.key(j), "")
    first = j + bool(tense)
    if first > j and s.hard(first):
        return ""
    key = s.key(first)
    if not tense and key.startswith(f"س{_WE}"):
        tense, key = "future", key[1:]
    form = _form(s, first, key, alone=not tense)
    past = _past(s, j) if form is None and not tense else None
    if form is None and past is None:
        return _are(s, j, alone=alone)
    form, tense = (form, tense) if form else (past, "past")
    ours = key[0] == _WE or past is not None
    who = NP(first, "we" if ours else "I", "person", plural=True, proper=True)
    negated = first > j
    for verb in form.verbs if form else ():
        if verb.subject and not fits(who, verb.subject):
            continue
        done = complete(s, first + 1, verb, who, negated=negated)
        if done is None or done.verb[0].startswith("be "):
            continue
        till = _till(s, first + 1, done) if negated else ""
        if till is not None and (negated or _ends(s, done)):
            shown = inflect(done.verb, tense or "present", plural=True, negated=negated)
            return " ".join(f"{who.en} {shown} {done.rest} {till or done.when.words}".split())
    return ""


def _form(s: Sentence, j: int, key: str, *, alone: bool) -> VerbForm | None:
    """Return the verb at word `j`; one that stands `alone` is of us, and no other verb or noun: «نشر»."""
    if len(key) < _LEAST - (not alone) or key[0] not in (_WE, _I) or (alone and key[0] == _I):
        return None
    if alone and (verb_form(key) or lookup(s, j, "") or j in s.entities):
        return None
    form = verb_form("ي" + key[1:])
    return form if form and form.tense == "present" else None


def _past(s: Sentence, j: int) -> VerbForm | None:
    """Read «قصفنا» we bombarded; «قواتنا» are our forces."""
    key = s.key(j)
    form = verb_form(key[:-2]) if key.endswith("نا") and len(key) > _LEAST else None
    return form if form and form.tense == "past" and not possessed(f"{key[:-2]}ه") else None


def _are(s: Sentence, j: int, *, alone: bool) -> str:
    """Read «ملتزمون بالاتفاق» and «نحن ملتزمون …» we are committed to the agreement."""
    j += s.key(j) == _OURSELVES and not s.hard(j + 1)
    many = s.key(j).endswith("ون")
    if not many and not alone:
        return ""
    who = NP(j, "we" if many else "I", "person", plural=many, proper=True)
    done = state(s, j, who, opens=True)
    told = done is not None and _ends(s, done) and not done.negated
    return f"{who.en} {'are' if many else 'am'} {done.verb[0][3:]} {done.rest}" if done and told else ""


def _till(s: Sentence, j: int, done: Done) -> str | None:
    """Return till when a verb is denied whose words begin at word `j`, None where a time is not told."""
    for k in range(j, len(s.tokens)):
        found = limit(s, k)
        if found is None:
            return None
        if found[1]:
            return found[1] if k in (done.end, done.end - (found[0] - k)) else None
    return "" if s.hard(done.end) else None


def _ends(s: Sentence, done: Done) -> bool:
    return s.hard(skip(s, done.end)[0])
