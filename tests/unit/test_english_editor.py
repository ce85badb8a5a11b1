"""The editor's English: read strictly, it wins, and it says when the Arabic has changed since."""

from __future__ import annotations

import pytest

from sitegen.english.editor import parse_editor
from sitegen.english.stub import write_english
from sitegen.errors import SourceError
from tests.unit.english_cast import LEXICON, PUBLISHED, reading_of

GOOD = """+++
source = "aa11"
author = "Desk"
+++
<!-- Arabic line 2:
زار الكاظمي بغداد
-->
# Kadhimi in Baghdad [1]

He came on Monday. [2]
He left again.
"""


def test_the_editors_words_win_over_facts() -> None:
    reading, dates = reading_of("زار الكاظمي بغداد.", "الكاظمي في بغداد")
    english = write_english(
        reading, PUBLISHED, dates, LEXICON, parse_editor("en/a.md", GOOD.encode()), digest="aa11"
    )
    assert (english.headline.text, english.headline.lines) == ("Kadhimi in Baghdad", (1,))
    assert [(s.text, s.lines, s.layer) for s in english.sentences] == [
        ("He came on Monday.", (2,), "editor"),
        ("He left again.", (2,), "editor"),
    ]
    assert (english.engine, english.stale) == ("editor", False)


def test_a_changed_article_makes_it_stale() -> None:
    reading, dates = reading_of("زار الكاظمي بغداد.")
    text = parse_editor("en/a.md", GOOD.encode())
    assert write_english(reading, PUBLISHED, dates, LEXICON, text, digest="bb22").stale


def test_without_a_source_nothing_is_stale() -> None:
    reading, dates = reading_of("زار الكاظمي بغداد.")
    text = parse_editor("en/a.md", b"# Only a headline\n")
    english = write_english(reading, PUBLISHED, dates, LEXICON, text, digest="bb22")
    assert not english.stale
    assert english.headline.lines == (2,)


@pytest.mark.parametrize(
    ("data", "what", "line"),
    [
        (b"Just a sentence.\n", "there is no headline", 1),
        (b"# One\n# Two\n", "a second headline", 2),
        (b"+++\nsource = 1\n# One\n", "the head is not closed", 1),
        (b"+++\nsource = \n+++\n# One\n", "not valid TOML", 1),
        (b"+++\nsorce = 'x'\n+++\n# One\n", "unknown key sorce", 1),
        (b"# One\n\xff\n", "not UTF-8", 2),
        (b"", "there is no headline", 1),
        (b"#   \nText\n", "there is no headline", 1),
    ],
)
def test_a_broken_file_says_where(data: bytes, what: str, line: int) -> None:
    with pytest.raises(SourceError) as caught:
        parse_editor("english/a.md", data)
    assert what in caught.value.problem.what
    assert caught.value.problem.where is not None
    assert (caught.value.problem.where.path, caught.value.problem.where.line) == ("english/a.md", line)
    assert caught.value.problem.hint
