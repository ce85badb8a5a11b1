"""Write an Arabic name as the English-language press would: a suggestion, always marked as automatic.

Listed names (data/names/) are looked up, the longest first; small words such as
«بن» have their own spelling; whatever is left is spelt as the listed names are.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from msgspec import Struct

from sitegen import data
from sitegen.text.fold import light_key, match_key, squeeze, strip_marks
from sitegen.text.spelling import LinedUp, Speller, read

GIVEN, FAMILY = "given", "family"
_ARTICLE = "ال"
_LISTS = (
    ("full_names", "", True),
    ("arab_given", GIVEN, True),
    ("arab_family", FAMILY, True),
    ("foreign_given", GIVEN, False),
    ("foreign_family", FAMILY, False),
)
_USUAL_ARTICLE = "al-"
_ARTICLES = (_USUAL_ARTICLE, "el-")  # the second of Egyptian names
_REGIONAL = re.compile(r"(\w):(.+?)(?= \w:|$)")
_OTHER = re.compile(r"[^\w\s]+")
_UNLIKE = str.maketrans("ıİøØłŁđĐðæœ", "iIoOlLdDdao") | {ord("ß"): "ss", ord("þ"): "th"}
_MEMO = 20_000
#: An Arab reading of an unlisted word must be this much likelier per letter than a foreign one.
_MARGIN = 0.15


class Listed(Struct, frozen=True, gc=False, array_like=True):
    """One line of the lists: `words` of the key, how it is spelt, where it stands in a name."""

    light: str
    latin: str
    place: str  # given | family | '' (a full name)
    arab: bool
    regions: tuple[tuple[str, str], ...]

    def spelt(self, region: str) -> str:
        """Return the spelling of a region or of the wider one around it, else the usual one."""
        regions, table = dict(self.regions), data.table("romanise")
        for code in (region, table["wider"].get(region, "")):
            if code in regions:
                return regions[code]
        if self.place == FAMILY and region and self.latin.startswith(_ARTICLES):
            return _article(region) + self.latin[len(_USUAL_ARTICLE) :]
        return self.latin


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
    """
    words = squeeze(_OTHER.sub(" ", strip_marks(name))).split()
    region = _region(country)
    if len(words) > 1 and (full := _entry(" ".join(words), first=False, arab=True)):
        return plain_letters(full.spelt(region))
    if len(words) > 1 and all(match_key(word) in _syllables() for word in words):
        return _of_syllables([match_key(word) for word in words])
    opening = data.table("romanise")["opening"].get(words[0], "") if len(words) > 1 else ""
    if opening and not is_arab(" ".join(words[1:])):
        return f"{opening} {romanise(' '.join(words[1:]), country)}"
    if not _is_arab_land(region) and any(map(_is_arabs_own, words)):
        region = ""  # Saudi players in a camp in Turkey
    arab = is_arab(" ".join(words)) or (_is_arab_land(region) and any(map(_opens_arab, words[:2])))
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
        found = _listed().get(match_key(word)) or _listed().get(match_key(word.removeprefix(_ARTICLE))) or ()
        kinds = {entry.arab for entry in found if entry.place}
        if len(kinds) == 1:
            votes += 2 if kinds == {True} else -2
        elif not kinds and match_key(word) not in _particles():
            unlisted.append(word)
    if votes >= len(unlisted) or votes < -len(unlisted):  # however they sound
        return votes >= 0
    return votes + sum(1 if _sounds_arab(word) else -1 for word in unlisted) >= 0


def _is_arab_land(region: str) -> bool:
    return bool(region) and region not in data.table("romanise")["arab"]["others"]


def _is_arabs_own(word: str) -> bool:
    """Say whether a word has the article of Arabs, by itself or in «عبدال…»."""
    return len(word) > 4 and word.startswith((_ARTICLE, "عبدال"))


def _opens_arab(word: str) -> bool:
    """Say whether a word is a given name of Arabs: where an Arab country is the hint, «محمد شوكي» is one."""
    return any(entry.arab and entry.place == GIVEN for entry in _listed().get(match_key(word), ()))


def _sounds_arab(word: str) -> bool:
    if word.startswith(_ARTICLE) and len(word) > 4:
        return True
    return _speller(True).spell(_letters(word)).score >= _speller(False).spell(_letters(word)).score + _MARGIN


def _next(words: list[str], i: int, *, arab: bool, region: str) -> tuple[str, int]:
    """Return the spelling of what begins at word `i` and where the next begins."""
    if words[i + 1 : i + 2] == ["الله"] and not _entry(" ".join(words[i : i + 2]), first=False, arab=True):
        return _word(words[i], arab=True, region=region) + "allah", i + 2
    for n in range(min(4, len(words) - i), 0, -1):
        phrase = " ".join(words[i : i + n])
        if n == 1 and (latin := _particle(words, i, region)):
            return latin, i + 1
        entry = _entry(phrase, first=i + n < len(words), arab=arab)
        if entry and not (i and entry.latin.startswith("Ben ") and _small_words(region).get("بن") == "bin"):
            return plain_letters(entry.spelt(region)), i + n
    if words[i] == "عبد" and i + 1 < len(words):
        rest = words[i + 1].removeprefix(_ARTICLE)
        return f"Abdul{_plain(rest, arab=True, region=region).lower()}", i + 2
    return _word(words[i], arab=arab, region=region), i + 1


def _word(word: str, *, arab: bool, region: str) -> str:
    """Return the spelling of one unlisted word."""
    bare = word.removeprefix(_ARTICLE)
    if not (arab and len(bare) >= 2 and bare != word):
        return _plain(word, arab=arab, region=region)
    entry = _entry(bare, first=False, arab=True)
    latin = plain_letters(entry.spelt(region)) if entry else _plain(bare, arab=True, region=region)
    return _article(region) + latin


def _plain(word: str, *, arab: bool, region: str) -> str:
    """Return a word without article, by the model."""
    if not (letters := _letters(word)):
        return plain_letters(word).capitalize()
    latin = _speller(arab).spell(letters).latin
    if arab:
        habits = data.table("romanise")["habits"]
        for usual, here in habits.get(region, habits["usual"]):
            latin = latin.replace(usual, here)
    return latin.capitalize()


def _entry(phrase: str, *, first: bool, arab: bool) -> Listed | None:
    """Return the listed name that fits best: same hamza, same origin, same place in the name."""
    found = _listed().get(match_key(phrase), ())
    if not found and phrase.startswith(_ARTICLE):
        return None
    light, place = light_key(phrase), GIVEN if first else FAMILY
    return max(found, key=lambda e: (e.arab == arab, e.light == light, e.place in (place, "")), default=None)


def _particle(words: list[str], i: int, region: str) -> str:
    """Return the spelling of a small word inside a name, or the number of a ruler at its end."""
    if i == len(words) - 1 and i > 0:
        return str(data.table("romanise")["ordinals"].get(words[i], ""))
    if words[i] == _ARTICLE:
        return ""
    return _small_words(region).get(words[i]) or _particles().get(match_key(words[i]), "")


def _of_syllables(keys: list[str]) -> str:
    """Spell a name of syllables: «Chen Zhong Rui», that of a Korean «Kim Jong-un»."""
    spelt = [_syllables()[key][0] for key in keys]
    if "k" in _syllables()[keys[0]] and len(keys) > 2:
        return f"{spelt[0]} {spelt[1]}-{spelt[2].lower()}"
    return " ".join(spelt)


@cache
def _syllables() -> dict[str, tuple[str, ...]]:
    return {match_key(row[0]): row[1:] for row in data.rows("names/syllables")}


@cache
def _particles() -> dict[str, str]:
    return {match_key(word): latin for word, latin in data.table("romanise")["particles"].items()}


@data.kept
def _listed() -> dict[str, tuple[Listed, ...]]:
    """Index every listed name by its key."""
    found: dict[str, list[Listed]] = {}
    for file, place, arab in _LISTS:
        rows = [row for row in data.rows(f"names/{file}") if len(row) > 1 and row[1]]
        text = "\n".join(row[0] for row in rows)
        for row, key, light in zip(
            rows, match_key(text).split("\n"), light_key(text).split("\n"), strict=True
        ):
            regions = tuple(_REGIONAL.findall(row[3])) if len(row) > 3 else ()
            entry = Listed(light, row[1], place, arab, regions)
            for form in {key, key.replace("عبد ", "عبد"), key.replace(" الدين", "الدين")}:  # or in one
                found.setdefault(form, []).append(entry)
    for word, latin in data.table("romanise")["words"].items():
        found.setdefault(match_key(word), []).append(Listed(light_key(word), latin, "", True, ()))
    return {key: tuple(entries) for key, entries in found.items()}


@cache
def _small_words(region: str) -> dict[str, str]:
    """Return the small words of a region, those of the wider one around it included."""
    table = data.table("romanise")
    wider = table["regional"].get(table["wider"].get(region, ""), {})
    return {**wider, **table["regional"].get(region, {})}


def _article(region: str) -> str:
    return _small_words(region).get(_ARTICLE, _USUAL_ARTICLE)


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


@cache
def _region(country: str) -> str:
    regions = data.table("romanise")["regions"]
    return next((region for region, codes in regions.items() if country.upper() in codes), "")
