"""The ledger finds every fault that the whole check finds, looking at changed files only."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.site.urls import Links
from sitegen.web.check import Resolver
from sitegen.web.ledger import Ledger, orphans, still_sound, whole_check
from sitegen.web.page_facts import PageFacts

LINKS = Links("https://example.org/digest/")
PATHS = ("index.html", "ar/index.html", "en/index.html", "ar/a/index.html", "feed.atom", "static/site.css")
HREFS = st.sampled_from(
    [
        "/digest/ar/",
        "/digest/en/",
        "/digest/ar/a/",
        "/digest/ar/a/#x",
        "/digest/ar/#y",
        "#x",
        "/digest/feed.atom",
    ]
)

#: Language links as two pages must bear them, and without the version for everybody else.
PAIR = (("ar", "/digest/ar/"), ("en", "/digest/en/"))

FACTS = st.builds(
    PageFacts,
    lang=st.sampled_from(["ar", "en"]),
    ids=st.sets(st.sampled_from(["x", "y"])).map(lambda ids: tuple(sorted(ids))),
    links=st.lists(HREFS, max_size=4, unique=True).map(tuple),
    assets=st.sampled_from([(), ("/digest/static/site.css",)]),
    alternates=st.sampled_from([(), (*PAIR, ("x-default", "/digest/en/")), PAIR]),
)
SITES = st.dictionaries(st.sampled_from(PATHS), FACTS, max_size=6)


@given(SITES, SITES)
@settings(deadline=None, max_examples=400)
def test_what_the_ledger_calls_sound_is_sound(old: dict[str, PageFacts], new: dict[str, PageFacts]) -> None:
    faults, ledger = whole_check(old, old.keys(), LINKS)
    if any(fault.severity == "error" for fault in faults):
        return  # such a site is never published, so nothing is noted of it
    changes = {
        path: (old.get(path), new.get(path))
        for path in old.keys() | new.keys()
        if old.get(path) != new.get(path)
    }
    expected, whole = whole_check(new, new.keys(), LINKS)
    wrong = any(problem.severity == "error" for problem in expected)
    sound = still_sound(ledger, changes, new.keys(), new.get, LINKS)
    assert not (sound and wrong)
    if sound:
        assert ledger == whole
        assert orphans(ledger, new) == expected


def test_a_page_that_is_gone_or_lost_an_id_is_missed_by_those_that_link_there() -> None:
    target = PageFacts(lang="ar", ids=("x",), links=("/digest/en/",))
    caller = PageFacts(lang="en", links=("/digest/ar/#x",))
    site = {"ar/index.html": target, "en/index.html": caller}
    for new in (None, PageFacts(lang="ar", links=("/digest/en/",))):
        ledger = whole_check(site, site.keys(), LINKS)[1]
        after = {"en/index.html": caller, **({"ar/index.html": new} if new else {})}
        assert not still_sound(ledger, {"ar/index.html": (target, new)}, after.keys(), after.get, LINKS)
    ledger = Ledger({}, {}, {})
    ledger.enter("en/index.html", caller, Resolver(site.keys(), LINKS))
    assert ledger.anchors == {"ar/index.html#x": 1}


def test_an_unchanged_page_is_not_looked_at_for_what_others_pointed_at() -> None:
    target = PageFacts(lang="ar", ids=("x", "y"), links=("/digest/en/",))
    caller = PageFacts(lang="en", links=("/digest/ar/#x",))
    site = {"ar/index.html": target, "en/index.html": caller}
    asked: list[str] = []

    def facts_of(path: str) -> PageFacts:
        asked.append(path)
        return site[path]

    for link, known in (("/digest/ar/#x", True), ("/digest/ar/#y", False)):
        ledger = whole_check(site, site.keys(), LINKS)[1]
        new = PageFacts(lang="en", links=(link, "/digest/ar/"))
        assert still_sound(ledger, {"en/index.html": (caller, new)}, site.keys(), facts_of, LINKS)
        assert (asked == []) is known
    gone = PageFacts(lang="en", links=("/digest/ar/#z",))
    ledger = whole_check(site, site.keys(), LINKS)[1]
    assert not still_sound(ledger, {"en/index.html": (caller, gone)}, site.keys(), facts_of, LINKS)
