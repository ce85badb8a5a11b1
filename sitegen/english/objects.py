"""What a verb is completed by: a phrase that may be told, or at least the sort of thing it is."""

from __future__ import annotations

from sitegen.english.borders import settled, solid
from sitegen.english.lookup import NP, lookup, qualities
from sitegen.english.noun_phrases import noun_phrase
from sitegen.english.tagging import Sentence


def object_phrase(s: Sentence, j: int, lead: str = "", *, strict: bool = False) -> NP | None:
    """Read the phrase at word `j`; where its words are not all understood, "a contract" of something.

    With `strict` nothing may be left out.
    """
    if j >= len(s.tokens):
        return None
    np = noun_phrase(s, j, lead)
    if np is not None and (found := settled(s, np, strict=strict)):
        return found
    return None if strict or (np and (np.parts > 1 or np.entity)) else _sort_of(s, j, lead)


def _sort_of(s: Sentence, j: int, lead: str) -> NP | None:
    """Read only a noun and the adjectives right after it, as one of its sort."""
    if not s.tokens[j].key.startswith(lead) or j in s.dates:
        return None
    hits = lookup(s, j, lead)
    for hit in hits:
        noun = hit.noun
        if hit.end < hits[0].end or noun.open or noun.proper or noun.mass or hit.owner or noun.link != "of":
            continue
        plain = NP(hit.end, noun.en, noun.kind, hit.definite, noun.plural, fem=noun.fem, loose=True)
        if not solid(plain):
            continue
        words, end = qualities(s, hit.end, plain)
        return plain._replace(en=f"{words} {noun.en}".strip(), end=end, definite=False)
    return None
