"""Number words, units and approximations of `data/numbers.toml`, built into tables once."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from msgspec import Struct

from sitegen import data
from sitegen.text.fold import match_key
from sitegen.text.tokens import Tokens, keys_of

#: Before a number word or a phrase before a number.
_CLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "ال", "وال", "بال", "لل", "ولل")
_JOINS = ("و", "ف", "وب", "ول", "وال", "ولل", "فب")


class NumberWord(Struct, frozen=True, gc=False, array_like=True):
    """What a word is worth."""

    value: int | float
    kind: str  # small | scale | dual | fraction
    joined: bool  # begins with و
    definite: bool  # has the article


class Unit(Struct, frozen=True, gc=False, array_like=True):
    """What is counted, in English."""

    singular: str
    plural: str

    def of(self, value: float) -> str:
        """Return the English noun after `value`."""
        return self.singular if value == 1 else self.plural


#: Phrases by their first key; each with its other keys, the longest first.
Phrases = dict[str, list[tuple[tuple[str, ...], Any]]]
Units = dict[str, list[tuple[tuple[str, ...], Unit]]]


@cache
def _table() -> dict[str, Any]:
    return data.table("numbers")


@data.kept
def number_words() -> dict[str, NumberWord]:
    """Return every number word with every clitic by its key.

    >>> number_words()[match_key("وخمسمئة")]
    NumberWord(value=500, kind='small', joined=True, definite=False)
    >>> match_key("مئات") in number_words()
    False
    """
    out: dict[str, NumberWord] = {}
    kinds = (("values", "small"), ("scales", "scale"), ("duals", "dual"), ("fractions", "fraction"))
    for name, kind in kinds:
        for value, forms in _table()[name].items():
            number = float(value) if kind == "fraction" else int(value)
            for form in forms.split():
                for clitic in _CLITICS:
                    definite = clitic.endswith(("ال", "لل"))
                    word = NumberWord(number, kind, clitic in _JOINS, definite)
                    out.setdefault(clitic + match_key(form), word)
    return out


@data.kept
def units() -> Units:
    """Return the units by the key of their first word, with and without the article."""
    pairs = []
    for singular, plural, forms, _ in _table()["units"]["rows"]:
        for form in forms.split():
            words = form.replace("_", " ")
            pairs += [(words, Unit(singular, plural)), ("ال" + words, Unit(singular, plural))]
    return phrases(pairs)


@data.kept
def plurals() -> Units:
    """Return the units in a plural form: what may follow من, «عشرة من الجنود»."""
    pairs = []
    for singular, plural, forms, _ in _table()["units"]["rows"]:
        first, *others = forms.split()
        for form in others:
            one = {form.removesuffix("ة"), form.removesuffix("ة") + "ات"} & {*others} - {form}
            bare = "_" not in form or form.split("_")[0] in _table()["men_of"]["words"]
            if form != first + "ا" and bare and not one:  # «من أفراد الأسرة»: no families
                pairs += [(each, Unit(singular, plural)) for each in (form, "ال" + form)]
    return phrases(pairs)


@data.kept
def triggers() -> dict[str, str]:
    """Return every key besides digits with which a figure may begin, and what it begins."""
    out = dict.fromkeys(number_words(), "number")
    out |= dict.fromkeys(ordinal_nouns(), "ordinal")
    return out | dict.fromkeys((key for key in duals() if key not in out), "dual")


@data.kept
def duals() -> Units:
    """Return the units whose dual form says «two»: جنديين; with a glued preposition or و too."""
    pairs = []
    for singular, plural, _, forms in _table()["units"]["rows"]:
        for form in forms.split():
            cases = {form, form.replace("ين_", "ان_").removesuffix("ين") + "ان" * form.endswith("ين")}
            pairs += [
                (c + case.replace("_", " "), Unit(singular, plural))
                for case in sorted(cases - set(_table()["not_duals"]["words"]))
                for c in ("", "و", "ب", "ل", "وب", "ول")
            ]
    return phrases(pairs)


@data.kept
def approximations() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Return the phrases before a number by their last key; the words before that one backwards."""
    out: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for code, forms in _table()["approximations"].items():
        for form in forms:
            for clitic in ("", "و", "ب", "ل", "ف", "وب", "ول"):
                keys = keys_of([clitic + form])[0][::-1]
                out.setdefault(keys[0], []).append((keys[1:], code))
    for found in out.values():
        found.sort(key=lambda f: -len(f[0]))
    return out


@cache
def after() -> Phrases:
    """Return the approximations behind a number: «على الأقل»."""
    return phrases((form, code) for code, forms in _table()["after"].items() for form in forms)


@cache
def percents() -> Phrases:
    """Return the ways to write per cent."""
    return phrases((form, "percent") for form in _table()["percent"]["forms"])


@data.kept
def ordinal_nouns() -> dict[str, str]:
    """Return nouns with the article whose ordinal is a figure: الجولة -> round."""
    clitics = ("ال", "وال", "بال", "لل", "ولل")
    rows = _table()["ordinals"].items()
    return {c + match_key(form): en for en, forms in rows for form in forms.split() for c in clitics}


@cache
def ordinal_values() -> dict[str, int]:
    """Return ordinals with the article: الرابعة -> 4."""
    rows = _table()["ordinal_values"].items()
    return {match_key("ال" + form): int(value) for value, forms in rows for form in forms.split()}


@cache
def fates() -> dict[str, str]:
    """Return the words before a number that tell what became of so many: مقتل -> killed."""
    return {match_key(word): en for en, forms in _table()["fates"].items() for word in forms}


@cache
def keys(table: str, name: str = "words") -> frozenset[str]:
    """Return one list of single words as keys."""
    return frozenset(map(match_key, _table()[table][name]))


@cache
def context() -> dict[str, frozenset[str]]:
    """Return the words of which one must be near, by the plural of the unit."""
    return {unit: frozenset(map(match_key, near)) for unit, near in _table()["context"].items()}


@cache
def unless() -> dict[str, frozenset[str]]:
    """Return the words of which none may be near, by the plural of the unit."""
    return {unit: frozenset(map(match_key, near)) for unit, near in _table()["unless"].items()}


@cache
def most() -> dict[str, int]:
    """Return of which units there are never more than so many."""
    return dict(_table()["most"])


@cache
def halves() -> dict[str, float]:
    """Return what «ونصف», «وربع» behind a unit add to it."""
    return {match_key(word): value for word, value in _table()["halves"]["words"]}


@cache
def between() -> Phrases:
    """Return what may stand between a number and its noun: «10 في صفوف مقاتلين»."""
    return phrases((form, True) for form in _table()["between"]["phrases"])


@cache
def signs() -> dict[str, str]:
    """Return the signs that are units: %."""
    return dict(_table()["units"]["signs"])


def phrases(pairs: Iterable[tuple[str, Any]]) -> Phrases:
    """Index phrases by their first key, the longest first."""
    out: Phrases = {}
    listed = list(pairs)
    for (first, *rest), (_, value) in zip(keys_of([form for form, _ in listed]), listed, strict=True):
        out.setdefault(first, []).append((tuple(rest), value))
    for found in out.values():
        found.sort(key=lambda f: -len(f[0]))
    return out


def match_at(index: Phrases, tokens: Tokens, i: int) -> tuple[Any, int] | None:
    """Return the longest phrase that begins at word `i` and the word after it.

    >>> from sitegen.text.tokens import tokenize
    >>> match_at(percents(), tokenize("3.5 في المئة"), 1)
    ('percent', 3)
    """
    if i >= len(tokens):
        return None
    for rest, value in index.get(tokens[i].key, ()):
        end = i + 1 + len(rest)
        if tokens.keys[i + 1 : end] == rest:
            return value, end
    return None


def is_illness(key: str) -> bool:
    """Say whether a word is an illness behind «ب».

    >>> is_illness(match_key("بكورونا")), is_illness(match_key("بجروح"))
    (True, False)
    """
    return key[:1] == "ب" and key[1:] in keys("illnesses")
