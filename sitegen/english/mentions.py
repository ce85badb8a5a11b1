"""What somebody mentioned, where a statement or quotation is not understood as a whole.

That a phrase was mentioned is true whatever was said of it.
"""

from __future__ import annotations

from collections.abc import Container, Iterable

from sitegen.english import wording
from sitegen.english.borders import whole
from sitegen.english.grammar import grammar
from sitegen.english.lookup import NP
from sitegen.english.noun_phrases import noun_phrase
from sitegen.english.reports import Fact, speaker_of, that_before
from sitegen.english.tagging import Notes, Sentence, stretch
from sitegen.model import Reading

_VERB = ("mention", "mentioned", "mentioned")
#: Clitics that a phrase may carry inside a sentence, by their first letter.
_LEADS = {"و": ("و", "وب", "ول"), "ب": ("ب",), "ل": ("ل",)}
#: A quotation shorter than that is a fragment.
_SHORTEST = 4


def mention_facts(reading: Reading, known: Notes, told: Container[tuple[int, int]]) -> Iterable[Fact]:
    """Yield one fact for each statement and quotation whose place is not in `told`."""
    said = [(st.line, st.start, st.end, st.speaker_ar, st.speaker) for st in reading.statements]
    said += [(q.line, q.start, q.end, q.speaker_ar, q.speaker) for q in reading.quotes if q.whole]
    for line, start, end, printed, id in sorted(said, key=lambda place: place[:3]):
        fresh = (line, start) not in told and that_before(known, line, start)
        s = stretch(known, line, start, end) if fresh else None
        subject = speaker_of(known, line, start, printed, id) if s and len(s.tokens) >= _SHORTEST else None
        if s is None or subject is None or (subject.entity and subject.en in grammar().platforms):
            continue
        if words := mentions(s, subject):
            yield Fact("mention", subject, _VERB, "past", words, s.line, start)


def mentions(s: Sentence, subject: NP) -> str:
    """Return the two most telling phrases of what somebody said."""
    found: dict[str, int] = {}
    i = 0
    while i < len(s.tokens):
        np = noun_phrase(s, i)
        for lead in _LEADS.get(s.key(i)[:1], ()) if np is None else ():
            np = np or noun_phrase(s, i, lead)
        if np and not (np.entity and subject.entity and np.entity.id == subject.entity.id):
            rank = _telling(s, np)
            if rank and not any(np.en in text for text in found):
                found.setdefault(np.full, rank)
        i = np.end if np else i + 1
    best = sorted(found, key=lambda text: found[text])[:2]
    return wording.listed([text for text in found if text in best]) if best else ""


def _telling(s: Sentence, np: NP) -> int:
    """Rank a phrase by how much it says: an event 1, a body 2, a thing 3, a place 4; 0 for too little."""
    if np.owner or np.parts > 1 or np.kind in ("person", "measure") or not whole(s, np):
        return 0
    if np.en.startswith(("this ", "these ", "any ", "all ", "one of")):
        return 0
    if np.en in grammar().vague or np.en.endswith((" year", " month", " week", " day", " season")):
        return 0
    if np.entity is not None:
        return {"org": 2, "place": 4}.get(np.kind, 0)
    return {"event": 1, "org": 2, "thing": 3}.get(np.kind, 0) if np.definite and " " in np.en else 0
