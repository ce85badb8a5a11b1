"""Say for every raw line what it is: title, caption, heading, text or page furniture, and why.

The rules run in the order of `RULES`; each claims lines that none has claimed
before it, and its name is kept with the line.  An editor's word stands above all
rules.  What no rule claims is text: losing a line of the article is worse than
keeping a button.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct

from sitegen.desk.formats.markdown import front_matter_end
from sitegen.model import Article, Corrections, LineMark, RawArticle, Role
from sitegen.reading.page import (
    blocks,
    body,
    boxes,
    cuts,
    gauges,
    head,
    leads,
    letters,
    long_titles,
    outside,
    page_clock,
    readers,
    repeats,
    shapes,
    sheets,
    strips,
    tail,
    title,
)
from sitegen.reading.page.families import tables
from sitegen.reading.page.kind import is_article, kind_of
from sitegen.reading.page.language import language_of
from sitegen.reading.page.layout import SHEET, Mark, Page
from sitegen.reading.page.lines import Line, content_start, words_of
from sitegen.reading.page.title_text import title_of

Claims = Iterable[tuple[int, Role]]
DROPPED: frozenset[Role] = frozenset(("furniture", "duplicate"))


#: Signs of lists within a text.
_BULLETS = frozenset("*•")


class Rule(Struct, frozen=True, gc=False):
    """One rule: its name, as `sitegen read` prints it, and the lines it claims."""

    name: str
    claims: Callable[[Page], Claims]
    family: bool = False  # it claims only lines of the phrase family of its name


def _family(name: str, *, anywhere: bool) -> Rule:
    """Return the rule of one phrase family: between paragraphs as well, or only around them."""

    def claims(page: Page) -> Claims:
        for n, found in page.found.items():
            if found.family.name == name and n not in page.marks:
                line = page.lines[n - 1]
                if found.zone == "any" if anywhere else page.may_drop(line) and not _heads_part(page, line):
                    yield n, "furniture"

    return Rule(name, claims, family=True)


def _heads_part(page: Page, line: Line) -> bool:
    """Say whether a bulleted label with a colon stands over a paragraph: «* أخبار اليوم:» in a review."""
    if line.stop != ":" or line.text.lstrip()[:1] not in _BULLETS:
        return False
    below = next((other for other in page.lines[line.n :] if other.words), None)
    return below is not None and below.prose


def _blank(page: Page) -> Claims:
    return [(line.n, "blank") for line in page.open() if line.blank or _only_marks(page, line)]


def _only_marks(page: Page, line: Line) -> bool:
    """Say whether a line of Markdown is a heading's mark without its heading."""
    return page.markdown and bool(line.text) and content_start(line.text, True) >= len(line.text.rstrip()) > 0


def _stated_title(page: Page) -> Claims:
    """Find the line that prints the title an editor or the markup states."""
    given = words_of(page.given)
    for line in page.open():
        if given and given in (line.words, words_of(title_of(line.text))):
            page.title, page.title_text = line, page.given
            return [(line.n, "title")]
    return []


def _title(find: Callable[[Page], Line | None]) -> Callable[[Page], Claims]:
    """Return the rule of the title that `find` finds; one that an editor replaced is put aside."""

    def claims(page: Page) -> Claims:
        if page.title is not None or (page.given and not page.replaced):
            return []
        line = find(page)
        if line is None:
            return []
        if not page.replaced:
            page.title = line
            page.title_text = title_of(line.text[content_start(line.text, page.markdown) or line.lead :])
        return [(line.n, "title")]

    return claims


def _markdown_heading(page: Page) -> Claims:
    marked = (line for line in page.open() if page.markdown and line.text.lstrip().startswith("#"))
    return [(line.n, "heading") for line in marked if content_start(line.text, True) and line.words]


def _lede(page: Page) -> Claims:
    """Claim the first paragraph, or else the first text."""
    lines = [line for line in page.open() if line.words]
    first = next((line for line in lines if line.prose), lines[0] if lines else None)
    return [] if first is None else [(first.n, "lede")]


def _body(page: Page) -> Claims:
    return [(line.n, "body") for line in page.open()]


_FAMILIES = tuple(family.name for family in tables().families)

#: From the surest to what is left.  Rules above `page-clock` do not ask where the text begins and ends.
RULES: tuple[Rule, ...] = (
    Rule("blank", _blank),
    Rule("code", shapes.code),
    Rule("path", shapes.path),
    Rule("message", shapes.messages),
    Rule("ticker", shapes.ticker),
    Rule("ticker", shapes.named_ticker),
    *(_family(name, anywhere=True) for name in _FAMILIES),
    Rule("ticker", strips.row),
    Rule("ticker", strips.column),
    Rule("leads", leads.leads),
    Rule("run-together", repeats.run_together),
    Rule("title", _title(long_titles.find_long)),
    Rule("reader-comments", readers.comments),
    Rule("letter", letters.letter),
    Rule(SHEET, sheets.sheets),
    Rule("paragraph-again", repeats.paragraph_again),
    Rule(SHEET, repeats.running_head),
    Rule("title", _stated_title),
    Rule("run-on-menu", shapes.run_on),
    Rule("stutter", shapes.stutter),
    *(_family(name, anywhere=False) for name in _FAMILIES),
    Rule("enclosed", boxes.enclosed),
    Rule("attached", boxes.attached),
    Rule("enclosed-label", shapes.enclosed_label),
    Rule("keywords", shapes.keywords),
    Rule("menu", shapes.menu),
    Rule("gauge", gauges.gauge),
    Rule("count", gauges.count),
    Rule("contact", gauges.contact),
    Rule("arrows", shapes.arrows),
    Rule("poll-answers", readers.poll_answers),
    Rule("source-name", shapes.source_name),
    Rule("interface", outside.interface),
    Rule("notice", outside.notices),
    Rule("call", outside.calls),
    Rule("signature", outside.signature),
    Rule("led-on", boxes.led_on),
    Rule("led-on", boxes.in_a_row),
    Rule("below-text", outside.below_text),
    Rule("after-text", tail.after_text),
    Rule("title", _title(title.find_title)),
    Rule("label-alone", outside.label_alone),
    Rule("breadcrumb", shapes.breadcrumb),
    Rule("title-again", repeats.title_again),
    Rule("cut-short", repeats.cut_short),
    Rule("page-clock", page_clock.page_clock),
    Rule("stamp", head.stamps),
    Rule("date", head.dates),
    Rule("number", gauges.number),
    Rule("pager", gauges.pager),
    Rule("latin", shapes.latin),
    Rule("hashtags", shapes.hashtags),
    Rule("initials", shapes.initials),
    Rule("sign-off", shapes.sign_off),
    Rule("line-again", repeats.line_again),
    Rule("bullets", shapes.bullets),
    Rule("box", boxes.box),
    Rule("heading-markdown", _markdown_heading),
    Rule("caption-credit", head.credited_captions),
    Rule("byline", head.bylines),
    Rule("dateline", head.datelines),
    Rule("above-title", title.above_title),
    Rule("caption", head.captions),
    Rule("subtitle", head.subtitles),
    Rule("heading-touching", body.touching_headings),
    Rule("heading-quoted", body.quoted_headings),
    Rule("caption-alone", body.lone_captions),
    Rule("heading-alone", body.lone_headings),
    Rule("lede", _lede),
    Rule("body", _body),
)


def clean(raw: RawArticle, fixes: Corrections, standing: Iterable[int] = ()) -> Article:
    """Return the cleaned article: every raw line marked once, every kept line in one block.

    A line that holds furniture or a dateline beside text keeps the role of the text;
    its rule is `fused-…` and the pieces of the blocks leave the furniture out.
    `standing` are lines that other pages of the outlet have shown to be furniture.
    """
    return read(raw, fixes, RULES, standing)


def read(raw: RawArticle, fixes: Corrections, rules: Iterable[Rule], standing: Iterable[int] = ()) -> Article:
    """Clean `raw` by `rules`; `clean` is this with all of them."""
    page = Page(raw.lines, markdown=raw.path.endswith(".md"))
    page.given, page.replaced = fixes.meta.title or raw.meta.title or "", bool(fixes.meta.title)
    _by_hand(page, fixes, front_matter_end(raw.lines) if page.markdown else 0)
    for n in standing:
        if n not in fixes.keep:
            page.marks.setdefault(n, Mark("furniture", "standing"))
    lang = language_of([line.text for line in page.paragraphs()] or [line.text for line in page.open()])
    if lang in ("ar", "und"):
        _apply(page, rules, frozenset(fixes.keep))
        cuts.cut(page, frozenset(fixes.keep))
    else:
        _mark_foreign(page)
    printed = blocks.blocks_of(page)
    return Article(
        id=fixes.meta.id or raw.id,
        path=raw.path,
        is_article=lang == "ar" and is_article(page, printed),
        lang=lang,
        kind=kind_of(page, printed) if lang == "ar" else "none",
        title=page.title_text or page.given,
        title_line=page.title.n if page.title else None,
        marks=tuple(_line_mark(page, n) for n in range(1, len(page.lines) + 1)),
        blocks=printed,
    )


def _line_mark(page: Page, n: int) -> LineMark:
    mark = page.marks[n]
    return LineMark(n, mark.role, mark.rule, mark.split, page.weighed.get(n, ""))


def _by_hand(page: Page, fixes: Corrections, front_matter: int) -> None:
    """Put aside the front matter and what an editor dropped."""
    for n in range(1, front_matter + 1):
        page.marks[n] = Mark("furniture", "front-matter")
    for n in fixes.drop:
        if 0 < n <= len(page.lines):
            page.marks[n] = Mark("furniture", "editor-drop")


def _apply(page: Page, rules: Iterable[Rule], keep: frozenset[int]) -> None:
    """Let each rule claim its lines; a line an editor keeps is never put aside."""
    families = {found.family.name for found in page.found.values()}
    for rule in rules:
        if rule.family and rule.name not in families:
            continue
        for n, role in list(rule.claims(page)):
            marked = page.marks.get(n)  # a date is more than the tools on its line
            if (marked and not (role == "date" and marked.rule in head.DATED)) or (
                n in keep and role in DROPPED
            ):
                continue
            page.marks[n] = Mark(role, "editor-keep" if n in keep else rule.name)


def _mark_foreign(page: Page) -> None:
    """Leave a page in another language as it is; its first short line may name it."""
    for line in page.open():
        named = page.title is None and bool(line.words) and not line.prose
        if named:
            page.title, page.title_text = line, title_of(line.text)
        page.marks[line.n] = Mark("blank" if line.blank else "title" if named else "body", "foreign")
