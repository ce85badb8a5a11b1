"""Small things that every family of pages shares: language pairs, section titles, pagers."""

from __future__ import annotations

from collections.abc import Callable

from sitegen.site import urls
from sitegen.site.language import Language
from sitegen.site.views import Alternate, Pager


def both(path: Callable[..., str], *rest: object) -> tuple[Alternate, ...]:
    """Return the clique of the page at `path(lang, *rest)`: Arabic, English, x-default (the English one)."""
    return (
        Alternate("ar", path("ar", *rest)),
        Alternate("en", path("en", *rest)),
        Alternate("x-default", path("en", *rest)),
    )


def section_titles(language: Language) -> dict[str, str]:
    """Return the title of each index in `language`."""
    _ = language.gettext
    return {
        "person": _("People"),
        "topic": _("Topics"),
        "place": _("Places"),
        "org": _("Organisations"),
        "outlet": _("Outlets"),
        "dates": _("Dates"),
    }


def paths_of(path: Callable[..., str], *rest: object, count: int) -> dict[str, tuple[str, ...]]:
    """Return by language the paths of the numbered pages at `path(lang, *rest, number)`."""
    return {lang: tuple([path(lang, *rest, n) for n in range(1, count + 1)]) for lang in urls.LANGS}


def pager(number: int, paths: tuple[str, ...]) -> Pager:
    """Return where page `number` stands among `paths`."""
    return Pager(number, paths)
