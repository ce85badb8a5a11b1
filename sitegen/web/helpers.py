"""What templates may call: names, dates, runs of text and lines, as safe HTML of one language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from functools import lru_cache, partial
from urllib.parse import quote, urlsplit

from markupsafe import Markup

from sitegen.site import urls
from sitegen.site.language import Language
from sitegen.site.views import EvidenceView, Named, Page, Pager, Run
from sitegen.web.bidi import escaped, inline, marked, plain, vouched

_LINES = 5  # of one fact that are shown; the data file has all
_REMEMBERED = 4096  # names and dates kept ready: enough for those that come again and again
#: Arabic runs: the text of an article stands on two pages, which are made one after the other.
_arabic = lru_cache(1024)(partial(marked, lang="ar"))


class Helpers:
    """The functions of one language's templates; what is HTML comes back as `Markup`.

    Links and dates are made of our own ids and escaped labels; a page holds
    hundreds, so they are put together as plain strings and remembered.
    """

    def __init__(self, lang: Language, links: urls.Links) -> None:
        self.lang = lang
        self.links = links
        remembered = lru_cache(_REMEMBERED, typed=True)
        self.time = remembered(self._time)
        self.link = remembered(self._link)
        self.term_href = remembered(self._term_href)
        self.text = remembered(self._text)
        self.plain = remembered(self._plain)
        self.arabic = remembered(partial(marked, lang="ar"))
        self.english = remembered(partial(marked, lang="en"))
        self.day = remembered(self._day)
        self.href = remembered(lambda path: escaped(links.href(path)))
        self.absolute = remembered(lambda path: escaped(links.absolute(path)))
        self.number = remembered(lambda value: vouched(lang.number(value)))
        self._told = remembered(self._told_lines)
        self._line = remembered(self._one_of)
        self._named = remembered(self._mention)
        self.ngettext = remembered(self._ngettext)

    def _text(self, text: str, lang: str = "ar") -> Markup:
        """Return text of language `lang` for use in a line of this page."""
        return inline(text, lang, self.lang.code)

    def _plain(self, text: str) -> Markup:
        """Return text for a title or an attribute."""
        return escaped(plain(text, self.lang.code))

    def gettext(self, message: str, /, **variables: object) -> Markup:
        """Return a message in this language with its variables put in."""
        return vouched(self.lang.gettext(message)) % variables

    def _ngettext(self, one: str, many: str, count: int, /, **variables: object) -> Markup:
        """Return the form of a message for `count`, with its variables put in."""
        return vouched(self.lang.ngettext(one, many, count)) % {"num": count, **variables}

    def label(self, name: Named) -> Markup:
        """Return a name in this page's language, or in the other if it has none."""
        arabic = (name.ar, "ar") if name.ar else (name.en, "en")
        english = (name.en, "en") if name.en else (name.ar, "ar")
        return self.text(*(arabic if self.lang.code == "ar" else english))

    def listed(self, phrases: Iterable[str]) -> Markup:
        """Return Arabic phrases in a row, with points between."""
        return vouched(" · ".join([self.text(phrase, "ar") for phrase in phrases]))

    def _link(self, name: Named) -> Markup:
        """Return a name as a link to its page."""
        return vouched(f'<a href="{self.term_href(name.kind, name.id)}">{self.label(name)}</a>')

    def _term_href(self, kind: str, id: str) -> Markup:
        return self.href(urls.term(self.lang.code, kind, id))

    def _one_line(self, n: int, *, shown: bool) -> str:
        digits = self.lang.number(n)
        return f'<a href="#l{n}">{digits}</a>' if shown else f"<span>{digits}</span>"

    def runs(self, runs: Iterable[Run]) -> Markup:
        """Return Arabic text with its names linked."""
        named = self._named
        parts = [_arabic(run.text) if run.link is None else named(run.link, run.text) for run in runs]
        return vouched("".join(parts))

    def _mention(self, name: Named, text: str) -> str:
        return f'<a href="{self.term_href(name.kind, name.id)}">{_arabic(text)}</a>'

    def lines(self, numbers: Sequence[int], shown: Set[int]) -> Markup:
        """Return the lines a fact rests on, linked if the page prints them."""
        if len(numbers) == 1:
            return self._line(numbers[0], numbers[0] in shown)
        first = tuple(sorted(numbers[:_LINES]))
        return self._told(first, tuple([n for n in first if n not in shown]), len(numbers))

    def _one_of(self, number: int, shown: bool) -> Markup:
        return self._told_lines((number,), () if shown else (number,), 1)

    def _told_lines(self, numbers: tuple[int, ...], hidden: tuple[int, ...], count: int) -> Markup:
        """Return the first `numbers` of `count` lines; those that are `hidden` are not linked."""
        if not numbers:
            return vouched("")
        parts = " ".join([self._one_line(n, shown=n not in hidden) for n in numbers])
        more = " …" if count > len(numbers) else ""
        unit = self.lang.ngettext("line", "lines", count)
        return vouched(f'<span class="lines"><span class="unseen">{unit}</span> {parts}{more}</span>')

    def article(self, id: str, line: int = 0) -> Markup:
        """Return the link to an article, or to one line of its text."""
        page = self.href(urls.article(self.lang.code, id))
        return vouched(f"{page}#l{line}") if line else page

    def twin(self, page: Page) -> Markup:
        """Return the link to a page in the other language, to the home page there if it lacks it."""
        other = "en" if self.lang.code == "ar" else "ar"
        paths = [version.path for version in page.alternates if version.lang == other]
        return self.href(paths[0] if paths else urls.home(other))

    def _day(self, iso: str | None) -> Markup:
        """Return the link to the page of a year, month or day, or of the undated articles."""
        return self.href(urls.date(self.lang.code, iso or "undated"))

    def _time(self, iso: str, weekday: bool = False, of: str = "") -> Markup:
        """Return a date in words, machine-readable too; `of` is its class."""
        mark = f' class="{of}"' if of else ""
        return vouched(f'<time{mark} datetime="{iso}">{self.lang.date(iso, weekday=weekday)}</time>')


def line_numbers(evidence: Iterable[EvidenceView]) -> str:
    """Return the numbers of the lines that something rests on, for a label."""
    return ", ".join([str(each.line) for each in evidence])


@lru_cache(1024)
def web_url(url: str) -> str:
    """Return `url` if a reader may safely follow it, else nothing.

    >>> web_url("javascript:alert(1)"), web_url("https://example.org/خبر")
    ('', 'https://example.org/%D8%AE%D8%A8%D8%B1')
    """
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    if (
        parts.scheme.lower() not in ("http", "https")
        or not parts.netloc
        or any(c in url.strip() for c in " \t\n\\")
    ):
        return ""
    return quote(url.strip(), safe="!#$%&'()*+,/:;=?@[]~")


def site_of(url: str) -> str:
    """Return the host that a source link leads to, for its label.

    >>> site_of("https://www.example.org/a/b")
    'example.org'
    """
    return (urlsplit(url).hostname or "").removeprefix("www.")


def around(pager: Pager, reach: int = 2) -> list[int]:
    """Return the page numbers worth offering: the first, the last and those near; 0 is a gap.

    >>> around(Pager(6, ("",) * 12))
    [1, 0, 4, 5, 6, 7, 8, 0, 12]
    """
    last = len(pager.paths)
    near = [n for n in range(1, last + 1) if n in (1, last) or abs(n - pager.number) <= reach]
    return [
        m for before, n in zip([0, *near], near, strict=False) for m in ((0, n) if n - before > 1 else (n,))
    ]
