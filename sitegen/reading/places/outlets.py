"""Say which outlet printed an article, from what the page states; «unknown» rather than a guess.

The evidence, strongest first: metadata, the host of the URL, a credit in the dateline
or byline, a line of page furniture that names its owner, the tail of the title line.
An agency quoted in the text is a source, not the outlet.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from urllib.parse import urlsplit

from sitegen import data
from sitegen.desk.lexicon import Lexicon
from sitegen.model import Article, Meta, Record, Role
from sitegen.reading.places.gazetteer import cue, is_cue, outlet_index, outlet_named, phrase_key
from sitegen.text.fold import squeeze
from sitegen.text.tokens import Token, tokenize

_PARTS = re.compile(r"\s*[+/|()\[\]،,:؛«»\"“”]\s*|\s+[-–—]\s*|\s*[-–—]\s+")
_LONGEST = 25  # words of a furniture line that may name its owner
_CREDIT = 4  # words of an outlet's name in a credit

Outlet = tuple[str | None, str]  # lexicon id, name as printed


def find_outlet(article: Article, lines: Sequence[str], meta: Meta, lexicon: Lexicon) -> Outlet:
    """Return the id and the printed name of the outlet; (None, "") where nothing states it."""
    if meta.outlet:
        record = lexicon.named("outlet", meta.outlet)
        return (record.id if record else None), meta.outlet
    for found in (_of_url(meta.url, lexicon), _of_credit(article, lines, lexicon)):
        if found:
            return found
    return _of_furniture(article, lines, lexicon) or _of_title(article, lines, lexicon) or (None, "")


def _of_url(url: str | None, lexicon: Lexicon) -> Outlet | None:
    """Match the host of the page's address with the Latin names and addresses of outlets."""
    host = (urlsplit(url).hostname or "").removeprefix("www.") if url else ""
    if not host:
        return None
    for record in lexicon.of("outlet"):
        own = (urlsplit(record.url).hostname or "").removeprefix("www.") if record.url else ""
        names = {name.lower().replace(" ", "").replace("-", "") for name in record.latin}
        if host == own or host in names or host.split(".")[0].replace("-", "") in names:
            return record.id, record.ar
    return None


def _of_credit(article: Article, lines: Sequence[str], lexicon: Lexicon) -> Outlet | None:
    """Read «واشنطن / متابعة وطن برس»: a part of the line that is an outlet, or follows a credit word."""
    for mark in article.marks:
        if mark.n > len(lines) or not _is_credit(mark.role, lines[mark.n - 1]):
            continue
        for part in _PARTS.split(squeeze(lines[mark.n - 1])):
            tokens = tokenize(part)
            led = bool(tokens) and is_cue(tokens[0].key, "outlets.credit_leads")
            name = part[tokens[1].start :] if led and len(tokens) > 1 else part
            if record := outlet_named(lexicon, name):
                return record.id, name
            if led and _is_media_name(tokens[1:]) and not _is_agency(lexicon, name):
                return None, name
    return None


@cache
def _labels() -> tuple[str, ...]:
    return tuple(data.table("entities")["outlets"]["source_labels"])


@cache
def _follow() -> re.Pattern[str]:
    """Return the pattern of a call to follow an outlet where it is read."""
    lists = data.table("entities")["outlets"]
    calls, readers = "|".join(lists["follow"]).replace(" ", r"\s+"), "|".join(lists["readers"])
    return re.compile(rf"(?:{calls})\s+(.{{2,30}}?)\s+عبر\s+(?:{readers})")


def _is_credit(role: Role, line: str) -> bool:
    """Say whether a line may credit an outlet: a dateline, a byline or a short «المصدر: …»."""
    if role in ("dateline", "byline"):
        return True
    return line.lstrip().startswith(_labels()) and len(tokenize(line)) <= _CREDIT + 4


def _is_media_name(tokens: Sequence[Token]) -> bool:
    words = cue("outlets.credit_words")
    return 2 <= len(tokens) <= _CREDIT and (tokens[0].key in words or tokens[-1].key in words)


def _is_agency(lexicon: Lexicon, name: str) -> bool:
    return bool(lexicon.indexes["org"].find(tokenize(name)))


def _of_furniture(article: Article, lines: Sequence[str], lexicon: Lexicon) -> Outlet | None:
    """Return the outlet that most lines of page furniture name as their own."""
    votes: Counter[tuple[str | None, str]] = Counter()
    first: dict[str | None, str] = {}
    for mark in article.marks:
        if mark.role != "furniture" or mark.n > len(lines):
            continue
        line = lines[mark.n - 1]
        found = list(_owners(line, lexicon))
        if not found and (follow := _follow().search(line)):
            votes[None, follow.group(1)] += 1
        for record, printed in found:
            votes[record.id, first.setdefault(record.id, printed)] += 1
    best = votes.most_common(2)
    return best[0][0] if best and (len(best) == 1 or best[0][1] > best[1][1]) else None


def _owners(line: str, lexicon: Lexicon) -> Iterator[tuple[Record, str]]:
    """Find outlets in a short line with a word of ownership: «تابعوا أخبار الشرق», «حقوق … محفوظة»."""
    tokens = tokenize(line)
    if len(tokens) > _LONGEST or not any(is_cue(token.key, "outlets.owner_words") for token in tokens):
        return
    weak, regions = cue("outlets.weak"), cue("outlets.regions")
    for hit in outlet_index(lexicon).find(tokens):
        key = phrase_key(line[hit.start : hit.end])
        before = tokens[hit.first - 1].key if hit.first else ""
        led = is_cue(before, "outlets.media_nouns") or (
            key not in regions and is_cue(before, "outlets.owner_leads")
        )
        if key not in weak or led:
            yield hit.values[0], line[hit.start : hit.end]


def _of_title(article: Article, lines: Sequence[str], lexicon: Lexicon) -> Outlet | None:
    """Return the outlet after the title on its own line: «… | هسبريس»."""
    if article.title_line is None or article.title_line > len(lines):
        return None
    _, title, rest = lines[article.title_line - 1].partition(article.title)
    tail = squeeze(rest).strip("-–—| ") if title else ""
    record = outlet_named(lexicon, tail) if tail else None
    return (record.id, tail) if record else None
