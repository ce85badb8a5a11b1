"""The bilingual word lists, read once: nouns and adjectives by their Arabic key.

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
_KINDS = {"l": "place", "h": "person", "c": "measure"}
_SPECIAL = ("k", "v", "c")
_Row = tuple[str, str, str, str, str]  # Arabic, its keys, English, flags, kind


class Noun(NamedTuple):
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
    thing: bool = False  # never said of persons: «المالي» of a minister is Malian


@cache
def nouns() -> dict[str, tuple[Form, ...]]:
    """Return every noun by the key of its first word without ال, the longest first.

    >>> [f.noun.en for f in nouns()["رييس"] if f.rest == ("الوزرا",)]
    ['prime minister']
    """
    index: dict[str, list[Form]] = {}
    for row in (*_list_rows(), *_family_rows()):
        _add_noun(index, row)
    return {key: _single_sense(forms) if len(forms) > 1 else tuple(forms) for key, forms in index.items()}


def _list_rows() -> list[_Row]:
    """Return the rows of the four lists; all keys of a list are folded in one go."""
    out: list[_Row] = []
    for file, kind in NOUN_FILES.items():
        rows = data.rows(f"english/{file}")
        keys = match_key("\n".join(row[0] for row in rows)).split("\n")
        out += [(row[0], key, row[1], row[2] if len(row) > 2 else "", kind) for row, key in zip(rows, keys, strict=True)]
    return out


def _family_rows() -> list[_Row]:
    """Spell out the families: «وزير X», «وزارة X» for every portfolio."""
    out: list[_Row] = []
    for family in data.table("english/families")["families"]:
        for p in family["patterns"]:
            for ar, en in family["values"]:
                arabic = p["ar"].format(ar)
                english = p["en"].format(en, wording.titled(en))
                out.append((arabic, match_key(arabic), english, p.get("flags", ""), p["kind"]))
    return out


def _single_sense(forms: list[Form]) -> tuple[Form, ...]:
    """Drop forms that mean different things, keep each once, the longest first."""
    senses: dict[tuple[tuple[str, ...], bool], set[str]] = {}
    for f in forms:
        senses.setdefault((f.rest, f.shape == "the"), set()).add(f.noun.en)
    kept: dict[tuple[tuple[str, ...], str], Form] = {}
    for f in forms:
        if len(senses[f.rest, f.shape == "the"]) == 1:
            kept.setdefault((f.rest, f.shape), f)
    return tuple(sorted(kept.values(), key=lambda f: -len(f.rest)))


def _add_noun(index: dict[str, list[Form]], row: _Row) -> None:
    arabic, folded, english, flag_text, kind = row
    flags = flag_text.split()
    one, _, many = english.partition("/")
    many = one if "p" in flags or "u" in flags else many or wording.plural(one)
    keys = folded.split("|")
    human = kind == "person"
    head = arabic.split("|", 1)[0].split(" ", 1)[0]
    fem = "f" in flags or ("p" in flags and not human) or (head.endswith("ة") and "m" not in flags)
    _add_form(index, keys[0], _noun(one, many, kind, flags, plural="p" in flags, fem=fem), flags)
    if len(keys) == 1:
        return
    plural = _noun(many, many, kind, flags, plural=True, fem=not human)
    construct = plural._replace(open=True) if "++" in keys else plural
    for shape in keys[1:]:
        for key in _plural_keys(keys[0], shape):
            if shape == "++" and key.split(" ", 1)[0][-1] in "وي":
                _add_form(index, key, construct, [*flags, "i"])
            else:
                _add_form(index, key, plural, flags)


def _plural_keys(key: str, shape: str) -> list[str]:
    if shape == "+":
        return [key.removesuffix("ه") + "ات"]
    if shape == "++":
        head, space, rest = key.partition(" ")
        return [head + ending + space + rest for ending in ("ون", "ين", "و", "ي")]
    return [shape]


def _noun(en: str, many: str, kind: str, flags: list[str], *, plural: bool, fem: bool) -> Noun:
    if not flags:
        return Noun(en, kind, plural, fem=fem, many=many)
    pairs = [f.split("=", 1) for f in flags if "=" in f]
    special = {k: v.replace("_", " ") for k, v in pairs if k in _SPECIAL}
    return Noun(
        en=en,
        kind=next((k for flag, k in _KINDS.items() if flag in flags), kind),
        plural=plural,
        mass="u" in flags,
        fem=fem,
        open="i" in flags,
        proper="x" in flags,
        source="s" in flags,
        wrapper="w" in flags,
        link=special.get("k", "of"),
        many=many,
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
    elif "x" in flags or "n" in flags or any(word.startswith("ال") and len(word) > 3 for word in rest):
        shape = "idafa"
    else:
        shape = "agree"
    index.setdefault(first, []).append(Form(tuple(rest), noun, shape))


@cache
def demonyms() -> dict[str, str]:
    """Return the adjective of each country by its English name.

    >>> demonyms()["Iraq"]
    'Iraqi'
    """
    out: dict[str, str] = {}
    for row in data.rows("english/nationalities"):
        out.setdefault(row[2], row[1])
    return out


@cache
def adjectives() -> dict[str, Adjective]:
    """Return every form of every adjective by its key without ال.

    >>> adjectives()["عراقيه"].en, adjectives()["سابقين"].person
    ('Iraqi', True)
    """
    out: dict[str, Adjective] = {}
    clash: set[str] = set()
    for file in ("nationalities", "adjectives"):
        rows = data.rows(f"english/{file}")
        keys = match_key("\n".join(row[0] for row in rows)).split("\n")
        for row, folded in zip(rows, keys, strict=True):
            en, flags = row[1], row[2] if len(row) > 2 else ""
            rank = 2 if file == "nationalities" or "n" in flags else 3 if "c" in flags else 1 if "o" in flags else 0
            shapes = {shape: Adjective(en, rank, flags == "h", shape, "t" in flags.split()) for shape in "mfpdb"}
            for key, shape in _adjective_keys(row[0].split("|"), folded.split("|"), nation=rank == 2):
                if out.setdefault(key, shapes[shape]).en != en:
                    clash.add(key)
    return {key: value for key, value in out.items() if key not in clash}


def _adjective_keys(printed: list[str], keys: list[str], *, nation: bool) -> list[tuple[str, str]]:
    out = []
    for i, key in enumerate(keys):
        if printed[i].endswith("ى"):
            out.append((key, "f"))
        elif i and not (nation and key.endswith("ي")):  # a listed broken plural
            out.append((key, "b"))
        else:
            out += [(key, "m"), (key + "ه", "f"), (key + "ون", "p"), (key + "ين", "p"), (key + "ات", "p"), (key + "ان", "d")]
    return out
