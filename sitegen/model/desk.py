"""What an editor states: of one article in its front matter or sidecar, of the world in the lexicon."""

from __future__ import annotations

from sitegen.model.page import Value


class Meta(Value, frozen=True, kw_only=True):
    """What markup, front matter or an editor states about an article; None = not stated."""

    id: str | None = None
    title: str | None = None
    date: str | None = None  # ISO, possibly 2021-07
    url: str | None = None
    outlet: str | None = None
    author: str | None = None
    lang: str | None = None


class Corrections(Value, frozen=True, kw_only=True):
    """An editor's sidecar for one article; every field may carry a reason."""

    path: str = ""
    meta: Meta = Meta()
    hide: bool = False  # the article is not published
    drop: tuple[int, ...] = ()
    keep: tuple[int, ...] = ()
    add: tuple[tuple[str, str], ...] = ()  # (kind of record, its id or one of its names)
    remove: tuple[tuple[str, str], ...] = ()
    reasons: tuple[tuple[str, str], ...] = ()  # (field, why)
    settled: tuple[str, ...] = ()  # kinds of findings that `sitegen review` need not show again


class RoleTerm(Value, frozen=True):
    """An office a person held: `start` inclusive, `end` exclusive, ISO days; None = open."""

    ar: str
    en: str  # Prime Minister of Iraq
    short: str = ""  # Iraqi Prime Minister: to stand before the name
    start: str | None = None
    end: str | None = None
    ended: bool = True  # False: `end` is only how far our knowledge reaches


class Record(Value, frozen=True, kw_only=True):
    """One entry of the lexicon: a person, place, organisation, topic or outlet."""

    kind: str  # person | place | org | topic | outlet
    id: str
    ar: str
    en: str
    aliases: tuple[str, ...] = ()  # other Arabic forms that always mean this record
    latin: tuple[str, ...] = ()  # other Latin spellings, for search
    sort_ar: str = ""
    sort_en: str = ""
    roles: tuple[RoleTerm, ...] = ()
    country: str = ""  # ISO 3166 alpha-2
    parent: str = ""  # id of the wider place or topic
    general: bool = False  # topics: one of the twenty general ones
    url: str = ""
    note: str = ""
    builtin: bool = False  # ships with the package
