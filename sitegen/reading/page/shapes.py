"""Furniture that shows by its shape: menus, tickers, codes, paths, bullets."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from sitegen.model import Role
from sitegen.reading.page.bylines import dateline_of
from sitegen.reading.page.days import is_date, is_day
from sitegen.reading.page.gauges import is_bare
from sitegen.reading.page.layout import Page
from sitegen.reading.page.lines import Line, words_of
from sitegen.reading.page.signs import opens_at_home, signs
from sitegen.reading.page.title_text import MESSAGE
from sitegen.reading.page.words import lists, outlets

Claims = Iterator[tuple[int, Role]]

#: A CMS code or a scrap of script that was never meant to be read.
_CODE = re.compile(
    r"\s*(?:\[/?[a-z][\w-]*(?:[ =][^\]]*)?\]\s*)+$"  # [covid19-ultimate-card …]
    r"|\s*(?:\{\{|<!--|<\?|/\*|//\s*<!|</?[a-z]+[\s>]|'\s*\+|\+\s*')"
    r"|\s*(?:(?:var|let|const|function)\b[^.]*[=(]|window\.|document\.|googletag\b|\(adsbygoogle|\(function|\$\()"
    r"|\s*(?:©|&copy;)|[\x00-\x7f]*\w::\w+\("  # an error of the site's program
    r"|\s*[—–-]\s.{2,30}\(@\w+\)|.{2,40}\(@\w+\)\s+[a-z]+\s\d\d?,\s\d{4}\s*$"  # the foot of a tweet
    r"|\s*(?=\S*\d)(?=\S*(?-i:[A-Z]))[A-Za-z\d+/=]{18,}(?:\s|$)",  # «aXA6IDE4NS4xNjEuNzAuMTE4»
    re.IGNORECASE,
)
#: Letters that no Arabic word joins: ة or ى and a letter, or إ behind a letter that is no prefix.
_RUN_ON = re.compile("[ةى][ء-غف-ي]|[^\\W\\d_وفبكلA-Za-z]إ")
_CHUNK = re.compile(r"\s{3,}|\t+|\s+[|•·»]\s+")
_STEP = re.compile(r"\s(?:[>›»]|<<)\s")
_SLASH = re.compile(r"\s[/|\\]\s")
_TWICE = re.compile(r"(.{3,60}?)(?:\s*\1)+$")
_STUTTER = 120
#: A notice in Latin letters below the text has at most so many words.
_LATIN = 30
_ARROW = re.compile(r"^[«‹←→⟵⟶]\s[^»]*$|^[^«]*\s[»›←→⟵⟶]$")
#: So many times the name of a site stands between headlines.
_PARTS = 4
#: So many messages make one.
_MESSAGES = 2
_APART = frozenset("-–—/|،(")
#: A menu has at least so many entries, of so many words.
_ENTRIES, _SECTION = 4, 3
#: An agency and the names under its report have at most so many words.
_SIGNED = 9
_SLASHED = re.compile(r"/[^/\d]{3,30}/")
#: «عمان,البترا»: no space behind a comma; no figure, «1,234», beside it.
_TAGGED = re.compile(r"(?<!\d)[,،](?=[^\s\d])")
_TAG = 6
_BULLET = re.compile(r"\s*[•·◄►▪■●»]\s*")


def code(page: Page) -> Claims:
    """Claim short codes, scraps of script and copyright signs."""
    for line in page.open():
        if _CODE.match(line.text) and not line.text.lstrip().startswith("[[") and line.size <= 60:
            yield line.n, "furniture"


def _is_even(text: str) -> bool:
    """Say whether single spaces part the words and no sign of a list stands among them."""
    return " ".join(text.split()) == text.strip() and not any(sign in text for sign in "|•·»")


def ticker(page: Page) -> Claims:
    """Claim a row of headlines above the text: many parts, wide gaps, no sentence."""
    for line in list(page.open())[:6]:
        if line.stop == "." or _is_even(line.text) or len(_CHUNK.findall(line.text)) < 3:
            continue
        parts = [part for part in _CHUNK.split(line.text.strip()) if not is_bare(part)]
        if any(is_date(words_of(part)) for part in parts):
            continue
        if len(parts) >= 4 and sum(len(part.split()) for part in parts) / len(parts) < 20:
            yield line.n, "furniture"


def named_ticker(page: Page) -> Claims:
    """Claim a row of headlines above the text that one word in Latin letters parts, the name of the site."""
    for line in list(page.open())[:6]:
        if line.stop == "." or not line.arabic:
            continue
        latin = Counter([word for word in line.words if word.isascii() and word.isalpha()])
        if max(latin.values(), default=0) < _PARTS:
            continue
        name = max(latin, key=latin.__getitem__)  # of a page on WhatsApp other lines have the word as well
        if not any(name in other.words for other in page.lines if other.n != line.n):
            yield line.n, "furniture"


def enclosed_label(page: Page) -> Claims:
    """Claim labels known at edges that furniture alone stands round in the text: «انستغرام» in a post."""
    labels: list[Line] = []
    above = False
    for line in (line for line in page.lines if not line.blank):
        mark = page.marks.get(line.n)
        if mark is None and line.n in page.found:
            labels += [line] if above else []
            continue
        above = mark is not None and mark.role == "furniture"
        yield from ((label.n, "furniture") for label in labels if above)
        labels = []


def run_on(page: Page) -> Claims:
    """Claim a menu whose names ran together: «العنصريةضد», «الفسادإنفوجرافيك»."""
    for line in page.open():
        if not line.prose and not line.stop and page.at_edge(line) and len(_RUN_ON.findall(line.text)) >= 2:
            yield line.n, "furniture"


def menu(page: Page) -> Claims:
    """Claim a column of short lines, most of them names of sections, above or below the text."""
    if sum([0 < line.size <= _SECTION and not line.stop for line in page.lines]) < _ENTRIES:
        return
    run: list[Line] = []
    for line in (*page.lines, None):
        if line is not None and (line.blank or _is_stamp(line)):
            continue
        if line is not None and _may_be_entry(page, line):
            run.append(line)
            continue
        yield from ((entry.n, "furniture") for entry in _menu_of(page, run))
        run = []


def _is_stamp(line: Line) -> bool:
    """Say whether a line is a date with its year or a dateline: a menu may stand round it."""
    if not 1 < line.size <= 6:
        return False
    year = any(len(word) == 4 and word.isdigit() for word in line.words)
    apart = not _APART.isdisjoint(line.text)
    return (year and is_date(line.words)) or (apart and dateline_of(line) == "dateline")


def _menu_of(page: Page, run: list[Line]) -> list[Line]:
    """Return the entries of a menu; strange lines next to the text (a short title) are none of it."""
    while run and page.in_tail(run[0]) and not page.closes(run[0]):
        del run[0]
    while run and page.in_head(run[-1]) and run[-1].n not in page.found:
        del run[-1]
    if run and _is_below_title(page, run[0]):
        return []
    known = sum(entry.n in page.found for entry in run)
    return run if len(run) >= _ENTRIES and known * 2 >= len(run) else []


def _is_below_title(page: Page, line: Line) -> bool:
    """Say whether a headline on the text stands right above a line: a short subtitle may follow."""
    lines = (other for other in reversed(page.lines[: line.n - 1]) if other.words and not is_day(other.words))
    above = next(lines, None)
    return above is not None and page.in_head(line) and above.size > _SECTION and page.tells(above)


def _may_be_entry(page: Page, line: Line) -> bool:
    if not 0 < line.size <= _SECTION or line.stop or not page.at_edge(line):
        return False
    if mark := page.marks.get(line.n):
        return mark.role == "furniture"
    return line.n in page.found or not page.tells(line)  # a short title


def path(page: Page) -> Claims:
    """Claim a path to the page, «الموقع > أخبار > عنوان الخبر»: no sentence has such steps."""
    for line in page.open():
        steps = _STEP.split(line.text) if any(sign in line.text for sign in (">", "›", "»", "<<")) else ()
        back = len(steps) > 1 and not signs().back.isdisjoint(line.words[:1])
        own = steps[1:] if "<<" in line.text else steps[:-1]  # the title comes first or last
        if back or (len(steps) >= 3 and all(len(step.split()) <= 4 for step in own)):
            yield line.n, "furniture"


def messages(page: Page) -> Claims:
    """Claim what others wrote round an article in a conversation; one may open with its title."""
    found = [line for line in page.open() if line.brief and MESSAGE.match(line.text)]
    if len(found) >= _MESSAGES:
        for line in found:
            below = next((other for other in page.lines[line.n :] if other.words), None)
            if not line.prose and not (below and below.prose and not MESSAGE.match(below.text)):
                yield line.n, "furniture"


def breadcrumb(page: Page) -> Claims:
    """Claim a path that begins at home or ends with the title: «الرئيسية / أخبار / العراق»."""
    title = page.title.words if page.title else ()
    for line in page.open():
        short = line.size > 1 and not line.prose
        home = short and line.words[0] in signs().home
        if short and opens_at_home(line.words) and _STEP.search(line.text):
            yield line.n, "furniture"
        if not page.in_head(line) or not 2 <= line.size <= 40:
            continue
        steps = len(_SLASH.findall(line.text)) >= 2
        if home or (steps and title and line.words[-len(title) :] == title):
            yield line.n, "furniture"


def stutter(page: Page) -> Claims:
    """Claim a name printed several times in a row, «العودة العودة», above or below the text."""
    for line in page.open():
        text = line.text.strip()
        if 5 < len(text) <= _STUTTER and page.at_edge(line) and _TWICE.match(text):
            yield line.n, "furniture"


def source_name(page: Page) -> Claims:
    """Claim the name of an outlet or agency alone below the text: «*روسيا اليوم», «(رويترز)»."""
    known = lists()
    for line in page.open():
        if page.in_tail(line) and (line.words in outlets().names or line.words in known.ways):
            yield line.n, "furniture"


def latin(page: Page) -> Claims:
    """Claim a few Latin words above or below an Arabic text, leavings of the interface; and again."""
    known: set[tuple[str, ...]] = set()
    for line in page.open():
        if not line.words or line.arabic or not any(char.isalpha() for char in line.text):
            continue
        short = page.at_edge(line) and line.size <= (_LATIN if page.in_tail(line) else 8)
        if short or line.words in known:
            known.add(line.words)
            yield line.n, "furniture"


def arrows(page: Page) -> Claims:
    """Claim a headline behind or before an arrow below the text: the story before or after this one."""
    for line in page.open():
        if line.words and page.in_tail(line) and not line.prose and _ARROW.search(line.text.strip()):
            yield line.n, "furniture"


def initials(page: Page) -> Claims:
    """Claim letters: of an agency's editors below the text («م ك/اص/ف ق»), of sizes of type («أ أ أ»)."""
    for line in page.open():
        if not 0 < line.size <= 12 or not page.at_edge(line) or max(map(len, line.words)) > 2:
            continue
        if line.size == 1 and not (page.in_head(line) and len(line.words[0]) == 1):
            continue
        if all(word.isdigit() for word in line.words):  # a score
            continue
        if page.in_head(line) and dateline_of(line) == "dateline":  # «(أ ف ب) -»
            continue
        single = sum(len(word) == 1 for word in line.words)
        if single == line.size or (page.in_tail(line) and not line.stop and 2 * single >= line.size):
            yield line.n, "furniture"


def sign_off(page: Page) -> Claims:
    """Claim an agency and who wrote for it below the text: «وام/أحمد النعيمي/ هدى الكبيسي», «/العمانية/»."""
    for line in page.open():
        signed = 0 < line.size <= _SIGNED and "/" in line.text and page.in_tail(line)
        agency = not line.stop and line.words[:1] in lists().agencies and dateline_of(line) == "dateline"
        if signed and (agency or _SLASHED.fullmatch(line.text.strip())):
            yield line.n, "furniture"


def hashtags(page: Page) -> Claims:
    """Claim a line of nothing but hashtags below the text."""
    for line in page.open():
        if line.words and page.in_tail(line) and all(word.startswith("#") for word in line.text.split()):
            yield line.n, "furniture"


def keywords(page: Page) -> Claims:
    """Claim tags that commas without spaces part, round the text: «سياسة,الملك,زيارة رسمية,مجلس النواب»."""
    for line in page.open():
        tags = _TAGGED.split(line.text) if line.brief and not line.stop and page.at_edge(line) else ()
        if len(tags) >= _ENTRIES and all(0 < len(tag.split()) <= _TAG for tag in tags):
            yield line.n, "furniture"


def bullets(page: Page) -> Claims:
    """Claim bulleted headlines above the title."""
    if page.title is not None:
        for line in page.open():
            if line.n < page.title.n and line.words and _BULLET.match(line.text):
                yield line.n, "furniture"
