"""Groups of pages say what is in them before they are opened."""

from __future__ import annotations

import pickle

from sitegen.desk.config import Config
from sitegen.pipeline import Options, compile_site
from sitegen.site import urls
from sitegen.site.cards import Face
from sitegen.site.deferred import Deck, Late
from sitegen.site.groups import group
from sitegen.site.language import Language
from sitegen.site.pages import page_groups
from sitegen.site.views import CardView, When
from tests.worlds import BUNDLE, made, project, quiet

LANGUAGES = {lang: Language(lang) for lang in urls.LANGS}


def test_what_the_sitemap_lists_of_a_group_is_what_its_pages_say() -> None:
    built = compile_site(project(), Options(), {}, quiet)
    config = Config(per_page=2)  # many pages
    names = set()
    for each in page_groups(built._site, config, {}, built.library.held, LANGUAGES):
        pages = [(p.path, p.alternates, p.modified) for p in each.pages() if p.index]
        assert sorted(each.listed()) == sorted(pages) and len(pages) == each.brief[0], each.name
        names.add(each.name)
    assert {"front", "date/2021-07-26", "place/iraq", "index/topic"} <= names


def test_of_a_long_list_only_those_parts_are_new_that_show_an_edit() -> None:
    inputs, memo = project(), dict[bytes, bytes]()
    inputs["content/site.toml"] = b"per_page = 1\n" + inputs["content/site.toml"]
    before = made(inputs, memo, {})
    seed, people = "content/articles/003_241afc1964625dbc.txt", "content/lexicon/people.toml"
    edits = (
        (seed, "بايدن يعلن انتهاء", "بايدن يعلن نهاية", 2),  # the first has what is told of all
        (people, "Mustafa al-Kadhimi", "Mustafa Al-Kadhimi", 5),  # all of these articles name him
    )
    for path, old, new, count in edits:
        inputs[path] = inputs[path].decode().replace(old, new).encode()
        after = made(inputs, memo, before)
        assert after == made(dict(inputs), {}, {})
        parts = [name for name in after if name.startswith(f"{BUNDLE}place/iraq/")]
        assert len(parts) == 5
        assert sum(after[name] != before[name] for name in parts) == count
        before = after


def test_a_group_is_known_by_its_function_and_its_values() -> None:
    def no(*parts: object):  # type: ignore[no-untyped-def]
        yield from ()

    def other(*parts: object):  # type: ignore[no-untyped-def]
        yield from ()

    one = group("a", tuple, (0, None), no, "x", Deck(())).fingerprint
    assert one == group("b", tuple, (0, None), no, "x", Deck(())).fingerprint
    more = group("a", tuple, (0, None), no, "y", Deck(())), group("a", tuple, (0, None), other, "x", Deck(()))
    assert one not in [each.fingerprint for each in more]


def test_a_card_that_is_sent_twice_is_one_card_there() -> None:
    def deck(*names: str) -> Late[Face]:
        faces = [Face(CardView(n, n, n, When(None, "none", "none")), n.encode()) for n in names]
        return Late([face.digest for face in faces], lambda: faces)

    first, second = (pickle.loads(pickle.dumps(each)) for each in (deck("a", "b"), deck("b", "c")))
    assert [face.view.id for face in (*first, *second)] == ["a", "b", "b", "c"]
    assert first.values[1] is second.values[0]
    assert (first.digest, second.digest) == (deck("a", "b").digest, deck("b", "c").digest)
    assert pickle.loads(pickle.dumps(deck())).values == ()
