"""Removing any one rule turns a case red: of dates, figures and happenings here, of the rest in forks."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from sitegen import data
from sitegen.reading.dates import find, words
from sitegen.reading.dates.periods import PERIOD_RULES
from sitegen.reading.dates.resolve import resolve
from sitegen.reading.dates.rules import RULES
from sitegen.reading.dates.words import LISTS
from sitegen.reading.dates.years import YEAR_RULES
from sitegen.reading.numbers import words as number_words
from sitegen.reading.numbers.find import find_numbers
from sitegen.reading.speech import event_words
from sitegen.text import finders
from sitegen.text.remembered import Remembered
from tests.unit.lexicon_cases import cases
from tests.unit.test_events import CASES as EVENTS
from tests.unit.test_events import found_in

ROOT = Path(__file__).resolve().parents[2]
DATES, NUMBERS = cases("dates"), cases("numbers")
#: Lists that only the day of publication or other dates ask for, held by their own tests.
ELSEWHERE = ("publication.", "chronology.", "tense.", "clock.utc", "doubt.months", "relative.on")
#: Lists that live on in maps of `words`, by what they mean there.
MAPPED = {
    name: set(getattr(words, name).values())
    for name in (
        "WEEKDAYS",
        "QUALIFIERS",
        "QUALIFIERS_BOTH",
        "RELATIVE",
        "UNITS",
        "PARTS",
        "SEASONS",
        "ORDINAL_UNITS",
    )
}
IN_MAPS = (
    "weekdays.", "seasons.", "parts.start", "parts.early", "parts.middle", "parts.end", "parts.late",
    "qualifiers.past", "qualifiers.future", "qualifiers.current", "relative.today", "relative.yesterday",
    "relative.tomorrow", "units.day", "units.week", "units.month", "units.year", "ordinals.units",
)  # fmt: skip


def _dates_hold() -> bool:
    try:
        return all(
            [[e.text, resolve(e, case["printed"]).value or ""] for e in find.find_dates(1, case["text"])]
            == case["dates"]
            for case in DATES
        )
    except KeyError:  # a word that has lost its meaning
        return False


def _numbers_hold() -> bool:
    return all(
        [[n.value, n.unit, n.approx] for n in find_numbers(1, case["text"])] == case["numbers"]
        for case in NUMBERS
    )


def _events_hold() -> bool:
    return all(found_in(case["text"]) == case["events"] for case in EVENTS)


@pytest.mark.parametrize("rule", [rule for rule, _ in PERIOD_RULES + RULES + YEAR_RULES])
def test_a_rule_of_dates(rule: Callable[..., object], monkeypatch: pytest.MonkeyPatch) -> None:
    left = {key: tuple(r for r in rules if r is not rule) for key, rules in find._RULES.items()}
    monkeypatch.setattr(find, "_RULES", left)
    assert not _dates_hold()


@pytest.mark.parametrize(
    "name",
    [name for name in LISTS if not name.startswith((*ELSEWHERE, *IN_MAPS)) or name == "doubt.month_cues"],
)
def test_a_list_of_dates(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(LISTS, name, frozenset())
    assert not _dates_hold()


@pytest.mark.parametrize(("name", "value"), [(n, v) for n, values in MAPPED.items() for v in sorted(values)])
def test_a_meaning_of_date_words(name: str, value: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    held = getattr(words, name)
    monkeypatch.setattr(words, name, {key: v for key, v in held.items() if v != value})
    assert not _dates_hold()


@pytest.fixture(scope="module", autouse=True)
def forgotten() -> Iterator[None]:
    """Keep no table that is made while rules are missing: tests of other modules come after these."""
    memo = data._memo[:]
    data._memo.clear()
    yield
    data._memo[:] = memo
    for name, module in tuple(sys.modules.items()):
        if name.startswith("sitegen."):
            for value in vars(module).values():
                if hasattr(value, "cache_clear"):
                    value.cache_clear()
                elif isinstance(value, Remembered):
                    value.clear()
    finders._renew()


@pytest.fixture
def fresh() -> Iterator[None]:
    """Build the tables of figures and happenings anew, before and after a test."""
    modules = (number_words, event_words)
    cached = [f for module in modules for f in vars(module).values() if hasattr(f, "cache_clear")]
    for function in cached:
        function.cache_clear()
    finders._renew()
    yield
    for function in cached:
        function.cache_clear()
    finders._renew()


def _parts(table: str, keep: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return the named parts of a table: each section, or each name in it, that is worth a rule."""
    return [
        (section, name)
        for section, held in data.table(table).items()
        for name in (held if isinstance(held, dict) else [""])
        if section not in keep
    ]


@pytest.mark.usefixtures("fresh")
@pytest.mark.parametrize(
    ("section", "name"), _parts("numbers", ("values", "units", "ordinal_values", "halves"))
)
def test_a_part_of_figures(section: str, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    held = data.table("numbers")[section]
    monkeypatch.setitem(held, name, type(held[name])())
    assert not _numbers_hold()


@pytest.mark.usefixtures("fresh")
@pytest.mark.parametrize("row", range(len(data.table("events")["verbs"])))
def test_a_verb_of_happenings(row: int, monkeypatch: pytest.MonkeyPatch) -> None:
    verbs = data.table("events")["verbs"]
    monkeypatch.setitem(data.table("events"), "verbs", verbs[:row] + verbs[row + 1 :])
    assert not _events_hold()


@pytest.mark.usefixtures("fresh")
@pytest.mark.parametrize(("section", "name"), _parts("events", ("verbs",)))
def test_a_list_of_happenings(section: str, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    table = data.table("events")
    monkeypatch.setitem(table[section] if name else table, name or section, [])
    assert not _events_hold()


@pytest.mark.parametrize("part", ["names", "places", "sentences", "speech", "topics"])
def test_a_rule_of_another_part(part: str) -> None:
    command = [sys.executable, "-m", "tests.mutants", part]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout + found.stderr
