"""Source files to raw articles: what is read, and what each broken file is told."""

from __future__ import annotations

import pytest

from sitegen.desk.formats import FORMATS, parse_source
from sitegen.desk.formats.source import MAX_BYTES, MAX_LINE, MAX_LINES
from sitegen.errors import ArticleError, FormatError, SourceError
from sitegen.model import Corrections
from sitegen.reading.page.clean import clean

TEXT = "عنوان الخبر\n\nأعلنت الحكومة، اليوم الأحد، بدء العمل في الجسر الجديد وسط المدينة.\n"


def refused(path: str, data: bytes | str) -> SourceError:
    with pytest.raises(SourceError) as caught:
        parse_source(path, data.encode() if isinstance(data, str) else data)
    problem = caught.value.problem
    assert problem.hint
    assert problem.where is not None and problem.where.path == path
    return caught.value


# -- plain text ------------------------------------------------------------------


def test_lines_are_those_of_the_file() -> None:
    raw = parse_source("a/001_x.txt", ("\ufeff" + TEXT.replace("\n", "\r\n") + "  ذيل ").encode())
    assert raw.lines == ("عنوان الخبر", "", TEXT.split("\n")[2], "  ذيل ")
    assert (raw.id, raw.path) == ("001_x", "a/001_x.txt")


def test_the_last_line_end_opens_no_line() -> None:
    assert len(parse_source("x.txt", TEXT.encode()).lines) == 3


@pytest.mark.parametrize(
    ("data", "kind", "where", "told"),
    [
        (b"", ArticleError, "x.txt:1", "empty"),
        (b" \r\n\n", ArticleError, "x.txt:1", "blank"),
        (b"\xef\xbb\xbf", ArticleError, "x.txt:1", "empty"),
        (b"one\ntwo\x00", FormatError, "x.txt:2", "binary"),
        (b"\x89PNG\r\n\x1a\n\0\0", FormatError, "x.txt:3", "binary"),
        ("خبر عاجل".encode("utf-16"), FormatError, "x.txt", "UTF-16"),
        ("سطر\nخبر عاجل".encode("cp1256"), FormatError, "x.txt:1", "not UTF-8"),
        ("نص\n".encode() + b"\xff", FormatError, "x.txt:2", "not UTF-8"),
        (b"x" * (MAX_BYTES + 1), ArticleError, "x.txt", "too large"),
        (b"x\n" * (MAX_LINES + 1), ArticleError, f"x.txt:{MAX_LINES}", "too many lines"),
        (b"x\n" + b"x" * (MAX_LINE + 1), ArticleError, "x.txt:2", "the line is too long"),
    ],
)
def test_unusable_text(data: bytes, kind: type[SourceError], where: str, told: str) -> None:
    error = refused("x.txt", data)
    assert type(error) is kind
    assert str(error.problem.where) == where
    assert told in error.problem.what


def test_legacy_arabic_is_named() -> None:
    assert "Windows-1256" in refused("x.txt", "خبر عاجل".encode("cp1256")).problem.hint
    assert "Windows-1256" not in refused("x.txt", b"caf\xe9").problem.hint


@pytest.mark.parametrize(
    ("path", "id"), [("a-b_1.txt", "a-b_1"), ("Story No 5.txt", "story-no-5"), ("x.y.txt", "x-y")]
)
def test_ids_come_from_file_names(path: str, id: str) -> None:
    assert parse_source(path, TEXT.encode()).id == id


def test_an_arabic_file_name_has_a_stable_id() -> None:
    composed, decomposed = "خبر-أول.txt", "خبر-أول.txt".replace("أ", "ا\u0654")
    ids = {parse_source(path, TEXT.encode()).id for path in (composed, decomposed)}
    assert len(ids) == 1
    assert ids.pop().startswith("a-")
    assert parse_source("خبر-ثان.txt", TEXT.encode()).id != parse_source(composed, TEXT.encode()).id


@pytest.mark.parametrize("path", ["x.docx", "x", "x.pdf", "x.htlm"])
def test_unknown_endings_name_the_known_ones(path: str) -> None:
    error = refused(path, "text")
    assert type(error) is FormatError
    assert any(suffix in error.problem.hint for suffix in FORMATS)


# -- Markdown --------------------------------------------------------------------


def test_front_matter_in_yaml() -> None:
    head = '---\nid: kadhimi-visit\ntitle: "بايدن: انتهاء المهمة"\ndate: 2021-07-26\nsource: https://example.org/a\n'
    raw = parse_source("x.md", f"{head}lang: ar-IQ\noutlet:\n---\n{TEXT}".encode())
    meta = raw.meta
    assert (raw.id, meta.id, meta.title) == ("kadhimi-visit", "kadhimi-visit", "بايدن: انتهاء المهمة")
    assert (meta.date, meta.url, meta.lang, meta.outlet) == (
        "2021-07-26",
        "https://example.org/a",
        "ar",
        None,
    )
    assert raw.lines[8] == "عنوان الخبر"


def test_front_matter_in_toml() -> None:
    raw = parse_source("x.md", f'+++\ntitle = "ع"\ndate = 2021-07-26\nurl = "u"\n+++\n{TEXT}'.encode())
    assert (raw.meta.title, raw.meta.date, raw.meta.url) == ("ع", "2021-07-26", "u")


def test_a_time_of_day_is_left_out() -> None:
    assert (
        parse_source("x.md", f"---\ndate: 2021-07-26T22:30:00+03:00\n---\n{TEXT}".encode()).meta.date
        == "2021-07-26"
    )


def test_markdown_without_front_matter() -> None:
    raw = parse_source(
        "x.md", f"# {TEXT}\n## فرعي\n\n> قال الوزير إن العمل سيبدأ غدا في الموقعين.\n".encode()
    )
    found = clean(raw, Corrections())
    assert found.title == "عنوان الخبر"
    assert [block.role for block in found.blocks] == ["lede", "heading", "body"]
    assert found.blocks[2].pieces[0].text.startswith("قال الوزير")
    assert raw.lines[0].startswith("# ")


@pytest.mark.parametrize(
    ("head", "kind", "line", "told", "hint"),
    [
        ("---\ntitl: x\n---\n", FormatError, 2, "titl", "title"),
        ("---\nid: a\nauthr: x\n---\n", FormatError, 3, "authr", "author"),
        ("---\ntitle: x\ndate: 2021-13-45\n---\n", ArticleError, 3, "2021-13-45", "2021-07-26"),
        ("---\ndate: 26/7/2021\n---\n", ArticleError, 2, "26/7/2021", "2021-07-26"),
        ("+++\ntitle = 'x'\ndate = 2021-13-45\n+++\n", ArticleError, 3, "2021-13-45", "2021-07-26"),
        ("+++\ntitle = 'x'\ndaet = 2021-07-26\n+++\n", FormatError, 3, "daet", "date"),
        ("+++\ntitle = x\n+++\n", FormatError, 2, "TOML", "quotes"),
        ("---\ntitle: [a, b]\n---\n", FormatError, 2, "title", "quotes"),
        ("---\n- a\n---\n", FormatError, 2, "list of keys", "title"),
        ("---\na: b: c\n---\n", FormatError, 2, "YAML", "key: value"),
        (f"---\n{'[' * 5000}\n---\n", FormatError, None, "YAML", "key: value"),
        ("---\ntitle: x\n", FormatError, 1, "not closed", "---"),
        ("---\nid: Bad Id\n---\n", ArticleError, 2, "Bad Id", "Latin"),
        ("---\nlang: 1\n---\n", ArticleError, 2, "language", "lang: ar"),
        ("---\nurl: a\nsource: b\n---\n", FormatError, 3, "twice", "one of them"),
        ("---\nid: a\nid: b\n---\n", FormatError, 3, "twice", "one of them"),
    ],
)
def test_bad_front_matter(head: str, kind: type[SourceError], line: int | None, told: str, hint: str) -> None:
    error = refused("x.md", head + TEXT)
    assert type(error) is kind
    assert told in error.problem.what
    assert hint in error.problem.hint
    if line is not None:
        assert error.problem.where is not None and error.problem.where.line == line


def test_front_matter_alone_is_no_article() -> None:
    assert type(refused("x.md", "---\ntitle: x\n---\n\n")) is ArticleError


# -- HTML ------------------------------------------------------------------------

PAGE = """<!doctype html>
<html lang="ar-EG"><head><title>بدء العمل في الجسر - الضفاف</title>
<meta property="og:site_name" content="الضفاف"><meta name="author" content="هدى سالم">
<meta property="article:published_time" content="2021-07-26T08:30:00+03:00">
<link rel="canonical" href="https://example.org/a"><style>p{}</style></head>
<body><nav><a>أخبار</a></nav><header><h1>بدء العمل في الجسر</h1></header>
<article><p>أعلنت الحكومة، اليوم الأحد، بدء العمل في <b>الجسر</b> الجديد<!-- x --> وسط المدينة.</p>
<h2>عمل شاق</h2><p>وقال المهندسون إن العمل في الموقعين سيكون شاقا خلال فصل الصيف،<br>وسيستمر عامين.</p>
<figure><img alt="x"><figcaption>الموقع صباح أمس (رويترز)</figcaption></figure>
<ul><li>أول<li>ثان</ul><script>var x = 1;</script><p hidden>خفي</p><p style="display: none">خفي</p></article>
<aside>الأكثر قراءة</aside><footer>حقوق</footer></body></html>"""


def test_html_text_stands_on_lines() -> None:
    raw = parse_source("x.html", PAGE.encode())
    assert raw.lines == (
        "أعلنت الحكومة، اليوم الأحد، بدء العمل في الجسر الجديد وسط المدينة.",
        "",
        "عمل شاق",
        "وقال المهندسون إن العمل في الموقعين سيكون شاقا خلال فصل الصيف،",
        "وسيستمر عامين.",
        "",
        "الموقع صباح أمس (رويترز)",
        "",
        "أول",
        "ثان",
    )


def test_what_stands_between_the_heading_and_the_article_belongs_to_it() -> None:
    meta = "<div><span>الأحد 7 نيسان 2024</span><time>10:30</time></div>"
    whole = PAGE.replace("</header>", f"{meta}</header>")
    assert parse_source("x.html", whole.encode()).lines[:4] == ("الأحد 7 نيسان 2024", "", "10:30", "")
    menu = PAGE.replace("</header>", "<p>قسم من الأقسام</p>" * 30)
    below = PAGE.replace("<header><h1>بدء العمل في الجسر</h1></header>", "").replace(
        "<aside>", f"<h1>بدء العمل في الجسر</h1>{meta}<aside>"
    )
    inside = PAGE.replace("<article>", "<article><h1>بدء العمل</h1>").replace(
        "<h1>بدء العمل في الجسر</h1>", f"<h1>موقع</h1>{meta}"
    )
    for page in (menu, below):
        assert parse_source("x.html", page.encode()).lines[0].startswith("أعلنت الحكومة")
    assert parse_source("x.html", inside.encode()).lines[0] == "بدء العمل"


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("بدء العمل في الجسر - الضفاف", "بدء العمل في الجسر"),
        ("بدء العمل في الجسر | الضفاف", "بدء العمل في الجسر"),
        ("بدء العمل في الجسرين - الضفاف", "بدء العمل في الجسرين - الضفاف"),
        ("الضفاف", "الضفاف"),
    ],
)
def test_the_name_of_the_site_is_no_part_of_a_title(title: str, told: str) -> None:
    page = f"<title>{title}</title><h2>بدء العمل في الجسر</h2><h2>أخرى</h2><p>نص"
    assert parse_source("x.html", page.encode()).meta.title == told


def test_html_metadata() -> None:
    meta = parse_source("x.htm", PAGE.encode()).meta
    assert (meta.title, meta.date, meta.lang) == ("بدء العمل في الجسر", "2021-07-26", "ar")
    assert (meta.outlet, meta.author, meta.url) == ("الضفاف", "هدى سالم", "https://example.org/a")


def test_html_metadata_in_json_ld() -> None:
    data = (
        '{"@context":"https://schema.org","@graph":[{"@type":"WebPage"},{"@type":["NewsArticle"],"headline":"عنوان",'
        '"datePublished":"2021-07-26","author":[{"name":"طه"}],"publisher":{"name":"الضفاف"}}]}'
    )
    script = '<script type="application/ld+json">'
    page = f"{script}{data}</script>{script}{{</script><p>نص"
    meta = parse_source("x.html", page.encode()).meta
    assert (meta.title, meta.date, meta.author, meta.outlet) == ("عنوان", "2021-07-26", "طه", "الضفاف")


def test_html_states_nothing_it_does_not_say() -> None:
    page = '<h1>أ</h1><h1>ب</h1><time datetime="yesterday">أمس</time><p>نص'
    meta = parse_source("x.html", page.encode()).meta
    assert (meta.title, meta.date, meta.lang, meta.url, meta.outlet) == (None, None, None, None, None)


def test_a_page_with_a_broken_address_states_none() -> None:
    assert parse_source("x.html", b'<link rel=canonical href="http://[bad/x"><p>x').meta.url is None


def test_html_title_is_that_of_the_article() -> None:
    found = clean(parse_source("x.html", PAGE.encode()), Corrections())
    assert (found.title, found.title_line) == ("بدء العمل في الجسر", None)
    assert [block.role for block in found.blocks][:2] == ["lede", "heading"]


@pytest.mark.parametrize(
    "page", ["<p></p>", "<script>x</script>", "<html><body hidden>x</body></html>", "<!-- x -->"]
)
def test_html_without_text(page: str) -> None:
    assert isinstance(refused("x.html", page), SourceError)


def test_deep_html_is_no_crash() -> None:
    data = ("<div>" * 200 + "نص" + "<b>" * 20_000).encode()
    assert parse_source("x.html", data).lines[0] == "نص"
