"""What changes with language: words of the interface, dates, numbers, plurals, order of names.

English is the source text of every message; `sitegen/data/locale/ar.po` holds
the Arabic.  Babel formats; digits and month style follow the site's config.
"""

from __future__ import annotations

import gettext
import io
from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache

from babel import Locale
from babel.lists import format_list
from babel.numbers import format_decimal

from sitegen import data
from sitegen.text.fold import match_key

DIRECTION = {"ar": "rtl", "en": "ltr"}
OG_LOCALE = {"ar": "ar_AR", "en": "en_US"}

_TO_ARABIC_DIGITS = {ord(str(i)): chr(0x0660 + i) for i in range(10)}
#: Alef forms in the order a dictionary gives them; the article does not count in sorting.
_ARTICLE = "ال"


@cache
def translations(lang: str) -> gettext.NullTranslations:
    """Return the message catalogue of `lang`; English needs none."""
    if lang == "en":
        return gettext.NullTranslations()
    return gettext.GNUTranslations(io.BytesIO(_arabic()))


@data.kept
def _arabic() -> bytes:
    """Return the Arabic catalogue as `gettext` reads it."""
    # Most processes find what an earlier one made.
    from babel.messages.mofile import write_mo  # noqa: PLC0415
    from babel.messages.pofile import read_po  # noqa: PLC0415

    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.StringIO(data.raw("locale/ar.po")), locale="ar"))
    return compiled.getvalue()


@cache
def _months(style: str) -> tuple[str, ...]:
    gulf = Locale("ar").months["format"]["wide"]
    levant = Locale("ar", "IQ").months["format"]["wide"]
    both = {"gulf": "{1}", "levant": "{0}", "dual": "{0}/{1}"}[style]
    return tuple(both.format(levant[m], gulf[m]) for m in range(1, 13))


@lru_cache(maxsize=4)
def languages_of(months: str, digits: str) -> Mapping[str, Language]:
    """Return both languages of a site with its names of months and its digits, by code."""
    return {code: Language(code, months=months, digits=digits) for code in DIRECTION}


class Language:
    """One language of the site: `code`, `dir` and the formatters that templates call."""

    def __init__(self, code: str, *, months: str = "dual", digits: str = "latin") -> None:
        self.code = code
        self.dir = DIRECTION[code]
        self.months = months
        self.digits = digits if code == "ar" else "latin"
        messages = translations(code)
        self.gettext = messages.gettext
        self.ngettext = messages.ngettext

    def _show(self, text: str) -> str:
        return text.translate(_TO_ARABIC_DIGITS) if self.digits == "arabic" else text

    def number(self, value: int | float) -> str:
        """Write a number with this language's separators.

        >>> Language("en").number(2500)
        '2,500'
        """
        return self._show(f"{value:,}" if isinstance(value, int) else format_decimal(value, locale="en"))

    def month(self, number: int) -> str:
        """Return the name of month 1-12; in Arabic in the site's style, both families by default.

        >>> Language("ar").month(7) == "تموز/يوليو"
        True
        """
        if self.code == "ar":
            return _months(self.months)[number - 1]
        return str(Locale("en").months["stand-alone"]["wide"][number])

    def date(self, iso: str | None, *, weekday: bool = False) -> str:
        """Write an ISO day, month or year in words; None is «unknown date».

        >>> Language("en").date("2021-07-26", weekday=True)
        'Monday, 26 July 2021'
        >>> Language("en").date("2021-07")
        'July 2021'
        """
        if not iso:
            return self.gettext("Unknown date")
        parts = [int(part) for part in iso.split("-")]
        if len(parts) == 1:
            return self._show(str(parts[0]))
        words = f"{self.month(parts[1])} {parts[0]}"
        if len(parts) == 3:
            words = f"{parts[2]} {words}"
            if weekday:
                name = Locale(self.code).days["format"]["wide"][date(*parts).weekday()]
                words = f"{name}{'،' if self.code == 'ar' else ','} {words}"
        return self._show(words)

    def join(self, items: list[str]) -> str:
        """Join words as a list: «أ وب», "a, b, and c"."""
        return format_list(items, locale=self.code)


def sort_key(label: str, given: str = "") -> tuple[str, str]:
    """Return a key that orders names as a reader looks them up: without ال, hamza second.

    Exceptions carry their own key in the lexicon (`given`), for alef-lam may
    belong to the name itself (ألبرت).

    >>> sort_key("الكاظمي") > sort_key("علاوي")
    True
    """
    if given:
        return match_key(given), given
    words = [word.removeprefix(_ARTICLE) if len(word) > 4 else word for word in match_key(label).split()]
    return " ".join(words), label


def initial(label: str, given: str = "") -> str:
    """Return the letter under which a name is listed.

    >>> initial("Mustafa"), initial("الكاظمي") == "ك"
    ('M', True)
    """
    key = sort_key(label, given)[0]
    return key[:1].upper() or "#"
