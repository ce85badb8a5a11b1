"""Ministries that a title calls by their field: «الصحة المصرية تطلق حملة» the Egyptian Health Ministry."""

from __future__ import annotations

from sitegen.english.parts.verb_groups import verb_group
from sitegen.english.phrases.adjective import adjective
from sitegen.english.phrases.edges import quoted
from sitegen.english.phrases.phrase import NP
from sitegen.english.words.grammar import grammar
from sitegen.english.words.lookup import NATION
from sitegen.english.words.tagging import Sentence


def ministry(s: Sentence, i: int, *, told: bool = False) -> NP | None:
    """Read the field of a ministry at word `i` of a title, before a verb of somebody; she is feminine.

    With `told` before a colon and what it tells.
    """
    if s.role != "title" or (s.hard(i + 1) and not told):
        return None
    en = grammar().ministries.get(s.key(i))
    if en is None:
        return None
    found = NP(i + 1, en, "org", definite=True, fem=True)
    nation = adjective(s, found.end, found)
    if nation and nation[1].rank == NATION:
        found = NP(nation[0], f"{nation[1].en} {en}", "org", definite=True, fem=True)
    if told:
        return found
    group = None if s.hard(found.end) else verb_group(s, found.end)
    forms = [form for form in (group.form, group.form.other) if form] if group else []
    named = quoted(s, i) and quoted(s, i + 1)  # «العمل» تبدأ …
    does = any(
        form.fem and (named or any(v.speech or v.subject == "h" for v in form.verbs)) for form in forms
    )
    return found if does else None
