"""The bilingual word lists, read once: nouns, adjectives and verbs by their Arabic key.

An entry has one meaning or it is not in the lists; a form that two entries
claim with different English belongs to neither.  The columns are explained at
the head of each file in `sitegen/data/english/`.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from sitegen import data
from sitegen.english import wording
from sitegen.text.fold import match_key

#: File -> what its nouns are.
NOUN_FILES = {"people": "person", "bodies": "org", "events": "event", "things": "thing"}

#: Flags with a value that are no prepositions.
_SPECIAL = ("k", "v", "c")


class Noun(NamedTuple):
    """One form of a noun or noun phrase."""

    en: str
    kind: str  # person org place event thing
    plural: bool = False
    mass: bool = False
    fem: bool = False
    open: bool = False  # must be completed: «رئيس وزراء …»
    proper: bool = False  # printed without "the"
    source: bool = False  # a paper or study: it "says"
    link: str = "of"  # before what completes it
    many: str = ""  # the plural, to count with
    ruler: str = ""  # what the head of a country is called: president
    verb: str = ""  # of an action noun: discuss
    preps: tuple[tuple[str, str], ...] = ()


class Form(NamedTuple):
    """How the first word of a noun goes on: `rest` are the keys of the words after it."""

    rest: tuple[str, ...]
    noun: Noun
    shape: str  # agree: ال on every word or on none; idafa: as written, definite; open: as written; the: first has ال


class Adjective(NamedTuple):
    """One form of an adjective; `shape` m f p d or b (a listed plural)."""

    en: str
    rank: int  # 0 quality, 1 order, 2 nation, 3 classifier: English puts them in this order
    person: bool  # only said of persons: former
    shape: str


@cache
def nouns() -> dict[str, tuple[Form, ...]]:
    """Return every noun by the key of its first word without ال, the longest first.

    >>> [f.noun.en for f in nouns()["رييس"] if f.rest == ("الوزرا",)]
    ['prime minister']
    """
    index: dict[str, list[Form]] = {}
    for file, kind in NOUN_FILES.items():
        for row in data.rows(f"english/{file}"):
            _add_noun(index, kind, row)
    for row in _family_rows():
        _add_noun(index, row[3], row)
    return {key: tuple(sorted(_single_sense(forms), key=lambda f: -len(f.rest))) for key, forms in index.items()}


def _family_rows() -> list[tuple[str, ...]]:
    """Spell out the families: «وزير X», «وزارة X» for every portfolio."""
    table = data.table("english/families")
    return [
        (p["ar"].format(ar), p["en"].format(en, wording.titled(en)), p.get("flags", ""), p["kind"])
        for family in table["families"]
        for p in family["patterns"]
        for ar, en in family["values"]
    ]


def _single_sense(forms: list[Form]) -> list[Form]:
    """Drop forms that mean different things; a singular and a plural of one word are no quarrel."""
    senses: dict[tuple[tuple[str, ...], bool], set[str]] = {}
    for f in forms:
        senses.setdefault((f.rest, f.shape == "the"), set()).add(f.noun.en)
    kept: list[Form] = []
    seen: set[tuple[tuple[str, ...], str]] = set()
    for f in forms:
        if len(senses[f.rest, f.shape == "the"]) == 1 and (f.rest, f.shape) not in seen:
            seen.add((f.rest, f.shape))
            kept.append(f)
    return kept


def _add_noun(index: dict[str, list[Form]], kind: str, row: tuple[str, ...]) -> None:
    arabic, english, flags = row[0], row[1], (row[2] if len(row) > 2 else "").split()
    one, _, many = english.partition("/")
    forms = arabic.split("|")
    base = _noun(one, many, kind, forms[0], flags)
    _add_form(index, match_key(forms[0]), base, flags)
    for shape in forms[1:]:
        human = kind == "person"
        noun = base._replace(en=base.many, plural=True, fem=not human)
        for key in _plural_keys(match_key(forms[0]), shape):
            is_construct = shape == "++" and key[-1] in "وي" and not key.endswith(("ون", "ين"))
            _add_form(index, key, noun._replace(open=is_construct or noun.open), [*flags, "i"] if is_construct else flags)


def _plural_keys(key: str, shape: str) -> list[str]:
    if shape == "+":
        return [(key[:-1] if key.endswith("ه") else key) + "ات"]
    if shape == "++":
        head, _, rest = key.partition(" ")
        tail = f" {rest}" if rest else ""
        return [head + ending + tail for ending in ("ون", "ين", "و", "ي")]
    return [match_key(shape)]


def _noun(en: str, many: str, kind: str, arabic: str, flags: list[str]) -> Noun:
    pairs = [f.split("=", 1) for f in flags if "=" in f]
    special = {k: v.replace("_", " ") for k, v in pairs if k in _SPECIAL}
    head = arabic.split(" ", 1)[0]
    return Noun(
        en=en,
        kind="place" if "l" in flags else "person" if "h" in flags else kind,
        plural="p" in flags,
        mass="u" in flags,
        fem="f" in flags or ("p" in flags and kind != "person") or (head.endswith("ة") and "m" not in flags),
        open="i" in flags,
        proper="x" in flags,
        source="s" in flags,
        link=special.get("k", "of"),
        many=en if "p" in flags or "u" in flags else many or wording.plural(en),
        ruler=special.get("c", ""),
        verb=special.get("v", "").rstrip("!"),
        preps=tuple((match_key(k), v.replace("_", " ")) for k, v in pairs if k not in _SPECIAL),
    )


def _add_form(index: dict[str, list[Form]], key: str, noun: Noun, flags: list[str]) -> None:
    first, *rest = key.split(" ")
    if "d" in flags:
        shape, first = "the", first.removeprefix("ال")
    elif "i" in flags:
        shape = "open"
    elif any(word.startswith("ال") and len(word) > 3 for word in rest) or "x" in flags or "n" in flags:
        shape = "idafa"
    else:
        shape = "agree"
    index.setdefault(first, []).append(Form(tuple(rest), noun, shape))


@cache
def adjectives() -> dict[str, Adjective]:
    """Return every form of every adjective by its key without ال.

    >>> adjectives()["عراقيه"].en, adjectives()["سابقين"].person
    ('Iraqi', True)
    """
    out: dict[str, Adjective] = {}
    clash: set[str] = set()
    for file in ("nationalities", "adjectives"):
        for arabic, en, *more in data.rows(f"english/{file}"):
            flags = more[0].split() if more else []
            rank = 2 if file == "nationalities" or "n" in flags else 3 if "c" in flags else 1 if "o" in flags else 0
            for key, shape in _adjective_keys(arabic.split("|"), nation=rank == 2):
                held = out.setdefault(key, Adjective(en, rank, "h" in flags, shape))
                if held.en != en:
                    clash.add(key)
    return {key: value for key, value in out.items() if key not in clash}


def _adjective_keys(forms: list[str], *, nation: bool) -> list[tuple[str, str]]:
    out = []
    for i, (form, printed) in enumerate(zip(map(match_key, forms), forms, strict=True)):
        if printed.endswith("ى"):
            out.append((form, "f"))
            continue
        if i and not (nation and form.endswith("ي")):  # a listed broken plural
            out.append((form, "b"))
            continue
        endings = (("", "m"), ("ه", "f"), ("ون", "p"), ("ين", "p"), ("ات", "p"), ("ان", "d"), ("تين", "d"))
        out += [(form + ending, shape) for ending, shape in endings]
    return out


def forget() -> None:
    """Drop what was read: for tests that change the lists."""
    nouns.cache_clear()
    adjectives.cache_clear()
