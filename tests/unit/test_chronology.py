"""Articles that date each other: the three rules, and everything that must not be taken for proof."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec.structs import replace

from sitegen.model import Dating, Entity, Meta, Quote, Reading, Span
from sitegen.reading.dates.publication import date_article
from sitegen.site.chronology import clue, infer
from tests.dated_pages import page

NAMES = {
    "بايدن": ("person", "biden"),
    "الكاظمي": ("person", "kadhimi"),
    "البيت الأبيض": ("org", "white-house"),
    "واشنطن": ("place", "washington"),
    "البرلمان": ("org", "parliament"),
}
SAID = "لن نكون مع نهاية العام في مهمة قتالية"


def _mentions(name: str, lines: Sequence[str]) -> Iterator[Span]:
    for n, line in enumerate(lines, 1):
        if (at := line.find(name)) >= 0:
            yield Span(n, at, at + len(name), name)


def read(
    id: str, lines: Sequence[tuple[str, str]], offices: tuple[date, date] | None = None, said: str = ""
) -> Reading:
    """Return a reading whose entities are those of NAMES that stand in the lines."""
    article, dates, raw = page(*lines)
    entities = [
        Entity(kind, key, name, key, known=True, mentions=mentions)  # type: ignore[arg-type]
        for name, (kind, key) in NAMES.items()
        if (mentions := tuple(_mentions(name, raw)))
    ]
    return Reading(
        article=replace(article, id=id),
        meta=Meta(),
        outlet=None,
        outlet_ar="",
        people=tuple(e for e in entities if e.kind == "person"),
        places=tuple(e for e in entities if e.kind == "place"),
        orgs=tuple(e for e in entities if e.kind == "org"),
        topics=(),
        quotes=(Quote(None, 1, 0, 0, said),) if said else (),
        statements=(),
        numbers=(),
        dates=dates,
        dating=date_article(article, Meta(), dates, offices, raw),
    )


def dated(*readings: Reading) -> dict[str, Dating]:
    return infer(clue(reading) for reading in readings)


DATED = read(
    "dated",
    [
        ("title", "لقاء"),
        ("date", "2021-07-27"),
        ("caption", "بايدن والكاظمي في البيت الأبيض يوم 26 يوليو 2021"),
        ("lede", "التقى بايدن ضيفه الكاظمي في البيت الأبيض."),
    ],
    said=SAID,
)
MONDAY = [
    ("title", "بايدن يعلن"),
    ("lede", "أعلن بايدن، الإثنين، في البيت الأبيض بحضور الكاظمي انتهاء المهمة."),
]


def test_a_shared_event_and_a_shared_quotation_give_the_day() -> None:
    found = dated(DATED, read("monday", MONDAY, said=SAID))["monday"]
    assert (found.value, found.precision, found.basis) == ("2021-07-26", "day", "inferred")
    assert (found.earliest, found.latest) == ("2021-07-26", "2021-07-27")
    assert ("dated", 3) in [(e.article, e.line) for e in found.evidence]


def test_without_the_quotation_nothing_is_proved() -> None:
    assert dated(DATED, read("monday", MONDAY))["monday"].value is None


def test_another_weekday_is_another_event() -> None:
    tuesday = [(role, text.replace("الإثنين", "الثلاثاء")) for role, text in MONDAY]
    assert dated(DATED, read("tuesday", tuesday, said=SAID))["tuesday"].value is None


def test_two_days_that_fit_prove_neither() -> None:
    other = read(
        "other",
        [
            ("title", "لقاء"),
            ("date", "2021-07-06"),
            ("lede", "التقى بايدن الكاظمي في البيت الأبيض في 5 يوليو 2021."),
        ],
        said=SAID,
    )
    assert dated(DATED, other, read("monday", MONDAY, said=SAID))["monday"].value is None


def test_the_article_s_own_dates_may_forbid_it() -> None:
    lines = [*MONDAY, ("body", "وقتل جنديان في 5 سبتمبر. ومن المقرر أن تجرى الانتخابات في 10 أكتوبر.")]
    assert dated(DATED, read("monday", lines, said=SAID))["monday"].value is None


def test_a_planned_visit_has_the_year_of_the_same_visit_elsewhere() -> None:
    plan = read(
        "plan",
        [
            ("title", "زيارة"),
            ("lede", "ويستقبل بايدن رئيس الوزراء الكاظمي في 26 يوليو في واشنطن."),
            ("body", "واستهدف أحدث هجوم كبير في السابع من يوليو القاعدة."),
        ],
    )
    found = dated(DATED, plan)["plan"]
    assert (found.value, found.precision, found.earliest, found.latest) == (
        "2021-07", "month", "2021-07-07", "2021-07-26",
    )  # fmt: skip


def test_one_person_is_not_enough_for_a_year() -> None:
    plan = read("plan", [("title", "ز"), ("lede", "ويلقي بايدن خطابا في 26 يوليو. وقتل جندي في 7 يوليو.")])
    assert dated(DATED, plan)["plan"].value is None


def test_an_anniversary_is_no_plan() -> None:
    past = read(
        "past",
        [
            ("title", "ذكرى"),
            ("lede", "التقى بايدن الكاظمي في 26 يوليو في واشنطن."),
            ("body", "وستعقد الجلسة في 10 أغسطس."),
        ],
    )
    assert dated(DATED, past)["past"].value is None


OFFICES = (date(2020, 5, 7), date(2021, 1, 19))
VISIT = read(
    "visit",
    [
        ("title", "مسؤول"),
        ("caption", "الكاظمي في البيت الأبيض خلال زيارة سابقة إلى واشنطن، 20 أغسطس 2020"),
        ("lede", "كشف مستشار عن خطة."),
    ],
)
THURSDAY = [
    ("title", "بيان"),
    ("dateline", "واشنطن / متابعة"),
    ("lede", "وصف البيت الأبيض في بيان، أمس الخميس، لقاء الكاظمي."),
]


def test_a_visit_dates_the_day_after() -> None:
    found = dated(VISIT, read("thursday", THURSDAY, OFFICES))["thursday"]
    assert (found.value, found.precision) == ("2020-08-21", "day")


def test_a_visit_needs_offices_that_leave_a_year_at_most() -> None:
    assert dated(VISIT, read("thursday", THURSDAY))["thursday"].value is None
    assert (
        dated(VISIT, read("thursday", THURSDAY, (date(2019, 1, 1), date(2021, 12, 31))))["thursday"].value
        is None
    )


def test_somebody_at_work_in_his_own_house_is_no_visit() -> None:
    known = read(
        "known", [("title", "ج"), ("lede", "ترأس الكاظمي في البرلمان في واشنطن جلسة في 20 أغسطس 2020.")]
    )
    lines = [("title", "ج"), ("lede", "ترأس الكاظمي في البرلمان في واشنطن، أمس الخميس، جلسة.")]
    assert dated(known, read("thursday", lines, OFFICES))["thursday"].value is None


def test_a_caption_dates_nobody_by_itself() -> None:
    assert dated(VISIT)["visit"].value is None


def test_what_was_inferred_proves_nothing_further() -> None:
    chain = read(
        "chain",
        [
            ("title", "ب"),
            ("lede", "التقى بايدن الكاظمي في البيت الأبيض الإثنين 26 يوليو."),
            ("body", "ومن المقرر أن يعود في 30 يوليو."),
        ],
    )
    alone = dated(chain, read("monday", MONDAY, said=SAID))
    assert alone["chain"].value is None
    assert alone["monday"].value is None


def test_every_article_has_a_dating_and_days_stay() -> None:
    found = dated(DATED, VISIT, read("monday", MONDAY))
    assert set(found) == {"dated", "visit", "monday"}
    assert found["dated"] == DATED.dating


def test_the_order_of_articles_does_not_matter() -> None:
    readings = [DATED, VISIT, read("monday", MONDAY, said=SAID), read("thursday", THURSDAY, OFFICES)]
    assert dated(*readings) == dated(*reversed(readings))
