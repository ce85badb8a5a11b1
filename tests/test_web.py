"""Checkers of others over the whole built site, and the cliques of language versions."""

from __future__ import annotations

import json
import re
from pathlib import Path

from lxml import etree, html

from tests import tools
from tests.published import BASE_URL, LINKS, Site
from tests.worlds import ROOT

CONFIG = tools.HOME
OURS = re.escape(BASE_URL)


def _well(answer: tools.Answer) -> None:
    assert answer.returncode == 0, answer.stdout[-6000:]


def test_the_w3c_checker_finds_nothing(example: Site) -> None:
    """Warnings count as errors; the one message on our policy is set aside, see web-quality G9."""
    _well(
        tools.vnu(
            "--Werror", "--skip-non-html", "--filterfile", str(CONFIG / "vnu.filter"), str(example.output)
        )
    )


def test_html_validate_finds_nothing(example: Site) -> None:
    _well(tools.checker("html-validate/bin/html-validate.mjs", "--config", str(CONFIG / "html-validate.json"),
                        f"{example.output}/**/*.html"))  # fmt: skip


def test_the_stylesheet_is_logical_and_widely_understood() -> None:
    sheets = str(ROOT / "static/**/*.css")
    _well(tools.checker("stylelint/bin/stylelint.mjs", "--config", str(CONFIG / "stylelint.json"), sheets))
    assert len(list((ROOT / "static").rglob("*.css"))) == 1  # one sheet serves both directions


def test_stylelint_would_say_no(tmp_path: Path) -> None:
    bad = tmp_path / "bad.css"
    bad.write_text("p {\n  margin-left: 1em;\n  font-style: italic;\n  letter-spacing: 1px;\n}\n")
    answer = tools.checker(
        "stylelint/bin/stylelint.mjs", "--config", str(CONFIG / "stylelint.json"), str(bad)
    )
    assert answer.returncode != 0
    for rule in ("require-logical-properties", "value-disallowed-list", "property-disallowed-list"):
        assert rule in answer.stdout


def test_no_link_and_no_fragment_is_dead(example: Site) -> None:
    elsewhere = rf"^(?!{re.escape(example.origin)}/)"
    _well(tools.checker("linkinator/build/src/cli.js", f"{example.origin}{LINKS.base_path}", "--recurse",
                        "--check-fragments", "--skip", elsewhere, "--verbosity", "error"))  # fmt: skip


def test_structured_data_keeps_to_the_types_of_schema_org(example: Site, tmp_path: Path) -> None:
    """Every block is checked by the TypeScript compiler against schema-dts; a misspelt property fails."""
    blocks = [
        (path, json.loads(block))
        for path in example.pages
        for block in _page(example, path).xpath("//script[@type='application/ld+json']/text()")
    ]
    assert _type_errors([block for _, block in blocks]) == ""
    assert "nmae" in _type_errors([{"@context": "https://schema.org", "@type": "Person", "nmae": "x"}])


def _type_errors(blocks: list[object]) -> str:
    """Return what the compiler says; the file must lie beside node_modules to find the types."""
    generated = CONFIG / "generated.ts"
    head = "import type {Graph, Thing, WithContext} from 'schema-dts';\n"
    lines = (
        f"export const b{i}: WithContext<Thing> | Graph = {json.dumps(b)};\n" for i, b in enumerate(blocks)
    )
    generated.write_text(head + "".join(lines), encoding="utf-8")
    try:
        flags = (
            "--noEmit",
            "--strict",
            "--skipLibCheck",
            "--module",
            "nodenext",
            "--moduleResolution",
            "nodenext",
        )
        answer = tools.checker("typescript/bin/tsc", *flags, generated.name)
    finally:
        generated.unlink()
    return answer.stdout if answer.returncode else ""


def test_reader_mode_finds_title_language_day_and_every_paragraph(example: Site) -> None:
    paths = [path for path in example.pages if path.startswith("ar/articles/")]
    answer = tools.run_script(CONFIG / "reader.mjs", *(str(example.output / path) for path in paths))
    _well(answer)
    for path, line in zip(paths, answer.stdout.splitlines(), strict=True):
        found, root = json.loads(line), _page(example, path)
        heading = "".join(root.find(".//h1").itertext())
        assert found["offered"]
        assert heading in re.sub("[\u2066-\u2069\u200e\u200f]", "", found["title"])
        assert (found["dir"], found["lang"]) == ("rtl", "ar")
        assert bool(found["publishedTime"]) == bool(root.xpath("//meta[@property='article:published_time']"))
        words = "".join(root.xpath("//*[contains(@class, 'e-content')]//text()")).split()
        assert len([word for word in words if word in found["text"]]) >= 0.95 * len(words), path


def test_articles_are_h_entries(example: Site) -> None:
    """The microformats that feed readers and the IndieWeb look for, on both pages of every article."""
    for path in (path for path in example.pages if "/articles/" in path):
        (entry,) = _page(example, path).xpath("//*[contains(@class, 'h-entry')]")
        assert len(entry.xpath(".//h1[@class='p-name']")) == 1
        assert len(entry.xpath(".//*[contains(@class, 'e-content')]")) == 1
        days = entry.xpath(".//time[@class='dt-published']/@datetime")
        assert all(re.fullmatch(r"\d{4}(-\d\d){0,2}", day) for day in days)


def test_language_versions_are_whole_cliques(example: Site) -> None:
    """Each page names itself, its twin and x-default; all of a clique say the same; languages are true."""
    versions = {}
    for path in example.pages:
        root = _page(example, path)
        links = {e.get("hreflang"): e.get("href") for e in root.xpath("//head/link[@hreflang]")}
        versions[LINKS.absolute(path)] = (
            root.get("lang"),
            links,
            root.xpath("string(//link[@rel='canonical']/@href)"),
        )
    for address, (lang, links, canonical) in versions.items():
        if not links:
            continue
        assert canonical == address
        assert links[lang] == address
        assert set(links) == {"ar", "en", "x-default"}
        for code, other in links.items():
            assert versions[other][1] == links
            assert code in ("x-default", versions[other][0])
    assert sum(not links for _, links, _ in versions.values()) == 2  # the front door and 404


def _page(example: Site, path: str) -> etree._Element:
    return html.document_fromstring((example.output / path).read_bytes())
