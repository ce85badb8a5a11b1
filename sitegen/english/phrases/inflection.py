"""Verbs and subjects that must agree: tense, number, gender, whose."""

from __future__ import annotations

import re

from msgspec.structs import replace

from sitegen.english.phrases.phrase import NP, OWN, head_of
from sitegen.english.words import word_forms, wording
from sitegen.english.words.grammar import grammar
from sitegen.english.words.verbs import VerbForm

_HIS = re.compile(r"\b(?:his|her) (?!Highness|Majesty|Excellency)")


def owned(np: NP, subject: NP) -> str | None:
    """Return `np` with its article or with a pronoun that can only mean `subject`, None in doubt."""
    if not np.owner:
        words = _still_to_come(np) if _new(np) and not np.proper else np.full
        return words if subject.kind == "person" else _bodys(words)  # «عقد مدربه»: the club's
    if subject.plural or np.owner in ("هم", "هما"):
        many = subject.kind == "person" and not subject.mass
        other = many and np.owner not in ("هم", "هما")  # «أحرق محتجون منزله»: not their own
        pronoun = "their" if subject.plural and not other else ""
    elif subject.kind == "person":
        pronoun = {"ه": "his", "ها": "her"}[np.owner] if subject.fem == (np.owner == "ها") else ""
    else:
        pronoun = "its" if subject.entity or subject.fem == (np.owner == "ها") else ""
    if pronoun and np.kind == "person" and subject.acts and np.en.rsplit(" ", 1)[-1] == "head":
        np = replace(np, en=f"{np.en.removesuffix('head')}president")  # «البرازيل تسجن رئيسها السابق»
    if subject.kind != "person" and (np.en == "weapon" or np.en.endswith(f"{OWN} weapon")):
        np = replace(np, en=f"{np.en}s")  # «حزب الله يرفض تسليم سلاحه»
    return np.of(pronoun) if pronoun else None


def own_move(np: NP, verb: str, subject: NP) -> str:
    """Return the move that a subject goes on with, «يواصل الذهب الارتفاع» its rise, '' if it is none.

    >>> price, prices = NP(0, "price", "thing"), NP(0, "prices", "thing", plural=True)
    >>> [own_move(NP(0, "rise", "event", definite=True), "continue", np) for np in (price, prices)]
    ['its rise', 'their rise']
    """
    bare = np.definite and not (np.whole or np.proper or np.owner or np.plural)
    moved = head_of(np.en).rsplit(" ", 1)[-1] in grammar().sorts["changes"] | grammar().sorts["uncounted"]
    if not (bare and moved and verb in grammar().sorts["carrying_on"]) or subject.kind == "person":
        return ""
    return f"{'their' if subject.many else 'its'} {np.en}"


def its(words: str, subject: NP, other: NP | None = None) -> str:
    """Return words in which "his" may be said of a body: «استعداداته مع مدربه الجديد» with its new coach.

    >>> club = NP(0, "club", "org", definite=True)
    >>> its("with his new coach", club), its("with his wife", club, NP(0, "king", "person"))
    ('with its new coach', 'with his wife')
    """
    persons = subject.kind == "person" or (other is not None and other.kind == "person")
    return words if persons else _bodys(words)


def _bodys(words: str) -> str:
    """Return words with "its" for "his", but for what a person in them did: "who killed his wife"."""
    head, who, deed = words.partition(" who ")
    return f"{_HIS.sub('its ', head)}{who}{deed}"


def doing(np: NP, subject: NP) -> str | None:
    """Return the infinitive of an action noun, «سحب قواتها» withdraw its forces, None in doubt whose."""
    whole = owned(replace(np, en=np.infinitive, proper=True), subject)
    return whole if not np.owner or OWN in np.infinitive else None


def _still_to_come(np: NP) -> str:
    """Return a change as it may be told that is not there yet: a cut in output, growth in exports."""
    return np.en if head_of(np.en) in grammar().sorts["uncounted"] else wording.a(np.en)


def _new(np: NP) -> bool:
    """Say whether an object may be still to come: «تعهد بخفض الإنتاج» a cut in output, not the cut."""
    head = head_of(np.en)
    change = head in grammar().sorts["changes"] and np.en.startswith(f"{head} in ")
    return change or (head == "meeting" and np.whole)


def whose(subject: NP, other: NP | None = None) -> dict[str, str]:
    """Return the English of each pronoun that can only mean `subject`, not the `other` of the clause.

    >>> whose(NP(0, "club", "org", definite=True))
    {'ه': 'its'}
    """
    found = {}
    for pronoun in ("ه", "ها", "هم"):
        word = (owned(NP(0, "x", "thing", owner=pronoun), subject) or "").removesuffix("x").strip()
        fem = pronoun == "ها"
        rival = other is not None and (
            other.kind == "person" or other.plural or (subject.kind == "person" and other.fem == fem)
        )
        if word and not rival:
            found[pronoun] = word
    return found


def agrees(subject: NP, form: VerbForm, *, verb_first: bool) -> bool:
    """Say whether a verb form can belong to `subject`; the gender of a bare name is not known."""
    if form.plural and (verb_first or not subject.plural):
        return False
    if subject.entity is not None and subject.kind == "place":
        return form.fem != (subject.en in grammar().masculine) and not form.plural
    if subject.entity is not None and subject.kind != "person":
        return True
    either = head_of(subject.en).rsplit(" ", 1)[-1] in grammar().sorts["of_either_gender"]
    if subject.plural and subject.kind == "person" and not verb_first:
        return form.plural or (either and form.fem)  # «جماهير النادي تطالب»
    if subject.entity is not None or (subject.plural and subject.kind == "person") or subject.parts > 1:
        return True
    if form.dual and subject.en.startswith("two ") and not verb_first:
        return True  # «طائرتان هبطتا»
    brand = subject.kind == "org" and subject.proper  # «فيس بوك ينافس» and «تنافس»
    she = not verb_first and subject.en[:1].isupper()  # «أمازون تسرح»; «فريقه توصل» reached
    return form.fem == subject.fem or ((she or not form.fem) if brand else either)


def ongoing(verb: str) -> bool:
    """Say whether one is at it where the Arabic has the present: preparing to, working on.

    >>> ongoing("work on"), ongoing("prepare for"), ongoing("work with"), ongoing("plant")
    (True, True, False, False)
    """
    return any(f"{verb} ".startswith(f"{word} ") for word in grammar().sorts["ongoing"])


def going_on(verb: str, *, plural: bool) -> str:
    """Return a verb as of what is under way.

    >>> going_on("prepare to open", plural=False)
    'is preparing to open'
    """
    return f"{'are' if plural else 'is'} {word_forms.gerund(verb)}"


def inflect(verb: tuple[str, str, str], tense: str, *, plural: bool, negated: bool = False) -> str:
    """Return the English verb in its tense.

    >>> inflect(("hold", "held", "held"), "past", plural=False, negated=True)
    'did not hold'
    >>> inflect(("end", "ended", "ended"), "future", plural=False)
    'will end'
    >>> inflect(("be killed", "", ""), "past", plural=True)
    'were killed'
    >>> inflect(("resume its flights", "", ""), "present", plural=True)
    'resume their flights'
    """
    base, past, participle = (f.replace(" its ", " their ") for f in verb) if plural else verb
    if tense == "earlier":
        return f"had {'not ' if negated else ''}{participle or 'been' + base[2:]}"
    if base.split(" ")[0] == "be":
        be = {"past": "were" if plural else "was", "future": "will be", "present": "are" if plural else "is"}[
            tense
        ]
        if negated:
            be = be.replace("will", "will not") if tense == "future" else f"{be} not"
        return be + base[2:]
    if tense == "future":
        return f"will {'not ' if negated else ''}{base}"
    if negated:
        return f"{'did' if tense == 'past' else 'do' if plural else 'does'} not {base}"
    if tense == "past":
        return past
    return word_forms.bare_plural(base) if plural else word_forms.third(base)
