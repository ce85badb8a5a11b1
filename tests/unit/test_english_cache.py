"""What engines said: which sentences are asked for, how it is kept, when it is shown."""

from __future__ import annotations

import msgspec
import pytest

from sitegen.desk.formats import parse_source
from sitegen.desk.lexicon import parse_lexicon
from sitegen.english.cache import Translation, parse_cache, write_cache
from sitegen.english.draft import draft
from sitegen.english.editor import parse_editor
from sitegen.english.lead import lead
from sitegen.english.machine import chosen, machine_english
from sitegen.model import Corrections, Entry
from sitegen.pipeline import Options, compile_site
from sitegen.reading.analyze import analyze
from tests.worlds import ARTICLES, quiet

LEXICON, _ = parse_lexicon({})
HARBOUR = "content/articles/harbour.txt"
TRUE = {
    "A new harbour opens in the city of Salihiya",
    "Mayor Samer al-Najjar opened the new fishing harbour in the city of Salihiya on Tuesday.",
}


def article(name: str = "harbour"):  # type: ignore[no-untyped-def]
    raw = parse_source(HARBOUR, ARTICLES[name].encode())
    return analyze(raw, Corrections(), LEXICON).article


def said(*english: str, engine: str = "tiny") -> tuple[Translation, ...]:
    passages = lead(article(), len(english) - 1)
    return tuple(
        Translation(p.key, engine, "model", "ab" * 8, "", p.text, en)
        for p, en in zip(passages, english, strict=True)
    )


def entry(*files: tuple[str, bytes], settings: str = "") -> Entry:
    inputs = {HARBOUR: ARTICLES["harbour"].encode(), "content/site.toml": settings.encode(), **dict(files)}
    return compile_site(inputs, Options(), {}, quiet).library.entry("harbour")


def cached(*english: str, engine: str = "tiny") -> tuple[str, bytes]:
    return "content/english/cache/harbour.jsonl", write_cache(said(*english, engine=engine))


def test_the_lead_is_the_title_and_the_first_sentences() -> None:
    passages = lead(article(), 2)
    assert [(p.line, p.title) for p in passages] == [(1, True), (5, False), (7, False)]
    assert lead(article(), 0) == passages[:1]


def test_what_is_written_is_read_again() -> None:
    kept = said("One", "Two.")
    assert parse_cache("a.jsonl", write_cache(kept)) == (kept, ())
    assert write_cache(kept).count(b"\n") == 2


@pytest.mark.parametrize("line", [b"<<<<<<< HEAD", b"[]", b'{"key": "a"}', b"\xff", b'{"key": 1}'])
def test_a_line_that_cannot_be_read_is_a_warning_with_its_place(line: bytes) -> None:
    kept = said("One", "Two.")
    found, problems = parse_cache("a.jsonl", write_cache(kept[:1]) + line + b"\n" + write_cache(kept[1:]))
    assert found == kept
    assert [(str(p.where), p.severity) for p in problems] == [("a.jsonl:2", "warning")]


def test_true_sentences_are_shown_with_the_name_of_their_engine() -> None:
    english = entry(cached(*sorted(TRUE))).english
    assert english.headline.text == "A new harbour opens in the city of Salihiya"
    assert (english.engine, english.headline.layer) == ("tiny model", "tiny model")
    assert english.sentences[0].text.startswith("Mayor Samer")
    assert english.sentences[0].lines == (5,)
    assert not english.rejected


def test_a_false_sentence_is_dropped_and_facts_or_card_serve() -> None:
    without = entry().english
    english = entry(cached("Storm closes roads in Egypt", "Mayor Tom Henley opened 14 harbours.")).english
    assert (english.headline, english.sentences) == (without.headline, without.sentences)
    assert [r.sentence.text for r in english.rejected] == [
        "Storm closes roads in Egypt", "Mayor Tom Henley opened 14 harbours.",
    ]  # fmt: skip
    assert any(reason.startswith("place: Egypt") for reason in english.rejected[0].reasons)


def test_the_engine_that_is_named_counts_and_facts_leave_all_aside() -> None:
    both = (*said("Aaa", "Bbb.", engine="one"), *said("Ccc", "Ddd.", engine="two"))
    assert {t.en for t in chosen(both, "")} == {"Ccc", "Ddd."}
    assert {t.en for t in chosen(both, "one")} == {"Aaa", "Bbb."}
    assert chosen(both, "facts") == ()
    name, data = cached(*sorted(TRUE))
    assert entry((name, data), settings='english.engine = "facts"').english == entry().english


def test_a_changed_sentence_loses_its_translation() -> None:
    other = msgspec.structs.replace(said("One", "Two.")[1], key="0" * 32)
    assert machine_english(article(), [other], 3, LEXICON).sentences == ()


def test_an_editors_words_win() -> None:
    own = ("content/english/harbour.md", b"# My words [1]\n")
    english = entry(own, cached(*sorted(TRUE))).english
    assert (english.engine, english.headline.text, english.sentences) == ("editor", "My words", ())


def test_an_untouched_draft_changes_nothing_and_a_touched_one_wins() -> None:
    cache = cached(*sorted(TRUE))
    before = entry(cache)
    text = draft(before)
    assert "<!-- 1: افتتاح مرفأ جديد في مدينة الصالحية -->\n# A new harbour" in text
    path = "content/english/harbour.md"
    assert entry(cache, (path, text.encode())).english == before.english
    edited = text.replace("A new harbour", "The new harbour")
    after = entry(cache, (path, edited.encode())).english
    assert (after.engine, after.headline.text) == ("editor", "The new harbour opens in the city of Salihiya")
    assert not after.stale


def test_a_draft_of_hostile_arabic_stays_a_comment() -> None:
    hostile = (
        ARTICLES["harbour"]
        .replace("أمس", "أمس")
        .replace("مدينة الصالحية\n", "مدينة --> الصالحية <!-- نص --!>\n", 1)
    )
    inputs = {HARBOUR: hostile.encode()}
    made = compile_site(inputs, Options(), {}, quiet).library.entry("harbour")
    text = draft(made)
    assert parse_editor("a.md", text.encode()).untouched
    assert len(parse_editor("a.md", text.encode()).sentences) == len(made.english.sentences)
