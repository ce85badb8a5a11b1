"""What was or is to be done: «تم افتتاح المعرض», «المقترحات ستتم مناقشتها»."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from sitegen.english.parts.adjuncts import NOBODYS, adjuncts
from sitegen.english.parts.caution import conditional
from sitegen.english.parts.done import Done
from sitegen.english.parts.extras import extra_of, setting
from sitegen.english.parts.verb_groups import VerbGroup
from sitegen.english.phrases.borders import whole
from sitegen.english.phrases.inflection import inflect
from sitegen.english.phrases.noun_phrases import noun_phrase
from sitegen.english.phrases.phrase import NP
from sitegen.english.phrases.wants import fits
from sitegen.english.words import word_forms
from sitegen.english.words.adverbs import NEVER, When, skip
from sitegen.english.words.doings import doings
from sitegen.english.words.grammar import gloss, grammar
from sitegen.english.words.lookup import lookup
from sitegen.english.words.tagging import Sentence
from sitegen.english.words.verbs import english_forms

_HER, _HIM = "ها", "ه"
_DIE = "die"
_NONE = ("", "", "")


def was_done(s: Sentence, i: int) -> tuple[NP, tuple[str, str, str], str, int, When] | None:
    """Read «تم افتتاح المعرض» the exhibition was opened: who suffers, verb, tense, end, date."""
    tense = grammar().passives.get(s.key(i).removeprefix("و"))
    return (_suffers(s, i + 1, tense) if tense else None) or _impersonal(s, i)


def _impersonal(s: Sentence, i: int) -> tuple[NP, tuple[str, str, str], str, int, When] | None:
    """Read «عثر على جثة رجل» the body of a man was found."""
    table, word = grammar().impersonal, s.key(i)
    hit = gloss(table, s, i, word) or gloss(table, s, i, word[1:])
    if hit is None:  # as most words
        return None
    j, when = skip(s, hit[0])
    np = noun_phrase(s, j) if j < len(s.tokens) else None
    if np is None or np.owner or not whole(s, np) or conditional(s, np.end):
        return None
    forms = english_forms(hit[1]) if hit[1] == _DIE else _be(hit[1])
    return np, forms, "past", np.end, when if when.known else skip(s, np.end)[1]


def _suffers(s: Sentence, i: int, tense: str) -> tuple[NP, tuple[str, str, str], str, int, When] | None:
    j, when = skip(s, i)
    if s.hard(j):
        return None
    for verb, done in (*_deeds(s, j), *_told_by_object(s, j)):
        if done is None or done.owner or not whole(s, done) or conditional(s, done.end):
            continue
        if verb in grammar().sorts["made_so"] and _office(s, done.end):
            continue  # «جرى انتخاب فلان نائبا لرئيس المجلس»: not just elected
        return done, _be(verb), tense, done.end, when if when.words else skip(s, done.end)[1]
    return None


def done_where(s: Sentence, j: int) -> tuple[str, When]:
    """Read where something was done, behind whom it befell: words and day."""
    more = adjuncts(s, j)
    return more.words, NEVER if more.event or not more.words else skip(s, more.end)[1]


def _office(s: Sentence, j: int) -> bool:
    """Say whether word `j` may be what somebody is made, which is not read."""
    return not s.hard(j) and (
        s.key(j).endswith("ا") or any(h.noun.kind == "person" for h in lookup(s, j, ""))
    )


def _deeds(s: Sentence, j: int) -> Iterator[tuple[str, NP | None]]:
    """Yield the verb of each deed that word `j` can be, and what it is done to."""
    for hit in lookup(s, j, ""):
        if hit.noun.verb and (hit.noun.open or not hit.definite) and not s.hard(hit.end):  # «القبض على»
            yield hit.noun.verb, noun_phrase(s, hit.end)


def _told_by_object(s: Sentence, j: int) -> Iterator[tuple[str, NP | None]]:
    """Yield the same for deeds that only what is done to tells: «تم رفع الحظر عن السودان» the ban on it."""
    done = noun_phrase(s, j + 1) if doings(s.key(j)) and not s.hard(j + 1) else None
    deed = noun_phrase(s, j) if done else None
    for wants, noun in doings(s.key(j)) if done else ():
        if done is None or not any(fits(done, want) for want in wants):
            continue
        verb, _, what = deed.infinitive.partition(" ") if deed and deed.end > done.end else ("", "", "")
        if deed and what.startswith("the ") and verb == noun.verb:
            done = replace(done, end=deed.end, en=what.removeprefix("the "), definite=True, whole=True)
        yield noun.verb, done


def being_done(s: Sentence, j: int, subject: NP) -> Done | None:
    """Read «المقترحات ستتم مناقشتها» at the verb: a pronoun behind the verbal noun means the subject."""
    tense = grammar().passives.get(s.key(j))
    first, when = skip(s, j + 1)
    if tense is None or s.hard(first):
        return None
    for hit in lookup(s, first, ""):
        own = hit.owner == (_HER if subject.plural or subject.fem else _HIM)
        if own and hit.noun.verb and hit.noun.kind == "event" and not conditional(s, hit.end):
            shown = inflect(_be(hit.noun.verb), tense, plural=subject.many)
            end, day = skip(s, hit.end)
            words = when.words or day.words
            return Done(end, _NONE, f"{subject.full} {shown}{words}")
    return None


def befell(s: Sentence, subject: NP, group: VerbGroup) -> Done | None:
    """Read «700 شخص أوقفوا خلال 12 يوما» were arrested: a deed with no object is done to its subject.

    None where the clause goes on, for whom they arrested may stand there.
    """
    if subject.kind != "person" or group.tense not in ("past", "earlier") or group.negated:
        return None
    for verb in group.form.verbs:
        for frame in verb.frames:
            if frame.kind != "o" or frame.words or frame.verb[0] not in grammar().sorts["done_to"]:
                continue
            if frame.want and not fits(subject, frame.want):
                continue
            more, end = extra_of(s, group.end, frame, subject)
            end, where, when = setting(s, end, NOBODYS)
            if (
                s.hard(end)
                and not (conditional(s, end) or _late_object(s, end, frame.want))
                and (more or not frame.extra[1].endswith("!"))
            ):
                shown = inflect(_be(frame.verb[0], frame.verb[2]), group.tense, plural=subject.many)
                return Done(
                    end, _NONE, " ".join(f"{subject.full} {shown} {more} {where}{when.words}".split())
                )
    return None


def _late_object(s: Sentence, j: int, want: str) -> bool:
    """Say whether whom a deed was done to may stand behind the mark at word `j`: «أوقفوا أمس، ثلاثة جنود»."""
    j, _ = skip(s, j)
    np = noun_phrase(s, j) if j < len(s.tokens) else None
    return np is not None and (not want or fits(np, want))


def _be(verb: str, participle: str = "") -> tuple[str, str, str]:
    """Return the forms of the passive of an English verb."""
    words = participle or word_forms.participle(verb)
    return f"be {words}", f"was {words}", f"been {words}"
