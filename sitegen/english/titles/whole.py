"""Titles without a verb: one phrase, what, where and by how much, or a deed by its action noun."""

from __future__ import annotations

from functools import cache

from msgspec.structs import replace

from sitegen import data
from sitegen.english.parts.adjuncts import NOBODYS, adjuncts
from sitegen.english.parts.amounts import amount
from sitegen.english.parts.caution import conditional, doubted
from sitegen.english.parts.objects import object_phrase
from sitegen.english.phrases.borders import whole
from sitegen.english.phrases.edges import changed
from sitegen.english.phrases.noun_phrases import noun_phrase
from sitegen.english.phrases.phrase import HUMAN, NP
from sitegen.english.phrases.settled import picks
from sitegen.english.phrases.wants import at, fits
from sitegen.english.sentences.shapes import closing
from sitegen.english.words import wording
from sitegen.english.words.adverbs import NEVER, skip
from sitegen.english.words.grammar import grammar, preposition, small
from sitegen.english.words.led_rows import LedRow, by_first_word
from sitegen.english.words.tagging import Sentence
from sitegen.english.words.word_forms import singular
from sitegen.text.fold import match_key

#: A title of fewer words tells nothing.
_TITLE = 3
#: A deed to fewer words tells nothing.
_LEAST = 4
#: «وصول الوزير إلى …»: may be still to come.
_TO = match_key("إلى")
_ON, _FROM = match_key("على"), match_key("من")
#: «صعود النفط بعد تراجعه»: what rises is no person.
_ITS = {"ه": "its", "ها": "its"}


def read_title(s: Sentence, start: int = 0, least: int = _TITLE) -> str:
    """Return a headline that is one noun phrase, with where, what for and by how much, '' for any other.

    It is read from word `start` to its end, or to where it says when and why.
    """
    np = (_best(s, start) or noun_phrase(s, start)) if start < len(s.tokens) else None
    if np is None or np.owner or doubted(s):
        return ""
    end, words = np.end, [np.en]
    by = amount(s, end) if np.kind == "event" and end < len(s.tokens) and not s.hard(end) else None
    if by:
        end, words = by[0], [f"{np.en}{_spent(s, np, by[1])}"]
    elif end < len(s.tokens) and not changed(s, end):
        whose = _ITS if fits(np, "moves") and " in " in np.en else NOBODYS
        end, more = _aim(s, np, *adjuncts(s, end, but=_TO, whose=whose)[:2])
        words.append(more)
    end, year = _year(s, end)
    words.append(year)
    cut = end < len(s.tokens)
    body = np.kind == "org" and not np.entity and not cut and (" for " in np.en or " to " in np.en)
    told = (
        body
        or np.kind in ("event", "thing")
        or (len(words) > 1 and words[1].startswith(("to ", "for ")) and not np.entity)
    )
    if not told or end - start < least or (cut and not _cut(s, end, np)):
        return ""
    return wording.upper_first(" ".join(" ".join(words).split()).removeprefix("the "))


def _best(s: Sentence, j: int) -> NP | None:
    """Read «أهم قرارات مجلس الوزراء» most important decisions of the cabinet: several of them."""
    word = _superlatives().get(s.key(j))
    np = noun_phrase(s, j + 1) if word and not s.hard(j + 1) else None
    if (
        np is None
        or not (np.definite and np.plural and np.kind in ("thing", "event"))
        or np.owner
        or np.entity
    ):
        return None
    whose, its, rest = np.en.rpartition("'s ")  # «أبرز تصريحات فلان» his main remarks
    return replace(np, en=f"{whose}{its}{word} {rest}", proper=True)


@cache
def _superlatives() -> dict[str, str]:
    return {match_key(word): en for word, en in data.table("english/titles")["superlatives"].items()}


def _year(s: Sentence, j: int) -> tuple[int, str]:
    """Read a year that ends a title: «في 2014», «لعام 2014», «عام 2014»."""
    end, when = skip(s, j) if j < len(s.tokens) else (j, NEVER)
    if end == j or end < len(s.tokens):
        return j, ""
    if s.key(j) in small("for_a_year"):
        return end, f"for {s.key(end - 1)}"
    return (end, when.words.strip()) if when.words.startswith(" in ") else (j, "")


def _spent(s: Sentence, np: NP, by: str) -> str:
    """Return by how much, how much («خسائر الحرب 20 مليارا») or for how much («تطوير المشروع بمليار»)."""
    if not by.startswith("by ") or fits(np, "changes"):
        return f" {by}"
    if s.key(np.end)[:1] != "ب":
        return f": {by[3:]}"
    money = singular(by.rsplit(" ", 1)[-1]) in grammar().sorts["money"]
    return f" for {by[3:]}" if money and not fits(np, "moves") else f" {by}"


def _aim(s: Sentence, what: NP, end: int, words: str) -> tuple[int, str]:
    """Take in «لمكافحة الإرهاب», «بالرياض» and «على جدة», where it rains, behind a phrase of a title."""
    on = s.key(end) == _ON and not (s.hard(end) or s.hard(end + 1)) and fits(what, "weather")
    where = noun_phrase(s, end + 1) if on else None
    if where and where.kind == "place" and not where.owner and whole(s, where):
        return where.end, f"{words} {at('in', where)} {where.full}".strip()
    if what.kind == "thing" and not words and s.key(end) == _FROM and not (s.hard(end) or s.hard(end + 1)):
        giver = noun_phrase(s, end + 1)  # «أسلحة من التحالف لدعم المدينة»
        if giver and giver.kind == "org" and not giver.owner and whole(s, giver):
            end, words = giver.end, f"from {giver.full}"
            more = adjuncts(s, end)
            end, words = more.end, f"{words} {more.words}".strip()
    for lead, link, kinds in (
        ("ب", "in", ("place",)),
        ("ل", "for", ("event", "thing", "person", "place")),
        ("ب", "in", ("place",)),
        ("ب", "at", ("measure",)),
    ):
        np = noun_phrase(s, end, lead) if not s.hard(end) and s.key(end)[:1] == lead else None
        if np and np.kind in kinds and not np.owner and whole(s, np) and (np.definite or np.proper):
            if np.kind == "person" and (np.entity or not np.plural or what.kind != "thing"):
                continue  # «وظائف للسائقين»; «كتاب للجاحظ» is by him, «عودة للوزراء» theirs
            of = link == "for" and fits(what, "its_own")  # «تفاصيل لساعة أبل»
            if np.kind == "place" and link == "for" and not of:
                continue
            told = np.en if np.kind == "person" else np.full  # jobs for drivers
            end, words = np.end, f"{words} {'of' if of else at(link, np)} {told}"
    return end, words.strip()


def _cut(s: Sentence, end: int, np: NP) -> bool:
    """Say whether a title may be cut before word `end`: only when and why it happens is left out."""
    if np.kind != "event" or s.hard(end) or not _stands(s, end) or preposition(s, end) in np.args:
        return False
    banned = np.en.startswith("ban ")  # «حظر تيك توك في المدارس»: there, and nowhere else
    return not (banned or picks(np) or changed(s, end) or conditional(s, end))


def _stands(s: Sentence, j: int) -> bool:
    """Say whether a title may be cut before word `j`: it ends there, or says when, where and why."""
    adverbial = preposition(s, j) in grammar().adverbial or s.key(j) in closing()
    toll = s.key(j)[:1] == "و" and s.key(j)[1:] in grammar().loss_nouns  # «سقوط طائرة ومقتل قائدها»
    return j >= len(s.tokens) or adverbial or toll or skip(s, j)[0] > j


@cache
def _deeds() -> dict[str, tuple[LedRow, ...]]:
    return by_first_word(
        (ar, entry.get("want", "t"), entry["en"])
        for entry in data.table("english/titles")["deed"]
        for ar in entry["ar"]
    )


def read_deed(s: Sentence, start: int = 0) -> str:
    """Return a headline of a deed and what it is done to, though the title says more, '' for any other.

    It is read from word `start` on.
    """
    if start >= len(s.tokens) or conditional(s, 0) or doubted(s):
        return ""
    for deed in _deeds().get(s.keys[start], ()):
        j = start + 1 + len(deed.rest)
        if not s.follows(start + 1, deed.rest) or s.hard(j) or not s.key(j).startswith(deed.lead):
            continue
        to = object_phrase(s, j, deed.lead)
        if to is None or to.owner or not _may_be(to, deed):
            continue
        more = adjuncts(s, to.end)
        text = f"{deed.english} {to.full} {more.words}".strip()
        if len(text.split()) > _LEAST:
            return wording.upper_first(text)
    return ""


def _may_be(to: NP, deed: LedRow) -> bool:
    """Say whether a deed is done to `to`, and not by it: «منع الحكومة …», «رفض الوزير …»."""
    somebody = (to.kind in HUMAN and deed.want == "t") or to.acts
    return not somebody and fits(to, deed.want)
