from __future__ import annotations

from typing import Any

import pytest

from sitegen import data
from sitegen.desk.lexicon import parse_lexicon
from sitegen.reading.names.people import find_people
from sitegen.reading.places.find import find_entities
from sitegen.reading.topics.find import find_topics
from sitegen.reading.topics.model import count, ranked
from sitegen.text.tokens import tokenize
from tests.unit.lexicon_cases import article_of, cases, make

SHIPPED, _ = parse_lexicon({})


@pytest.mark.parametrize(
    "case", cases("topics/general.toml", "topics/words.toml"), ids=lambda c: str(c["label"])
)
def test_general_topics(case: dict[str, Any]) -> None:
    article, lines = article_of(case["text"])
    people = find_people(article, SHIPPED, lines)
    places, _ = find_entities(article, SHIPPED, lines)
    general = [hit.id for hit in find_topics(article, SHIPPED, (*places, *people), lines) if hit.general]
    assert (general or [""])[0] == case["main"]
    assert set(case.get("also", ())) <= set(general)
    assert not set(case.get("absent", ())) & set(general)


@pytest.mark.parametrize("case", cases("topics/specific.toml"), ids=lambda c: str(c["label"]))
def test_specific_topics(case: dict[str, Any]) -> None:
    lexicon, problems = parse_lexicon({"topics.toml": case.get("site", "").encode()})
    assert not problems
    article, lines = article_of(case["text"], lede=case.get("lede", False))
    places, _ = find_entities(article, lexicon, lines)
    found = {hit.id for hit in find_topics(article, lexicon, places, lines) if not hit.general}
    assert set(case.get("topics", ())) <= found
    assert not set(case.get("absent", ())) & found


#: A word that speaks for a topic, and one that speaks against it.
AGAINST = {
    "politics": ("البرلمان", "مباراة"),
    "security": ("عسكرية", "مهاجم"),
    "elections": ("انتخابات", "كأس"),
    "economy": ("اقتصادية", "مدرب"),
    "courts": ("محكمة", "رواية"),
    "health": ("مستشفى", "المنتخب"),
    "technology": ("تقنية", "قصف"),
    "culture": ("ثقافية", "المنتخب"),
    "religion": ("الحجاج", "ميليشيات"),
    "media": ("إعلامية", "قصف"),
    "disasters": ("زلزال", "غارات"),
    "education": ("تعليمية", "مدرب"),
    "transport": ("مطار", "مباراة"),
    "science": ("علماء", "هجوم"),
}


@pytest.mark.parametrize("topic", AGAINST)
def test_words_against_a_topic_take_points_from_it(topic: str) -> None:
    word, other = AGAINST[topic]
    alone, beside = (dict(ranked(count([(1, 1.0, tokenize(text))]))) for text in (word, f"{word} {other}"))
    assert beside.get(topic, 0.0) < alone[topic]


def test_reasons_are_kept_lines_strongest_first() -> None:
    lines = (
        "تابعوا أسعار النفط",
        "هبوط حاد في الأسواق",
        "تراجع المؤشر",
        "أسعار النفط تهبط وأسعار النفط تتأثر",
        "أسعار النفط",
    )
    article = make(lines, ["furniture", "title", "body", "body", "body"])
    hit = next(hit for hit in find_topics(article, SHIPPED, (), lines) if hit.id == "oil-prices")
    assert hit.because == (4, 5)


def test_a_topic_told_once_in_the_lede_stands_beside_its_general_one_only() -> None:
    lines = (
        "لوحات جديدة في معرض المدينة",
        "افتتح الرسام معرض لوحاته في القاعة رغم أسعار النفط.",
        "وقال الرسام إن الألوان والخطوط سر اللوحات، وإن المعرض الفني مستمر.",
    )
    hits = find_topics(make(lines, ["title", "lede", "body"]), SHIPPED, (), lines)
    assert "oil-prices" not in {hit.id for hit in hits}


def test_a_title_from_metadata_counts_without_a_line() -> None:
    article, lines = article_of("أسعار النفط\nنص")
    stated = type(article)(
        **{f: getattr(article, f) for f in article.__struct_fields__} | {"title_line": None}
    )
    hits = find_topics(stated, SHIPPED, (), lines)
    assert "oil-prices" in {hit.id for hit in hits}
    assert all(0 not in hit.because for hit in hits)


def test_every_term_list_belongs_to_a_general_topic() -> None:
    general = {record.id for record in SHIPPED.of("topic") if record.general}
    table = data.table("topic_terms")
    assert len(general) == 20
    assert table.keys() - {"family"} == general
    assert {part for parts in table["family"].values() for part in parts} <= general


def test_every_specific_topic_belongs_to_a_known_topic() -> None:
    ids = {record.id for record in SHIPPED.of("topic")}
    assert [r.id for r in SHIPPED.of("topic") if not r.general and r.parent not in ids] == []
