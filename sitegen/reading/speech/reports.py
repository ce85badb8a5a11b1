"""Find reports: a reporting verb, its subject and where what was said begins and ends."""

from __future__ import annotations

from msgspec import Struct

from sitegen.reading.speech.scene import Scene, phrase_end
from sitegen.reading.speech.speakers import Subject
from sitegen.reading.speech.subjects import Head, Talk, is_somebody_new, resolve, subject_after, subject_of
from sitegen.reading.speech.words import (
    ADJUNCTS,
    AFTER,
    AUXILIARIES,
    CONTINUERS,
    DEEDS_TOO,
    NAME_MAX,
    NAMING,
    NOT_THAT,
    OFFICES,
    PREPOSITIONS,
    RELATIVES,
    SAID_IT,
    THAT,
    TITLED,
    TITLES,
    TOWARD,
    UNREAL,
    Verb,
    Word,
    words,
)

#: أن is looked for so many words behind its verb.
_THAT_REACH = 30
#: «آن» is a woman's name and never «أن».
_ANNE = "آ"
#: So many words behind a preposition are hardly a name.
_TOWARD_MAX = 9
#: A paper is looked for so many words behind its verb: «وصف البيت الأبيض في بيان».
_PAPER_REACH = 12


class Report(Struct, frozen=True, gc=False):
    """One reporting verb in a line."""

    verb: Verb
    form: str
    subject: Subject | None  # None: somebody who cannot be told
    token: int
    link: str  # that | colon | quote | ''
    start: int  # offset in the stretch after the link; after the verb where there is none
    end: int  # where the next report begins or the sentence ends
    sentence: int
    real: bool  # neither negated nor wished for
    opens: bool  # begins a clause of its own: و, a participle or the head of a sentence


def find_reports(talk: Talk) -> list[Report]:
    """Return the reports of one stretch in order; the floor is brought up to date."""
    scene, floor = talk.scene, talk.floor
    out: list[Report] = []
    last = verb = 0
    for n, (_, end) in enumerate(scene.sentences):
        first, last = last, scene.word_at(end)
        found: list[Head] = []
        while verb < len(scene.verbs) and scene.verbs[verb] < last:
            i = scene.verbs[verb]
            if (word := _word_at(scene, i, first)) is not None:
                found.append(Head(i, word, first, last))
            verb += 1
        if first < last:
            subject = _topic(talk, found, first, last)
            out += _sentence(talk, _reporting(scene, found, last), n, subject)
    floor.idle = 0 if out else floor.idle + 1
    return out


# -- which words report --------------------------------------------------------------


def _word_at(scene: Scene, i: int, first: int) -> Word | None:
    """Return the reporting word at `i` unless the words round it make it something else."""
    if i in scene.closed or i in scene.mentions:
        return None
    word = words()[scene.tokens[i].light]
    if scene.tokens[i].light in AFTER and not _names_subject(scene, i):
        return None  # «عقب المجلس الحكومي»: after it
    noun = word.form == "participle" and word.gender == "f"  # «ومتابعة» is a noun more often
    if i == first or (word.joined and not noun) or _opens_clause(scene, i):
        return word
    if word.verb.shaky:
        return None
    if word.form == "participle":
        following = scene.tokens[i + 1].light if i + 1 < len(scene.tokens) else ""
        linked = following in THAT or following in PREPOSITIONS or scene.gap(i).startswith(":")
        counted = scene.tokens[i - 1].key.isdigit()  # «120 متحدثا من 40 دولة»
        return word if linked and not counted else None
    return word


def _opens_clause(scene: Scene, i: int) -> bool:
    return scene.tokens[i - 1].light in CONTINUERS or bool(scene.gap(i - 1)) or i - 1 in scene.closed


def _reporting(scene: Scene, found: list[Head], last: int) -> list[Head]:
    """Leave out deeds, and words that only look like verbs because nothing is said after them."""
    kept: list[Head] = []
    stop = last
    for head in reversed(found):
        if head.word.verb.kind == "act":
            continue
        link, start = _link(scene, head, stop)
        set_off = head.word.form == "participle" and head.token > head.first and scene.gap(head.token - 1)
        by_noun = bool(kept) and kept[-1].word.form == "noun"  # «رد الوزير بالقول»
        bare = not (link or set_off or by_noun)
        if bare and head.word.verb.shaky > _names_subject(scene, head.token):
            continue
        before = scene.tokens[head.token - 1].light if head.token > head.first else ""
        relative = before in RELATIVES and before not in CONTINUERS
        kept.append(Head(head.token, head.word, head.first, stop, link, start, relative))
        stop = head.token
    return kept[::-1]


def _names_subject(scene: Scene, i: int) -> bool:
    """Say whether somebody is named right after word `i`, alone or behind an office."""
    if i + 1 in scene.mentions:
        return not scene.mentions[i + 1].clitic
    if i + 1 >= len(scene.tokens) or not {scene.tokens[i + 1].light} & (OFFICES | TITLES):
        return False
    return not scene.mentions.keys().isdisjoint(range(i + 2, phrase_end(scene, i + 1, len(scene.tokens))))


# -- what was said begins here ----------------------------------------------------


def _link(scene: Scene, head: Head, stop: int) -> tuple[str, int]:
    """Find أن, a colon or a quotation after a verb, and the offset after it."""
    tokens, closed = scene.tokens, scene.closed
    behind = tokens[head.token].end
    limit = scene.starts[stop] if stop < len(tokens) else len(scene.text)
    colon = _colon(scene.text, behind, limit)
    for j in range(head.token + 1, stop):
        token = tokens[j]
        if token.start >= colon or token.light in SAID_IT:
            break
        if j in closed:
            opens = head.word.verb.kind != "stance" and j - 1 not in closed
            if opens and (token.light in THAT or not _names(scene, j - 1)):
                return "quote", _mark_before(scene, j)
        elif token.light in THAT and token.text[0] != _ANNE and _is_that(scene, head, j):
            return "that", token.end
    return ("colon", colon) if colon <= limit else ("", behind)


def _colon(text: str, start: int, end: int) -> int:
    """Return the offset after the first colon that is not part of a time, past `end` if there is none."""
    at = text.find(":", start, end)
    while at >= 0 and text[at - 1].isdigit() and text[at + 1 : at + 2].isdigit():
        at = text.find(":", at + 1, end)
    return at + 1 if at >= 0 else end + 1


def _names(scene: Scene, i: int) -> bool:
    """Say whether word `i` announces a name in marks: «في "…"»، «مؤتمر "…"»، «مدير "…"»."""
    light = scene.tokens[i].light
    length = next((n for n in range(_TOWARD_MAX) if i + 1 + n not in scene.closed), _TOWARD_MAX)
    glued = scene.text[scene.tokens[i].end : scene.tokens[i].end + 1] == "ـ"
    if light in TITLED or (length < _TOWARD_MAX and (glued or light in TOWARD)):
        return True
    return length <= NAME_MAX and (light in NAMING or (light in OFFICES and not light.startswith("ال")))


def _mark_before(scene: Scene, j: int) -> int:
    at = scene.starts[j]
    return next((m.open for m in scene.marks.pairs if m.start <= at < m.end), scene.marks.unclosed or at)


def _is_that(scene: Scene, head: Head, j: int) -> bool:
    """Say whether the أن at `j` opens what was said: not «بعد أن», not another word's preposition."""
    i, links = head.token, head.word.verb.links
    if j == i + 1:
        return True
    if j - i > _THAT_REACH:
        return False
    if scene.tokens[j].light.lstrip("وف").startswith("ب"):
        return "ب" in links and scene.tokens[j - 1].light not in NOT_THAT
    before = scene.tokens[j - 1].light
    if before not in PREPOSITIONS:
        return "" in links and before not in NOT_THAT
    if before.lstrip("و") not in links:
        return False
    name = scene.mentions.get(i + 1)  # «أكد فلان حرص النادي على أن»: the club's keenness, not his words
    if "" not in links or name is None or name.last >= j - 1:
        return True
    return bool(scene.gap(name.last - 1)) or scene.tokens[name.last].light in ADJUNCTS


# -- sentence by sentence ------------------------------------------------------------


def _sentence(talk: Talk, heads: list[Head], n: int, subject: Subject | None) -> list[Report]:
    """Read the reports of one sentence; participles belong to `subject` until a verb names another."""
    scene, floor = talk.scene, talk.floor
    out: list[Report] = []
    for head in heads:
        verb, form, gender, joined = head.word
        if form in ("past", "present"):
            subject = subject_of(talk, head, nested=bool(out))
            if subject is None and form == "present" and not head.relative:  # «يذكر أن»: nobody says it
                floor.give(None)
                continue
            if not head.relative and verb.kind != "relay" and (subject is not None or not out):
                floor.give(subject)
        elif subject is not None and "" != subject.gender != gender:
            subject = None
        elif subject is None and form == "noun":
            subject = _ending(talk, head)
        before = scene.tokens[head.token - 1].light if head.token > head.first else ""
        opens = joined or form in ("participle", "noun") or head.token == head.first
        opens = opens or (before in CONTINUERS and before not in AUXILIARIES)
        real = before not in UNREAL and not (head.relative and subject is None)
        end = scene.starts[head.stop] if head.stop < len(scene.starts) else len(scene.text)
        end = min(end, scene.sentences[n][1])
        out.append(Report(verb, form, subject, head.token, head.link, head.start, end, n, real, opens))
        _note_paper(talk, head, subject)
    return out


def _ending(talk: Talk, head: Head) -> Subject | None:
    """Return who goes on in «وختم بالقول: …», where the verb before the noun has no subject of its own."""
    verb = words().get(talk.scene.tokens[head.first].light)
    bare = head.token == head.first + 1 and verb is not None and verb.joined and verb.form == "past"
    return talk.floor.carried(verb.gender) if bare and verb is not None else None


def _topic(talk: Talk, found: list[Head], first: int, last: int) -> Subject | None:
    """Return whom a sentence is about before any of its reports; tell the floor when that is somebody new.

    «واستقبل بايدن الكاظمي … مؤكدا أن»: Biden.  A name first or second in a
    sentence without a known verb is good for its own participles only.
    """
    scene, floor = talk.scene, talk.floor
    if first in scene.closed:
        return floor.current
    act = next((h for h in found if h.word.verb.kind == "act"), None)
    if scene.tokens[first].light.removeprefix("و") in AUXILIARIES and first not in scene.verbs:
        subject = subject_after(talk, first, last, "")  # «وكان الرئيس فلان قد زار البلدة وقال إن»
        floor.give(subject if subject and subject.id else None)
        return floor.current
    if scene.tokens[first].light in DEEDS_TOO and _names_subject(scene, first):
        return _named_first(talk, first, last)
    if scene.tokens[first].light in ADJUNCTS:
        if act is None or not _names_subject(scene, act.token):
            if is_somebody_new(talk, first, last):
                floor.give(None)
            return None
    elif act is None or act.token != first:
        return None if first in scene.verbs and found else _named_first(talk, first, last)
    subject = subject_after(talk, act.token, last, act.word.gender)
    if act.word.verb.takes_person and not _has_object(scene, act.token, last):
        subject = None
    floor.give(subject)
    _note_paper(talk, act, subject)
    return subject


def _has_object(scene: Scene, i: int, last: int) -> bool:
    """Say whether somebody besides the subject is named right behind it: «استقبل بايدن الكاظمي»."""
    end = phrase_end(scene, i + 1, last)
    inside = [m for k, m in scene.mentions.items() if i < k < min(last, end + 2)]
    return len(inside) > 1


def _named_first(talk: Talk, first: int, last: int) -> Subject | None:
    """Return a name that stands first or second in a sentence; the floor falls vacant if it is another's."""
    scene, now = talk.scene, talk.floor.current
    for i in range(first, min(first + 2, last)):
        mention = scene.mentions.get(i)
        titled = scene.tokens[i].light in OFFICES or scene.tokens[i].light in TITLES
        if (mention is not None and mention.clitic in ("", "و")) or titled:  # «رعى الأمير فلان»
            subject = resolve(talk, i, max(phrase_end(scene, i, last), i + 1), "")
            if now is None or subject.id != now.id:
                talk.floor.give(None)
            return subject
    return None


def _note_paper(talk: Talk, head: Head, subject: Subject | None) -> None:
    """Remember who issued a paper: «وصف البيت الأبيض في بيان»، «أصدر المكتب بيانا»."""
    if subject is None or "بيان" not in talk.scene.text:
        return
    reach = talk.scene.tokens[head.token + 1 : min(head.stop, head.token + _PAPER_REACH)]
    if any(token.light in ("بيان", "بيانا") for token in reach):
        talk.floor.issuer = subject
