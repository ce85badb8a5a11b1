"""What stands before a place of a line: the text of its sentence, the last word, a speaker as printed."""

from __future__ import annotations

from sitegen.english.words.tagging import Notes, Sentence, stretch
from sitegen.text.fold import match_key
from sitegen.text.sentences import split_sentences

_MARKS = ' "”“«»'


def sentence_before(known: Notes, line: int, at: int) -> str:
    """Return what stands before offset `at` of a raw line in its sentence, '' where no text holds it."""
    for piece in known.pieces.get(line, ()):
        if piece.start <= at <= piece.end:
            here = at - piece.start
            return piece.text[max((a for a, _ in split_sentences(piece.text) if a <= here), default=0) : here]
    return ""


def word_before(known: Notes, line: int, at: int) -> str:
    """Return the key of the word right before offset `at` of a raw line, '' if none stands there."""
    return match_key(sentence_before(known, line, at).rstrip(_MARKS).rsplit(" ", 1)[-1])


def last_printed(known: Notes, line: int, before: int, printed: str, until: int = 0) -> Sentence | None:
    """Return the words `printed` where they stand last before offset `before` of a line, None if nowhere.

    With `until` all words from there up to that offset.
    """
    for piece in reversed(known.pieces.get(line, ())) if printed else ():
        at = piece.text.rfind(printed, 0, max(before - piece.start, 0))
        if at >= 0:
            start = piece.start + at
            s = stretch(known, line, start, until or start + len(printed))
            return s if s and s.tokens else None
    return None
