"""Who is quoted stands beside the paragraph that holds the words, and once in the margin with all lines."""

from __future__ import annotations

from sitegen.site.views import BlockView, QuoteView, Run
from sitegen.web.anchors import Anchored, quoted
from tests.faces import SALMA, UNKNOWN, article_view

BLOCKS = (
    BlockView(
        "body",
        (5,),
        (
            Run("وقالت "),
            Run("سلمى", SALMA),
            Run(': "بدأ العمل" ثم "انتهى العمل"'),
        ),
    ),
    BlockView("body", (6,), (Run("لا كلام هنا"),)),
)
QUOTES = (
    QuoteView("بدأ العمل", 5, SALMA, "الوزيرة"),
    QuoteView("انتهى العمل", 5, SALMA, "سلمى"),
    QuoteView("كلام آخر", 6, UNKNOWN),  # its words are not in the block
    QuoteView("لا", 9, None, ""),
)


def test_a_paragraph_names_each_of_its_speakers_once() -> None:
    view = article_view(blocks=BLOCKS, quotes=QUOTES)
    voices = [[said.speaker for said in voices] for _, _, _, voices in Anchored(view).blocks(view)]
    assert voices == [[SALMA], []]


def test_all_who_are_quoted_are_listed_with_their_lines() -> None:
    rows = quoted(article_view(quotes=QUOTES))
    assert [(said.speaker, lines) for said, lines in rows] == [(SALMA, [5]), (UNKNOWN, [6]), (None, [9])]
