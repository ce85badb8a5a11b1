"""What English calls a noun by what completes it: "Asian Cup title", "report on prisons"."""

from __future__ import annotations

from msgspec.structs import replace

from sitegen.english.phrases.phrase import NP, head_of
from sitegen.english.phrases.wants import fits
from sitegen.english.words.adjectives import demonyms
from sitegen.english.words.grammar import grammar
from sitegen.english.words.nouns import Noun


def called(noun: Noun, sub: NP) -> str:
    """Return what English puts before a noun or says by another word: «مهرجان البحر الأحمر», else ''."""
    head, sorts, place = noun.en, grammar().sorts, sub.kind == "place" and sub.en[:1].isupper()
    name, inside, where = sub.en.partition(" in ")
    if place and (head in sorts["called_after"] or (head in sorts["befalls"] and not sub.acts)):
        return f"{name} {head}{inside}{where}"  # «مهرجان المسرح العربي في مسقط»
    if sub.kind == "place" and head in sorts["called_after"] and " " not in sub.en:
        return f"{sub.en} {head}"  # «مهرجان الساحل» need not be held there
    if head in sorts["national"] and sub.entity and sub.en in demonyms():
        return f"{demonyms()[sub.en]} {head}"
    if head in ("flood", "floods", "flooding") and sub.en in sorts["rivers"]:
        return f"flooding of the {sub.en.removeprefix('River ')}"
    if head == "fall" and noun.link == "of" and fits(sub, "aircraft"):
        return f"crash of {sub.full}"
    if head in sorts["manned"] and sub.kind == "org" and sub.en[:1].isupper() and "of" not in sub.en.split():
        return f"{sub.en.removesuffix('s') if sub.en in sorts['members_of'] else sub.en} {head}"
    if head in sorts["of_a_cup"] and " of " not in sub.en and _contest(sub):
        return f"{name} {head}{inside}{where}"
    if head == "residents" and sub.acts:
        return f"population of {sub.full}"
    if head == "loss" and sub.kind == "org" and sub.entity:
        return f"{sub.en} loss"  # «خسارة ليفربول»: it was not lost
    for words in (words for what, want, words in grammar().otherwise if what == head and fits(sub, want)):
        return f"{words} {sub.full}"
    return ""


def is_that(noun: Noun, sub: NP) -> bool:
    """Say whether `sub` is the very thing that a noun tells the kind of: «بطولة دوري أبطال أفريقيا»."""
    return noun.en in grammar().sorts["competing"] and _contest(sub)


def _contest(sub: NP) -> bool:
    """Say whether it is a cup or a league by its name: "the Asian Cup 2025", no "Egyptian league"."""
    named = replace(sub, en=sub.en.rstrip("0123456789 "))
    return head_of(named.en).rsplit(" ", 1)[-1][:1].isupper() and fits(named, "contended")


def counts(noun: Noun, sub: NP) -> bool:
    """Say whether what completes a noun only counts: «محاولة تهريب أكثر من مليون حبة» is any attempt."""
    if noun.en in grammar().sorts["one_of_many"]:
        return any(map(str.isdigit, sub.en))
    return not (noun.plural or sub.definite) and sub.en[:1].isdigit()


def called_at(noun: Noun, sub: NP | None) -> str:
    """Return the place that a festival is called after, before its kind: "Amman film festival", else ''."""
    after = sub is not None and noun.en in grammar().sorts["called_after"] and " in " not in sub.en
    return called(noun, sub).removesuffix(noun.en) if sub is not None and after else ""
