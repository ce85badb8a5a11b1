"""What stands beside a known form and decides whether it is a place, part of a name or another word."""

from __future__ import annotations

from sitegen.desk.lexicon import Lexicon
from sitegen.model import Record
from sitegen.reading.names.lists import ARAB, GIVEN, SHARED, name_kinds
from sitegen.reading.names.shapes import looks_foreign, plainness
from sitegen.reading.names.words import is_place
from sitegen.reading.places.gazetteer import Lead, cue, is_cue
from sitegen.reading.places.state_bodies import LISTS, TextLine
from sitegen.text.nationalities import by_place, nationality
from sitegen.text.phrases import Hit

_SHORT = 3
#: Words of a party's name up to the places that it is for.
_CAUSE = 5
_TANWIN = "\N{ARABIC FATHATAN}"
_MADDA, _HAMZA = "آ", "أ"
_OPENING, _CLOSING = ('"', "«", "“", "'"), ('"', "»", "”", "'")
_DASHES, _CLOSERS = frozenset(("-", "–", "/")), frozenset(("", ":"))
_OPENERS = tuple("-–/(")  # after a place that opens a line: a dateline inside the text


def is_told(line: TextLine, hit: Hit[Lead]) -> bool:
    """Say whether a name stands alone in quotation marks after ل, or a region's: «قال لـ"الجزيرة"»."""
    text = line.span.text
    quoted = text[hit.start - 1 : hit.start] in _OPENING and text[hit.end : hit.end + 1] in _CLOSING
    region = " ".join(t.key for t in line.tokens[hit.first : hit.last]) in cue("outlets.regions")
    region = region and not any(t.key.startswith("ال") for t in line.tokens[hit.last : hit.last + 1])
    return quoted and (region or text[: hit.start - 1].rstrip().endswith((" لـ", " ل")))


def located(line: TextLine, hit: Hit[Lead], beside: int) -> str:
    """Return the cue of a place before a form: "noun" (or a dateline), "word", "to" (ل) or nothing."""
    before = line.tokens[hit.first - 1].key if line.joined(hit.first) else ""
    if line.dateline:
        return "" if beside else "noun"  # «الدوحة - قنا»: behind a place stands who reports
    if is_cue(before, "place_nouns"):
        return "noun"
    glued = hit.prefix[-1:] if hit.end - hit.start > 3 else ""
    if glued == "ب" or is_cue(before, "prepositions"):
        return "word"
    if glued == "ل":
        return "to"
    if beside and beside == hit.first and line.joined(beside, LISTS):
        return "word"
    opens = hit.first == 0 and line.span.text[hit.end :].lstrip()[:1] in _OPENERS
    return "word" if opens else ""


def is_otherwise_printed(line: TextLine, hit: Hit[Lead], record: Record) -> bool:
    """Say whether a madda inside a word makes it another: «مآرب» are aims, «مأرب» a town."""
    printed = line.span.text[hit.start : hit.end]
    inside = _MADDA in printed.removeprefix("ال")[1:]
    return inside and printed.replace(_MADDA, _HAMZA) == record.ar


def in_quarter(line: TextLine, hit: Hit[Lead]) -> bool:
    """Say whether the word for a quarter stands right before one word: «في حي الريان»."""
    alone = hit.last == hit.first + 1 and line.joined(hit.first)
    return alone and is_cue(line.tokens[hit.first - 1].key, "quarters")


def is_quarter(line: TextLine, hit: Hit[Lead]) -> bool:
    """Say whether a name goes on a list of quarters whose first one is no known place."""
    if hit.prefix != "و" or not line.joined(hit.first):
        return False
    i = hit.first - 1
    while i > 1 and line.tokens[i].key.startswith("و") and line.joined(i):
        i -= 1  # «جامعات ييل ونيويورك وكاليفورنيا»
    return i > 0 and i not in line.hits and is_cue(line.tokens[i - 1].key, "quarters")


def is_woman(line: TextLine, hit: Hit[Lead]) -> bool:
    """Say whether a given name makes the adjective a woman of that country: «السعودية هدى الدغفق»."""
    if hit.last != hit.first + 1 or not line.joined(hit.last):
        return False
    kinds = name_kinds().get(line.tokens[hit.last].key, ())
    whole = line.joined(hit.last + 1) and line.tokens[hit.last + 1].key.startswith("ال")
    return any(kind & GIVEN and (whole or not kind & SHARED) for _, kind in kinds)


def inside_name(line: TextLine, hit: Hit[Lead], record: Record) -> bool:
    """Say whether a place is part of the name before it: «جامعة القاهرة», «شارع حيفا», «كاكسياس دو سول»."""
    if hit.prefix or not line.joined(hit.first):
        return False
    before = line.tokens[hit.first - 1].key
    if is_cue(before, "markets") and record.id in by_place():
        return not (line.joined(hit.last) and line.tokens[hit.last].key.startswith("لل"))
    if is_cue(before, "contests") and not record.country:
        return True
    after = line.tokens[hit.last].key if line.joined(hit.last) else ""
    if is_cue(before, "centres") and (after.startswith("لل") or after in cue("malls")):
        return True  # «مركز صنعاء للدراسات», «مركز غرناطة التجاري»
    if is_cue(before, "rivers") and record.id in by_place():
        return True  # «نهر النيجر», «نهر الأردن»
    if is_cue(before, "features") and line.joined(hit.first - 1):
        before = line.tokens[hit.first - 2].key
        return is_cue(before, "institutions")
    return (
        is_cue(before, "institutions")
        or is_cue(before, "streets")
        or before in cue("particles") | cue("clocks")
    )


def is_near(line: TextLine, hit: Hit[Lead]) -> bool:
    """Say whether a road or another town bears the name: «طريق بغداد الدولي», «النبطية الفوقا»."""
    if not line.joined(hit.last):
        return False
    road = not hit.prefix and line.joined(hit.first) and is_cue(line.tokens[hit.first - 1].key, "roads")
    return is_cue(line.tokens[hit.last].key, "road_kinds" if road else "halves")


def opens_outlet(line: TextLine, hit: Hit[Lead]) -> bool:
    """Say whether a place opens the name of an outlet in quotation marks: «"دارفور 24"»."""
    if line.span.text[hit.start - 1 : hit.start] not in _OPENING or not line.joined(hit.last):
        return False
    after = line.tokens[hit.last]
    ends = is_cue(after.key, "outlets.endings") or after.key in cue("outlets.numbers")
    last = line.tokens[hit.last + 1] if line.joined(hit.last + 1) else after  # «"فلسطين أون لاين"»
    closed = any(line.span.text[word.end : word.end + 1] in _CLOSING for word in (after, last))
    return ends and closed


def in_person(line: TextLine, hit: Hit[Lead]) -> bool:
    """Say whether a place is somebody's given name: «الخليل بن أحمد», «في موريتانيا شارلوت فاتي انجاي»."""
    if not line.joined(hit.last):
        return False
    after = line.tokens[hit.last].key
    if _opens_foreign_name(line, hit, after):
        return True
    behind = line.joined(hit.first) and hit.first - 1 in line.hits and not hit.prefix
    if not behind or hit.last != hit.first + 1 or not name_kinds().get(line.tokens[hit.first].key):
        return after in cue("sons")
    return after in cue("sons") or any(not kind & SHARED for _, kind in name_kinds().get(after, ()))


def _opens_foreign_name(line: TextLine, hit: Hit[Lead], after: str) -> bool:
    """Say whether a place stands between an office and a word of no list: «رئيسة الوزراء سوريا جونغ…»."""
    if hit.last != hit.first + 1 or hit.prefix or not line.joined(hit.first):
        return False
    before = line.tokens[hit.first - 1]
    office = before.text.startswith("ال") and not is_cue(before.key, "place_nouns")
    return office and _is_strange(after) and nationality(after) is None


def on_the_field(line: TextLine, hit: Hit[Lead]) -> bool:
    """Say whether a player's line stands before a club's town: «لاعب وسط برشلونة»."""
    if hit.prefix or hit.first < 2 or not (line.joined(hit.first) and line.joined(hit.first - 1)):
        return False
    field, player = line.tokens[hit.first - 1].key, line.tokens[hit.first - 2].key
    return field in cue("clubs.lines") and is_cue(player, "clubs.before")


def in_source(line: TextLine, hit: Hit[Lead]) -> bool:
    """Say whether a place on a dateline is in the name of who reports: «سبها – بوابة أفريقيا الإخبارية»."""
    if not line.dateline:
        return False
    before = line.joined(hit.first) and not is_cue(line.tokens[hit.first - 1].key, "place_nouns")
    after = line.joined(hit.last) and is_cue(line.tokens[hit.last].key, "outlets.endings")
    return (before and hit.first - 1 not in line.hits) or after


def reports(line: TextLine, hit: Hit[Lead]) -> bool:
    """Say whether a form behind the place that opens a line is who reports: «الدوحة - قنا: ترأس …»."""
    text = line.span.text
    opens = hit.first - 1 in line.hits and not hit.prefix and text[hit.end :].lstrip()[:1] in _CLOSERS
    return opens and text[line.tokens[hit.first - 1].end : hit.start].strip() in _DASHES


def is_surname(line: TextLine, hit: Hit[Lead], record: Record) -> bool:
    """Say whether a town stands right behind a foreign given name and so is a surname: «فابيو ليما»."""
    if hit.prefix or hit.last != hit.first + 1 or not line.joined(hit.first) or record.id in by_place():
        return False
    key = line.tokens[hit.first - 1].key
    before = name_kinds().get(key) or name_kinds().get(key.removeprefix("و"), ())
    return any(kind & GIVEN and not kind & (SHARED | ARAB) for _, kind in before)


def _is_strange(key: str) -> bool:
    """Say whether a word of no list looks like a foreign name."""
    if len(key) <= _SHORT or not key.isalpha() or key.isascii() or is_place(key):
        return False
    return not plainness(key) and looks_foreign(key)


def inside_body(line: TextLine, hit: Hit[Lead]) -> bool:
    """Say whether a short form of a body is the end of another's name: «البنك الأهلي المصري»."""
    return line.joined(hit.first) and is_cue(line.tokens[hit.first - 1].key, "other_bodies")


def with_plus(line: TextLine, hit: Hit[Lead], record: Record, lexicon: Lexicon) -> Record | None:
    """Return the body that a plus behind a name makes of it, `record` without one: «أوبك+» is not OPEC."""
    if line.span.text[hit.end : hit.end + 1] != "+" or record.en.endswith("+"):
        return record
    return lexicon.get("org", f"{record.id}-plus")


def of_a_sport(line: TextLine, hit: Hit[Lead]) -> bool:
    """Say whether a federation known for football is that of another sport: «الاتحاد الآسيوي لكرة اليد»."""
    behind = [token.key for token in line.tokens[hit.last : hit.last + 2]] if line.joined(hit.last) else []
    return bool(behind) and not cue("sports").isdisjoint((behind[0], " ".join(behind)))


def in_town(line: TextLine, hit: Hit[Lead]) -> bool:
    """Say whether a club's town and nationality are those of what stands before: «ميناء مرسيليا الفرنسي»."""
    if hit.prefix or hit.last != hit.first + 2 or not line.joined(hit.first):
        return False
    town, adjective = (token.key for token in line.tokens[hit.first : hit.last])
    before = line.tokens[hit.first - 1].key
    return is_cue(before, "place_nouns") and is_place(town) and nationality(adjective) is not None


def inside_party(line: TextLine, hit: Hit[Lead]) -> bool:
    """Say whether a place belongs to a party's name: «حزب فرنسا الأبية», «حركة تحرير السودان»."""
    if not line.joined(hit.first):
        return False
    before = [token.key for token in line.tokens[max(0, hit.first - _CAUSE) : hit.first]]
    i = next((i for i, key in enumerate(before) if key in cue("causes")), 0)
    if i and any(is_cue(key.removeprefix("ال"), "named_by") for key in before[:i]):
        return True
    if not line.joined(hit.last):
        return False
    party = is_cue(line.tokens[hit.first - 1].key, "named_by")
    after = line.tokens[hit.last]
    return party and after.key.startswith("ال") and nationality(after.text) is None


def qualifies(line: TextLine, hit: Hit[Lead]) -> bool:
    """Say whether a feminine form is an adjective of the definite noun before it."""
    if hit.prefix not in ("", "و") or not line.joined(hit.first):
        return False
    before = line.tokens[hit.first - 1]
    if hit.prefix:
        both = (before.text, line.tokens[hit.first].text)
        return before.key.endswith("ه") and all(nationality(word) for word in both)
    return before.key.removeprefix("و").startswith(("ال", "بال", "لل"))


def with_pronoun(line: TextLine, hit: Hit[Lead], record: Record) -> bool:
    """Say whether one word printed with ه may be a noun with a pronoun: «بريده» is his mail or Buraydah."""
    return (
        hit.last == hit.first + 1 and record.ar.endswith("ة") and line.tokens[hit.first].light.endswith("ه")
    )


def accusative(line: TextLine, hit: Hit[Lead]) -> bool:
    """Say whether «كرواتيا» is an adjective with an accusative ending: «مواطنا كرواتيا»."""
    if _TANWIN in line.tokens[hit.last - 1].text:
        return True
    return not hit.prefix and line.joined(hit.first) and is_cue(line.tokens[hit.first - 1].key, "accusatives")
