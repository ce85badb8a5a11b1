"""Places and nationalities: those that the English names must stand in the Arabic, no oftener than there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache

from sitegen import data
from sitegen.desk.lexicon import Lexicon
from sitegen.english.gate.likeness import distance
from sitegen.english.gate.sides import Pair, forms_at, pair
from sitegen.english.gate.tables import keys, listed
from sitegen.text.fold import match_key
from sitegen.text.nationalities import by_place, nationality_at

_LONGEST = 4  # words of a place's name
_ALIKE = 0.12  # a place of our lists is spelt by the lists; this is for others of its name
_LONG = 6  # letters: a word that hardly stands in two names
_SMALL = 4  # letters: shorter Arabic names are not looked for inside words


@lru_cache(maxsize=4)
def names(lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    """Return English name -> ids of the places it may mean, nationalities included."""
    out: dict[str, set[str]] = {}
    for record in lexicon.of("place"):
        for label in (record.en, *record.latin):
            out.setdefault(_key(label.removeprefix("the ")), set()).add(record.id)
    for id, found in by_place().items():
        for word in (found.en, found.person, found.person + "s"):
            out.setdefault(_key(word), set()).add(id)
    for id, words in data.table("gate")["places"].items():
        for word in words:
            out.setdefault(_key(word), set()).add(id)
    return {name: tuple(sorted(ids)) for name, ids in out.items() if name}


def _key(label: str) -> str:
    return " ".join(w.low for w in pair("", label).words)


def spans(pair: Pair, lexicon: Lexicon) -> list[tuple[int, int, tuple[str, ...]]]:
    """Return the words [first, last) of each place in the English and the ids it may mean."""
    known, out, i = names(lexicon), [], 0
    while i < len(pair.words):
        for n in range(min(_LONGEST, len(pair.words) - i), 0, -1):
            ids = known.get(pair.phrase(i, n))
            if ids and all(w.capital or w.low in ("of", "the", "and") for w in pair.words[i : i + n]):
                out.append((i, i + n, ids))
                i += n
                break
        else:
            i += 1
    return out


def arabic_places(pair: Pair, lexicon: Lexicon) -> Counter[str]:
    """Count the places and nationalities that the Arabic names, by id."""
    found: Counter[str] = Counter()
    for hit in lexicon.indexes["place"].find(pair.tokens):
        found.update({record.id for record in hit.values})
    for i in range(len(pair.tokens)):
        if nation := nationality_at(pair.tokens, i):
            found[nation[0].place] += 1
    return found


def check(pair: Pair, lexicon: Lexicon) -> Iterator[str]:
    """Yield what is wrong with the places of a pair."""
    arabic = arabic_places(pair, lexicon)
    told: Counter[str] = Counter()
    for first, last, ids in spans(pair, lexicon):
        text = pair.english[pair.words[first].start : pair.words[last - 1].end]
        near = [id for id in (*wider(ids), *stand_ins(pair, first, ids)) if arabic[id]]
        told.update(near[:1])
        if not (
            near
            or _printed(pair, ids, lexicon)
            or _spelt(pair, first, last)
            or _theirs(pair, first, ids, lexicon)
        ):
            yield f"{text} is not in the Arabic"
    more = [id for id in told if told[id] > arabic[id] > 0 and _country(id, lexicon)]
    less = [id for id in arabic if not told[id] and _country(id, lexicon)]
    if more and less and sum(told.values()) >= 2:
        yield f"{more[0]} stands where the Arabic has {less[0]}"


def wider(ids: tuple[str, ...]) -> list[str]:
    """Return the ids and those said for them: Britain for the United Kingdom."""
    same = data.table("gate")["same_places"]
    return [*ids, *(other for id in ids for other in same.get(id, "").split())]


def stand_ins(pair: Pair, first: int, ids: tuple[str, ...]) -> list[str]:
    """Return the state for its capital and the capital for its state: Riyadh says, nothing happens in it."""
    where = first > 0 and pair.words[first - 1].low in listed("capitals", "where")
    states = [] if where else [state for city, state in _capitals() if city in ids]
    named = pair.words[first].text.isupper() or not is_nation(pair.words[first].low, ids)
    return states + [city for city, state in _capitals() if named and state in ids]


@cache
def _capitals() -> tuple[tuple[str, str], ...]:
    rows = (row.partition(":") for row in data.table("gate")["capitals"]["of"].split())
    return tuple((city, state) for city, _, state in rows)


def _theirs(pair: Pair, first: int, ids: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Say whether a body of the Arabic is of that country: «حزب العدالة والتنمية», Turkey's ruling party."""
    word = pair.words[first]
    codes = {r.country for id in ids if id in by_place() and (r := lexicon.get("place", id)) and r.country}
    if not codes or not (
        pair.english[word.start : word.end].endswith(("'s", "\u2019s")) or is_nation(word.low, ids)
    ):
        return False
    return any({r.country for r in hit.values} <= codes for hit in lexicon.indexes["org"].find(pair.tokens))


def is_nation(low: str, ids: tuple[str, ...]) -> bool:
    """Say whether a word is a nationality of one of the places: Turkish."""
    return any(id in by_place() and by_place()[id].en.casefold() == low for id in ids)


def _country(id: str, lexicon: Lexicon) -> bool:
    record = lexicon.get("place", id)
    return record is not None and bool(record.country) and id in by_place()


def _printed(pair: Pair, ids: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Say whether a form of the place stands in the Arabic with its spaces lost, or its long word alone.

    «كارولاينا» is South Carolina where the reader knows which one is meant.
    """
    for id in ids:
        record = lexicon.get("place", id)
        seats = data.table("gate")["seats"].get(id, ())
        forms = [match_key(form) for form in (record.ar, *record.aliases, *seats)] if record else []
        whole = [form.replace(" ", "").removeprefix("ال") for form in forms]
        own = forms[: len(forms) - len(seats)]
        words = {w for form in own for w in form.split()} - keys("capitals", "generic")
        long = [word for word in words if len(word) > _LONG and word[:2] != "ال"]
        if any(len(key) > _SMALL and key in pair.squeezed for key in (*whole, *long)):
            return True
        if any(forms_at(pair, seat) for seat in seats):
            return True
    return False


def _spelt(pair: Pair, first: int, last: int) -> bool:
    """Say whether the name is spelt out in Arabic letters or stands there in Latin: Paris Hilton."""
    long = [w.low for w in pair.words[first:last] if len(w.low) > _SMALL]
    if long and all(low in pair.squeezed for low in long):
        return True
    return all(
        w.low in ("of", "the", "and", "city") or any(distance(w.low, k) <= _ALIKE for k in _keys(pair))
        for w in pair.words[first:last]
    )


def _keys(pair: Pair) -> list[str]:
    return [key for t in pair.tokens for key in (t.key, t.key.removeprefix("ال"), t.key[1:])]
