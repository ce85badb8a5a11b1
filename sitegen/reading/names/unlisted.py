"""Words of no list as part of a name: what stands before, behind and around them must tell."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.reading.names.cues import (
    ANNOUNCING,
    KIN,
    LINK,
    NATION,
    PERSON,
    ROLE,
    TITLE,
    VERB,
)
from sitegen.reading.names.ending import (
    can_end,
    is_nation_family,
    is_nisba,
)
from sitegen.reading.names.lists import (
    ARAB,
    is_name_of,
    ordinary_words,
)
from sitegen.reading.names.shapes import looks_foreign, plainness
from sitegen.reading.names.units import Text, Unit, unknown
from sitegen.reading.names.words import is_place

_QUOTES = frozenset('"«“')
#: A verb of what is to come begins so.
_WILL = ("سي", "ست")
#: Two words with ال that are one by mistake have so many letters without it.
_FIRST, _SECOND = 4, 3
#: Letters of «متجها» and the like.
_STATE = 4
#: «فاز بالتانيت الذهبي»: what begins so is no foreign given name.
ARTICLES = ("ال", "بال", "لل", "كال", "فال")


def after_title(text: Text, i: int, bits: int) -> Unit | None:
    """Read «ابن بطوطة» or a word that nothing knows, as after a title."""
    if text.tokens[i].key == "ابن" and text.joined(i + 1):
        after = unknown(text, i + 1)
        return Unit("J", i, after.last) if after else None
    if bits & PERSON and _family_like(text, i):
        return Unit("A", i, i + 1)
    return unknown(text, i, 1 if bits & VERB else 0)


def before_family(text: Text, i: int, announced: bool) -> Unit | None:
    """Read an unknown given name before a listed family name: «جيرماين ديفو»."""
    if i + 1 >= len(text.words) or not text.words[i + 1].family or not text.joined(i + 1):
        return None
    key = text.tokens[i].key
    if key.startswith("و") and announced:
        return None  # «وزيرا للمالية وتوشيميتسو موتيغي» or «واجلير»?
    cut = int(key.startswith("و"))
    if len(key) < 3 + cut or key[cut:].startswith(ARTICLES) or key.isdigit() or text.words[i].bits:
        return None
    if plainness(key) > announced or is_place(key):
        return None
    return Unit("U", i, i + 1, cut, arab=False)


def unlisted(text: Text, j: int, units: Sequence[Unit], bits: int) -> Unit | None:
    """Read a word of no list as the next unit."""
    token, last = text.tokens[j], units[-1]
    nation = text.words[j].bits & NATION
    if token.key == "عبد" or _is_two_words(token.key) or (last.arab and _tells_how(token.light)):
        return None
    if nation or token.key.startswith("و"):
        return Unit("A", j, j + 1) if nation and is_nation_family(text, j, units) else None
    announced = bits & (TITLE | KIN | ROLE | LINK | NATION)
    given = len(units) == 1 and last.kind == "G" and last.arab and not last.full
    if given and (_family_like(text, j) or (announced and _surname_like(text, j))):
        return Unit("A", j, j + 1)
    if last.kind == "K" and len(units) == 1 and token.key.endswith("ي") and _surname_like(text, j):
        return Unit("A", j, j + 1)
    if last.last - units[0].first > 1 and token.key.startswith(_WILL) and not looks_foreign(token.key):
        return None  # «عمر مرموش سيضطر إلى الغياب»
    if last.arab and len(units) > 1 and token.key.startswith("ي"):
        alien = last.kind == "J" and bits & ANNOUNCING and looks_foreign(token.key)
        return Unit("U", j, j + 1) if alien else None  # «يونس بك يفكوروف»; else a verb, not one more name
    if not last.arab and last.kind in "GU" and token.key.startswith("ال"):
        nisba = len(units) > 1 and units[0].arab and token.key.endswith("ي") and announced
        return Unit("A", j, j + 1) if nisba and can_end(text, j) and _surname_like(text, j) else None
    if _is_whole(text, j, units):
        return None
    sure = bool(bits & (ANNOUNCING | NATION)) or any(unit.kind == "G" for unit in units)
    nisba = token.key.endswith("ي") and not (text.joined(j + 1) and text.tokens[j + 1].key.startswith("ال"))
    closes = can_end(text, j) or nisba or (last.kind == "J" and plainness(token.key[2:]) < 2)
    if closes and len(units) > 1 and last.arab and announced and _surname_like(text, j, last):
        return Unit("A", j, j + 1)  # «مساعد بن محمد العيبان،»
    early = len(units) == 1 or can_end(text, j) or (token.key.startswith("ال") and token.key.endswith("ي"))
    if token.light.endswith("ة") and not set(text.line[token.end : token.end + 2]).isdisjoint(_QUOTES):
        return None  # «غنت نور إبراهيم ترنيمة "ليلة الميلاد"»
    if token.light.endswith("ة") and len(units) > 1 and not (last.arab or last.kind == "U"):
        return None  # «اتهم بيدرو سانشيز بمعاداة السامية»
    if token.light.endswith("ة") and (last.kind == "J" or (len(units) == 1 and bits & VERB)):
        sure = False  # «وصف مسعود مغادرة المدرب»: what he described
    return unknown(text, j, int(sure and early and last.kind in "GgJ"))


def _tells_how(light: str) -> bool:
    """Say whether a word is what somebody is while he does it: «كان محمود متجها إلى الجبهة»."""
    return light.startswith("مت") and light.endswith("ا") and len(light) > _STATE


def _is_whole(text: Text, j: int, units: Sequence[Unit]) -> bool:
    """Say whether the name before word `j` is such that no word of this form goes on with it."""
    token, last = text.tokens[j], units[-1]
    plain = last.kind == "F" or (last.kind == "f" and not token.key.endswith("ي"))
    plain = plain or (last.kind == "A" and len(units) > 1)  # «عبدالرحمن الضعيان إخلاء سبيله»
    if last.arab and plain and not token.key.startswith("ال"):
        return True  # nothing but a second family name follows the family name of an Arab
    if len(units) > 1 and is_nisba(text, last.last - 1) and not token.key.endswith("ي"):
        return True  # «شهد محمد الشرقي الختام»
    whole = len(units) > 2 or (len(units) > 1 and last.kind in "Ff")
    placed = text.joined(j + 1) and is_place(text.tokens[j + 1].key)
    if whole and placed and not looks_foreign(token.key):
        return True  # «تناول محمد أوزكان فهارس إسطنبول»
    # «تصريحات محمد حسنين هيكل المسيئة»
    return whole and token.light.endswith("ة") and token.key.startswith("ال")


def _is_two_words(key: str) -> bool:
    """Say whether two words with ال are printed as one: «المديرالفنى», but not «العبدالله», «السلالمي»."""
    first, _, second = key[2:].partition("ال") if key.startswith("ال") else ("", "", "")
    return len(first) >= _FIRST and len(second) >= _SECOND


def _family_like(text: Text, j: int) -> bool:
    """Say whether a word with ال is the family name made of a given name: «الحميد», «الفهد»."""
    key = text.tokens[j].key
    if not key.startswith("ال") or text.words[j].bits or key[2:] in ordinary_words() or is_place(key):
        return False
    return is_name_of(key[2:], ARAB)


def _surname_like(text: Text, j: int, father: Unit | None = None) -> bool:
    """Say whether a word with ال could be a family name: not listed, no participle, verbal noun or plural.

    Behind «بنت …» it may end as a woman's does: «ميثاء بنت سيف المحروقية».
    """
    token = text.tokens[j]
    bare = token.key[2:]
    if not token.key.startswith("ال") or len(bare) < 4:
        return False
    woman = father is not None and text.tokens[father.first].key == "بنت" and token.light.endswith("ية")
    if not (bare.endswith("ي") or woman) and (bare[0] in "ماتي" or bare[1] == "ا"):
        return False
    if bare in ordinary_words() or (token.light.endswith(("ه", "ة", "ات", "ون", "ين")) and not woman):
        return False
    return not text.words[j].bits and not is_place(token.key)
