"""Words before a noun that tell which or how much of it: «بعض», «كل», «هذا», «أحد»."""

from __future__ import annotations

from msgspec.structs import replace

from sitegen.english.phrases.phrase import NP, OWN, Reader
from sitegen.english.phrases.wants import fits
from sitegen.english.words.adjectives import demonyms
from sitegen.english.words.grammar import gloss, grammar
from sitegen.english.words.tagging import Sentence

#: What is told of definite things.
_OF_THE = ("this", "all", "most", "one", "half", "a third", "two thirds")


def determined(s: Sentence, i: int, lead: str, read: Reader) -> NP | None:
    """Read what stands before a noun and tells which or how much of it: «بعض المصادر», «هذا القرار»."""
    hit = gloss(grammar().determiners, s, i, s.tokens[i].key[len(lead) :])
    if hit is None or s.hard(hit[0]):
        return None
    sub = read(s, hit[0], "")
    if sub and hit[1] == "{place}" and (sub.kind != "place" or sub.entity is None or sub.en in demonyms()):
        return None  # «مدن العراق والشام»: theirs
    if sub and hit[1] in ("{en}", "{place}"):  # «كل من مصر والأردن», «محافظات ديالى وكركوك»
        return sub if s.key(sub.end)[:1] == "و" and not s.hard(sub.end) else None
    if (
        sub is None
        or hit[1] == "{place}"
        or sub.proper
        or OWN in sub.en
        or (sub.mass and " of {en}" in hit[1])
    ):
        return None
    if sub.owner:
        return _some_of(sub, hit[1])
    one = not (sub.plural or sub.mass)  # «فرار العشرات من سجن»
    if (sub.definite and hit[1].startswith("the ")) or (one and hit[1].startswith(("dozens", "several"))):
        return None
    template = "these {en}" if hit[1].startswith("this") and sub.plural else hit[1]
    if hit[1].startswith(_OF_THE) and (not sub.definite or sub.kind == "event" or fits(sub, "rounds")):
        return None  # «نصف نهائي ويمبلدون» is no half of it
    if hit[1].startswith("a team of") and not (sub.kind == "person" and sub.plural):
        return None  # «فريق من قطر»
    en = template.format(en=sub.en, the=f"the {sub.en}")
    return replace(sub, en=en, proper=True, infinitive="", plural=sub.plural and not en.startswith("one"))


def _some_of(np: NP, template: str) -> NP | None:
    """Return some of what belongs to somebody: «أحد قادتها» one of ~ leaders."""
    if template.startswith(("the ", "this ", "any ")) or not (np.plural or np.mass):
        return None  # «… عدة توقيفها»: no several of her arrest
    own = f"{OWN} {np.en}"
    many = own if " of {en}" in template else f"of {own}"
    en = template.format(en=many, the=own)
    return replace(np, en=en, proper=True, infinitive="", plural=np.plural and not en.startswith("one"))
