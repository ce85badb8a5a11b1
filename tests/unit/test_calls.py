"""The count of calls that tells what a rule costs."""

from __future__ import annotations

import gc

from benchmarks.calls import calls

ARTICLES = [
    ("a.txt", "رئيس الوزراء يزور بغداد\n\nزار رئيس الوزراء محمد العلي بغداد يوم الأحد.".encode()),
    ("b.txt", "وزير الخارجية يصل إلى القاهرة\n\nوصل وزير الخارجية إلى القاهرة يوم الاثنين.".encode()),
]


def test_each_article_is_read_once_while_calls_are_counted() -> None:
    gc.freeze()  # as a build does
    counted = calls(ARTICLES)
    gc.unfreeze()
    assert counted["reading/analyze.py:analyze"] == counted["english/stub.py:write_english"] == 1
    assert counted["text/tokens.py:tokenize"] >= 1  # lines are parted anew
    assert "text/tokens.py:_keys" not in counted  # words are known by then
