"""Which pages exist and what each is made from, one at a time, the two trees in step.

Views are deferred: the functions at the end of this module make them from nothing but
their arguments.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby, islice, takewhile
from operator import attrgetter

from msgspec import Struct

from sitegen.desk.config import Config
from sitegen.memo import digest
from sitegen.model import Entry
from sitegen.site import urls
from sitegen.site.arrange import Site
from sitegen.site.article_view import article_view
from sitegen.site.cards import Card, Face, faces
from sitegen.site.date_pages import date_groups
from sitegen.site.deferred import Deck, Deferred, Held, Whole, encoded
from sitegen.site.groups import Group, group, groups_in, listed, loose
from sitegen.site.language import Language, initial
from sitegen.site.one_language import name_in, names_in
from sitegen.site.paging import both, section_titles
from sitegen.site.term_pages import by_day, counted, term_group
from sitegen.site.views import (
    DocumentView,
    HomeView,
    IndexView,
    LandingView,
    LetterGroup,
    Named,
    NotFoundView,
    Page,
    SearchView,
)

KINDS = ("person", "topic", "place", "org", "outlet")

#: Documents: name -> language -> (title, html, source path).
Documents = Mapping[str, Mapping[str, tuple[str, str, str]]]


def page_groups(
    site: Site,
    config: Config,
    documents: Documents,
    held: Callable[[str], Held[Entry]],
    languages: Mapping[str, Language],
) -> Iterator[Group]:
    """Yield every HTML page of the site in groups; `held` brings one finished article by id."""
    whole = Whole(config)
    yield loose("front", partial(_front, site, config, languages))
    for value, cards in groupby(site.cards, key=attrgetter("view.when.value")):
        yield _published(value, tuple(cards), held, whole)
    for kind in KINDS:
        yield _index_group(site, kind, languages)
        for term in site.by_id(kind):
            yield term_group(term, whole)
    yield from date_groups(site, whole, languages)
    yield loose("search", partial(_search, languages))
    yield loose("documents", partial(_documents, documents))


def _published(
    value: str | None, cards: tuple[Card, ...], held: Callable[[str], Held[Entry]], whole: Whole[Config]
) -> Group:
    """Return the pages of all articles of one date, in a group for each article."""

    def parts() -> Iterator[Group]:
        for card in cards:
            day = _day(card)
            yield group(
                f"article/{card.id}", partial(listed, urls.article, card.id, modified=day), (2, day),
                _articles, Deck((card,)), held(card.id), whole, article=card.id,
            )  # fmt: skip

    def known() -> bytes:
        everything = b"".join([card.digest + held(card.id).digest for card in cards])
        return digest("articles", whole.digest, everything)

    about = encoded([(card.id, _day(card)) for card in cards])
    return groups_in(f"articles/{value}", known, 2 * len(cards), about, parts)


def _day(card: Card) -> str | None:
    return card.view.when.value if card.view.when.precision == "day" else None


def _articles(cards: Deck[Card], entry: Held[Entry], config: Whole[Config]) -> Iterator[Page]:
    return article_pages(cards.values[0], entry, config.value)


def _front(site: Site, config: Config, languages: Mapping[str, Language]) -> Iterator[Page]:
    newest = Deck(site.cards[:8])
    yield Page(
        path=urls.LANDING, template="landing.html", lang="ar", title=f"{config.ar.title} · {config.en.title}",
        view=Deferred(landing_view, newest),  # in both languages at once, so it stands in no clique
        sources=tuple(card.source for card in newest),
    )  # fmt: skip
    most = [tuple(counted(t) for t in site.most(kind, 12)) for kind in ("person", "topic", "place")]
    newest_days = _newest_days(site.cards, config.days_on_home)
    for lang in urls.LANGS:
        words, names = config.words(lang), [names_in(each, lang) for each in most]
        view = Deferred(home_view, faces(newest_days, lang), len(site.cards), *names)
        yield Page(
            path=urls.home(lang), template="home.html", lang=lang, title=words.title, view=view,
            description=words.tagline, section="home", alternates=both(urls.home),
            sources=site.sources,
        )  # fmt: skip
    yield Page(
        path=urls.NOT_FOUND, template="404.html", lang="ar", view=Deferred.of(NotFoundView()), index=False,
        title=" · ".join(languages[lang].gettext("Page not found") for lang in urls.LANGS),
    )  # fmt: skip


def _newest_days(cards: Sequence[Card], days: int) -> tuple[Card, ...]:
    """Return the articles of the newest `days` of the dates that cards, newest first, show."""
    shown = islice(dict.fromkeys(card.view.when.value for card in cards), days)
    wanted = frozenset(shown)
    return tuple(takewhile(lambda card: card.view.when.value in wanted, cards))


def article_pages(card: Card, entry: Held[Entry], config: Config) -> Iterator[Page]:
    """Yield the two pages of one article."""
    view = Deferred(_article_view, entry, Deck((card,)), config.publish)
    for lang in urls.LANGS:
        yield Page(
            path=urls.article(lang, card.id), template=f"article_{lang}.html", lang=lang, view=view,
            title=card.view.title if lang == "ar" else card.view.headline,
            description=card.view.lede if lang == "ar" else card.view.summary, sources=(card.source,),
            modified=_day(card),
            alternates=both(urls.article, card.id),
        )  # fmt: skip


def _index_group(site: Site, kind: str, languages: Mapping[str, Language]) -> Group:
    """Return the pages that list all terms of one kind, known by what stands there of each."""

    def known() -> bytes:
        held = [(t.named, len(t.cards), t.record) for t in site.by_id(kind)]
        return digest("index", encoded([(n, count, r and (r.sort_ar, r.sort_en)) for n, count, r in held]))

    return Group(
        f"index/{kind}", known, partial(_index, site, kind, languages), partial(listed, urls.index, kind),
        (len(urls.LANGS), None),
    )  # fmt: skip


def _index(site: Site, kind: str, languages: Mapping[str, Language]) -> Iterator[Page]:
    for lang in urls.LANGS:
        terms = site.of(kind, lang)
        groups: dict[str, list[Named]] = {}
        for term in terms:
            given = (term.record.sort_ar if lang == "ar" else term.record.sort_en) if term.record else ""
            letter = initial(term.named.ar if lang == "ar" else term.named.en, given)
            groups.setdefault(letter, []).append(name_in(counted(term), lang))
        view = IndexView(
            kind, tuple(LetterGroup(letter, tuple(names)) for letter, names in groups.items()), len(terms)
        )
        yield Page(
            path=urls.index(lang, kind), template="index.html", lang=lang, view=Deferred.of(view),
            section=kind, title=section_titles(languages[lang])[kind],
            sources=site.sources, alternates=both(urls.index, kind),
        )  # fmt: skip


def _search(languages: Mapping[str, Language]) -> Iterator[Page]:
    for lang in urls.LANGS:
        yield Page(
            path=urls.search(lang), template="search.html", lang=lang, view=Deferred.of(SearchView(KINDS)),
            title=languages[lang].gettext("Search"), section="search", alternates=both(urls.search),
        )  # fmt: skip


def _documents(documents: Documents) -> Iterator[Page]:
    for name, versions in documents.items():
        clique = tuple(a for a in both(urls.document, name) if a.lang in versions)
        if len(versions) == len(urls.LANGS):
            clique = both(urls.document, name)
        for lang, (title, html, source) in versions.items():
            yield Page(
                path=urls.document(lang, name), template="document.html", lang=lang, title=title,
                view=Deferred.of(DocumentView(html)), section=name, alternates=clique, sources=(source,),
            )  # fmt: skip


# -- views, each made from its arguments alone -----------------------------------------


def landing_view(newest: Deck[Card]) -> Struct:
    """Return the view of the front door."""
    return LandingView(tuple(card.view for card in newest))


def home_view(
    newest: Deck[Face],
    total: int,
    people: tuple[Named, ...],
    topics: tuple[Named, ...],
    places: tuple[Named, ...],
) -> Struct:
    """Return the view of a tree's front page."""
    return HomeView(by_day(newest), people, topics, places, total)


def _article_view(entry: Held[Entry], card: Deck[Card], publish: str) -> Struct:
    return article_view(entry.load(), card.values[0], publish)
