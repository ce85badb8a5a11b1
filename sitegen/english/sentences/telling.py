"""Facts put into words: sentences with their source named, and headlines."""

from __future__ import annotations

import re

from msgspec.structs import replace

from sitegen.desk.lexicon import Lexicon
from sitegen.english.phrases.inflection import going_on, inflect, ongoing
from sitegen.english.phrases.phrase import NP
from sitegen.english.phrases.phrase_parts import called
from sitegen.english.sentences.reports import Fact
from sitegen.english.words import wording
from sitegen.english.words.adverbs import NEVER
from sitegen.english.words.grammar import grammar
from sitegen.model import Dating, Entity

#: The article itself is the source of what nobody is quoted for.
_ATTRIBUTION = ("The article says", "The article also says")
#: So is somebody whom it names: «وفقا لوكالة …».
_CITING = "The article, citing others, says"
#: Articles of two without a name, which a headline leaves out: "a soldier and a civilian".
_PAIR = re.compile(r"^an? (.+ and )an? (.+)$")
_OBJECT = re.compile(r"(?:a|an|the|its|his|her|their) ")
#: Articles in a list, of which a headline leaves out all or none.
_LISTED = re.compile(r"(, | and )(?:the|an?) ")
#: «قالت الشركة إنها …»: a headline with a colon would have nobody do it.
_PRONOUNS = ("it ", "he ", "she ", "they ")
#: Where something was is told already.
_THERE = re.compile(r"\b(?:in|at|near|off|on) (?:the )?[A-Z]")
#: A headline of more words is cut.
_LONG = 18
_AHEAD = {"due": "due ", "expected": "expected "}


class Teller:
    """Words the facts of one article; remembers whom it has introduced."""

    def __init__(self, dating: Dating, lexicon: Lexicon) -> None:
        self.dating = dating
        self.lexicon = lexicon
        self.introduced: set[str] = set()
        self.attributed = 0

    def sentence(self, fact: Fact) -> str:
        """Return one fact as a sentence.

        What somebody said has its speaker; anything else is told as the article's word.
        """
        subject, day = self._subject(fact.subject), ""
        if fact.when.others and self._decided(fact):
            fact = replace(fact, when=NEVER)
        if fact.kind == "event" and _open(fact) and not _too_late(fact, self.dating.value):
            fact, day = replace(fact, when=NEVER), f"that{fact.when.words} "
        text = f"{day}{subject} {self._predicate(fact)}"
        if fact.kind == "event" or fact.cited:
            article = _ATTRIBUTION[min(self.attributed, 1)]
            text = f"{_CITING if fact.cited else article} {text}"
            self.attributed += 1
        return wording.sentence(text)

    def _subject(self, np: NP) -> str:
        entity = np.entity
        if entity is None or entity.kind != "person":
            return np.full
        if entity.id in self.introduced:
            return short_name(entity)
        self.introduced.add(entity.id)
        if np.en != entity.en:
            return np.full
        role = self._office(entity)
        return wording.with_role(role, entity.en) if role else np.full

    def _office(self, entity: Entity) -> str:
        """Return the short form of the office that was resolved for the article's date."""
        record = self.lexicon.get("person", entity.id)
        for role in record.roles if record else ():
            if role.en == entity.role_en and role.short:
                return role.short
        return ""

    def _predicate(self, fact: Fact) -> str:
        day = "" if _too_late(fact, self.dating.value) else fact.when.words
        plural = fact.subject.many
        if fact.tense in _AHEAD or self._forward(fact):
            ahead = _AHEAD.get(fact.tense, "")
            verb = f"{'are' if plural else 'is'} {'not ' if fact.negated else ''}{ahead}to {fact.verb[0]}"
        elif fact.tense == "present" and not fact.negated and ongoing(fact.verb[0]):
            verb = going_on(fact.verb[0], plural=plural)
        else:
            verb = inflect(fact.verb, fact.tense, plural=plural, negated=fact.negated)
        if fact.kind == "said":
            return f"{verb}{day} that {fact.rest}"
        what, that, more = fact.rest.partition(" that ")
        return f"{verb} {what}{day}{that}{more}"

    def _decided(self, fact: Fact) -> bool:
        """Say whether the day behind what was decided is not that of the article, and so may be its own."""
        return (
            fact.verb[0].split(" ")[0] in grammar().sorts["deciding"] and fact.when.day != self.dating.value
        )

    def _forward(self, fact: Fact) -> bool:
        if fact.tense == "future":
            return True
        return _to_come(fact, self.dating.value)


def placed(fact: Fact) -> Fact:
    """Return what befell somebody with its place behind the deed: "a soldier was killed in Sinai".

    That of what somebody did may be his own: "a court in Cairo jailed".
    """
    who, verb = fact.subject, fact.verb[0]
    befell = fact.kind == "event" and (verb.startswith("be ") or verb in grammar().sorts["undergone_by"])
    if not (befell and who.where) or who.definite or who.entity or _THERE.search(fact.rest):
        return fact
    en = who.en.removesuffix(f" {who.where}")
    return replace(fact, subject=replace(who, en=en, where=""), rest=f"{fact.rest} {who.where}".strip())


def _open(fact: Fact) -> bool:
    """Say whether a day behind the object could be the object's own: "condemned the attack on 5 May 2021"."""
    deed = fact.tense in ("past", "earlier") and fact.verb[0].split(" ")[0] not in grammar().sorts["staged"]
    return deed and fact.when.words.startswith(" on ") and _OBJECT.match(fact.rest) is not None


def _to_come(fact: Fact, published: str | None) -> bool:
    """Say whether a present tense tells of a day to come; what is prepared for tomorrow is under way."""
    present = fact.tense == "present" and not ongoing(fact.verb[0])
    return present and (fact.when.ahead or _later(fact, published))


def _later(fact: Fact, published: str | None) -> bool:
    """Say whether a fact has a day, and that after the day of publication (ISO)."""
    return not fact.when.others and _after(fact.when.day, published)


def _too_late(fact: Fact, published: str | None) -> bool:
    """Say whether the day of a past deed is after publication, and so not its own."""
    return fact.tense == "past" and _after(fact.when.day, published)


def _after(day: str | None, published: str | None) -> bool:
    return bool(day and published and len(published) == 10 and day > published)


def headline(fact: Fact, published: str | None = None) -> str:
    """Return one fact as a headline, in the present tense of headlines; "to …" for a day after `published`.

    A speaker is followed by a colon, a topic by "on".
    """
    np = fact.subject
    if fact.kind == "event" and _to_come(fact, published):
        fact = replace(fact, tense="future")
    subject = _name(np.entity, fact.line) if np.entity and np.entity.kind == "person" else np.en
    subject = wording.tidy(subject).rstrip(",")
    subject = _PAIR.sub(r"\1\2", subject) if np.parts == 2 else subject
    aside = np.parts == 1 and subject.count(", ") == 1 and " and " not in subject.partition(", ")[2]
    subject += "," if aside else ""  # «the Libyan capital, Tripoli,»
    text = wording.tidy(_headline(fact, subject)).rstrip(" ,.;:")
    if fact.kind in ("event", "speech") and not fact.negated:
        text = _shorter(text)
    return f"{text}, sources say" if fact.cited else text


def _shorter(text: str) -> str:
    """Leave out of a long headline where it was, behind what describes the last of it.

    >>> _shorter("He and all of us do as we can for an act that is in a town in it")
    'He and all of us do as we can for an act that is in a town'
    """
    before, that, clause = text.partition(" that ")
    while " in " in clause and len(f"{before}{that}{clause}".split()) > _LONG:
        clause = clause.rpartition(" in ")[0]
    return f"{before}{that}{clause}"


def _headline(fact: Fact, subject: str) -> str:
    np = fact.subject
    if fact.kind == "said" and (fact.negated or fact.verb[0] not in grammar().plain_sayings):
        verb = inflect(fact.verb, "present", plural=np.many, negated=fact.negated)
        return wording.upper_first(f"{subject} {verb} that {fact.rest}")  # «نفى أن …» is no «قال إن …»
    if fact.kind == "said" and fact.rest.startswith(_PRONOUNS):
        return wording.upper_first(f"{subject} {inflect(fact.verb, 'present', plural=np.many)} {fact.rest}")
    if fact.kind in ("said", "quote", "label"):
        return wording.upper_first(f"{subject}: {wording.upper_first(_bare(fact.rest))}")
    if fact.kind == "topic" or (fact.kind == "about" and fact.verb[0] == "speak about"):
        rest = _LISTED.sub(lambda found: found[1], _bare(fact.rest))
        return wording.upper_first(f"{subject} on {rest}")
    if fact.verb[0].startswith("be ") and fact.tense in ("past", "earlier") and not fact.negated:
        return wording.upper_first(f"{subject} {fact.verb[0][3:]} {fact.rest}")
    tense = "present" if fact.tense in ("past", "earlier") else fact.tense
    if subject.startswith("the first ") and np.kind == "person" and fact.tense == "present":
        subject, tense = subject.removeprefix("the "), "future"  # «أول امرأة تقود القطار» to drive it
    if tense in ("future", *_AHEAD):
        verb = f"{'not ' if fact.negated else ''}{_AHEAD.get(tense, '')}to {fact.verb[0]}"
    else:
        verb = inflect(fact.verb, tense, plural=np.many, negated=fact.negated)
    if fact.negated and fact.tense == "past":
        verb = inflect(fact.verb, "past", plural=np.many, negated=True)
    return wording.upper_first(f"{subject} {verb} {fact.rest}")


def _bare(text: str) -> str:
    return text.removeprefix("the ").removeprefix("a ").removeprefix("there is ").removeprefix("there are ")


def _name(entity: Entity, line: int) -> str:
    """Return the whole name where a headline's line prints it, the surname where the text does elsewhere."""
    printed = any(m.line == line and " " in m.text.strip() for m in entity.mentions)
    return called(entity) if printed else short_name(entity)


def short_name(entity: Entity) -> str:
    """Return the surname where the text itself uses it alone, else the whole name.

    >>> from sitegen.model import Span
    >>> spans = (Span(1, 0, 14, "مصطفى الكاظمي"), Span(2, 0, 7, "الكاظمي"))
    >>> short_name(Entity("person", "x", "مصطفى الكاظمي", "Mustafa al-Kadhimi", True, spans))
    'Kadhimi'
    >>> short_name(Entity("person", "x", "محمد بن سلمان", "Mohammed bin Salman", True, ()))
    'Mohammed bin Salman'
    """
    last = entity.ar.split(" ")[-1]
    if " " in entity.en and any(m.text.strip() == last for m in entity.mentions):
        return entity.en.split(" ")[-1].removeprefix("al-").removeprefix("Al-")
    return called(entity)
