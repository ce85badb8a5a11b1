"""Titles that tell a deed by its action noun: «اختتام دورة …» closing of a course (`english/titles.toml`)."""

from __future__ import annotations

from functools import cache

from sitegen import data
from sitegen.english.parts.adjuncts import adjuncts
from sitegen.english.parts.caution import conditional, doubted
from sitegen.english.parts.objects import object_phrase
from sitegen.english.phrases.phrase import HUMAN, NP
from sitegen.english.phrases.wants import fits
from sitegen.english.words import wording
from sitegen.english.words.led_rows import LedRow, by_first_word
from sitegen.english.words.tagging import Sentence

#: A deed to fewer words tells nothing.
_LEAST = 4


@cache
def _deeds() -> dict[str, tuple[LedRow, ...]]:
    return by_first_word(
        (ar, entry.get("want", "t"), entry["en"])
        for entry in data.table("english/titles")["deed"]
        for ar in entry["ar"]
    )


def read_deed(s: Sentence, start: int = 0) -> str:
    """Return a headline of a deed and what it is done to, though the title says more, '' for any other.

    It is read from word `start` on.
    """
    if start >= len(s.tokens) or conditional(s, 0) or doubted(s):
        return ""
    for deed in _deeds().get(s.keys[start], ()):
        j = start + 1 + len(deed.rest)
        if not s.follows(start + 1, deed.rest) or s.hard(j) or not s.key(j).startswith(deed.lead):
            continue
        to = object_phrase(s, j, deed.lead)
        if to is None or to.owner or not _may_be(to, deed):
            continue
        more = adjuncts(s, to.end)
        text = f"{deed.english} {to.full} {more.words}".strip()
        if len(text.split()) > _LEAST:
            return wording.upper_first(text)
    return ""


def _may_be(to: NP, deed: LedRow) -> bool:
    """Say whether a deed is done to `to`, and not by it: «منع الحكومة …», «رفض الوزير …»."""
    somebody = (to.kind in HUMAN and deed.want == "t") or to.acts
    return not somebody and fits(to, deed.want)
