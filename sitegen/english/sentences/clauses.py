"""Clauses understood to the last word of what they tell: subject, verb, what completes it.

A clause may be cut only where its verb has all it asks for and something begins
that cannot change the sense; a condition or an exception later in the sentence
spoils it.
"""

from __future__ import annotations

from msgspec.structs import replace

from sitegen.english.parts.adjuncts import adjuncts, place_phrase
from sitegen.english.parts.between import past_marks, past_office
from sitegen.english.parts.caution import conditional
from sitegen.english.parts.done import Done
from sitegen.english.parts.predicates import complete
from sitegen.english.parts.subjects import subject_phrase
from sitegen.english.parts.verb_groups import VerbGroup, matching, verb_group
from sitegen.english.parts.victims import more_victims, no_reports
from sitegen.english.phrases.adjective import adjective
from sitegen.english.phrases.articles import anybody
from sitegen.english.phrases.borders import whole
from sitegen.english.phrases.inflection import going_on, inflect, ongoing, owned
from sitegen.english.phrases.noun_phrases import noun_phrase
from sitegen.english.phrases.phrase import HUMAN, NP, head_of
from sitegen.english.phrases.wants import at, fits
from sitegen.english.sentences.modes import foretold, modal
from sitegen.english.sentences.passives import befell, being_done, was_done
from sitegen.english.sentences.states import quality, state
from sitegen.english.words.adverbs import When, skip
from sitegen.english.words.grammar import grammar, preposition, small
from sitegen.english.words.lookup import lookup
from sitegen.english.words.tagging import Sentence
from sitegen.english.words.verbs import Verb

_NOT = ("لا", "ما")
_HIM = {"ه": "his", "ها": "her"}
#: What ties a phrase to a subject before its verb.
_LINKS = {"في": "in", "من": "from", "الي": "to"}
_NONE = ("", "", "")
#: Letters after which an object has no ending of its own.
_NO_ENDING = ("ا", "ه", "ي", "ء")
_HE = {"ه": "he", "ها": "she", "هم": "they"}


def clause(s: Sentence, i: int, speaker: NP, pronoun: str = "") -> Done | None:
    """Translate the clause that begins with its subject at word `i`, None unless all of it is understood.

    The whole clause is in `rest`.

    With a `pronoun` (أنه، أنها) the subject is he, she, it or they and the verb must be one that persons do.
    """
    if (passive := was_done(s, i)) and (not pronoun or pronoun == "ه"):
        np, forms, tense, end, when = passive
        shown = inflect(forms, tense, plural=np.many)
        return Done(end, forms, f"{np.full} {shown}{when.words}")
    if s.key(i) == "هناك":
        return _there(s, i + 1)
    if pronoun in ("", "ه") and (ahead := foretold(s, i)):
        return ahead
    if pronoun in ("", "ه") and (none := no_reports(s, i)):
        return Done(none[0], _NONE, f"there were {none[1]}")
    subject = _subject(s, i, speaker, pronoun)
    if subject is None:
        return None
    firm = subject.definite or subject.proper or subject.loose
    if subject.owner or not (firm or whole(s, subject)):
        return None
    subject = anybody(subject) if subject.plural else subject
    j, when = skip(s, subject.end)
    if s.hard(j):
        j = past_marks(s, j) if firm and not pronoun else 0
        if not j or verb_group(s, j) is None:
            return None
    if not pronoun and verb_group(s, j) is None:
        subject, j = _further(s, j, subject)
    if conditional(s, j):
        return None
    if firm and not pronoun and (done := being_done(s, j, subject)):
        return done
    if pronoun and s.key(j) in small("impersonal"):
        return None  # «أنه سيجري تشكيل …»: it will be formed
    if done := modal(s, j, subject, persons=bool(pronoun)):
        return done
    if verb_group(s, j) is None:
        return _nominal(s, j, subject) if firm and not (when.words or pronoun) else None
    return _with_verb(s, j, subject, when, persons=bool(pronoun))


def _with_verb(s: Sentence, j: int, subject: NP, when: When, *, persons: bool) -> Done | None:
    """Read the verb at word `j` behind its subject, and what it asks for; `persons` must be able to do it."""
    firm, group = subject.definite or subject.proper or subject.loose, verb_group(s, j)
    group = matching(subject, group, verb_first=False)
    if group is None or not (firm or group.tense == "past"):
        return None
    if toll := lost(s, j, subject):
        return Done(toll[2], _NONE, " ".join(f"{subject.full} were {toll[0]} {toll[1]}".split()))
    if done := None if persons else befell(s, subject, group):
        return done
    return _told(s, subject, group, when, persons=persons)


def _subject(s: Sentence, i: int, speaker: NP, pronoun: str) -> NP | None:
    """Read the subject at word `i`; what is the speaker's own is his or her country."""
    if pronoun and speaker.kind == "person" and _speaks_of_another(speaker):
        return None
    if pronoun:
        he = _HE[pronoun] if speaker.kind == "person" else "they" if speaker.many else "it"
        plural = pronoun == "هم" or he == "they"
        return NP(i, he, speaker.kind, plural=plural, fem=pronoun == "ها", proper=True, acts=True)
    np = subject_phrase(s, i) if i < len(s.tokens) else None
    return _speakers_own(np, speaker) if np and np.owner in _HIM else np


def _speakers_own(np: NP, speaker: NP) -> NP:
    """Return «بلاده»، «قواته» as the speaker's, as it came in doubt."""
    if np.en not in grammar().sorts["speakers_own"]:
        return np
    if speaker.kind != "person":
        its = owned(np, speaker)
        return replace(np, en=its, owner="", proper=True) if its else np
    if np.en != "country" and _speaks_of_another(speaker):
        return np
    return replace(np, en=f"{_HIM[np.owner]} {np.en}", owner="", proper=True, acts=np.kind != "thing")


def _further(s: Sentence, j: int, subject: NP) -> tuple[NP, int]:
    """Take in what stands between a subject and its verb: where it is, whose it is, an office behind a name.

    «فريقا من الوكالة سيراقب»، «المهندسين في المركز طوروا»، «فلان رئيس النادي لم يتخل».
    """
    if s.hard(j):
        return subject, j
    end, after = past_office(s, j, subject), subject
    for _ in _LINKS if not end else ():
        after, end = _linked(s, after, max(end, j)) or (after, end)
    after = replace(after, end=end)
    return (after, end) if end and matching(after, verb_group(s, end), verb_first=False) else (subject, j)


def _linked(s: Sentence, np: NP, j: int) -> tuple[NP, int] | None:
    """Take in the place or body that a preposition at word `j` ties to a subject."""
    link = _LINKS.get(s.key(j), "")
    where = noun_phrase(s, j + 1) if link and not (s.hard(j) or s.hard(j + 1)) else None
    if where is None or where.kind not in ("place", "org") or where.owner or not whole(s, where):
        return None
    if not (where.definite or where.proper or where.entity):
        return None
    return replace(np, en=f"{np.en} {at(link, where)} {where.full}"), where.end


def _speaks_of_another(speaker: NP) -> bool:
    """Say whether somebody's "he" is another: «قال المتحدث إنه اعترف» is said of a suspect."""
    return not grammar().sorts["for_others"].isdisjoint(head_of(speaker.en).replace(",", "").split())


def _told(s: Sentence, subject: NP, group: VerbGroup, when: When, *, persons: bool) -> Done | None:
    """Complete the verb of a clause; with `persons` it must be one that they do."""
    for verb in group.form.verbs:
        if (verb.subject and not fits(subject, verb.subject)) or (persons and not _own_deed(verb, subject)):
            continue
        if persons and _bare_noun(s, group.end):
            continue  # «أنه سيعقد اجتماع»: it will be held; he would hold «اجتماعا»
        if done := complete(s, group.end, verb, subject, negated=group.negated):
            when = when if when.known else done.when
            if done.verb[0] == "occur" and group.tense == "present" and not (done.rest or when.words):
                continue  # «حوادث القطارات تقع في مختلف الدول»: that they do tells nothing
            due = group.tense == "present" and when.ahead and not ongoing(done.verb[0])
            tense = "future" if due else group.tense
            shown = inflect(done.verb, tense, plural=subject.many, negated=group.negated)
            if tense == "present" and not group.negated and _under_way(done.verb[0], ends=s.hard(done.end)):
                shown = going_on(done.verb[0], plural=subject.many)
            return replace(done, rest=" ".join(f"{subject.full} {shown} {done.rest}{when.words}".split()))
    return None


def _own_deed(verb: Verb, speaker: NP) -> bool:
    """Say whether a verb behind أنه is one that the speaker does: what persons do, or armies."""
    wages = speaker.kind == "org" and verb.en[0] in grammar().sorts["waged"]
    return verb.subject == "h" or wages


def _bare_noun(s: Sentence, j: int) -> bool:
    """Say whether a noun at word `j` lacks the ending that an object has: nothing completes or defines it."""
    key = s.key(j)
    if (
        s.hard(j)
        or key.startswith("ال")
        or key[-1:] in _NO_ENDING
        or not (s.hard(j + 1) or preposition(s, j + 1))
    ):
        return False
    return any(hit.end == j + 1 and not (hit.definite or hit.noun.plural) for hit in lookup(s, j, ""))


def lost(s: Sentence, j: int, subject: NP) -> tuple[str, str, int] | None:
    """Read «12 مدنيا قتلوا وأصيب 3 آخرون في …» at the verb: "killed", who else and where, and the end.

    None where what follows may be whom they killed.
    """
    word = grammar().losses.get(s.key(j).removesuffix("وا")) if s.key(j).endswith("وا") else None
    end, _ = skip(s, j + 1)
    if word is None or subject.kind != "person":
        return None
    others, end = more_victims(s, end)
    end, _ = skip(s, end)
    if not (s.hard(end) or preposition(s, end) in grammar().of_losses):
        return None
    more = adjuncts(s, end)
    return word, f"{others} {more.words}".strip(), more.end


def _under_way(verb: str, *, ends: bool) -> bool:
    """Say whether prices are rising; only where nothing follows: «ترتفع في الصيف» is said of each."""
    return ongoing(verb) or (ends and verb in grammar().sorts["moving"])


def _there(s: Sentence, i: int) -> Done | None:
    """Read «هناك …» there is …."""
    np = noun_phrase(s, i) if not s.hard(i) else None
    if np is None or np.owner or np.definite or not whole(s, np) or conditional(s, np.end):
        return None
    return Done(np.end, _NONE, f"there {'are' if np.many else 'is'} {np.full}")


def _nominal(s: Sentence, j: int, subject: NP) -> Done | None:
    """Read a clause without a verb: «العراق بلد مستقل»، «القوات موجودة في العراق»."""
    be = "are" if subject.many else "is"
    if s.key(j) in grammar().present:
        place = place_phrase(s, j + 1)
        if place is None:
            return None
        more = adjuncts(s, place[0])
        return Done(more.end, _NONE, " ".join(f"{subject.full} {be} {place[1]} {more.words}".split()))
    if s.key(j) in small("being") and not s.hard(j + 1):
        return _identified(s, j + 1, subject, f"{subject.full} {be}")
    if found := _being(s, j, subject):
        return found
    if adjective(s, j, replace(subject, definite=False, proper=False)):
        return None
    np = noun_phrase(s, j)
    if np is None or np.definite or np.proper or np.owner or not s.hard(np.end):
        return None
    if np.plural != subject.plural and subject.kind in HUMAN:
        return None
    if np.kind not in (subject.kind, "thing", "event"):
        return None
    return Done(np.end, _NONE, f"{subject.full} {be} {np.full}")


def _being(s: Sentence, j: int, subject: NP) -> Done | None:
    """Read what the subject is, was («كانت إيجابية») or still is («لا تزال جارية»)."""
    still = s.key(j) in _NOT and s.key(j + 1) in small("remains") and not s.hard(j + 2)
    was = s.key(j) in small("was") and not s.hard(j + 1)
    j += 2 if still else was
    found = state(s, j, subject) or quality(s, j, subject)
    if found is None or (found.negated and (still or was)):
        return None
    shown = inflect(found.verb, "past" if was else "present", plural=subject.many, negated=found.negated)
    shown = shown.replace(" ", " still ", 1) if still else shown
    return replace(found, rest=" ".join(f"{subject.full} {shown} {found.rest}".split()))


def _identified(s: Sentence, j: int, subject: NP, so: str) -> Done | None:
    """Read «إيران هي المستفيد الوحيد من الحرب»: who somebody is, to the end of the clause."""
    np = noun_phrase(s, j)
    named = (
        np is not None and np.entity is not None and np.kind == subject.kind == "person" and s.hard(np.end)
    )
    if np is None or np.owner or not (named or np.definite):
        return None
    if not np.definite:
        return Done(np.end, _NONE, f"{so} {np.full}")
    more = adjuncts(s, np.end)
    return Done(more.end, _NONE, f"{so} {np.full} {more.words}".strip()) if s.hard(more.end) else None
