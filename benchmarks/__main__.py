"""Time sitegen beside Hugo, Pelican and Eleventy on one corpus, one after the other, on this machine.

    python -m benchmarks                      # 10,000 articles, writes benchmarks/RESULTS.md
    python -m benchmarks --articles 1000 --peers hugo
    python -m benchmarks --ours 1000          # a profile of our own cold build, ms an article

Needs the packages of `benchmarks/requirements.txt` in the environment that runs it, and npm for Eleventy.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path

from benchmarks import peers
from benchmarks.corpus import stories, write_project
from benchmarks.measure import Cost, median, run, weight
from benchmarks.ours import edits, one_article, preview_delays, profile
from benchmarks.report import Row, write

HERE = Path(__file__).parent
_ASIDE = "aside"  # below the folder: what earlier runs wrote, until the end
ELEVENTY = "3.1.5"  # 3.1.8 asks for a package that the registry lacks


def main() -> None:
    """Run what was asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--peers", nargs="*", default=["hugo", "pelican", "eleventy"])
    parser.add_argument("--folder", type=Path, default=HERE / ".work")
    parser.add_argument("--ours", type=int, metavar="N", help="profile a cold build of N articles and stop")
    asked = parser.parse_args()
    if asked.ours:
        project = _fresh(asked.folder / "profile")
        write_project(project, asked.ours)
        with ProcessPoolExecutor(1, get_context("spawn")) as fresh:  # the profile must see the imports too
            fresh.submit(one_article, project).result()
        profile(project)
        return
    rows = [_peer(name, asked.folder, asked.articles) for name in asked.peers]
    rows += _sitegen(asked.folder, asked.articles)
    shutil.rmtree(asked.folder / _ASIDE, ignore_errors=True)
    command = f"python -m benchmarks --articles {asked.articles} --peers {' '.join(asked.peers)}"
    write(HERE / "RESULTS.md", rows, machine(), command)


def machine() -> str:
    """Return what this was measured on."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    python = platform.python_version()
    return (
        f"{os.cpu_count()} cores, {memory:.0f} GiB, {platform.system()} {platform.machine()}, Python {python}"
    )


def _move_aside(output: Path, folder: Path) -> None:
    """Have nothing lie at `output`.

    To delete it would slow down the run that follows: for some minutes ext4 passes over all inodes that were
    deleted just now whenever it looks for a new one.
    """
    if output.exists():
        aside = folder / _ASIDE
        aside.mkdir(exist_ok=True)
        output.rename(aside / f"{output.name}-{len(list(aside.iterdir()))}")


def _fresh(folder: Path) -> Path:
    folder.parent.mkdir(parents=True, exist_ok=True)
    _move_aside(folder, folder.parent)
    folder.mkdir()
    return folder


def _peer(name: str, folder: Path, count: int) -> Row:
    site = _fresh(folder / name)
    getattr(peers, name)(site, stories(count))
    binary = Path(sys.executable).parent
    output, label, command = {
        "hugo": ("public", "hugo", [str(binary / "hugo"), "--quiet"]),
        "pelican": ("output", "pelican", [str(binary / "pelican"), "content", "-s", "pelicanconf.py", "-q"]),
        "eleventy": ("_site", "eleventy", [str(_eleventy(folder)), "--quiet"] if name == "eleventy" else []),
    }[name]
    told = f"{label} {ELEVENTY if name == 'eleventy' else version(label)}, full build"

    def once() -> Cost:
        _move_aside(site / output, folder)
        return run(command, site)

    cost = median(once, 3 if name == "hugo" else 1)
    pages, size = weight(site / output)
    return Row(told, cost.seconds, cost.megabytes, pages, size)


def _eleventy(folder: Path) -> Path:
    home = folder / "eleventy-tool"
    tool = home / "node_modules" / ".bin" / "eleventy"
    if not tool.exists():
        home.mkdir(parents=True, exist_ok=True)
        subprocess.run(["npm", "init", "-y"], cwd=home, check=True, stdout=subprocess.DEVNULL)
        install = ["npm", "install", "--silent", "--ignore-scripts", f"@11ty/eleventy@{ELEVENTY}"]
        subprocess.run(install, cwd=home, check=True, stdout=subprocess.DEVNULL)
    return tool


def _sitegen(folder: Path, count: int) -> list[Row]:
    small, large = (_fresh(folder / name) for name in ("sitegen-small", "sitegen"))
    write_project(small, max(1, count // 10))
    write_project(large, count)
    build = [str(Path(sys.executable).parent / "sitegen"), "--quiet", "build"]
    rows: list[Row] = []

    def row(what: str, project: Path, prepare: Callable[[], object] = lambda: None, times: int = 1) -> Row:
        def once() -> Cost:
            prepare()
            return run(build, project)

        cost = median(once, times)
        return Row(f"sitegen, {what}", cost.seconds, cost.megabytes, *weight(project / "build"))

    rows.append(row(f"from cold, {max(1, count // 10):,} articles", small))
    rows.append(row("from cold", large))
    rows.append(row("nothing changed", large, times=5))
    for what, edit in edits(large).items():
        rows.append(row(what, large, edit, times=3))
    rows.append(row("full render, reading remembered", large, lambda: _move_aside(large / "build", folder)))
    rows.append(preview_delays(large))
    return rows


if __name__ == "__main__":
    main()
