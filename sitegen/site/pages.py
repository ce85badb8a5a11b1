"""Which pages exist and what each shows, one at a time, the two trees in step.

`pages` is a generator: at no moment is more than one article's view in memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from sitegen.desk.config import Config
from sitegen.model import Entry
from sitegen.site import urls
from sitegen.site.arrange import Site, Term
from sitegen.site.article_view import article_view
from sitegen.site.cards import Card, Said
from sitegen.site.date_pages import date_pages
from sitegen.site.language import Language, initial
from sitegen.site.paging import both, pager, section_titles
from sitegen.site.views import (
    CardView,
    DayGroup,
    DocumentView,
    HomeView,
    IndexView,
    LandingView,
    LetterGroup,
    Named,
    NotFoundView,
    Page,
    QuoteView,
    RoleView,
    TermView,
)

KINDS = ("person", "topic", "place", "org", "outlet")

#: Documents: name -> language -> (title, html, source path).
Documents = Mapping[str, Mapping[str, tuple[str, str, str]]]


def pages(
    site: Site,
    config: Config,
    documents: Documents,
    load: Callable[[str], Entry],
    languages: Mapping[str, Language],
) -> Iterator[Page]:
    """Yield every HTML page of the site; `load` brings one finished article by id."""
    yield from _front(site, config, languages)
    for card in site.cards:
        yield from _article(card, load(card.id), config)
    for kind in KINDS:
        yield from _index(site, kind, languages)
        for term in site.of(kind, "en"):
            yield from _term(site, term, config)
    yield from date_pages(site, config, languages)
    yield from _documents(documents)


def _front(site: Site, config: Config, languages: Mapping[str, Language]) -> Iterator[Page]:
    newest = tuple(card.view for card in site.cards[:8])
    sources = tuple(card.source for card in site.cards[:8])
    yield Page(
        path=urls.LANDING, template="landing.html", lang="ar", title=f"{config.ar.title} · {config.en.title}",
        view=LandingView(newest), sources=sources,  # in both languages at once, so it stands in no clique
    )  # fmt: skip
    groups = by_day(site.cards)[: config.days_on_home]
    for lang in urls.LANGS:
        view = HomeView(
            days=groups,
            people=tuple(counted(t) for t in site.most("person", 12)),
            topics=tuple(counted(t) for t in site.most("topic", 12)),
            places=tuple(counted(t) for t in site.most("place", 12)),
            total=len(site.cards),
        )
        words = config.words(lang)
        yield Page(
            path=urls.home(lang), template="home.html", lang=lang, title=words.title, view=view,
            description=words.tagline, section="home", alternates=both(urls.home),
            sources=tuple(card.source for card in site.cards),
        )  # fmt: skip
    yield Page(
        path=urls.NOT_FOUND, template="404.html", lang="ar", view=NotFoundView(), index=False,
        title=" · ".join(languages[lang].gettext("Page not found") for lang in urls.LANGS),
    )  # fmt: skip


def _article(card: Card, entry: Entry, config: Config) -> Iterator[Page]:
    view = article_view(entry, card, config.publish)
    for lang in urls.LANGS:
        yield Page(
            path=urls.article(lang, card.id), template=f"article_{lang}.html", lang=lang, view=view,
            title=card.view.title if lang == "ar" else card.view.headline,
            description=card.view.lede if lang == "ar" else card.view.summary, sources=(card.source,),
            modified=card.view.when.value if card.view.when.precision == "day" else None,
            alternates=both(urls.article, card.id),
        )  # fmt: skip


def _index(site: Site, kind: str, languages: Mapping[str, Language]) -> Iterator[Page]:
    for lang in urls.LANGS:
        terms = site.of(kind, lang)
        groups: dict[str, list[Named]] = {}
        for term in terms:
            given = (term.record.sort_ar if lang == "ar" else term.record.sort_en) if term.record else ""
            letter = initial(term.named.ar if lang == "ar" else term.named.en, given)
            groups.setdefault(letter, []).append(counted(term))
        view = IndexView(
            kind, tuple(LetterGroup(letter, tuple(names)) for letter, names in groups.items()), len(terms)
        )
        yield Page(
            path=urls.index(lang, kind), template="index.html", lang=lang, view=view, section=kind,
            title=section_titles(languages[lang])[kind], sources=tuple(c.source for c in site.cards),
            alternates=both(urls.index, kind),
        )  # fmt: skip


def _term(site: Site, term: Term, config: Config) -> Iterator[Page]:
    name, record = counted(term), term.record
    size = config.per_page
    chunks = [term.cards[i : i + size] for i in range(0, len(term.cards), size)]
    related = tuple(
        Named(n.kind, n.id, n.ar, n.en, count, n.automatic) for n, count in site.beside(term, "person", 12)
    )
    held = record.roles if record else ()
    roles = tuple(RoleView(r.ar, r.en, r.start, r.end if r.ended else None) for r in held)
    for number, cards in enumerate(chunks, 1):
        for lang in urls.LANGS:
            paths = tuple(urls.term(lang, name.kind, name.id, n) for n in range(1, len(chunks) + 1))
            view = TermView(
                term=name,
                aliases=record.aliases if record else (),
                latin=record.latin if record else (),
                roles=roles,
                note=record.note if record else "",
                days=by_day(cards),
                quotes=tuple(_quote(name, card, said) for card, said in term.said[:50])
                if number == 1
                else (),
                related=related if number == 1 else (),
                pager=pager(number, paths),
                total=len(term.cards),
            )
            yield Page(
                path=paths[number - 1], template="term.html", lang=lang, view=view, section=name.kind,
                title=name.ar if lang == "ar" else name.en, sources=tuple(card.source for card in cards),
                alternates=both(urls.term, name.kind, name.id, number),
            )  # fmt: skip


def _quote(who: Named, card: Card, said: Said) -> QuoteView:
    return QuoteView(said.text, said.line, who, "", card.view)


def _documents(documents: Documents) -> Iterator[Page]:
    for name, versions in documents.items():
        clique = tuple(a for a in both(urls.document, name) if a.lang in versions)
        if len(versions) == len(urls.LANGS):
            clique = both(urls.document, name)
        for lang, (title, html, source) in versions.items():
            yield Page(
                path=urls.document(lang, name), template="document.html", lang=lang, title=title,
                view=DocumentView(html), section=name, alternates=clique, sources=(source,),
            )  # fmt: skip


def counted(term: Term) -> Named:
    """Return a term's name with its number of articles."""
    n = term.named
    return Named(n.kind, n.id, n.ar, n.en, len(term.cards), n.automatic)


def by_day(cards: Iterable[Card]) -> tuple[DayGroup, ...]:
    """Group cards, already newest first, by the publication date they show."""
    groups: dict[str | None, list[CardView]] = {}
    for card in cards:
        groups.setdefault(card.view.when.value, []).append(card.view)
    return tuple(DayGroup(value, tuple(views)) for value, views in groups.items())
