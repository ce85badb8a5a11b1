"""Say who a reporting verb's subject is: after it, before it, or carried over from the one before.

Order is verb-subject («وقال بايدن وبجانبه رئيس الوزراء: …»), subject-verb
(«وكان علاوي أكد أن …») or none («وأضاف أن …»).  A subject is carried over only
while nobody else has come into view; otherwise it stays unknown.
"""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

from sitegen.reading.speech.scene import Scene, phrase_end
from sitegen.reading.speech.speakers import Cast, Subject, described, noun_phrase
from sitegen.reading.speech.words import (
    ADJUNCTS,
    ADVERBS,
    AUXILIARIES,
    CONTINUERS,
    HEARERS,
    IMPERSONAL,
    OFFICES,
    OPENERS,
    PAPERS,
    RELATIVES,
    SPEAKERS,
    THAT,
    TITLES,
    TOPICS,
    WITH_PRONOUN,
    Word,
    words,
)
from sitegen.text.fold import light_key

#: A present verb behind و, or و with a preposition.
_CLAUSE = re.compile("[وف](?:[يت][^ا]..|بال|لل|كال)")
#: A subject is carried over at most so many stretches without a report.
_PATIENCE = 3
#: Words up to the comma behind which a clause begins.
_LEAD = 5
#: A subject before its verb is no longer than this.
_BEFORE = 12
_PRONOUNS = ("ه", "ها")
_OPENERS = OPENERS | TOPICS
_NO_SUBJECT = CONTINUERS | RELATIVES | ADJUNCTS | THAT


class Floor:
    """Who is speaking, from line to line of one article."""

    def __init__(self) -> None:
        self.current: Subject | None = None
        self.issuer: Subject | None = None  # of the paper last mentioned
        self.idle = 0

    def give(self, subject: Subject | None) -> None:
        """Let `subject` have the floor; None: nobody can be told."""
        self.current, self.idle = subject, 0

    def carried(self, gender: str) -> Subject | None:
        """Return the subject that a verb without one goes on with."""
        now = self.current
        if now is None or self.idle > _PATIENCE or "p" in (gender, now.gender):
            return None
        return now if now.gender in ("", gender) else None


class Talk(Struct, frozen=True, gc=False):
    """A line, the people of its article and who has the floor."""

    scene: Scene
    cast: Cast
    floor: Floor


class Head(Struct, frozen=True, gc=False):
    """A reporting verb in its sentence: words [first, stop) up to the next one, and its link."""

    token: int
    word: Word
    first: int
    stop: int
    link: str = ""  # that | colon | quote | ''
    start: int = 0  # offset after the link
    relative: bool = False  # stands in a relative clause: «الذي قال»


def subject_of(talk: Talk, head: Head, *, nested: bool) -> Subject | None:
    """Return the subject of a finite verb, None if it cannot be told.

    `nested`: another report stands before it in the sentence.
    """
    scene, i, word = talk.scene, head.token, head.word
    at: int | None = i
    if word.verb.kind == "relay":  # «ونقلت الوكالة عن مسؤول قوله»
        at = next((j for j in range(i + 1, head.stop) if scene.tokens[j].light == "عن"), None)
    if at is None:
        return None
    apart = scene.tokens[head.first].light in TOPICS and scene.tokens[i].light.startswith("ف")  # «أما … فقال»
    before = None if (word.joined and not apart) or head.relative else _before(talk, head)
    if before is not None and (before.id is not None or scene.tokens[i - 1].light in AUXILIARIES):
        return before
    found = subject_after(talk, at, head.stop, word.gender)
    if found is not None and (
        found.id or _says_so(scene, head, found) or (head.link and not _adds_that(scene, at, head.stop))
    ):
        now = talk.floor.current.id if talk.floor.current else None
        return None if word.verb.takes_person and word.joined and found.id != now else found
    if found is not None and scene.tokens[at + 1].light in SPEAKERS:  # somebody else, who cannot be told
        return _repeated(talk, at + 1)
    if head.relative:
        return _antecedent(scene, i, word.gender)
    if before is not None or apart:
        return before
    if _is_impersonal(scene.tokens[i].text, word):
        return None
    if word.verb.key == "رد" and scene.tokens[i + 1 : i + 2] and scene.tokens[i + 1].light in WITH_PRONOUN:
        return None  # «ورد عليه رجل: …»: not who spoke before
    opens = word.joined or i == head.first or scene.tokens[i - 1].light in CONTINUERS
    if opens or (not nested and scene.tokens[head.first].light in ADJUNCTS):
        return talk.floor.carried(word.gender)
    return None


def subject_after(talk: Talk, i: int, stop: int, gender: str) -> Subject | None:
    """Resolve the noun phrase right after word `i` and adverbs; None where there is none."""
    scene = talk.scene
    while _is_adverb(scene, i, stop):
        i += 1
    j = i + 1
    if j >= stop or j in scene.closed or ":" in scene.gap(i):
        return None
    light = scene.tokens[j].light
    if j in scene.mentions:
        if scene.mentions[j].clitic:
            return None
    elif light in ADJUNCTS or light in THAT or _is_prepositional(light) or _goes_on(light):
        return None
    end, verb = phrase_end(scene, j, stop), words().get(scene.tokens[i].light)
    if verb is not None and verb.verb.kind == "stance":  # «وصف الوزير فلان الاتفاق بأنه»
        end = next((m.last for k, m in scene.mentions.items() if k >= j and m.last == end - 1), end)
    if end <= j:
        return None
    more = light in SPEAKERS and end < stop and scene.tokens[end].light in ADJUNCTS
    name = described(scene, end, stop) if more else None
    return (
        Subject(name.entity.id, scene.words(j, name.last), gender) if name else resolve(talk, j, end, gender)
    )


def _is_adverb(scene: Scene, i: int, stop: int) -> bool:
    """Say whether an adverb stands between word `i` and a subject: «وقال أيضا الوزير»."""
    j = i + 1
    if j >= stop or j in scene.closed or ":" in scene.gap(i) or j in scene.mentions:
        return False
    light = scene.tokens[j].light
    return light in ADVERBS or (light in WITH_PRONOUN and j + 1 in scene.mentions)


def resolve(talk: Talk, i: int, j: int, gender: str) -> Subject:
    """Resolve words [i, j); a paper speaks for whoever issued it, a repeated noun for whom it meant."""
    scene = talk.scene
    if scene.tokens[i].light in PAPERS:
        issuer = talk.floor.issuer
        return Subject(issuer.id if issuer else None, scene.words(i, i + 1), gender)
    found = noun_phrase(scene, i, j, gender, talk.cast)
    if found.id is None and j == i + 1:
        return _repeated(talk, i) or found
    if found.id is None and found.text.count('"') % 2:  # «مصادر "الوطن"»: the closing mark belongs to it
        closed = scene.text.startswith('"', scene.tokens[j - 1].end)
        return replace(found, text=found.text + '"' if closed else "")
    return found


def is_somebody_new(talk: Talk, first: int, last: int) -> bool:
    """Say whether somebody else does something behind «في الوقت نفسه، …»: «تراجع الزعيم عن البيان»."""
    scene, now = talk.scene, talk.floor.current
    comma = next((i for i in range(first, min(first + _LEAD, last - 2)) if "،" in scene.gap(i)), None)
    if now is None or comma is None or scene.tokens[comma + 1].light in words():
        return False
    i = comma + 2
    if scene.gap(i - 1) or not (i in scene.mentions or scene.tokens[i].light in OFFICES | TITLES):
        return False
    found = subject_after(talk, i - 1, last, "")
    return found is not None and (found.id is None or found.id != now.id)


def _repeated(talk: Talk, i: int) -> Subject | None:
    """Return who has the floor if the definite noun at word `i` is how they were named: «الوزارة»."""
    now, word = talk.floor.current, talk.scene.tokens[i]
    office = any(token.light in OFFICES for token in talk.scene.tokens[i + 1 : i + 2])  # «السيد رئيس الوزراء»
    if now is None or office or not word.light.startswith("ال"):
        return None
    same = now.text.split(" ", 1)[0].removeprefix("ال") == word.text.removeprefix("ال")
    return now if same else None


def _says_so(scene: Scene, head: Head, found: Subject) -> bool:
    """Say whether a noun of saying follows the subject: «رد الوزير بالقول», not «ختم زيد كلمته بالقول»."""
    after = words().get(scene.tokens[head.stop].light) if head.stop < len(scene.tokens) else None
    bare = " " not in found.text or not found.text.endswith(_PRONOUNS)
    return bare and not head.link and after is not None and after.form == "noun"


def _before(talk: Talk, head: Head) -> Subject | None:
    """Resolve a noun phrase between the head of the clause and the verb: «وكان علاوي أكد»."""
    scene, j = talk.scene, head.token
    while j > head.first and scene.tokens[j - 1].light in AUXILIARIES:
        j -= 1
    k = next((k for k in range(j, head.first, -1) if scene.tokens[k - 1].light in _OPENERS), head.first)
    if k >= j or j - k > _BEFORE:
        return None
    light = scene.tokens[k].light
    if k in scene.mentions:
        if scene.mentions[k].clitic not in ("", "و") or scene.mentions[k].last > j:
            return None
    elif light in _NO_SUBJECT or light in words() or _is_prepositional(light) or _goes_on(light):
        return None
    elif not scene.mentions.keys().isdisjoint(range(k + 1, j)) and light not in SPEAKERS:
        return None  # «وألقى الأمين العام فلان كلمة أكد فيها»
    elif k == head.first and light not in OFFICES and light not in TITLES and light[1:] not in OFFICES:
        return Subject(None, scene.words(k, j), head.word.gender)
    end = phrase_end(scene, k, j)
    if end != j:
        return Subject(None, scene.words(k, end), head.word.gender)
    return resolve(talk, k, j, head.word.gender)


def _adds_that(scene: Scene, i: int, stop: int) -> bool:
    """Say whether the first أن after `i` is a second object: «أكد أهمية اللقاء وأن …»."""
    found = next((t.light for t in scene.tokens[i + 1 : stop] if t.light in THAT), "")
    return found.startswith("و")


def _is_impersonal(text: str, word: Word) -> bool:
    """Say whether nobody need be meant: «يذكر أن», «أُعلن أن» with its passive vowel."""
    if word.form == "past":
        return "\N{ARABIC DAMMA}" in text.lstrip("وف")[1:2]
    return light_key(word.verb.key) in IMPERSONAL


def _is_prepositional(light: str) -> bool:
    """Say whether a word begins with a glued preposition: للوكالة، بالأمس، لقناة، لـ."""
    return len(light) == 1 or light.startswith(("لل", "بال", "وبال", "ولل")) or light in HEARERS


def _goes_on(light: str) -> bool:
    """Say whether a word carries the clause on and names nobody: «ويقدم», «وباللون»."""
    return bool(_CLAUSE.match(light)) and light not in SPEAKERS


def _antecedent(scene: Scene, i: int, gender: str) -> Subject | None:
    """Return the name right before «الذي قال»."""
    for mention in scene.mentions.values():
        if mention.last == i - 1 and not mention.clitic:
            return Subject(mention.entity.id, scene.words(mention.first, mention.last), gender)
    return None
