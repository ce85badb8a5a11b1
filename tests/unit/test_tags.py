"""The quick look at a page says what the parser says, or says nothing."""

from __future__ import annotations

import random

import pytest

from sitegen.site.views import Page
from sitegen.web.html_facts import parsed
from sitegen.web.tags import plainly_written
from tests.face_pages import pages, renderer

PAGES = pages()
#: What a template could come to hold; most of it must be left to the parser.
STRANGE = (
    "<!-- <a href='/x/'> -->", "<P id=a>", '<p id="l1">', '<a href="/x/?a=1&amp;b=2">',
    '<a href="/x/?a&copy=2">', '<a href="/x/">', "<a href='/y/'>", "<a href=/z/>", '<A HREF="/z/">',
    '<a href="/q/" href="/r/">', "<title>again</title>", "<h1>again</h1>",
    "<textarea><a href='/t/'></textarea>", '<img src="/i.png">', '<img src="/i.png" alt="">',
    '<img src="data:x" alt="">', '<script type="application/ld+json">{</script>',
    '<script type="application/ld+json">{"a": "<a href=/b/>"}</script>', '<script src="/s.js"></script>',
    '<form action="/f/"><form action="/g/"></form></form>',
    '<svg><use href="/u.svg"/><title>t</title></svg>',
    '<link rel="alternate" hreflang="fr" href="/fr/">', '<link rel="canonical" href="/c/">',
    "<body id='b'>", '<body id="b">', "<", ">", "\0", "</head>", "</html>", '<html lang="en" dir="ltr">',
    '<base href="/base/">', '<noscript><link rel="stylesheet" href="/n.css"></noscript>', "<plaintext>",
    "<style>a>b{}</style>", '<p title="a > b" id="q">', '<p\n id="n"\n>',
    '<a\nhref="/dead/">', '<a\nhref="/dead/" class="b">', '<a\u00a0href="/dead/">',
    '<img\nsrc="/x.png" alt="y">', '<p\nid="a">', '<p\tid="a" class="b">', '<area href="/area/">',
    ' id="words"', '<p data-id="n" id="">', '<p id=" spaced ">', '<a id="é" href="/é/">',
    "<template><a href='/t/'></a></template>", "<?php ?>",
)  # fmt: skip


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.template}-{page.path}")
def test_our_own_pages_are_plainly_written(page: Page) -> None:
    data = renderer().render(page)
    told = plainly_written(data)
    assert told == parsed(page.path, data) if page.template != "search.html" else told is None  # has a script


@pytest.mark.parametrize("strange", STRANGE)
def test_what_is_not_plain_is_left_to_the_parser_or_read_alike(strange: str) -> None:
    chance = random.Random(strange)
    for page in chance.sample(PAGES, 4):
        text = renderer().render(page).decode()
        seams = [n for n, letter in enumerate(text) if letter in "<>"]
        for at in (*chance.sample(seams, 12), text.index("</head>"), len(text)):
            for after in (0, 1):
                data = (text[: at + after] + strange + text[at + after :]).encode()
                told = plainly_written(data)
                assert told is None or told == parsed("", data), data[max(0, at - 80) : at + 80]


@pytest.mark.parametrize("cut", [0, 1, 14, 15, 16, 200, 2000, -1, -8, -300])
def test_a_page_cut_off_is_read_alike(cut: int) -> None:
    data = renderer().render(PAGES[3])[:cut]
    told = plainly_written(data)
    assert told is None or told == parsed("", data)


def test_invalid_bytes_are_left_to_the_parser() -> None:
    data = renderer().render(PAGES[0])
    assert plainly_written(data.replace(b"</main>", b"\xff</main>")) is None
