"""The grammar inside a name: given names, «بن», «أبو», «عبد الـ», «آل», family names, numbers of kings.

A chain is a row of units from one token on.  It says what stands there, not yet
whether it is a person: `name_judge` decides that with the words around it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from sitegen.reading.name_cues import ANNOUNCING, KIN, LINK, NATION, PERSON, ROLE, ROYAL, TITLE, VERB, cue, parts
from sitegen.reading.name_lists import ARAB, FAMILY, GIVEN, SHARED, function_lights, long_names, name_kinds, ordinary_words
from sitegen.reading.name_words import Name, is_place, names_in
from sitegen.reading.word_shapes import is_plain, plainness
from sitegen.text.tokens import Stem, Token, stems

#: Kinds of units.  G given, F family name; g, f the same but also an ordinary word; K «أبو …»,
#: k with an ordinary word; J «بن …», «فان …»; A unknown word with ال; U unknown word; R number of a king.
STRONG = frozenset("GFK")
_LONGEST = 6


class Unit(NamedTuple):
    """One part of a name: its kind, its tokens [first, last), the clitic letters before it, Arab or foreign."""

    kind: str
    first: int
    last: int
    cut: int = 0
    arab: bool = True


class Text(NamedTuple):
    """A line with its tokens."""

    line: str
    tokens: Sequence[Token]

    def gap(self, j: int) -> str:
        """Return what stands between token `j` and the one before."""
        return self.line[self.tokens[j - 1].end : self.tokens[j].start]

    def joined(self, j: int) -> bool:
        """Say whether only white space or a bare hyphen stands before token `j`."""
        if not 0 < j < len(self.tokens):
            return False
        gap = self.gap(j)
        return gap == " " or gap == "-" or not gap.strip()


def chain(text: Text, i: int, bits: int = 0) -> list[Unit]:
    """Return the units of the longest name that could begin at token `i`; `bits` stand before it.

    >>> from sitegen.text.tokens import tokenize
    >>> def units(line): return [(u.kind, u.last) for u in chain(Text(line, tokenize(line)), 0)]
    >>> units("ولعبد الكريم بن يوسف الخطابي كتاب"), units("قرارات مجلس الأمن")
    ([('G', 2), ('J', 4), ('F', 5)], [])
    """
    announced = bool(bits & (ANNOUNCING | NATION))
    first = _opening(text, i, announced)
    if first is None and announced:
        first = _announced(text, i, bits)
    if first is None:
        return []
    units = [first]
    while len(units) < _LONGEST and text.joined(units[-1].last):
        unit = _inner(text, units[-1].last, units, bits)
        if unit is None:
            break
        units.append(unit)
    return units


@lru_cache(maxsize=65536)
def _openers(key: str) -> tuple[Stem, ...]:
    """Return the readings of a word that can open a name of several words."""
    small, long = parts(), long_names()
    return tuple(
        s for s in stems(key)
        if s.key in small.openers or s.key in long or (s.key.startswith("عبدال") and len(s.key) > 6)
    )  # fmt: skip


def _opening(text: Text, i: int, announced: bool) -> Unit | None:
    """Read the first unit: clitics may stand before it."""
    token = text.tokens[i]
    for stem in _openers(token.key):
        unit = _compound(text, i, stem.key, stem.cut)
        if unit:
            return unit
    names = names_in(token.key, token.light)
    if names and cue(token.key) & NATION:
        return _listed(names[0], i) if names[0].kind & GIVEN and _sure(text, i + 1) else None
    if names:
        return _listed(names[0], i)
    return _before_family(text, i, announced)


def _sure(text: Text, j: int) -> bool:
    """Say whether «بن» or a name of no other meaning stands at token `j`: «تركي الفيصل»."""
    if not text.joined(j):
        return False
    name = _uncut(text.tokens[j])
    return text.tokens[j].key == "بن" or (name is not None and not name.kind & SHARED)


def _compound(text: Text, i: int, key: str, cut: int) -> Unit | None:
    """Read «عبد الله», «عبدالله», «أبو مازن», «جاد الحق», «ابن سينا», «فان باستن» from token `i`."""
    small, tokens = parts(), text.tokens
    for words, kind in long_names().get(key, ()):
        last = i + len(words)
        if tuple(t.key for t in tokens[i + 1 : last]) == words[1:] and all(map(text.joined, range(i + 1, last))):
            return Unit("G" if kind & GIVEN else "F", i, last, cut, bool(kind & ARAB))
    if key.startswith("عبدال") and len(key) > 6:
        return Unit("G", i, i + 1, cut)
    if not text.joined(i + 1):
        return None
    after = tokens[i + 1].key
    if key == "عبد" and after in small.servant_of:
        return Unit("G", i, i + 2, cut)
    if key in small.of_faith and after in small.faith:
        return Unit("G" if after != "الله" or key in small.of_god else "g", i, i + 2, cut)
    if key in small.kunya:
        return _kunya(text, i, key, cut)
    if key in ("ابن", "بن"):
        inner = _kunya(text, i + 1, after, 0, inside=True) if after in small.kunya and text.joined(i + 2) else None
        inner = inner or _compound(text, i + 1, after, 0)
        if inner or _uncut(tokens[i + 1]):
            return Unit("J", i, inner.last if inner else i + 2, cut)
    return None


def _kunya(text: Text, i: int, key: str, cut: int, inside: bool = False) -> Unit | None:
    """Read «أبو …» and «أم …» from token `i`; `inside` a name any word may follow."""
    after = text.tokens[i + 1]
    if after.key in parts().kunya_places:
        return None
    inner = _compound(text, i + 1, after.key, 0)
    if inner:
        return Unit("K", i, inner.last, cut)
    bare = after.key[2:] if after.key.startswith("ال") else after.key
    listed = _uncut(after) or next(iter(names_in(bare, bare)), None)
    if key == "ام":
        return Unit("K", i, i + 2, cut) if listed and not listed.kind & SHARED else None
    if inside or listed or (key == "ابو" and not is_plain(after.key)):
        return Unit("K", i, i + 2, cut)
    return Unit("k", i, i + 2, cut) if key == "ابو" and not cue(after.key) else None


def _uncut(token: Token) -> Name | None:
    """Return the listed name that the whole word is."""
    names = names_in(token.key, token.light)
    return names[0] if names and not names[0].cut else None


def _listed(name: Name, i: int) -> Unit:
    """Make the unit of a listed name."""
    letter = "f" if name.kind & (GIVEN | FAMILY) == FAMILY else "g"
    return Unit(letter if name.kind & SHARED else letter.upper(), i, i + 1, name.cut, bool(name.kind & ARAB))


def _before_family(text: Text, i: int, announced: bool) -> Unit | None:
    """Read an unknown given name before a listed family name: «جيرماين ديفو»."""
    if not text.joined(i + 1):
        return None
    after = _uncut(text.tokens[i + 1])
    if not after or after.kind & (SHARED | GIVEN):
        return None
    key = text.tokens[i].key
    cut = 1 if key.startswith("و") else 0
    if len(key) < 3 + cut or key[cut:].startswith("ال") or plainness(key) > announced or is_place(key) or cue(key):
        return None
    return Unit("U", i, i + 1, cut, arab=False)


def _announced(text: Text, i: int, bits: int) -> Unit | None:
    """Read «ابن بطوطة» or a word that nothing knows, as after a title."""
    if text.tokens[i].key == "ابن" and text.joined(i + 1):
        after = _unknown(text, i + 1)
        return Unit("J", i, after.last) if after else None
    token = text.tokens[i]
    if bits & PERSON and _family_like(token):
        return Unit("A", i, i + 1)
    return _unknown(text, i, 1 if bits & VERB else 0)


def _unknown(text: Text, i: int, plain: int = 0) -> Unit | None:
    """Read a word that nothing knows; `plain`: how ordinary it may look."""
    token = text.tokens[i]
    key = token.key
    level = plainness(key)
    if len(key) < 2 or key.isascii() or level > plain or cue(key) or is_place(key) or key.startswith("لل"):
        return None
    if level and token.light.endswith("ه") or (level > 1 and token.light in function_lights()):
        return None  # a pronoun, not the ending of a name
    return Unit("A" if key.startswith("ال") else "U", i, i + 1, arab=key.startswith("ال"))


def _inner(text: Text, j: int, units: Sequence[Unit], bits: int) -> Unit | None:
    """Read the next unit of a name that has begun; no clitics here."""
    token, small, last = text.tokens[j], parts(), units[-1]
    key = token.key
    long = last.last - last.first > 1
    unit = _compound(text, j, key, 0) if key in small.openers or key in long_names() or key[:4] == "عبدا" else None
    if unit:
        return unit
    if key in small.regnal:
        return Unit("R", j, j + 1) if bits & ROYAL or (len(units) == 1 and key != "الاول") else None
    if key in small.honorifics:
        return Unit("J", j, j + 1)
    initial = len(key) == 1 and j + 1 < len(text.tokens) and text.gap(j + 1).strip() == "."
    if initial or (key in (small.arab_joints if last.arab else small.joints) and text.joined(j + 1)):
        return _after_joint(text, j)
    names = names_in(key, token.light)
    if names and not names[0].cut:
        unit = _listed(names[0], j)
        return unit if unit.kind in STRONG or _closes(text, j, units) else None
    if names and (last.arab or key[0] not in "بفك"):
        return None
    nation = cue(key) & NATION
    if nation or key.startswith("و"):
        return Unit("A", j, j + 1) if nation and key.startswith("ال") and last.kind == "K" else None
    if len(units) == 1 and last.kind == "G" and last.arab and not long:
        if _family_like(token) or (bits & (TITLE | KIN | ROLE | LINK) and _surname_like(token)):
            return Unit("A", j, j + 1)
    sure = bits & (ANNOUNCING | NATION) or any(unit.kind == "G" for unit in units)
    if token.light.endswith("ة") and last.kind == "J":
        sure = False
    return _unknown(text, j, int(sure and last.kind in "GgJ"))


def _family_like(token: Token) -> bool:
    """Say whether a word with ال is the family name made of a given name: «الحميد», «الفهد»."""
    bare = token.key[2:]
    listed = token.key.startswith("ال") and any(kind & ARAB for _, kind in name_kinds().get(bare, ()))
    return listed and bare not in ordinary_words() and not cue(token.key)


def _surname_like(token: Token) -> bool:
    """Say whether a word with ال that is neither listed nor a participle, a verbal noun or a plural could be one."""
    bare = token.key[2:]
    if not token.key.startswith("ال") or len(bare) < 4 or bare[0] in "ماتي" or bare[1] == "ا":
        return False
    if token.light.endswith(("ه", "ة", "ات", "ون", "ين")) or bare in ordinary_words():
        return False
    return not is_place(token.key) and not cue(token.key)


def _after_joint(text: Text, j: int) -> Unit | None:
    """Read «بن يوسف», «آل خليفة», «فان دير سار», «ج. ماكينيس» from the small word at `j`."""
    after = text.tokens[j + 1]
    inner = _compound(text, j + 1, after.key, 0)
    if inner is None and after.key in parts().joints and text.joined(j + 2):
        inner = _after_joint(text, j + 1)
    if inner is None and not _uncut(after):
        inner = _unknown(text, j + 1, 2 if text.tokens[j].key in ("بن", "ابن", "بنت", "فان", "فون") else 0)
        if inner is None:
            return None
    return Unit("J", j, inner.last if inner else j + 2)


def _closes(text: Text, j: int, units: Sequence[Unit]) -> bool:
    """Say whether a name word that is also an ordinary word may go on with the name."""
    key = text.tokens[j].key
    bits = cue(key)
    if bits & NATION:
        return units[0].kind == "K"
    if key == "علي" and units[-1].kind == "F":
        return False
    if not text.joined(j + 1):
        return True
    if not bits & (TITLE | ROLE | KIN | VERB):
        return text.tokens[j + 1].key != "الله"
    after = _uncut(text.tokens[j + 1])
    return after is not None and not after.kind & SHARED
