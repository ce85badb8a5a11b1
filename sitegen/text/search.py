"""Words as a search compares them: one key for the spellings, clitics and endings of a word.

`keys` says under which keys a word is indexed.  The page's script has the same
rules and the same tables (`tables`), but no dictionary: what is a word of its
own it learns from the index.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from functools import cache, lru_cache
from typing import Any

from sitegen import data
from sitegen.text import fold

#: Letters and digits that make a word, after folding; the same pattern serves JavaScript.
WORD = "[0-9a-zß-öø-ɏͰ-ԯא-ת\u0620-\u063f\u0641-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f]+"
#: Marks on Latin, Greek and Cyrillic letters, once they are apart from them.
MARKS = "[\u0300-\u036f]+"
#: The alef of a printed tanwin, and the separators inside a number.
TANWIN, GROUPS = "\u064bا|ا\u064b", "([0-9])[,\u066c]([0-9])"
#: Latin letters that no mark parts from their base.
LATIN = dict(zip("ıøłđðþæœ", ("i", "o", "l", "d", "d", "th", "ae", "oe"), strict=True))

#: Punctuation at the ends of a chunk.
_PUNCTUATION = "[-.,:;!?\"'()\\[\\]،؛؟«»“”‘’…–—]+"
EDGES = f"^{_PUNCTUATION}|{_PUNCTUATION}$"

_WORD, _MARKS, _TANWIN, _GROUPS, _EDGES = map(re.compile, (WORD, MARKS, TANWIN, GROUPS, EDGES))
_LATIN = {ord(letter): plain for letter, plain in LATIN.items()}
_SHORTEST = 2
_VOCABULARIES = (
    *(f"english/{name}" for name in ("adjectives", "bodies", "events", "people", "things", "verbs")),
    *(f"names/{name}" for name in ("arab_given", "arab_family", "foreign_given", "foreign_family", "words")),
)
_LEXICON = ("people", "places", "organisations", "outlets")


def search_fold(text: str) -> str:
    """Fold a text for searching: `match_key`, and no accents, tanwin or separators of thousands.

    >>> search_fold("Erdoğan 2,500"), search_fold("قراراً") == search_fold("قرار")
    ('erdogan 2500', True)
    """
    if not text.isascii():
        text = _TANWIN.sub("", unicodedata.normalize("NFC", text))
        text = _MARKS.sub("", unicodedata.normalize("NFD", text))
    return _GROUPS.sub(r"\1\2", fold.match_key(text).translate(_LATIN))


def words(text: str) -> list[str]:
    """Return the folded words of a text in order, those of one letter left out.

    >>> words("الحكومة: 2,500 U.S. troops") == ["الحكومه", "2500", "troops"]
    True
    """
    return [word for word in _WORD.findall(search_fold(text)) if len(word) >= _SHORTEST]


@lru_cache(maxsize=1 << 17)  # a corpus repeats its words
def keys(chunk: str) -> tuple[str, ...]:
    """Return the index keys of the words in a chunk of text without spaces; common words have none.

    >>> {key for form in ("حكومة", "والحكومة", "الحكومه", "بحكومة", "للحكومات") for key in keys(form)}
    {'حكوم'}
    >>> keys("على"), keys("علي"), keys("فيصل") == keys("يصل")
    ((), ('علي',), False)
    """
    if is_stop(chunk):
        return ()
    return tuple(dict.fromkeys(key for word in words(chunk) for key in word_keys(word)))


def index_keys(text: str) -> list[str]:
    """Return the index keys of the words of a text, each once, in order."""
    chunks = dict.fromkeys(text.split())
    return list(dict.fromkeys(itertools.chain.from_iterable(map(keys, chunks))))


def word_keys(word: str) -> tuple[str, ...]:
    """Return the keys of one folded word: its own, else those of what clitics may leave of it."""
    base = bare(word)
    whole = stem(base)
    if base != word or whole in known():
        return (whole,)
    sure, possible = readings(word)
    if sure:
        return (stem(sure),)
    stems = [stem(rest) for rest in possible]
    return tuple(key for key in stems if key in known()) or (whole, *stems)


def readings(word: str) -> tuple[str, list[str]]:
    """Return what clitics leave of a word: with the article behind them surely, else possibly.

    >>> readings("وبالحكومه") == ("حكومه", []), readings("بحكومه") == ("", ["حكومه"])
    (True, True)
    """
    rules = data.table("search")["clitics"]
    article = rules["article"]
    possible: list[str] = []
    if word[:1] not in rules["conjunctions"] and word[:1] not in rules["prepositions"]:
        return "", possible
    for conjunction in ("", *rules["conjunctions"]):
        if not word.startswith(conjunction):
            continue
        for preposition in ("", *rules["prepositions"]):
            rest = word[len(conjunction) :]
            if not rest.startswith(preposition) or not conjunction + preposition:
                continue
            rest = rest[len(preposition) :]
            if preposition == article[-1] and rest.startswith(preposition):
                rest = article[0] + rest  # لل… has swallowed the alef
            if bare(rest) != rest:
                return bare(rest), []
            if len(rest) >= rules["least"]:
                possible.append(rest)
    return "", possible


def bare(word: str) -> str:
    """Return a word without its article, as often as it seems to have one: التزام and الالتزام are one."""
    rules = data.table("search")["clitics"]
    article, least = rules["article"], rules["least"]
    while word.startswith(article) and len(word) - len(article) >= least:
        word = word[len(article) :]
    return word


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """Return a word without the endings of number, gender and pronouns.

    >>> [stem(word) for word in ("حكومتها", "قراراتهم", "لبنان")] == ["حكوم", "قرار", "لبنان"]
    True
    >>> stem("elections"), stem("countries"), stem("press")
    ('election', 'country', 'press')
    """
    rules = data.table("search")["endings"]
    if word.isascii():
        if not word.endswith(tuple(rules["kept"])):
            for ending, instead, least in rules["english"]:
                if word.endswith(ending) and len(word) - len(ending) >= least:
                    return str(word[: -len(ending)] + instead)
        return word
    short = _without(word, "pronouns")
    plain = _without(short, "numbers")
    opened = short != word or (plain != short and word[len(plain) :] == "ين")
    if opened and plain.endswith(rules["bared"]) and len(plain) > data.table("search")["clitics"]["least"]:
        plain = plain[:-1]
    return plain


@cache
def _endings(kind: str) -> tuple[str, ...]:
    return tuple(ending for ending, _ in data.table("search")["endings"][kind])


def _without(word: str, kind: str) -> str:
    if not word.endswith(_endings(kind)):
        return word  # most words
    for ending, least in data.table("search")["endings"][kind]:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            return str(word[: -len(ending)])
    return word


def is_stop(chunk: str) -> bool:
    """Say whether a word is too common to search for; spelling counts, for «على» is and «علي» is not."""
    return fold.strip_marks(_EDGES.sub("", chunk)).casefold() in _stops()


@cache
def _stops() -> frozenset[str]:
    stop = data.table("search")["stop"]
    arabic = stop["arabic"].split()
    return frozenset((*arabic, *("و" + word for word in arabic), *stop["english"].split()))


@data.kept
def known() -> frozenset[str]:
    """Return the stems of all words that the package's lists know: their first letters are no clitics."""
    columns = [row[0] for name in _VOCABULARIES for row in data.rows(name)]
    columns += [row[1] for name in _LEXICON for row in data.rows(f"lexicon/{name}")]
    listed = set(words(" ".join(columns).replace("|", " ")))
    return frozenset(stem(bare(word)) for word in listed if not readings(word)[0])


@cache
def own() -> frozenset[str]:
    """Return the keys that begin like a clitic and are words by themselves: what a browser cannot know.

    >>> "فيصل" in own(), "بحكوم" in own(), "حكوم" in own()
    (True, False, False)
    """
    rules = data.table("search")["clitics"]
    return frozenset(key for key in known() if key[:1] in rules["conjunctions"] + rules["prepositions"])


def tables() -> dict[str, Any]:
    """Return everything the page's script needs to fold and cut words as this module does."""
    rules = data.table("search")
    stops = sorted({fold.strip_marks(word) for word in _stops()})
    return {
        "fold": fold.table(), "latin": LATIN, "strip": fold.stripped(), "presentation": fold.presentation(),
        "word": WORD, "marks": MARKS, "edges": EDGES,
        "tanwin": TANWIN, "groups": GROUPS, "shortest": _SHORTEST, "clitics": rules["clitics"],
        "endings": rules["endings"], "stop": stops, "names": rules["names"],
    }  # fmt: skip
