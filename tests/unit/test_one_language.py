"""Lists in one language know nothing of the other, so an edit of its words leaves them as they lie."""

from __future__ import annotations

from sitegen.site.one_language import events_in, view_in
from sitegen.site.views import CardView, EventFact, Named, When
from tests.worlds import BUNDLE, made, project

IRAQ = Named("place", "iraq", "العراق", "Iraq")
VIEW = CardView("a", "عنوان", "Headline", When(None, "none", "none"), IRAQ, "مقدمة", "Summary.")


def test_a_list_holds_the_words_of_its_language() -> None:
    arabic, english = view_in(VIEW, "ar"), view_in(VIEW, "en")
    assert (arabic.title, arabic.lede, arabic.headline, arabic.summary) == ("عنوان", "مقدمة", "", "")
    assert (english.title, english.lede, english.headline, english.summary) == (
        "عنوان", "", "Headline", "Summary.",
    )  # fmt: skip
    assert arabic.outlet and arabic.outlet.en == "" and english.outlet == IRAQ
    nameless = Named("person", "x", "", "Only English")
    (event,) = events_in([EventFact("visit", (nameless, IRAQ), IRAQ, None, False, 1)], "ar")
    assert [name.en for name in event.who] == ["Only English", ""] and event.where and not event.where.en


def test_an_english_name_makes_no_arabic_list_anew() -> None:
    inputs, memo = project(), dict[bytes, bytes]()
    before = made(dict(inputs), memo, {})
    path = "content/lexicon/people.toml"
    inputs[path] = inputs[path].replace(b'"Mustafa al-Kadhimi"', b'"Mustafa Al-Kazimi"')
    after = made(inputs, memo, before)
    anew = {p for p in after if not p.startswith(BUNDLE) and after[p][0] != before[p][0]}
    lists = {p for p in anew if p.startswith("ar/") and not p.startswith("ar/articles/")}
    assert {p.split("/")[2] for p in lists} == {"mustafa-al-kadhimi"}, sorted(lists)
    assert {p for p in anew if p.startswith("en/topics/")} and "en/index.html" in anew
