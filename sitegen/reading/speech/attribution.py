"""Find who is named for words in marks that no verb before them governs.

«"…"، يقول فلان»، «"…"، وفق بيان البيت الأبيض»، «وبحسب فلان فإن "…"»، «فلان: "…"».
Where a carrier of news is named (وفق وكالة …) it stays unknown whose words they are.
"""

from __future__ import annotations

from sitegen.reading.speech.reports import Report
from sitegen.reading.speech.scene import phrase_end
from sitegen.reading.speech.speakers import Subject, noun_phrase
from sitegen.reading.speech.subjects import Talk
from sitegen.reading.speech.words import ATTRIBUTIONS, CARRIERS, THAT, word_set

#: What may follow the speaker: nothing, or more of his words («"…"، قال فلان، "…"»).
_BARE = ("", "quote")
_AS_SAID = word_set("as_said")
_AS_WHAT = word_set("as_what")
_SAYINGS = word_set("sayings", prefixes=("", "ل"))
_PAPERS = word_set("papers", prefixes=("", "ل", "لل"))


def named_after(talk: Talk, first: int, last: int, reports: list[Report]) -> Subject | None:
    """Return whom the words [first, last) after a quotation name as its speaker."""
    tokens = talk.scene.tokens
    at = first + 1 if first < last and tokens[first].light in _AS_SAID else first
    for report in reports:
        fresh = report.opens and at == first  # «"…" وقال فلان إن» begins something new
        if report.token == at and report.link in _BARE and not fresh and report.verb.kind == "say":
            return report.subject
    if [t.light for t in tokens[first : first + 2]] == ["هذا", "ما"]:  # «هذا ما قاله فلان»
        return _named(talk, first + 1, last)
    for i in range(first, last):
        if tokens[i].light in ATTRIBUTIONS and i not in talk.scene.closed:
            return _named(talk, i + 1, last)
    return None


def named_before(talk: Talk, first: int, last: int) -> Subject | None:
    """Return whom the words [first, last) before a quotation name: «بحسب فلان فإن»، «فلان:»."""
    scene = talk.scene
    if first >= last:
        return None
    if scene.tokens[first].light in ATTRIBUTIONS:
        return _named(talk, first + 1, last)
    if ":" in scene.gap(last - 1) and phrase_end(scene, first, last) == last:
        subject = noun_phrase(scene, first, last, "", talk.cast)
        return subject if subject.id else None
    return None


def _named(talk: Talk, i: int, last: int) -> Subject | None:
    """Resolve what follows وفق or بحسب: a name, a paper of somebody, or «ما أعلن فلان»."""
    scene, tokens = talk.scene, talk.scene.tokens
    if i < last and tokens[i].light == "ما":
        i += 2
    elif tokens[i - 1].light in _AS_WHAT:
        i += 1
    paper = i < last and tokens[i].light in _PAPERS
    if i < last and (paper or tokens[i].light in _SAYINGS):
        i += 1
    if i >= last or i in scene.closed or tokens[i].light in THAT or (paper and scene.gap(i - 1)):
        return talk.floor.issuer if paper else None
    if tokens[i].light in CARRIERS:
        return None
    subject = noun_phrase(scene, i, max(phrase_end(scene, i, last), i + 1), "", talk.cast)
    return subject if subject.id else None
