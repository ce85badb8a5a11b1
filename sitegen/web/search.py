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

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

import msgspec

from sitegen.memo import Memo, digest, remember
from sitegen.site import urls
from sitegen.site.arrange import Site, Term
from sitegen.site.article_words import ArticleWords
from sitegen.site.cards import Card
from sitegen.site.language import Language
from sitegen.site.paging import section_titles
from sitegen.site.postings import Postings, share
from sitegen.text.search import tables
from sitegen.text.sounds import name_keys

WORD_FILE, NAME_FILE = 12_000, 6_000  # bytes that a file of keys may have
ARTICLES, NAMES = 8, 16  # in one file
_STANDFIRST = 180  # characters of an article's opening
_DIGITS = {"latin": "0123456789", "arabic": "٠١٢٣٤٥٦٧٨٩"}
#: A number of each plural form that CLDR knows in either language.
_PLURALS = {
    "ar": {"zero": 0, "one": 1, "two": 2, "few": 3, "many": 11, "other": 100},
    "en": {"one": 1, "other": 2},
}

File = tuple[str, bytes]


class SearchIndex:
    """The files of a site's index, made when one of them is asked for.

    `about` is the digest of all that the index depends on; under it the paths
    and digests of the files are remembered, so that an index nobody needs anew
    is not made.
    """

    def __init__(self, make: Callable[[], Iterable[File]], memo: Memo, about: bytes) -> None:
        self._make, self._memo, self._about = make, memo, about

    def listed(self) -> tuple[tuple[str, bytes], ...]:
        """Return the path of every file and the digest of its bytes."""
        return remember(
            self._memo, self._about, tuple[tuple[str, bytes], ...],
            lambda: tuple((path, digest(content)) for path, content in self._files.items()),
        )  # fmt: skip

    def __getitem__(self, path: str) -> bytes:
        return self._files[path]

    @cached_property
    def _files(self) -> dict[str, bytes]:
        return dict(self._make())


def search_files(
    site: Site, words: Callable[[str], ArticleWords], languages: Mapping[str, Language]
) -> Iterator[File]:
    """Yield every file of the index; `words` brings the keys of one article by id."""
    oldest, digits = site.cards[::-1], languages["ar"].digits
    postings, own = _postings(words(card.id) for card in oldest)
    names, name_files = _names(site)
    yield from names
    for lang, (titles, rest) in postings.items():
        entries = {
            key: [titles[key], rest[key], *([1] if key in own else [])] for key in sorted({*titles, *rest})
        }
        files, word_files = _keyed(f"search/{lang}/w", entries, WORD_FILE)
        yield from files
        yield from _batches(f"search/{lang}/d", [_article(c, languages[lang]) for c in oldest], ARTICLES)
        head = {
            **tables(), "articles": len(oldest), "batch": ARTICLES, "names_batch": NAMES,
            "word_files": word_files, "name_files": name_files, "folders": urls.FOLDERS,
            "say": _said(languages[lang]), "digits": _DIGITS[digits if lang == "ar" else "latin"],
        }  # fmt: skip
        yield urls.search_index(lang), _json(head)


def _postings(articles: Iterable[ArticleWords]) -> tuple[dict[str, tuple[Postings, Postings]], set[str]]:
    """Return where each key stands, in titles and elsewhere, and the keys that are words of their own."""
    found = {lang: (Postings(), Postings()) for lang in urls.LANGS}
    own: set[str] = set()
    for number, words in enumerate(articles):
        own.update(words.own.split())
        for (titles, rest), keys in zip(found.values(), (words.ar, words.en), strict=True):
            titles.add(number, keys.title.split())
            rest.add(number, keys.rest.split())
    return found, own


def _names(site: Site) -> tuple[list[File], list[str]]:
    """Return the files of the names, and how their keys are shared out."""
    terms = sorted(site.terms.values(), key=lambda t: (-len(t.cards), t.named.kind, t.named.id))
    found = Postings()
    for number, term in enumerate(terms):
        found.add(number, sorted({key for form in _forms(term) for key in name_keys(form)}))
    files, shares = _keyed("search/names/k", {key: found[key] for key in found}, NAME_FILE)
    shown = [[t.named.kind, t.named.id, t.named.ar, t.named.en, len(t.cards)] for t in terms]
    return [*files, *_batches("search/names/n", shown, NAMES)], shares


def _forms(term: Term) -> Iterable[str]:
    record = term.record
    return (term.named.ar, term.named.en, *((*record.aliases, *record.latin) if record else ()))


def _article(card: Card, lang: Language) -> list[str]:
    view = card.view
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


def _keyed(stem: str, entries: Mapping[str, Any], most: int) -> tuple[list[File], list[str]]:
    """Return entries in files by the beginnings of their keys, and those beginnings."""
    sizes = {key: len(key.encode()) + _weight(entry) for key, entry in entries.items()}
    shares = share(sizes, most)
    files = [
        (
            "-".join((stem, *(f"{ord(letter):x}" for letter in start))) + ".json",
            _json({k: entries[k] for k in keys}),
        )
        for start, keys in shares.items()
    ]
    return files, list(shares)


def _weight(entry: str | list[Any]) -> int:
    """Return about how many bytes an entry takes, its key apart."""
    return len(entry) + 6 if isinstance(entry, str) else len(entry[0]) + len(entry[1]) + 12


def _batches(stem: str, rows: list[Any], size: int) -> Iterator[File]:
    for number in range(0, len(rows), size):
        yield f"{stem}-{number // size}.json", _json(rows[number : number + size])


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
