"""Which body of an article «التنظيم» or «الوزارة» alone means: the only one of its sort."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from sitegen.english.adjectives import adjectives
from sitegen.english.grammar import grammar
from sitegen.english.lines import line_of
from sitegen.model import Article, Entity
from sitegen.text.fold import match_key
from sitegen.text.tokens import Token

#: What may be glued to a noun.
_LEADS = ("", "و", "ب", "ل", "ف", "ك")
#: Adjectives of this rank or less say how it is, not which.
_QUALITY = 1


def only_bodies(article: Article, orgs: Iterable[Entity]) -> Mapping[str, Entity]:
    """Return the bodies that are the only ones of their sort, by the first word of their name, without ال.

    «وزارة الدفاع» is one where no other ministry is printed, whether it was understood or not.
    """
    named: dict[str, list[Entity]] = {}
    for entity in orgs:
        for m in entity.mentions:
            first, _, rest = match_key(m.text).partition(" ")
            if rest:
                named.setdefault(first.removeprefix("ال"), []).append(entity)
    one = {word: found[0] for word, found in named.items() if len({body.id for body in found}) == 1}
    if not one:
        return one
    pieces = (piece.text for block in article.blocks for piece in block.pieces)
    printed = Counter(word for text in pieces for word in _names(text, frozenset(one)))
    return {word: body for word, body in one.items() if printed[word] <= len(named[word])}


def _names(text: str, words: frozenset[str]) -> Iterator[str]:
    """Yield each of `words` where a name may begin with it: without ال, or before what tells which."""
    line = line_of(text)
    for i, key in enumerate(line.keys):
        word, definite = _bare(key, words)
        if not word:
            continue
        after = line.tokens[i + 1] if i + 1 < len(line.keys) and not line.marked[i + 1] else None
        if not definite or (after and _tells(after)):
            yield word


@lru_cache(maxsize=4096)
def _bare(key: str, words: frozenset[str]) -> tuple[str, bool]:
    """Return which of `words` a key is, and whether it has ال; '' if none.

    >>> _bare("والوزاره", frozenset(["وزاره"])), _bare("للوزاره", frozenset(["وزاره"]))
    (('وزاره', True), ('وزاره', True))
    """
    for lead in _LEADS:
        inner = key.removeprefix(lead)
        if inner in words:
            return inner, False
        bare = inner.removeprefix("ل" if lead == "ل" else "ال")
        if bare in words and bare != inner:
            return bare, True
    return "", False


def _tells(after: Token) -> bool:
    """Say whether the word behind «الشركة» tells which it is: «السعودية», but not «الكبيرة» or «اليوم»."""
    key, known = after.key, grammar()
    if not key.startswith("ال") or key in known.boundaries | known.relatives:
        return False
    quality = adjectives().get(key.removeprefix("ال"))
    return after.light not in known.prepositions and (quality is None or quality.rank > _QUALITY)
