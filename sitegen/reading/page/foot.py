"""Where the text ends: paragraphs below a block of closing furniture are excerpts, notices or readers' words.

A page that goes on below its article prints sentences as well: excerpts under
the headlines of other stories, what the site says of itself, what readers wrote.
They are told from the text by what stands between (tags, comment forms, several
closing labels), by their words (few are the article's) and by their opening:
the next paragraph of a report opens with «و» or another word that carries on.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from itertools import chain, pairwise, takewhile

from sitegen.reading.page.days import is_date
from sitegen.reading.page.furniture import Found
from sitegen.reading.page.headlines import headlines, is_news
from sitegen.reading.page.hints import is_stamp, speaks_for_site
from sitegen.reading.page.lines import Line, breaks_off, stems_of
from sitegen.reading.page.words import is_name, lists, rate_words, telling_stems

#: What a closing label weighs, and one that stands at the very end of articles only.
_CLOSES, _LAST = 1, 2
#: So heavy a block may close a text; so few words, such a share, paragraphs below it have in common with it.
_LIGHT, _FEW, _SHARE = 3, 1, 0.15
#: The same of a heavier block, and the weight at which words no longer count.
_HEAVY, _SOME, _MORE = 5, 3, 0.3
_SURE = 9
#: Words of a line of initials or of a day; letters in which a dateline ends.
_INITIALS, _DATELINE = 12, 60
#: A headline has at least so many words, an item of a list at most.
_HEADLINE, _ITEM = 4, 4
#: So many paragraphs may tell what a section is for.
_PREFACES = 2
#: Buttons of boards stand above what was written, not below it.
_BOARDS = frozenset(("forum",))
#: A sentence without a full stop that carries the report on has so many words.
_OPEN = 8
#: So many commas part a row of names.
_ROW = 2
#: So many headlines a box may hold above such a list.
_TEASERS = 2
#: So many hours make a programme, of so many minutes each, at most so many lines apart.
_HOURS, _ROUND, _GAP = 3, 5, 6
_HOUR = re.compile(r"\s*([01]?\d|2[0-3]):([0-5]\d)(?!\d)\s*")
_STOPS = (".", "؟", "!", "?")
_QUOTED = tuple('"«“”(')
_AND = "و"


def own_count(paragraphs: Sequence[Line], lines: Sequence[Line], found: dict[int, Found]) -> int:
    """Return how many of `paragraphs`, in order, are the text's own.

    `lines` are all lines of the page and `found` the families they belong to, by number.
    """
    for i in range(1, len(paragraphs)):
        between = lines[paragraphs[i - 1].n : paragraphs[i].n - 1]
        below = paragraphs[i:]
        weight = block_weight(between, found) + _opens_report(below[0]) * any(
            line.n in found for line in between
        )
        if weight < (_LIGHT if i > 1 else _HEAVY) or not any(_is_last(line, found) for line in between):
            continue
        known = stems_of(chain.from_iterable([own.words for own in paragraphs[:i]]))
        heavier = _cumulated(weight, below, lines, found)
        if all(
            _is_strange(line, known, heavy) for line, heavy in zip(below, heavier, strict=True)
        ) and not any(all(other.blank for other in lines[one.n : two.n - 1]) for one, two in pairwise(below)):
            return i
    return len(paragraphs)


def preface(
    paragraphs: Sequence[Line], lines: Sequence[Line], found: dict[int, Found], aside: Container[int]
) -> int:
    """Return how many of `paragraphs` say what a section of the site is for, above buttons and a title.

    Nothing above them speaks of the same but what was put `aside`, they have no word of the text, and the
    title below the buttons has.
    """
    for i, (line, below) in enumerate(pairwise(paragraphs[: _PREFACES + 1]), 1):
        between = lines[line.n : below.n - 1]
        if block_weight(between, found) < _HEAVY:
            continue
        own, known = telling_stems(line.words), _told(paragraphs[i:])
        heads = [other for other in between if other.size >= _HEADLINE and other.n not in found]
        above = [other for other in lines[: line.n - 1] if other.n not in found and other.n not in aside]
        titled = any(other.size >= _HEADLINE and len(telling_stems(other.words) & own) > 1 for other in above)
        board = any(other.n in found and found[other.n].family.name in _BOARDS for other in between)
        if len(own & known) > 1 or titled:
            continue
        if board or any(len(telling_stems(head.words) & known) > 1 for head in heads):
            return i
    return 0


def _told(lines: Iterable[Line]) -> set[str]:
    return telling_stems(chain.from_iterable([line.words for line in lines]))


def without_excerpts(paragraphs: Sequence[Line]) -> list[Line]:
    """Return `paragraphs` without those at the top that are the first words of a later one, cut short."""
    own = list(paragraphs)
    while len(own) > 1 and breaks_off(own[0]):
        words = own[0].words[:-1]
        if not any(other.words[: len(words)] == words for other in own[1:]):
            break
        del own[0]
    return own


def without_teasers(
    paragraphs: Sequence[Line], lines: Sequence[Line], found: dict[int, Found]
) -> Sequence[Line]:
    """Return `paragraphs` without what leads to other stories at the end: strange lines without a full stop.

    They break off, two of them or one below a label that closes texts; below it they need not break off.
    Of the text above every paragraph ends as one.
    """
    own = list(paragraphs)
    while len(own) > _TEASERS and own[-1].stop not in (".", ":") and own[-1].n not in found:
        own.pop()
    own = own if all(line.stop in _STOPS and not breaks_off(line) for line in own) else list(paragraphs)
    run = paragraphs[len(own) :]
    if not run:  # as on most pages
        return paragraphs
    known = _told(own)
    if not all(_is_strange(line, known, 0) for line in run):
        return paragraphs
    closed = any(line.n in found and found[line.n].family.closes for line in lines[own[-1].n : run[0].n])
    return own if closed or (len(run) >= _TEASERS and all(map(breaks_off, run))) else paragraphs


def block_weight(lines: Iterable[Line], found: dict[int, Found]) -> int:
    """Return how heavily `lines` close a text: 1 for a label or a day, 2 for tags, forms, initials."""
    return sum(
        _LAST if _is_last(line, found) and not is_date(line.words) else _CLOSES
        for line in lines
        if line.words and (_is_last(line, found) or (line.n in found and found[line.n].family.closes))
    )


def last_line(end: int, lines: Sequence[Line], found: dict[int, Found]) -> int:
    """Return the number of the last line of the text, a short sentence or a list below its last paragraph.

    `end` is that of the last paragraph; below furniture of some weight stands no text but a programme.
    """
    end = programme_end(end, lines)
    weight, box = 0, ""
    run: list[Line] = []
    for line in lines[end:]:
        if line.n in found:
            family = found[line.n].family
            end = _listed(end, run, lines) if box else end
            weight += 0 if box == family.name and not run else block_weight((line,), found)
            run, box = [], family.name if found[line.n].zone == "any" and not family.last else ""
            if weight >= _LIGHT:
                return end
        elif line.words:
            weight += weight > 0 and is_stamp(line)  # entries of a feed
            run.append(line)
            if _is_sentence(line) and line.arabic and not speaks_for_site(line):
                end = line.n
    return _listed(end, run, lines) if box else end


def _is_sentence(line: Line) -> bool:
    """Say whether a line below the last paragraph is its text: it ends as one, or carries the report on."""
    stopped = line.stop in (".", ":") and not breaks_off(line)  # «تحميل...»
    return line.size > 1 and (stopped or (line.size >= _OPEN and carries_on(line)))


def programme_end(end: int, lines: Sequence[Line]) -> int:
    """Return where a programme below line `end` ends, `end` without one: round hours that follow each other.

    Stamps of a feed go down, lengths of films up and down, and neither is round.

    >>> from sitegen.reading.page.lines import measure
    >>> def end(*texts): return programme_end(0, [measure(n, text) for n, text in enumerate(texts, 1)])
    >>> end("16:00", "أفلام", "17:15 لقاء", "18:30", "عرض", "شارك"), end("12:10", "11:45", "09:30")
    (5, 0)
    """
    hours: list[tuple[Line, int]] = []
    for line in lines[end:]:
        if not (found := _HOUR.match(line.text)):
            continue
        time = 60 * int(found[1]) + int(found[2])
        near = hours and hours[-1][1] < time and line.n - hours[-1][0].n <= _GAP
        follows = near and time % _ROUND == 0
        if not follows and len(hours) >= _HOURS:
            break
        hours = [*hours, (line, time)] if follows else [(line, time)] * (time % _ROUND == 0)
    if len(hours) < _HOURS:
        return end
    last = hours[-1][0]
    below = next((line for line in lines[last.n :] if line.words), last)
    return below.n if _HOUR.fullmatch(last.text) else last.n


def _listed(end: int, run: Sequence[Line], lines: Sequence[Line]) -> int:
    """Return where a list ends that goes on below a box: one left open above it, of names, scores or «و…».

    Where one of the lines is cut short all are teasers.
    """
    below = [line for line in run if line.n > end]
    teasers = takewhile(lambda line: line.size >= _HEADLINE and not _is_item(line), below[:_TEASERS])
    own = [] if any(map(breaks_off, below)) else below[sum(1 for _ in teasers) :]
    while own and own[-1].size > _ITEM and not _is_item(own[-1]):
        del own[-1]
    if len(own) < 2 or _are_rates(own, lines[:end]):
        return end
    if not all(line.size <= _ITEM or _is_item(line) for line in own):
        return own[-1].n if sum(map(carries_on, own)) > 1 else end
    above = next((line for line in reversed(lines[:end]) if line.words), own[0])
    listed = sum(_is_item(line) or is_name(line.words) for line in own) > 1
    return own[-1].n if listed or above.stop not in _STOPS else end


def _are_rates(lines: Sequence[Line], above: Iterable[Line]) -> bool:
    """Say whether one of the lines tells of prices, weather or prayer, of which no line above does."""
    told = rate_words() & stems_of(word for line in lines for word in line.words)
    return bool(told - stems_of(word for line in above for word in line.words))


def _is_item(line: Line) -> bool:
    """Say whether a line holds a figure, a row of names, or carries on a text: no headline of news does."""
    quoted = line.text.lstrip().startswith(_QUOTED)  # «التجارة» تغلق أربعة محال
    if line.size > _ITEM and is_news(line) and (quoted or line.words[0] in headlines().events):
        return False
    return carries_on(line) or any(map(str.isdigit, line.words)) or line.text.count("،") >= _ROW


def _is_last(line: Line, found: dict[int, Found]) -> bool:
    """Say whether a line stands at the end of articles only: a form, rights, a day, initials, hashtags."""
    if line.n in found or not line.words:
        return line.n in found and found[line.n].family.last
    if line.text.lstrip()[0] == "#" and all(word[0] == "#" for word in line.text.split()):
        return True
    single = sum(len(word) == 1 for word in line.words)
    initials = 2 <= line.size <= _INITIALS and not line.stop and 2 * single >= line.size
    initials = initials and not all(map(str.isdigit, line.words))  # «1/2» is a pager
    return (initials and max(map(len, line.words)) <= 2) or (
        2 < line.size <= _INITIALS and is_date(line.words)
    )


def _opens_report(line: Line) -> bool:
    """Say whether a paragraph opens with place and day, as agencies' reports do: «جنين 12-3-2024 وفا-»."""
    size = next((size for size in (2, 1) if line.words[:size] in lists().places), 0)
    return size > 0 and line.words[size].isdigit() and "-" in line.text[:_DATELINE]


def _cumulated(
    weight: int, below: Sequence[Line], lines: Sequence[Line], found: dict[int, Found]
) -> list[int]:
    heavier = [weight]
    for one, two in pairwise(below):
        heavier.append(heavier[-1] + block_weight(lines[one.n : two.n - 1], found))
    return heavier


def _is_strange(line: Line, known: set[str], weight: int) -> bool:
    """Say whether a paragraph does not carry on the text: by its first word and by the words they share."""
    if carries_on(line):
        return False
    stems = telling_stems(line.words)
    shared, heavy = len(stems & known), weight >= _HEAVY
    if weight >= _SURE:
        return 2 * shared <= len(stems)
    return shared <= (_SOME if heavy else _FEW) and shared <= (_MORE if heavy else _SHARE) * len(stems)


def carries_on(line: Line) -> bool:
    """Say whether a line opens as the next paragraph of a report does: «وقال», «كما», «من جهته», a quotation.

    >>> from sitegen.reading.page.lines import measure
    >>> carries_on(measure(1, "وأضاف الوزير أن الخطة جاهزة.")), carries_on(measure(1, "دليلك إلى الحديقة."))
    (True, False)
    """
    first = line.words[0]
    known = lists()
    if first in known.carries or line.words[:2] in known.asides or line.text.lstrip().startswith(_QUOTED):
        return True
    return first[0] == _AND and len(first) > 2 and first not in known.waw
