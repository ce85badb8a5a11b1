"""Find the words an article prints as spoken, who spoke them, and what is reported of them.

A pair of marks holds a quotation only if a report governs it (before it in its
sentence, or named after it); marks round names, titles and terms do not count.
Text is never altered: a quotation is exactly what stands between its marks.
"""

from __future__ import annotations

from sitegen.model import Article, Entity, Quote, Statement
from sitegen.reading.speech.attribution import named_after, named_before
from sitegen.reading.speech.reports import Report, find_reports
from sitegen.reading.speech.scene import Scene
from sitegen.reading.speech.speakers import Cast, Subject
from sitegen.reading.speech.statements import statements_of
from sitegen.reading.speech.subjects import Floor, Talk
from sitegen.reading.speech.wording import Place, is_wording
from sitegen.reading.speech.words import SAID_IT
from sitegen.text.quote_marks import Marked

#: Quoted words of this length are a statement of their own, not a fragment.
_WHOLE = 7
#: Names in marks have no more words than this.
_NAME = 8
#: Words between two quotations of one speaker that no verb parts.
_BETWEEN = 3
#: Words of a report before the mark that it opens, turned the wrong way.
_NAMED = 6
#: A list of names: «الشلاح - قلعة الزهرا - الجمعيات».
_LISTED = " - "
#: A paragraph that is nothing but one quotation needs so many words to be speech and not a heading.
_ALONE = 6

_NOBODY = Subject(None, "")


def find_quotes(
    article: Article, people: tuple[Entity, ...], orgs: tuple[Entity, ...]
) -> tuple[tuple[Quote, ...], tuple[Statement, ...]]:
    """Return quotations and indirect speech of the kept body lines, in order."""
    cast = Cast(people, orgs)
    floor = Floor()
    quotes: list[Quote] = []
    statements: list[Statement] = []
    open_end: Quote | None = None  # a quotation that was not closed on its line
    colon: Subject | None = None  # the last line ended in «قال فلان:»
    for block in article.running:
        for piece in block.pieces:
            scene = cast.scene(piece.line, piece.start, piece.text)
            talk = Talk(scene, cast, floor)
            reports = find_reports(talk)
            quotes += _continued(scene, open_end, reports)
            quotes += _quotes(talk, reports, colon)
            statements += statements_of(scene, reports)
            open_end = _left_open(scene, reports)
            colon = _left_to_speak(scene, reports)
    return tuple(quotes), tuple(statements)


def _quotes(talk: Talk, reports: list[Report], colon: Subject | None) -> list[Quote]:
    out: list[Quote] = []
    for pair in talk.scene.marks.pairs:
        if pair.depth == 0 and (found := _quote(talk, pair, reports, colon)) is not None:
            out.append(found)
    return out


def _quote(talk: Talk, pair: Marked, reports: list[Report], colon: Subject | None) -> Quote | None:
    """Read one pair of marks: governed by a report, named after or before, or alone on its line."""
    scene = talk.scene
    left, right = next((s for s in scene.sentences if s[0] <= pair.open < s[1]), (0, len(scene.text)))
    first, last = scene.word_at(left), scene.word_at(right)
    begin, behind = scene.word_at(pair.open), scene.word_at(pair.close)
    inside = scene.tokens[begin:behind]
    lights = [t.light for t in inside]
    named = len(inside) <= _NAME and any(
        m.first <= begin and m.last >= behind for m in scene.mentions.values()
    )
    governing = [r for r in reports if first <= r.token < begin]
    if governing:
        report = governing[-1]
        place = _place(scene, pair, report, begin)
        if place is None or not report.real or not is_wording(lights, place, named):
            return None
        if place.tie != "direct" and _is_list(scene, pair, lights):
            return None
        whole = place.tie == "direct" or len(inside) >= _WHOLE
        if place.tie != "direct" and (report.subject is None or not report.subject.text):
            return None
        another = any(token.light in SAID_IT for token in scene.tokens[first:begin])
        speaker = None if another else report.subject
        return _as_quote(scene, pair.start, pair.end, speaker or _NOBODY, whole)
    before = scene.tokens[begin - 1].light if begin > first else ""
    place = Place("after", "", "", before, _glued(scene, pair), False, True)
    speaker = named_after(talk, behind, last, reports) or named_before(talk, first, begin)
    if speaker is not None and is_wording(lights, place, named):
        return _as_quote(scene, pair.start, pair.end, speaker, len(inside) >= _WHOLE)
    if begin == first and behind >= last and (len(inside) >= _ALONE or colon):
        speaker = colon if pair.open == left == 0 else None
        return _as_quote(scene, pair.start, pair.end, speaker or _NOBODY, True)
    return None


def _is_list(scene: Scene, pair: Marked, lights: list[str]) -> bool:
    """Say whether names stand between marks: «الشلاح - قلعة الزهرا - الجمعيات», «بني ياس والشباب والوصل»."""
    joined = sum(light.startswith("و") for light in lights)
    listed = joined > 2 and 2 * joined >= len(lights) - 1
    return listed or scene.text.count(_LISTED, pair.start, pair.end) > 1


def _place(scene: Scene, pair: Marked, report: Report, begin: int) -> Place | None:
    """Say how a pair is tied to the report before it; None: it stands before what was said."""
    glued = _glued(scene, pair)
    before = scene.tokens[begin - 1].light
    linked = (glued or before) in report.verb.links - {""}
    goes_on = scene.text[pair.close : pair.close + 2].strip()[:1].isalpha()
    if not report.link:
        return Place("object", "", report.verb.key, before, glued, linked, goes_on)
    if pair.open < report.start or (report.link == "quote" and not _goes_on(scene, report, pair)):
        return None
    direct = begin == report.token + 1 or scene.tokens[begin - 1].end <= report.start
    if direct or (report.link == "quote" and pair.open == report.start):
        return Place("direct", report.link, report.verb.key, before, glued, linked, goes_on)
    if report.link == "colon":  # speech without marks: marks in it are round names
        opened = scene.text[report.start :].lstrip()[:1]
        if opened.isalnum():
            return None
    return Place("inside", report.link, report.verb.key, before, glued, linked, goes_on)


def _goes_on(scene: Scene, report: Report, pair: Marked) -> bool:
    """Say whether a pair is what a report introduces or follows hard upon it: «…»، وكذلك «…»."""
    if pair.open == report.start:
        return True
    ends = [p.close for p in scene.marks.pairs if p.depth == 0 and report.start <= p.open < pair.open]
    return bool(ends) and scene.word_at(pair.open) - scene.word_at(ends[-1]) <= _BETWEEN


def _glued(scene: Scene, pair: Marked) -> str:
    """Return the preposition glued to an opening mark: بـ", ل"."""
    i = pair.open
    while i > 0 and not scene.text[i - 1].isspace():
        i -= 1
    return scene.text[i : pair.open].rstrip("ـ").removeprefix("و")


def _as_quote(scene: Scene, start: int, end: int, speaker: Subject, whole: bool) -> Quote:
    text, at = scene.text[start:end], scene.base
    if not speaker.id and speaker.text[:1].isdigit():
        speaker = _NOBODY  # «قال رحيم، وهو تاجر يبلغ 34 عاما، لفرانس برس: "…"»
    return Quote(speaker.id, scene.line, at + start, at + end, text, speaker.text, whole)


# -- over the end of a line --------------------------------------------------------


def _left_open(scene: Scene, reports: list[Report]) -> Quote | None:
    """Return the quotation that runs on from a mark never closed, if a report introduces it."""
    start = scene.marks.unclosed
    if start is None:
        return None
    while start < len(scene.text) and scene.text[start].isspace():
        start += 1
    end = len(scene.text.rstrip())
    for report in reversed(reports):
        between = scene.text[report.start : start].strip(' "“”«:\u00a0')
        if report.link and report.start <= start < end and not between:
            return _as_quote(scene, start, end, report.subject or _NOBODY, True)
    return None


def _continued(scene: Scene, before: Quote | None, reports: list[Report]) -> list[Quote]:
    """Return both halves of a quotation that was opened on the line before and is closed on this one.

    A mark behind a report opens another one, whichever way it is turned: «وأضاف فلان ” إن …».
    """
    if before is None:
        return []
    orphan = scene.marks.orphans[0] if scene.marks.orphans else None
    if orphan is None or any(p.open < orphan for p in scene.marks.pairs):
        return []
    if any(not report.token for report in reports) and scene.word_at(orphan) <= _NAMED:
        return [before]
    return [before, _as_quote(scene, 0, orphan, Subject(before.speaker, before.speaker_ar), True)]


def _left_to_speak(scene: Scene, reports: list[Report]) -> Subject | None:
    """Return who is about to speak on the next line: this one ends in a colon."""
    if reports and reports[-1].link == "colon" and not scene.text[reports[-1].start :].strip():
        return reports[-1].subject
    return None
