"""The five seeds as the site reads them: titles, furniture, dates, people, quotes, English."""

from __future__ import annotations

import json
import tomllib
from functools import cache
from typing import Any

import pytest

from sitegen.pipeline import Compiled, Options, compile_site
from tests.worlds import ROOT, project, quiet

EXPECTED = tomllib.loads((ROOT / "tests/cases/seeds/expected.toml").read_text(encoding="utf-8"))
SEEDS = sorted(EXPECTED)


@cache
def site() -> Compiled:
    return compile_site(project(), Options(), {}, quiet)


@cache
def reading(seed: str) -> dict[str, Any]:
    record: dict[str, Any] = json.loads(site().record(seed))
    return record


@cache
def raw_lines(seed: str) -> list[str]:
    return (ROOT / f"content/articles/{seed}.txt").read_text(encoding="utf-8").split("\n")


def lines_with(seed: str, *roles: str) -> list[int]:
    return [line["n"] for line in reading(seed)["lines"] if line["role"] in roles]


def test_the_seeds_are_articles_and_nothing_is_wrong() -> None:
    assert [id for id, _ in site().articles] == SEEDS
    assert [p for p in site().problems if p.severity == "error"] == []


@pytest.mark.parametrize("seed", SEEDS)
def test_lines(seed: str) -> None:
    want = EXPECTED[seed]
    assert reading(seed)["title_line"] == want["title_line"]
    assert reading(seed)["title"] == raw_lines(seed)[want["title_line"] - 1].strip()
    assert lines_with(seed, "furniture") == want["furniture"]
    assert lines_with(seed, "duplicate") == want["duplicate"]
    assert lines_with(seed, "caption", "caption+lede") == want["caption"]
    assert lines_with(seed, "heading") == want["heading"]
    assert lines_with(seed, "lede", "caption+lede") == want["lede"]
    assert [line["n"] for line in reading(seed)["lines"]] == list(range(1, len(raw_lines(seed)) + 1))


@pytest.mark.parametrize("seed", SEEDS)
def test_publication_date_is_right_or_honestly_less(seed: str) -> None:
    value, precision, basis = EXPECTED[seed]["date"]
    date = reading(seed)["date"]
    assert date["value"] is None or value.startswith(date["value"])  # never a wrong day
    assert (date["value"], date["precision"], date["basis"]) == (value, precision, basis)


@pytest.mark.parametrize("seed", SEEDS)
def test_people_none_missing_none_false(seed: str) -> None:
    assert sorted(person["id"] for person in reading(seed)["people"]) == EXPECTED[seed]["people"]
    assert all(person["known"] for person in reading(seed)["people"])


@pytest.mark.parametrize("seed", SEEDS)
def test_every_span_is_the_text_it_names(seed: str) -> None:
    record = reading(seed)
    kept = set(
        lines_with(
            seed,
            "title",
            "subtitle",
            "byline",
            "dateline",
            "date",
            "caption",
            "heading",
            "lede",
            "body",
            "caption+lede",
        )
    )
    spans = [
        m for kind in ("people", "places", "orgs") for entity in record[kind] for m in entity["mentions"]
    ]
    for span in [*spans, *record["quotes"]]:
        assert raw_lines(seed)[span["line"] - 1][span["start"] : span["end"]] == span["text"]
        assert span["line"] in kept
    for fact in (*record["numbers"], *record["dates"]):
        assert fact["text"] in raw_lines(seed)[fact["line"] - 1]


@pytest.mark.parametrize("seed", SEEDS)
def test_outlet_and_days(seed: str) -> None:
    record = reading(seed)
    assert (record["outlet"] or "") == EXPECTED[seed]["outlet"]
    days = {d["value"] for d in record["dates"] if d["precision"] == "day"}
    assert days >= set(EXPECTED[seed]["days"])


@pytest.mark.parametrize("seed", SEEDS)
def test_english_stub_rests_on_lines(seed: str) -> None:
    english = reading(seed)["english"]
    assert english["headline"]["text"]
    assert english["sentences"]
    for sentence in [english["headline"], *english["sentences"]]:
        assert sentence["lines"], sentence
        assert all(raw_lines(seed)[n - 1].strip() for n in sentence["lines"])
        assert sentence["text"].isascii() or not any("\u0600" <= c <= "\u06ff" for c in sentence["text"])


def test_day_pages_gather_what_was_printed_and_what_is_told() -> None:
    outputs = {o.path: o.make().decode() for o in site().outputs() if o.path.endswith(".html")}
    for day, seeds in {"2021/07/26": SEEDS[:2] + SEEDS[3:], "2020/08/20": [SEEDS[2], SEEDS[4]]}.items():
        page = outputs[f"en/dates/{day}/index.html"]
        linked = [seed for seed in SEEDS if f"/en/articles/{seed}/" in page]
        assert linked == sorted(seeds)
