"""What an edit of the lexicon leaves alone: any reading kept must be the reading a clean build makes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from sitegen.desk.formats import parse_source
from sitegen.desk.lexicon import Lexicon, parse_lexicon
from sitegen.model import Corrections, Record
from sitegen.pipeline import Compiled, Options, compile_site
from sitegen.reading.analyze import analyze
from sitegen.reading.names.people import with_names
from sitegen.reading.places.gazetteer import gazetteer, outlet_index
from sitegen.reading.topics.rules import topic_rules
from sitegen.reading.traces import Difference, Noting, _mark, nameless, words_of
from sitegen.shelf import Shelf, decode_shelf
from sitegen.shelf.answers import Answers
from sitegen.text.tokens import tokenize
from tests.worlds import ARTICLES, project, quiet

START = {path: data for path, data in project().items() if path.startswith("content/")}
START |= {f"content/articles/{name}.txt": text.encode() for name, text in ARTICLES.items()}
#: Records asked for by name, whether or not there are any: words of the page do not say so.
START["content/articles/rain.toml"] = (
    b'people = { add = ["new-two", "Another Name"] }\ntopics = { add = ["new-one"] }\n'
)
PAGES = {p: d for p, d in START.items() if p.startswith("content/articles/") and p.endswith(".txt")}

A = TypeVar("A")
B = TypeVar("B")
Fields = Mapping[str, object]
Edit = tuple[str, str, Fields | None]  # file, id, what it says; None: the record goes


@cache
def phrases() -> tuple[str, ...]:
    """Stretches of one to three words of the articles: names that an edit might bring in."""
    found = set()
    for data in PAGES.values():
        for line in data.decode().splitlines():
            words = [token.text for token in tokenize(line)]
            found.update(" ".join(words[i : i + n]) for n in (1, 2, 3) for i in range(len(words) - n + 1))
    return tuple(sorted(found))


some = st.sampled_from(phrases())
places = st.sampled_from(["iraq", "united-states", "baghdad", "syria", "none-such"])
rules = st.one_of(
    some, st.builds("{} + {}".format, some, some), st.builds("{}/{} + @{}".format, some, some, places),
    st.builds("{} & @{}".format, some, places),
)  # fmt: skip
label = st.sampled_from(["One", "Another Name", "Baghdad", "the North"])
person = st.fixed_dictionaries(
    {"ar": some, "en": label, "aliases": st.lists(some, max_size=2)},
    optional={"roles": st.just([{"ar": "رئيس البلدية", "en": "Mayor", "from": "2021-01-01"}])},
)
place = st.fixed_dictionaries(
    {"ar": some, "en": label}, optional={"country": st.sampled_from(["IQ", "US"]), "parent": places}
)
org = st.fixed_dictionaries({"ar": some, "en": label}, optional={"country": st.sampled_from(["IQ", "US"])})
outlet = st.fixed_dictionaries({"ar": some, "en": label}, optional={"latin": st.just(["aljazeera"])})
topic = st.fixed_dictionaries(
    {"ar": some, "en": label, "aliases": st.lists(rules, max_size=3)},
    optional={"parent": st.sampled_from(["diplomacy", "us-iraq-relations", "new-one"])},
)
edits = st.one_of(
    *(
        st.tuples(st.just(file), st.sampled_from(ids), st.one_of(st.none(), fields, fields, fields))
        for file, ids, fields in (
            ("people-more", ["new-one", "new-two", "joe-biden", "samir-al-najjar"], person),
            ("places-more", ["new-one", "baghdad", "iraq", "syria"], place),
            ("organisations-more", ["new-one", "iraq-army", "nato"], org),
            ("outlets-more", ["new-one", "al-jazeera"], outlet),
            ("topics-more", ["new-one", "new-two", "covid-19", "us-iraq-relations"], topic),
        )
    )
)


def toml(records: Mapping[str, Fields]) -> bytes:
    """Write records; what is JSON here is TOML as well, but for tables and days."""
    out = []
    for id, fields in records.items():
        out.append(f"[{id}]")
        for key, value in fields.items():
            said = json.dumps(value, ensure_ascii=False)
            if key == "roles":
                said = '[{ ar = "رئيس البلدية", en = "Mayor", from = 2021-01-01 }]'
            out.append(f"{key} = {said}")
    return "\n".join(out).encode()


Pieces = dict[str, bytes]


def laid(pieces: Pieces) -> Shelf:
    return decode_shelf(lambda name: pieces.get(name, b""))


def compiled(inputs: dict[str, bytes], memo: dict[bytes, bytes], shelf: Pieces) -> Compiled:
    return compile_site(inputs, Options(), memo, quiet, shelf=laid(shelf))


def answers(built: Compiled) -> object:
    """Everything that pages are made of."""
    library = built.library
    finished = sorted((f.key, f.card, f.problems) for f in library.shelf.finished.values())
    return finished, built.problems, [library.entry(id) for id in sorted(library.paths)]


@cache
def first() -> tuple[dict[bytes, bytes], Pieces]:
    memo: dict[bytes, bytes] = {}
    return memo, dict(compiled(dict(START), memo, {}).library.shelf.pieces(Shelf()))


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(st.lists(st.lists(edits, min_size=1, max_size=3), min_size=1, max_size=3))
def test_any_edit_of_the_lexicon_gives_what_a_clean_build_gives(history: list[list[Edit]]) -> None:
    memo, shelf = dict(first()[0]), first()[1]
    files: dict[str, dict[str, Fields]] = {}
    inputs = dict(START)
    for step in history:
        for file, id, fields in step:
            held = files.setdefault(file, {})
            held.pop(id, None)
            if fields is not None:
                held[id] = fields
            inputs[f"content/lexicon/{file}.toml"] = toml(held)
        built = compiled(inputs, memo, shelf)
        assert answers(built) == answers(compiled(dict(inputs), {}, {})), history
        shelf = dict(built.library.shelf.pieces(Shelf()))


@pytest.mark.parametrize("path", sorted(PAGES))
def test_every_word_that_forms_are_looked_for_in_is_marked(path: str) -> None:
    lexicon = Lexicon(parse_lexicon({})[0].records)  # one that nobody has asked yet
    noting = Noting(lexicon)
    raw = parse_source(path, PAGES[path])
    marks = words_of(raw, analyze(raw, Corrections(), noting).article)
    indexes = (
        gazetteer(lexicon), outlet_index(lexicon), topic_rules(lexicon).phrases,
        lexicon.indexes["person"], lexicon.indexes["org"],
    )  # fmt: skip
    looked = {key for index in indexes for key in index._starts}
    assert looked or not marks
    assert not [key for key in looked if _mark("", key) not in marks]


@pytest.mark.parametrize("path", sorted(PAGES))
def test_a_reading_rests_on_no_english_name_of_a_person(path: str) -> None:
    lexicon = parse_lexicon({p: d for p, d in START.items() if "/lexicon/" in p})[0]
    raw = parse_source(path, PAGES[path])
    fixes = Corrections(add=(("person", "Joe Biden"),))
    whole, bare = analyze(raw, fixes, lexicon), analyze(raw, fixes, nameless(lexicon))
    assert any(person.id == "joe-biden" for person in bare.people)
    assert {person.en for person in bare.people if person.known} == {""}
    assert replace(bare, people=with_names(bare.people, lexicon)) == whole


def test_an_english_name_has_no_article_read_again() -> None:
    before, inputs, memo = laid(first()[1]), dict(START), dict(first()[0])
    path = "content/lexicon/people.toml"
    assert b'"Mustafa al-Kadhimi"' in inputs[path]
    inputs[path] = inputs[path].replace(b'"Mustafa al-Kadhimi"', b'"Mustafa Al-Kazimi"')
    after = compiled(inputs, memo, first()[1])
    assert after.library.shelf.abstracts == before.abstracts
    assert not [key for key in memo if len(key) == 33 and key[:1] in b"rm" and key not in first()[0]]
    named = [id for id in after.library.paths if b"Mustafa Al-Kazimi" in after.record(id)]
    assert named and not [id for id in after.library.paths if b"Mustafa al-Kadhimi" in after.record(id)]


def test_an_edit_leaves_articles_alone_that_cannot_name_it() -> None:
    inputs, before = dict(START), laid(first()[1]).abstracts
    inputs["content/lexicon/people-more.toml"] = toml(
        {"new-one": {"ar": "سامر النجار", "en": "Samir Najjar"}}
    )
    memo = dict(first()[0])
    compiled(inputs, memo, first()[1])
    read = [before[key[1:]].path for key in memo if key[:1] == b"m" and memo[key] is not first()[0].get(key)]
    assert sorted(read) == [
        "content/articles/harbour.txt",
        "content/articles/rain.txt",
    ]  # rain: no such person


def test_a_record_asked_for_by_id_touches_the_article() -> None:
    inputs = dict(START)
    inputs["content/lexicon/topics-more.toml"] = toml({"new-one": {"ar": "كلمة أخرى", "en": "Another word"}})
    again = compiled(inputs, dict(first()[0]), first()[1])
    assert answers(again) == answers(compiled(dict(inputs), {}, {}))
    assert any(hit.id == "new-one" for hit in again.library.entry("rain").reading.topics)


def record(id: str, ar: str, **more: object) -> Record:
    return Record(kind="person", id=id, ar=ar, en=id, **more)  # type: ignore[arg-type]


def test_order_counts() -> None:
    one, two, three = (record(id, id) for id in "abc")
    old = {("person", r.id): r for r in (one, two, three)}
    assert not Difference(old, {("person", r.id): r for r in (one, three)}).everything
    assert Difference(old, {("person", r.id): r for r in (two, one, three)}).everything


def test_a_lost_word_list_means_reading_again() -> None:
    shelf, answers = laid(first()[1]), Answers({})
    answers.note()
    assert not shelf.under((("content/lexicon/people.toml", b""),), answers).abstracts
    assert shelf.under(shelf.lexicon, answers) is shelf


def test_where_all_answers_are_lost_the_workers_read_and_finish_again() -> None:
    memo: dict[bytes, bytes] = {}
    before = compile_site(START, Options(), memo, quiet)
    sent: list[str] = []

    def spread(work: Callable[[A], B], values: Iterable[A], /) -> Iterator[B]:
        for value in values:
            sent.append(type(value).__name__)
            yield work(value)

    shelf = laid(dict(before.library.shelf.pieces(Shelf())))
    for held, jobs in ((memo, set[str]()), ({}, {"Job", "FinishJob"})):
        sent.clear()
        after = compile_site(START, Options(), held, quiet, shelf=shelf, spread=spread)
        assert set(sent) == jobs
        assert after.articles == before.articles
        assert sent.count("FinishJob") in (0, len(after.articles))
