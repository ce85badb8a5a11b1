from __future__ import annotations

import re
from collections import Counter

import pytest
from babel import Locale

from sitegen import data
from sitegen.desk.lexicon import SHIPPED, Lexicon, parse_lexicon, role_at
from sitegen.model import Record, RoleTerm
from sitegen.reading.places.gazetteer import clubs, cue, phrase_key
from sitegen.text.fold import match_key

LEXICON, PROBLEMS = parse_lexicon({})
ROWS = [name.removesuffix(".txt") for name in SHIPPED if name.endswith(".txt")]
#: Names that CLDR writes in a way no newsroom does, with brackets or as an administrative region.
OFFICIAL = {"HK", "MO", "MM"}
#: Parts of a state that share its code.
PARTS = {"england", "scotland", "wales", "northern-ireland", "somaliland"}


def countries() -> list[Record]:
    regions = {r.id for r in LEXICON.of("place") if not r.country}
    two = re.compile(r"[A-Z]{2}$")
    return [
        r for r in LEXICON.of("place") if two.match(r.country) and r.parent in regions and r.id not in PARTS
    ]


def test_shipped_records_are_sound() -> None:
    assert PROBLEMS == ()
    for record in LEXICON.records.values():
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", record.id)
        assert record.ar
        assert record.en
        assert record.builtin
        assert record.country == "" or re.fullmatch("[A-Z]{2}", record.country)


@pytest.mark.parametrize("name", ROWS)
def test_no_row_stands_twice(name: str) -> None:
    ids = Counter(row[0] for row in data.rows(f"lexicon/{name}"))
    assert [id for id, times in ids.items() if times > 1] == []


def test_parents_exist() -> None:
    for record in (*LEXICON.of("place"), *LEXICON.of("topic")):
        assert not record.parent or LEXICON.get(record.kind, record.parent), record.id


def test_countries_bear_the_names_of_cldr() -> None:
    names = Locale("ar").territories
    found = {record.country for record in countries()}
    for record in countries():
        if record.country not in OFFICIAL and len(record.country) == 2:
            keys = set(map(match_key, (record.ar, *record.aliases)))
            assert match_key(names[record.country]) in keys, record.id
    assert len(found) >= 200


def test_the_members_of_the_united_nations_are_there() -> None:
    missing = {"IQ", "SA", "US", "CN", "BR", "NR", "TV", "PW", "LI", "ST", "XK"} - {
        r.country for r in countries()
    }
    assert not missing


def test_cue_lists_name_known_forms() -> None:
    forms = {
        phrase_key(form)
        for kind in ("place", "org")
        for record in LEXICON.of(kind)
        for form in (record.ar, *record.aliases)
    }
    forms |= {phrase_key(head) for row in data.rows("generic_orgs") for head in row[3].split("|")}
    for name in ("weak", "soft", "backed", "adjectives"):
        assert sorted(cue(name) - forms) == []
    assert {club for club in clubs().values() if club and not LEXICON.get("org", club)} == set()
    assert sorted(clubs().keys() - forms) == []


def test_a_record_of_the_site_replaces_a_shipped_one() -> None:
    lexicon, problems = parse_lexicon(
        {"places-own.toml": '[iraq]\nar = "العراق"\nen = "Republic of Iraq"'.encode()}
    )
    assert not problems
    iraq = lexicon.get("place", "iraq")
    assert iraq is not None
    assert (iraq.en, iraq.builtin) == ("Republic of Iraq", False)


def test_a_bad_record_is_a_problem_with_its_line() -> None:
    _, problems = parse_lexicon({"places.toml": '[iraq]\nar = "العراق"\n'.encode()})
    assert any("no en label" in p.what for p in problems)
    _, problems = parse_lexicon({"places.toml": '[Iraq]\nar = "العراق"\nen = "Iraq"\n'.encode()})
    assert "is not an id" in problems[0].what
    _, problems = parse_lexicon({"cities.toml": b""})
    assert "does not say what the file holds" in problems[0].what


def test_names_are_found_in_any_spelling() -> None:
    named = LEXICON.named("place", "اوكرانيا")
    assert named is not None
    assert named.id == "ukraine"
    assert LEXICON.named("place", "Atlantis") is None


def test_role_at_a_day() -> None:
    person = Record(
        kind="person",
        id="a",
        ar="أ",
        en="A",
        roles=(
            RoleTerm("وزير", "Minister", "", "2020-05-07", "2022-10-27"),
            RoleTerm("نائب", "MP", "", "2022-10-27"),
        ),
    )
    held = [role_at(person, day) for day in ("2020-05-06", "2021-07", "2022-10-27", None)]
    assert [role.en if role else None for role in held] == [None, "Minister", "MP", None]


def test_indexes_are_built_when_asked_for() -> None:
    lexicon = Lexicon({("place", "iraq"): Record(kind="place", id="iraq", ar="العراق", en="Iraq")})
    assert len(lexicon.indexes) == 0
    assert lexicon.indexes["place"] is lexicon.indexes["place"]


def test_a_record_of_the_site_replaces_the_shipped_one_with_its_arabic_label() -> None:
    """One person must not have two records, or no bare name of theirs could be told."""
    source = '[m-kadhimi]\nar = "مصطفى الكاظمى"\nen = "Mustafa al-Kadhimi"\n'.encode()
    lexicon, problems = parse_lexicon({"content/lexicon/people.toml": source})
    assert problems == ()
    assert lexicon.get("person", "mustafa-al-kadhimi") is None
    assert lexicon.named("person", "مصطفى الكاظمي").id == "m-kadhimi"  # type: ignore[union-attr]
