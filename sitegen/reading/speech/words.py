"""The reporting words of `data/speech.toml`, built into tables once.

A printed word is looked up by its light key, so that رأى (saw) is not رأي (a
view); the finite forms and participles of each verb are built by rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from sitegen import data
from sitegen.text.fold import light_key, match_key

#: A noun that announces a name is believed up to so many words.
NAME_MAX = 5


class Verb(NamedTuple):
    """One reporting verb: its past form as key, an English past, what links it to a clause."""

    key: str
    en: str
    links: frozenset[str]
    kind: str  # say | stance | act | relay
    shaky: int  # another word is written the same way (1) and is far more common (2)
    takes_person: bool  # a name after it may be its object


class Word(NamedTuple):
    """What a printed form can be."""

    verb: Verb
    form: str  # past | present | participle | noun
    gender: str  # m | f | p (dual and plural)
    joined: bool  # begins with و or ف


@data.kept
def words() -> dict[str, Word]:
    """Return every form of every reporting verb by its light key.

    >>> words()[light_key("وأضافت")][1:]
    ('past', 'f', True)
    >>> light_key("رأي") in words()
    False
    """
    table: dict[str, Word] = {}
    for past, present, participle, english, links, kind in data.table("speech")["verbs"]:
        parts = links.split(" ")
        ties = frozenset(map(light_key, parts)) - {"?", "??", "!"}
        shaky = 2 if "??" in parts else int("?" in parts)
        verb = Verb(past, english, ties, kind, shaky, "!" in parts)
        for form, shape, gender in _forms(past, present, participle):
            _add(table, form, verb, shape, gender)
    relay = Verb("نقل", "quoted", frozenset(), "relay", 1, False)
    for form in data.table("speech")["relays"]:
        _add(table, form, relay, "past", "m")
    said = Verb("قال", "said", frozenset(["", "ب"]), "say", 0, False)
    for noun in data.table("speech")["saying_nouns"]:
        for prefix in ("", "ب"):
            _add(table, prefix + noun, said, "noun", "f" if noun.endswith("ها") else "m")
    return table


def _add(table: dict[str, Word], form: str, verb: Verb, shape: str, gender: str) -> None:
    key = light_key(form)
    for prefix in ("", "و", "ف"):
        table.setdefault(prefix + key, Word(verb, shape, gender, bool(prefix)))


def _forms(past: str, present: str, participle: str) -> Iterator[tuple[str, str, str]]:
    """Yield (form, shape, gender) of one verb; a final weak letter gives way to the ending.

    >>> [form for form, _, gender in _forms("دعا", "يدعو", "داعي") if gender == "f"]
    ['دعت', 'تدعو', 'داعية']
    """
    weak = past[-1] in "اى"
    stem = past[:-1] if weak else past
    yield from ((past, "past", "m"), (stem + "ت", "past", "f"))
    yield from ((stem + "وا", "past", "p"), (stem + "تا", "past", "p"))
    if not weak:
        yield past + "ا", "past", "p"
    yield from ((present, "present", "m"), ("ت" + present[1:], "present", "f"))
    base = present[:-1] if present[-1] in "ويى" else present
    yield from ((base + "ون", "present", "p"), (present + "ان", "present", "p"))
    if participle:
        base = participle.removesuffix("ي")
        yield from ((participle + "ا", "participle", "m"), (participle + "ة", "participle", "f"))
        yield base + "ين", "participle", "p"


@cache
def word_set(*names: str, prefixes: tuple[str, ...] = ("",), table: str = "speech") -> frozenset[str]:
    """Return the light keys of one or more word lists of a table, each also with every prefix."""
    listed = "\n".join(word for name in names for word in data.table(table)[name])
    return frozenset(prefix + key for key in light_key(listed).split("\n") for prefix in prefixes)


AND = ("", "و", "ف")
CLITICS = ("", "و", "ب", "ل", "ف", "ك", "ال", "وال", "بال", "لل", "فال", "كال", "ول", "وب", "ولل", "وبال")

THAT = word_set("that", prefixes=AND)
NOT_THAT = word_set("not_that", prefixes=AND)
PREPOSITIONS = word_set("that_prepositions", prefixes=AND)
UNREAL = word_set("unreal", prefixes=AND)
RELATIVES = word_set("relatives", prefixes=AND)
CONTINUERS = word_set("continuers", prefixes=AND)
ADJUNCTS = word_set("adjuncts", prefixes=AND)
IN_SUBJECT = word_set("in_subject")
OFFICES = word_set("offices", prefixes=("", "ال"))
TITLES = word_set("titles")
#: Words of an office that is over: «السابق», «الراحل».
FORMER = word_set("former", "late", table="roles")
FORMER_KEYS = frozenset(map(match_key, FORMER))
SAID_IT = word_set("said_it", prefixes=("", "و"))
STATES = word_set("states")
DEPUTIES = word_set("deputies")
PAPERS = word_set("papers")
ATTRIBUTIONS = word_set("attributions", prefixes=AND)
CARRIERS = word_set("carriers", prefixes=("", "ال", "ل", "لل"))
IMPERSONAL = word_set("impersonal")
ADVERBS = word_set("adverbs")
AUXILIARIES = word_set("auxiliaries")
OPENERS = word_set("openers", prefixes=("", "و"))
TOPICS = word_set("topics", prefixes=("", "و"))
TURNS = word_set("turns")
WITH_PRONOUN = word_set("with_pronoun")
CONTRASTS = word_set("contrasts", prefixes=("", "و"))
AFTER = word_set("after", prefixes=AND)
DEEDS_TOO = word_set("deeds_too", prefixes=AND)
THROUGH = word_set("through")
OUTLETS_OF_PEOPLE = word_set("outlets_of_people")
HEARERS = word_set("channels", prefixes=("ل", "لل")) | word_set("to_them")  # «لقناة»، «للصحافيين»، «لي»
NAMING = word_set("naming", prefixes=CLITICS)
TITLED = word_set("titled", prefixes=("", "ال"))
SPEAKERS = word_set("speakers", "offices", "titles", prefixes=("", "ال"))
TOWARD = word_set("toward", prefixes=AND)
