"""`sitegen check --pages`: what GitHub Pages would stumble over, and what it will do with the site.

The facts behind each check stand in docs/howto/publish.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import yaml

from sitegen.errors import Problem, Severity, Where, isolate
from sitegen.shell.check import files_in
from sitegen.shell.manifest import NAME, Manifest, read_manifest
from sitegen.site import urls
from sitegen.site.urls import Links
from sitegen.web.facts import inspect

ACTIONS, BRANCH = "actions", "branch"
WORKFLOWS = Path(".github/workflows")
#: Published sites may have 1 GB; from here on an editor should hear of it.
_LARGE = 800_000_000
_LARGEST_FILE = 100_000_000  # what git pushes to GitHub at most, for sites that lie on a branch
_LONGEST_LINK = 8_000  # characters of an encoded path that servers and browsers take
_LOCAL = ("127.0.0.1", "localhost", "::1")


def publishing_mode(project: Path) -> str:
    """Return how the project is published: by a workflow that deploys, else from a branch."""
    return ACTIONS if any("actions/deploy-pages@" in text for _, text in _workflows(project)) else BRANCH


def examine(project: Path, output: Path, mode: str) -> list[Problem]:
    """Return what keeps the site from working on GitHub Pages under `mode`, and notes on what happens there.

    What every host would stumble over (names, symbolic links, 1 GB) `sitegen check` says in any case.
    """
    manifest = read_manifest(output)
    if manifest is None:
        return []
    known = set(files_in(output, []))
    found = [
        *_address(manifest), *_sizes(output, known, mode), *_names(known), *_hidden(project, known, mode),
        *_domain(known, mode), *_not_found(output, known, Links(manifest.base_url)),
    ]  # fmt: skip
    name = output.name
    placed = [p._replace(where=Where(f"{name}/{p.where.path}")) if p.where else p for p in found]
    if mode == ACTIONS:
        return [*placed, *_workflow(project, name)]
    note = _note(
        "no workflow deploys this site: GitHub must be told to publish a branch", "sitegen new writes one"
    )
    return [*placed, note]


def _address(manifest: Manifest) -> Iterator[Problem]:
    parts = urlsplit(manifest.base_url)
    if parts.hostname in _LOCAL:
        hint = "set base_url in content/site.toml, or let the workflow give --base-url"
        yield _warning(f"the site was built for {manifest.base_url}, which is this machine", hint=hint)
    elif not parts.hostname:
        yield _note("the site was built without a host: feeds and sitemap cannot name whole addresses", "")
    elif parts.scheme == "http":
        yield _warning("the address begins with http:", hint="GitHub Pages serves https://")


def _sizes(output: Path, known: set[str], mode: str) -> Iterator[Problem]:
    sizes = {path: (output / path).stat().st_size for path in known}
    total = sum(sizes.values())
    if _LARGE < total <= 1_000_000_000:
        yield _warning(
            f"the site has {total:,} bytes; GitHub Pages takes 1 GB", hint="publish less of each article"
        )
    for path, size in sorted(sizes.items()):
        if size > _LARGEST_FILE and mode == BRANCH:
            yield Problem(
                f"the file has {size:,} bytes; git takes 100 MB", Where(path), "publish by a workflow"
            )


def _names(known: set[str]) -> Iterator[Problem]:
    for path in sorted(known):
        if len(quote(path)) > _LONGEST_LINK:
            yield Problem(
                "its address is too long for browsers and servers", Where(path), "rename its source"
            )


def _hidden(project: Path, known: set[str], mode: str) -> Iterator[Problem]:
    """Say what happens to names that begin with a dot or an underscore."""
    dotted = sorted(p for p in known if p != NAME and any(part.startswith(".") for part in p.split("/")))
    wanted = [path for path in dotted if path != ".nojekyll"]
    hidden_too = any("include-hidden-files: true" in text for _, text in _workflows(project))
    if mode == ACTIONS and wanted and not hidden_too:
        hint = "add  include-hidden-files: true  to upload-pages-artifact (v5 or later)"
        yield _warning("the workflow does not publish names that begin with a dot", Where(wanted[0]), hint)
    if mode == BRANCH and ".nojekyll" not in known:
        under = sorted(p for p in known if any(part.startswith("_") for part in p.split("/")))
        if under or wanted:
            hint = "put an empty file .nojekyll into the site: sitegen leaves it there"
            yield _warning("Jekyll leaves this file out", Where((under or wanted)[0]), hint)
    if mode == ACTIONS and ".nojekyll" in known:
        yield _note(".nojekyll is not needed: a workflow runs no Jekyll", "")


def _domain(known: set[str], mode: str) -> Iterator[Problem]:
    """Say whether a CNAME file has any effect."""
    if "CNAME" in known and mode == ACTIONS:
        hint = "enter the domain under Settings > Pages > Custom domain, and remove the file"
        yield _warning("CNAME has no effect when a workflow publishes", Where("CNAME"), hint)
    if "CNAME" not in known and mode == BRANCH:
        yield _note("a domain of your own needs a file CNAME on the branch", "")


def _not_found(output: Path, known: set[str], links: Links) -> Iterator[Problem]:
    """Check 404.html: shown at any depth, its links must be absolute; shown to all, it has both languages."""
    if urls.NOT_FOUND not in known:
        yield Problem("there is no 404.html: GitHub shows its own page", hint="restore templates/404.html")
        return
    where, page = Where(urls.NOT_FOUND), (output / urls.NOT_FOUND).read_bytes()
    facts = inspect(urls.NOT_FOUND, page)
    for link in (*facts.links, *facts.assets):
        if not link.startswith(("https://", "http://", "#", "mailto:", links.base_path)):
            what = f"the link {isolate(link)} is relative: it breaks below the first folder"
            yield Problem(what, where, "make it absolute: it must begin with the site's path")
    for lang in urls.LANGS:
        if f'lang="{lang}"'.encode() not in page:
            yield Problem(
                f"the page for missing addresses has nothing in {lang!r}", where, "it serves both trees"
            )


def _workflow(project: Path, folder: str) -> Iterator[Problem]:
    """Check that a workflow may deploy, deploys what was built, and one run at a time."""
    for path, text in _workflows(project):
        if "actions/deploy-pages@" not in text:
            continue
        flow = _parsed(text)
        if flow is None:
            yield Problem("not valid YAML", Where(path), "compare it with one that  sitegen new  writes")
            continue
        jobs = [job for job in flow.get("jobs", {}).values() if isinstance(job, dict)]
        granted: dict[str, Any] = {}
        for part in (flow, *jobs):
            if isinstance(part.get("permissions"), dict):
                granted |= part["permissions"]
        for name in ("pages", "id-token"):
            if granted.get(name) != "write":
                yield Problem(
                    f"the workflow lacks the permission {name}: write", Where(path), "deploy-pages needs it"
                )
        steps = [step for job in jobs for step in job.get("steps", ()) if isinstance(step, dict)]
        uploads = [
            step for step in steps if str(step.get("uses", "")).startswith("actions/upload-pages-artifact@")
        ]
        for step in uploads:
            given = step.get("with") or {}
            if str(given.get("path", "")).rstrip("/") != folder:
                yield Problem(
                    f"the workflow does not upload {folder}/", Where(path), f"write  path: {folder}"
                )
        if not flow.get("concurrency"):
            yield _warning("two runs may deploy at once", Where(path), "add  concurrency: { group: pages }")


def _parsed(text: str) -> dict[str, Any] | None:
    try:
        flow = yaml.safe_load(text)
    except yaml.YAMLError:
        return None
    return flow if isinstance(flow, dict) else None


def _workflows(project: Path) -> list[tuple[str, str]]:
    folder = project / WORKFLOWS
    places = sorted(p for p in folder.glob("*.y*ml") if p.is_file()) if folder.is_dir() else []
    return [
        ((WORKFLOWS / p.name).as_posix(), p.read_text(encoding="utf-8", errors="replace")) for p in places
    ]


def _warning(
    what: str, where: Where | None = None, hint: str = "", severity: Severity = "warning"
) -> Problem:
    return Problem(what, where, hint, severity)


def _note(what: str, hint: str) -> Problem:
    return _warning(what, None, hint, "note")
