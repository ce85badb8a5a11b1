"""Reporting verbs, offices and the floor, one by one."""

from __future__ import annotations

import pytest

from sitegen.reading.speech.offices import is_meant, office_of
from sitegen.reading.speech.reports import find_reports
from sitegen.reading.speech.speakers import Cast, Subject
from sitegen.reading.speech.subjects import Floor, Talk
from sitegen.reading.speech.words import words
from sitegen.text.fold import light_key
from tests.unit.quote_cases import entities


def reports(text: str, *names: str) -> list[tuple[str, str, str | None]]:
    people = entities("person", {name: [name] for name in names}, [text])
    cast = Cast(people, ())
    talk = Talk(cast.scene(1, 0, text), cast, Floor())
    return [(r.verb.key, r.link, r.subject.id if r.subject else None) for r in find_reports(talk)]


@pytest.mark.parametrize(
    ("form", "verb", "shape", "gender"),
    [
        ("وقال", "قال", "past", "m"),
        ("وتابعت", "تابع", "past", "f"),
        ("مشدداً", "شدد", "participle", "m"),
        ("لافتةً", "لفت", "participle", "f"),
        ("ويوضح", "أوضح", "present", "m"),
        ("دعت", "دعا", "past", "f"),
        ("أكدوا", "أكد", "past", "p"),
        ("بقوله", "قال", "noun", "m"),
    ],
)
def test_forms(form: str, verb: str, shape: str, gender: str) -> None:
    word = words()[light_key(form)]
    assert (word.verb.key, word.form, word.gender) == (verb, shape, gender)


@pytest.mark.parametrize("word", ["رأي", "قول", "الكاتب", "سيقول", "إعلان"])
def test_not_reporting(word: str) -> None:
    assert light_key(word) not in words()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("وقال بايدن إن الحرب انتهت", [("قال", "that", "بايدن")]),
        ("وأعلن بايدن الانسحاب", [("أعلن", "", "بايدن")]),
        ("بين بايدن وترامب خلاف", []),
        ("كتب بايدن الجديدة", [("كتب", "", "بايدن")]),
        ("طالب جديد في المدرسة", []),
        ("يذكر أن بايدن زار المدينة", []),
        ("وقال بايدن بعد أن وصل", [("قال", "", "بايدن")]),
        ("وأشار بايدن إلى أن الحرب انتهت", [("أشار", "that", "بايدن")]),
    ],
)
def test_reports(text: str, found: list[tuple[str, str, str | None]]) -> None:
    assert reports(text, "بايدن", "ترامب") == found


@pytest.mark.parametrize(
    ("short", "full", "same"),
    [
        ("وزير الخارجية", "وزير خارجية العراق", True),
        ("وزير خارجية العراق", "وزير الخارجية العراقي", True),
        ("رئيس مجلس الوزراء", "رئيس الوزراء العراقي", True),
        ("رئيس الحكومة", "رئيس الوزراء اللبناني", True),
        ("الرئيس الأميركي", "الرئيس الأمريكي", True),
        ("الرئيس", "رئيس الجمهورية اللبنانية", True),
        ("رئيس الجمهورية", "الرئيس العراقي", False),
        ("الرئيس العراقي", "رئيس الوزراء العراقي", False),
        ("وزير الدفاع", "وزير الخارجية", False),
        ("الرئيس الأميركي", "الرئيس الأميركي السابق", False),
    ],
)
def test_offices(short: str, full: str, *, same: bool) -> None:
    a = office_of(tuple(map(light_key, short.split())))
    b = office_of(tuple(map(light_key, full.split())))
    assert a is not None
    assert b is not None
    assert is_meant(a, b) is same


def test_the_floor_is_kept_a_while_and_by_one_gender() -> None:
    floor = Floor()
    floor.give(Subject("biden", "بايدن", "m"))
    assert floor.carried("m") is not None
    assert floor.carried("f") is None
    assert floor.carried("p") is None
    floor.idle = 9
    assert floor.carried("m") is None
