"""English words in their forms: plurals and the forms of verbs.

Only words of our own tables come through here, so the rules are short and the
exceptions stand in the tables (`woman/women`, `say/said/said`).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from sitegen import data

_SIBILANT = re.compile(r"(s|x|z|ch|sh)$")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")


def plural(noun: str) -> str:
    """Return the regular plural of the last word of `noun`, of the first before "of".

    >>> [plural(w) for w in ("minister", "agency", "church", "head of the board", "wanted man", "Sudanese")]
    ['ministers', 'agencies', 'churches', 'heads of the board', 'wanted men', 'Sudanese']
    """
    for link in (" of ", " for ", " in ", "-in-"):
        if link in noun:
            head, rest = noun.split(link, 1)
            return plural(head) + link + rest
    if _CONSONANT_Y.search(noun):
        return noun[:-1] + "ies"
    if noun[:1].isupper() and noun.endswith("ese"):
        return noun  # two Sudanese
    if noun.rsplit(" ", 1)[-1] in ("man", "woman"):
        return noun[:-2] + "en"
    return noun + ("es" if _SIBILANT.search(noun) else "s")


@lru_cache(maxsize=16384)
def singular(noun: str) -> str:
    """Return the singular of a regular plural.

    >>> [singular(w) for w in ("phones", "batteries", "matches", "children", "buses")]
    ['phone', 'battery', 'match', 'children', 'bus']
    """
    if (one := data.table("english/grammar")["singulars"].get(noun)) is not None:
        return str(one)
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    return noun[:-2] if noun.endswith(("ches", "shes", "sses", "xes")) else noun.removesuffix("s")


@cache
def irregular() -> dict[str, tuple[str, str]]:
    """Return past and participle of the irregular verbs."""
    return {base: (past_form, done) for base, past_form, done in data.rows("english/irregular")}


@cache
def _doubling() -> frozenset[str]:
    """Return the verbs whose last letter doubles before an ending."""
    return frozenset(data.table("english/grammar")["spelling"]["doubling"].split())


def _split(verb: str) -> tuple[str, str]:
    head, _, rest = verb.partition(" ")
    return head, f" {rest}" if rest else ""


def past(verb: str) -> str:
    """Return the regular past of `verb`, inflected on its first word.

    >>> [past(v) for v in ("call for", "carry out", "condemn", "welcome", "step down")]
    ['called for', 'carried out', 'condemned', 'welcomed', 'stepped down']
    """
    head, rest = _split(verb)
    if head in irregular():
        return irregular()[head][0] + rest
    if head.endswith("e"):
        return f"{head}d{rest}"
    if _CONSONANT_Y.search(head):
        return f"{head[:-1]}ied{rest}"
    return f"{head}{head[-1] if head in _doubling() else ''}ed{rest}"


def participle(verb: str) -> str:
    """Return the participle, for the passive.

    >>> participle("withdraw"), participle("hand over"), participle("open")
    ('withdrawn', 'handed over', 'opened')
    """
    head, rest = _split(verb)
    return irregular()[head][1] + rest if head in irregular() else past(verb)


def third(verb: str) -> str:
    """Return the form for he, she and it.

    >>> [third(v) for v in ("call for", "carry out", "be limited to", "have", "discuss")]
    ['calls for', 'carries out', 'is limited to', 'has', 'discusses']
    """
    head, rest = _split(verb)
    if head in ("be", "have", "do", "go"):
        return {"be": "is", "have": "has", "do": "does", "go": "goes"}[head] + rest
    if _CONSONANT_Y.search(head):
        return f"{head[:-1]}ies{rest}"
    return f"{head}{'es' if _SIBILANT.search(head) or head.endswith('go') else 's'}{rest}"


def gerund(verb: str) -> str:
    """Return the form in -ing.

    >>> [gerund(v) for v in ("call for", "receive", "cut off", "agree", "die")]
    ['calling for', 'receiving', 'cutting off', 'agreeing', 'dying']
    """
    head, rest = _split(verb)
    if head.endswith("ie"):
        return f"{head[:-2]}ying{rest}"
    if head.endswith("e") and head != "be" and not head.endswith(("ee", "oe", "ye")):
        return f"{head[:-1]}ing{rest}"
    return f"{head}{head[-1] if head in _doubling() else ''}ing{rest}"


def bare_plural(verb: str) -> str:
    """Return the present form for they: only "be" differs.

    >>> bare_plural("be limited to"), bare_plural("call for")
    ('are limited to', 'call for')
    """
    head, rest = _split(verb)
    return f"{'are' if head == 'be' else head}{rest}"
