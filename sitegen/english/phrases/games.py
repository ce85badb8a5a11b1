"""The game and the age behind a team or a championship: «المنتخب المصري لكرة اليد للسيدات»."""

from __future__ import annotations

from msgspec.structs import replace

from sitegen.english.phrases.phrase import NP, head_of
from sitegen.english.words.grammar import grammar, small
from sitegen.english.words.lookup import lookup
from sitegen.english.words.tagging import Sentence


def with_game(s: Sentence, np: NP) -> NP:
    """Take in the game and of whom it is, in any order; both stand before the noun in English."""
    if np.kind not in ("org", "event") or np.plural:
        return np
    head = head_of(np.en)
    before, _, last = head.rpartition(" ")
    played = last.lower() in grammar().sorts["played"]
    named = last[:1].isupper()
    if not (played or (np.kind == "event" and named)):
        return np
    first = "national" in before.split() and s.key(np.end) in small("seniors") and not s.hard(np.end)
    np = replace(np, end=np.end + first)  # «المنتخب المصري الأول لكرة السلة»
    end, game, age = _read(s, np.end)
    if not played or (named and game == "football"):
        return replace(np, end=end) if game and not age else np  # «بطولة ويمبلدون للتنس» is called Wimbledon
    if end == np.end:
        return np
    nation, national, _ = f"{before} ".rpartition("national ")
    words = [
        nation or ("" if national else before),
        grammar().aged.get(age, ""),
        national,
        _written(game, last),
        last,
    ]
    en = " ".join(" ".join(words).split())
    return replace(np, end=end, en=en + np.en.removeprefix(head))


def _written(game: str, last: str) -> str:
    return game.title() if last[:1].isupper() else game


def _read(s: Sentence, j: int) -> tuple[int, str, str]:
    """Return the word after the game and the age that begin at word `j`, and both in English, '' for none."""
    found = ["", ""]
    known = (grammar().sorts["games"], grammar().aged)
    for _ in known:
        if s.key(j) in small("of_youths") and not (s.hard(j) or found[1]):
            j, found[1] = j + 1, "youths"  # on sport pages «الشباب» may be a club
            continue
        told = lookup(s, j, "ل") if not s.hard(j) and s.key(j)[:1] == "ل" else ()
        for n, words in enumerate(known):
            hit = next((hit for hit in told if hit.noun.en in words and not found[n]), None)
            if hit is not None:
                j, found[n] = hit.end, hit.noun.en
                break
    return j, found[0], found[1]
