"""The tables of `english/grammar.toml`, made ready to look words of a text up in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, cast

from msgspec import Struct

from sitegen.text.fold import light_key, match_key

#: Phrases by their first word: what else they have, the longest first; and with their English.
Phrases = dict[str, tuple[tuple[str, ...], ...]]
Glosses = dict[str, tuple[tuple[tuple[str, ...], str], ...]]


class Grammar(Struct, frozen=True, gc=False):
    """The tables of `english/grammar.toml`, keyed as the text is."""

    prepositions: dict[str, str]  # light key -> English
    adjuncts: frozenset[str]  # light keys
    partners: Phrases
    boundaries: frozenset[str]
    asides: Phrases
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
    openers: Phrases  # first key -> rests, longest first
    earlier: frozenset[str]
    plain_sayings: frozenset[str]  # English verbs
    pass_over: Phrases
    forward: frozenset[str]
    same: frozenset[str]
    issued: Phrases
    settings: Phrases
    once: Phrases  # of a time before that of the text
    richter: Phrases
    determiners: Glosses
    numbers: dict[str, int]
    ordinals: dict[str, int]  # by their English
    elevens: dict[str, int]
    tens: dict[str, int]
    scales: dict[str, int]
    alone: dict[str, int]  # how many of a scale that has no figure before it
    approximations: Glosses
    hedges: Glosses
    penalties: Glosses
    suspended: Glosses
    pending: Glosses
    impersonal: Glosses  # what is done by nobody
    modes: Glosses  # what stands before a verb: may V, was Ving
    manners: Glosses  # how somebody died
    reasons: dict[str, tuple[str, str]]  # word -> preposition, English
    rates: Glosses
    lasting: Glosses  # over what time something was counted
    dealt: Glosses  # where something is bought and sold
    unreported: Glosses  # that nobody has heard of harm
    harm: Glosses  # of what harm
    the: frozenset[str]
    masculine: frozenset[str]  # English names of countries that Arabic calls he
    heads: frozenset[str]
    media: frozenset[str]
    crowds: frozenset[str]
    present: frozenset[str]
    due: Phrases
    expected: Phrases
    passives: dict[str, str]  # tenses
    losses: dict[str, str]
    loss_nouns: dict[str, str]
    limits: dict[str, str]  # relative pronoun -> m, f or p
    extremes: dict[str, str]
    levels: frozenset[str]
    sides: dict[str, str]
    ministries: dict[str, str]
    by_doing: dict[str, str]  # English nouns, and the preposition behind them
    for_deeds: dict[str, str]  # the same before a deed
    aged: dict[str, str]  # English nouns, and what stands before a team of them
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
    otherwise: tuple[tuple[str, str, str], ...]  # English noun, what of, both
    quantities: tuple[str, ...]  # English
    nobodies: tuple[str, ...]  # English
    vague: frozenset[str]
    compounds: frozenset[tuple[str, str]]
    sorts: dict[str, frozenset[str]]  # of English nouns, to tell the senses of a verb apart


#: The sets of phrases, the others are of single words; and the tables of words with what they are in English.
_PHRASES = (
    "partners", "asides", "once", "openers", "pass_over", "issued", "settings", "due", "expected", "richter",
)  # fmt: skip
_WORDS = (
    "numbers", "elevens", "tens", "scales", "alone", "losses", "loss_nouns", "victims", "passives",
    "extremes", "sides", "fractions", "works", "parts", "limits", "ministries",
)  # fmt: skip
_GLOSSED = (
    "approximations",
    "rates",
    "lasting",
    "hedges",
    "penalties",
    "suspended",
    "pending",
    "manners",
    "dealt",
    "unreported",
    "harm",
    "impersonal",
    "modes",
)
#: What is no set of words looked up by itself.
_ODD = {
    "adjuncts",
    "plain_sayings",
    "compounds",
    "said_twice",
    "otherwise",
    "quantities",
    "nobodies",
    *_PHRASES,
}


def made(table: Mapping[str, Any]) -> Grammar:
    """Return the tables, keyed as the text is."""
    sets, articles = table["sets"], table["articles"]
    determiners = ((ar, entry["en"]) for entry in table["determiners"] for ar in entry["ar"])
    fields: dict[str, object] = {
        **{name: keys(words) for name, words in sets.items() if name not in _ODD},
        **{name: frozenset(articles[name]) for name in _asked(articles)},
        **{name: phrases(sets[name]) for name in _PHRASES},
        **{name: {match_key(k): v for k, v in table[name].items()} for name in _WORDS},
        **{name: glossed(table[name].items()) for name in _GLOSSED},
        "prepositions": {light_key(k): v for k, v in table["prepositions"].items()},
        "adjuncts": frozenset(map(light_key, sets["adjuncts"])),
        "plain_sayings": frozenset(sets["plain_sayings"]),
        "compounds": frozenset(map(_pair, map(match_key, sets["compounds"]))),
        "said_twice": frozenset((noun, kind) for noun, kind in articles["said_twice"]),
        "otherwise": tuple(map(tuple, articles["otherwise"])),
        "quantities": tuple(articles["quantities"]),
        "nobodies": tuple(articles["nobodies"]),
        "bound": _bound(table["bound"]["rows"]),
        "determiners": glossed(determiners),
        "ordinals": table["ordinals"],
        "by_doing": table["by_doing"],
        "for_deeds": table["for_deeds"],
        "aged": table["aged"],
        "reasons": {match_key(ar): (match_key(prep), en) for ar, prep, en in table["reasons"]["rows"]},
        "sorts": {name: frozenset(words) for name, words in table["sorts"].items()},
    }
    return Grammar(**cast(Any, fields))


def _asked(articles: Mapping[str, object]) -> set[str]:
    """Return the names of the sets of English words; others are asked for by `wording`."""
    return (articles.keys() & set(Grammar.__struct_fields__)) - _ODD


def _pair(words: str) -> tuple[str, str]:
    first, second = words.split(" ")
    return first, second


def _bound(rows: list[list[str]]) -> dict[str, tuple[str, str, bool]]:
    """Return every form of the adjectives that a preposition must follow."""
    out = {}
    for word, prep, english in rows:
        for ending, fem in (("", False), ("ة", True), ("ين", False), ("ون", False)):
            out[match_key(word + ending)] = (match_key(prep), english, fem)
    return out


def keys(words: Iterable[str]) -> frozenset[str]:
    """Return words as they are looked up."""
    return frozenset(map(match_key, words))


def phrases(listed: Iterable[str]) -> Phrases:
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
