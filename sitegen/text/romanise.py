"""Write an Arabic name as the English-language press would: a suggestion, always marked as automatic.

Listed names (data/names/) are looked up, the longest first; small words such as
«بن» have their own spelling; whatever is left is spelt as the listed names are.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from itertools import pairwise

from sitegen import data
from sitegen.text.fold import match_key, squeeze, strip_marks
from sitegen.text.listed_names import (
    ARTICLE,
    GIVEN,
    article,
    find_listed,
    in_region,
    is_arab_land,
    listed,
    particles,
    region_by_family,
    region_of,
    small_words,
    syllables,
)
from sitegen.text.spelling import LinedUp, Speller, read

_OTHER = re.compile(r"[^\w\s]+")
_UNLIKE = str.maketrans("ıİøØłŁđĐðæœ", "iIoOlLdDdao") | {ord("ß"): "ss", ord("þ"): "th"}
#: Letters of Persian keyboards, which the lists have in their Arabic form.
_PERSIAN = str.maketrans("کیھە", "كيهه")
#: No Arab name begins with three consonants: a vowel that is not written stands behind the first («السروي»).
_CLUSTER = re.compile(r"^(sh|kh|th|dh|gh|ch|ph|[b-df-hj-np-tv-xz])(?=(?!h)[b-df-hj-np-tv-xz]{2})")
_MEMO = 20_000
#: An Arab reading of an unlisted word must be this much likelier per letter than a foreign one.
_MARGIN = 0.15


@lru_cache(maxsize=_MEMO)
def romanise(name: str, country: str = "") -> str:
    """Return the usual English spelling of a name in Arabic letters; `country` (ISO 3166) is a hint.

    >>> romanise("مصطفى الكاظمي"), romanise("عبد الرحمن بن سعيد")
    ('Mustafa al-Kadhimi', 'Abdulrahman bin Said')
    >>> romanise("فلاديمير بوتين"), romanise("جمال محمود", "EG"), romanise("")
    ('Vladimir Putin', 'Gamal Mahmoud', '')
    >>> romanise("بن كينغسلي"), romanise("محمد العمران", "TR"), romanise("محمد شيمشك", "TR")
    ('Ben Kingsley', 'Mohammed al-Omran', 'Mehmet Simsek')
    >>> romanise("تشن تشونغ روي"), romanise("كيم جونغ أون"), romanise("روي فيتوريا")
    ('Chen Zhong Rui', 'Kim Jong-un', 'Roy Vittoria')
    >>> romanise("نور البرمكى"), romanise("نور الهدى"), romanise("کریم")
    ('Nour al-Barmaki', 'Nour al-Huda', 'Karim')
    """
    words = squeeze(_OTHER.sub(" ", strip_marks(name).translate(_PERSIAN))).split()
    region = region_of(country)
    if len(words) > 1 and (full := find_listed(" ".join(words), first=False, arab=True)):
        return plain_letters(full.spelt(region))
    if of_syllables := _of_syllables([match_key(word) for word in words], region):
        return of_syllables
    opening = data.table("romanise")["opening"].get(words[0], "") if len(words) > 1 else ""
    if opening and not is_arab(" ".join(words[1:])):
        return f"{opening} {romanise(' '.join(words[1:]), country)}"
    arab = is_arab(" ".join(words)) or (is_arab_land(region) and any(map(_opens_arab, words[:2])))
    region = _home(words, region, arab=arab)
    parts: list[str] = []
    i = 0
    while i < len(words):
        latin, i = _next(words, i, arab=arab, region=region)
        if latin:
            parts.append(latin)
    spelt = " ".join(parts)
    return spelt[:1].upper() + spelt[1:]


def is_arab(name: str) -> bool:
    """Say whether a name reads as an Arab one rather than one from elsewhere.

    >>> is_arab("خليل الدراوشة"), is_arab("سبيريدون لاغوتينيس"), is_arab("محمد بن تونكيد")
    (True, False, True)
    """
    votes, unlisted = 0, []
    for word in name.split():
        if word in data.table("romanise")["arab"]["words"]:
            votes += 2
            continue
        found = listed().get(match_key(word)) or listed().get(match_key(word.removeprefix(ARTICLE))) or ()
        kinds = {entry.arab for entry in found if entry.place}
        if len(kinds) == 1:
            votes += 2 if kinds == {True} else -2
        elif not kinds and match_key(word) not in particles():
            unlisted.append(word)
    if votes >= len(unlisted) or votes < -len(unlisted):  # however they sound
        return votes >= 0
    return votes + sum(1 if _sounds_arab(word) else -1 for word in unlisted) >= 0


def _home(words: list[str], region: str, *, arab: bool) -> str:
    """Return the region that spells a name: its family says it better than `region`, the hint."""
    if arab and (is_arab_land(region) or _has_arabs_own(words)):
        return region if is_arab_land(region) else ""  # Saudi players in a camp in Turkey
    family = region_by_family(_family(words[-1])) if words and not is_arab(words[-1]) else ""
    return family or ("" if is_arab_land(region) else region)


def _family(word: str) -> str:
    """Return a foreign family name with its marks, as far as it has any."""
    name = find_listed(word, first=False, arab=False)
    return name.latin if name else _plain(word, arab=False, region="")


def _has_arabs_own(words: list[str]) -> bool:
    """Say whether a name has the article of Arabs, other than in names that all Muslims have."""
    shared = data.table("romanise")["arab"]["shared"]
    return any(
        len(word) > 4 and word.startswith(ARTICLE) and word not in shared and before != "عبد"
        for before, word in pairwise(["", *words])
    )


def _opens_arab(word: str) -> bool:
    """Say whether only Arabs have a given name: where an Arab country is the hint, «محمد شوكي» is one."""
    found = listed().get(match_key(word), ())
    return any(entry.place == GIVEN for entry in found) and all(entry.arab for entry in found)


def _sounds_arab(word: str) -> bool:
    if word.startswith(ARTICLE) and len(word) > 4:
        return True
    return _speller(True).spell(_letters(word)).score >= _speller(False).spell(_letters(word)).score + _MARGIN


def _next(words: list[str], i: int, *, arab: bool, region: str) -> tuple[str, int]:
    """Return the spelling of what begins at word `i` and where the next begins."""
    if joined := _servant(words[i : i + 2], region) or _joined(words[i : i + 2], region):
        return joined, i + 2
    for n in range(min(4, len(words) - i), 0, -1):
        phrase = " ".join(words[i : i + n])
        if n == 1 and (latin := _particle(words, i, region)):
            return latin, i + 1
        entry = find_listed(phrase, first=i + n < len(words), arab=arab, region=region)
        if entry and not (i and entry.latin.startswith("Ben ") and small_words(region).get("بن") == "bin"):
            return plain_letters(entry.spelt(region)), i + n
    return _word(words[i], arab=arab, region=region, lone=len(words) == 1), i + 1


def _servant(words: list[str], region: str) -> str:
    """Spell «عبد» and a word that the list does not have together, or not as the region has it."""
    if words[0] != "عبد" or len(words) == 1:
        return ""
    arabs = not region or is_arab_land(region)
    name = find_listed(" ".join(words), first=True, arab=True, region=region)
    if name and (arabs or name.spelt(region) != name.latin):
        return ""
    bare = words[1].removeprefix(ARTICLE)
    served = None if arabs else find_listed(bare, first=True, arab=True, region=region)
    rest = plain_letters(served.spelt(region)) if served else _plain(bare, arab=True, region=region)
    servant: str = in_region("servants", region)
    return servant + (rest if servant.endswith(" ") else rest.lower())


def _joined(words: list[str], region: str) -> str:
    """Spell «نصر الله» together and, as the region does, «جلال الدين», «مميش أوغلو»; '' for listed ones."""
    ending = in_region("joined", region).get(words[-1], "") if len(words) > 1 else ""
    if not ending:
        return ""
    name = find_listed(" ".join(words), first=True, arab=True, region=region)
    if name and (words[-1] != "الدين" or name.spelt(region) != name.latin):
        return ""
    first = find_listed(words[0], first=True, arab=True, region=region)
    spelt = plain_letters(first.spelt(region)) if first else _word(words[0], arab=True, region=region)
    return spelt.rstrip("aeiou" if words[-1].startswith(ARTICLE) and len(spelt) > 4 else "") + ending


def _word(word: str, *, arab: bool, region: str, lone: bool = False) -> str:
    """Return the spelling of one unlisted word, `lone` where nothing but its sound says whose it is."""
    bare = word.removeprefix(ARTICLE)
    if not (arab and len(bare) >= 2 and bare != word):
        return _plain(word, arab=arab, region=region, lone=lone)
    entry = find_listed(bare, first=False, arab=True)
    if entry is None and bare.endswith("ى"):  # as Egyptians write: «البرمكى»
        bare = bare[:-1] + "ي"
        entry = find_listed(bare, first=False, arab=True)
    if entry and entry.arab:  # the article of Arabs stands before no Sarraute: «الساروت»
        return article(region) + plain_letters(entry.spelt(region))
    return article(region) + _plain(bare, arab=True, region=region, lone=lone)


def _plain(word: str, *, arab: bool, region: str, lone: bool = False) -> str:
    """Return a word without article, by the model."""
    if not (letters := _letters(word)):
        return plain_letters(word).capitalize()
    if arab:
        letters = letters.translate(str.maketrans(in_region("heard", region)))
    latin = _speller(arab).spell(letters, measured=arab and not lone).latin
    if arab:
        for usual, here in in_region("habits", region):
            latin = latin.replace(usual, here)
        latin = _CLUSTER.sub(r"\1a", latin, count=1)
    return latin.capitalize()


def _particle(words: list[str], i: int, region: str) -> str:
    """Return the spelling of a small word inside a name, or the number of a ruler at its end."""
    if i == len(words) - 1 and i > 0:
        return str(data.table("romanise")["ordinals"].get(words[i], ""))
    if words[i] == ARTICLE:
        return ""
    return small_words(region).get(words[i]) or particles().get(match_key(words[i]), "")


def _of_syllables(keys: list[str], region: str) -> str:
    """Spell a name of syllables: «Chen Zhong Rui», «Liu Xiaobo», a Korean «Kim Jong-un»; '' for any other."""
    parts = [_syllables_of(key) for key in keys]
    if len(parts) < 2 or not all(parts) or len(parts[0]) > 1:
        return ""
    if region != "KR" and "k" not in syllables()[keys[0]][1:2]:
        return " ".join("".join(syllables()[key][0] for key in part).capitalize() for part in parts)
    family, *given = [(*syllables()[key], "", "")[2] or syllables()[key][0] for part in parts for key in part]
    return f"{family} {'-'.join(given).capitalize()}"


def _syllables_of(key: str) -> list[str]:
    """Return the one or two syllables that make up a word, none where others do."""
    known = syllables()
    if key in known:
        return [key]
    halves = ([key[:n], key[n:]] for n in range(2, len(key) - 1))
    return next((two for two in halves if two[0] in known and two[1] in known), [])


@cache
def _speller(arab: bool) -> Speller:
    """Return the model of the listed names of Arabs or of the wider world."""
    return Speller(_lined_up_arab() if arab else _lined_up_foreign())


@data.kept
def _lined_up_arab() -> LinedUp:
    return read(data.rows("names/lined_up_arab"))


@data.kept
def _lined_up_foreign() -> LinedUp:
    return read(data.rows("names/lined_up_foreign"))


def _letters(word: str) -> str:
    return "".join(c for c in strip_marks(word) if "\u0621" <= c <= "\u06cc")


def plain_letters(latin: str) -> str:
    """Return Latin letters without marks and apostrophes.

    >>> plain_letters("İzmir"), plain_letters("O'Brien"), plain_letters("Straße")
    ('Izmir', 'OBrien', 'Strasse')
    """
    plain = unicodedata.normalize("NFKD", latin.translate(_UNLIKE))
    return re.sub("[^A-Za-z0-9 -]", "", plain.encode("ascii", "ignore").decode())
