"""A verb with the particles before it, in the reading that agrees with its subject."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from sitegen.english.phrases.inflection import agrees
from sitegen.english.phrases.phrase import NP
from sitegen.english.phrases.wants import fits
from sitegen.english.words.tagging import Sentence
from sitegen.english.words.verbs import Verb, VerbForm, dotless, verb_form

_NEGATION = {"لم": "past", "لن": "future", "لا": "present"}
#: «كان … قد أعلن»: had announced.
_BEEN = frozenset(["كان", "كانت", "كانا", "كانتا", "كانوا"])
_DAMMA = "\u064f"
#: What may stand before a verb.
PARTICLES = _BEEN.union(_NEGATION, ("سوف", "قد"))


class VerbGroup(Struct, frozen=True, gc=False):
    """A verb with the particles before it."""

    end: int
    form: VerbForm
    tense: str
    negated: bool = False


def verb_group(s: Sentence, j: int, lead: str = "") -> VerbGroup | None:
    """Read a verb of the list at word `j` with لم، لن، لا، سوف، قد before it."""
    key = s.key(j)
    if lead:
        key = key[len(lead) :] if key.startswith(lead) else ""
    form = verb_form(key)
    if form is None and key not in PARTICLES:  # as most words
        return None
    if key in _NEGATION or key == "سوف":
        form = verb_form(s.key(j + 1)) if not s.hard(j + 1) else None
        if form is None or form.tense != "present":
            return None
        return VerbGroup(j + 2, form, _NEGATION.get(key, "future"), negated=key != "سوف")
    aux = j + (key in _BEEN and not s.hard(j + 1))
    aux += s.key(aux) == "قد" and not s.hard(aux + 1)
    if aux > j:
        form = verb_form(s.key(aux))
    if form is not None and form.tense == "past" and s.tokens[aux].text.endswith("ي") and dotless(form):
        form = form.other  # «سعي» is a noun, «تلقي» no «تلقى»
    if (
        form is None
        or (aux > j and form.tense != "past")
        or _suffered(s, aux, lead if aux == j else "", form)
    ):
        return None
    tense = "earlier" if key in _BEEN else form.tense
    return VerbGroup(aux + 1, form, tense)


def _suffered(s: Sentence, j: int, lead: str, form: VerbForm) -> bool:
    """Say whether a past form is printed as a passive of a verb with an object: «مُنحت» she was granted."""
    if form.tense != "past" or s.tokens[j].text[len(lead) + 1 : len(lead) + 2] != _DAMMA:
        return False
    return any(frame.kind == "o" for verb in form.verbs for frame in verb.frames)


def matching(subject: NP, group: VerbGroup | None, *, verb_first: bool) -> VerbGroup | None:
    """Return the reading of a verb that agrees with `subject`, None if none does or both could."""
    if group is None:
        return None
    fits_first = agrees(subject, group.form, verb_first=verb_first)
    second = group.form.other
    if second is None:
        return group if fits_first else None
    if not agrees(subject, second, verb_first=verb_first):
        return group if fits_first else None
    if fits_first and (one := _of_its_sort(subject, group, second)):
        return one
    if fits_first:  # «توجه»: he headed, or she sends
        by_name = subject.kind == "org" and subject.en[:1].isupper() and not verb_first
        return group if subject.kind == "person" or by_name else None
    return replace(group, form=second, tense=second.tense)


def _of_its_sort(subject: NP, group: VerbGroup, second: VerbForm) -> VerbGroup | None:
    """Return the one reading that has such a subject: «المؤشر تفقد», it inspects nobody."""
    first, other = (
        any(not v.subject or fits(subject, v.subject) for v in form.verbs) for form in (group.form, second)
    )
    if first == other:
        return None
    return group if first else replace(group, form=second, tense=second.tense)


def readings(subject: NP, group: VerbGroup) -> Iterator[tuple[Verb, str]]:
    """Yield the verbs of a group with their tense; a body by name may be he or she.

    «طيران الإمارات توقع اتفاقا» signs it.
    """
    yield from ((verb, group.tense) for verb in group.form.verbs)
    if (other := group.form.other) and subject.kind == "org" and subject.en[:1].isupper():
        yield from ((verb, other.tense) for verb in other.verbs)
