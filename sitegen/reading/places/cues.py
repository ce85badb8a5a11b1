"""What stands beside a known form and decides whether it is a place, part of a name or another word."""

from __future__ import annotations

from sitegen.desk.lexicon import Lexicon
from sitegen.model import Record
from sitegen.reading.names.lists import ARAB, GIVEN, SHARED, name_kinds
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
_ENDS = " .،\u00a0"
_OPENERS = tuple("-–/(")  # after a place that opens a line: a dateline inside the text


def is_told(line: TextLine, hit: Hit[Lead]) -> bool:
    """Say whether a name stands alone in quotation marks after ل, or a region's: «قال لـ"الجزيرة"»."""
    text = line.span.text
    quoted = text[hit.start - 1 : hit.start] in _OPENING and text[hit.end : hit.end + 1] in _CLOSING
    region = " ".join(t.key for t in line.tokens[hit.first : hit.last]) in cue("outlets.regions")
    before = line.tokens[hit.first - 1].key if line.joined(hit.first) else ""
    if region and is_cue(before, "outlets.cited") and not text[hit.end :].strip(_ENDS):
        return True  # «… وفق الشرق الأوسط.»
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


def in_quarter(line: TextLine, hit: Hit[Lead]) -> bool:
    """Say whether the word for a quarter stands right before one word: «في حي الريان»."""
    alone = hit.last == hit.first + 1 and line.joined(hit.first)
    return alone and is_cue(line.tokens[hit.first - 1].key, "quarters")


def behind_given(line: TextLine, hit: Hit[Lead]) -> bool:
    """Say whether one word stands right behind an Arab given name, as a family does: «محمد عدن»."""
    alone = hit.last == hit.first + 1 and line.joined(hit.first) and not hit.prefix
    if not alone or (
        hit.first > 1 and line.joined(hit.first - 1) and name_kinds().get(line.tokens[hit.first - 2].key)
    ):
        return False
    kinds = name_kinds().get(line.tokens[hit.first - 1].key, ())
    return any(kind & (GIVEN | ARAB | SHARED) == GIVEN | ARAB for _, kind in kinds)


def called_after(line: TextLine, hit: Hit[Lead], record: Record) -> bool:
    """Say whether a quarter bears the name of a country or of a famous town: «حي بغداد» of Mosul."""
    if hit.prefix or not line.joined(hit.first) or not is_cue(line.tokens[hit.first - 1].key, "quarter"):
        return False
    return record.id in by_place() or " ".join(line.tokens.keys[hit.first : hit.last]) in cue("eponyms")


def abroad(line: TextLine, hit: Hit[Lead], record: Record) -> bool:
    """Say whether a small town lies in another country by the place behind it.

    «بلدة الدوحة جنوبي لبنان», «بلدة داريا قضاء كسروان»
    """
    small = not hit.prefix and line.joined(hit.first) and line.joined(hit.last)
    if not small or not is_cue(line.tokens[hit.first - 1].key, "hamlets"):
        return False
    plain = any(is_cue(line.tokens[hit.last].key, cues) for cues in ("prepositions", "districts"))
    there = line.hits.get(hit.last + plain)
    if there is None or not (plain or there.prefix == "ب") or not line.joined(there.first):
        return False
    countries = {lead.record.country for lead in there.values if lead.record and lead.kind == "place"}
    return countries != set() and "" not in countries and record.country not in countries


def is_woman(line: TextLine, hit: Hit[Lead]) -> bool:
    """Say whether a given name makes the adjective a woman of that country: «السعودية هدى الدغفق»."""
    if hit.last != hit.first + 1 or not line.joined(hit.last):
        return False
    kinds = name_kinds().get(line.tokens[hit.last].key, ())
    whole = line.joined(hit.last + 1) and line.tokens[hit.last + 1].key.startswith("ال")
    return any(kind & GIVEN and (whole or not kind & SHARED) for _, kind in kinds)


def on_the_field(line: TextLine, hit: Hit[Lead]) -> bool:
    """Say whether a player's line stands before a club's town: «لاعب وسط برشلونة»."""
    if hit.prefix or hit.first < 2 or not (line.joined(hit.first) and line.joined(hit.first - 1)):
        return False
    field, player = line.tokens[hit.first - 1].key, line.tokens[hit.first - 2].key
    return field in cue("clubs.lines") and is_cue(player, "clubs.before")


def inside_body(line: TextLine, hit: Hit[Lead]) -> bool:
    """Say whether a short form of a body is the end of another's name: «البنك الأهلي المصري»."""
    return line.joined(hit.first) and is_cue(line.tokens[hit.first - 1].key, "other_bodies")


def with_plus(line: TextLine, hit: Hit[Lead], record: Record, lexicon: Lexicon) -> Record | None:
    """Return the body that a plus behind a name makes of it, `record` without one: «أوبك+» is not OPEC."""
    if line.span.text[hit.end : hit.end + 1] != "+" or record.en.endswith("+"):
        return record
    return lexicon.get("org", f"{record.id}-plus")


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


def inside_name(line: TextLine, hit: Hit[Lead], record: Record) -> bool:
    """Say whether a place is part of the name before it: «جامعة القاهرة», «شارع حيفا», «كاكسياس دو سول»."""
    if hit.prefix or not line.joined(hit.first):
        return False
    before = line.tokens[hit.first - 1].key
    if before.isascii() and before.isalpha():
        return True  # «قناة mbc مصر»
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
