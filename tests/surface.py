"""What any reader of English would mark in a line before asking whether it is true."""

from __future__ import annotations

import re
from itertools import pairwise

#: Words that names double, and "that that", "had had".
_DOUBLED = frozenset(("had", "that", "bora", "walla", "boutros", "aden", "baden", "sing", "ping", "paris"))
_SLIPS = {
    "a mark behind a space": re.compile(r" [,.;:!?]"),
    "two spaces": re.compile(r"  "),
    "two articles": re.compile(r"\b(?:the|an?) (?:the|an?) "),
    "an article before a possessive": re.compile(r"\b(?:the|an?) (?:its|their|his|her|our|my|your)\b"),
    "two prepositions": re.compile(r"\b(?:of|in|for|from|with|by|to) (?:the )?(?:of|for|by)\b"),
    "a before a vowel": re.compile(r"\b[Aa] (?:[aei]|o(?!ne\b|nce\b|ne-)|8|11\b|18\b)(?!u\w)"),
    "an before a consonant": re.compile(r"\b[Aa]n (?:[bcdfgjklmnpqrstvwxyz][a-z]|uni[^dmn]|use)"),
    "one of many": re.compile(r"(?<![\d.,:/-])\b1 (?!of\b|in\b|million|billion)[a-z]+[^s\W]s\b"),
    "many of one": re.compile(
        r"(?<![\d.,:/-])\b(?:[2-9]|\d\d+) (?:man|woman|child|person|year|month|day|week|dollar|barrel)\b(?!-)"
    ),
    "two stops": re.compile(r"[.,;:]{2}"),
    "Arabic letters": re.compile(r"[\u0600-\u06ff]"),
    "what stands for a word": re.compile(r"[~{}_]"),
    "a last word that wants another": re.compile(
        r"\b(?:the|an?|of|and|to|for|with|from|by|its|their|his|her)\.?$"
    ),
}


def slips(text: str) -> list[str]:
    """Return what is wrong with a line of English on its face.

    >>> slips("The minister visited the the Hama airport .")
    ['a mark behind a space', 'two articles', 'a word twice']
    >>> slips("Kuwait recorded 1 deaths."), slips("a US official met an 8-year-old child")
    (['one of many'], [])
    """
    found = [name for name, pattern in _SLIPS.items() if pattern.search(text)]
    words = re.findall(r"\w+|[^\w\s]+", text.lower())
    if any(a == b and a.isalpha() and a not in _DOUBLED for a, b in pairwise(words)):
        found.append("a word twice")
    if text.count("“") != text.count("”") or text.count("(") != text.count(")"):
        found.append("a mark without its other")
    return found
