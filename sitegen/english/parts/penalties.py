"""What somebody is sentenced to: «بالسجن ثلاث سنوات» to 3 years in prison."""

from __future__ import annotations

from sitegen.english.phrases.edges import closed, glued
from sitegen.english.phrases.noun_phrases import noun_phrase
from sitegen.english.words.grammar import gloss, grammar
from sitegen.english.words.tagging import Sentence
from sitegen.text.fold import match_key

#: What stands in a frame of `verbs.txt` for any penalty.
PENALTY = match_key("عقوبة")
_FOR = match_key("لمدة")
_SPAN = "…"


def penalty(s: Sentence, j: int) -> tuple[str, int]:
    """Return the penalty at word `j` in English and its end, '' and `j` where none is understood."""
    found = None if s.hard(j) else gloss(grammar().penalties, s, j, s.key(j))
    if found is None:
        return "", j
    end, english = found
    if _SPAN in english:
        end += s.key(end) == _FOR and not s.hard(end)
        span = None if s.hard(end) else noun_phrase(s, end)
        if span is None or span.kind != "measure" or span.definite or (span.parts < 2 and not span.plural):
            return "", j
        end, english = span.end, english.replace(_SPAN, span.full)
    if more := (None if s.hard(end) else gloss(grammar().suspended, s, end, s.key(end))):
        return f"{english}{more[1]}", more[0]
    return (english, end) if closed(s, end) or glued(s, end) else ("", j)
