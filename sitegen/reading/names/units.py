"""The parts of a name: what one listed word is, and the compounds «عبد الـ», «أبو», «بن», «… الدين».

A unit covers tokens of a line and says which kind of part they are; it does not
say yet that they are a name: `name_chain` rows units up, `name_judge` decides.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from sitegen.reading.names.cues import NATION, cue, parts
from sitegen.reading.names.lists import ARAB, FAMILY, GIVEN, SHARED, function_lights, long_names, name_kinds
from sitegen.reading.names.shapes import is_plain, plainness
from sitegen.reading.names.words import Name, is_place, names_in
from sitegen.text.finders import Finder
from sitegen.text.fold import match_key
from sitegen.text.remembered import Remembered
from sitegen.text.tokens import Stem, Tokens, stems

#: Spaces and marks of direction.
_UNSEEN = " \t\n\r\u00a0\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\ufeff"
_CLITIC = ("وأ", "وإ", "وآ", "لأ", "لإ")
_MADDA = "آ"
_SON = ("ابن", "بن")
_TANWIN = "\N{ARABIC FATHATAN}"


class Unit(Struct, frozen=True, gc=False):
    """One part of a name: kind, tokens [first, last), clitic letters before it, Arab or foreign.

    Kinds: G given, F family name; g, f the same but also an ordinary word; K «أبو …», k with an
    ordinary word; J «بن …», «فان …»; A unknown word with ال; U unknown word; R number of a king.
    """

    kind: str
    first: int
    last: int
    cut: int = 0
    arab: bool = True
    full: bool = False  # a whole name from the lists


class Word(Struct, frozen=True, gc=False):
    """What names need to know of a printed word, looked up once."""

    bits: int  # what it announces, see name_cues
    names: tuple[Name, ...]
    openers: tuple[Stem, ...]  # readings that open a name of several words
    family: bool  # wholly a listed family name of no other meaning
    opens: bool  # can open a name
    idle: bool  # neither opens a name nor announces one


class Text(Struct, frozen=True, gc=False):
    """A line with its tokens and what each could be."""

    line: str
    tokens: Tokens
    words: Sequence[Word]

    def gap(self, j: int) -> str:
        """Return what stands between token `j` and the one before."""
        return self.tokens.gaps[j]

    def joined(self, j: int) -> bool:
        """Say whether only white space or a bare hyphen stands before token `j`."""
        if not 0 < j < len(self.tokens):
            return False
        gap = self.tokens.gaps[j]
        return gap in (" ", "-") or not gap.strip(_UNSEEN)

    def strange(self, j: int) -> bool:
        """Say whether token `j` is «آن» or «آنا», part of a foreign name: not «أن», «أنا»."""
        token = self.tokens[j]
        return token.text.startswith(_MADDA) and token.light in function_lights()

    def uncut(self, j: int) -> Name | None:
        """Return the listed name that the whole word at `j` is."""
        names = self.words[j].names
        return names[0] if names and not names[0].cut else None


def make_text(line: str, tokens: Tokens) -> Text:
    """Look every word of a line up; an accusative ending is on no name of a person."""
    words = [_NOTHING] * len(tokens)
    for i in _USEFUL.places(tokens):
        word = words[i] = _WORDS[tokens.lights[i]]
        if word.names and not word.names[0].cut and tokens[i].text.startswith(_CLITIC):
            words[i] = _without_clitic(tokens[i].light)  # «وإندا» is no Wanda, «لأمين» no Lamine
    if _TANWIN in line:
        for i, token in enumerate(tokens):
            if _TANWIN in token.text:
                words[i] = replace(words[i], names=(), openers=(), family=False)
    return Text(line, tokens, words)


def _without_clitic(light: str) -> Word:
    """Return what names need to know of a word that begins as no name does: «و» or «ل», then a hamza."""
    word = _word_of(light)
    rest = tuple(replace(name, cut=name.cut + 1) for name in _WORDS[light[1:]].names)
    return replace(word, names=rest, family=False, opens=bool(rest or word.openers))


def _word_of(light: str) -> Word:
    """Return what names need to know of the word with this light key, which its other key follows from."""
    key = match_key(light)
    bits, names = cue(key), names_in(key, light)
    openers = tuple([s for s in stems(key) if _opens(s.key)])
    family = bool(names) and not names[0].cut and names[0].kind & (FAMILY | GIVEN | SHARED) == FAMILY
    family = family and not bits & NATION
    opens = bool(names or openers)
    return Word(bits, names, openers, family, opens, not (bits or opens))


def _opens(key: str) -> bool:
    """Say whether a word without clitics opens a name of several words."""
    return key in parts().openers or key in long_names() or (key.startswith("عبدال") and len(key) > 6)


def _is_useful(key: str, bare: frozenset[str]) -> bool:
    """Say whether a word announces a name, or may be one or open one however it is spelt: most do not."""
    return cue(key) != 0 or not name_kinds().keys().isdisjoint(bare) or any(map(_opens, bare))


_WORDS = Remembered(_word_of)
_USEFUL = Finder(lambda key, bare: _is_useful(key, bare))  # noqa: PLW0108 - asked for by its name
_NOTHING = Word(0, (), (), family=False, opens=False, idle=True)


def listed(name: Name, i: int) -> Unit:
    """Make the unit of a listed name."""
    letter = "f" if name.kind & (GIVEN | FAMILY) == FAMILY else "g"
    return Unit(letter if name.kind & SHARED else letter.upper(), i, i + 1, name.cut, bool(name.kind & ARAB))


def compound(text: Text, i: int, key: str, cut: int = 0) -> Unit | None:
    """Read «عبد الله», «عبدالله», «أبو مازن», «جاد الحق», «ابن سينا», «فان باستن» from token `i`."""
    small, tokens = parts(), text.tokens
    following = tokens[i + 1].key if i + 1 < len(tokens) else ""
    for words, kind in long_names().get(key, ()):
        if len(words) > 1 and words[1] != following:
            continue
        last = i + len(words)
        if words[-1] in small.faith and len(words) == 2:
            continue  # «فضل الله» is judged below
        if words[0] == "بن" and text.joined(last) and tokens[last].key.startswith("ال"):
            continue  # «أحمد بن صالح السياري» is no Ben Salah
        if tokens.keys[i + 1 : last] == words[1:] and _together(text, i, last):
            full = kind & (GIVEN | FAMILY) == GIVEN | FAMILY
            return Unit("G" if kind & GIVEN else "F", i, last, cut, bool(kind & ARAB), full)
    if key.startswith("عبدال") and len(key) > 6:
        return Unit("G", i, i + 1, cut)
    if not text.joined(i + 1):
        return None
    after = tokens[i + 1].key
    if key == "عبد" and (after in small.servant_of or (after.startswith("ال") and not is_plain(after))):
        return Unit("G", i, i + 2, cut)
    if key in small.of_faith and after in small.faith:
        return Unit("G" if after != "الله" or key in small.of_god else "g", i, i + 2, cut)
    if key in small.kunya:
        return _kunya(text, i, key, cut)
    if key in _SON and after not in _SON:
        inner = _kunya(text, i + 1, after, 0, inside=True) or compound(text, i + 1, after)
        if inner or text.uncut(i + 1):
            return Unit("J", i, inner.last if inner else i + 2, cut)
    return None


def _together(text: Text, first: int, last: int) -> bool:
    return all(text.joined(j) for j in range(first + 1, last))


def _kunya(text: Text, i: int, key: str, cut: int, *, inside: bool = False) -> Unit | None:
    """Read «أبو …» and «أم …» from token `i`; `inside` a name any word may follow."""
    if key not in parts().kunya or not text.joined(i + 1):
        return None
    after = text.tokens[i + 1]
    if after.key in parts().kunya_places or after.key in parts().kunya or after.key in _SON:
        return None  # nor is «أبو أبو أبو» anybody
    inner = compound(text, i + 1, after.key)
    if inner:
        return Unit("K", i, inner.last, cut)
    bare = after.key.removeprefix("ال")
    name = text.uncut(i + 1) or next(iter(names_in(bare, bare)), None)
    if key == "ام":
        return Unit("K", i, i + 2, cut) if name and not name.kind & SHARED else None
    if inside or name or (key == "ابو" and not is_plain(after.key)):
        return Unit("K", i, i + 2, cut)
    return Unit("k", i, i + 2, cut) if key == "ابو" and not cue(after.key) else None


def closes_place(text: Text, i: int) -> bool:
    """Say whether word `i` ends a town or a quarter: «بلدية أبو سليم عبد الرحمن الحامدي»."""
    place = text.tokens[i].key in parts().kunya_places
    return place and text.joined(i) and text.tokens[i - 1].key in parts().kunya


def unknown(text: Text, i: int, plain: int = 0) -> Unit | None:
    """Read a word that nothing knows; `plain`: how ordinary it may look."""
    token = text.tokens[i]
    key = token.key
    if len(key) < 2 or key.isascii() or key[0].isdigit() or text.words[i].bits or key.startswith("لل"):
        return None
    level = plainness(key)
    if level > plain or is_place(key):
        return None
    if (level and token.light.endswith("ه")) or (level > 1 and token.light in function_lights()):
        return None  # a pronoun, not the ending of a name
    return Unit("A" if key.startswith("ال") else "U", i, i + 1, arab=key.startswith("ال"))
