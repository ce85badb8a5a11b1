"""An editor's names for one article: what was read wrongly goes, what was not read comes."""

from __future__ import annotations

import pytest

from sitegen.desk.formats import parse_source
from sitegen.desk.lexicon import parse_lexicon
from sitegen.desk.sidecar import parse_corrections
from sitegen.model import Reading
from sitegen.reading.analyze import analyze
from sitegen.work import Desk, Job, read_one

TEXT = """افتتاح جسر جديد في بغداد

افتتح رئيس البلدية هيثم البرغوثي، الاثنين، جسراً للمشاة في بغداد، بحضور مسؤولين من الأمم المتحدة.

وقال البرغوثي إن الجسر سيختصر الطريق إلى المدرسة على مئات التلاميذ، وإن البلدية دفعت كلفته كاملة من مالها.
"""


def read(sidecar: str) -> Reading:
    fixes, problems = parse_corrections("a.toml", sidecar.encode())
    assert problems == ()
    return analyze(parse_source("a.txt", TEXT.encode()), fixes, parse_lexicon({})[0])


def names(reading: Reading) -> set[str]:
    found = (*reading.people, *reading.places, *reading.orgs, *reading.topics)
    return {one.ar for one in found} & {
        "هيثم البرغوثي",
        "بغداد",
        "الأمم المتحدة",
        "دمشق",
        "حلف شمال الأطلسي",
        "صحة",
    }


ALL = {"هيثم البرغوثي", "بغداد", "الأمم المتحدة"}


@pytest.mark.parametrize(
    ("sidecar", "expected"),
    [
        ("", ALL),
        ('people = { remove = ["هيثم البرغوثي"] }', ALL - {"هيثم البرغوثي"}),
        ('people = { remove = ["Haitham Barghouti"] }', ALL - {"هيثم البرغوثي"}),
        ('people = { remove = ["p-haitham-barghouti"] }', ALL - {"هيثم البرغوثي"}),
        ('places = { remove = ["بغداد"], add = ["Damascus"] }', ALL - {"بغداد"} | {"دمشق"}),
        (
            'organisations = { remove = ["united-nations"], add = ["nato"] }',
            ALL - {"الأمم المتحدة"} | {"حلف شمال الأطلسي"},
        ),
        ('topics = { add = ["health"] }', ALL | {"صحة"}),
    ],
)
def test_names_are_removed_and_added_by_id_or_name(sidecar: str, expected: set[str]) -> None:
    assert names(read(sidecar)) == expected


def test_what_is_not_there_to_be_removed_is_told() -> None:
    sidecar = 'people = { remove = ["هيثم البرغوثي", "nobody"] }\nplaces = { add = ["atlantis"] }\n'
    job = Job(b"", ("a.txt", TEXT.encode()), ("a.toml", sidecar.encode()))
    told = read_one(Desk((), "full"), job).abstract.problems
    assert [
        (str(p.where), p.what.strip("\u2068\u2069").translate({0x2068: "", 0x2069: ""})) for p in told
    ] == [
        ("a.toml:2", "no place atlantis in the lexicon"),
        ("a.toml:1", "the article names no nobody that could be removed"),
    ]
