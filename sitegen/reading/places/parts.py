"""A known form that is but a part of a longer name: of a body, a firm, a club, a person, a ship, a paper."""

from __future__ import annotations

import re

from sitegen.model import Record
from sitegen.reading.names.lists import ARAB, GIVEN, SHARED, name_kinds
from sitegen.reading.names.shapes import looks_foreign, plainness
from sitegen.reading.names.words import is_place
from sitegen.reading.names.works import in_work
from sitegen.reading.places.cues import inside_body, inside_name
from sitegen.reading.places.gazetteer import Lead, cue, is_cue
from sitegen.reading.places.state_bodies import TextLine
from sitegen.text.nationalities import by_place, nationality
from sitegen.text.phrases import Hit

_SHORT = 3
_CLOCK = re.compile(r"\d:\d\d ?$")
#: Words of a party's name up to the places that it is for.
_CAUSE = 5
_MADDA, _HAMZA = "آ", "أ"
_OPENING, _CLOSING = ('"', "«", "“", "'"), ('"', "»", "”", "'")
_DASHES, _CLOSERS = frozenset(("-", "–", "/")), frozenset(("", ":"))


def inside_another(line: TextLine, hit: Hit[Lead], lead: Lead, *, sport: bool) -> bool:
    """Say whether a form is but a part of a longer name; `sport`: in a report of it."""
    record = lead.record
    if lead.kind == "org":
        return inside_body(line, hit) or _in_town(line, hit) or _of_a_sport(line, hit)
    if lead.kind != "place" or record is None:
        return False
    part = (
        inside_name(line, hit, record)
        or _opens_outlet(line, hit)
        or _is_near(line, hit)
        or _on_clock(line, hit)
        or _in_person(line, hit)
        or in_work(line.span.text, line.tokens, hit.start)
        or _in_source(line, hit)
        or _inside_party(line, hit)
        or _is_surname(line, hit, record)
        or _is_otherwise_printed(line, hit, record)
        or (bool(lead.need) and _reports(line, hit))
    )
    return part or _is_listed(line, hit, record) or _is_called(line, hit) or _is_club(line, hit, lead, sport)


def _on_clock(line: TextLine, hit: Hit[Lead]) -> bool:
    """Say whether a clock stands right before a town: «10:29 ص القاهرة», «21:14 (مكة المكرمة)»."""
    if _CLOCK.search(line.span.text[: hit.start].rstrip("( ")):
        return True
    i = hit.first - 1
    half = i > 0 and not hit.prefix and line.tokens[i].key in cue("day_halves")
    return half and _CLOCK.search(line.span.text[: line.tokens[i].start]) is not None


def _is_called(line: TextLine, hit: Hit[Lead]) -> bool:
    """Say whether a storm or a ship bears the name, a house of books, or who reports: «الإعصار "بارما"»."""
    text = line.span.text
    opened = text[hit.start - 1 : hit.start] in _OPENING
    quoted = opened and text[hit.end : hit.end + 1] in _CLOSING
    if quoted and not hit.first and text[hit.end + 1 :].lstrip()[:1] in _DASHES:
        return True  # «"الخليج" – وكالات»
    if line.joined(hit.last) and line.tokens[hit.last].key in cue("trades"):
        return True  # «دار نهضة مصر للنشر»
    if hit.prefix or not line.joined(hit.first):
        return False
    before = line.tokens[hit.first - 1]
    if opened and is_cue(before.key, "broadcasters"):
        return True  # «راديو "أفريقيا 1"»
    return is_cue(before.key, "called_so") and (quoted or before.text.startswith(("ال", "وال")))


def _is_club(line: TextLine, hit: Hit[Lead], lead: Lead, sport: bool) -> bool:
    """Say whether a town is a club's: «نادي ستيوا بوخارست», and in sport a man's adjective is behind it.

    A town is feminine, so in «فاز على المنامة البحريني» a team is meant; in «ميناء بيروت اللبناني» the port.
    """
    if hit.last != hit.first + 1 or lead.club or (lead.record and lead.record.id in by_place()):
        return False
    joined = line.joined(hit.first) and not hit.prefix
    before = line.tokens[hit.first - 1] if joined else None
    if before and line.joined(hit.first - 1) and is_cue(line.tokens[hit.first - 2].key, "clubs.before"):
        return _is_strange(before.key)
    within = hit.prefix.endswith("ب") or (
        before and (before.key == "في" or is_cue(before.key, "place_nouns"))
    )
    if not sport or within or not line.joined(hit.last):
        return False
    after = line.tokens[hit.last]
    return after.key.startswith("ال") and not after.key.endswith("ه") and nationality(after.text) is not None


def _is_listed(line: TextLine, hit: Hit[Lead], record: Record) -> bool:
    """Say whether a name goes on a list of quarters or universities: «جامعتي الأزهر والسويس».

    Behind the word for quarters the first one is no known place, else they may be those of towns.
    """
    if hit.prefix != "و" or not line.joined(hit.first):
        return False
    i = hit.first - 1
    while i > 1 and line.tokens[i].key.startswith("و") and line.joined(i):
        i -= 1  # «جامعات ييل ونيويورك وكاليفورنيا»
    if not i or not line.joined(i):
        return False
    head = line.tokens[i - 1].key
    return (i not in line.hits and is_cue(head, "quarters")) or (
        is_cue(head, "two_of") and record.id not in by_place()
    )


def _is_otherwise_printed(line: TextLine, hit: Hit[Lead], record: Record) -> bool:
    """Say whether a madda inside a word makes it another: «مآرب» are aims, «مأرب» a town."""
    printed = line.span.text[hit.start : hit.end]
    inside = _MADDA in printed.removeprefix("ال")[1:]
    return inside and printed.replace(_MADDA, _HAMZA) == record.ar


def _is_near(line: TextLine, hit: Hit[Lead]) -> bool:
    """Say whether a road or another town bears the name: «طريق بغداد الدولي», «النبطية الفوقا»."""
    if not line.joined(hit.last):
        return False
    road = not hit.prefix and line.joined(hit.first) and is_cue(line.tokens[hit.first - 1].key, "roads")
    return is_cue(line.tokens[hit.last].key, "road_kinds" if road else "halves")


def _opens_outlet(line: TextLine, hit: Hit[Lead]) -> bool:
    """Say whether a place opens the name of an outlet: «"دارفور 24"» in marks, «مأرب برس» without them."""
    if line.joined(hit.last) and line.tokens[hit.last].key in cue("outlets.sure_endings"):
        return True
    if not hit.first and line.joined(hit.last) and line.tokens[hit.last].key in cue("outlets.numbers"):
        return line.span.text[line.tokens[hit.last].end :].lstrip()[:1] == ":"  # «الشارقة 24:»
    if line.span.text[hit.start - 1 : hit.start] not in _OPENING or not line.joined(hit.last):
        return False
    after = line.tokens[hit.last]
    ends = is_cue(after.key, "outlets.endings") or after.key in cue("outlets.numbers")
    last = line.tokens[hit.last + 1] if line.joined(hit.last + 1) else after  # «"فلسطين أون لاين"»
    closed = any(line.span.text[word.end : word.end + 1] in _CLOSING for word in (after, last))
    return ends and closed


def _in_person(line: TextLine, hit: Hit[Lead]) -> bool:
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


def _in_source(line: TextLine, hit: Hit[Lead]) -> bool:
    """Say whether a place on a dateline is in the name of who reports: «سبها – بوابة أفريقيا الإخبارية»."""
    if not line.dateline:
        return False
    before = line.joined(hit.first) and not is_cue(line.tokens[hit.first - 1].key, "place_nouns")
    after = line.joined(hit.last) and is_cue(line.tokens[hit.last].key, "outlets.endings")
    return (before and hit.first - 1 not in line.hits) or after


def _reports(line: TextLine, hit: Hit[Lead]) -> bool:
    """Say whether a form behind the place that opens a line is who reports: «الدوحة - قنا: ترأس …»."""
    text = line.span.text
    opens = hit.first - 1 in line.hits and not hit.prefix and text[hit.end :].lstrip()[:1] in _CLOSERS
    return opens and text[line.tokens[hit.first - 1].end : hit.start].strip() in _DASHES


def _is_surname(line: TextLine, hit: Hit[Lead], record: Record) -> bool:
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


def _of_a_sport(line: TextLine, hit: Hit[Lead]) -> bool:
    """Say whether a federation known for football is that of another sport: «الاتحاد الآسيوي لكرة اليد»."""
    behind = [token.key for token in line.tokens[hit.last : hit.last + 2]] if line.joined(hit.last) else []
    return bool(behind) and not cue("sports").isdisjoint((behind[0], " ".join(behind)))


def _in_town(line: TextLine, hit: Hit[Lead]) -> bool:
    """Say whether a club's town and nationality are those of what stands before: «ميناء مرسيليا الفرنسي»."""
    if hit.prefix or hit.last != hit.first + 2 or not line.joined(hit.first):
        return False
    town, adjective = (token.key for token in line.tokens[hit.first : hit.last])
    before = line.tokens[hit.first - 1].key
    return is_cue(before, "place_nouns") and is_place(town) and nationality(adjective) is not None


def _inside_party(line: TextLine, hit: Hit[Lead]) -> bool:
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
