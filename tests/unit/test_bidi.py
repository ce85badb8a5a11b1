"""Runs of the other script are isolated tightly, whatever stands around them."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.errors import FSI, PDI
from sitegen.web.bidi import LRM, RLM, inline, marked, plain

#: (text, language of the text, what it becomes); <e> stands for an English run, <n> for a number.
CASES = [
    ("قال الوزير", "ar", "قال الوزير"),
    ("زار CNN", "ar", "زار <e>CNN</e>"),
    ("(Reuters) قالت", "ar", "(<e>Reuters</e>) قالت"),
    ("شركة AT&T أعلنت", "ar", "شركة <e>AT&amp;T</e> أعلنت"),
    ("طائرة F-16, وأخرى", "ar", "طائرة <e>F-16</e>, وأخرى"),
    ("بلغة C++ كتب", "ar", "بلغة <e>C++</e> كتب"),
    ("Google News 2500 مشترك", "ar", "<e>Google News</e> 2500 مشترك"),
    ("https://example.org/a?b=1، هنا", "ar", "<n>https://example.org/a?b=1</n>، هنا"),
    ("هاتف +964 770 123 4567.", "ar", "هاتف <n>+964 770 123 4567</n>."),
    ("يوم 2021-07-26 مساءً", "ar", "يوم <n>2021-07-26</n> مساءً"),
    ("نسبة 5.5% و2,500", "ar", "نسبة 5.5% و2,500"),
    ("بين 2014-2017", "ar", "بين 2014-2017"),  # a range reads from the right, as Arabic does
    ("5 < 6 & 7 > 2", "ar", "5 &lt; 6 &amp; 7 &gt; 2"),
    ("A, B", "en", "A, B"),
    ("The group «أنصار الله» said", "en", "The group «<a>أنصار الله</a>» said"),
    ("بغداد, أربيل", "en", "<a>بغداد</a>, <a>أربيل</a>"),
    ("from عام 2014 عاماً on", "en", "from <a>عام 2014 عاماً</a> on"),
]
SHORT = {
    '<bdi lang="en" dir="ltr">': "<e>",
    '<bdi lang="ar" dir="rtl">': "<a>",
    '<bdi dir="ltr">': "<n>",
}


def short(marked_up: str) -> str:
    """Write the isolating elements of `marked_up` as short tags."""
    opened: list[str] = []

    def tag(match: re.Match[str]) -> str:
        if match.group() == "</bdi>":
            return opened.pop().replace("<", "</")
        opened.append(SHORT[match.group()])
        return opened[-1]

    return re.sub("</?bdi[^>]*>", tag, marked_up)


@pytest.mark.parametrize(("text", "lang", "expected"), CASES)
def test_runs_of_the_other_script(text: str, lang: str, expected: str) -> None:
    assert short(marked(text, lang)) == expected


TEXTS = st.text(alphabet="ab Z9-+.,:/@&<>\"'«»()\n\u202e\x00أبت ؟،٪٣")


@given(TEXTS, st.sampled_from(["ar", "en"]))
def test_no_text_is_lost_or_becomes_markup(text: str, lang: str) -> None:
    for page_lang in ("ar", "en"):
        bare = re.sub("</?bdi[^>]*>", "", inline(text, lang, page_lang))
        assert html.unescape(bare) == text.replace("\x00", "")
        assert "<" not in bare


@given(TEXTS, st.sampled_from(["ar", "en"]))
def test_plain_strings_are_balanced_and_begin_as_their_page(text: str, lang: str) -> None:
    said = plain(text, lang)
    assert said.count(FSI) == said.count(PDI)
    assert "\u202e" not in said
    strong = re.search(f"[a-zA-Z\u0620-\u064a{LRM}{RLM}]", said)
    if strong:
        assert (strong.group().isascii() or strong.group() == LRM) == (lang == "en")


@pytest.mark.parametrize(("text", "lang", "expected"), [
    ("بغداد", "ar", "بغداد"),
    ("بغداد", "en", f"{LRM}{FSI}بغداد{PDI}"),
    ("لقاء مع CNN", "ar", f"لقاء مع {FSI}CNN{PDI}"),
    ("a\u202eb", "en", "ab"),
])  # fmt: skip
def test_plain_strings(text: str, lang: str, expected: str) -> None:
    assert plain(text, lang) == expected
