"""Take one rule away and see whether a case turns red: `python -m tests.mutants speech names`.

A rule is a list of a data table, a row of its verbs, or a function that answers yes or no.  Each mutant is
a process of its own, forked before anything has read the table.  What is printed
is missed by no case: it has no case, or no use.
"""

from __future__ import annotations

import copy
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib import import_module
from inspect import isclass, signature
from itertools import product
from pkgutil import iter_modules
from typing import Any, NamedTuple

import pytest  # noqa: F401 - imported once for all forks

from sitegen import data

Keys = tuple[str | int, ...]

_BROKEN = 2  # what a mutant answers that could not be made


class Part(NamedTuple):
    """One part of the reading: its tables, with the lists of which each row is a rule, and what tests it."""

    tables: dict[str, tuple[str, ...]]
    modules: tuple[str, ...]  # that read the tables; the yes and no of the first are rules too
    tests: tuple[str, ...]
    eager: bool = False  # importing the modules reads the tables
    rules: bool = True  # try the yes and no of the first module, too


PARTS = {
    "names": Part({"name_cues": (), "roles": ()}, ("sitegen.reading.names",), ("test_names", "test_people")),
    "places": Part({"entities": ()}, ("sitegen.reading.places",), ("test_entities", "test_outlets")),
    "topics": Part({"topic_terms": ()}, ("sitegen.reading.topics",), ("test_topics",)),
    "speech": Part(
        {"speech": ("verbs",)},
        ("sitegen.reading.speech", "sitegen.text.quote_marks"),
        ("test_quotes", "test_speech", "test_events"),
        eager=True,
    ),
    "sentences": Part({"sentences": ()}, ("sitegen.text.sentences",), ("test_sentences",)),
    "page": Part(
        {"structure": (), "furniture": ("family", "cross"), "foot": ("evidence",)},
        ("sitegen.reading.page",),
        ("test_clean", "test_foot", "test_dateline", "test_standing", "test_rivals", "test_site_pages"),
        eager=True,
        rules=False,  # many, and each reads whole sites
    ),
}


def lists_of(table: dict[str, Any], by_row: tuple[str, ...] = (), at: Keys = ()) -> Iterator[Keys]:
    """Yield the path of every list and table of words, but lists of tables.

    Of a list `by_row` each row, or each list of the row where it is a table that has some.

    >>> list(lists_of({"a": {"b": ["c"], "d": {"e": "f"}}, "g": [["h"], {"i": "j"}, {"k": ["l"]}]}, ("g",)))
    [('a', 'b'), ('a', 'd'), ('g', 0), ('g', 1), ('g', 2, 'k')]
    """
    for key, value in table.items():
        if key in by_row:
            for row, inner in enumerate(value):
                path = (*at, key, row)
                yield from (isinstance(inner, dict) and [*lists_of(inner, by_row, path)]) or [path]
        elif isinstance(value, dict) and any(isinstance(inner, dict | list) for inner in value.values()):
            yield from lists_of(value, by_row, (*at, key))
        elif isinstance(value, dict) or (isinstance(value, list) and not isinstance(value[0], dict)):
            yield (*at, key)


def without(table: dict[str, Any], path: Keys) -> dict[str, Any]:
    """Return the table with the words at `path` taken out.

    >>> without({"a": {"b": ["c"]}, "d": ["e", "f"]}, ("a", "b"))
    {'a': {'b': []}, 'd': ['e', 'f']}
    >>> without({"d": ["e", "f"]}, ("d", 0))
    {'d': ['f']}
    """
    mutant = copy.deepcopy(table)
    inner: Any = mutant
    for key in path[:-1]:
        inner = inner[key]
    if isinstance(path[-1], int):
        del inner[path[-1]]
    else:
        inner[path[-1]] = type(inner[path[-1]])()
    return mutant


def rules_of(package: str) -> Iterator[tuple[str, str, str]]:
    """Yield (module, class or "", name) of every function of a package that answers yes or no."""
    inside = iter_modules(getattr(import_module(package), "__path__", ()))
    for module in map(import_module, (package, *(f"{package}.{found.name}" for found in inside))):
        classes = [thing for thing in vars(module).values() if isclass(thing)]
        for owner in (module, *(c for c in classes if c.__module__ == module.__name__)):
            for name, thing in vars(owner).items():
                inner = getattr(thing, "fget", None) or getattr(thing, "__wrapped__", thing)
                if getattr(inner, "__module__", "") == module.__name__ and _answers(inner):
                    yield module.__name__, owner.__name__ if isclass(owner) else "", name


def _answers(thing: Any) -> bool:
    return not isclass(thing) and getattr(thing, "__annotations__", {}).get("return") == "bool"


def _no(*_: object, **__: object) -> bool:
    return False


def drop_rule(module: str, owner: str, name: str) -> None:
    """Let a function say no to everything, wherever it has been imported."""
    if owner:
        held = getattr(import_module(module), owner)
        setattr(held, name, property(_no) if isinstance(vars(held)[name], property) else _no)
        return
    rule = getattr(import_module(module), name)
    for other in [m for n, m in sys.modules.items() if n.startswith("sitegen.")]:
        for at in [key for key, thing in vars(other).items() if thing is rule]:
            setattr(other, at, _no)


def load(part: Part) -> None:
    """Import the tests of a part, and with them its modules."""
    for module in part.tests:
        import_module(f"tests.unit.{module}")


def forget(part: Part) -> None:
    """Let the tests of a part and its modules be imported anew: what they have read stays with them."""
    for name in [name for name in sys.modules if name.startswith((*part.modules, "tests.unit.test_"))]:
        del sys.modules[name]


def drop_list(table: str, path: Keys) -> None:
    """Let a table be without the words at `path`."""
    mutant, whole = without(data.table(table), path), data.table
    data.table = lambda name: mutant if name == table else whole(name)  # type: ignore[assignment]


def is_red(part: Part) -> bool:
    """Say whether a test of a part fails."""
    for module in part.tests:
        for test, case in cases_of(import_module(f"tests.unit.{module}")):
            try:
                test(**case)
            except Exception:
                return True
    return False


def cases_of(module: Any) -> Iterator[tuple[Callable[..., None], dict[str, Any]]]:
    """Yield each test of a module with each of its cases, but tests of random text or with fixtures."""
    for name, test in vars(module).items():
        if not name.startswith("test_") or hasattr(test, "hypothesis"):
            continue
        marks = [mark.args for mark in getattr(test, "pytestmark", ()) if mark.name == "parametrize"]
        # the cases of one rule stand last
        each = [[_named(names, row) for row in reversed(rows)] for names, rows, *_ in marks]
        for rows in product(*each):
            row = {name: value for part in rows for name, value in part.items()}
            if row.keys() == signature(test).parameters.keys():
                yield test, row


def _named(names: str | Sequence[str], row: Any) -> dict[str, Any]:
    each = names.replace(",", " ").split() if isinstance(names, str) else names
    return dict(zip(each, (row,) if len(each) == 1 else row, strict=True))


def survives(part: Part, drop: Callable[[], None]) -> bool:
    """Say whether no case of a part misses what `drop` takes away."""
    child = os.fork()
    if child == 0:
        code = _BROKEN
        try:
            drop()
            code = int(is_red(part))
        finally:
            os._exit(code)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if code not in (0, 1):
        raise SystemExit(f"{drop} cannot be taken away")
    return code == 0


def unmissed(part: Part) -> Iterator[str]:
    """Yield the rules of a part that no case misses.  What all forks need is read once, before them."""
    if is_red(part):
        raise SystemExit("a case is red with all rules in place")
    rules = list(rules_of(part.modules[0])) if part.rules else []
    forget(part)
    if not part.eager:
        load(part)
    for table, by_row in part.tables.items():
        for path in lists_of(data.table(table), by_row):
            if survives(part, partial(drop_list, table, path)):
                yield f"{table}: {'.'.join(map(str, path))}"
    load(part)
    for rule in rules:
        if survives(part, partial(drop_rule, *rule)):
            yield ".".join(filter(None, rule))


def main() -> int:
    """Print the rules of the parts named that no case misses; 1 if there are any."""
    found = [f"{name}: {rule}" for name in sys.argv[1:] or PARTS for rule in unmissed(PARTS[name])]
    print("\n".join(found) or "every rule is missed by a case")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
