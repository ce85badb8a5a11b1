"""The publishing workflow: it parses, its steps run here with the same commands, its artifact is whole."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path
from typing import Any

import pytest
import yaml

from sitegen.shell.manifest import NAME, read_manifest
from sitegen.shell.new import new
from tests.worlds import ROOT

FLOWS = {
    "own": ROOT / ".github/workflows/pages.yml",
    "new": ROOT / "sitegen/skeleton/dot-github/workflows/pages.yml",
}
ADDRESS = "https://name.github.io/digest"
#: What must happen, in this order.
ORDER = (
    "actions/checkout@", "actions/setup-python@", "actions/configure-pages@", "pip install",
    "sitegen build --strict --base-url", "sitegen check --pages", "actions/upload-pages-artifact@",
)  # fmt: skip


def flow(name: str) -> dict[str, Any]:
    parsed = yaml.safe_load(FLOWS[name].read_text(encoding="utf-8"))
    assert isinstance(parsed, dict)
    return parsed


def steps(name: str) -> list[dict[str, Any]]:
    return [step for job in flow(name)["jobs"].values() for step in job["steps"]]


@pytest.mark.parametrize("name", FLOWS)
def test_the_workflow_builds_checks_uploads_and_deploys_in_this_order(name: str) -> None:
    doing = [step.get("run", step.get("uses", "")) for step in flow(name)["jobs"]["build"]["steps"]]
    found = [next(i for i, what in enumerate(doing) if word in what) for word in ORDER]
    assert found == list(range(len(ORDER)))
    deploy = flow(name)["jobs"]["deploy"]
    assert deploy["needs"] == "build" and deploy["environment"]["name"] == "github-pages"
    assert deploy["steps"][0]["uses"].startswith("actions/deploy-pages@")


@pytest.mark.parametrize("name", FLOWS)
def test_permissions_are_least_and_runs_do_not_overlap(name: str) -> None:
    whole = flow(name)
    assert whole["permissions"] == {}
    assert whole["jobs"]["build"]["permissions"] == {"contents": "read", "pages": "read"}
    assert whole["jobs"]["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert whole["concurrency"] == {"group": "pages", "cancel-in-progress": False}
    assert all(job["timeout-minutes"] <= 30 for job in whole["jobs"].values())


@pytest.mark.parametrize("path", [*FLOWS.values(), ROOT / ".github/workflows/ci.yml"], ids=lambda p: p.name)
def test_every_action_is_pinned_by_commit_with_its_version_beside_it(path: Path) -> None:
    used = re.findall(r"uses: (.*)", path.read_text(encoding="utf-8"))
    assert used and all(re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", each) for each in used)
    assert (path.parent.parent / "dependabot.yml").exists() or (path.parent.parent.name == "dot-github")


def run(name: str, project: Path) -> None:
    """Run every shell step of a workflow in `project`, as a runner would."""
    values = {"${{ steps.pages.outputs.base_url }}": ADDRESS}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    for step in steps(name):
        if "run" not in step or 'pip install ".[' in step["run"]:  # a test of its own installs the package
            continue
        given = {key: values.get(str(value), str(value)) for key, value in step.get("env", {}).items()}
        environment = {**os.environ, "PATH": path, "PIP_NO_INDEX": "1", **given}
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
        done = subprocess.run(
            command, cwd=project, env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, (step["run"], done.stdout, done.stderr)


def artifact(name: str, project: Path, target: Path) -> set[str]:
    """Pack what the workflow uploads, as upload-pages-artifact does; return the files in it."""
    upload = next(s for s in steps(name) if s.get("uses", "").startswith("actions/upload-pages-artifact@"))
    excluded = [] if upload["with"].get("include-hidden-files") else ["--exclude=.[^/]*"]
    command = [
        "tar",
        "--dereference",
        "--hard-dereference",
        "--directory",
        str(project / upload["with"]["path"]),
    ]
    subprocess.run(
        [*command, "-cf", str(target), "--exclude=.git", "--exclude=.github", *excluded, "."], check=True
    )
    with tarfile.open(target) as packed:
        assert not [member.name for member in packed if member.issym() or member.islnk()]
        return {member.name.removeprefix("./") for member in packed if member.isfile()}


def copied(name: str, folder: Path) -> Path:
    """Return a project as the workflow would check it out."""
    if name == "new":
        new(folder)
        return folder
    for part in ("content", "templates", "static", ".github"):
        shutil.copytree(ROOT / part, folder / part)
    return folder


@pytest.mark.parametrize("name", FLOWS)
def test_its_steps_run_here_and_the_artifact_holds_every_file(name: str, tmp_path: Path) -> None:
    project = copied(name, tmp_path / "digest")
    run(name, project)
    packed = artifact(name, project, tmp_path / "artifact.tar")
    manifest = read_manifest(project / "build")
    assert manifest is not None and manifest.base_url == f"{ADDRESS}/"
    assert packed == {*manifest.outputs, NAME} and "404.html" in packed
    page = (project / "build/en/index.html").read_text(encoding="utf-8")
    assert 'href="/digest/en/' in page and ADDRESS in page
