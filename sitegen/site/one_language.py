"""What lists on the pages of one language know of articles and names: nothing in the other language.

So an edit of English words touches no Arabic list, and the other way round.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from sitegen.site.views import CardView, EventFact, Named


def name_in(name: Named, lang: str) -> Named:
    """Return a name as Arabic pages know it without its English, if it has an Arabic form.

    >>> name_in(Named("place", "iraq", "العراق", "Iraq"), "ar").en
    ''
    >>> name_in(Named("place", "iraq", "", "Iraq"), "ar").en, name_in(Named("place", "x", "س", "X"), "en").en
    ('Iraq', 'X')
    """
    return replace(name, en="") if lang == "ar" and name.ar else name


def names_in(names: Iterable[Named], lang: str) -> tuple[Named, ...]:
    """Return names as pages of `lang` know them."""
    return tuple([name_in(name, lang) for name in names])


def view_in(view: CardView, lang: str) -> CardView:
    """Return an article in a list: without headline and summary in Arabic, without lede in English."""
    outlet = view.outlet and name_in(view.outlet, lang)
    return replace(view, headline="", summary="", outlet=outlet) if lang == "ar" else replace(view, lede="")


def events_in(events: Iterable[EventFact], lang: str) -> tuple[EventFact, ...]:
    """Return happenings with the names as pages of `lang` know them."""
    return tuple([
        replace(each, who=names_in(each.who, lang), where=each.where and name_in(each.where, lang))
        for each in events
    ])  # fmt: skip
