"""Find dates as newsrooms write them: every spelling, nothing resolved, nothing guessed.

`find_dates` reads one line.  Each `DateExpr` holds only what the text states;
`date_resolve` turns it into days once the day of printing is known.
"""

from __future__ import annotations

from msgspec.structs import replace

from sitegen.model import DateExpr
from sitegen.reading.dates import words
from sitegen.reading.dates.clock import hours_alone, time_at
from sitegen.reading.dates.friends import bears_name, is_date
from sitegen.reading.dates.pairs import pair_hijri, with_partners
from sitegen.reading.dates.periods import PERIOD_RULES
from sitegen.reading.dates.rules import DIGITS, RULES, Hit, Rule
from sitegen.reading.dates.scan import Scan, ordinal
from sitegen.reading.dates.tense import tense
from sitegen.reading.dates.years import YEAR_RULES
from sitegen.text.finders import Finder
from sitegen.text.tokens import clip, tokenize


def _rules_by_word() -> dict[str, tuple[Rule, ...]]:
    """Return the rules that a word may begin, by its key."""
    found: dict[str, tuple[Rule, ...]] = {}
    for rule, keys in PERIOD_RULES + RULES + YEAR_RULES:
        for key in keys:
            found[key] = (*found.get(key, ()), rule)
    return found


_RULES = _rules_by_word()
_HOUR = "الساعة"  # without it no time stands alone
_AFTER_DIGITS = ":"  # keys that sort before it are numbers
_STARTS = Finder(lambda key, _: key in words.STARTERS or key < _AFTER_DIGITS)


def find_dates(line: int, text: str) -> tuple[DateExpr, ...]:
    """Return the dates printed in `text`, which is raw line `line`, in reading order.

    >>> [d.text for d in find_dates(6, "يتوجه الكاظمي، يوم الإثنين 26 يوليو، إلى واشنطن")]
    ['يوم الإثنين 26 يوليو']
    >>> [d.text for d in find_dates(21, "في تشرين الأول/ أكتوبر المقبل")]
    ['تشرين الأول/ أكتوبر المقبل']
    >>> find_dates(11, "بلاده في أمس الحاجة للتنسيق، ويوجد 2500 جندي")
    ()
    """
    tokens = tokenize(text)
    places = _STARTS.places(tokens)
    hours = _HOUR in text
    if not places and not hours:
        return ()
    scan = Scan(text, tokens)
    hits: list[Hit] = []
    done = 0
    for i in places:
        if i < done or not (hit := _read(scan, i)):
            continue
        if is_date(scan, hit):
            scan.last_year = hit.fields.get("year", scan.last_year)
            hits.extend(with_partners(scan, hit, hits))
            done = hits[-1].stop
        else:
            numeral = ordinal(scan, i)
            done = hit.stop if bears_name(scan, hit) else numeral[1] if numeral else i + 1
            scan.restore(i)
    found = pair_hijri(text, [_expression(scan, line, hit) for hit in hits])
    times = hours_alone(scan, line, hits) if hours else []
    return tuple(sorted((*found, *times), key=lambda e: e.start)) if times else found


def _read(scan: Scan, i: int) -> Hit | None:
    """Return the longest reading that begins at token `i`, None if none does."""
    starter = words.STARTERS.get(scan.tokens[i].key)
    if starter:
        scan.keys[i] = starter.key
    best: Hit | None = None
    for rule in _RULES.get(starter.key if starter else DIGITS, ()):
        hit = rule(scan, i)
        if hit and (best is None or hit.stop > best.stop):
            best = hit
    if best is None:
        scan.restore(i)
    return best


def _expression(scan: Scan, line: int, hit: Hit) -> DateExpr:
    """Put a reading into words of the contract, with the offsets of its text."""
    token = scan.tokens[hit.first]
    starter = words.STARTERS.get(token.key)
    start = clip(token, starter.cut) if starter else token.start
    end = scan.tokens[hit.stop - 1].end
    text = scan.text
    if text.count("(", start, end) > text.count(")", start, end) and text[end : end + 1] == ")":
        end += 1
    hour = time_at(scan, hit.first, hit.stop)
    expr = DateExpr(line, start, end, text[start:end], time=hour.time, zone=hour.zone, **hit.fields)
    if expr.direction or expr.unit == "day" or (expr.month is None and expr.weekday is None):
        return expr
    return replace(expr, tense=tense(scan, hit.first))
