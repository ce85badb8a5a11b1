from __future__ import annotations

import re
from itertools import combinations

import pytest

from sitegen import data
from sitegen.desk.lexicon import parse_lexicon, role_at
from sitegen.errors import LexiconError
from sitegen.model import Record
from sitegen.text.fold import match_key
from sitegen.text.slug import slug
from sitegen.text.tokens import tokenize

LEXICON, _ = parse_lexicon({})
PEOPLE = LEXICON.of("person")
#: Listed among given names, but as words of the news one person each.
KNOWN_BY_ONE_NAME = {match_key(name) for name in ("جعجع", "فرماجو")}
DAY = re.compile(r"\d{4}-\d{2}-\d{2}$")


def holds(id: str, day: str) -> str:
    record = LEXICON.get("person", id)
    if record is None:
        raise LexiconError(f"nobody is called {id}")
    role = role_at(record, day)
    return role.en if role else ""


def test_an_id_is_the_slug_of_the_english_name() -> None:
    assert [r.id for r in PEOPLE if r.id != slug(r.en)] == []
    assert len(PEOPLE) >= 400


def test_no_form_means_two_persons() -> None:
    owners: dict[str, set[str]] = {}
    for record in PEOPLE:
        for form in (record.ar, *record.aliases):
            owners.setdefault(match_key(form), set()).add(record.id)
    assert {form: ids for form, ids in owners.items() if len(ids) > 1} == {}


def test_no_form_is_a_given_name_or_a_common_arab_surname() -> None:
    common = {match_key(row[0]) for row in data.rows("names/arab_given")} - KNOWN_BY_ONE_NAME
    common |= {match_key(word) for row in data.rows("names/words") for word in row}
    bare = [form for r in PEOPLE for form in (r.ar, *r.aliases) if len(tokenize(form)) == 1]
    assert [form for form in bare if match_key(form) in common] == []


def test_an_adjective_alone_is_nobody() -> None:
    """«نفوذها الترابي» of a court in Morocco is its territory."""
    assert "الترابي" not in {form for r in PEOPLE for form in r.aliases}


@pytest.mark.parametrize("record", [r for r in PEOPLE if r.roles], ids=lambda r: r.id)
def test_terms_are_days_in_order_that_do_not_overlap(record: Record) -> None:
    for role in record.roles:
        assert role.start is not None
        assert DAY.match(role.start)
        assert role.end is None or (DAY.match(role.end) and role.start < role.end)
        assert "الأمريكي" not in role.ar
    for one, two in combinations(record.roles, 2):
        if one.en == two.en:
            early, late = sorted((one, two), key=lambda r: r.start or "")
            assert early.end is not None
            assert early.end <= (late.start or "")


@pytest.mark.parametrize(
    ("id", "day", "office"),
    [
        ("joe-biden", "2021-07-26", "President of the United States"),
        ("joe-biden", "2009-01-20", "Vice President of the United States"),
        ("joe-biden", "2025-01-20", ""),
        ("vladimir-putin", "2010-03-01", "Prime Minister of Russia"),
        ("yair-lapid", "2022-08-01", "Prime Minister of Israel"),
        ("angela-merkel", "2005-11-22", "Chancellor of Germany"),
        ("kofi-annan", "2007-01-01", ""),
        ("mustafa-al-kadhimi", "2021-07-26", "Prime Minister of Iraq"),
    ],
)
def test_the_office_of_a_day(id: str, day: str, office: str) -> None:
    assert holds(id, day) == office


def test_every_office_is_held_by_somebody() -> None:
    held = {
        office.split()[0]
        for row in data.rows("lexicon/people")
        for office in "".join(row[6:7]).split("|")
        if office
    }
    assert held == {row[0] for row in data.rows("lexicon/offices")}
