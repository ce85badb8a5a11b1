"""A noun told as one of its sort («an agreement») where what defines it is not understood."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from sitegen.english.phrases.borders import solid
from sitegen.english.phrases.phrase import NP
from sitegen.english.phrases.qualities import qualities
from sitegen.english.words.lookup import Hit, lookup
from sitegen.english.words.nouns import possessed
from sitegen.english.words.tagging import Sentence


def sorts(s: Sentence, j: int, lead: str = "") -> Iterator[tuple[Hit, NP]]:
    """Yield each reading of word `j` as a solid noun with the adjectives right after it, indefinite.

    Names, masses and nouns that need more words to mean anything have none.
    """
    if j >= len(s.tokens) or j in s.dates or not s.tokens[j].key.startswith(lead):
        return
    hits = lookup(s, j, lead)
    for hit in hits:
        noun = hit.noun
        if hit.end < hits[0].end or noun.open or noun.proper or noun.mass or hit.owner or noun.link != "of":
            continue
        plain = NP(hit.end, noun.en, noun.kind, hit.definite, noun.plural, fem=noun.fem, loose=True)
        if solid(plain):
            words, end = qualities(s, hit.end, plain)
            whose = not s.hard(end) and (end in s.entities or bool(lookup(s, end, "")))
            if noun.verb and whose and not (words or hit.definite or hit.alone):
                continue  # «انتخاب فلان رئيسا»: electing him, no election
            if noun.plural and not (words or hit.definite or hit.alone) and _owned(s, end):
                continue  # «خدمات مدافعه»: his, not any
            yield hit, replace(plain, en=f"{words} {noun.en}".strip(), end=end)


def _owned(s: Sentence, j: int) -> bool:
    """Say whether a noun with a pronoun stands at word `j`."""
    return not s.hard(j) and bool(possessed(s.key(j))) and not s.tokens[j].text.endswith("ة")
