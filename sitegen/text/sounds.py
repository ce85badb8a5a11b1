"""How a name sounds: keys under which one name meets itself in other spellings and the other script.

A *sound* keeps the vowels and makes Kadhimi, Kazemi and Kathimi one; *bones* are
the consonants alone, coarse enough for a name that was spelt by ear.  Both are
for finding people, never for saying that two of them are one.
"""

from __future__ import annotations

import itertools
from functools import lru_cache

from sitegen import data
from sitegen.text.search import bare, words

SOUND, BONES = "~", "="  # what such keys begin with in the index
_SHORTEST = 2  # bones that say anything


def name_words(name: str) -> list[str]:
    """Return the words of a name without articles.

    >>> name_words("Mustafa al-Kadhimi"), name_words("مصطفى الكاظمي") == ["مصطفي", "كاظمي"]
    (['mustafa', 'kadhimi'], True)
    """
    found = [bare(word) for word in words(name)]
    articles = data.table("search")["names"]["articles"]
    return [word for word in found if word not in articles] or found


@lru_cache(maxsize=1 << 15)
def sound(word: str) -> str:
    """Return the sound of a folded Latin word, '' for any other.

    >>> sound("kadhimi") == sound("kazemi") == sound("kathimi"), sound("hussein") == sound("hossain")
    (True, True)
    >>> sound("kadhimi") == sound("kashimi")
    False
    """
    if not (word.isascii() and word.isalpha()):
        return ""
    rules = data.table("search")["names"]
    for spelt, heard in rules["sounds"]:
        word = word.replace(spelt, heard)
    single = "".join(letter for letter, _ in itertools.groupby(word))
    return single.removesuffix(rules["silent"])


@lru_cache(maxsize=1 << 15)
def bones(word: str) -> str:
    """Return the consonants of a folded word of either script, '' where they are too few.

    >>> bones("kadhimi") == bones("كاظمي") == bones("kazmi") == "kdm"
    True
    >>> bones("biden") == bones("obama"), bones("ali")
    (False, '')
    """
    rules = data.table("search")["names"]
    heard = sound(word)
    if heard:
        left = (rules["bones"].get(letter, letter) for letter in heard)
    else:
        left = (rules["letters"].get(letter, "") for letter in word.removesuffix("ه"))
    found = "".join(letter for letter, _ in itertools.groupby("".join(left)))
    return found if len(found) >= _SHORTEST else ""


def name_keys(name: str) -> set[str]:
    """Return every key of a name: its words as they are, their sounds and their bones.

    >>> sorted(name_keys("al-Kazemi"))
    ['=kdm', 'kazemi', '~kazimi']
    """
    found: set[str] = set()
    each = name_words(name)
    for word in each:
        found.add(word)
        found.update(mark + key for mark, key in ((SOUND, sound(word)), (BONES, bones(word))) if key)
    found.update(first + second for first, second in itertools.pairwise(each) if first == "عبد")
    return found
