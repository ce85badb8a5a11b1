"""In which language a page is written, by letters and small words: ar, fa, ur, ckb, en or und."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from sitegen import data

_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d5\ufb50-\ufefc]+")
_LATIN = re.compile("[A-Za-z]+")
_FOREIGN = re.compile("[پچژگیکٹڈڑےۓںێۆڵڕڤە]")
_ARABIC_LETTER = re.compile("[ابتدرسعفقكلمنهوي]")
_OTHER = re.compile("[پچژگیکٹڈڑےۓںێۆڵڕڤەa-zA-Z]")
_TOKENS = re.compile(r"[^\W\d_]+")

#: Letters that only some languages of the Arabic script have.
_URDU = frozenset("ٹڈڑےۓں")
_KURDISH = frozenset("ێۆڵڕڤە")
_PERSIAN = frozenset("پچژگ")
_FARSI_SHAPES = frozenset("یک")
_ARABIC_ONLY = frozenset("ةىيكأإؤئ")
#: Small words that nearly every paragraph of a language holds.
_WORDS: dict[str, frozenset[str]] = {
    lang: frozenset(words) for lang, words in data.table("structure")["languages"].items()
}
#: Text enough to tell.
_ENOUGH = 40
_MANY, _PART = 5_000, 800


def language_of(texts: Iterable[str]) -> str:
    """Return the language of running text; `und` when there is too little of any.

    >>> language_of(["وقال الوزير إن الاجتماع سيعقد في بغداد"])
    'ar'
    >>> language_of(["نخست وزیر عراق گفت که این دیدار برای دو کشور مهم است"])
    'fa'
    >>> language_of(["وزیر اعظم نے کہا ہے کہ دونوں ممالک کے درمیان مذاکرات ہوں گے"])
    'ur'
    >>> language_of(["سەرۆک وەزیران لە بەغدا لەگەڵ باڵیۆز کۆبووەوە"])
    'ckb'
    """
    text = " ".join([text.strip()[:_PART] for text in texts])[:_MANY]
    if len(text) >= _ENOUGH and _ARABIC_LETTER.search(text) and not _OTHER.search(text):
        return "ar"  # most pages: no letter of any other language
    arabic, latin = sum(map(len, _ARABIC.findall(text))), sum(map(len, _LATIN.findall(text)))
    if arabic + latin < 8:
        return "und"
    if arabic < (arabic + latin) / 3:
        words = Counter(word.lower() for word in _LATIN.findall(text))
        common = sum(words[word] for word in _WORDS["en"])
        return "en" if common * 12 >= words.total() else "und"
    if len(_FOREIGN.findall(text)) * 50 < arabic:
        return "ar"
    return _of_arabic_script(text, arabic)


def _of_arabic_script(text: str, total: int) -> str:
    """Weigh letters and small words of the languages written in the Arabic script."""
    letters = Counter(text)

    def share(chars: frozenset[str]) -> float:
        return sum(letters[char] for char in chars) / total

    words = Counter(_TOKENS.findall(text))
    count = words.total()
    small = {lang: sum(words[word] for word in known) / count for lang, known in _WORDS.items()}
    if share(_KURDISH) > 0.04:
        return "ckb"
    if share(_URDU) > 0.03 and small["ur"] > small["fa"] / 2:
        return "ur"
    foreign = share(_FARSI_SHAPES) + share(_PERSIAN)
    if (
        foreign > 0.03
        and small["fa"] > 0.02
        and small["fa"] >= small["ar"]
        and foreign > share(_ARABIC_ONLY) / 2
    ):
        return "fa"
    return "ar"
