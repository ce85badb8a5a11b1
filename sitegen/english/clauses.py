"""Clauses understood to the last word of what they tell: subject, verb, what completes it.

A clause may be cut only where its verb has all it asks for and something begins
that cannot change the sense; a condition or an exception later in the sentence
spoils it.
"""

from __future__ import annotations

from typing import NamedTuple

from sitegen.english import wording
from sitegen.english.adverbs import NEVER, When, skip
from sitegen.english.grammar import grammar, preposition
from sitegen.english.inflection import agrees, inflect, owned
from sitegen.english.lookup import NP, lookup
from sitegen.english.noun_phrases import HUMAN, enough, noun_phrase, whole
from sitegen.english.tagging import COMMA, HARD, Sentence
from sitegen.english.verbs import Frame, Verb, VerbForm, verb_form
from sitegen.text.fold import match_key

_NEGATION = {"لم": "past", "لن": "future", "لا": "present"}
#: «كان … قد أعلن»: had announced.
_BEEN = frozenset(["كان", "كانت", "كانا", "كانتا", "كانوا"])
_DONE = {match_key(word): tense for word, tense in (("تم", "past"), ("جرى", "past"), ("سيتم", "future"), ("تمت", "past"))}
_REMAINS = frozenset(["يزال", "تزال", "زال", "زالت", "يزالون"])
_NONE = ("", "", "")
_HE = {"ه": "he", "ها": "she", "هم": "they"}


class Done(NamedTuple):
    """A completed verb: its English forms and the words after them."""

    end: int
    verb: tuple[str, str, str]
    rest: str
    when: When = NEVER


class VerbGroup(NamedTuple):
    """A verb with the particles before it."""

    end: int
    form: VerbForm
    tense: str
    negated: bool = False


def fits(np: NP, want: str) -> bool:
    """Say whether `np` is what a frame wants."""
    if want == "h":
        return np.kind in HUMAN or np.acts
    if want == "p":
        return np.kind == "person"
    if want == "l":
        return np.kind == "place"
    if want == "e":
        return np.kind == "event"
    if want == "m":
        return bool(np.infinitive)
    return want != "t" or np.kind in ("event", "thing")


def verb_group(s: Sentence, j: int, lead: str = "") -> VerbGroup | None:
    """Read a verb of the list at word `j` with لم، لن، لا، سوف، قد before it."""
    key = s.key(j)[len(lead) :] if s.key(j).startswith(lead) else ""
    if key in _NEGATION or key == "سوف":
        form = verb_form(s.key(j + 1)) if not s.hard(j + 1) else None
        if form is None or form.tense != "present":
            return None
        return VerbGroup(j + 2, form, _NEGATION.get(key, "future"), negated=key != "سوف")
    aux = j + (key in _BEEN and not s.hard(j + 1))
    aux += s.key(aux) == "قد" and not s.hard(aux + 1)
    form = verb_form(s.key(aux) if aux > j else key) if key else None
    if form is None or (aux > j and form.tense != "past"):
        return None
    return VerbGroup(aux + 1, form, "earlier" if key in _BEEN else form.tense)


def complete(s: Sentence, j: int, verb: Verb, subject: NP) -> Done | None:
    """Complete `verb` at word `j` by the first frame that fits."""
    start, when = skip(s, j)
    if start < len(s.tokens) and not HARD.intersection(s.gaps[start]) <= COMMA:
        start = len(s.tokens)  # a mark stands there: nothing follows
    for _ in range(3):
        for frame in verb.frames:
            if frame.kind != "an" and (done := _by_frame(s, start, frame, subject)):
                return done._replace(when=when if when.words else done.when)
        start = _past_adjunct(s, start)
        if not start:
            return None
    return None


def _past_adjunct(s: Sentence, j: int) -> int:
    """Return the word after «في …»، «عبر …»، «خلال …» before the object, 0 if none stands there."""
    if j >= len(s.tokens) or not HARD.intersection(s.gaps[j]) <= COMMA or s.tokens[j].light not in grammar().adjuncts:
        return 0
    np = noun_phrase(s, j + 1) if not s.hard(j + 1) else None
    if np is None or np.owner:
        return 0
    end, _ = skip(s, np.end)
    return end if end < len(s.tokens) and not (HARD - COMMA).intersection(s.gaps[end]) else 0


def _by_frame(s: Sentence, j: int, frame: Frame, subject: NP) -> Done | None:
    if frame.kind == "0":
        place = _place(s, j)
        if place is None and not _ends(s, j):
            return None
        end, text = place or (j, "")
        return Done(end, frame.verb, text, skip(s, end)[1])
    extra, j = _extra(s, j, frame)
    if frame.kind == "p":
        for word in frame.words:
            if s.hard(j) or s.key(j) != word:
                return None
            j += 1
        found = _after_preposition(s, j, frame.prep)
    else:
        found = noun_phrase(s, j) if j < len(s.tokens) else None
    if found is None or not fits(found, frame.want) or not enough(s, found):
        return None
    if (found.entity and found.entity is subject.entity) or _named_on(s, found):
        return None
    words = f"to {found.infinitive}" if frame.want == "m" else owned(found, subject)
    if words is None:
        return None
    found = relative(s, found, words)
    more, end = _extra(s, found.end, frame)
    if frame.extra[1] == "as" and not (extra or more):
        return None
    end, tail = _tail(s, end)
    after, when = skip(s, end)
    if not tail and when.words and (place := _place(s, after)):
        end, tail = place
    return Done(end, frame.verb, " ".join(f"{found.en} {extra} {more} {tail}".split()), when)


def _named_on(s: Sentence, np: NP) -> bool:
    """Say whether a name that nobody knows seems to follow «المدرب الوطني …»."""
    if np.kind != "person" or np.entity or np.plural or not np.definite:
        return False
    return not (_ends(s, np.end) or np.end in s.dates or s.key(np.end)[:1] in ("و", "ب", "ل"))


def _tail(s: Sentence, end: int) -> tuple[int, str]:
    """Take in where and what for: «في بغداد»، «لمناقشة الانسحاب»."""
    words = []
    if place := _place(s, end):
        end, text = place
        words.append(text)
    purpose = noun_phrase(s, end, "ل") if not s.hard(end) and s.key(end)[:1] == "ل" else None
    if purpose and purpose.infinitive and whole(s, purpose):
        end = purpose.end
        words.append(f"to {purpose.infinitive}")
    return end, " ".join(words)


def relative(s: Sentence, np: NP, text: str) -> NP:
    """Take in a clause that describes an indefinite `np`: «اتفاقا ينهي …» an agreement that ends …."""
    shown = np._replace(en=text, proper=True)
    j, _ = skip(s, np.end)
    if np.definite or np.proper or np.owner or s.hard(j):
        return shown
    group = verb_group(s, j)
    if group is None or not agrees(np, group.form, verb_first=False):
        return shown
    for verb in group.form.verbs:
        if (not verb.subject or fits(np, verb.subject)) and (done := complete(s, group.end, verb, np)):
            shown_verb = inflect(done.verb, group.tense, plural=np.many, negated=group.negated)
            words = f"{text} that {shown_verb} {done.rest}{done.when.words}"
            return shown._replace(end=done.end, en=" ".join(words.split()))
    return shown


def _after_preposition(s: Sentence, j: int, prep: str) -> NP | None:
    if j >= len(s.tokens):
        return None
    if len(prep) > 1:
        return noun_phrase(s, j + 1) if s.key(j) == prep and j + 1 < len(s.tokens) else None
    return noun_phrase(s, j, prep)


def _extra(s: Sentence, j: int, frame: Frame) -> tuple[str, int]:
    prep, english = frame.extra
    if not prep or s.hard(j):
        return "", j
    np = _after_preposition(s, j, prep)
    return (f"{english} {np.full}", np.end) if np and not np.owner and whole(s, np) else ("", j)


def _place(s: Sentence, j: int) -> tuple[int, str] | None:
    """Read «في» and a place."""
    if s.hard(j) or s.tokens[j].light != "في":
        return None
    np = noun_phrase(s, j + 1) if not s.hard(j + 1) else None
    return (np.end, f"in {np.full}") if np and np.kind == "place" and not np.owner and whole(s, np) else None


def _ends(s: Sentence, j: int) -> bool:
    return s.hard(j) or preposition(s, j) is not None or s.key(j) in grammar().boundaries


def clause(s: Sentence, i: int, speaker: NP, pronoun: str = "") -> Done | None:
    """Translate the clause that begins with its subject at word `i`, None unless all of it is understood.

    The whole clause is in `rest`.

    With a `pronoun` (أنه، أنها) the subject is he, she, it or they and the verb must be one that persons do.
    """
    if (passive := was_done(s, i)) and (not pronoun or pronoun == "ه"):
        np, forms, tense, end, when = passive
        shown = inflect(forms, tense, plural=np.many)
        return Done(end, forms, f"{np.full} {shown}{when.words}")
    if s.key(i) == match_key("هناك"):
        return _there(s, i + 1)
    if pronoun:
        he = _HE[pronoun] if speaker.kind == "person" else "they" if speaker.many else "it"
        plural = pronoun == "هم" or he == "they"
        subject = NP(i, he, speaker.kind, plural=plural, fem=pronoun == "ها", proper=True, acts=True)
    else:
        found = noun_phrase(s, i) if i < len(s.tokens) else None
        if found is None:
            return None
        subject = found
    if subject.owner or not (subject.definite or subject.proper):
        return None
    j, when = skip(s, subject.end)
    if s.hard(j) or conditional(s, j):
        return None
    group = verb_group(s, j)
    if group is None:
        return None if when.words or pronoun else _nominal(s, j, subject)
    if not agrees(subject, group.form, verb_first=False):
        return None
    for verb in group.form.verbs:
        if (verb.subject and not fits(subject, verb.subject)) or (pronoun and verb.subject != "h"):
            continue
        if done := complete(s, group.end, verb, subject):
            shown = inflect(done.verb, group.tense, plural=subject.many, negated=group.negated)
            words = when.words or done.when.words
            return done._replace(rest=" ".join(f"{subject.full} {shown} {done.rest}{words}".split()))
    return None


def _there(s: Sentence, i: int) -> Done | None:
    """Read «هناك …» there is …."""
    np = noun_phrase(s, i) if not s.hard(i) else None
    if np is None or np.owner or np.definite or not whole(s, np) or conditional(s, np.end):
        return None
    return Done(np.end, _NONE, f"there {'are' if np.many else 'is'} {np.full}")


def was_done(s: Sentence, i: int) -> tuple[NP, tuple[str, str, str], str, int, When] | None:
    """Read «تم افتتاح المعرض» the exhibition was opened: who suffers, verb, tense, end, date."""
    tense = _DONE.get(s.key(i).removeprefix("و"))
    j, when = skip(s, i + 1)
    if tense is None or s.hard(j):
        return None
    for hit in lookup(s, j, ""):
        done = noun_phrase(s, hit.end) if hit.noun.verb and not hit.definite and not s.hard(hit.end) else None
        if done is None or done.owner or not whole(s, done) or conditional(s, done.end):
            continue
        words = wording.participle(hit.noun.verb)
        verb = (f"be {words}", f"was {words}", f"been {words}")
        return done, verb, tense, done.end, when if when.words else skip(s, done.end)[1]
    return None


def _nominal(s: Sentence, j: int, subject: NP) -> Done | None:
    """Read a clause without a verb: «العراق بلد مستقل»، «القوات موجودة في العراق»."""
    be = "are" if subject.many else "is"
    if s.key(j) in grammar().present:
        place = _place(s, j + 1)
        if place is None:
            return None
        end, tail = _tail(s, place[0])
        return Done(end, _NONE, " ".join(f"{subject.full} {be} {place[1]} {tail}".split()))
    if need := _needs(s, j, subject):
        return need
    np = noun_phrase(s, j)
    if np is None or np.definite or np.proper or np.owner or not s.hard(np.end):
        return None
    if np.plural != subject.plural and subject.kind in HUMAN:
        return None
    if np.kind not in (subject.kind, "thing", "event"):
        return None
    return Done(np.end, _NONE, f"{subject.full} {be} {np.full}")


def _needs(s: Sentence, j: int, subject: NP) -> Done | None:
    """Read «بحاجة إلى …», with «لا تزال» before it."""
    still = ""
    if s.key(j) in ("لا", "ما") and s.key(j + 1) in _REMAINS:
        j, still = j + 2, "still "
    if s.tokens[j : j + 1] and s.key(j) == "في" and s.key(j + 1) == "حاجه":
        j += 1
    elif s.key(j) != "بحاجه":
        return None
    np = _after_preposition(s, j + 1, "الي") or _after_preposition(s, j + 1, "ل")
    if np is None or np.owner or not whole(s, np):
        return None
    need = wording.bare_plural("need") if subject.many else wording.third("need")
    return Done(np.end, _NONE, f"{subject.full} {still}{need} {np.full}")


def conditional(s: Sentence, j: int) -> bool:
    """Say whether a condition or an exception follows word `j` in the sentence."""
    return any(t.key in grammar().conditions for t in s.tokens[j:])
