"""The search index of a site as files: a browser loads only what a query needs.

    search/<lang>/index.json     the rules of the words, the words of the interface, which files there are
    search/<lang>/w-….json       key -> articles that hold it: [in their titles, elsewhere, a word of its own]
    search/<lang>/d-N.json       a few articles as results show them
    search/names/k-….json        key, sound or bones of a name -> names
    search/names/n-N.json        a few names with their kind, id and number of articles

Articles are numbered from the oldest, so that a new one changes few files; names
from the most mentioned.  The format is described in docs/decisions/0020.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from typing import Any

import msgspec
from msgspec import Struct

from sitegen.memo import Memo, digest, remember
from sitegen.site import urls
from sitegen.site.arrange import Site, Term
from sitegen.site.cards import Card, Face, faces
from sitegen.site.deferred import Deck, encoded
from sitegen.site.language import Language
from sitegen.site.paging import section_titles
from sitegen.site.postings import Postings, share
from sitegen.site.views import CardView
from sitegen.site.word_index import Words, decode_index, updated
from sitegen.text.search import tables
from sitegen.text.sounds import name_keys

WORD_FILE, NAME_FILE = 12_000, 6_000  # bytes that a file of keys may have
ARTICLES, NAMES = 8, 16  # in one file
TOGETHER = 16  # files of articles that are known together
_STANDFIRST = 180  # characters of an article's opening
_DIGITS = {"latin": "0123456789", "arabic": "٠١٢٣٤٥٦٧٨٩"}
#: A number of each plural form that CLDR knows in either language.
_PLURALS = {
    "ar": {"zero": 0, "one": 1, "two": 2, "few": 3, "many": 11, "other": 100},
    "en": {"one": 1, "other": 2},
}

#: Files by path, and how keys are shared out to them.
Made = tuple[dict[str, bytes], dict[str, list[str]]]
#: A file not yet made: its path, what its bytes depend on besides the program, how it is made.
Unmade = tuple[str, bytes, Callable[[], bytes]]
#: Several of them: a name, what tells what they are made from, the files.
Batches = tuple[str, Callable[[], bytes], Callable[[], Iterator[Unmade]]]


class _Listed(Struct, frozen=True, array_like=True):
    """Some files by path with the digests of their bytes, and how keys are shared out to them."""

    files: tuple[tuple[str, bytes], ...]
    shares: dict[str, list[str]]


class SearchIndex:
    """The files of a site's index, each made when it is asked for.

    Which files of words and of names there are, and their digests, is remembered,
    so that an index nobody needs anew is not made.
    """

    def __init__(
        self, site: Site, words: Words, languages: Mapping[str, Language], memo: Memo, code: str
    ) -> None:
        self._site, self._words, self._languages = site, words, languages
        self._memo, self._code = memo, code
        self._oldest = site.cards[::-1]

    def files(self) -> Iterator[Unmade]:
        """Yield the files of keys and of names, and the heads of the index."""
        terms = [(term.named, len(term.cards), term.record) for term in self._site.terms.values()]
        names = self._listed(lambda: self._named, "names", encoded(terms))
        words = self._listed(lambda: self._worded, "words", *(self._words.key(c.id) for c in self._oldest))
        for path, mark in names.files:
            yield path, mark, partial(self._name_file, path)
        for path, mark in words.files:
            yield path, mark, partial(self._word_file, path)
        for lang, language in self._languages.items():
            around = _around(language)
            make = partial(self._head, lang, words.shares[lang], names.shares["names"])
            shares = encoded((words.shares[lang], names.shares["names"], len(self._oldest)))
            yield urls.search_index(lang), digest(around, shares), make

    def batches(self) -> Iterator[Batches]:
        """Yield the files of articles, some together."""
        for lang, language in self._languages.items():
            for first in range(0, len(self._oldest), ARTICLES * TOGETHER):
                cards = self._oldest[first : first + ARTICLES * TOGETHER]
                deck, start = faces(cards, lang), first // ARTICLES
                about = partial(digest, _around(language), deck.digest)
                yield f"search/{lang}/d-{start}", about, partial(_batches, cards, start, language)

    def _listed(self, made: Callable[[], Made], *parts: str | bytes) -> _Listed:
        """Return what is remembered of some files under all that they depend on."""

        def listed() -> _Listed:
            files, shares = made()
            return _Listed(tuple((path, digest(content)) for path, content in files.items()), shares)

        return remember(self._memo, digest("search", self._code, *parts), _Listed, listed)

    @cached_property
    def _named(self) -> Made:
        return _names(self._site)

    @cached_property
    def _worded(self) -> Made:
        """The files of words, made from the index of the last build and what has changed since."""
        place = digest("words of the site", self._code)
        ids = [card.id for card in self._oldest]
        index = updated(decode_index(self._memo.get(place, b"")), ids, self._words)
        self._memo[place] = index.encode()
        out: dict[str, bytes] = {}
        shares: dict[str, list[str]] = {}
        for lang, held in (("ar", index.ar), ("en", index.en)):
            entries = {key: [*held[key], *([1] if key in index.own else [])] for key in sorted(held)}
            files, shares[lang] = _keyed(f"search/{lang}/w", entries, WORD_FILE)
            out.update(files)
        return out, shares

    def _name_file(self, path: str) -> bytes:
        return self._named[0][path]

    def _word_file(self, path: str) -> bytes:
        return self._worded[0][path]

    def _head(self, lang: str, word_files: list[str], name_files: list[str]) -> bytes:
        digits = self._languages["ar"].digits
        return _json({
            **tables(), "articles": len(self._oldest), "batch": ARTICLES, "names_batch": NAMES,
            "word_files": word_files, "name_files": name_files, "folders": urls.FOLDERS,
            "say": _said(self._languages[lang]), "digits": _DIGITS[digits if lang == "ar" else "latin"],
        })  # fmt: skip


def _names(site: Site) -> Made:
    """Return the files of the names, and how their keys are shared out."""
    terms = sorted(site.terms.values(), key=lambda t: (-len(t.cards), t.named.kind, t.named.id))
    found = Postings()
    for number, term in enumerate(terms):
        found.add(number, sorted({key for form in _forms(term) for key in name_keys(form)}))
    files, shares = _keyed("search/names/k", {key: found[key] for key in found}, NAME_FILE)
    shown = [[t.named.kind, t.named.id, t.named.ar, t.named.en, len(t.cards)] for t in terms]
    for number in range(0, len(shown), NAMES):
        files[f"search/names/n-{number // NAMES}.json"] = _json(shown[number : number + NAMES])
    return files, {"names": shares}


def _forms(term: Term) -> Iterable[str]:
    record = term.record
    return (term.named.ar, term.named.en, *((*record.aliases, *record.latin) if record else ()))


def _around(lang: Language) -> bytes:
    return encoded((lang.months, lang.digits))


def _batches(cards: Sequence[Card], start: int, lang: Language) -> Iterator[Unmade]:
    """Yield the files of these articles, numbered from `start`."""
    for number in range(0, len(cards), ARTICLES):
        deck = faces(cards[number : number + ARTICLES], lang.code)
        path = f"search/{lang.code}/d-{start + number // ARTICLES}.json"
        yield path, digest(_around(lang), deck.digest), partial(_batch, deck, lang)


def _batch(deck: Deck[Face], lang: Language) -> bytes:
    return _json([_article(face.view, lang) for face in deck])


def _article(view: CardView, lang: Language) -> list[str]:
    title, opening = (view.title, view.lede) if lang.code == "ar" else (view.headline, view.summary)
    outlet = (view.outlet.ar if lang.code == "ar" else view.outlet.en) if view.outlet else ""
    when = view.when.value or ""
    return [view.id, title, shortened(opening), when, lang.date(when) if when else "", outlet]


def shortened(text: str, most: int = _STANDFIRST) -> str:
    """Return the beginning of a text, cut between words.

    >>> shortened("one two three", 8), shortened("one", 8)
    ('one two …', 'one')
    """
    return text if len(text) <= most else text[: most + 1].rpartition(" ")[0] + " …"


def _keyed(stem: str, entries: Mapping[str, Any], most: int) -> tuple[dict[str, bytes], list[str]]:
    """Return entries in files by the beginnings of their keys, and those beginnings."""
    sizes = {key: len(key.encode()) + _weight(entry) for key, entry in entries.items()}
    shares = share(sizes, most)
    files = {
        "-".join((stem, *(f"{ord(letter):x}" for letter in start))) + ".json": _json(
            {key: entries[key] for key in keys}
        )
        for start, keys in shares.items()
    }
    return files, list(shares)


def _weight(entry: str | list[Any]) -> int:
    """Return about how many bytes an entry takes, its key apart."""
    return len(entry) + 6 if isinstance(entry, str) else len(entry[0]) + len(entry[1]) + 12


def _said(lang: Language) -> dict[str, Any]:
    """Return what the script says, counted nouns in every plural form."""
    _, counts = lang.gettext, _PLURALS[lang.code]
    return {
        "articles": {
            k: lang.ngettext("%(count)s article", "%(count)s articles", n) for k, n in counts.items()
        },
        "names": {k: lang.ngettext("%(count)s name", "%(count)s names", n) for k, n in counts.items()},
        "none": _("Nothing found."),
        "more": _("More results"),
        "kinds": section_titles(lang),
    }


def _json(value: Any) -> bytes:
    return msgspec.json.encode(value)
