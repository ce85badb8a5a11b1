"""Who does it: a phrase understood to its end, or "a company" where its name or description is not."""

from __future__ import annotations

from msgspec.structs import replace

from sitegen.english.borders import changed, quoted, whole
from sitegen.english.grammar import grammar, preposition
from sitegen.english.lookup import NP, Hit, head_of, lookup
from sitegen.english.noun_phrases import noun_phrase
from sitegen.english.qualities import adjective
from sitegen.english.sorts import sorts
from sitegen.english.tagging import Sentence
from sitegen.english.verbs import verb_form
from sitegen.text.fold import match_key

_FROM = match_key("من")
#: So many words of a name or a description are stepped over.
_NAME, _QUALITIES = 3, 3


def subject_phrase(s: Sentence, j: int) -> NP | None:
    """Read the subject at word `j`; `end` is where the sentence goes on."""
    np = noun_phrase(s, j)
    if np is not None and changed(s, np.end):
        return None
    np = _from(s, np) if np is not None else None
    if np is not None and (np.parts > 1 or np.entity or np.owner or whole(s, np)):
        return np
    return _sort_of(s, j) or np


def _from(s: Sentence, np: NP) -> NP:
    """Take in the country that people without a name are from: «علماء من روسيا»."""
    if np.kind != "person" or np.entity or np.parts > 1 or s.hard(np.end) or s.key(np.end) != _FROM:
        return np
    place = noun_phrase(s, np.end + 1)
    if place is None or not place.acts or place.parts > 1 or not whole(s, place):
        return np
    en = f"{np.full if np.proper else np.en} from {place.full}"
    return replace(np, en=en, end=place.end)


def _sort_of(s: Sentence, j: int) -> NP | None:
    """Read a noun, and step over a name or adjectives that are not known."""
    for hit, np in sorts(s, j):
        after = _past_quotes(s, np.end) or _past_qualities(s, np.end, np) or _past_name(s, np.end, hit)
        if after:
            return replace(np, end=after, definite=False)
    return None


def _past_quotes(s: Sentence, j: int) -> int:
    """Return the word after a name in quotation marks: «شركة “سيسكو”», 0 if none stands there."""
    if not quoted(s, j):
        return 0
    for end in range(j + 1, min(j + 6, len(s.tokens))):
        if quoted(s, end):
            return end
        if s.hard(end):
            return 0
    return 0


def _past_qualities(s: Sentence, j: int, np: NP) -> int:
    """Return the word after definite adjectives that are not known: «الكنائس الكاثوليكية»."""
    end = j
    if head_of(np.en) != np.en or np.kind == "person":
        return 0  # «مصدر في وزارة الخارجية الروسية»: the adjective may say which ministry
    while np.definite and end - j < _QUALITIES and not s.hard(end) and end not in s.entities:
        key = s.key(end)
        if (
            not key.startswith("ال")
            or len(key) < 5
            or changed(s, end)
            or key in grammar().boundaries
            or lookup(s, end, "")
        ):
            break
        end = (adjective(s, end, np) or (end + 1, None))[0]
    return end if end > j else 0


def _past_name(s: Sentence, j: int, hit: Hit) -> int:
    """Return the word after an unknown name of a company, a club, a town: «شركة سيجا …»."""
    end = j
    while hit.noun.wrapper and not hit.definite and end - j < _NAME and not s.hard(end):
        key = s.key(end)
        if key in grammar().boundaries or preposition(s, end) or lookup(s, end, "") or verb_form(key):
            break
        if end in s.dates or key[:1] in ("ي", "و", "ب", "ل"):
            break
        end += 1
    return end if end > j else 0
