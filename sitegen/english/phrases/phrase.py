"""A noun phrase as it is put together: its English and what the grammar must know of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from msgspec import Struct

from sitegen.english.words import wording
from sitegen.english.words.grammar import grammar
from sitegen.english.words.tagging import Sentence
from sitegen.model import Entity

#: Sorts that can act of themselves; a place can if it is a country or a capital.
HUMAN = frozenset(["person", "org"])
#: Where the head of an English noun phrase ends.
_TAIL = re.compile(
    r" (?:of|in|on|for|from|to|with|by|between|against|about"
    r"|at|after|before|during|because|amid|near|despite|led|headed|worth"
    r"|specialising|involved|coming|heading|overlooking|loaded|intended|made|resulting"
    r"|caused|issued|lasting|accused|supporting|opposed|backed|allied|loyal|targeting|that|who|No\."
    r"|an?(?= (?:day|week|month|year|second|minute|hour|night)\b)) "
)


@lru_cache(maxsize=16384)  # asked again and again of the nouns of the lists
def head_of(en: str) -> str:
    """Return an English noun phrase up to its first preposition.

    >>> head_of("Saudi-led coalition in Yemen")
    'Saudi-led coalition'
    """
    return _TAIL.split(en, maxsplit=1)[0]


#: Where the pronoun of the owner stands inside a phrase: «سحب قواتها» withdrawal of ~ forces.
OWN = "~"


class NP(Struct, frozen=True, gc=False):
    """A noun phrase in English, without its article, and what the grammar must know of it."""

    end: int
    en: str
    kind: str  # person org place event thing
    definite: bool = False
    plural: bool = False
    mass: bool = False
    fem: bool = False
    proper: bool = False  # takes no article
    entity: Entity | None = None
    infinitive: str = ""  # discuss the withdrawal: to follow "to"
    owner: str = ""  # a pronoun that the clause must resolve
    source: bool = False
    parts: int = 1  # of a list
    whole: bool = False  # completed: "the security of the region", not plain "security"
    acts: bool = False  # a country or a capital
    alone: bool = False  # an object with its ending: no word after it completes it
    loose: bool = False  # what describes it is left out: "a contract"
    where: str = ""  # the end of somebody's English, where it is a place: "in Sinai"
    args: tuple[str, ...] = ()  # the prepositions it asks for: an object of them belongs to it

    @property
    def full(self) -> str:
        """Return the phrase with its article."""
        if self.proper:
            return self.en
        if self.definite:
            return self.en if self.stuff and not self.whole else f"the {self.en}"
        head = head_of(self.en)
        if f"{head} of " in self.en and self.whole and head in grammar().sorts["sole"]:
            return f"the {self.en}"
        of = f"{head} of " in self.en and (self.whole or head.rsplit(" ", 1)[-1] not in grammar().solid)
        one = head.rsplit(" ", 1)[-1] in grammar().sorts["one_of_many"]
        if self.kind == "event" and of and not self.plural and not one:
            return f"the {self.en}"
        return self.en if self.plural or self.mass else wording.a(self.en)

    def of(self, pronoun: str) -> str:
        """Return the phrase with the English of its owner."""
        return self.full.replace(OWN, pronoun) if OWN in self.en else f"{pronoun} {self.en}"

    @property
    def stuff(self) -> bool:
        """Say whether it takes no article where it is definite: "oil prices", but "the situation"."""
        return self.mass and head_of(self.en).rsplit(" ", 1)[-1] not in grammar().sorts["single"]

    @property
    def many(self) -> bool:
        """Say whether the English is a plural: "oil prices", "soybeans", but not "aid"."""
        if not self.mass:
            return self.plural
        last = head_of(self.en).rsplit(" ", 1)[-1]
        return last.endswith("s") and (self.plural or last in grammar().sorts["pieces"])


#: Reads the noun phrase at a word whose first word carries a clitic.
Reader = Callable[[Sentence, int, str], NP | None]


def bare_deed(np: NP) -> bool:
    """Say whether a deed is told and not what it is done to: «مشروع لتأهيل وسط المدينة», a rehabilitation.

    >>> bare_deed(NP(1, "rehabilitation", "event")), bare_deed(NP(1, "rehabilitation of the wall", "event"))
    (True, False)
    """
    sure = np.definite or np.proper or np.plural or np.mass
    return np.kind == "event" and not sure and " " not in np.en
