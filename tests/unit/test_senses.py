"""The tables that tell the senses of nouns: desks and topics that exist, and what they do to a noun."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from sitegen import data
from sitegen.english.words.desks import TOPIC, senses
from sitegen.english.words.nouns import nouns
from sitegen.english.words.senses import meant
from sitegen.english.words.tagging import notes, sentences
from sitegen.text.fold import match_key
from tests.unit.english_cast import reading_of


def _listed() -> Iterator[str]:
    """Yield what stands in the lists: words, names of desks and of topics."""
    table = data.table("english/senses")
    for name in ("beside", "throughout", "only_with"):
        for words in table[name].values():
            yield from words
    for others in table["instead"].values():
        for words in others.values():
            yield from words


def test_every_desk_is_there_and_asked_for() -> None:
    asked = {word[1:] for word in _listed() if word.startswith("@")}
    assert asked <= data.table("english/senses")["desks"].keys()


def test_every_topic_is_a_general_one() -> None:
    asked = {word[1:] for word in _listed() if word.startswith(TOPIC)}
    assert asked <= data.table("lexicon/topics").keys()


def test_no_desk_holds_a_word_twice() -> None:
    for name, words in data.table("english/senses")["desks"].items():
        assert len(set(words)) == len(words), name


def test_a_desk_stands_for_its_words() -> None:
    assert match_key("محكمة") in senses().beside["resumption"]
    assert match_key("محكمة") in senses().instead["issues"][0].words


@pytest.mark.parametrize(
    ("word", "text", "topic", "english"),
    [
        ("قضايا", "بحث الوزراء قضايا عدة", "", "issues"),
        ("قضايا", "نظرت المحكمة في قضايا عدة", "", "cases"),
        ("قضايا", "وبمحاكم العاصمة قضايا عدة", "", "cases"),  # with what is glued to it
        ("استئناف", "بحث الوزراء استئناف المفاوضات", "", "resumption"),
        ("استئناف", "رفضت المحكمة استئناف القرار", "", None),
        ("تسديد", "أعلن البنك تسديد المبلغ", "", "payment"),
        ("تسديد", "أتقن الكثير تسديد المبلغ", "sport", None),
    ],
)
def test_a_noun_is_meant_as_its_sentence_tells(word: str, text: str, topic: str, english: str | None) -> None:
    article = reading_of(text)[0].article
    sentence = next(iter(sentences(article, notes(article, (), ()), 1)))
    if topic:
        sentence = replace(sentence, topics=frozenset([f"{TOPIC}{topic}"]))
    form = next(form for form in nouns(match_key(word)) if not form.rest)
    noun = meant(sentence, form.noun)
    told = noun and (noun.many if english and english.endswith("s") and noun.plural else noun.en)
    assert told == english
