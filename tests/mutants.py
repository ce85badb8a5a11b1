"""Take one word list out of a table and see whether a case turns red: `python -m tests.mutants speech`.

Each mutant is a process of its own, forked before anything has read the table.  It
prints the lists that no case misses; such a list has no case, or no use.
"""

from __future__ import annotations

import copy
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest  # noqa: F401 - imported once for all forks

from sitegen import data

Keys = tuple[str, ...]


def lists_of(table: dict[str, Any], at: Keys = ()) -> Iterator[Keys]:
    """Yield the path of every list in a table but lists of tables."""
    for key, value in table.items():
        if isinstance(value, dict):
            yield from lists_of(value, (*at, key))
        elif isinstance(value, list) and not isinstance(value[0], dict):
            yield (*at, key)


def without(table: dict[str, Any], path: Keys) -> dict[str, Any]:
    """Return the table with the list at `path` empty.

    >>> without({"a": {"b": [1]}, "c": [2]}, ("a", "b"))
    {'a': {'b': []}, 'c': [2]}
    """
    mutant = copy.deepcopy(table)
    inner = mutant
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = []
    return mutant


def red(table: str) -> bool:
    """Say whether a case that rests on `table` fails."""
    return next((True for fails in CHECKS[table]() if fails), False)


def _speech() -> Iterator[bool]:
    from tests.unit import test_quotes

    for case in test_quotes.CASES:
        yield _fails(test_quotes.test_case, case)


def _sentences() -> Iterator[bool]:
    from tests.unit import test_sentences

    for case in test_sentences.CASES:
        yield _fails(test_sentences.test_case, case)


def _page() -> Iterator[bool]:
    from tests.unit import site_pages, test_clean, test_site_pages, test_standing

    for page in test_clean.PAGES:
        yield _fails(test_clean.test_pages, page)
    for foot in test_standing.OWN:
        yield _fails(test_standing.test_what_could_be_the_articles_own_is_not, foot)
    for line in test_clean.LINES:
        yield _fails(test_clean.test_a_rule_claims_its_lines_and_no_others, line)
    for site in site_pages.sites():
        yield _fails(test_site_pages.test_articles_on_a_page, site)
    for row in test_site_pages.LINES:
        yield _fails(test_site_pages.test_a_line_that_looks_like_furniture_is_kept, row)


def _fails(test: Any, case: object) -> bool:
    try:
        test(case)
    except Exception:
        return True
    return False


CHECKS = {"speech": _speech, "sentences": _sentences, "structure": _page, "furniture": _page}


def survives(table: str, path: Keys) -> bool:
    """Say whether no case misses the list at `path`."""
    mutant, whole = without(data.table(table), path), data.table
    child = os.fork()
    if child == 0:
        data.table = lambda name: mutant if name == table else whole(name)  # type: ignore[assignment]
        sys.stdout = sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - until the end
        try:
            code = int(red(table))
        except BaseException:
            code = 1
        os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def main() -> int:
    """Print the lists of the tables named that no case misses; 1 if there are any."""
    names = sys.argv[1:] or list(CHECKS)
    found = [
        f"{name}: {'.'.join(p)}" for name in names for p in lists_of(data.table(name)) if survives(name, p)
    ]
    print("\n".join(found) or "every list is missed by a case")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
