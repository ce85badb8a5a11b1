"""The small words of the grammar, folded once: prepositions, boundaries, openers, determiners."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from msgspec import Struct

from sitegen import data
from sitegen.english import wording
from sitegen.english.tagging import Sentence
from sitegen.text.fold import light_key, match_key

_GROUPS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
#: Phrases by their first word: what else they have, and their English.
Glosses = dict[str, tuple[tuple[tuple[str, ...], str], ...]]


class Grammar(Struct, frozen=True, gc=False):
    """The tables of `english/grammar.toml`, keyed as the text is."""

    prepositions: dict[str, str]  # light key -> English
    adjuncts: frozenset[str]  # light keys
    partners: dict[str, tuple[tuple[str, ...], ...]]
    boundaries: frozenset[str]
    asides: dict[str, tuple[tuple[str, ...], ...]]
    relatives: frozenset[str]
    and_which: frozenset[str]
    of_losses: frozenset[str]
    embedding: frozenset[str]
    joints: frozenset[str]
    adverbial: frozenset[str]  # keys
    solid: frozenset[str]  # English nouns
    compounding: frozenset[str]  # English nouns
    bands: frozenset[str]  # English nouns
    relational: frozenset[str]  # English nouns
    deeds: frozenset[str]  # English verbs
    wielded: frozenset[str]  # English verbs
    outsiders: frozenset[str]  # English nouns
    visited: frozenset[str]  # English nouns
    done: frozenset[str]  # English nouns
    judged: frozenset[str]  # English nouns
    taken: frozenset[str]  # English nouns
    happenings: frozenset[str]  # English nouns
    whence: frozenset[str]  # English nouns
    repaired: frozenset[str]  # English nouns
    twofold: frozenset[str]  # English nouns
    governing: frozenset[str]  # English adjectives
    somebodys: frozenset[str]  # English nouns
    sites: frozenset[str]  # English nouns
    of_stuff: frozenset[str]  # English nouns
    bound: dict[str, tuple[str, str, bool]]  # form -> preposition, English, whether feminine
    beside: dict[str, frozenset[str]]  # English noun -> words
    conditions: frozenset[str]
    doubts: frozenset[str]
    changers: frozenset[str]
    thirds: frozenset[str]
    citing: frozenset[str]
    cited: frozenset[str]
    admitted: frozenset[str]
    calls: frozenset[str]
    casualties: frozenset[str]
    spoilers: frozenset[str]
    reversals: frozenset[str]
    titles: frozenset[str]
    openers: dict[str, tuple[tuple[str, ...], ...]]  # first key -> rests, longest first
    earlier: frozenset[str]
    plain_sayings: frozenset[str]  # English verbs
    pass_over: dict[str, tuple[tuple[str, ...], ...]]
    forward: frozenset[str]
    same: frozenset[str]
    issued: dict[str, tuple[tuple[str, ...], ...]]
    settings: dict[str, tuple[tuple[str, ...], ...]]
    determiners: Glosses
    numbers: dict[str, int]
    ordinals: dict[str, int]  # by their English
    tens: dict[str, int]
    scales: dict[str, int]
    alone: dict[str, int]  # how many of a scale that has no figure before it
    approximations: Glosses
    hedges: Glosses
    penalties: Glosses
    suspended: Glosses
    manners: Glosses  # how somebody died
    reasons: dict[str, tuple[str, str]]  # word -> preposition, English
    rates: Glosses
    the: frozenset[str]
    masculine: frozenset[str]  # English names of countries that Arabic calls he
    heads: frozenset[str]
    media: frozenset[str]
    crowds: frozenset[str]
    present: frozenset[str]
    due: dict[str, tuple[tuple[str, ...], ...]]
    expected: dict[str, tuple[tuple[str, ...], ...]]
    passives: dict[str, str]  # tenses
    musts: frozenset[str]
    losses: dict[str, str]
    loss_nouns: dict[str, str]
    limits: dict[str, str]  # relative pronoun -> m, f or p
    extremes: dict[str, str]
    levels: frozenset[str]
    sides: dict[str, str]
    ministries: dict[str, str]
    by_doing: dict[str, str]  # English nouns, and the preposition behind them
    works: dict[str, str]
    fractions: dict[str, str]
    its: frozenset[str]
    spans: frozenset[str]
    victims: dict[str, str]
    parts: dict[str, str]
    capitals: frozenset[str]
    names: frozenset[str]
    platforms: frozenset[str]
    nations: frozenset[str]
    faiths: frozenset[str]
    said_twice: frozenset[tuple[str, str]]  # English noun, kind
    quantities: tuple[str, ...]  # English
    nobodies: tuple[str, ...]  # English
    vague: frozenset[str]
    compounds: frozenset[tuple[str, str]]
    sorts: dict[str, frozenset[str]]  # of English nouns, to tell the senses of a verb apart


#: The sets of phrases, the others are of single words; and the tables of words with what they are in English.
_PHRASES = ("partners", "asides", "openers", "pass_over", "issued", "settings", "due", "expected")
_WORDS = (
    "numbers", "tens", "scales", "alone", "losses", "loss_nouns", "victims", "passives", "extremes", "sides",
    "fractions", "works", "parts", "limits", "ministries",
)  # fmt: skip
_GLOSSED = ("approximations", "rates", "hedges", "penalties", "suspended", "manners")


@cache
def grammar() -> Grammar:
    """Return the tables, read once."""
    table = data.table("english/grammar")
    determiners = [(ar, entry["en"]) for entry in table["determiners"] for ar in entry["ar"]]
    return Grammar(
        **_sets(table["sets"]),
        **_english(table["articles"]),
        **_glosses(table),
        prepositions={light_key(k): v for k, v in table["prepositions"].items()},
        bound=_bound(table["bound"]["rows"]),
        beside=_beside(table["beside"]),
        determiners=glossed(determiners),
        ordinals=table["ordinals"],
        by_doing=table["by_doing"],
        reasons={match_key(ar): (match_key(prep), en) for ar, prep, en in table["reasons"]["rows"]},
        sorts={name: frozenset(words) for name, words in table["sorts"].items()},
    )


def _sets(sets: dict[str, list[str]]) -> dict[str, Any]:
    """Return the sets of Arabic words by their name, folded."""
    return {
        **{name: phrases(words) if name in _PHRASES else _keys(words) for name, words in sets.items()},
        "adjuncts": frozenset(map(light_key, sets["adjuncts"])),
        "plain_sayings": frozenset(sets["plain_sayings"]),
        "compounds": frozenset((a, b) for a, b in (match_key(pair).split(" ") for pair in sets["compounds"])),
    }


def _glosses(table: dict[str, Any]) -> dict[str, Any]:
    """Return the tables of words and of phrases with what they are in English, by their name."""
    words = {name: {match_key(k): v for k, v in table[name].items()} for name in _WORDS}
    return words | {name: glossed(table[name].items()) for name in _GLOSSED}


def _english(lists: dict[str, list[Any]]) -> dict[str, Any]:
    """Return the sets of English words by their name; others are asked for by `wording`."""
    asked = lists.keys() & set(Grammar.__struct_fields__)
    return {
        **{name: frozenset(lists[name]) for name in asked - {"said_twice"}},
        "said_twice": frozenset((noun, kind) for noun, kind in lists["said_twice"]),
        "quantities": tuple(lists["quantities"]),
        "nobodies": tuple(lists["nobodies"]),
    }


def _bound(rows: list[list[str]]) -> dict[str, tuple[str, str, bool]]:
    """Return every form of the adjectives that a preposition must follow."""
    out = {}
    for word, prep, english in rows:
        for ending, fem in (("", False), ("ة", True), ("ين", False), ("ون", False)):
            out[match_key(word + ending)] = (match_key(prep), english, fem)
    return out


def _beside(rows: dict[str, list[str]]) -> dict[str, frozenset[str]]:
    """Return the words that speak against a noun, or its plural: those of both where each has a row."""
    out: dict[str, frozenset[str]] = {}
    for noun, words in rows.items():
        for form in (noun, wording.plural(noun)):
            out[form] = _keys(words) | out.get(form, frozenset())
    return out


def _keys(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(match_key, words))


def phrases(listed: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return phrases by the key of their first word: the keys of the words after it, the longest first."""
    out: dict[str, set[tuple[str, ...]]] = {}
    for phrase in listed:
        first, *rest = match_key(phrase).split(" ")
        out.setdefault(first, set()).add(tuple(rest))
    return {k: tuple(sorted(v, key=lambda x: (-len(x), x))) for k, v in out.items()}


def glossed(phrases: Iterable[tuple[str, str]]) -> Glosses:
    """Return phrases with their English by their first word, the longest first."""
    out: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, english in phrases:
        first, *rest = match_key(phrase).split(" ")
        out.setdefault(first, []).append((tuple(rest), english))
    return {k: tuple(sorted(v, key=lambda x: -len(x[0]))) for k, v in out.items()}


def gloss(table: Glosses, s: Sentence, i: int, key: str) -> tuple[int, str] | None:
    """Return where the longest phrase of `table` that begins with `key` at word `i` ends, and its English."""
    for rest, english in table.get(key, ()):
        if not rest or s.follows(i + 1, rest):
            return i + 1 + len(rest), english
    return None


def hedged(s: Sentence, j: int) -> tuple[int, str]:
    """Return the word after «على الأقل» at word `j` and "at least ", or `j` and nothing."""
    found = gloss(grammar().hedges, s, j, s.key(j)) if not s.hard(j) else None
    return (found[0], f"{found[1]} ") if found else (j, "")


def rated(s: Sentence, j: int) -> tuple[int, str]:
    """Return the word after «يوميا» at word `j` and " a day", or `j` and nothing."""
    found = gloss(grammar().rates, s, j, s.key(j)) if not s.hard(j) else None
    if found is None or (found[0] > j + 1 and _which(s, found[0])):
        return j, ""
    return found[0], f" {found[1]}"


def _which(s: Sentence, j: int) -> bool:
    """Say whether word `j` tells which day it was: «في اليوم الأول»، «في اليوم نفسه»."""
    if s.hard(j):
        return False
    key = s.key(j)
    return key.startswith("ال") or key in grammar().same or number_value(key) is not None or j in s.dates


def phrase_end(table: dict[str, tuple[tuple[str, ...], ...]], s: Sentence, i: int) -> int:
    """Return the word after the longest phrase of `table` that begins at word `i`, 0 if none does."""
    for rest in table.get(s.keys[i], ()) if i < len(s.keys) else ():
        if not rest or s.follows(i + 1, rest):
            return i + 1 + len(rest)
    return 0


def apart(s: Sentence, i: int, kind: str) -> bool:
    """Say whether a figure at word `i` is how long or by how much, behind a person or an event.

    «سجن وزير 10 سنوات»، «نمو الاقتصاد 4%».
    """
    return kind == "person" or (kind == "event" and s.gaps[i + 1][:1] in ("%", "٪"))


def preposition(s: Sentence, i: int) -> str | None:
    """Return the preposition that word `i` is (its key), None if it is none."""
    if i >= len(s.tokens):
        return None
    token = s.tokens[i]
    return token.key if token.light in grammar().prepositions else None


def number_value(key: str) -> float | None:
    """Return the value of a word of digits or a number word below eleven.

    >>> number_value("5,200"), number_value("4.8"), number_value("خمسه"), number_value("الخمسه")
    (5200, 4.8, 5, None)
    """
    if key[:1].isdigit():
        if "," in key and not _GROUPS.fullmatch(key):
            return None  # 1,5 may be one and a half
        plain = key.replace(",", "")
        try:
            return int(plain) if plain.isdigit() else float(plain)
        except ValueError:
            return None
    return grammar().numbers.get(key)


def scaled(s: Sentence, j: int, value: float) -> tuple[int, float]:
    """Return the word after «ألفا», «مليون» … at word `j`, and the value times them."""
    while not s.hard(j) and s.key(j) in grammar().scales:
        value, j = value * grammar().scales[s.key(j)], j + 1
    return j, value
