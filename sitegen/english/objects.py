"""What a verb is completed by: a phrase that may be told, or at least the sort of thing it is."""

from __future__ import annotations

from sitegen.english.borders import changed, picks, settled, whole
from sitegen.english.grammar import grammar
from sitegen.english.lookup import HUMAN, NP
from sitegen.english.noun_phrases import noun_phrase
from sitegen.english.sorts import sorts
from sitegen.english.tagging import Sentence
from sitegen.english.verbs import verb_form


def object_phrase(s: Sentence, j: int, lead: str = "", *, strict: bool = False, link: str = "") -> NP | None:
    """Read the phrase at word `j`; where its words are not all understood, "a contract" of something.

    With `strict` nothing may be left out.  The preposition `link` begins what the verb asks for besides.
    """
    if j >= len(s.tokens):
        return None
    np = noun_phrase(s, j, lead)
    if np is not None and (done := _made_by(s, np, strict=strict)):
        return done
    if np is not None and (found := settled(s, np, strict=strict, taken=link)):
        return found
    return None if strict or (np and (np.parts > 1 or np.entity)) else _sort_of(s, j, lead)


def _made_by(s: Sentence, np: NP, *, strict: bool) -> NP | None:
    """Take in who did it: «الهجمات التي شنتها إسرائيل» the attacks launched by Israel."""
    j = np.end
    if not np.definite or np.entity or s.hard(j) or s.key(j) not in grammar().relatives or s.hard(j + 1):
        return None
    key = s.key(j + 1)
    stem = next((key[: -len(end)] for end in ("ها", "هم", "ه") if key.endswith(end)), "")
    form = verb_form(stem) if len(stem) > 2 else None
    by = noun_phrase(s, j + 2) if form and not s.hard(j + 2) else None
    if form is None or by is None or by.owner or not (by.kind in HUMAN or by.acts) or not whole(s, by):
        return None
    done = (v.en[2] for v in form.verbs if any(f.kind == "o" for f in v.frames) and not v.speech)
    word = next(done, "")
    found = settled(s, np._replace(end=by.end), strict=strict) if word and " " not in word else None
    return found._replace(en=f"{found.en} {word} by {by.full}") if found else None


def _sort_of(s: Sentence, j: int, lead: str) -> NP | None:
    """Read only a noun and the adjectives right after it, as one of its sort."""
    found = next(sorts(s, j, lead), None)
    return found[1]._replace(definite=False) if found and not _cut(s, found[1]) else None


def _cut(s: Sentence, np: NP) -> bool:
    """Say whether a noun by itself would be another thing: a planned one, the first of many, any official."""
    return changed(s, np.end) or picks(np) or np.kind == "person"
