"""The nouns of the word lists: every form of a row, read when a text needs it.

An entry has one meaning or it is not in the lists; a form that two entries claim
with different English belongs to neither.  The columns are explained at the head
of each file in `sitegen/data/english/`.
"""

from __future__ import annotations

from functools import cache, lru_cache

from msgspec import Struct
from msgspec.structs import replace

from sitegen import data
from sitegen.english.words import word_forms
from sitegen.english.words.noun_lists import Row, noun_index, plural_keys, rows_of
from sitegen.text.fold import match_key

#: Flags with a value that are no prepositions.
_SPECIAL = ("k", "v", "c", "iv")
#: Letters of a pronoun at the end of a noun: his, her, their.
_PRONOUNS = ("هما", "ها", "هم", "ه")
_KINDS = {"l": "place", "h": "person", "c": "measure"}
_NONE: dict[str, str] = {}
#: One sense in articles on sport, one elsewhere: whether only in them, whether never.
_PARTED = {(True, False), (False, True)}


class Noun(Struct, frozen=True, gc=False):
    """One form of a noun or noun phrase."""

    en: str
    kind: str  # person org place event thing measure
    plural: bool = False
    mass: bool = False
    fem: bool = False
    open: bool = False  # must be completed: «رئيس وزراء …»
    proper: bool = False  # printed without "the"
    source: bool = False  # a paper or study: it "says"
    wrapper: bool = False  # «فريق …», «شركة …»: the name after it says it all
    link: str = "of"  # before what completes it
    many: str = ""  # the plural, to count with
    ruler: str = ""  # what the head of a country is called: president
    verb: str = ""  # of an action noun: discuss
    does: str = ""  # the same of what is done to nothing: return (english/events.txt)
    preps: tuple[tuple[str, str], ...] = ()
    sport: bool = False  # only in articles on sport: الهلال, a club
    called: bool = False  # only in titles of articles that call it a club: التعاون
    elsewhere: bool = False  # not in articles on sport: لقاء, there a match
    tail: bool = False  # ends in اء: خبراء
    ta: bool = False  # ends in ة: مضيفة
    broken: bool = False  # its plural is no ending: أشخاص، so that شخصين are two
    hamza: str = ""  # أ، إ or آ at its head: أعداد are numbers, إعداد is preparation


class Form(Struct, frozen=True, gc=False):
    """How the first word of a noun goes on: `rest` are the keys of the words after it."""

    rest: tuple[str, ...]
    noun: Noun
    #: agree: ال on every word or none; idafa: as written, definite; open: as written; the: the first has ال;
    #: dual: two of them
    shape: str


@lru_cache(maxsize=65536)
def nouns(key: str) -> tuple[Form, ...]:
    """Return the nouns of one word with this key, without ال.

    >>> [f.noun.en for f in nouns("قرار")], nouns("قشعريره")
    (['decision'], ())
    """
    index = noun_index()
    if key not in index.alone and key not in index.longer:
        return _dual(key)
    return _read(index.alone.get(key, ""), key, "")


@lru_cache(maxsize=65536)
def longer_nouns(key: str, second: str) -> tuple[Form, ...]:
    """Return the nouns whose first two words have these keys, the first without ال; the longest first.

    >>> [f.noun.en for f in longer_nouns("رييس", "الوزرا") if len(f.rest) == 1]
    ['prime minister']
    """
    found = _read(noun_index().longer.get(key, _NONE).get(second, ""), key, second)
    return tuple(_asking(form, key) for form in found) if found else found


def _asking(form: Form, key: str) -> Form:
    """Return a noun with its adjective or object, which asks for what it does alone: «عقوبات جديدة على».

    >>> dict(longer_nouns("عقوبات", "جديده")[0].noun.preps)["علي"]
    'on'
    """
    noun = form.noun
    if noun.preps or form.shape not in ("agree", "idafa"):
        return form
    same = (f.noun for f in nouns(key) if f.noun.kind == noun.kind)
    alone = (n for n in same if noun.en.endswith(f" {n.en}") or noun.en.startswith(f"{n.en} of "))
    preps = next((bare.preps for bare in alone), ())
    return replace(form, noun=replace(noun, preps=preps)) if preps else form


def _read(lines: str, first: str, second: str) -> tuple[Form, ...]:
    """Return the forms in rows of the lists that begin with these words."""
    found = (pair for row in rows_of(lines) for pair in _forms(row))
    forms = [form for key, form in found if key == first and (form.rest or ("",))[0] == second]
    return _single_sense(forms) if len(forms) > 1 else tuple(forms)


def _dual(key: str) -> tuple[Form, ...]:
    """Return a noun of the lists in its dual: «جنديان».

    >>> [f.noun.en for f in _dual("سيارتين")], [f.noun.en for f in _dual("جنديين")], _dual("محافظين")
    (['two cars'], ['two soldiers'], ())
    """
    if not key.endswith(("ان", "ين")) or len(key) < 5:
        return ()
    stem = key[:-2]
    found = nouns(stem[:-1] + "ه") if stem.endswith("ت") else nouns(stem)
    return tuple(
        Form((), replace(f.noun, en=f"two {_plural(f.noun)}", plural=True, fem=False), "dual")
        for f in found
        if f.shape == "agree"
        and not (f.noun.plural or f.noun.mass or f.noun.open or f.noun.proper)
        and not (
            f.noun.kind == "person" and not (f.noun.fem or f.noun.broken) and key.endswith("ين")
        )  # «محافظين»: or more
    )


@lru_cache(maxsize=65536)
def possessed(key: str) -> tuple[tuple[Noun, str], ...]:
    """Read a noun with a pronoun behind it, in each of its senses: «بلاده».

    >>> [(noun.en, pronoun) for noun, pronoun in possessed("بلاده")], possessed("دمشق")
    ([('country', 'ه')], ())
    """
    pronoun = next((p for p in _PRONOUNS if key.endswith(p)), "")
    stem = key[: -len(pronoun)] if pronoun else ""
    if len(stem) < 3:
        return ()
    for bare in [stem] + ([stem[:-1] + "ه"] if stem.endswith("ت") else []):
        found = tuple(
            (form.noun, pronoun) for form in nouns(bare) if form.shape == "agree" and form.noun.en != "-"
        )
        if found:
            return found
    if pronoun == "هما" and stem.endswith("ي"):  # «فتح سفارتيهما»: one each
        one = (form.noun for form in _dual(f"{stem}ن"))
        return tuple((replace(noun, en=noun.en.removeprefix("two ")), pronoun) for noun in one)
    return ()


def possessing(key: str) -> tuple[tuple[str, str], ...]:
    """Return what begins a longer noun where a pronoun is taken off, and the pronoun: «رحلاتها الجوية».

    >>> possessing("رحلاتها"), possessing("قالها")
    ((('رحلات', 'ها'),), ())
    """
    pronoun = next((p for p in _PRONOUNS if key.endswith(p)), "")
    stem = key[: -len(pronoun)] if pronoun else ""
    bare = [stem] + ([stem[:-1] + "ه"] if stem.endswith("ت") else []) if len(stem) > 2 else []
    return tuple((first, pronoun) for first in bare if first in noun_index().longer)


def _plural(noun: Noun) -> str:
    return word_forms.plural(noun.ruler) if noun.ruler else noun.many


def _single_sense(forms: list[Form]) -> tuple[Form, ...]:
    """Drop forms that mean different things, keep each once, the longest first.

    One that stands only in articles on sport and one that stands in none of them are no two things.
    """
    senses: dict[tuple[tuple[str, ...], bool], set[str]] = {}
    only: dict[tuple[tuple[str, ...], bool], set[tuple[bool, bool]]] = {}
    for f in forms:
        senses.setdefault((f.rest, f.shape == "the"), set()).add(f.noun.en)
        only.setdefault((f.rest, f.shape == "the"), set()).add((f.noun.sport, f.noun.elsewhere))
    kept: dict[tuple[tuple[str, ...], str, str], Form] = {}
    for f in forms:
        place = f.rest, f.shape == "the"
        if len(senses[place]) == 1 or (len(senses[place]) == 2 and only[place] == _PARTED):
            kept.setdefault((f.rest, f.shape, f.noun.en), f)
    return tuple(sorted(kept.values(), key=lambda f: -len(f.rest)))


def _forms(row: Row) -> list[tuple[str, Form]]:
    """Read one row: every form with the key of its first word."""
    flags = row.flags.split()
    one, _, many = row.english.partition("/")
    many = one if one == "-" or "p" in flags or "u" in flags else many or word_forms.plural(one)
    base, *plurals = row.keys.split("|")
    printed, *shapes = row.arabic.split("|")
    human = row.kind == "person"
    looks_fem = printed.split(" ", 1)[0].endswith("ة")
    fem = (
        "f" in flags or ("p" in flags and not human and "m" not in flags) or (looks_fem and "m" not in flags)
    )
    noun = replace(_noun(one, row.kind, flags), plural="p" in flags, fem=fem, many=many)
    one_form = replace(noun, hamza=hamza_of(printed), tail=tail_of(printed), ta=looks_fem)
    out = [_form(base, printed, one_form, flags)]
    if not plurals:
        return out
    out = [_form(base, printed, replace(one_form, broken=not set(plurals) & {"+", "++"}), flags)]
    plural = replace(noun, en=many, plural=True, fem=not human)
    for shape, shown in zip(plurals, shapes, strict=True):
        plural = replace(plural, hamza=hamza_of(printed if shape[0] == "+" else shown), tail=tail_of(shown))
        for key in plural_keys(base, shape):
            if shape == "++" and key.split(" ", 1)[0][-1] in "وي":
                out.append(_form(key, printed, replace(plural, open=True), [*flags, "i"]))
            else:
                out.append(_form(key, printed, plural, flags))
    return out


def hamza_of(word: str) -> str:
    """Return the alef with hamza or madda at the head of a word, without ال.

    >>> hamza_of("الإعداد"), hamza_of("أعداد"), hamza_of("اعداد")
    ('إ', 'أ', '')
    """
    head = word.removeprefix("ال")[:1]
    return head if head in "أإآ" else ""


def tail_of(phrase: str) -> bool:
    """Say whether the first word ends in اء, which a folded key writes like the ending of an object.

    >>> tail_of("عملاء"), tail_of("عملا")
    (True, False)
    """
    return phrase.split(" ", 1)[0].endswith("اء")


def _noun(en: str, kind: str, flags: list[str]) -> Noun:
    if not flags:
        return Noun(en, kind)
    pairs = [f.split("=", 1) for f in flags if "=" in f]
    special = {k: v.replace("_", " ") for k, v in pairs if k in _SPECIAL}
    return Noun(
        en=en,
        kind=next((k for flag, k in _KINDS.items() if flag in flags), kind),
        mass="u" in flags,
        open="i" in flags,
        proper="x" in flags,
        source="s" in flags,
        wrapper="w" in flags,
        sport="g" in flags,
        called="q" in flags,
        elsewhere="ns" in flags,
        link=special.get("k", "of"),
        ruler=special.get("c", ""),
        verb=special.get("v", "").rstrip("!"),
        does=special.get("iv", ""),
        preps=tuple((match_key(k), v.replace("_", " ")) for k, v in pairs if k not in _SPECIAL),
    )


def _has_article(word: str) -> bool:
    """Say whether a word of a row, spelt as it is printed, begins with ال, not with the letters of «ألبان».

    >>> _has_article("الحديثة"), _has_article("ألبان"), _has_article("إلكتروني")
    (True, False, False)
    """
    return word.startswith("ال") and len(word) > 3


@cache
def _links() -> frozenset[str]:
    """Return the prepositions that may join the words of a phrase."""
    return frozenset(map(match_key, data.table("english/grammar")["prepositions"]))


def _form(key: str, printed: str, noun: Noun, flags: list[str]) -> tuple[str, Form]:
    first, *rest = key.split(" ")
    if "d" in flags:
        shape, first = "the", first.removeprefix("ال")
    elif "i" in flags:
        shape = "open"
    elif rest and rest[0] in _links() and noun.en != "-":
        shape = "linked"  # «إضرابا عن الطعام»
    elif "x" in flags or "n" in flags or any(map(_has_article, printed.split(" ")[1:])):
        shape = "idafa"
    else:
        shape = "agree"
    return first, Form(tuple(rest), noun, shape)
