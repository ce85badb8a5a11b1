"""Facts told in English: the cases of tests/cases/english, and the laws of every stub."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from sitegen.desk.lexicon import parse_lexicon
from sitegen.english.stub import write_english
from sitegen.model import Corrections, Entity, Meta, RawArticle, Span
from sitegen.reading.analyze import analyze
from sitegen.reading.dates.resolve import resolve_all
from tests.unit.english_cast import LEXICON, PUBLISHED, reading_of

CASES = Path(__file__).resolve().parents[1] / "cases" / "english"


def _cases(file: str) -> list[Any]:
    table = tomllib.loads((CASES / f"{file}.toml").read_text(encoding="utf-8"))["case"]
    return [pytest.param(case, id=case["label"]) for case in table]


@pytest.mark.parametrize("case", _cases("facts"))
def test_case(case: dict[str, Any]) -> None:
    reading, dates = reading_of(case["ar"], case.get("title", ""))
    english = write_english(reading, PUBLISHED, dates, LEXICON)
    assert [s.text for s in english.sentences if s.layer == "facts"] == case["en"]


#: It tells nothing, and makes an article of a single sentence.
REST = "يمتد الكلام هنا قليلا حتى يبدو مقالا كاملا لا سطرا واحدا، وفيه كلمات لا شأن لها بشيء مما سبق."


@pytest.mark.parametrize("case", _cases("spoken"))
def test_what_was_spoken_about(case: dict[str, Any]) -> None:
    _as_built(case, *case["ar"].split("\n"))


@pytest.mark.parametrize("case", [*_cases("whole"), *_cases("careful"), *_cases("senses")])
def test_whole_sentences(case: dict[str, Any]) -> None:
    _as_built(case, case["ar"], "", REST)


_VERBS = tomllib.loads((CASES / "verbs.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("ar", "en"), _VERBS.items(), ids=_VERBS)
def test_verbs_of_two_senses(ar: str, en: str) -> None:
    _as_built({"ar": ar, "en": [en] if en else []}, ar, "", REST)


@pytest.mark.parametrize("case", _cases("cards"))
def test_headlines_of_cards(case: dict[str, Any]) -> None:
    _as_built(case, case["ar"], "", REST)


def _as_built(case: dict[str, Any], *lines: str) -> None:
    lexicon, _ = parse_lexicon({})
    raw = RawArticle("a", "a.txt", (case.get("title", ""), "", *lines), Meta(date="2021-07-20"), "")
    reading = analyze(raw, Corrections(), lexicon)
    english = write_english(reading, reading.dating, resolve_all(reading, reading.dating), lexicon)
    told = [s.text for s in english.sentences if s.layer == "facts"]
    assert told == case.get("en", told)
    assert english.headline.text == case.get("head", english.headline.text)


@pytest.mark.parametrize("case", _cases("headlines"))
def test_headline(case: dict[str, Any]) -> None:
    reading, dates = reading_of(case.get("ar", "صمد الجميع صمودا."), case["title"])
    assert write_english(reading, PUBLISHED, dates, LEXICON).headline.text == case["en"]


def test_a_title_that_is_not_understood_is_not_guessed() -> None:
    reading, dates = reading_of("صمد الكاظمي صمودا.", "الكاظمي في مهب الريح")
    headline = write_english(reading, PUBLISHED, dates, LEXICON).headline
    assert headline.layer == "card"
    assert headline.text == "Mustafa al-Kadhimi"


def test_a_card_is_not_about_the_agency_that_brought_the_news() -> None:
    reading, dates = reading_of("صمدت المحكمة الجنائية صمودا، كما علم.", "محكمة في مهب الريح")
    told = []
    for ar, en in (("وكالة فرانس برس", "Agence France-Presse"), ("المحكمة الجنائية", "Criminal Court")):
        org = Entity("org", "o", ar, en, True, (Span(2, 0, 4, "صمدت"),))
        english = write_english(replace(reading, orgs=(org,)), PUBLISHED, dates, LEXICON)
        told.append(en in english.headline.text and en in english.sentences[0].text)
    assert told == [False, True]


def test_a_card_names_whom_no_list_knows_by_his_office_or_where_he_comes_again() -> None:
    named, lexicon = [], parse_lexicon({})[0]
    for office, more in (("وزير النقل", ""), ("السيد", ""), ("السيد", "وشكر أيوب الصاوي زواره.")):
        lines = ("صمود في مهب الريح", "", f"تأخر وصول {office} أيوب الصاوي إلى هناك.", more, "", REST)
        reading = analyze(
            RawArticle("a", "a.txt", lines, Meta(date="2021-07-20"), ""), Corrections(), lexicon
        )
        english = write_english(reading, reading.dating, resolve_all(reading, reading.dating), lexicon)
        named.append("mentions Ayoub el-Sawy" in english.sentences[0].text)
    assert named == [True, False, True]


def test_somebody_is_introduced_once_with_office_and_then_by_surname() -> None:
    text = "أعلن رئيس الوزراء العراقي مصطفى الكاظمي تشكيل لجنة.\nزار الكاظمي بغداد."
    reading, dates = reading_of(text)
    told = [s.text for s in write_english(reading, PUBLISHED, dates, LEXICON).sentences if s.layer == "facts"]
    assert told == [
        "Iraqi Prime Minister Mustafa al-Kadhimi announced the formation of a committee.",
        "The article says Kadhimi visited Baghdad.",
    ]


def test_no_text_still_has_english() -> None:
    reading, _ = reading_of("")
    english = write_english(reading, PUBLISHED, (), LEXICON)
    assert english.headline.text
    assert english.sentences
    assert english.engine == "card"


_WORDS = [
    "قال", "أعلن", "زار", "رئيس الوزراء", "العراقي", "مصطفى الكاظمي", "بايدن", "أن", "إن", "القوات",
    "الأميركية", "لن", "تنسحب", "من", "إلى", "واشنطن", "بغداد", "قتل", "12", "جنديا", "وأصيب", "في", "اتفاقا",
    "مع", "خفض", "و", "،", ".", '"', ":", "26 يوليو", "لمناقشة", "العراق", "الذي", "قد", "كان", "أنه",
    "هناك", "تم", "ستوقع",
]  # fmt: skip


@given(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=25))
def test_every_sentence_rests_on_lines_and_ends_well(words: list[str]) -> None:
    reading, dates = reading_of(" ".join(words), " ".join(words[:6]))
    english = write_english(reading, PUBLISHED, dates, LEXICON)
    for s in (english.headline, *english.sentences):
        assert s.lines
        assert all(1 <= n <= 2 for n in s.lines)
        assert "  " not in s.text
        assert ",." not in s.text
        assert s.text[0].upper() == s.text[0]
    assert all(s.text.endswith(".") for s in english.sentences)
