"""What may stand behind a deed and its object: where, what for, and in response to what."""

from __future__ import annotations

from sitegen.english.borders import whole
from sitegen.english.grammar import grammar, preposition
from sitegen.english.noun_phrases import noun_phrase
from sitegen.english.tagging import Sentence

_POINTING = ("this ", "these ", "that ", "those ")


def tail(s: Sentence, end: int) -> tuple[int, str]:
    """Take in where and what for: «في بغداد»، «لمناقشة الانسحاب»."""
    words = []
    if place := place_phrase(s, end):
        end, text = place
        words.append(text)
    purpose = noun_phrase(s, end, "ل") if not s.hard(end) and s.key(end)[:1] == "ل" else None
    if purpose and purpose.infinitive and whole(s, purpose):
        end = purpose.end
        words.append(f"to {purpose.infinitive}")
    return end, " ".join(words)


def reason(s: Sentence, j: int) -> tuple[int, str] | None:
    """Read «ردا على …»، «انتقاما ل…» at word `j`: its end and words, no words where it is not understood."""
    found = None if s.hard(j) else grammar().reasons.get(s.key(j))
    if found is None:
        return None
    prep, english = found
    if len(prep) > 1 and preposition(s, j + 1) != prep:
        return None
    first, lead = (j + 2, "") if len(prep) > 1 else (j + 1, prep)
    np = None if s.hard(first) else noun_phrase(s, first, lead)
    if np is None or np.owner or np.full.startswith(_POINTING) or not whole(s, np):
        return j, ""
    return np.end, f"{english} {np.full}"


def place_phrase(s: Sentence, j: int) -> tuple[int, str] | None:
    """Read «في» and a place."""
    if s.hard(j) or s.tokens[j].light != "في":
        return None
    np = noun_phrase(s, j + 1) if not s.hard(j + 1) else None
    return (np.end, f"in {np.full}") if np and np.kind == "place" and not np.owner and whole(s, np) else None
