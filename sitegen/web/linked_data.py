"""What a page is about, in the vocabulary of schema.org, as one JSON-LD block.

Only what the page itself shows is stated.  The site is the publisher of its
pages and never of the article they rest on: that is `isBasedOn`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from itertools import chain, islice
from typing import Any

import msgspec
from markupsafe import Markup

from sitegen.desk.config import Config
from sitegen.site import urls
from sitegen.site.date_views import DateView
from sitegen.site.language import Language
from sitegen.site.paging import section_titles
from sitegen.site.views import (
    ArticleView,
    CardView,
    HomeView,
    IndexView,
    Named,
    Page,
    RoleView,
    TermView,
)
from sitegen.web.bidi import plain, vouched
from sitegen.web.helpers import web_url

_MOST = 12  # articles or other names that one block lists
_MOST_ABOUT = 8  # names that an article is said to be about: a page is to stay light
#: Our kinds in the words of schema.org.
TYPES = {
    "person": "Person", "place": "Place", "org": "Organization", "outlet": "NewsMediaOrganization",
    "topic": "Thing",
}  # fmt: skip
_REMEMBERED = 4096  # names and addresses kept ready
_ENCODER = msgspec.json.Encoder()

Node = dict[str, Any]


def _written(node: Node) -> msgspec.Raw:
    """Return a node as the JSON that stands on many pages."""
    return msgspec.Raw(_ENCODER.encode(node))


class LinkedData:
    """Writes the block of any page of one language."""

    def __init__(self, lang: Language, config: Config, links: urls.Links) -> None:
        self._lang, self._code = lang, lang.code
        self._words = config.words(lang.code)
        self._named = lru_cache(_REMEMBERED)(lambda name: _written(self._node_of(name)))
        self._absolute = lru_cache(_REMEMBERED)(links.absolute)
        self._titles = section_titles(lang)
        self._first = _written(self._crumb(1, self._words.title, urls.home(self._code)))
        title = self._plain(self._words.title)
        self._site = _written(
            {"@type": "Organization", "name": title, "url": links.absolute(urls.home(self._code))}
        )

    def _plain(self, text: str) -> str:
        return plain(text, self._code)

    def block(self, page: Page, view: object, picture: str) -> Markup:
        """Return the script element of a page, empty where there is nothing to state."""
        nodes = [self._node(page, view, picture), self._crumbs(page, view)]
        graph = [node for node in nodes if node]
        if not graph:
            return vouched("")
        text = _ENCODER.encode({"@context": "https://schema.org", "@graph": graph}).decode()
        safe = text.replace("<", "\\u003c")
        return vouched(f'<script type="application/ld+json">{safe}</script>')

    def _node(self, page: Page, view: object, picture: str) -> Node:
        about: Node = {
            "url": self._absolute(page.path),
            "name": self._plain(page.title),
            "inLanguage": self._code,
            "publisher": self._site,
        }
        if page.description:
            about["description"] = self._plain(page.description)
        if picture:
            about["image"] = self._absolute(picture)
        if isinstance(view, ArticleView):
            return self._article(about, view)
        if isinstance(view, TermView):
            return self._term(about, view)
        if isinstance(view, HomeView):
            return about | {"@type": "CollectionPage"} | self._items(c for d in view.days for c in d.cards)
        if isinstance(view, DateView):
            return about | {"@type": "CollectionPage"} | self._items(each.card for each in view.published)
        if isinstance(view, IndexView):
            return about | {"@type": "CollectionPage"}
        return about | {"@type": "WebPage"} if page.template == "document.html" else {}

    # -- articles ------------------------------------------------------------------

    def _article(self, about: Node, view: ArticleView) -> Node:
        card = view.card
        things = (fact.what for fact in (*view.topics, *view.places))
        names = chain((fact.who for fact in view.people), things)
        headline = about.pop("name")
        node = about | {
            "@type": "NewsArticle",
            "headline": headline,
            "isBasedOn": self._source(view),
            "about": [self._named(name) for name in islice(names, _MOST_ABOUT)],
        }
        if card.when.value and card.when.precision == "day":
            node["datePublished"] = card.when.value
        return node

    def _source(self, view: ArticleView) -> Node:
        """Return the article that a page rests on, as far as it is known."""
        card = view.card
        source: Node = {"@type": "NewsArticle", "headline": plain(card.title, "ar"), "inLanguage": "ar"}
        if web_url(view.source_url):
            source["url"] = web_url(view.source_url)
        if card.outlet:
            source["publisher"] = self._named(card.outlet)
        if view.author:
            source["author"] = {"@type": "Person", "name": plain(view.author, "ar")}
        return source

    # -- people and other terms ----------------------------------------------------

    def _term(self, about: Node, view: TermView) -> Node:
        thing = self._node_of(view.term)
        others = [*thing.get("alternateName", ()), *view.aliases, *view.latin]
        if others:
            thing["alternateName"] = list(dict.fromkeys(others))[:_MOST]
        if view.roles:
            thing["hasOccupation"] = [self._role(role) for role in view.roles][:_MOST]
        cards = self._items(card for group in view.days for card in group.cards)
        if view.term.kind == "person":
            return about | {"@type": "ProfilePage", "mainEntity": thing}
        return about | {"@type": "CollectionPage", "about": thing} | cards

    def _role(self, role: RoleView) -> Node:
        name = role.ar if self._code == "ar" else role.en
        dates = {key: day for key, day in (("startDate", role.start), ("endDate", role.end)) if day}
        return {"@type": "Role", "hasOccupation": {"@type": "Occupation", "name": self._plain(name)}, **dates}

    def _node_of(self, name: Named) -> Node:
        """Return what a name stands for."""
        own, other = (name.ar, name.en) if self._code == "ar" else (name.en, name.ar)
        node: Node = {
            "@type": TYPES[name.kind], "name": own or other,
            "url": self._absolute(urls.term(self._code, name.kind, name.id)),
        }  # fmt: skip
        if own and other and own != other:
            node["alternateName"] = [other]
        return node

    # -- lists and the way to a page -----------------------------------------------

    def _items(self, cards: Iterable[CardView]) -> Node:
        code, absolute = self._code, self._absolute
        listed = [
            {"@type": "ListItem", "position": n, "url": absolute(urls.article(code, card.id))}
            for n, card in enumerate(islice(cards, _MOST), 1)
        ]
        return {"mainEntity": {"@type": "ItemList", "itemListElement": listed}} if listed else {}

    def _crumbs(self, page: Page, view: object) -> Node:
        if page.template in ("landing.html", "404.html", "home.html"):
            return {}
        ways = enumerate((*self._way(view), (page.title, page.path)), 2)
        return {
            "@type": "BreadcrumbList",
            "itemListElement": [self._first, *[self._crumb(n, name, path) for n, (name, path) in ways]],
        }

    def _crumb(self, position: int, name: str, path: str) -> Node:
        item = self._absolute(path)
        return {"@type": "ListItem", "position": position, "name": self._plain(name), "item": item}

    def _way(self, view: object) -> list[tuple[str, str]]:
        """Return what lies between the home page and this one."""
        titles = self._titles
        if isinstance(view, TermView):
            return [(titles[view.term.kind], urls.index(self._code, view.term.kind))]
        if isinstance(view, DateView):
            above = [view.value[:cut] for cut in (4, 7) if view.value and len(view.value) > cut]
            dates = [(self._lang.date(value), urls.date(self._code, value)) for value in above]
            return [(titles["dates"], urls.dates(self._code)), *dates]
        return []


#: A page, its view and its share picture to a script element.
Block = Callable[[Page, object, str], Markup]


def manifest(config: Config, language: Language, links: urls.Links) -> bytes:
    """Return the web manifest of one tree: what a reader's device calls the site."""
    words = config.words(language.code)
    about: Mapping[str, object] = {
        "name": words.title, "short_name": words.title, "description": words.tagline, "lang": language.code,
        "dir": language.dir, "start_url": links.href(urls.home(language.code)), "scope": links.base_path,
        "display": "browser", "background_color": "#fdfcfa", "theme_color": "#fdfcfa",
        "icons": [{"src": links.href("static/favicon.svg"), "sizes": "any", "type": "image/svg+xml"}],
    }  # fmt: skip
    return _ENCODER.encode(about)
