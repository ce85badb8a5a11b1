"""What stands between a subject and its verb: «قد ينسحب» may withdraw, «كان يقل» was carrying."""

from __future__ import annotations

from msgspec.structs import replace

from sitegen.english.parts.caution import conditional
from sitegen.english.parts.done import Done
from sitegen.english.parts.predicates import complete
from sitegen.english.parts.subjects import subject_phrase
from sitegen.english.parts.verb_groups import VerbGroup, matching, verb_group
from sitegen.english.phrases.inflection import inflect
from sitegen.english.phrases.phrase import NP
from sitegen.english.phrases.wants import fits
from sitegen.english.words import word_forms
from sitegen.english.words.adverbs import skip
from sitegen.english.words.grammar import gloss, grammar, phrase_end
from sitegen.english.words.tagging import Sentence

#: How the English of a mode takes its verb: "may V", "was Ving".
_BASE, _ING, _NOW = " V", " Ving", " Vs"


def modal(s: Sentence, j: int, subject: NP, *, persons: bool = False) -> Done | None:
    """Read «قد ينسحب …», «كان يقل …» of a subject that stands before it; all of it is in `rest`.

    With `persons` the verb must be one that they do.
    """
    found = gloss(grammar().modes, s, j, s.key(j)) if j < len(s.tokens) else None
    if found is None or any(s.hard(k) for k in range(j + 1, found[0] + 1)):
        return None
    group = matching(subject, verb_group(s, found[0]), verb_first=False)
    if group is None or group.tense != "present" or (group.negated and not found[1].startswith("may ")):
        return None
    ways = [verb for verb in group.form.verbs if verb.subject == "h" or not persons]
    return _completed(
        s, subject, replace(group, form=replace(group.form, verbs=tuple(ways))), group.end, found[1]
    )


def foretold(s: Sentence, i: int) -> Done | None:
    """Read «من المتوقع أن يسجل الاقتصاد نموا»: is expected to; the verb stands before its subject."""
    for table, way in ((grammar().due, "is due to V"), (grammar().expected, "is expected to V")):
        if not (end := phrase_end(table, s, i)) or s.hard(end):
            continue
        group = verb_group(s, end)
        j, _ = skip(s, group.end) if group else (0, None)
        subject = subject_phrase(s, j) if group and not s.hard(j) else None
        if subject is None or subject.owner or not (subject.definite or subject.proper or subject.loose):
            return None
        group = matching(subject, group, verb_first=True)
        if group is None or group.tense != "present" or group.negated:
            return None
        return _completed(s, subject, group, subject.end, way)
    return None


def _completed(s: Sentence, subject: NP, group: VerbGroup, j: int, way: str) -> Done | None:
    for verb in group.form.verbs:
        if verb.subject and not fits(subject, verb.subject):
            continue
        done = complete(s, j, verb, subject, negated=group.negated)
        if done and not conditional(s, done.end):
            shown = _shown(way, done.verb, plural=subject.many, negated=group.negated)
            words = f"{subject.full} {shown} {done.rest}{done.when.words}"
            return Done(done.end, ("", "", ""), " ".join(words.split()), done.when)
    return None


def _shown(way: str, verb: tuple[str, str, str], *, plural: bool, negated: bool) -> str:
    """Return the verb in its mode.

    >>> _shown("may V", ("leave", "left", "left"), plural=False, negated=True)
    'might not leave'
    >>> _shown("is still Ving", ("try", "tried", "tried"), plural=True, negated=False)
    'are still trying'
    >>> _shown("was Ving", ("know", "knew", "known"), plural=False, negated=False)
    'knew'
    """
    state = verb[0].split(" ")[0] in grammar().sorts["stative"]
    if way.endswith(_ING) and state:
        shown = inflect(verb, "past" if way.startswith("was") else "present", plural=plural)
        if " still" not in way:
            return shown
        first, _, more = shown.partition(" ")
        return f"{first} still {more}" if verb[0].startswith("be ") else f"still {shown}"
    if way.endswith(_NOW):
        return f"{way.removesuffix(_NOW)} {inflect(verb, 'present', plural=plural)}"
    if plural:
        way = way.replace("is ", "are ", 1).replace("was ", "were ", 1)
        verb = (verb[0].replace(" its ", " their "), *verb[1:])
    if way.endswith(_ING):
        return f"{way.removesuffix(_ING)} {word_forms.gerund(verb[0])}"
    return f"might not {verb[0]}" if negated else f"{way.removesuffix(_BASE)} {verb[0]}"
