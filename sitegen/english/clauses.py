"""Clauses understood to the last word of what they tell: subject, verb, what completes it.

A clause may be cut only where its verb has all it asks for and something begins
that cannot change the sense; a condition or an exception later in the sentence
spoils it.
"""

from __future__ import annotations

from typing import NamedTuple

from sitegen.english import wording
from sitegen.english.grammar import grammar, phrase_end, preposition
from sitegen.english.lookup import NP
from sitegen.english.noun_phrases import HUMAN, noun_phrase, whole
from sitegen.english.tagging import COMMA, HARD, Sentence
from sitegen.english.verbs import Frame, Verb, VerbForm, verb_form
from sitegen.model import DateFound

_NEGATION = {"لم": "past", "لن": "future", "لا": "present"}


#: «كان … قد أعلن»: had announced.
_BEEN = frozenset(["كان", "كانت", "كانا", "كانتا", "كانوا"])


class Done(NamedTuple):
    """A completed verb: its English forms and the words after them."""

    end: int
    verb: tuple[str, str, str]
    rest: str
    when: DateFound | None = None


class VerbGroup(NamedTuple):
    """A verb with the particles before it."""

    end: int
    form: VerbForm
    tense: str
    negated: bool = False


def fits(np: NP, want: str) -> bool:
    """Say whether `np` is what a frame wants."""
    human = np.kind in HUMAN or np.acts
    if want == "h":
        return human
    if want == "p":
        return np.kind == "person"
    if want == "l":
        return np.kind == "place"
    if want == "e":
        return np.kind == "event"
    if want == "m":
        return bool(np.infinitive)
    return want != "t" or np.kind in ("event", "thing")


def skip(s: Sentence, j: int) -> tuple[int, DateFound | None]:
    """Pass over dates and adverbs of time, with the commas round them; return the first date."""
    when = None
    while j < len(s.tokens) and HARD.intersection(s.gaps[j]) <= COMMA:
        if j in s.dates and s.dates[j].lead in ("", "و"):
            known = s.dates[j]
            if when is None and isinstance(known.value, DateFound):
                when = known.value
            j = known.end
        elif end := phrase_end(grammar().pass_over, s, j):
            j = end
        elif s.tokens[j].light == "في" and j + 1 in s.dates and not s.hard(j + 1):
            j += 1
        else:
            break
    return j, when


def verb_group(s: Sentence, j: int, lead: str = "") -> VerbGroup | None:
    """Read a verb of the list at word `j` with لم، لن، لا، سوف before it."""
    key = s.key(j)[len(lead) :] if s.key(j).startswith(lead) else ""
    if key in _NEGATION and not s.hard(j + 1):
        form = verb_form(s.key(j + 1))
        if form is None or form.tense != "present":
            return None
        return VerbGroup(j + 2, form, _NEGATION[key], negated=True)
    if key == "سوف" and not s.hard(j + 1):
        form = verb_form(s.key(j + 1))
        return VerbGroup(j + 2, form, "future") if form and form.tense == "present" else None
    aux = j + (key in _BEEN and not s.hard(j + 1))
    aux += s.key(aux) == "قد" and not s.hard(aux + 1)
    form = verb_form(s.key(aux) if aux > j else key) if key else None
    if form is None or (aux > j and form.tense != "past"):
        return None
    return VerbGroup(aux + 1, form, form.tense)


def complete(s: Sentence, j: int, verb: Verb, subject: NP) -> Done | None:
    """Complete `verb` at word `j` by the first frame that fits."""
    start, when = skip(s, j)
    if start < len(s.tokens) and not HARD.intersection(s.gaps[start]) <= COMMA:
        start = len(s.tokens)  # a mark stands there: nothing follows
    for frame in verb.frames:
        if frame.kind != "an" and (done := _by_frame(s, start, frame, subject)):
            return done._replace(when=when or done.when)
    return None


def _by_frame(s: Sentence, j: int, frame: Frame, subject: NP) -> Done | None:
    if frame.kind == "0":
        place = _place(s, j)
        end, text = place or (j, "")
        return Done(end, frame.verb, text) if place or _ends(s, j) else None
    extra, j = _extra(s, j, frame)
    if frame.kind == "p":
        for word in frame.words:
            if s.hard(j) or s.key(j) != word:
                return None
            j += 1
        found = _after_preposition(s, j, frame.prep)
    else:
        found = noun_phrase(s, j) if not s.hard(j) else None
    if found is None or not fits(found, frame.want) or not whole(s, found):
        return None
    if found.entity and found.entity is subject.entity:
        return None
    text = f"to {found.infinitive}" if frame.want == "m" else owned(found, subject)
    if text is None:
        return None
    found = relative(s, found, text)
    text = found.en
    more, end = _extra(s, found.end, frame)
    place = _place(s, end)
    if place:
        end, more = place[0], f"{more} {place[1]}"
    _, when = skip(s, end)
    return Done(end, frame.verb, " ".join(f"{text} {extra} {more}".split()), when)


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
            verb_en = inflect(done.verb, group.tense, plural=np.plural, negated=group.negated)
            return shown._replace(end=done.end, en=f"{text} that {verb_en} {done.rest}")
    return shown


def _after_preposition(s: Sentence, j: int, prep: str) -> NP | None:
    if s.hard(j) and j >= len(s.tokens):
        return None
    if len(prep) > 1 and prep.startswith("بان"):
        return noun_phrase(s, j + 1) if s.key(j) == prep and not s.hard(j + 1) else None
    if len(prep) > 1:
        return noun_phrase(s, j + 1) if s.key(j) == prep and not s.hard(j) and not s.hard(j + 1) else None
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


def owned(np: NP, subject: NP) -> str | None:
    """Return `np` with its article or with a pronoun that can only mean `subject`, None in doubt."""
    if not np.owner:
        return np.full
    if subject.plural or np.owner in ("هم", "هما"):
        pronoun = "their" if subject.plural else ""
    elif subject.kind == "person":
        pronoun = {"ه": "his", "ها": "her"}[np.owner] if subject.fem == (np.owner == "ها") else ""
    else:
        pronoun = "its" if subject.entity or subject.fem == (np.owner == "ها") else ""
    return f"{pronoun} {np.en}" if pronoun else None


def agrees(subject: NP, form: VerbForm, *, verb_first: bool) -> bool:
    """Say whether a verb form can belong to `subject`; the gender of a bare name is not known."""
    if form.plural and (verb_first or not subject.plural):
        return False
    if subject.entity is not None and subject.kind != "person":
        return True
    if subject.plural and subject.kind == "person" and not verb_first:
        return form.plural
    if subject.entity is not None or (subject.plural and subject.kind == "person") or subject.parts > 1:
        return True
    return form.fem == subject.fem


def inflect(verb: tuple[str, str, str], tense: str, *, plural: bool, negated: bool = False) -> str:
    """Return the English verb in its tense.

    >>> inflect(("hold", "held", "held"), "past", plural=False, negated=True)
    'did not hold'
    >>> inflect(("end", "ended", "ended"), "future", plural=False)
    'will end'
    """
    base, past, _ = verb
    if base.split(" ")[0] == "be":
        rest = base[2:]
        be = {"past": "were" if plural else "was", "future": "will be", "present": "are" if plural else "is"}[tense]
        if negated:
            be = be.replace("will", "will not") if tense == "future" else f"{be} not"
        return be + rest
    if tense == "future":
        return f"will {'not ' if negated else ''}{base}"
    if negated:
        return f"{'did' if tense == 'past' else 'do' if plural else 'does'} not {base}"
    if tense == "past":
        return past
    return wording.bare_plural(base) if plural else wording.third(base)


def clause(s: Sentence, i: int) -> str | None:
    """Translate the clause that begins with its subject at word `i`, None unless all of it is understood."""
    subject = noun_phrase(s, i)
    if subject is None or subject.owner or not (subject.definite or subject.proper):
        return None
    j, when = skip(s, subject.end)
    if s.hard(j) or conditional(s, j):
        return None
    group = verb_group(s, j)
    if group is None:
        return _nominal(s, j, subject) if when is None else None
    if not agrees(subject, group.form, verb_first=False):
        return None
    for verb in group.form.verbs:
        if verb.subject and not fits(subject, verb.subject):
            continue
        if done := complete(s, group.end, verb, subject):
            shown = inflect(done.verb, group.tense, plural=subject.plural, negated=group.negated)
            return " ".join(f"{subject.full} {shown} {done.rest}{date_words(when or done.when)}".split())
    return None


def _nominal(s: Sentence, j: int, subject: NP) -> str | None:
    """Read a clause without a verb: «العراق بلد مستقل»."""
    np = noun_phrase(s, j)
    if np is None or np.definite or np.proper or np.owner or np.plural != subject.plural or not whole(s, np):
        return None
    if not s.hard(np.end) or np.kind != subject.kind and np.kind not in ("place", "thing", "event"):
        return None
    return f"{subject.full} {'are' if subject.plural else 'is'} {np.full}"


def conditional(s: Sentence, j: int) -> bool:
    """Say whether a condition or an exception follows word `j` in the sentence."""
    return any(t.key in grammar().conditions for t in s.tokens[j:])


def date_words(when: DateFound | None) -> str:
    """Return " on 26 July 2021" for a day that is told, "" for anything less than a month."""
    if when is None or when.value is None or when.role != "event" or when.precision == "none":
        return ""
    link = "on" if when.precision == "day" else "in"
    return f" {link} {wording.spoken_date(when.value)}"
