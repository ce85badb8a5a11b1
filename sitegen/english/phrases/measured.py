"""How strong, how dear or how old something is: «زلزال بقوة 6 درجات», «بقيمة 520 مليون ريال»."""

from __future__ import annotations

from sitegen.english.phrases.phrase import NP, Reader, head_of
from sitegen.english.words.adjectives import demonyms
from sitegen.english.words.grammar import grammar, number_value, phrase_end, small
from sitegen.english.words.tagging import Sentence
from sitegen.english.words.word_forms import singular
from sitegen.text.fold import match_key

_OF_AGE = (match_key("من"), match_key("العمر"))


def magnitude(s: Sentence, j: int) -> tuple[int, str] | None:
    """Read «بقوة 6.2 درجة على مقياس ريختر» of magnitude 6.2."""
    value = number_value(s.key(j + 1)) if s.key(j) in small("magnitude") and not s.hard(j + 1) else None
    if value is None:
        return None
    end = j + 2
    end += s.key(end) in small("degrees") and not s.hard(end)
    return phrase_end(grammar().richter, s, end) or end, f"of magnitude {value:g}"


def worth(s: Sentence, j: int, np: NP, read: Reader) -> tuple[int, str] | None:
    """Read «بقيمة 520 مليون ريال» of 520 million riyals; a contract, aid, goods are worth it."""
    sum_ = read(s, j + 1, "") if s.key(j) in small("worth") and not s.hard(j + 1) else None
    if sum_ is None or singular(sum_.full.rsplit(" ", 1)[-1]) not in grammar().sorts["money"]:
        return None
    head = head_of(np.en).rsplit(" ", 1)[-1]
    of = not grammar().sorts["sums"].isdisjoint((head, singular(head)))
    return sum_.end, f"{'of' if of else 'worth'} {sum_.full}"


def of_age(s: Sentence, j: int, np: NP, read: Reader) -> tuple[int, str] | None:
    """Read «رجل يبلغ من العمر 40 عاما» a man aged 40."""
    if np.kind != "person" or np.plural or np.definite or s.key(j) not in small("is_aged") or s.hard(j + 1):
        return None
    first = j + 1 + 2 * s.follows(j + 1, _OF_AGE)
    span = read(s, first, "") if not s.hard(first) else None
    years = span is not None and span.full[:1].isdigit() and span.full.endswith(" years")
    return (span.end, f"aged {span.full.removesuffix(' years')}") if span and years else None


def with_stuff(en: str, text: str) -> str:
    """Join a phrase and what completes it; the goods of a country stand before: Iraqi oil exports.

    >>> with_stuff("Iraqi exports", "of oil"), with_stuff("Iraqi exports", "of dates to Syria")
    ('Iraqi oil exports', 'Iraqi exports of dates to Syria')
    """
    nation, _, head = en.partition(" ")
    goods = text.removeprefix("of ")
    known = head in grammar().of_stuff and nation in demonyms().values()
    return f"{nation} {goods} {head}" if known and goods in grammar().sorts["commodities"] else f"{en} {text}"
