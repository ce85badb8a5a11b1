"""English words that are no names: those of our own tables and a list, with their usual endings."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from sitegen import data

_COLUMNS = {
    "english/people": 1, "english/bodies": 1, "english/events": 1, "english/things": 1,
    "english/adjectives": 1, "english/verbs": 2, "lexicon/topics": 2,
    "lexicon/organisations": 2, "lexicon/offices": 2,
}  # fmt: skip
_PLAIN = re.compile(r"(?<![A-Za-z])[a-z]+(?![A-Za-z])")
#: Ending -> what stands in its place in the bare word.
_ENDINGS = (
    ("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("d", ""), ("ing", ""), ("ing", "e"),
    ("er", ""), ("er", "e"), ("ers", ""), ("est", ""), ("est", "e"), ("iest", "y"), ("ier", "y"),
    ("iers", "y"), ("ily", "y"), ("ied", "y"), ("iness", "y"), ("ly", ""), ("ally", ""), ("al", ""),
    ("ment", ""), ("ion", ""), ("ion", "e"), ("ation", "e"), ("ness", ""), ("ity", ""), ("or", ""),
    ("ist", ""), ("ism", ""), ("y", ""), ("less", ""), ("ful", ""), ("ship", ""),
)  # fmt: skip


@cache
def _words() -> frozenset[str]:
    words = {w for row in data.rows("gate_words") for w in " ".join(row).split()}
    for name, column in _COLUMNS.items():
        for row in data.rows(name):
            if len(row) > column:
                words.update(_PLAIN.findall(row[column].replace("_", " ").replace("/", " ")))
    return frozenset(words)


def is_plain(low: str) -> bool:
    """Say whether a word stands in the lists as it is."""
    return low in _words() and len(low) > 2


@lru_cache(maxsize=16384)
def is_word(low: str) -> bool:
    """Say whether a word in small letters is ordinary English.

    >>> is_word("council"), is_word("rescuers"), is_word("kadhimi")
    (True, True, False)
    """
    if len(low) < 3 or low in _words():
        return True
    bare = low.split("'", maxsplit=1)[0]
    if (
        bare.startswith(("un", "re", "non"))
        and len(bare) > 6
        and is_word(bare[2:] if bare[0] != "n" else bare[3:])
    ):
        return True
    for ending, instead in _ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) >= 3:
            stem = bare[: len(bare) - len(ending)] + instead
            if stem in _words() or (stem[-1] == stem[-2] and stem[:-1] in _words()):
                return True
    if bare.endswith(("ers", "ors", "ings", "ists", "ments", "ions")) and is_word(bare[:-1]):
        return True
    return bare in _words()
