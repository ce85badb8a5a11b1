"""Titles of works in quotation marks: what is named inside them is of no news."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.reading.names.cues import parts
from sitegen.text.tokens import Token, stem_keys

_OPENING, _CLOSING = ('"', "«", "“"), ('"', "»", "”")


def opened_at(line: str, start: int) -> int:
    """Return where the quotation mark stands that is open at offset `start`, -1 where none is.

    >>> opened_at('فيلم "الطريق إلى إيلات"', 18), opened_at('"فيلم" إيلات', 7)
    (5, -1)
    """
    at = max([line.rfind(mark, 0, start) for mark in _OPENING])
    if at < 0 or any(mark in line[at + 1 : start] for mark in _CLOSING):
        return -1
    return -1 if line[at] == _OPENING[0] and line.count(_OPENING[0], 0, at) % 2 else at


def in_work(line: str, tokens: Sequence[Token], start: int) -> bool:
    """Say whether offset `start` lies in the title of a film, a book or a song: «فيلم "الطريق إلى إيلات"».

    >>> from sitegen.text.tokens import tokenize
    >>> line = 'بعد مسلسل "فرقة ناجي عطا الله" قال "نحن في لبنان"'
    >>> in_work(line, tokenize(line), 16), in_work(line, tokenize(line), 45)
    (True, False)
    """
    at = opened_at(line, start)
    if at < 0:  # as most do not
        return False
    if _is_somebodys(line, tokens, start):
        return True
    i = next((i for i in range(len(tokens) - 1, -1, -1) if tokens[i].end <= at), -1)
    while i > 0 and tokens[i].key in parts().entitled:
        i -= 1
    return i >= 0 and not stem_keys(tokens[i].key).isdisjoint(parts().works)


def _is_somebodys(line: str, tokens: Sequence[Token], start: int) -> bool:
    """Say whether who made a work stands behind the marks: «و"مترو حلب" للكاتبة فلانة»."""
    closes = [at for mark in _CLOSING if (at := line.find(mark, start)) >= 0]
    end = min(closes, default=len(line))
    behind = next((token for token in tokens if token.start > end), None)
    return behind is not None and behind.start <= end + 2 and behind.key in parts().makers
