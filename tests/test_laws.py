"""Laws of the build (docs/architecture.md), on random histories of edits, in memory.

L1  what a build with a memo writes is what a clean build writes, after any edits
L5  a lost or garbled memo never changes the answer

L2, L4 and L6 are about the disk: tests/unit/test_output.py.  L3: tests/test_determinism.py.
L7: tests/test_build.py.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sitegen.desk.formats import parse_source
from sitegen.desk.lexicon import parse_lexicon
from sitegen.english.cache import Translation, write_cache
from sitegen.english.lead import lead
from sitegen.model import Corrections
from sitegen.reading.analyze import analyze
from tests.worlds import ARTICLES, SHELF, Made, files, made, project

START = project()
SEED = "content/articles/003_241afc1964625dbc.txt"

CACHE = "content/english/cache/003_241afc1964625dbc.jsonl"

Inputs = dict[str, bytes]


def add(name: str) -> Callable[[Inputs], None]:
    return lambda inputs: inputs.__setitem__(f"content/articles/{name}.txt", ARTICLES[name].encode())


def put(path: str, data: bytes) -> Callable[[Inputs], None]:
    return lambda inputs: inputs.__setitem__(path, data)


def drop(path: str) -> Callable[[Inputs], None]:
    return lambda inputs: inputs.pop(path, None) and None


def swap(path: str, old: str, new: str) -> Callable[[Inputs], None]:
    def edit(inputs: Inputs) -> None:
        if path in inputs:
            text = inputs[path].decode()
            assert old in text or new in text, (path, old)
            inputs[path] = text.replace(old, new).encode()

    return edit


def said(*english: str) -> bytes:
    """What an engine may have said about the head of the third seed."""
    raw = parse_source(SEED, START[SEED])
    article = analyze(raw, Corrections(), parse_lexicon({})[0]).article
    passages = lead(article, len(english) - 1)
    return write_cache(
        tuple(
            Translation(p.key, "tiny", "model", "0" * 16, "", p.text, en)
            for p, en in zip(passages, english, strict=True)
        )
    )


#: Every kind of input is edited: what the edits leave out, L1 cannot speak for.
EDITS: dict[str, Callable[[Inputs], None]] = {
    "add an article": add("harbour"),
    "add another": add("rain"),
    "delete an article": drop("content/articles/harbour.txt"),
    "delete a seed that dates another": drop("content/articles/000_ddd0e842f48b5a3b.txt"),
    "edit a body": swap(SEED, "ولا يزال نحو 2500", "ولا يزال نحو 2600"),
    "edit a title": swap(SEED, "بايدن يعلن انتهاء", "بايدن يعلن نهاية"),
    "correct a date": put(SEED.replace(".txt", ".toml"), b'date = 2021-07-27\nreason = "seen"\n'),
    "correct a topic": put(SEED.replace(".txt", ".toml"), b'topics = { remove = ["covid-19"] }\n'),
    "drop corrections": drop(SEED.replace(".txt", ".toml")),
    "rename a person": swap("content/lexicon/people.toml", "Mustafa al-Kadhimi", "Mustafa Al-Kadhimi"),
    "add an alias": swap("content/lexicon/people.toml", '"جوزيف بايدن"]', '"جوزيف بايدن", "الرئيس"]'),
    "drop an alias": swap("content/lexicon/people.toml", '["بايدن", ', "["),
    "add a person": put(
        "content/lexicon/people-more.toml",
        '[samir-najjar]\nar = "سامر النجار"\nen = "Samir Najjar"\n'.encode(),
    ),
    "add a topic": put(
        "content/lexicon/topics-more.toml",
        '[left]\nar = "انتهاء"\nen = "Leaving"\naliases = ["انتهاء + @iraq"]\n'.encode(),
    ),
    "rename a topic": swap("content/lexicon/topics.toml", "US–Iraq relations", "Iraq–US relations"),
    "move a place": put(
        "content/lexicon/places-more.toml",
        '[iraq]\nar = "العراق"\nen = "Iraq"\ncountry = "IQ"\nparent = "jordan"\n'.encode(),
    ),
    "lose the people": drop("content/lexicon/people.toml"),
    "lose the topics": drop("content/lexicon/topics.toml"),
    "edit a template": swap("templates/home.html", '<h1 class="unseen">', '<h1 class="unseen edited">'),
    "edit the base template": swap("templates/base.html", "</body>", "<!-- end --></body>"),
    "edit the stylesheet": put("static/site.css", b"body { color: black }\n"),
    "summaries only": swap("content/site.toml", 'publish = "full"', 'publish = "summary"'),
    "arabic digits": swap("content/site.toml", 'digits = "latin"', 'digits = "arabic"'),
    "another title": swap("content/site.toml", "The Digest", "A Digest"),
    "edit a document": swap("content/pages/about.en.md", "# About", "# About us"),
    "drop a document": drop("content/pages/method.ar.md"),
    "own English": put(
        "content/english/003_241afc1964625dbc.md", b"# Biden ends the mission\n\nBiden spoke on Monday. [3]\n"
    ),
    "drop own English": drop("content/english/003_241afc1964625dbc.md"),
    "an engine's English": put(CACHE, said("Biden announces the end of the combat mission in Iraq")),
    "other words of an engine": put(CACHE, said("Biden declares the end of the combat mission in Iraq")),
    "a broken cache": put(CACHE, b"<<<<<<< HEAD\n"),
    "lose the cache": drop(CACHE),
    "no engine": swap("content/site.toml", 'publish = "', 'english.engine = "facts"\npublish = "'),
}


@cache
def built_once() -> tuple[tuple[tuple[bytes, bytes], ...], Made]:
    memo: dict[bytes, bytes] = {}
    built = made(dict(START), memo, {})
    return tuple(memo.items()), built


def first_memo() -> dict[bytes, bytes]:
    """What a first build remembers."""
    return dict(built_once()[0])


EXAMPLES = settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)  # fmt: skip
histories = st.lists(st.sampled_from(sorted(EDITS)), min_size=1, max_size=5)


@EXAMPLES
@given(histories)
def test_l1_incremental_is_clean(history: list[str]) -> None:
    inputs, memo, built = dict(START), first_memo(), built_once()[1]
    for edit in history:
        EDITS[edit](inputs)
        built = made(inputs, memo, built)  # pages whose fingerprint stays are kept as they were
        clean = made(dict(inputs), {}, {})
        assert built == clean, (history, [p for p in clean if built.get(p) != clean[p]])


def turned(data: bytes, at: int) -> bytes:
    """Return `data` with one byte changed."""
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


@EXAMPLES
@given(histories, st.randoms(use_true_random=False), st.booleans())
def test_l5_a_bad_memo_never_changes_the_answer(history: list[str], random: object, garble: bool) -> None:
    inputs, memo = dict(START), first_memo()
    for edit in history:
        EDITS[edit](inputs)
    for key in sorted(memo):
        # Hypothesis hands over a random.Random under a type of its own.
        if random.random() < 0.5:  # type: ignore[attr-defined]
            if garble:
                memo[key] = memo[key][: len(memo[key]) // 2] + b"\xc1garbled"
                if key.startswith(SHELF):  # files that have only their own seals; the store seals the rest
                    at = random.randrange(len(first_memo()[key]))  # type: ignore[attr-defined]
                    memo[key] = turned(first_memo()[key], at)
            else:
                del memo[key]
    assert files(inputs, memo) == files(dict(inputs)), history


def test_every_edit_changes_something() -> None:
    """A law on edits that do nothing would prove nothing."""
    before = files(dict(START))
    needs = {
        "delete an article": "add an article",
        "add a person": "add an article",
        "drop corrections": "correct a date",
        "drop own English": "own English",
        "other words of an engine": "an engine's English",
        "a broken cache": "an engine's English",
        "lose the cache": "an engine's English",
        "no engine": "an engine's English",
    }
    for name, edit in EDITS.items():
        inputs = dict(START)
        if name in needs:
            EDITS[needs[name]](inputs)
        reference = files(dict(inputs)) if name in needs else before
        edit(inputs)
        assert files(inputs) != reference, name
