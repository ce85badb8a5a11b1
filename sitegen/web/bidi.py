"""Language and direction of parts: the only place where text becomes HTML.

A page has one language; inside it names, titles and quotations of the other
script stand in their own `<bdi lang dir>`, so that neither script can reorder
the other.  Where no markup is possible (titles, feeds, attributes), Unicode
isolates do the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache, partial
from html import escape

from markupsafe import Markup
from markupsafe import escape as quoted

from sitegen.errors import FSI, PDI
from sitegen.site.language import DIRECTION

RLM, LRM = "\N{RIGHT-TO-LEFT MARK}", "\N{LEFT-TO-RIGHT MARK}"

_L = "A-Za-z\u00c0-\u024f\u1e00-\u1eff"
_A = "\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f\u08a0-\u08c9\ufb50-\ufdff\ufe70-\ufefc"
_WORD = rf"[@#]?[{_L}](?:[{_L}0-9'’&./@:_+-]*[{_L}0-9+])?"

#: In Arabic text: addresses, Latin words, and numbers of three parts that bidi would turn round.
_LATIN = re.compile(
    rf"(?P<url>(?:https?://|www\.)[!-~]*[A-Za-z0-9/])"
    rf"|(?P<words>{_WORD}(?:[ \u00a0]+(?:& )?{_WORD})*)"
    r"|(?P<number>\d{4}-\d\d-\d\d|\d{1,2}-\d{1,2}-\d{2,4}|\+\d[\d ()-]{5,}\d|\d+(?:-\d+){3,})"
)
#: In English text: Arabic words with the spaces, quotation marks and digits between them.
_ARABIC = re.compile(rf"[{_A}](?:[^{_L}\n,;.()\[\]<>&]*[{_A}\u064b-\u0652])?")
_OTHER = {"ar": _LATIN, "en": _ARABIC}

#: Never valid in HTML or XML: control characters, lone surrogates, noncharacters.
_NEVER = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
_ILLEGAL = re.compile(f"[{_NEVER}]")
#: What makes a text more than a copy: one quick look for any of these spares most texts the rest.
_SIGNS = {"ar": re.compile(f"[&<>{_L}{_NEVER}]"), "en": re.compile(f"[&<>{_A}{_NEVER}]")}
_TURNING = re.compile(r"\d-\d+-\d|\+\d")  # in Arabic; slow to look for, so only where - or + stands
#: What could reorder a title that has no element around it.
_CONTROLS = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_STRONG = re.compile(rf"([{_L}])|[{_A}]")
_SPECIAL = re.compile("[&<>\"']")
#: Return HTML that was put together from escaped parts as such, so that it is not escaped again.
#: The one place where escaping ends: callers join tags of their own with parts that `marked` has escaped.
#: It does what `Markup(text)` does with a string, without asking whether it is one.
vouched: Callable[[str], Markup] = partial(str.__new__, Markup)


def legal(text: str) -> str:
    """Return `text` without the characters that no HTML or XML document may hold.

    >>> legal("a\\x00b")
    'ab'
    """
    return _ILLEGAL.sub("", text)


def escaped(text: str) -> Markup:
    """Return any text as HTML for a place of the same language and direction, or an attribute.

    >>> print(escaped('a "b"'))
    a &#34;b&#34;
    """
    return vouched(text) if text.__class__ is str and not _SPECIAL.search(text) else quoted(text)


def _is_plain(text: str, lang: str) -> bool:
    """Say whether text of language `lang` is sure to need neither escaping nor isolates."""
    if _SIGNS[lang].search(text):
        return False
    return lang == "en" or not ("-" in text or "+" in text) or not _TURNING.search(text)


def marked(text: str, lang: str) -> Markup:
    """Escape text of language `lang` and wrap the runs of the other script in it.

    >>> print(marked("قال CNN International ان", "ar"))
    قال <bdi lang="en" dir="ltr">CNN International</bdi> ان
    >>> print(marked("في 2500 جندي", "ar"))
    في 2500 جندي
    >>> print(marked("يوم 27-7-2021", "ar"))
    يوم <bdi dir="ltr">27-7-2021</bdi>
    """
    if _is_plain(text, lang):
        return vouched(text)
    text = legal(text)
    parts: list[str] = []
    at = 0
    for match in _OTHER[lang].finditer(text):
        parts += [escape(text[at : match.start()], quote=False), _isolated(match, lang)]
        at = match.end()
    return vouched("".join([*parts, escape(text[at:], quote=False)]))


def _isolated(match: re.Match[str], lang: str) -> str:
    text = escape(match.group(), quote=False)
    if lang == "en":
        return f'<bdi lang="ar" dir="rtl">{text}</bdi>'
    return f'<bdi lang="en" dir="ltr">{text}</bdi>' if match["words"] else f'<bdi dir="ltr">{text}</bdi>'


def inline(text: str, lang: str, page_lang: str) -> Markup:
    """Return text of language `lang` for use in a line of a page in `page_lang`.

    >>> print(inline("بغداد", "ar", "en"))
    <bdi lang="ar" dir="rtl">بغداد</bdi>
    """
    inner = marked(text, lang)
    if lang == page_lang:
        return inner
    return vouched(f'<bdi lang="{lang}" dir="{DIRECTION[lang]}">{inner}</bdi>')


@lru_cache(1024)  # title and description stand in many places of one page
def plain(text: str, lang: str) -> str:
    """Return `text` for a place without markup in a document of language `lang`.

    Runs of the other script are isolated; a first letter of the other script
    gets a mark before it, for many programs guess direction from that letter.

    >>> plain("CNN: بغداد", "ar") == RLM + FSI + "CNN" + PDI + ": بغداد"
    True
    >>> plain("Baghdad", "en")
    'Baghdad'
    """
    text = _CONTROLS.sub("", legal(text))
    if _is_plain(text, lang):
        return text
    strong = _STRONG.search(text)
    latin_first = strong is not None and strong[1] is not None
    text = _OTHER[lang].sub(lambda m: f"{FSI}{m.group()}{PDI}", text)
    if strong is None or latin_first == (lang == "en"):
        return text
    return (LRM if lang == "en" else RLM) + text
