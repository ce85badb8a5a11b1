"""Which body of an article «التنظيم» or «الوزارة» alone means: the only one of its sort."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from sitegen.english.words.adjectives import adjectives
from sitegen.english.words.grammar import grammar
from sitegen.english.words.lines import line_of
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
    forms = _forms(one)
    printed = Counter(word for text in pieces for word in _names(text, forms))
    return {word: body for word, body in one.items() if printed[word] <= len(named[word])}


def _names(text: str, forms: Mapping[str, tuple[str, bool]]) -> Iterator[str]:
    """Yield each word of `forms` where a name may begin with it: without ال, or before what tells which."""
    line = line_of(text)
    if forms.keys().isdisjoint(line.keys):  # as most lines
        return
    for i, key in enumerate(line.keys):
        word, definite = forms.get(key, ("", False))
        if not word:
            continue
        after = line.tokens[i + 1] if i + 1 < len(line.keys) and not line.marked[i + 1] else None
        if not definite or (after and _tells(after)):
            yield word


def _forms(words: Iterable[str]) -> dict[str, tuple[str, bool]]:
    """Return each of `words` by what it is with letters glued to it, and whether it has ال.

    >>> forms = _forms(["وزاره"])
    >>> forms["وزاره"], forms["والوزاره"], forms["للوزاره"]
    (('وزاره', False), ('وزاره', True), ('وزاره', True))
    """
    forms: dict[str, tuple[str, bool]] = {}
    for lead in _LEADS:
        for definite in (False, True):
            article = ("ل" if lead == "ل" else "ال") if definite else ""
            for word in words:
                forms.setdefault(lead + article + word, (word, definite))
    return forms


def _tells(after: Token) -> bool:
    """Say whether the word behind «الشركة» tells which it is: «السعودية», but not «الكبيرة» or «اليوم»."""
    key, known = after.key, grammar()
    if not key.startswith("ال") or key in known.boundaries | known.relatives:
        return False
    quality = adjectives().get(key.removeprefix("ال"))
    return after.light not in known.prepositions and (quality is None or quality.rank > _QUALITY)
