"""What a verb is completed by: a phrase that may be told, or at least the sort of thing it is."""

from __future__ import annotations

from msgspec.structs import replace

from sitegen.english.adjuncts import Adjuncts, adjuncts
from sitegen.english.amounts import span
from sitegen.english.borders import changed, picks, settled, whole
from sitegen.english.grammar import grammar
from sitegen.english.lookup import HUMAN, NP
from sitegen.english.noun_phrases import noun_phrase
from sitegen.english.sorts import sorts
from sitegen.english.tagging import Sentence
from sitegen.english.verbs import verb_form


def object_phrase(  # noqa: PLR0913 - where, behind what, how strictly, and what belongs to the verb
    s: Sentence, j: int, lead: str = "", *, strict: bool = False, link: str = "", but: str = ""
) -> NP | None:
    """Read the phrase at word `j`; where its words are not all understood, "a contract" of something.

    With `strict` nothing may be left out.  The preposition `link` begins what the verb asks for besides, the
    preposition `but` what it may ask for.
    """
    if j >= len(s.tokens):
        return None
    np = noun_phrase(s, j, lead)
    if np is not None and (done := _made_by(s, np, strict=strict)):
        return done
    if np is not None:
        found = settled(s, np, strict=strict, taken=link)
        if found and not found.loose:
            return found
        if longer := _with_adjuncts(s, np, strict=strict, but=but):
            return longer
        if found:
            return found
    return None if strict or (np and (np.parts > 1 or np.entity)) else _sort_of(s, j, lead)


def _with_adjuncts(s: Sentence, np: NP, *, strict: bool, but: str) -> NP | None:
    """Take in where, when and what for, where a phrase is not whole without: «أكبر تليسكوب للبحث عن …»."""
    if np.entity is not None or changed(s, np.end):
        return None
    since = span(s, np.end) if picks(np) else None  # «أكبر خسارة منذ عامين»: in two years
    more = Adjuncts(*since) if since else adjuncts(s, np.end, but=but, last=np.kind)
    if not more.words:
        return None
    infinitive = f"{np.infinitive} {more.words}" if np.infinitive else ""
    longer = replace(np, end=more.end, en=f"{np.en} {more.words}", infinitive=infinitive, args=())
    found = settled(s, longer, strict=strict)
    return None if found is None or found.loose else found


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
    found = settled(s, replace(np, end=by.end), strict=strict) if word and " " not in word else None
    return replace(found, en=f"{found.en} {word} by {by.full}") if found else None


def _sort_of(s: Sentence, j: int, lead: str) -> NP | None:
    """Read only a noun and the adjectives right after it, as one of its sort."""
    found = next(sorts(s, j, lead), None)
    return replace(found[1], definite=False) if found and not _cut(s, found[1]) else None


def _cut(s: Sentence, np: NP) -> bool:
    """Say whether a noun by itself would be another thing: a planned one, the first of many, any official."""
    return changed(s, np.end) or picks(np) or np.kind == "person"
