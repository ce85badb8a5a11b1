"""What somebody is made: «انتخبه البرلمان رئيسا له» as its head, «عين مستشارا» as an adviser."""

from __future__ import annotations

from sitegen.english.phrases.edges import closed, glued
from sitegen.english.phrases.inflection import whose
from sitegen.english.phrases.phrase import NP
from sitegen.english.phrases.qualities import described, qualities
from sitegen.english.words import wording
from sitegen.english.words.grammar import grammar
from sitegen.english.words.lookup import lookup
from sitegen.english.words.mention_words import mention_words
from sitegen.english.words.tagging import Sentence
from sitegen.text.fold import match_key

#: The preposition that stands in a frame of `verbs.txt` for the ending of the office: «رئيسا».
ENDING = match_key("ا")
#: «له», «لها»: whose.
_HIS = {match_key(f"ل{pronoun}"): pronoun for pronoun in ("ه", "ها", "هم")}


def post(s: Sentence, j: int, subject: NP) -> tuple[str, int]:
    """Return the office at word `j` to which `subject` names somebody, as "its head", and the word after it.

    '' and `j` where none stands there or not all of it is understood.
    """
    if s.hard(j) or not s.key(j).endswith(ENDING):
        return "", j
    for hit in lookup(s, j, ""):
        noun = hit.noun
        if noun.kind != "person" or noun.plural or hit.definite:
            continue
        adjs, end = qualities(s, hit.end, NP(hit.end, noun.en, "person", fem=noun.fem))
        en = described(adjs, noun.en)
        pronoun = "" if s.hard(end) else _HIS.get(s.key(end), "")
        if pronoun:
            own = whose(subject).get(pronoun)
            return (f"{own} {en}", end + 1) if own else ("", j)
        if noun.en in ("head", *grammar().sorts["ranked"]) or glued(s, end) or not closed(s, end):
            return "", j
        one = not mention_words().unique.isdisjoint(en.split())
        return (en if one else wording.a(en)), end
    return "", j
