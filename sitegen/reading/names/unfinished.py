"""Whether the word behind a name may be one more part of it: half a name is another man's."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.reading.names.cues import NATION, ROLE, TITLE, parts
from sitegen.reading.names.ending import can_end, is_last, is_listed_nisba
from sitegen.reading.names.lists import (
    ARAB,
    GIVEN,
    function_lights,
    name_kinds,
    ordinary_words,
)
from sitegen.reading.names.shapes import is_plain, looks_foreign, plainness
from sitegen.reading.names.units import Text, Unit
from sitegen.reading.names.words import is_place
from sitegen.text.tokens import stems

#: Endings of plurals and feminines, and the first letters of participles, verbal nouns and plurals with ال.
_NO_NAME = ("ا", "ة", "ات", "ون", "ين", "ها", "هم", "نا")
_TO = ("ل", "ب")
#: Endings of families that no verb has, and letters that open inflected words.
_LIKE_FAMILY, _PREFIXED = ("ي", "ة", "ون"), ("ب", "ل", "و", "ف", "ي", "ت", "س", "ن", "م")
#: Behind so many parts and one more a title that nothing follows is the family.
_WHOLE = 3
_NO_FAMILY, _DESCRIBING = ("ة", "ات", "ون", "ين", "ان"), frozenset("ماتي")


def is_open(text: Text, units: Sequence[Unit]) -> bool:
    """Say whether the word behind a name is as like as not one more part of it: half a name is another man's.

    >>> from sitegen.reading.names.chain import chain
    >>> from sitegen.reading.names.units import make_text
    >>> from sitegen.text.tokens import tokenize
    >>> def open_(line): return is_open(text := make_text(line, tokenize(line)), chain(text, 0))
    >>> open_("مشعل علي غرم عسيري"), open_("مشعل علي يزور أبها"), open_("مشعل الزهراني غرم عسيري")
    (True, False, False)
    """
    j = units[-1].last
    if _goes_on_in_title(text, j):
        return True
    if is_last(text, units[-1]) or not text.joined(j):
        return False
    if text.words[j].bits & (TITLE | ROLE) and _stands_alone(text, j, units):
        return True
    if units[-1].arab and (text.tokens[j].key in parts().tribes or _goes_on_in_tribe(text, j)):
        return True
    if text.strange(j):
        return True
    if _stands_before_family(text, j, units):
        return True
    if text.tokens[j].light in function_lights():
        return False
    if _parts_from_that(text, j) or _is_bare_nation(text, j):
        return True
    return _is_foreign_too(text, j, units[-1]) if text.words[j].bits else _looks_like_more(text, j, units)


def _stands_before_family(text: Text, j: int, units: Sequence[Unit]) -> bool:
    """Say whether a bare word parts a name from a strange family: «أحمد إسماعيل محرم الشرعبي،»."""
    if len(units) < 2 or not all(unit.arab for unit in units) or units[-1].kind not in "Gg":
        return False
    word, last = text.tokens[j], j + 1
    bare = not text.words[j].bits and not word.key.startswith(("ال", "و"))
    if not bare or not text.joined(last) or text.joined(last + 1):
        return False
    key = text.tokens[last].key
    family = key.startswith("ال") and key.endswith("ي") and not text.words[last].bits
    return family and ordinary_words().isdisjoint((key, key[2:])) and not is_place(key)


def _looks_like_more(text: Text, j: int, units: Sequence[Unit]) -> bool:
    """Say whether a word that is neither particle nor title may be a part of the name, by its letters."""
    key = text.tokens[j].key
    if key.startswith("ال") and text.tokens[j].text[0] == "أ":  # «ألبون» has no article
        return not units[-1].arab and key not in ordinary_words()
    if key.startswith("ال"):
        return _opens_family(text, j, units)
    if len(key) < 3 or key.isascii() or key.startswith(("و", "ي", "سي", "ست")) or key in ordinary_words():
        return False
    if len(units) > 1 and units[-1].kind in "Ggf" and units[-1].arab and _is_like_family(text, j):
        return True
    maghreb = key.startswith("بو") and len(key) > len("بوصف") and key[1:] not in ordinary_words()
    if _closes(text, j, units) or (maghreb and units[-1].kind in "Gg"):
        return True  # «حسن أحمد بوصوف», but «بوساطة»
    if units[-1].kind in "GgUA" and not units[-1].arab and _is_unknown(text, j):
        return True  # «خوسيه أنطونيو كاست»
    behind = [stem.key for stem in stems(key)[1:]]
    if is_place(key) or any(plainness(k) or is_place(k) for k in behind):
        return False  # «بانتشال», «لمصر»
    if not units[-1].arab:
        return looks_foreign(key)
    closed = units[-1].kind in "FfA" and text.tokens[j - 1].key.startswith("ال")
    return not closed and plainness(key) < 2


def _is_like_family(text: Text, j: int) -> bool:
    """Say whether a word of no list ends as no verb does, its own noun not behind it: «موسى عصايرة بقرية»."""
    token = text.tokens[j]
    if not token.light.endswith(_LIKE_FAMILY) or token.key.startswith(_PREFIXED) or is_place(token.key):
        return False
    after = text.tokens[j + 1].key if text.joined(j + 1) else ""
    return not after.startswith("ال") or after in parts().follow


def _opens_family(text: Text, j: int, units: Sequence[Unit]) -> bool:
    """Say whether a word with ال behind a name may be its family name: «راشد بن حمد العذبة والمدير»."""
    key, last = text.tokens[j].key, units[-1]
    bare = key[2:]
    if key == "الله" or (text.joined(j + 1) and text.tokens[j + 1].key == "الله"):
        return True  # «محمد خير العودة الله»
    plain = not ordinary_words().isdisjoint((key, bare, bare + "ه")) or is_place(key)
    given = last.kind in "GgJ" and last.arab
    if given and not (plain or text.joined(j + 1)) and text.tokens[j].light.endswith("ة"):
        return True  # «خميس مطر المزينة،»: nobody is described by a feminine
    told = len(units) > 1 and key.endswith("ي") and can_end(text, j) and not is_place(key)
    if given and (told or _is_family(key, text.tokens[j].light)):
        return True  # «خالد سعيد الديني وسفير»
    listed = not units[0].first and text.line[text.tokens[j].end :].startswith("،")
    if given and listed and (len(units) > 2 or last.kind == "J"):
        return True  # a line of a list: «- يحي ولد احمد الوقف، الوزير»
    if last.kind == "J" and can_end(text, j) and bare in name_kinds():
        return True  # «نمر بن محمد الشبل أن»
    if last.kind == "J" and can_end(text, j) and not plain:
        return True
    return bare in name_kinds() and _closes(text, j, units)


def _parts_from_that(text: Text, j: int) -> bool:
    """Say whether a bare word stands between a name and «إن», where nothing but a name can: «تشن بحر إن»."""
    if not text.joined(j + 1) or text.tokens[j + 1].light not in parts().that | {"ان"}:
        return False
    token = text.tokens[j]
    timed = token.key in parts().follow | parts().day_parts or text.words[j].bits
    affixed = token.key.startswith(("ال", "و", "ل", "ب", "ك")) or token.light.endswith((*_NO_NAME, "ه"))
    return not (timed or affixed)


def _is_bare_nation(text: Text, j: int) -> bool:
    """Say whether a nationality without ال stands before a mark or «إن»: «فيصل كريم كندي» is his family."""
    if not text.words[j].bits & NATION or not text.words[j].names or text.tokens[j].key.startswith("ال"):
        return False
    return not text.joined(j + 1) or text.tokens[j + 1].light in parts().that | {"ان"}


def _is_foreign_too(text: Text, j: int, last: Unit) -> bool:
    """Say whether a verb or an office is a name as well behind a foreign one: «تييرنو ألاسان سال»."""
    name = text.uncut(j)
    return name is not None and not last.arab and not name.kind & ARAB


def _is_unknown(text: Text, j: int) -> bool:
    """Say whether only affixes make the word at `j` ordinary, and none that a noun or a verb has."""
    token = text.tokens[j]
    if token.light.endswith(_NO_NAME) or token.key.startswith(_TO) or is_place(token.key):
        return False
    return not any(stem.key in ordinary_words() or is_place(stem.key) for stem in stems(token.key)[1:])


def _stands_alone(text: Text, j: int, units: Sequence[Unit]) -> bool:
    """Say whether a title before «إن», «و» or a mark can only be a name: «محمود أميري مقدم إن».

    One with ال that is a given name as well is one behind a father: «حمادي ولد سيدي المختار أن».
    """
    token, name, last = text.tokens[j], text.uncut(j), units[-1]
    if token.key.startswith("ال"):
        if len(units) > _WHOLE and not text.joined(j + 1):
            return True  # «سمير خالد علي حمود الصاحب،»
        if token.light.endswith("ة") and last.arab and not text.joined(j + 1):
            return True  # «إيهاب سعيد النجمة،» is no star
        son = last.kind == "J" or text.tokens[last.first].key in parts().sons
        return son and name is not None and bool(name.kind & GIVEN) and can_end(text, j)
    if token.key.startswith("و") or token.light.endswith(_NO_NAME):
        return False
    if not text.joined(j + 1) or text.tokens[j + 1].light in parts().that | {"ان"}:
        return True
    return text.tokens[j + 1].key.startswith("و") and not text.words[j + 1].bits


def _goes_on_in_tribe(text: Text, j: int) -> bool:
    """Say whether an unknown word with ال stands before a family of the lists: «أحمد علي الأعماش الطنيجي»."""
    key = text.tokens[j].key
    unknown = key.startswith("ال") and key not in ordinary_words() and key[2:] not in ordinary_words()
    return unknown and not text.words[j].bits and text.joined(j + 1) and is_listed_nisba(text, j + 1)


def _goes_on_in_title(text: Text, j: int) -> bool:
    """Say whether a title that is a forefather's name stands at `j`: «أحمد ياسين شيخ علي أيانلي»."""
    if not (text.joined(j) and text.joined(j + 1)) or text.tokens[j].key not in parts().inner_titles:
        return False
    after = text.uncut(j + 1)
    return after is not None and bool(after.kind & GIVEN)


def _closes(text: Text, j: int, units: Sequence[Unit]) -> bool:
    """Say whether nothing but a name can stand between a given name and a mark or «إن»: «جان كريستوف كاريه،».

    Adverbs («شخصيا»), plurals and nouns with a pronoun can; a foreign name may end as they do.
    """
    token, last = text.tokens[j], units[-1]
    if last.kind not in "GgJ" or (text.joined(j + 1) and text.tokens[j + 1].key not in parts().that):
        return False
    if is_place(token.key) or any(plainness(stem.key) for stem in stems(token.key)[1:]):
        return False
    return not token.light.endswith((*_NO_NAME, "ه") if last.arab else _NO_NAME)


def _is_family(key: str, light: str) -> bool:
    """Say whether a word with ال may be the family of the given name before it: «النور», «السواد»."""
    bare = key[2:]
    if is_place(key):
        return key.endswith("ي")  # a town's club: «حيدر عبد الواحد الإسماعيلي»
    if not ordinary_words().isdisjoint((key, bare, bare + "ه")):
        return bare in name_kinds() and bare not in ordinary_words()
    if bare in name_kinds() or not is_plain(key) or key.endswith("ي"):
        return True
    if light.endswith(_NO_FAMILY) or bare[1:2] == "ا":
        return False  # «الحائز»
    return bare[:1] not in _DESCRIBING  # «حيان عبد الغني السواد»
