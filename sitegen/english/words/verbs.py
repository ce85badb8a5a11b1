"""Verb forms read back to their verb: who is meant, which tense, what must follow.

Arabic writes no short vowels, so a form may be read in two ways; only verbs of
the list are known and only in the positions where the grammar asks for one.
"""

from __future__ import annotations

from functools import cache, lru_cache

from msgspec import Struct
from msgspec.structs import replace

from sitegen import data
from sitegen.english.words import word_forms
from sitegen.text.fold import match_key

#: What a verb ends in that keeps its last letter before an ending: «بدأت», but «دعت» of دعا and «بنت» of بنى.
_FIRM = ("أ", "ء", "ي")


class Frame(Struct, frozen=True, gc=False):
    """One way to complete a verb."""

    kind: str  # an | o | p | 0 | at | amount | level
    prep: str = ""  # key of the preposition
    words: tuple[str, ...] = ()  # literal keys that stand before it: القبض
    want: str = ""  # restriction of the object
    verb: tuple[str, str, str] = ("", "", "")  # base, past, participle in English
    extra: tuple[str, str] = ("", "")  # preposition key, English: may stand before or after the object


class Verb(Struct, frozen=True, gc=False):
    """One verb: English forms and frames."""

    en: tuple[str, str, str]
    frames: tuple[Frame, ...]
    about: str = ""  # base form of what to say when a clause is not understood
    subject: str = ""  # restriction
    speech: bool = False  # an act of speech: the subject is the source
    strict: bool = False  # nothing of its object may be left out: ban, end, reject
    beside: tuple[str, ...] = ()  # told only where one of these words, desks, topics stands
    apart: tuple[str, ...] = ()  # … only where none does
    dotless: bool = False  # ends in «ى»: «سعى»


class VerbForm(Struct, frozen=True, gc=False):
    """A word read as a verb."""

    verbs: tuple[Verb, ...]
    tense: str  # past | present | future
    fem: bool
    plural: bool
    either: bool = False  # تـ: she, or you: gender is she
    dual: bool = False  # two of them
    other: VerbForm | None = None  # «تسلم»: he received, or she hands over


def english_forms(spec: str) -> tuple[str, str, str]:
    """Return base, past and participle of `say/said/said` or a regular verb.

    >>> english_forms("call_for"), english_forms("say/said/said")
    (('call for', 'called for', 'called for'), ('say', 'said', 'said'))
    """
    parts = spec.replace("_", " ").split("/")
    if len(parts) == 3:
        return parts[0], parts[1], parts[2]
    return parts[0], word_forms.past(parts[0]), word_forms.participle(parts[0])


@data.kept
def _tables() -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    """Return row numbers by past form and by present form without its first letter."""
    pasts: dict[str, list[int]] = {}
    presents: dict[str, list[int]] = {}
    rows = data.rows("english/verbs")
    keys = match_key("\n".join(f"{row[0]}\t{row[1]}" for row in rows)).split("\n")
    for i, key in enumerate(keys):
        past, present = key.split("\t")
        pasts.setdefault(past, []).append(i)
        presents.setdefault(present[1:], []).append(i)
    return pasts, presents


@cache
def _row(i: int) -> Verb:
    past, _, english, frames = data.rows("english/verbs")[i]
    return replace(_verb(english, frames.split()), dotless=past.endswith("ى"))


def _read(rows: list[int]) -> tuple[Verb, ...]:
    return tuple(_row(i) for i in rows)


def _verb(english: str, specs: list[str]) -> Verb:
    forms = english_forms(english)
    frames = []
    about = subject = ""
    speech = strict = False
    told: dict[str, tuple[str, ...]] = {"in": (), "not": ()}
    for spec in specs:
        if spec.startswith("~"):
            about = spec[1:].replace("_", " ")
        elif spec == "say":
            speech = True
        elif spec == "all":
            strict = True
        elif spec.startswith("s:"):
            subject = spec[2:]
        elif spec.startswith(("in:", "not:")):
            where, _, words = spec.partition(":")
            told[where] = tuple(words.split(","))
        else:
            frames.append(_frame(spec, forms))
    return Verb(forms, tuple(frames), about, subject, speech, strict, told["in"], told["not"])


def _frame(spec: str, forms: tuple[str, str, str]) -> Frame:
    """Read one frame.

    >>> f = _frame("القبض_على:h=arrest!", ("give", "gave", "given"))
    >>> f.kind, f.words, f.prep == match_key("على"), f.want, f.verb[1]
    ('p', ('القبض',), True, 'h', 'arrested')
    """
    if spec in ("0", "at", "amount", "level"):
        return Frame(spec, verb=forms)
    if spec == "an" or spec.startswith("an."):
        return Frame("an", prep=match_key(spec[3:]), verb=forms)
    extra = ("", "")
    if "+" in spec:
        spec, _, more = spec.partition("+")
        prep, _, word = more.partition("=")
        extra = (match_key(prep), word.replace("_", " "))
    left, _, english = spec.partition("=")
    what, _, want = left.partition(":")
    if what == "o":
        verb = english_forms(english[:-1]) if english.endswith("!") else forms
        return Frame("o", want=want, verb=verb, extra=extra)
    *words, prep = (match_key(word) for word in what.split("_"))
    verb = english_forms(english[:-1]) if english.endswith("!") else forms
    return Frame("p", prep, tuple(words), want, verb, extra)


def dotless(form: VerbForm) -> bool:
    """Say whether a past form is printed with «ى»: «سعى», but «سعي» is a noun.

    >>> dotless(verb_form(match_key("سعى"))), dotless(verb_form(match_key("لقي")))
    (True, False)
    """
    return any(verb.dotless for verb in form.verbs)


@lru_cache(maxsize=65536)
def verb_form(key: str) -> VerbForm | None:
    """Read a word key as a verb of the list, None if it cannot be one.

    >>> form = verb_form(match_key("سيلتقي"))
    >>> form.tense, form.fem, form.verbs[0].en[0]
    ('future', False, 'meet')
    >>> verb_form(match_key("دعت")).fem, verb_form(match_key("بدأت")).fem
    (True, True)
    >>> verb_form(match_key("كتاب")), verb_form(match_key("رميت"))
    (None, None)
    """
    pasts, presents = _tables()
    if key in pasts:
        second = _as_present(presents, key) if key[0] in ("ت", "ي") else None
        return VerbForm(_read(pasts[key]), "past", fem=False, plural=False, other=second)
    return _as_present(presents, key) or _past_with_ending(pasts, key)


def _as_present(presents: dict[str, list[int]], key: str) -> VerbForm | None:
    body, tense = (key[1:], "future") if key.startswith(("سي", "ست")) else (key, "present")
    if body[:1] in ("ي", "ت") and (found := _present(presents, body[1:])):
        verbs, plural = found
        she, dual = body[0] == "ت", plural and body.endswith("ان")
        return VerbForm(verbs, tense, fem=she and not plural, plural=plural, either=she, dual=dual)
    return None


def _present(presents: dict[str, list[int]], stem: str) -> tuple[tuple[Verb, ...], bool] | None:
    if stem in presents:
        return _read(presents[stem]), False
    for ending in ("ون", "وا", "ان"):
        if stem.endswith(ending):
            root = stem[:-2]
            for tail in (
                ("", "ا") if ending == "ان" else ("", "ي", "و")
            ):  # «يبديان» keeps its letter, «يبدآن» is of بدأ
                if root + tail in presents:
                    return _read(presents[root + tail]), True
            if root.endswith("و") and root[:-1] + "ا" in presents:  # «يبدؤون»
                return _read(presents[root[:-1] + "ا"]), True
    return None


def _past_with_ending(pasts: dict[str, list[int]], key: str) -> VerbForm | None:
    for ending, fem, plural in (
        ("ت", True, False),
        ("وا", False, True),
        ("تا", True, True),
        ("ا", False, True),
    ):
        if not key.endswith(ending):
            continue
        root = key[: -len(ending)]
        for tail in ("", "ي", "ا"):
            rows = pasts.get(root + tail)
            if rows and not tail and root.endswith(("ي", "ا")):
                rows = [i for i in rows if ending != "ا" and data.rows("english/verbs")[i][0].endswith(_FIRM)]
            if rows:
                dual = ending in ("تا", "ا")
                return VerbForm(_read(rows), "past", fem=fem, plural=plural, dual=dual)
    return None


@lru_cache(maxsize=4096)
def participle(key: str) -> VerbForm | None:
    """Read a word key as a participle of `english/participles.txt`, None if it is none.

    >>> form = participle(match_key("مستعدة"))
    >>> form.fem, form.verbs[0].en[0], participle(match_key("المستعدة"))
    (True, 'be ready', None)
    """
    return _participles().get(key)


@cache
def _participles() -> dict[str, VerbForm]:
    """Return every form of every participle: قادر, قادرة, قادرون, قادران."""
    found: dict[str, VerbForm] = {}
    for ar, english, frames in data.rows("english/participles"):
        verbs = (_verb(english, frames.split()),)
        key = match_key(ar.removeprefix("="))
        if " " in key or ar.startswith("="):
            found[key] = VerbForm(verbs, "present", fem=False, plural=False, either=True)
            continue
        stem = key.removesuffix("ي")  # راضي: راضون
        found[key] = VerbForm(verbs, "present", fem=False, plural=False)
        found[key + "ه"] = VerbForm(verbs, "present", fem=True, plural=False)
        for ending in ("ون", "ين"):
            found[stem + ending] = VerbForm(verbs, "present", fem=False, plural=True)
        for ending, fem in (("ان", False), ("تان", True)):
            found[key + ending] = VerbForm(verbs, "present", fem=fem, plural=True, dual=True)
    return found
