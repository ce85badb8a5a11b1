"""What hangs on a noun by «ل» or «ب»: of whom it is, whom it is for, where it happens."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from sitegen.english.phrases.borders import whole
from sitegen.english.phrases.phrase import HUMAN, NP, Reader, bare_deed, head_of
from sitegen.english.phrases.wants import fits
from sitegen.english.words.grammar import grammar
from sitegen.english.words.nouns import Noun
from sitegen.english.words.tagging import Sentence, is_place
from sitegen.english.words.word_forms import singular


def by_letter(s: Sentence, j: int, preps: Mapping[str, str], np: NP, read: Reader) -> str | None:
    """Return the English of «ل» or «ب» at the head of word `j`, "" for none, None where none may be told."""
    prep = s.key(j)[:1]
    if prep not in ("ل", "ب"):
        return ""
    if preps.get(prep):
        return preps[prep]
    if prep == "ب" and _happens(np) and (where := read(s, j, prep)) and where.kind == "place":
        return "in"  # «انفجار بالقاهرة»
    if prep == "ب" and _part_of_a_body(s, j, np, read):
        return "of"
    if np.kind == "person" and np.definite and not np.plural:
        if s.key(j) in grammar().penalties:
            return None  # «الحكم على الرئيس السابق بالسجن»: he was none in prison
        post = read(s, j, prep) if prep == "ل" else None
        if post and fits(post, "sought"):
            return None  # «ترشيح الوزير السابق للرئاسة»: for it
        if prep == "ل" and (any(map(is_place, s.entities.get(j, ()))) or np.en.endswith(" minister")):
            return None  # «زيارة البابا للعراق»، «زيارة وزير الصحة لمستشفيات المدينة»: neither is of that
        return "of" if prep == "ل" else "in"
    realm = np.en in grammar().sorts["realms"]  # «منتخب المملكة لكرة اليد»: the team is for it
    return "for" if np.kind == "org" and np.entity is None and prep == "ل" and not realm else ""


def _part_of_a_body(s: Sentence, j: int, np: NP, read: Reader) -> bool:
    """Say whether word `j` tells of whom a body is a part: «المركز الإعلامي بالنادي الأهلي»."""
    body = np.kind == "org" and np.entity is None and np.definite and not (np.whole or np.owner)
    whole_of = read(s, j, "ب") if body else None
    if whole_of is None or whole_of.kind != "org" or fits(whole_of, "gangs"):
        return False
    return whole_of.definite or fits(whole_of, "schools")  # «كلية الطب بجامعة الأزهر»


def _happens(np: NP) -> bool:
    """Say whether a phrase is of what happens or is held in a place."""
    if np.kind != "event":
        return False
    head = head_of(np.en).rsplit(" ", 1)[-1]
    return not _happenings().isdisjoint((head, singular(head)))


@cache
def _happenings() -> frozenset[str]:
    sorts = (grammar().sorts[sort] for sort in ("struck", "gatherings", "fires", "befallen"))
    return grammar().happenings.union(*sorts)


def belonging(s: Sentence, j: int, noun: Noun, np: NP, read: Reader) -> tuple[int, str] | None:
    """Read «مواقع لحزب الله» sites of Hezbollah, «خفض كبير للأسعار» a big cut of the prices.

    What is for something, «حملة للتطعيم», is for it.
    """
    if np.definite or np.proper:
        return None
    sub = read(s, j, "ل")
    if sub is None or sub.owner or not whole(s, sub):
        return None
    if sub.mass and sub.kind == "event" and fits(np, "gangs"):
        return sub.end, f"involved in {sub.en}"  # «شبكة لتهريب البشر»
    if sub.infinitive:
        return None
    if sub.kind == "event" and fits(np, "aimed"):
        return None if bare_deed(sub) else (sub.end, f"for {sub.full}")
    if sub.kind in HUMAN and head_of(np.en).rsplit(" ", 1)[-1] in grammar().sorts["comings"]:
        return sub.end, f"of {sub.full}"  # «عودة مرتقبة لثلاثة وزراء»
    if (
        sub.definite
        and sub.plural
        and fits(np, "serving")
        and sub.kind in ("person", "thing")
        and not sub.entity
    ):
        return sub.end, f"for {sub.en}"
    somebody = sub.kind == "org" or sub.acts
    spot = np.kind == "place" or head_of(np.en).rsplit(" ", 1)[-1] in grammar().sorts["spots"]
    if spot and somebody and (sub.definite or sub.proper):
        return sub.end, f"of {sub.full}"
    deed = np.kind == "event" and noun.verb and noun.link == "of" and noun.en not in grammar().judged
    deed = deed and not np.whole  # «توقيف شبكة لتهريب البشر»: the network's, not the arrest's
    if deed and np.en != noun.en and not (somebody or sub.kind == "person") and sub.definite:
        return sub.end, f"of {sub.full}"
    return None
