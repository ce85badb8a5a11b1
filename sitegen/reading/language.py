"""In which language a page is written, by letters and small words: ar, fa, ur, ckb, en or und."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d5\ufb50-\ufefc]+")
_LATIN = re.compile("[A-Za-z]+")
_FOREIGN = re.compile("[پچژگیکٹڈڑےۓںێۆڵڕڤە]")
_TOKENS = re.compile(r"[^\W\d_]+")

#: Letters that only some languages of the Arabic script have.
_URDU = frozenset("ٹڈڑےۓں")
_KURDISH = frozenset("ێۆڵڕڤە")
_PERSIAN = frozenset("پچژگ")
_FARSI_SHAPES = frozenset("یک")
_ARABIC_ONLY = frozenset("ةىيكأإؤئ")
#: Words that nearly every paragraph of the language holds and no paragraph of Arabic does.
_WORDS = {
    "fa": frozenset("است را که می این برای شد کرد خود های شده بود ها آن گفت".split()),
    "ur": frozenset("ہے کے کی میں نے ہیں کا سے اور کو کہ پر گیا".split()),
    "ckb": frozenset("لە بۆ کە بە ئەو ئەم دەکات لەگەڵ هەروەها وە کرد".split()),
    "ar": frozenset("في من على إلى أن التي الذي هذا هذه عن مع وقال قال كما بعد بين لا ما".split()),
    "en": frozenset("the of and to in that is for on with said was".split()),
}
#: Text enough to tell.
_MANY = 20_000


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
    text = " ".join(texts)[:_MANY]
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
    if foreign > 0.03 and small["fa"] > 0.02 and small["fa"] >= small["ar"] and foreign > share(_ARABIC_ONLY) / 2:
        return "fa"
    return "ar"
