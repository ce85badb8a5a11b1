"""Sportsmen by name whose club is on no list: «لاعب أتلانتا الإيطالي فلان», «مدرب الفريق بنادي هجر فلان»."""

from __future__ import annotations

from sitegen.english.phrases.name_phrases import of_a_nation
from sitegen.english.phrases.phrase import NP, head_of
from sitegen.english.words import wording
from sitegen.english.words.grammar import grammar, small
from sitegen.english.words.lookup import Hit, lookup
from sitegen.english.words.tagging import Sentence
from sitegen.english.words.verbs import verb_form
from sitegen.model import Entity

#: The club and the nation of a sportsman take so many words.
_REACH = 9


def sportsman(s: Sentence, hit: Hit, told: NP | None) -> NP | None:
    """Read a sportsman from his trade to his name, past a club that nobody knows and its nation.

    Else he is what is `told` of him already, which may reach his name, too.
    """
    man = _past_club(s, hit) if hit.noun.kind == "person" else None
    return man if man and (told is None or told.end < man.end) else told


def _past_club(s: Sentence, hit: Hit) -> NP | None:
    noun, club = hit.noun, False
    trade = head_of(noun.en)
    known_trade = trade.rsplit(" ", 1)[-1] in grammar().sorts["sportsmen"]
    if not (s.sport and known_trade) or noun.plural or hit.owner:
        return None
    for k in range(hit.end, min(hit.end + _REACH, len(s.tokens))):
        if s.hard(k):
            return None
        for known in s.entities.get(k, ()):
            person = known.value
            if isinstance(person, Entity) and person.kind == "person" and not known.lead:
                shown = wording.with_role(trade, person.en)
                return (
                    NP(known.end, shown, "person", proper=True, fem=noun.fem, entity=person) if club else None
                )
        key = s.key(k)
        nation = k > hit.end and of_a_nation(key) == "m"
        inside = key in small("clubs") | small("at_clubs") | small("of_clubs")
        if not (nation or inside) and _goes_off(s, k):
            return None
        its = k == hit.end and not hit.definite and key.startswith("ال")  # «مهاجم الوحدة فلان»
        club = club or nation or inside or its
    return None


def _goes_off(s: Sentence, k: int) -> bool:
    """Say whether word `k` can be no part of a club's name: a verb, a particle, another person."""
    key = s.key(k)
    bound = key in grammar().boundaries or k in s.dates or (not key.startswith("ال") and verb_form(key))
    return bool(bound) or any(hit.noun.kind == "person" for hit in lookup(s, k, ""))
