"""What the preview shows of an edited article before the build is what the build makes of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sitegen.pipeline import Compiled, Options, compile_site
from tests.worlds import ARTICLES, files, project, quiet

START = project() | {f"content/articles/{name}.txt": text.encode() for name, text in ARTICLES.items()}
SEED = "content/articles/003_241afc1964625dbc"
HARBOUR, RAIN = "content/articles/harbour", "content/articles/rain"

Edit = tuple[str, Callable[[str], str]]

#: What one save may do to one article: in its text, its corrections, its English.
EDITS: dict[str, Edit] = {
    "a word": (f"{HARBOUR}.txt", lambda text: text.replace("الصيد", "الصيد الكبير")),
    "a figure": (f"{HARBOUR}.txt", lambda text: text.replace("120", "150")),
    "a name": (f"{HARBOUR}.txt", lambda text: text.replace("سامر النجار", "جو بايدن")),
    "the title": (f"{HARBOUR}.txt", lambda text: text.replace("مرفأ جديد", "ميناء جديد")),
    "the date": (f"{HARBOUR}.txt", lambda text: text.replace("2024-03-05", "2024-04-09")),
    "a paragraph": (f"{HARBOUR}.txt", lambda text: text + "\nوحضر الحفل وزير الخارجية العراقي فؤاد حسين.\n"),
    "a day told": (f"{RAIN}.txt", lambda text: text + "\nوهطلت الأمطار يوم 14 آذار 2024.\n"),
    "no article": (f"{RAIN}.txt", lambda text: "x\n"),
    "an id": (f"{RAIN}.txt", lambda text: text.replace("أمطار", "ثلوج")),
    "a seed": (f"{SEED}.txt", lambda text: text.replace("ولا يزال نحو 2500", "ولا يزال نحو 2600")),
    "a day of a seed": (f"{SEED}.txt", lambda text: re.sub("الاثنين|الإثنين", "الثلاثاء", text)),
}
edits = st.lists(st.sampled_from(sorted(EDITS)), min_size=1, max_size=3)


@cache
def memory() -> dict[bytes, bytes]:
    memo: dict[bytes, bytes] = {}
    compile_site(START, Options(), memo, quiet)
    return memo


def compiled(inputs: dict[str, bytes]) -> Compiled:
    return compile_site(inputs, Options(), dict(memory()), quiet)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(edits)
def test_what_is_shown_early_is_what_the_build_makes(history: list[str]) -> None:
    inputs = dict(START)
    last = compiled(inputs)  # sees edits of `inputs` as one of a folder sees those of its files
    pending: set[str] = set()
    shown: dict[str, bytes] = {}
    for name in history:
        path, edit = EDITS[name]
        inputs[path] = edit(inputs[path].decode()).encode()
        found = last.again((path,), pending)
        if found is None:
            return
        pending.add(found[0])
        shown |= found[1]
        built = files(dict(inputs))
        assert shown == {place: built[place] for place in shown}, (name, history)


def test_most_edits_are_shown_early_and_far_ones_never() -> None:
    early = set()
    for name, (path, edit) in EDITS.items():
        inputs = dict(START)
        last = compiled(inputs)
        inputs[path] = edit(inputs[path].decode()).encode()
        early |= {name} if last.again((path,), frozenset()) else set()
    assert {"a word", "a figure", "a name", "the title", "a paragraph", "a seed"} <= early
    assert "no article" not in early


def test_only_the_files_of_one_article_are_its_own() -> None:
    last = compiled(dict(START))
    for path in ("content/site.toml", "templates/base.html", "content/articles/new.txt"):
        assert last.again((path,), frozenset()) is None
    assert last.again((f"{HARBOUR}.txt", f"{RAIN}.txt"), frozenset()) is None
    assert last.again((), frozenset()) is None
    found = last.again((f"{HARBOUR}.txt",), frozenset())
    assert found and found[0] == "harbour" and len(found[1]) == 3
