"""Where the text of a printed office ends: it holds no verb, and the titles after it are not part of it."""

from __future__ import annotations

from functools import cache

from sitegen import data
from sitegen.reading.names.cues import LINK, VERB, cue
from sitegen.reading.names.lists import function_lights
from sitegen.reading.names.words import is_place
from sitegen.text.fold import match_key
from sitegen.text.tokens import Token, tokenize

_PURPOSE = "لي"  # ل before the present tense: «ليحتسب»
_DEFINITE = ("ال", "بال", "لل")


def own_office(text: str) -> str:
    """Return a printed office without the titles behind it, '' where a clause ran into it.

    >>> own_office("رئيس نادي الأحساء الدكتور"), own_office("نائب الرئيس"), own_office("الدكتور")
    ('رئيس نادي الأحساء', 'نائب الرئيس', 'الدكتور')
    >>> own_office("اللاعب الويلزي اخطأ ليحتسب الحكم مخالفة ضده بداعي عرقلة")
    ''
    """
    tokens = tokenize(text)
    if any(_is_of_clause(token) for token in tokens[1:]):
        return ""
    last = len(tokens)
    while last > 1 and tokens[last - 1].key in _titles() and _is_definite(tokens[last - 2]):
        last -= 1
    return text[: tokens[last - 1].end] if tokens else ""


def _is_of_clause(token: Token) -> bool:
    """Say whether a word is a verb, or a particle that no office holds."""
    bits = cue(token.key)
    if bits & VERB and not bits & ~VERB and not token.key.startswith(_DEFINITE):
        return True
    if token.key.startswith(_PURPOSE) and len(token.key) > len(_PURPOSE) + 2:
        return not is_place(token.key)
    return token.light in function_lights() and not bits & LINK and match_key(token.text) not in _inside()


def _is_definite(token: Token) -> bool:
    return token.key.startswith(_DEFINITE) or is_place(token.key)


@cache
def _titles() -> frozenset[str]:
    return frozenset(match_key("ال" + word) for word in data.table("name_cues")["after_office"])


@cache
def _inside() -> frozenset[str]:
    return frozenset(map(match_key, data.table("name_cues")["inside_office"]))
