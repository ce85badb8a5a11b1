"""Where a name begins: the word before it is as like as not its first part, and then nobody is told."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.reading.names.cues import HONOUR, KIN, LINK, NATION, ROLE, TITLE, TRAP, VERB, parts
from sitegen.reading.names.lists import ARAB, GIVEN, SHARED, function_lights, ordinary_words
from sitegen.reading.names.office_words import is_definite, is_stranger, office_cues
from sitegen.reading.names.shapes import looks_foreign, plainness
from sitegen.reading.names.units import Text, Unit, closes_place
from sitegen.reading.names.words import is_pair, is_place
from sitegen.text.fold import match_key

#: Words that an office before a name may have.
_OFFICE = 5
#: Shorter words look like nothing.
_SHORT = 4
_DEFINITE = ("ال", "وال", "لل", "بال")
#: First letters of verbs: «يعيق محمد جحفلي».
_VERBAL = ("ي", "ت", "س")
_FUTURE = ("ي", "سي", "ست", "سن")


def lacks_its_head(text: Text, units: Sequence[Unit], bits: int = 0) -> bool:
    """Say whether the word before a name that nothing parts from it may begin it; `bits` announce it.

    >>> from sitegen.reading.names.chain import chain
    >>> from sitegen.reading.names.units import make_text
    >>> from sitegen.text.tokens import tokenize
    >>> def lacks(line, i): return lacks_its_head(text := make_text(line, tokenize(line)), chain(text, i))
    >>> lacks("جيتي مالك جالو", 1), lacks("سعيد صالح الكناني", 1), lacks("بن زهير بن أبي سلمى", 1)
    (True, True, True)
    >>> lacks("وزير صالح الكناني", 1), lacks("العدل هنري خوري", 1), lacks("سعيد وصالح الكناني", 1)
    (False, False, False)
    """
    first = units[0].first
    if not text.joined(first) or units[0].cut or closes_place(text, first - 1):
        return False
    before, word = text.tokens[first - 1], text.words[first - 1]
    if text.tokens[first].key in parts().sons:
        return bool(word.names)  # a title that is a name as well: «سلطان بن ناصر الحوسني»
    if (
        before.key in parts().heads
        or _is_father(text, first - 1)
        or text.strange(first - 1)
        or _is_foreign_too(text, first - 1, units[0])
    ):
        return True  # «لكعب بن زهير بن أبي سلمى», «بلدية آيت يحيى موسى»
    if text.joined(first - 1) and _goes_before(text, first - 1, bits):
        return True
    if text.joined(first - 1) and text.tokens[first - 2].key in parts().terms and not word.bits:
        return True  # «الرئيس المنتهية ولايته ادرس ديبي اتنو»
    if _is_bare_title(text, first - 1, units[0]) or _stands_inside(text, first - 1):
        return True
    if _parts_title(text, first - 1) or _opens_clause(text, first - 1, units[-1].last, bits):
        return True
    return _may_be_given(text, first - 1, units[0])


def _may_be_given(text: Text, j: int, unit: Unit) -> bool:
    """Say whether word `j` may be the given name of whose name goes on with `unit`."""
    before, word = text.tokens[j], text.words[j]
    if word.bits & ~LINK or before.light in function_lights():
        return False
    if is_place(before.key):
        return _behind_place(text, j, unit)
    if before.key in parts().verbs_too or before.key in parts().nouns_too:
        return False
    if word.names:
        name = word.names[0]
        return not name.cut and bool(name.kind & GIVEN) and not before.key.startswith("ال")
    return _looks_given(text, j) or (unit.kind == "U" and _looks_strange(text, j))


def _is_father(text: Text, j: int) -> bool:
    """Say whether «ولد» at `j` stands behind a word of a name, and is no verb: «الفضيل ولد سيداتي أحمد»."""
    if text.tokens[j].key not in parts().sahara or not text.joined(j):
        return False
    before, bits = text.tokens[j - 1], text.words[j - 1].bits
    if bits & TITLE:
        return True  # «مولاي ولد محمد لقظف»
    return before.key.startswith("ال") and not bits and before.key not in parts().that


def _goes_before(text: Text, j: int, bits: int) -> bool:
    """Say whether the word at `j` stands in no office, or is a title that is the father's name here.

    «وزير الأشغال العامة عليم إسماعيل أحمد», «لمالكها محمد سلطان مرخان الكتبي», «عبد الله شيخ إسماعيل فرتاغ».
    """
    near = range(max(1, j - _OFFICE), j)
    office = bits & ROLE or any(text.words[k - 1].bits & ROLE and text.joined(k) for k in near)
    if office and is_stranger(text.tokens[j - 1], text.tokens[j]):
        return True
    if text.tokens[j].key in parts().inner_titles and _is_given(text, j - 1):
        return True
    given, title = text.uncut(j - 1), text.uncut(j)
    if given is None or title is None or not given.kind & GIVEN or text.words[j - 1].bits:
        return False
    return bool(text.words[j].bits & (TITLE | ROLE))


def _behind_place(text: Text, j: int, first: Unit) -> bool:
    """Say whether the town at `j` is a given name: a place before it, or one of Arabs where no place stands.

    Behind a firm of two words an unknown one is its second: «المحلل في ستاندرد تشارترد رازيا خان».

    «في موريتانيا شارلوت فاتي انجاي», «وأضاف بشار خالد الهواري», but «في بشار خالد الهواري».
    """
    firm = text.joined(j) and text.words[j - 1].bits & LINK  # «وزير خارجية ليتوانيا فلان» is one of a country
    if firm and first.kind == "U" and looks_foreign(text.tokens[j].key):
        return True
    if not text.joined(j) or not _is_given(text, j):
        return False
    before, key, name = text.tokens[j - 1], text.tokens[j].key, text.uncut(j)
    if is_place(before.key):
        return not is_pair(before.key, key)
    arab = name is not None and bool(name.kind & ARAB)
    placed = text.words[j - 1].bits & (TRAP | ROLE) or before.key in parts().seats
    return arab and not (placed or before.light in function_lights())


def _is_bare_title(text: Text, j: int, first: Unit) -> bool:
    """Say whether the title at `j`, right before a given name, is one too: «سلطان راشد سعيد الظاهري»."""
    word, name = text.words[j], text.uncut(j)
    given = name is not None and name.kind & GIVEN and (first.kind in "GgU" or not name.kind & ARAB)
    return bool(given and word.bits & (TITLE | ROLE) and not word.bits & (HONOUR | KIN | VERB))


def _parts_title(text: Text, j: int) -> bool:
    """Say whether a bare word parts a title with ال from the name: no adjective, «النائب سري ثريا أوندر»."""
    if not text.joined(j) or not text.tokens[j - 1].key.startswith(_DEFINITE):
        return False
    bits, key = text.words[j - 1].bits, text.tokens[j].key
    if not bits & TITLE or bits & NATION or key in office_cues("behind_rank"):
        return False
    return _is_bare(text, j, woman=text.tokens[j - 1].light.endswith("ة"))


def _opens_clause(text: Text, j: int, last: int, bits: int) -> bool:
    """Say whether a word of no list stands between a verb and a name before «إن»: «أكد مير حسين موسوي أن»."""
    if not (text.joined(j) and text.joined(last)) or text.tokens[last].light not in parts().that:
        return False
    if not _is_bare(text, j):
        return False
    if bits & ROLE and is_definite(text.tokens[j - 1]):
        return True  # «قال وزير الخارجية سري ثريا أوندر إن»
    return bool(text.words[j - 1].bits & VERB) and text.tokens[j].key not in ordinary_words()


def _is_bare(text: Text, j: int, *, woman: bool = False) -> bool:
    """Say whether the word at `j` is no office, particle, accusative, word with ال or verb (of a `woman`)."""
    token = text.tokens[j]
    key = token.key
    if text.words[j].bits or token.light in function_lights() or not key.isalpha() or key.isascii():
        return False
    if is_place(key):
        return False
    verb = key.startswith(_FUTURE) or (woman and (key.startswith("ت") or key.endswith("ت")))
    return not (verb or key.startswith(_DEFINITE) or token.light.endswith("ا"))


def _stands_inside(text: Text, j: int) -> bool:
    """Say whether a lone given name stands before a word of no list at `j`: «محمد مروي ملفي الهدية»."""
    token, name = text.tokens[j], text.uncut(j - 1) if text.joined(j) else None
    if name is None or name.kind & (GIVEN | SHARED) != GIVEN or (text.joined(j - 1) and text.uncut(j - 2)):
        return False
    if token.key.startswith((*_DEFINITE, *_VERBAL)) or token.key in ordinary_words():
        return False
    return len(token.key) > 2 and token.key.isalpha() and not text.words[j].bits


def _is_given(text: Text, j: int) -> bool:
    """Say whether a given name ends at word `j`: «محمد», «عبد الله»."""
    name = text.uncut(j)
    return text.tokens[j].key in parts().faith or (name is not None and bool(name.kind & GIVEN))


def _is_foreign_too(text: Text, j: int, first: Unit) -> bool:
    """Say whether the word at `j` is half a name: «روي دوارتي», «صباح الدين محمد», «رئيس سوكار روفشان»."""
    token, word, name = text.tokens[j], text.words[j], text.uncut(j)
    if token.key in parts().faith and token.key != match_key("الله"):
        return True
    if first.arab or first.kind not in "UGgFf":
        return False
    bare = first.kind == "U" and word.bits & ROLE and not token.key.startswith(_DEFINITE)
    verb = word.bits & VERB and name is not None and name.kind & (GIVEN | ARAB) == GIVEN
    return bool(verb or (bare and len(token.key) > 2 and not word.names))


def _looks_strange(text: Text, j: int) -> bool:
    """Say whether a word that only affixes make ordinary looks foreign: «سيندونا كنستلر غيورغي»."""
    key = text.tokens[j].key
    if key in ordinary_words() or key.startswith(_DEFINITE) or len(key) < _SHORT:
        return False
    return key.isalpha() and not key.isascii() and looks_foreign(key)


def _looks_given(text: Text, j: int) -> bool:
    """Say whether nothing makes the word at `j` an ordinary one, it is no verb, and no place bears it."""
    key = text.tokens[j].key
    if len(key) < 3 or key.isascii() or key.startswith((*_DEFINITE, *_VERBAL)) or plainness(key):
        return False
    if text.joined(j) and (text.words[j - 1].bits & TRAP or text.tokens[j - 1].key in parts().seats):
        return False  # «رئيسة بلدية زيرمات روماي بيرغر»
    return looks_foreign(key) or not text.tokens[j].light.endswith("ه")  # «ليعيقه»
