"""What somebody is sentenced to, «بالسجن ثلاث سنوات», and how long he is held."""

from __future__ import annotations

import re

from sitegen.english.phrases.edges import closed, glued
from sitegen.english.phrases.noun_phrases import noun_phrase
from sitegen.english.words.grammar import gloss, grammar, small
from sitegen.english.words.tagging import Sentence
from sitegen.text.fold import match_key

#: What stands in a frame of `verbs.txt` for any penalty.
PENALTY = match_key("عقوبة")
#: The same for how long somebody is held: «15 يوما على ذمة التحقيق».
CUSTODY = match_key("ذمة")
#: The same for death behind whom a court ordered to be executed.
DEATH = match_key("موت")
_HANGED = match_key("شنقا")
_FOR = match_key("لمدة")
_SPAN = "…"
_TERM = re.compile(r"\b(?:hours?|days?|months?|years?)\Z")


def penalty(s: Sentence, j: int) -> tuple[str, int]:
    """Return the penalty at word `j` in English and its end, '' and `j` where none is understood."""
    found = None if s.hard(j) else gloss(grammar().penalties, s, j, s.key(j))
    if found is None:
        return "", j
    end, english = found
    if _SPAN in english:
        so_long = s.key(end) in small("so_long") and not s.hard(end)
        end += so_long
        span = None if s.hard(end) else noun_phrase(s, end)
        if (
            span is None
            or span.kind != "measure"
            or span.definite
            or not (span.parts > 1 or span.plural or so_long)
        ):
            return "", j
        end, english = span.end, english.replace(_SPAN, span.full)
    if more := (None if s.hard(end) else gloss(grammar().suspended, s, end, s.key(end))):
        return f"{english}{more[1]}", more[0]
    return (english, end) if closed(s, end) or glued(s, end) else ("", j)


def executed(s: Sentence, j: int) -> tuple[str, int]:
    """Return to what death somebody is sentenced whose execution was named before word `j`, and its end."""
    hanged = not s.hard(j) and s.key(j) == _HANGED
    return "to death by hanging" if hanged else "to death", j + hanged


def custody(s: Sentence, j: int) -> tuple[str, int]:
    """Return how long somebody is held and until what, for 15 days pending investigation, and its end."""
    start = j + (not s.hard(j) and s.key(j) == _FOR)
    span = None if s.hard(start) else noun_phrase(s, start)
    term = span is not None and span.kind == "measure" and not span.definite and _TERM.search(span.full)
    end, words = (span.end, f"for {span.full}") if span and term else (j, "")
    pending = None if s.hard(end) else gloss(grammar().pending, s, end, s.key(end))
    end, why = pending or (end, "")
    text = f"{words} {why}".strip()
    return (text, end) if text and (closed(s, end) or glued(s, end)) else ("", j)
