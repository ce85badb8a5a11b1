"""Find indirect speech: who, by which verb, said that what.

A clause begins after أن and ends with its sentence or where the next report
begins.  Only a verb that says (not one that praises or blames), whose subject is
known or printed as somebody who can speak, makes a statement.
"""

from __future__ import annotations

from typing import TypeGuard

from sitegen.model import Statement
from sitegen.reading.speech.reports import Report
from sitegen.reading.speech.scene import Scene
from sitegen.reading.speech.speakers import Subject
from sitegen.reading.speech.words import ATTRIBUTIONS, CONTINUERS, CONTRASTS, SPEAKERS, TURNS, words
from sitegen.text.fold import light_key

#: Signs that belong to the figure before them.
_UNITS = "%٪$€£"
#: A clause has at least so many words.
_SHORTEST = 2


def statements_of(scene: Scene, reports: list[Report]) -> list[Statement]:
    """Return the indirect speech of one stretch of a line."""
    out: list[Statement] = []
    for n, report in enumerate(reports):
        subject = report.subject
        if report.link != "that" or report.verb.kind != "say" or not report.real or not _is_somebody(subject):
            continue
        if _is_inside(scene, reports, n):
            continue
        start, end = _clause(scene, report.start, _clause_end(scene, reports, n))
        cut = scene.marks.unclosed is not None and start <= scene.marks.unclosed < end  # goes on elsewhere
        if start < end and not cut and not _is_quoted(scene, start, end):
            at = scene.base
            out.append(Statement(subject.id, report.verb.key, scene.line, at + start, at + end, subject.text))
    return out


def _clause_end(scene: Scene, reports: list[Report], n: int) -> int:
    """Return where the clause of report `n` ends: reports inside it belong to it."""
    end = reports[n].end
    for later in reports[n + 1 :]:
        if later.opens or later.sentence != reports[n].sentence:
            break
        if (turn := _contrast(scene, reports[n].token, later.token)) is not None:
            return scene.starts[turn]
        end = later.end
    return end


def _contrast(scene: Scene, first: int, last: int) -> int | None:
    """Return the word between two reports that sets the second speaker against the first: «لكن علانا قال»."""
    return next((i for i in range(first, last) if scene.tokens[i].light in CONTRASTS), None)


def _is_inside(scene: Scene, reports: list[Report], n: int) -> bool:
    """Say whether report `n` is itself part of what another reports: «قال فلان إن علانا أكد له أن …»."""
    report = reports[n]
    before = [r for r in reports[:n] if r.sentence == report.sentence]
    if not before or report.opens or before[-1].link != "that":
        return False
    return _contrast(scene, before[-1].token, report.token) is None


def _is_somebody(subject: Subject | None) -> TypeGuard[Subject]:
    """Say whether a subject is known, or unknown but printed as somebody who can speak."""
    if subject is None:
        return False
    return subject.id is not None or light_key(subject.text.split(" ", 1)[0]) in SPEAKERS


def _clause(scene: Scene, start: int, end: int) -> tuple[int, int]:
    """Trim a clause: no «، وفق …» at its end, no dangling sign or connecting word."""
    first, last = scene.word_at(start), scene.word_at(end)
    for i in range(first + 2, last):
        told = scene.tokens[i].light in ATTRIBUTIONS or _turns(scene, i)
        if told and "،" in scene.gap(i - 1):
            last = i
            break
    closed = any(end == stop for _, stop in scene.sentences)  # then its last word is its own: «لم يصل»
    while last > first and not closed and _dangles(scene, last - 1):
        last -= 1
    if last - first < _SHORTEST:
        return start, start
    left, right = scene.tokens[first].start, scene.tokens[last - 1].end
    right += len(scene.text[right:end]) - len(scene.text[right:end].lstrip(_UNITS))
    for pair in scene.marks.pairs:  # marks belong to the clause with the words they hold
        if start <= pair.open and pair.start == left:
            left = pair.open
        if pair.end == right and pair.open >= start:
            right = pair.close
    return left, right


def _dangles(scene: Scene, i: int) -> bool:
    """Say whether word `i` belongs to the report behind a clause: «… وقد أضاف»."""
    return scene.tokens[i].light in CONTINUERS or scene.tokens[i].light in words()


def _turns(scene: Scene, i: int) -> bool:
    """Say whether word `i` turns to another speaker: «في حين», «بدوره», «من جهته»."""
    lights = scene.tokens.lights[i : i + 2]
    return lights[0] in TURNS or " ".join(lights) in TURNS


def _is_quoted(scene: Scene, start: int, end: int) -> bool:
    """Say whether one quotation is all there is between two offsets."""
    return any(p.open <= start and p.close >= end - 1 for p in scene.marks.pairs if p.depth == 0)
