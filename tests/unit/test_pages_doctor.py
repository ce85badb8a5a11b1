"""`sitegen check --pages`: what GitHub Pages would stumble over is found, and nothing on a sound site."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from sitegen.shell.cli import main
from sitegen.shell.new import new

WORKFLOW = ".github/workflows/pages.yml"


def check(folder: Path, *options: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["check", "--project", str(folder), *options])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stdout + result.stderr.replace("\u2068", "").replace("\u2069", "")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("doctor") / "digest"
    new(folder)
    command = ["build", "--project", str(folder), "-q", "--base-url", "https://name.github.io/digest/"]
    assert CliRunner().invoke(main, command).exit_code == 0
    return folder


@pytest.fixture
def site(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "digest"))


def test_a_new_site_is_sound(site: Path) -> None:
    code, said = check(site, "--pages")
    assert (code, said.endswith("no problems\n")) == (0, True)


FAULTS = {
    "a file with a long name": ("build/" + "ا" * 120 + ".txt", "", "", 0),
    "a folder with a dot": ("build/.well-known/x.txt", "", "", 0),
    "CNAME": ("build/CNAME", "digest.example", "CNAME has no effect when a workflow publishes", 0),
    "capitals": ("build/Index.html", "x", "only capitals tell this file from", 1),
    "a name in NFD": ("build/\u0627\u0653.txt", "", "not in Unicode normal form C", 1),
    "a relative link on 404": ("build/404.html", '<a href="../x" lang="ar">', "the link ../x is relative", 1),
    "404 in one language": ("build/404.html", '<p lang="ar">', "nothing in 'en'", 1),
    "a broken workflow": (WORKFLOW, "on: [\n# actions/deploy-pages@v4", "not valid YAML", 1),
    "a workflow without permission": (
        WORKFLOW, "jobs: {d: {steps: [{uses: actions/deploy-pages@v4}]}}",
        "lacks the permission pages: write", 1,
    ),
    "another folder uploaded": (
        WORKFLOW,
        "permissions: {pages: write, id-token: write}\njobs: {d: {steps: [{uses: actions/deploy-pages@v4}, "
        "{uses: actions/upload-pages-artifact@v4, with: {path: public}}]}}",
        "does not upload build/", 1,
    ),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_found_and_named(site: Path, fault: str) -> None:
    path, text, says, code = FAULTS[fault]
    place = site / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8")
    exit_code, said = check(site, "--pages")
    if says:
        assert says in said and path.rsplit("/", 1)[-1] in said
    else:
        assert "no problems" in said
    assert exit_code == code or not says


def test_symbolic_links_and_a_missing_404_are_found(site: Path) -> None:
    (site / "build/link.html").symlink_to(site / "build/index.html")
    (site / "build/404.html").unlink()
    code, said = check(site, "--pages")
    assert code == 1 and "a symbolic link cannot be published" in said and "there is no 404.html" in said


def test_advice_depends_on_how_the_site_is_published(site: Path) -> None:
    (site / "build/_draft.html").write_text("x", encoding="utf-8")
    assert "Jekyll leaves this file out" in check(site, "--pages", "branch")[1]
    assert "needs a file CNAME" in check(site, "--pages", "branch")[1]
    assert "Jekyll" not in check(site, "--pages", "actions")[1]
    (site / "build/.nojekyll").write_text("")
    assert ".nojekyll is not needed" in check(site, "--pages")[1]
    assert "Jekyll leaves" not in check(site, "--pages", "branch")[1]
    (site / WORKFLOW).unlink()
    assert "no workflow deploys this site" in check(site, "--pages")[1]
    assert "no workflow" not in check(site)[1]


def test_hidden_files_need_an_option_of_the_workflow(site: Path) -> None:
    (site / "build/.well-known").mkdir()
    (site / "build/.well-known/security.txt").write_text("x", encoding="utf-8")
    assert "begin with a dot" not in check(site, "--pages")[1]
    flow = (site / WORKFLOW).read_text(encoding="utf-8").replace("include-hidden-files: true", "")
    (site / WORKFLOW).write_text(flow, encoding="utf-8")
    assert "build/.well-known/security.txt: the workflow does not publish names" in check(site, "--pages")[1]


def test_a_site_built_for_this_machine_is_not_ready(site: Path) -> None:
    assert CliRunner().invoke(main, ["build", "--project", str(site), "-q"]).exit_code == 0
    code, said = check(site, "--pages")
    assert code == 0 and "the site was built for http://127.0.0.1:8000/, which is this machine" in said
