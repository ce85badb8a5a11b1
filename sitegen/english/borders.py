"""Where a noun phrase ends: what cannot belong to it any more."""

from __future__ import annotations

from sitegen.english.grammar import grammar, preposition
from sitegen.english.lookup import NP, lookup
from sitegen.english.tagging import Sentence
from sitegen.english.verbs import verb_form
from sitegen.model import Entity


def whole(s: Sentence, np: NP) -> bool:
    """Say whether nothing after `np` can still belong to it."""
    j = np.end
    if s.hard(j) or j in s.dates or s.key(j) in grammar().boundaries or preposition(s, j):
        return True
    word = s.tokens[j].light
    if np.kind == "org" and np.entity is None and word.startswith("لل"):
        return False  # «المنظمة العربية للسياحة»: the name goes on
    if word[:1] in "وف" and len(word) > 3 and (word[1:] in grammar().boundaries or verb_form(s.key(j)[1:])):
        return True
    if np.definite or np.proper:
        same = any(isinstance(k.value, Entity) and k.value.kind == np.kind for k in s.entities.get(j, ()))
        return not word.startswith("ال") and not same
    if verb_form(s.key(j)) is not None or (len(word) > 3 and word[:1] in "وبل" and word[1:3] == "ال"):
        return True
    return _prefixed(s, j) or _relative_verb(s.key(j))


def _prefixed(s: Sentence, j: int) -> bool:
    """Say whether word `j` is a known noun behind ل or ب and no noun by itself: «لاستخدام …»."""
    letter = s.key(j)[:1]
    return letter in ("ل", "ب") and not lookup(s, j, "") and bool(lookup(s, j, letter))


def _relative_verb(key: str) -> bool:
    """Say whether a word is a known verb with a pronoun behind it: «تديره»."""
    stem = next((key[: -len(end)] for end in ("ها", "هم", "ه") if key.endswith(end)), "")
    form = verb_form(stem) if len(stem) > 2 else None
    return form is not None and form.tense == "present"


def enough(s: Sentence, np: NP) -> bool:
    """Say whether `np` is true without the describing word that follows and is not known.

    «القوات …ية» are forces whatever the adjective says; a person is not named by half a title.
    """
    if whole(s, np):
        return True
    if np.kind not in ("event", "thing", "org") or np.entity or s.hard(np.end):
        return False
    if np.definite and s.tokens[np.end].light.startswith("ال"):
        return not np.proper and not lookup(s, np.end, "") and np.end not in s.entities and np.kind != "org"
    return np.alone and verb_form(s.key(np.end)) is None
