"""The documents say what the program does."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import click
import pytest

from sitegen.desk import lexicon, sidecar
from sitegen.desk.config import Config, Words
from sitegen.desk.formats import FORMATS
from sitegen.desk.formats.markdown import KEYS
from sitegen.model import Record, RoleTerm
from sitegen.shell.cli import main
from tests import commands_page

ROOT = Path(__file__).resolve().parents[1]
CONTENT = (ROOT / "docs/content.md").read_text(encoding="utf-8")
#: How the fields of an office are written.
OFFICE = {"ar": "ar", "en": "en", "short": "short", "start": "from", "end": "to"}
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = sorted(
    [ROOT / "README.md", *(ROOT / "docs").rglob("*.md"), *(ROOT / "sitegen/skeleton").rglob("*.md")]
)


def test_the_page_of_commands_is_their_help() -> None:
    written = commands_page.PATH.read_text(encoding="utf-8")
    assert written == commands_page.page(), "run  python -m tests.commands_page"


@pytest.mark.parametrize("command", main.commands)
def test_every_command_says_what_it_does(command: str) -> None:
    found = main.commands[command]
    assert found.help and found.short_help
    options = [each for each in found.params if isinstance(each, click.Option)]
    assert all(option.help for option in options)
    assert any("--project" in option.opts for option in options)


@pytest.mark.parametrize(
    "key",
    [
        *(f for f in Config.__struct_fields__ if f not in ("ar", "en")), *Words.__struct_fields__,
        *sidecar.FIELDS, *KEYS, *FORMATS, *(f"{name}.toml" for name in lexicon.KINDS),
        *(f for f in Record.__struct_fields__ if f not in ("kind", "id", "builtin")),
        *OFFICE.values(), "reason", "[reasons]",
    ],
)  # fmt: skip
def test_every_key_an_editor_may_write_is_explained(key: str) -> None:
    assert f"`{key}`" in CONTENT
    assert {*OFFICE, "ended"} == set(RoleTerm.__struct_fields__)  # `ended` is set by shipped records alone


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_between_documents_lead_somewhere(page: Path) -> None:
    if ROOT / "sitegen/skeleton/content" in page.parents:
        return  # their links are addresses of the site, which the build itself checks
    for target, fragment in re.findall(
        r"\]\((?!https?:)([^)#]*)(#[^)]*)?\)", page.read_text(encoding="utf-8")
    ):
        assert not target or (page.parent / target).exists(), target
        if fragment:
            text = (page.parent / target).read_text(encoding="utf-8")
            assert fragment[1:] in {_anchor(line) for line in text.splitlines() if line.startswith("#")}


def _anchor(heading: str) -> str:
    """Return the anchor GitHub gives a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lstrip("# ").lower()).replace(" ", "-")


def test_every_dependency_has_its_reason_and_its_bound() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    wanted = [*project["dependencies"], *(line for extra in extras for line in extra)]
    names = {re.split(r"[<>=\[]", line)[0] for line in wanted} - {"sitegen"}
    text = (ROOT / "docs/decisions/0002-dependencies.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `([^`]+)` \|", text, re.MULTILINE)) == names
    assert all("<" in line or "==" in line for line in project["dependencies"])


def test_every_howto_has_five_steps_at_most() -> None:
    for page in (ROOT / "docs/howto").glob("*.md"):
        steps = re.findall(r"^(\d+)\. ", page.read_text(encoding="utf-8"), re.MULTILINE)
        assert 1 <= len(steps) <= 5, page.name


def test_the_readmes_commands_are_those_of_the_project() -> None:
    assert "python3 -m venv .venv && .venv/bin/pip install -e '.[fonts]' && .venv/bin/sitegen build" in README
    ci = (ROOT / ".ci/run").read_text(encoding="utf-8")
    assert "    python3 -m tests\n" in README
    assert ci.rstrip().endswith("exec python3 -m tests")
    for command in re.findall(r"^    sitegen (\w+)", README, re.MULTILINE):
        assert command in main.commands


def test_the_table_of_the_shell_names_every_module() -> None:
    text = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    table = text.partition("## The shell")[2].partition("## Laws")[0]
    cells = [row.split("|")[1] for row in table.splitlines() if row.startswith("|")]
    named = {name for cell in cells for name in re.findall(r"`(\w+)`", cell)}
    places = (ROOT / "sitegen/shell").iterdir()
    lying = {p.stem for p in places if p.suffix == ".py" or (p / "__init__.py").is_file()}
    assert named == lying - {"__init__"}
