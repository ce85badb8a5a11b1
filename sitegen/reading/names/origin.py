"""Where a person of an article is likely from: the hint by which an unknown name is spelt.

A guess for spelling only; no page states it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from sitegen.desk.lexicon import Lexicon
from sitegen.model import Entity
from sitegen.text.nationalities import nationality


def article_country(places: Iterable[Entity], outlet: str | None, lexicon: Lexicon) -> str:
    """Return the country (ISO 3166) most of the place mentions lie in, else the outlet's, '' for neither."""
    mentions: Counter[str] = Counter()
    for place in places:
        record = lexicon.get("place", place.id)
        if record and record.country:
            mentions[record.country] += len(place.mentions)
    ranked = mentions.most_common(2)
    if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
        return ranked[0][0]
    printed = lexicon.get("outlet", outlet) if outlet else None
    return printed.country if printed else ""


def person_country(office: str, lexicon: Lexicon) -> str:
    """Return the country of the first nationality in a printed office, '' without one.

    >>> from sitegen.desk.lexicon import parse_lexicon
    >>> lexicon = parse_lexicon({})[0]
    >>> person_country("وزير الخارجية الكويتي", lexicon), person_country("وزير الخارجية", lexicon)
    ('KW', '')
    """
    for word in office.split():
        if found := nationality(word):
            place = lexicon.get("place", found.place)
            return place.country if place else ""
    return ""
