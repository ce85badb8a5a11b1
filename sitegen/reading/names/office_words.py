"""What the words of a printed office are: titles of two, of nobody, of a master, names among them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from sitegen import data
from sitegen.reading.names.cues import LINK, NATION, TITLE, cue
from sitegen.reading.names.lists import GIVEN, function_lights, is_name_of, ordinary_words
from sitegen.reading.names.words import is_place
from sitegen.reading.speech.words import OFFICES
from sitegen.text.fold import match_key
from sitegen.text.tokens import Token, clip, stem_keys, stems

CLITICS = ("ال", "ب", "ل", "و")
_ADVERBIAL = ("ا", "ذاك", "ئذ", "يذ")  # «سابقا», «آنذاك», «حينئذ»
DEFINITE = ("ال", "بال", "لل", "وال")


def is_stranger(before: Token, token: Token) -> bool:
    """Say whether a bare word behind a definite one cannot be of an office: a name has begun there.

    >>> from sitegen.text.tokens import tokenize
    >>> office = tokenize("رئيس بلدية طرابلس رياض يمق وزير الطاقة الأسبق حاليا")
    >>> [two.text for one, two in zip(office, office[1:]) if is_stranger(one, two)]
    ['رياض']
    """
    if not is_definite(before) or cue(before.key) & ~(NATION | LINK):
        return False  # «كلية الأمير محمد»
    key, light = token.key, token.light
    if key.startswith(CLITICS) or len(key) < 3 or key.isdigit() or key.isascii() or is_place(key):
        return False
    if cue(key) or light in OFFICES or light in function_lights() or light.endswith(_ADVERBIAL):
        return False
    if key in office_cues("behind_rank") or key in office_cues("inside_office"):
        return False
    if light.endswith("ت"):
        return may_be_given(token)  # «قوى الأمن أوقفت فلانا»
    return may_be_given(token) or key not in ordinary_words()


def is_of_two(token: Token) -> bool:
    """Say whether a title is that of two: «النائبين», «الوزيرين», but not «الأمين»."""
    key = token.key
    return key.startswith("ال") and key.endswith("ين") and bool(cue(key) & TITLE and cue(key[:-2]) & TITLE)


def is_of_nobody(tokens: Sequence[Token], first: int) -> bool:
    """Say whether the office at word `first` is what somebody becomes, not who stands behind it.

    >>> from sitegen.text.tokens import tokenize
    >>> is_of_nobody(tokenize("انتخب رئيسا خلفا لفلان"), 1), is_of_nobody(tokenize("قال رئيس النادي"), 1)
    (True, False)
    >>> [is_of_nobody(tokenize(x), 1) for x in ("بن سلطان والأمير", "المتهم الرئيس", "منصب نائب الرئيس")]
    [True, True, True]
    """
    light, key = tokens[first].light, tokens[first].key
    before = tokens[first - 1].key if first else ""
    main = light == "الرئيس" and before.startswith("ال") and cue(before) & TITLE
    glued = key[0] in "بل" and key[1:] in office_cues("not_glued")
    if main or glued or before in office_cues("sons"):  # «فهد بن سلطان والأمير فلان»
        return True
    became = light.endswith("ا") and light[:-1] in OFFICES
    return became or not stem_keys(before).isdisjoint(office_cues("posts"))


def is_of_several(tokens: Sequence[Token], first: int) -> bool:
    """Say whether the office at word `first` is the chief's of two or more: «نائبا رئيس المجلس».

    >>> from sitegen.text.tokens import tokenize
    >>> is_of_several(tokenize("حضر نائبا رئيس المجلس"), 2), is_of_several(tokenize("حضر رئيس المجلس"), 1)
    (True, False)
    """
    return first > 0 and not stem_keys(tokens[first - 1].key).isdisjoint(office_cues("several"))


def is_prize(tokens: Sequence[Token], first: int) -> bool:
    """Say whether the office at word `first` is that of the best of a feast: «أفضل ممثل التونسي فلان».

    >>> from sitegen.text.tokens import tokenize
    >>> is_prize(tokenize("نال جائزة أفضل ممثل"), 3), is_prize(tokenize("فاز الفنان"), 1)
    (True, False)
    """
    return first > 0 and tokens[first - 1].key in office_cues("superlatives")


def master_of(tokens: Sequence[Token], first: int, stop: int) -> int:
    """Return the last office among words [first, stop): that of the master whose man is named behind him.

    >>> from sitegen.text.tokens import tokenize
    >>> line = "المتحدث الرسمي باسم المكتب الإعلامي لرئيس مجلس الوزراء فلان"
    >>> master_of(tokenize(line), 0, 8)
    5
    """
    heads = (i for i in range(stop - 1, first, -1) if tokens[i].light.removeprefix("ل") in OFFICES)
    return next(heads, first)


def acting_from(tokens: Sequence[Token], first: int) -> int | None:
    """Return where «القائم بأعمال» begins before the office at word `first`, None without it.

    >>> from sitegen.text.tokens import tokenize
    >>> acting_from(tokenize("هنأ القائم بأعمال مدير الوكالة"), 3)
    4
    """
    if first < 2 or tokens[first - 1].key not in office_cues("duties"):
        return None
    head = tokens[first - 2]
    return next((clip(head, s.cut) for s in stems(head.key) if s.key in office_cues("acting_heads")), None)


def speaks_for(token: Token) -> bool:
    """Say whether an office is a spokesman's, behind whose words his master's name may stand.

    >>> from sitegen.text.tokens import tokenize
    >>> [speaks_for(word) for word in tokenize("والمتحدث الناطقة نائب")]
    [True, True, False]
    """
    return any(stem.key.removeprefix("ال") in office_cues("spokesmen") for stem in stems(token.key))


def may_be_given(token: Token) -> bool:
    """Say whether a word can be a given name: to lose the first of two offices is better than to lend one."""
    return is_name_of(token.key, GIVEN) and not token.key.startswith(DEFINITE)


def is_definite(token: Token) -> bool:
    """Say whether a word is definite by itself."""
    return token.key.startswith(DEFINITE) or is_place(token.key)


@cache
def office_cues(name: str) -> frozenset[str]:
    """Return a list of words of `name_cues.toml`."""
    return frozenset(map(match_key, data.table("name_cues")[name]))
