"""Words that announce, join or deny the name of a person: titles, offices, verbs, buildings."""

from __future__ import annotations

from functools import cache, lru_cache

from msgspec import Struct

from sitegen import data
from sitegen.text.fold import match_key
from sitegen.text.tokens import stems

#: What a word does for the name after it, as bits.
TITLE, KIN, OWNER, ROLE, TRAP, VERB, NATION, ROYAL, LINK, HONOUR, CLAN, PERSON, HALL = (
    1,
    2,
    4,
    8,
    16,
    32,
    64,
    128,
    256,
    512,
    1024,
    2048,
    4096,
)

ANNOUNCING = TITLE | KIN | ROLE | VERB | OWNER


class Parts(Struct, frozen=True, gc=False):
    """The small words inside names, as keys."""

    joints: frozenset[str]
    arab_joints: frozenset[str]
    sons: frozenset[str]
    daughters: frozenset[str]
    tribes: frozenset[str]
    heads: frozenset[str]
    any_after: frozenset[str]
    that: frozenset[str]
    sahara: frozenset[str]
    last_titles: frozenset[str]
    mere_titles: frozenset[str]
    verbs_too: frozenset[str]
    as_verbs: frozenset[str]
    never_second: frozenset[str]
    plays: frozenset[str]
    with_l: frozenset[str]
    honorifics: frozenset[str]
    kunya: frozenset[str]
    servant_of: frozenset[str]
    of_faith: frozenset[str]
    of_god: frozenset[str]
    before_god: frozenset[str]
    faith: frozenset[str]
    regnal: frozenset[str]
    kunya_places: frozenset[str]
    names_of: frozenset[str]
    brigades: frozenset[str]
    outcomes: frozenset[str]
    follow: frozenset[str]
    seats: frozenset[str]
    perfect: frozenset[str]
    nouns_too: frozenset[str]
    his_deeds: frozenset[str]
    deeds: frozenset[str]
    inner_titles: frozenset[str]
    no_verb_after: frozenset[str]
    hall_adjectives: frozenset[str]
    several_things: frozenset[str]
    works: frozenset[str]
    entitled: frozenset[str]
    day_parts: frozenset[str]
    days: frozenset[str]
    analysts: frozenset[str]
    short_titles: frozenset[str]
    in_firms: frozenset[str]
    committees: frozenset[str]
    terms: frozenset[str]
    crafts: frozenset[str]
    makers: frozenset[str]
    months: frozenset[str]
    wrote: frozenset[str]

    @property
    def openers(self) -> frozenset[str]:
        """Return the words that open a name of several words."""
        return _openers()


@cache
def parts() -> Parts:
    """Return the small words inside names."""
    table = data.table("name_cues")
    return Parts(*(frozenset(map(match_key, table[field])) for field in Parts.__struct_fields__))


@cache
def never_pairs() -> frozenset[tuple[str, str]]:
    """Return pairs of words that are no name although both could be in one."""
    return frozenset(
        (first, second) for first, second in map(str.split, map(match_key, data.table("name_cues")["never"]))
    )


@data.kept
def _openers() -> frozenset[str]:
    small = parts()
    return small.kunya | small.of_faith | frozenset(["عبد", "ابن", "بن"])


@data.kept
def _words() -> dict[str, int]:
    """Return every cue word with what it does: bare forms, and verbs in both genders."""
    table = data.table("name_cues")
    found: dict[str, int] = {}
    groups = (
        ("titles", TITLE),
        ("kin", KIN),
        ("owners", OWNER),
        ("roles", ROLE),
        ("traps", TRAP),
        ("royal", ROYAL),
        ("honours", HONOUR | TITLE),
        ("clans", CLAN),
        ("persons", PERSON),
        ("halls", HALL),
    )
    for group, bit in groups:
        for word in table[group]:
            key = match_key(word)
            found[key] = found.get(key, 0) | bit
    for word in table["verbs"]:
        key = match_key(word)
        for form in (key, _feminine(key)):
            found[form] = found.get(form, 0) | VERB
    for word in table["complement_links"]:
        key = match_key(word)
        found[key] = found.get(key, 0) | LINK
    return found


def _feminine(verb: str) -> str:
    """Return the feminine of a verb key: قال gives قالت, يقول gives تقول.

    >>> _feminine("قال"), _feminine("يقول"), _feminine("نفي")
    ('قالت', 'تقول', 'نفت')
    """
    if verb.startswith("ي"):
        return "ت" + verb[1:]
    return (verb[:-1] if verb[-1] in "يا" else verb) + "ت"


@data.kept
def _nations() -> frozenset[str]:
    """Return every nationality adjective: both genders and the sound plurals, without ال."""
    forms: set[str] = set()
    for row in data.rows("nationalities"):
        for form in row[3].split("|"):
            key = match_key(form.lstrip("+=!"))
            forms |= {key, key + "ه", key + "ين", key + "ون", key + "ات", key + "تين"}
    return frozenset(forms)


@lru_cache(maxsize=65536)
def cue(key: str) -> int:
    """Return what the word does for a name after it, 0 for most words.

    With the article an office is a title («الوزير»), without it the head of a role («وزير الخارجية»).

    >>> cue("وقال") == VERB, cue("الروسي") & NATION == NATION, bool(cue("للرييس") & TITLE)
    (True, True, True)
    >>> cue("كتاب") & TITLE
    0
    """
    words, nations = _words(), _nations()
    for stem in stems(key):
        if stem.key.startswith("ال"):
            bare = stem.key[2:]
            bits = words.get(bare, 0) & (TITLE | ROLE | ROYAL | PERSON | HALL) | words.get(stem.key, 0)
        else:
            bare = stem.key
            bits = words.get(bare, 0) & ~HALL
            if bits & TITLE and not bits & HONOUR:
                bits = bits & ~TITLE | ROLE
        if stem.prefix and stem.prefix[-1] not in "وف":
            bits &= ~VERB
        if bare in nations:
            bits |= NATION
        if bits:
            return bits
    return 0
