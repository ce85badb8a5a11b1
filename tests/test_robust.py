"""Whatever lines a page has and in whatever order: it is read without an error, line by line."""

from __future__ import annotations

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sitegen.desk.formats import parse_source
from sitegen.errors import SitegenError
from sitegen.pipeline import Options, compile_site
from tests.worlds import ARTICLES, project, quiet

SEEDS = [data.decode() for path, data in project().items() if path.startswith("content/articles/")]
LINES = sorted({line for text in (*SEEDS, *ARTICLES.values()) for line in text.split("\n")})
ODD = [
    "",
    "  ",
    "«",
    '"',
    "...",
    "٣",
    "2021-07-27",
    "الإثنين",
    "قال",
    "وقال إن",
    "x" * 300,
    "\u202e",
    "<b>",
    "&amp;",
    "🙂",
]

pages = st.lists(st.one_of(st.sampled_from(LINES), st.sampled_from(ODD)), min_size=1, max_size=12)


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(pages)
@example(["المنيا ـ سعيد نافع", "", "قال الوزير في البصرة ـ ء ـ إن 3 قتلوا ٪ \u064b"])  # words without a key
def test_any_page_is_read_and_every_line_marked(lines: list[str]) -> None:
    data = "\n".join(lines).encode()
    path = "content/articles/page.txt"
    try:
        raw = parse_source(path, data)
    except SitegenError as error:
        assert error.problem.where is not None and error.problem.hint
        return
    inputs = {p: d for p, d in project().items() if not p.startswith("content/articles/")} | {path: data}
    compiled = compile_site(inputs, Options(), {}, quiet)
    for id in (*dict(compiled.articles), *compiled.library.others):
        marks = compiled.library.entry(id).reading.article.marks
        assert [mark.n for mark in marks] == list(range(1, len(raw.lines) + 1))
