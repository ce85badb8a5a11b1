"""Every known form of a place, organisation or outlet in one phrase index, and the cue words beside it.

`sitegen/data/entities.toml` says which forms need a cue.  Organisations that every
state has (armies, ministries) are not listed one by one: a `Generic` head waits for
the nationality or the country that follows it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from msgspec import Struct
from msgspec.structs import replace

from sitegen import data
from sitegen.desk.lexicon import Lexicon
from sitegen.model import Record
from sitegen.text.nationalities import Nationality
from sitegen.text.phrases import PhraseIndex
from sitegen.text.tokens import keys_of, stem_keys, tokenize


class Generic(Struct, frozen=True, gc=False):
    """An organisation that every state has: «الجيش» + nationality, «حكومة» + country."""

    suffix: str  # army: the id is iraq-army
    en: str  # "{} army"
    feminine: bool
    ar: str  # الجيش

    def record(self, of: Nationality) -> Record:
        """Return the organisation of one country.

        >>> from sitegen.text.nationalities import nationality
        >>> army = Generic("army", "{} army", False, "الجيش").record(nationality("عراقية"))
        >>> army.id, army.ar, army.en
        ('iraq-army', 'الجيش العراقي', 'Iraqi army')
        """
        return Record(
            kind="org",
            id=f"{of.place}-{self.suffix}",
            ar=f"{self.ar} {of.agreeing(feminine=self.feminine)}",
            en=self.en.format(of.en),
            builtin=True,
        )


class Lead(Struct, frozen=True, gc=False):
    """What a form found in a line may be."""

    kind: str  # place | org | outlet | guard | generic | construct | seat | border | club
    record: Record | None = None
    generic: Generic | None = None
    need: frozenset[str] = frozenset()  # the lists of entities.toml that hold this form
    #: What a sport report means by it: the id, "" for a club without record; the key of a bare name of clubs.
    club: str | None = None


@lru_cache(maxsize=4)
def gazetteer(lexicon: Lexicon) -> PhraseIndex[Lead]:
    """Return the index of all forms of `lexicon` and of the shipped heads and guards."""
    return PhraseIndex([*_records(lexicon), *_heads()])


def _records(lexicon: Lexicon) -> Iterator[tuple[str, Lead]]:
    records = [r for r in lexicon.records.values() if r.kind in ("place", "org", "outlet")]
    keys = iter(keys_of([form for r in records for form in _forms(r)]))
    none, named = frozenset[str](), clubs()
    for record in records:
        lead, doubtful = Lead(record.kind, record), _needs(record.kind)
        forms = {" ".join(next(keys)): form for form in _forms(record)}
        for key, form in forms.items():
            needs = doubtful.get(key, none)
            club = named.get(key) if record.kind != "outlet" else None
            yield form, replace(lead, need=needs, club=club) if needs or club is not None else lead


def _forms(record: Record) -> tuple[str, ...]:
    return record.ar, *record.aliases, *record.latin


@cache
def _needs(kind: str) -> dict[str, frozenset[str]]:
    """Return the doubtful forms and the lists that hold them."""
    lists = (
        ("outlets.weak", "outlets.shared")
        if kind == "outlet"
        else ("weak", "soft", "backed", "adjectives", "contested")
    )
    forms = {key for name in lists for key in cue(name)}
    return {key: frozenset(name for name in lists if key in cue(name)) for key in forms}


def _heads() -> Iterator[tuple[str, Lead]]:
    table = data.table("entities")
    for form in table["guards"]:
        yield form, Lead("guard")
    for form in table["borders"]["head"]:
        yield form, Lead("border")
    for suffix, en, gender, heads, constructs in _generic_rows():
        names = heads.split("|")
        generic = Generic(suffix, en, gender == "f", names[0])
        for form in names:
            yield (
                form,
                Lead("generic", generic=generic, need=_needs("org").get(phrase_key(form), frozenset())),
            )
        for form in constructs.split("|") if constructs else ():
            yield form, Lead("construct", generic=generic)
    for form in dict.fromkeys(form for names in table["bare_clubs"].values() for form in names):
        yield form, Lead("club", club=phrase_key(form))
    for form, suffix, en in table["seats"]:
        yield form, Lead("seat", generic=Generic(suffix, en, False, form))


def _generic_rows() -> Iterator[tuple[str, str, str, str, str]]:
    for row in data.rows("generic_orgs"):
        suffix, en, gender, heads, constructs = (*row, "")[:5]
        yield suffix, en, gender, heads, constructs


@lru_cache(maxsize=4)
def outlet_index(lexicon: Lexicon) -> PhraseIndex[Record]:
    """Return the index of the names of outlets, Latin ones too."""
    return PhraseIndex((form, r) for r in lexicon.of("outlet") for form in (r.ar, *r.aliases, *r.latin))


def outlet_named(lexicon: Lexicon, name: str) -> Record | None:
    """Return the outlet whose name is the whole of `name`, ل or ب before it aside."""
    tokens = tokenize(name)
    hit = outlet_index(lexicon).at(tokens, 0) if tokens else None
    return hit.values[0] if hit and hit.last == len(tokens) else None


@cache
def cue(name: str) -> frozenset[str]:
    """Return the keys of one word list of entities.toml, `outlets.weak` for one inside a table."""
    words = data.table("entities")
    for part in name.split("."):
        words = words[part]
    return frozenset(" ".join(keys) for keys in keys_of(list(words)))


@cache
def clubs() -> dict[str, str]:
    """Return the names that a sport report uses for a club, with the club's id."""
    names = data.table("entities")["clubs"]["names"]
    return {" ".join(keys): club for keys, club in zip(keys_of(list(names)), names.values(), strict=True)}


@cache
def backers() -> dict[str, frozenset[str]]:
    """Return, by record id, the countries beside its own that make a doubtful name sure."""
    return {id: frozenset(codes) for id, codes in data.table("entities")["backers"].items()}


def phrase_key(form: str) -> str:
    """Return one key for a form of several words.

    >>> phrase_key("البيت الأبيض")
    'البيت الابيض'
    """
    return " ".join(token.key for token in tokenize(form))


@lru_cache(maxsize=16384)
def is_cue(key: str, name: str) -> bool:
    """Say whether a word key, clitics off, is in the named list.

    >>> is_cue("وبمدينه", "place_nouns"), is_cue("مدنيه", "place_nouns")
    (True, False)
    """
    words = cue(name)
    return not stem_keys(key).isdisjoint(words)
