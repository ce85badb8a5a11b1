"""A place that is but a part of somebody's name is told nowhere."""

from sitegen.desk.lexicon import parse_lexicon
from sitegen.model import Corrections, Meta, RawArticle
from sitegen.reading.analyze import analyze


def test_a_town_inside_a_name_is_no_place_of_the_article() -> None:
    lines = (
        "مشروع للكهرباء",
        "",
        "بحث وزير المالية محمد يسر برنية في دمشق مشروعا لإصلاح قطاع الكهرباء مع البنك.",
    )
    raw = RawArticle("a", "a.txt", lines, Meta(), "")
    reading = analyze(raw, Corrections(), parse_lexicon({})[0])
    assert [person.ar for person in reading.people] == ["محمد يسر برنية"]
    assert [place.id for place in reading.places] == ["damascus"]
