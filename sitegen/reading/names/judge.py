"""Decide whether a chain of name words is a person, by its own words and by what announces it.

Every way to say yes is a named rule; the name is kept with the span, so that
`tests/quality` can say which rule errs.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from sitegen.reading.names.chain import STRONG
from sitegen.reading.names.cues import ANNOUNCING, CLAN, KIN, LINK, NATION, PERSON, TITLE, VERB, cue, parts
from sitegen.reading.names.lists import NOTED, name_kinds, ordinary_words, plain_words
from sitegen.reading.names.shapes import is_plain, looks_foreign
from sitegen.reading.names.units import Unit
from sitegen.reading.names.words import is_place, names_in
from sitegen.text.tokens import Token

#: Endings of pronouns: «تمارينهم» is no name.
_PRONOUNS = ("ها", "هم", "هما", "هن", "ته", "اه")


class Scene(Struct, frozen=True, gc=False):
    """What stands around a chain: its first word, the cues before it and the key of the word after."""

    word: Token
    bits: int
    after: str


Verdict = tuple[int, str]  # units kept, rule; (0, "") for no person
_NO: Verdict = (0, "")


def judge(units: Sequence[Unit], scene: Scene) -> Verdict:
    """Return how many units are a person and the rule that says so."""
    kinds = "".join(unit.kind for unit in units)
    first = kinds[0]
    if first in "GK":
        if len(kinds) > 1:
            return len(kinds), "given"
        given = first == "G" and not units[0].full
        return _NO if given and _goes_on(scene.after) else (1, "lone given")
    if first == "F":
        return _family(kinds, units, scene)
    if first in "gfJk":
        return _shared(kinds, units, scene)
    joined = scene.word.key.startswith("و") and not units[0].cut  # «… وتوشيميتسو موتيغي»
    if kinds.startswith("UF") and not (joined or scene.word.light.endswith(_PRONOUNS)):
        return len(kinds), "unlisted given"
    if scene.bits & (ANNOUNCING | NATION):
        return _unlisted(kinds, scene)
    return _NO


def _goes_on(after: str) -> bool:
    """Say whether an unlisted word with ال follows, a family name as like as not: «محمد السروي»."""
    if not after.startswith("ال") or cue(after) or is_place(after):
        return False
    return after[2:] not in ordinary_words() and after not in ordinary_words()


def _family(kinds: str, units: Sequence[Unit], scene: Scene) -> Verdict:
    """Judge a chain that opens with a family name of no other meaning."""
    if scene.word.key.startswith("ال") and len(kinds) > 2 and kinds[1] in "Gg":
        return _NO  # «بحسب الصائغ دلشاد كريم»: a trade, the name stands behind it
    if kinds[1:2] and not units[0].arab and not units[1].arab:
        if kinds[1] in "GgfJ" or (kinds[1] == "F" and scene.bits & (ANNOUNCING | NATION)):
            return len(kinds), "family"
    elif kinds[1:2] in ("F", "f", "J") and units[1].arab and not scene.word.key.startswith("ال"):
        return len(kinds), "family"
    if scene.bits & CLAN or (not scene.bits & (ANNOUNCING | LINK) and _adjective(scene.word)):
        return _NO
    return 1, "lone family"


def _adjective(word: Token) -> bool:
    """Say whether a family name is also the adjective of a known word: الفاسي, الهاشمي, but not السيستاني."""
    names = names_in(word.key, word.light)
    key = names[0].key if names else ""
    base = key[2:-1]
    if not key.startswith("ال") or not key.endswith("ي"):
        return False
    return base in ordinary_words() or is_place(base) or base in name_kinds()


def _shared(kinds: str, units: Sequence[Unit], scene: Scene) -> Verdict:
    """Judge a chain that opens with a word that is an ordinary word as well."""
    first, second = kinds[0], kinds[1:2]
    title = scene.bits & (TITLE | KIN)
    if first == "f" and second == "G" and cue(scene.word.key) & TITLE:
        return _NO
    whole = len(kinds) > 2 and kinds[1] in "GF" and all(unit.arab for unit in units)
    whole = whole and bool(scene.bits & VERB) and not scene.word.key.startswith("ال")
    if is_place(scene.word.key) and not (first + second == "gF" or whole or title):
        return _NO  # «بشار خالد الهواري» is a man
    if first == "f" and scene.word.key[units[0].cut :].startswith("ال"):  # no name opens with a family's
        return _lone_shared(units[0].cut, scene)
    if second and (verdict := _shared_and_more(kinds, units, scene)):
        return verdict
    if first == "k":
        return _NO
    if first == "J":
        return (1, "lone joint") if scene.bits & ANNOUNCING else _NO
    return _lone_shared(units[0].cut, scene)


def _shared_and_more(kinds: str, units: Sequence[Unit], scene: Scene) -> Verdict | None:
    """Judge such a chain by the name behind its first word; None where that tells nothing."""
    first, second, opener = kinds[0], kinds[1], units[0]
    plain, title = scene.word.key in plain_words(), scene.bits & (TITLE | KIN)
    likely = title or (scene.bits & VERB and not plain)
    clear = title or (scene.bits & ANNOUNCING and not plain)
    if second in STRONG or second == "J" or (likely and second in "UA") or (clear and second in "gfk"):
        mixed = opener.arab and not units[1].arab and second in "FG"
        unlikely = mixed or first + second == "fG"
        return _NO if unlikely and not title else (len(kinds), "shared and more")
    if (
        first == "g"
        and second in "gfA"
        and not plain
        and (second != "A" or scene.bits or scene.word.key[:2] != "ال")  # «نجوم الأخضر الشبان» are a team
        and (not opener.cut or (scene.bits == LINK and len(kinds) > 2))  # «… وعبده سعيد المخلافي»
    ):
        return len(kinds), "shared twice"
    noun = scene.word.key in parts().nouns_too
    if kinds[:1] + kinds[2:3] == "gF" and second in "gG" and units[2].arab and not opener.cut and not noun:
        return len(kinds), "shared and family"  # «سعيد صالح الكناني», but «عودة صالح الكناني»
    return None


def _lone_shared(cut: int, scene: Scene) -> Verdict:
    """Judge one word that is a name and an ordinary word: a title or a verb must stand before it."""
    names = names_in(scene.word.key, scene.word.light)
    if not names:
        return _NO  # a name of two words, «لطف الله», of which the first alone is none
    key = names[0].key
    bare = key[2:] if key.startswith("ال") else key
    noted = names[0].kind & NOTED or (bare == key and scene.bits & PERSON)
    if cut or cue(key) & ~(VERB | LINK) or (bare in plain_words() and not noted):
        return _NO
    verb = scene.bits & VERB and scene.after in parts().follow
    if verb or scene.bits & (PERSON if key.startswith("ال") else TITLE | KIN):
        return 1, "lone shared"
    return _NO


def _unlisted(kinds: str, scene: Scene) -> Verdict:
    """Judge a chain that opens with a word nothing knows."""
    key = scene.word.key
    if key.startswith("و") or "R" in kinds or scene.word.light.endswith(_PRONOUNS):
        return _NO
    if kinds[0] == "A":
        likely = key.endswith("ي") or key[2:] in name_kinds()
        return (1, "announced") if scene.bits & PERSON and likely else _NO
    alien = looks_foreign(key)
    if len(kinds) > 1 and not is_plain(key):
        known = any(kind in "GF" for kind in kinds[1:])
        return (len(kinds), "unlisted") if "A" not in kinds and (known or alien) else _NO
    if (
        scene.bits & VERB
        and scene.after in (parts().that if is_plain(key) else parts().follow)
        and (scene.after or alien)
    ):
        return 1, "lone subject"
    if is_plain(key):
        return _NO
    return (1, "lone unlisted") if alien and scene.bits & (TITLE | KIN) else _NO
