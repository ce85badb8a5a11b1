"""The index of words carried from build to build is the index made anew."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.site.article_words import ArticleWords, Findable
from sitegen.site.postings import numbers, posted
from sitegen.site.word_index import WordIndex, Words, decode_index, updated

some = st.lists(st.sampled_from(["عراق", "وفد", "بيان", "فيصل", "iraq"]), unique=True).map(" ".join)
article = st.builds(ArticleWords, st.builds(Findable, some, some), st.builds(Findable, some, some), some)
site = st.dictionaries(st.sampled_from([f"{n:02}" for n in range(60)]), article, min_size=20)


def source(now: dict[str, ArticleWords], before: dict[bytes, ArticleWords]) -> Words:
    return Words(lambda id: repr(now[id]).encode(), now.__getitem__, before.get)


def keyed(index: WordIndex) -> object:
    return index.articles, index.ar, index.en, index.own


@settings(max_examples=60, deadline=None)
@given(site, st.lists(st.tuples(st.integers(0, 70), st.one_of(st.none(), article)), max_size=4))
def test_an_index_carried_over_is_the_one_made_anew(
    articles: dict[str, ArticleWords], edits: list[tuple[int, ArticleWords | None]]
) -> None:
    before: dict[bytes, ArticleWords] = {}
    index = WordIndex()
    for place, words in [(0, articles.get("00")), *edits]:
        if words is None:
            articles.pop(f"{place:02}", None)
        else:
            articles[f"{place:02}"] = words
        ids = sorted(articles)
        index = updated(decode_index(index.encode()), ids, source(articles, before))
        assert keyed(index) == keyed(updated(WordIndex(), ids, source(articles, {})))
        before |= {repr(each).encode(): each for each in articles.values()}


def test_only_what_changed_is_asked_for() -> None:
    words = {f"{n:02}": ArticleWords(Findable(f"k{n}", "all"), Findable("", ""), "") for n in range(40)}
    index = updated(WordIndex(), sorted(words), source(words, {}))
    old = {repr(words["07"]).encode(): words["07"]}
    words["07"] = ArticleWords(Findable("k7", "new"), Findable("", ""), "new")
    keys = {id: repr(each).encode() for id, each in words.items()}
    only = {"07": words["07"]}
    index = updated(index, sorted(words), Words(keys.__getitem__, only.__getitem__, old.__getitem__))
    assert index.ar["new"] == ("", posted([7])) and index.own == {"new": 1}
    assert numbers(index.ar["all"][1]) == [n for n in range(40) if n != 7]


@pytest.mark.parametrize("data", [b"", b"garbled", WordIndex((b"a",)).encode()[:-1]])
def test_a_garbled_index_is_an_empty_one(data: bytes) -> None:
    assert keyed(decode_index(data)) == keyed(WordIndex())


@given(st.sets(st.integers(0, 200_000)).map(sorted))
def test_numbers_are_read_back(found: list[int]) -> None:
    assert numbers(posted(found)) == found
