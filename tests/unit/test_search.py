"""Search: one folding for Python and the browser, one answer for all forms of a word, little to load."""

from __future__ import annotations

import json
import random
import subprocess
import unicodedata
from pathlib import Path

import pytest

from sitegen.site.postings import Postings, share
from sitegen.text.search import (
    bare,
    index_keys,
    is_stop,
    readings,
    search_fold,
    stem,
    tables,
    word_keys,
    words,
)
from sitegen.text.sounds import BONES, bones, name_keys, sound
from tests.published import Site
from tests.search_by_node import node, queries, synthetic, written
from tests.tools import NODE
from tests.worlds import ROOT, files, project

ALPHABETS = (
    "ابتثجحخدذرزسشصضطعغفقكلمنهويءآأإؤئةىٱپچژڤگکی",
    "ابتوفكلالمني",  # the letters of clitics and endings
    "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0640\u0670\u200c\u200f\u061c \u00a0،.«»,-",
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'’ -",
    "éèêëïîôöüçñğışĞİŞßæøłđþœÅÉ",
    "0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳,٬.",
    "\ufb50\ufb56\ufe8d\ufe8e\ufef5\ufefb\ufdf2\ufefc",
)
#: Everything that has a name in this Python's Unicode, so that no engine knows less of it.
ASSIGNED = [c for c in map(chr, range(0x20, 0x10000)) if unicodedata.category(c) not in ("Cn", "Cs", "Co")]


def random_texts(number: int) -> list[str]:
    chance = random.Random(20260726)
    texts = []
    for _ in range(number):
        pools = [chance.choice(ALPHABETS) for _ in range(3)] + [ASSIGNED]
        letters = (chance.choice(pools[min(chance.randrange(8), 3)]) for _ in range(chance.randint(1, 24)))
        texts.append("".join(letters))
    return texts


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the tables of the page's script, as the site carries them."""
    place = tmp_path_factory.mktemp("rules") / "index.json"
    place.write_text(json.dumps(tables()), encoding="utf-8")
    return place


def test_browser_and_python_fold_a_hundred_thousand_texts_alike(index: Path) -> None:
    texts = random_texts(100_000)
    for text, (folded, stops, _) in zip(texts, node("rules", index, asked=texts), strict=True):
        assert folded == search_fold(text), ascii(text)
        assert stops == is_stop(text), ascii(text)


def test_browser_and_python_take_words_apart_alike(index: Path) -> None:
    articles = "\n".join(p.read_text(encoding="utf-8") for p in (ROOT / "content/articles").glob("*.txt"))
    texts = random_texts(20_000) + articles.split()
    for text, (_, _, each) in zip(texts, node("rules", index, asked=texts), strict=True):
        assert [found[0] for found in each] == words(text), ascii(text)
        for word, *rest in each:
            sure, possible = readings(word)
            assert rest[:3] == [bare(word), stem(word), [sure, possible]], word
            assert set(word_keys(word)) <= set(rest[3]), word
            assert rest[4:] == [sound(word), bones(word)], word


ARTICLES = {
    "a-bare": (
        "حكومة الوحدة تجتمع اليوم\n\nتجتمع حكومة الوحدة الوطنية، الأحد، في طرابلس لبحث الميزانية الجديدة.\n"
    ),
    "b-article": (
        "البرلمان يناقش الخطة\n\nناقش البرلمان، الإثنين، خطة الطاقة والحكومة لم تحضر الجلسة التي عقدت مساء.\n"
    ),
    "c-spelling": (
        "اتفاق جديد على الموازنة\n\nوقعت الحكومه، الثلاثاء، اتفاقا على الموازنة العامة في العاصمة.\n"
    ),
    "d-clitic": (
        "أحزاب تطالب بالتغيير\n\nطالبت أحزاب معارضة، الأربعاء، بحكومة جديدة تجري الانتخابات في موعدها.\n"
    ),
    "e-plural": ("قمة إقليمية في عمان\n\nاتفقت حكومات المنطقة، الخميس، على خطة مشتركة لمواجهة الجفاف.\n"),
    "f-other": (
        "افتتاح متحف جديد في المدينة\n\n"
        "افتتح رئيس البلدية، الجمعة، متحفا جديدا يضم أكثر من 2,500 قطعة أثرية نادرة.\n"
    ),
    "g-name": (
        "الكاظمي يزور البصرة\n\nزار رئيس الوزراء العراقي مصطفى الكاظمي، السبت، مدينة البصرة وتفقد الميناء.\n"
    ),
}
#: Each of them is one word to a reader.
FORMS = ("حكومة", "والحكومة", "الحكومه", "بحكومة", "للحكومة", "وبالحكومات", "حُكُومَة", "حـكـومة", "كحكومتهم")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a small site whose articles each hold another form of one word."""
    inputs = {path: data for path, data in project().items() if not path.startswith("content/articles/")}
    inputs |= {f"content/articles/{name}.txt": text.encode() for name, text in ARTICLES.items()}
    folder = tmp_path_factory.mktemp("small")
    for path, content in files(inputs).items():
        if path.startswith("search/"):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
    return folder


def test_all_forms_of_a_word_find_the_same_articles(small: Path) -> None:
    answers = node("find", small, "ar", asked=list(FORMS))
    for form, answer in zip(FORMS, answers, strict=True):
        found = sorted(answer["shown"])
        assert found == ["a-bare", "b-article", "c-spelling", "d-clitic", "e-plural"], form


@pytest.mark.parametrize(("query", "expected"), [
    ("متحف", ["f-other"]),
    ("المتحف 2500", ["f-other"]),
    ("٢٥٠٠", ["f-other"]),
    ("حكومة متحف", []),
    ("في المتحف", ["f-other"]),
    ("برتقال", []),
    ("متح", ["f-other"]),  # not yet typed to the end
    ("constructor", []),
    ("«»", []),
])  # fmt: skip
def test_a_query_finds_articles_that_hold_all_of_its_words(
    small: Path, query: str, expected: list[str]
) -> None:
    assert node("find", small, "ar", asked=[query])[0]["shown"] == expected


@pytest.mark.parametrize(("lang", "query", "expected"), [
    ("en", "المتحف", ["f-other"]),
    ("en", "بحكومة الميزانية", ["a-bare"]),
    ("en", "برتقال", []),
    ("ar", "Basra", ["g-name"]),  # of the English summary
    ("ar", "Basra الميناء", ["g-name"]),
    ("ar", "Basra متحف", []),
])  # fmt: skip
def test_a_query_in_the_other_language_finds_articles_by_their_other_page(
    small: Path, lang: str, query: str, expected: list[str]
) -> None:
    assert node("find", small, lang, asked=[query])[0]["shown"] == expected


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("query", [
    "Kadhimi", "Al-Kazemi", "al-Kathimi", "kadhemi", "Mustafa Kadhimi", "Kadhim",
    "الكاظمي", "كاظمي", "للكاظمي", "مصطفى الكاظمى",
])  # fmt: skip
def test_people_are_found_in_either_script_however_they_are_spelt(small: Path, lang: str, query: str) -> None:
    assert node("find", small, lang, asked=[query])[0]["names"][:1] == ["mustafa-al-kadhimi"]


def test_a_name_that_is_the_whole_query_comes_first(example: Site) -> None:
    assert node("find", example.output, "ar", asked=["العراق"])[0]["names"][0] == "iraq"


@pytest.mark.parametrize(
    ("one", "other"), [("كتاب", "تاب"), ("كمال", "مال"), ("فيصل", "يصل"), ("علي", "على")]
)
def test_different_words_stay_different(one: str, other: str) -> None:
    assert not {*index_keys(one)} & {*index_keys(other)}


def test_names_of_different_people_stay_apart() -> None:
    assert not name_keys("Joe Biden") & name_keys("Barack Obama")
    near = name_keys("كاظم الساهر") & name_keys("Kadhimi")
    assert all(key.startswith(BONES) for key in near)  # asked for only where nothing else is found


def test_a_query_on_many_articles_loads_little(tmp_path: Path) -> None:
    """The figures for 30,000 articles are in docs/decisions/0020: `python -m tests.search_by_node 30000`."""
    site, found = synthetic(1500)
    written(site, found, tmp_path)
    asked = list(queries(found))
    answers = node("find", tmp_path, "ar", asked=asked)
    assert all(answer["articles"] >= 1 for answer in answers)
    assert max(answer["bytes"] for answer in answers) < 100_000
    crossing = node("find", tmp_path, "en", asked=asked)
    assert [answer["articles"] for answer in crossing] == [answer["articles"] for answer in answers]
    assert max(answer["bytes"] for answer in crossing) < 120_000
    names = node("find", tmp_path, "en", asked=["Name7 Al-Latin7", "latin12", "Lateen12"])
    assert max(answer["bytes"] for answer in names) < 100_000


def test_files_of_keys_are_bounded_and_every_key_is_where_it_is_looked_for() -> None:
    chance = random.Random(3)
    sizes = {
        "".join(chance.choices("ابتث", k=chance.randint(1, 6))): chance.randint(5, 60) for _ in range(900)
    }
    shares = share(sizes, most=400)
    assert sorted(key for keys in shares.values() for key in keys) == sorted(sizes)
    for start, keys in shares.items():
        assert sum(sizes[key] for key in keys) <= 400 or len(keys) == 1
        for key in keys:
            longest = max((s for s in shares if key.startswith(s)), key=len)
            assert longest == start


def test_lists_of_numbers_are_read_back_by_the_browser() -> None:
    numbers = [*sorted(random.Random(5).sample(range(200_000), 500)), 2_000_000]
    postings = Postings()
    for number in numbers:
        postings.add(number, ["k"])
    script = "import {numbers} from '%s'; console.log(JSON.stringify(numbers('%s')))"
    source = script % ((ROOT / "static/search-index.js").as_uri(), postings["k"])
    done = subprocess.run(
        [str(NODE), "--no-warnings", "--input-type=module", "-e", source],
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(done.stdout) == numbers


def test_no_text_of_the_index_becomes_markup() -> None:
    for name in ("search.js", "search-index.js"):
        script = (ROOT / "static" / name).read_text(encoding="utf-8")
        for danger in ("innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval(", "Function("):
            assert danger not in script
