"""What a verb asks for besides its object: a phrase on a preposition, an office, where and when."""

from __future__ import annotations

from sitegen.english.parts.adjuncts import Adjuncts, Whose, adjuncts
from sitegen.english.parts.amounts import amount
from sitegen.english.parts.objects import ends, object_phrase
from sitegen.english.parts.penalties import CUSTODY, DEATH, PENALTY, custody, executed, penalty
from sitegen.english.parts.scores import score
from sitegen.english.phrases.borders import whole
from sitegen.english.phrases.inflection import doing, owned
from sitegen.english.phrases.phrase import NP, OWN
from sitegen.english.phrases.posts import ENDING, post
from sitegen.english.words import word_forms
from sitegen.english.words.adverbs import NEVER, When, skip
from sitegen.english.words.grammar import grammar, phrase_end, preposition
from sitegen.english.words.tagging import Sentence
from sitegen.english.words.verbs import Frame

#: An extra without a preposition: «طلب من واشنطن تأجيل الهجوم».
BARE = "0"
#: «ب» before a place is "in", as «في» is.
_IN, _BY = "في", "ب"
#: «ل» before a deed is what for, before anybody to whom.
_FOR = "ل"


def after_preposition(s: Sentence, j: int, prep: str, *, strict: bool = True, but: str = "") -> NP | None:
    """Read the phrase behind the preposition `prep`, a word of its own or a letter glued on.

    What stands on the preposition `but`, or is a penalty where that is one, does not belong to it.
    """
    if j >= len(s.tokens):
        return None
    link = "ب" if but == PENALTY else ""  # «على وزير بالسجن»: he was no minister in prison
    if len(prep) == 1:
        return object_phrase(s, j, prep, strict=strict, but=but, link=link)
    if prep == _IN and s.key(j).startswith(_BY):
        place = object_phrase(s, j, _BY, strict=strict, but=but, link=link)
        return place if place and place.kind == "place" else None  # «هبطت بمطار عدن»
    if s.key(j) != prep or s.hard(j + 1):
        return None
    return object_phrase(s, j + 1, strict=strict, but=but, link=link)


def extra_of(s: Sentence, j: int, frame: Frame, subject: NP, asked: NP | None = None) -> tuple[str, int]:
    """Read what `frame` asks for besides its object at word `j`: its English, the word after it.

    `asked`: the object, who may be to do it.
    """
    prep, english = frame.extra
    if prep == DEATH:
        return (
            executed(s, j) if asked and " who " not in asked.full else ("", j)
        )  # no killing of his wife to death
    if not prep or s.hard(j):
        return "", j
    if prep == ENDING:
        office, end = post(s, j, subject)
        return f"as {office}" if office else "", end
    if prep == PENALTY:
        return penalty(s, j)
    if prep == CUSTODY:
        return custody(s, j)
    np = object_phrase(s, j) if prep == BARE else after_preposition(s, j, prep)
    np = np or after_preposition(s, j, prep, strict=False)
    told = (owned(np, subject) or (owned(np, asked) if asked else None)) if np and _all_of(s, np) else None
    if np is None or told is None or (english == "as" and prep == "ب" and np.definite):
        return "", j
    if np.definite and not np.whole and np.en.rsplit(" ", 1)[-1] in grammar().sorts["institutions"]:
        told = np.en
    word, _, form = english.rstrip("!").partition(" -")
    if form == "ing" and np.kind == "person" and np.entity is None:
        return "", j  # «تتهمه بالعمالة»: of being in somebody's pay
    if (word, prep) == ("to", _FOR) and np.kind == "event" and np.infinitive and np.parts == 1:
        return f"to {np.infinitive}", np.end  # «منح تراخيص لتشغيل المطار»: to run it
    if not (form and np.infinitive and np.parts == 1):
        return (f"{word} {told}".strip(), np.end) if word or not form else ("", j)
    deed = _asked_of(np, subject, asked) if form == "to" else doing(np, subject)
    invited = {"call on": False, "invite": True}.get(frame.verb[0])  # «دعا الأمير إلى زيارة …»
    if deed is None or invited not in (None, deed.split(" ")[0] in grammar().sorts["invited"]):
        return "", j
    return f"{word if form == 'ing' else form} {deed if form == 'to' else word_forms.gerund(deed)}", np.end


def _all_of(s: Sentence, np: NP) -> bool:
    return not np.loose and whole(s, np)


def _asked_of(np: NP, subject: NP, asked: NP | None) -> str | None:
    """Return what somebody is asked to do, None in doubt: «دعت الوزيرة الحكومات إلى تحسين قدراتها», whose?"""
    by, of = doing(np, subject), doing(np, asked) if asked else None
    if not (np.owner or OWN in np.infinitive) or asked is None or by == of:
        return by
    return None if by and of else by or of


def setting(s: Sentence, j: int, whose: Whose, last: str = "") -> tuple[int, str, When]:
    """Read where, why and when from word `j` on: the word after it, the English, the date."""
    first = adjuncts(s, j, last=last, whose=whose)
    after, when = skip(s, first.end)
    if first.event:
        return first.end, first.words, NEVER  # «بعد هجوم الأحد»: then was the attack
    second = adjuncts(s, after, whose=whose) if when.words else Adjuncts(first.end)
    return second.end if second.words else first.end, f"{first.words} {second.words}".strip(), when


def by_how_much(s: Sentence, j: int, verb: str) -> tuple[int, str] | None:
    """Read by how many goals or by how much, at word `j`."""
    if verb in grammar().sorts["scored"]:
        return score(s, j)
    return amount(s, j) if verb in grammar().sorts["shifting"] else None


def rests(s: Sentence, j: int) -> bool:
    """Say whether a verb may end before word `j`: nothing follows that says where to or what of."""
    prep = preposition(s, j)
    if prep is not None and not s.hard(j) and j not in s.dates:
        return prep in grammar().adverbial or bool(phrase_end(grammar().asides, s, j))
    opens = s.key(j)[:1] in ("ل", "ب") and not s.key(j).startswith("لكن")
    return ends(s, j) and (s.hard(j) or j in s.dates or not opens)
