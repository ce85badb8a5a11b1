"""Arabic letters of unlisted names as Latin ones.

Short vowels are not written, so they are guessed: in Arab names by the place of
long vowels (فعيل Jamil, فاعل Khaled), in foreign ones between two consonants.
"""

from __future__ import annotations

from functools import lru_cache

_CONSONANTS = dict(
    zip(
        "بتثجحخدذرزسشصضطظغفقكلمنهوي",
        "b t th j h kh d dh r z s sh s d t z gh f q k l m n h w y".split(),
        strict=True,
    )
)
_FOREIGN = _CONSONANTS | {"غ": "g", "ج": "j", "ق": "k", "ح": "h", "خ": "kh", "ث": "th", "ذ": "th", "ع": "a"}


@lru_cache(maxsize=4096)
def arab_letters(key: str, region: str = "") -> str:
    """Return an Arab name word by the measures of Arabic: `key` is its match key, without ال.

    >>> arab_letters("جبير"), arab_letters("دحلوم")
    ('Jabir', 'Dahloum')
    """
    return _spell(key, _CONSONANTS, "ou" if region in ("L", "M") else "ou", "e" if region in ("L", "E") else "i")


@lru_cache(maxsize=4096)
def foreign_letters(key: str) -> str:
    """Return a foreign name word letter by letter.

    >>> foreign_letters("كوفاك")
    'Kofak'
    """
    return _spell(key, _FOREIGN, "o", "e")


def _spell(key: str, consonants: dict[str, str], waw: str, kasra: str) -> str:
    out: list[str] = []
    vowel = True
    for i, letter in enumerate(key):
        last = i == len(key) - 1
        after_consonant = bool(out) and not vowel
        if letter == "ا":
            out.append("a")
            vowel = True
        elif letter in "وي" and after_consonant and (last or key[i + 1] not in "اوي"):
            out.append(("u" if last else waw) if letter == "و" else "i")
            vowel = True
        elif letter == "ه" and last and after_consonant:
            out.append("a")
        elif letter == "ع":
            if after_consonant or not out:
                out.append("a")
            vowel = True
        elif letter in consonants:
            if after_consonant and not (last and len(key) > 3 and key[i - 2 : i - 1] in "اوي"):
                if not (i >= 2 and _closed(out)):
                    out.append(kasra if i >= 2 and key[i - 2] == "ا" and last else "a")
            out.append(consonants[letter])
            vowel = False
    return "".join(out).capitalize()


def _closed(out: list[str]) -> bool:
    """Say whether the last consonant already has a vowel before it, so that two may stand together."""
    return len(out) >= 2 and out[-2][-1] in "aeiou" and out[-1] not in ("a", "i", "ou", "u")
