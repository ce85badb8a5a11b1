from __future__ import annotations

from typing import Any

import pytest

from sitegen.desk.lexicon import parse_lexicon
from sitegen.model import Block, Record, Span
from sitegen.reading.places.find import find_entities
from sitegen.reading.places.gazetteer import Generic
from sitegen.text.nationalities import by_place, nationality, nationality_at
from sitegen.text.tokens import tokenize
from tests.unit.lexicon_cases import article_of, cases, make

LEXICON, _ = parse_lexicon({})


@pytest.mark.parametrize(
    "case",
    cases("entities/places.toml", "entities/organisations.toml", "entities/clubs.toml"),
    ids=lambda c: str(c["label"]),
)
def test_places_and_organisations(case: dict[str, Any]) -> None:
    article, lines = article_of(case["text"], dateline=case.get("dateline", ""))
    places, orgs = find_entities(article, LEXICON, lines)
    if "places" in case:
        assert sorted(e.id for e in places) == sorted(case["places"])
    if "orgs" in case:
        assert sorted(e.id for e in orgs) == sorted(case["orgs"])
    times = {e.id: len(e.mentions) for e in orgs}
    assert times | case.get("times", {}) == times


def test_mentions_are_exact_stretches_of_the_raw_line() -> None:
    lines = ("قمة في بغداد | موقع", "وصل الوفد لبغداد، ثم إلى البصرة")
    article = make(lines, ["title", "body"])
    places, _ = find_entities(article, LEXICON, lines)
    for entity in places:
        for mention in entity.mentions:
            assert lines[mention.line - 1][mention.start : mention.end] == mention.text
    assert [(m.line, m.text) for m in places[0].mentions] == [(1, "بغداد"), (2, "بغداد")]


def test_dropped_lines_name_nothing() -> None:
    lines = ("العنوان", "اقرأ أيضاً: شغب في سجن بالإكوادور", "اجتماع في روما")
    places, _ = find_entities(make(lines, ["title", "furniture", "body"]), LEXICON, lines)
    assert [e.id for e in places] == ["rome"]


def test_photo_credit_is_a_mention() -> None:
    lines = ("العنوان", "لقاء الرئيسين (أ ب)")
    article = make(lines, ["title", "body"])
    caption = Block("caption", (Span(2, 0, 13, lines[1][:13]),), credit="أ ب")
    _, orgs = find_entities(
        type(article)(**{f: getattr(article, f) for f in article.__struct_fields__} | {"blocks": (caption,)}),
        LEXICON,
        lines,
    )
    assert [(e.id, e.mentions[0].text) for e in orgs] == [("associated-press", "أ ب")]


def test_without_raw_lines_the_title_still_counts() -> None:
    article, _ = article_of("قمة في بغداد\nاجتماع")
    places, _ = find_entities(article, LEXICON)
    assert [e.id for e in places] == ["baghdad"]


def test_an_editors_record_replaces_a_built_organisation() -> None:
    site, problems = parse_lexicon(
        {"organisations.toml": '[iraq-army]\nar = "الجيش العراقي"\nen = "Army of Iraq"\n'.encode()}
    )
    article, lines = article_of("أعلن الجيش العراقي")
    _, orgs = find_entities(article, site, lines)
    assert not problems
    assert [(e.id, e.en) for e in orgs] == [("iraq-army", "Army of Iraq")]


@pytest.mark.parametrize(
    ("word", "place", "english"),
    [
        ("أمريكية", "united-states", "US"),
        ("الأميركيّين", "united-states", "US"),
        ("وللعراقيات", "iraq", "Iraqi"),
        ("المغاربة", "morocco", "Moroccan"),
        ("التركي", "turkey", "Turkish"),
        ("التشيلي", "chile", "Chilean"),
        ("المصرى", "egypt", "Egyptian"),
    ],
)
def test_nationality(word: str, place: str, english: str) -> None:
    found = nationality(word)
    assert found is not None
    assert (found.place, found.en) == (place, english)


@pytest.mark.parametrize(
    "word", ["تشيلي", "اليمنى", "مجرى", "وطني", "مالي", "سياسية", "كوري", "كردود", "قال"]
)
def test_no_nationality(word: str) -> None:
    assert nationality(word) is None


@pytest.mark.parametrize(
    ("text", "place", "after"),
    [
        ("الكوري الشمالي", "north-korea", 2),
        ("جنوب أفريقية", "south-africa", 2),
        ("الجنوب أفريقي", "south-africa", 2),
        ("العراقية الأميركية", "iraq", 1),
    ],
)
def test_nationality_of_two_words(text: str, place: str, after: int) -> None:
    found = nationality_at(tokenize(text), 0)
    assert found is not None
    assert (found[0].place, found[1]) == (place, after)


def test_every_nationality_has_a_place() -> None:
    assert [place for place in by_place() if LEXICON.get("place", place) is None] == []


def test_built_organisation_agrees_in_gender() -> None:
    iraq, korea = by_place()["iraq"], by_place()["south-korea"]
    forces = Generic("forces", "{} forces", True, "القوات")
    assert forces.record(iraq) == Record(
        kind="org", id="iraq-forces", ar="القوات العراقية", en="Iraqi forces", builtin=True
    )
    assert forces.record(korea).ar == "القوات الكورية الجنوبية"
