"""What a page says of itself in one line, where no sentence of an article or an editor does."""

from __future__ import annotations

from markupsafe import Markup

from sitegen.desk.config import Config
from sitegen.site.date_views import DatesView, DateView
from sitegen.site.language import Language
from sitegen.site.views import IndexView, LandingView, Page, TermView
from sitegen.web.bidi import escaped, plain


class Descriptions:
    """Writes the descriptions of one language's pages."""

    def __init__(self, lang: Language, config: Config) -> None:
        self._lang, self._config = lang, config

    def __call__(self, page: Page, view: object) -> Markup:
        """Return the description of a page, ready for an attribute."""
        return escaped(plain(page.description or self._own(page, view), self._lang.code))

    def _own(self, page: Page, view: object) -> str:
        _ = self._lang.gettext
        if isinstance(view, TermView):
            known = self._lang.ngettext(
                "%(name)s in %(count)s article, with dates, places and quotations",
                "%(name)s in %(count)s articles, with dates, places and quotations",
                view.total,
            )
            return known % {"name": page.title, "count": self._lang.number(view.total)}
        if isinstance(view, DateView) and view.value:
            date = self._lang.date(view.value, weekday=True)
            return _("%(date)s: what was published and what articles tell of it") % {"date": date}
        if isinstance(view, DatesView):
            return _("Days on which articles were published, and days that articles tell of.")
        if isinstance(view, IndexView):
            return _("%(title)s: all that the articles name, in alphabetical order") % {"title": page.title}
        if isinstance(view, LandingView):
            return " · ".join(filter(None, (self._config.ar.tagline, self._config.en.tagline)))
        words = self._config.words(self._lang.code)
        return f"{page.title} – {words.title}"
