"""Completed verbs, and those that need no object: they are told by where, how or by how much."""

from __future__ import annotations

from msgspec import Struct

from sitegen.english.parts.amounts import amount, tally, traded
from sitegen.english.parts.extras import rests, setting
from sitegen.english.phrases.inflection import its, whose
from sitegen.english.phrases.phrase import NP
from sitegen.english.phrases.wants import fits
from sitegen.english.words.adjectives import adjectives
from sitegen.english.words.adverbs import NEVER, When, skip
from sitegen.english.words.grammar import grammar
from sitegen.english.words.tagging import Sentence
from sitegen.english.words.verbs import Frame


class Done(Struct, frozen=True, gc=False):
    """A completed verb: its English forms and the words after them."""

    end: int
    verb: tuple[str, str, str]
    rest: str
    when: When = NEVER
    negated: bool = False


def intransitive(s: Sentence, j: int, frame: Frame, subject: NP) -> Done | None:
    """Complete a verb that needs nothing more: by a place, by how much (some must have it), or not at all."""
    level = frame.kind == "level"
    tolled = fits(subject, "tallies") and frame.kind in ("amount", "level")
    if found := traded(s, j, level=level) or (tally(s, j, level=level) if tolled else None):
        end, words = found
        if frame.kind == "at":  # «استقر عند 1.31»: at it, not by it
            if not words.startswith("to "):
                return None
            words = f"at {words[3:]}"
        end, where, when = setting(s, end, whose(subject))
        return Done(end, frame.verb, f"{words} {where}".strip(), when)
    if frame.kind not in ("0", "at"):
        return None
    end, where, when = setting(s, j, whose(subject))
    where = its(where, subject)
    return Done(end, frame.verb, where, when) if where or rests(s, j) else None


def goes_on(s: Sentence, j: int, frame: Frame) -> bool:
    """Say whether an adjective stands behind the words of a frame: «مستوى قياسيا منخفضا»، «على تراجع حاد»."""
    object_on = s.key(j).endswith("ا")
    if not frame.words or s.hard(j) or object_on != frame.words[-1].endswith("ا"):
        return False
    return object_on or (_shifts(frame) and s.key(j) in adjectives())


def by_words(s: Sentence, j: int, frame: Frame, subject: NP) -> Done:
    """Complete a verb that asks for nothing behind the words of its frame but by how much and where."""
    end, text = (amount(s, j) if _shifts(frame) else None) or (j, "")
    if frame.verb[0].startswith("close "):  # «أغلق مرتفعا عند 11000 نقطة»
        text = f"at {text[3:]}" if text.startswith("to ") else text
    after, where, when = setting(s, end, whose(subject))
    if where.startswith("in "):  # «عفا عن قاتل ابنه في المدينة»: who was killed there?
        return Done(end, frame.verb, text, skip(s, end)[1])
    return Done(after, frame.verb, f"{text} {its(where, subject)}".strip(), when)


def _shifts(frame: Frame) -> bool:
    return frame.verb[0].partition(" ")[0] in grammar().sorts["shifting"]
