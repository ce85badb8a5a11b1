from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from sitegen.desk.lexicon import Lexicon, parse_lexicon
from sitegen.model import Article, Corrections, Dating, Entity, LineMark, Meta, RawArticle, Span
from sitegen.reading.names.origin import article_country
from sitegen.reading.names.people import find_people, with_roles
from sitegen.reading.page.clean import clean
from tests.unit.lexicon_cases import article_of, cases, make

SITE = """
[hussein-karim]
ar = "حسين كريم"
en = "Hussein Karim"
roles = [
  { ar = "وزير النقل العراقي", en = "Transport Minister of Iraq", from = 2019-05-01, to = 2020-05-01 },
  { ar = "رئيس الوزراء العراقي", en = "Prime Minister of Iraq", from = 2020-05-01 },
]

[salim-karim]
ar = "سليم كريم"
en = "Salim Karim"
"""
LEXICON, PROBLEMS = parse_lexicon({"people.toml": SITE.encode()})


def people_of(text: str, lexicon: Lexicon = LEXICON) -> tuple[Entity, ...]:
    article, lines = article_of(text.strip())
    return find_people(article, lexicon, lines)


@pytest.mark.parametrize("case", cases("people/articles.toml"), ids=lambda c: str(c["label"]))
def test_people_of_an_article(case: dict[str, Any]) -> None:
    people = people_of(case["text"])
    assert {p.id: len(p.mentions) for p in people} == case["people"]
    assert {p.id: p.role_ar for p in people if p.id in case.get("roles", {})} == case.get("roles", {})


def test_the_lexicon_of_these_tests_is_right() -> None:
    assert PROBLEMS == ()


def test_mentions_are_exact_stretches_without_what_is_glued_before_them() -> None:
    lines = ("لقاء بحسين كريم", "وقال لحسين كريم وسليم كريم إن حسين حضر")
    article = make(lines, ["title", "body"])
    people = find_people(article, LEXICON, lines)
    for person in people:
        for mention in person.mentions:
            assert lines[mention.line - 1][mention.start : mention.end] == mention.text
    assert [(m.line, m.text) for m in people[0].mentions] == [(1, "حسين كريم"), (2, "حسين كريم"), (2, "حسين")]


def test_dropped_lines_name_nobody() -> None:
    lines = ("خبر قصير", "سعيد الزهراني", "حسين كريم")
    article = make(lines, ["title", "furniture", "duplicate"])
    assert find_people(article, LEXICON, lines) == ()


def test_a_page_without_lines_names_nobody() -> None:
    empty = Article("a", "a.txt", True, "ar", "news", "", None, (LineMark(1, "blank", "test"),), ())
    assert find_people(empty, LEXICON) == ()


@pytest.mark.parametrize(
    ("day", "role"),
    [
        ("2019-06-01", "Transport Minister of Iraq"),
        ("2020-05-01", "Prime Minister of Iraq"),
        ("2021", "Prime Minister of Iraq"),
        ("2018-01-01", ""),
        (None, ""),
    ],
)
def test_the_office_is_that_of_the_day(day: str | None, role: str) -> None:
    (person,) = with_roles(
        people_of("خبر\nقال حسين كريم إن العمل بدأ"), LEXICON, Dating(earliest=day, latest=day)
    )
    assert person.role_en == role


def test_the_office_printed_as_former_stays_former() -> None:
    (person,) = with_roles(people_of("خبر\nقال وزير النقل العراقي السابق حسين كريم ذلك"), LEXICON, Dating())
    assert (person.role_ar, person.role_en) == (
        "وزير النقل العراقي السابق",
        "Former Transport Minister of Iraq",
    )


def test_two_known_persons_in_a_row_are_two() -> None:
    people = people_of(
        "خبر\nدعا بايدن السيسي إلى وقف إطلاق النار.\nوقال هانتر بايدن إن العمل بدأ.", parse_lexicon({})[0]
    )
    assert [p.en for p in people] == ["Joe Biden", "Abdel Fattah al-Sisi", "Hunter Biden"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("أكد رفيق عبد الله مقتل متظاهرين في المدينة.", ["رفيق عبد الله"]),
        ("القضاء التونسي يبرئ نور الدين البحيري من التهمة.", ["نور الدين البحيري"]),
        ("ولم يلتق هيثم العلي أحدا في بيروت.", ["هيثم العلي"]),
    ],
)
def test_a_deed_is_no_part_of_a_name(line: str, names: list[str]) -> None:
    assert [m.text for person in people_of(f"خبر\n{line}") for m in person.mentions] == names


@pytest.mark.parametrize("word", ["السابق", "الأسبق", "سابقا", "الراحل"])
def test_an_office_printed_as_over_is_not_told_as_that_of_the_day(word: str) -> None:
    (person,) = people_of("خبر\nقال حسين كريم إن العمل بدأ")
    printed = replace(person, role_ar=f"رئيس الوزراء العراقي {word}")
    (told,) = with_roles([printed], LEXICON, Dating(earliest="2021-03-01", latest="2021-03-01"))
    assert told.role_en != "Prime Minister of Iraq"


@pytest.mark.parametrize(
    "name", ["البابا بندكتوس السادس عشر", "الملك كارلوس الثامن", "الملكة إليزابيث الثانية"]
)
def test_the_number_of_a_king_or_pope_is_no_surname(name: str) -> None:
    last = name.rsplit(maxsplit=1)[-1]
    people = people_of(f"خبر\nوصل {name} إلى روما.\nوقال {last} إن الزيارة مهمة.")
    assert all(mention.text != last for person in people for mention in person.mentions)


def test_unknown_people_are_marked_and_have_the_office_that_is_printed() -> None:
    (person,) = people_of("خبر\nقال وزير الخارجية الليبي سالم الورفلي إن اللقاء تم")
    assert (person.known, person.en_basis, person.id) == (False, "automatic", "p-salem-al-werfalli")
    assert (person.role_ar, person.role_en) == ("وزير الخارجية الليبي", "Foreign Minister of Libya")


def test_who_wrote_the_article_is_no_person_of_the_story() -> None:
    lines = (
        "افتتاح الطريق الجديد في جدة",
        "رغد العمودي – جدة",
        "قال مدير الطرق سعيد الزهراني إن العمل انتهى في موعده وإن السيارات تعبر الطريق منذ الصباح الباكر.",
        "وأضاف أن المرحلة الثانية من المشروع تبدأ بعد شهر، وأن الطريق يخدم آلاف السكان في الأحياء القريبة.",
    )
    raw = RawArticle("a", "a.txt", lines, Meta(), "")
    people = find_people(clean(raw, Corrections()), LEXICON, lines)
    assert [person.ar for person in people] == ["سعيد الزهراني"]


@pytest.mark.parametrize(
    ("text", "country", "en"),
    [
        ("خبر\nقال وزير الصحة اللبناني سليم أبو حلقة ذلك", "", "Salim Abou Halka"),
        ("خبر\nقال سليم أبو حلقة ذلك", "LB", "Salim Abou Halka"),
        ("خبر\nقال سليم أبو حلقة ذلك", "", "Salim Abu Halka"),
    ],
)
def test_the_country_spells_the_name_and_leaves_its_address(text: str, country: str, en: str) -> None:
    article, lines = article_of(text)
    (person,) = find_people(article, LEXICON, lines, country)
    assert (person.en, person.id) == (en, "p-salim-abu-halka")


def test_an_article_plays_where_most_of_its_places_lie() -> None:
    spans = (Span(1, 0, 1, "x"),)
    baghdad, mosul, cairo = (
        Entity("place", id, id, id, known=True, mentions=spans) for id in ("baghdad", "mosul", "cairo")
    )
    assert article_country((baghdad, mosul, cairo), None, LEXICON) == "IQ"
    assert article_country((baghdad, cairo), "okaz", LEXICON) == "SA"
    assert article_country((), None, LEXICON) == ""


@pytest.mark.parametrize(
    "text",
    [
        "قال المتحدث باسم مكتب رئيس مجلس الوزراء حيدر العبادي سعد الحديثي إن",
        "وأكد أن بشار الأسد فاقد للشرعية وهو",
    ],
)
def test_a_known_name_ends_with_its_family_name(text: str) -> None:
    lexicon = parse_lexicon({})[0]
    people = find_people(article_of("خبر\n" + text)[0], lexicon)
    known = [person for person in people if person.known]
    assert [len(person.mentions) for person in known] == [1]
    assert known[0].mentions[0].text in ("حيدر العبادي", "بشار الأسد")


def test_a_trial_is_no_office() -> None:
    people = find_people(
        article_of("خبر\nتأجيل محاكمة الرئيس المصري الأسبق محمد مرسي إلى الأحد")[0], parse_lexicon({})[0]
    )
    assert [person.role_ar for person in people] == ["الرئيس المصري الأسبق"]
