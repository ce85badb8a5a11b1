"""Work spread over processes or a Dask cluster gives the same bytes, whatever dies on the way."""

from __future__ import annotations

import os
import shutil
import signal
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.corpus import write_project
from sitegen.errors import RenderError, SitegenError, Where
from sitegen.shell.build import build
from sitegen.shell.pool import Pool
from sitegen.shell.report import Report, Request

ARTICLES = 90  # enough to make workers worth their start


def quiet(stage: str, done: int, total: int) -> None:
    """Progress that nobody watches."""


def double(value: int) -> int:
    return value * 2


def die_at_ninety(value: int) -> int:
    if value == 90 and os.environ.get("SITEGEN_TEST_PARENT") != str(os.getpid()):
        os.kill(os.getpid(), signal.SIGKILL)
    return value * 2


def refuse(value: int) -> int:
    raise RenderError(f"no {value}", Where("templates/x.html", 3), hint="mend it")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    write_project(folder, ARTICLES)
    return folder


def built(project: Path, output: Path, **options: object) -> dict[str, bytes]:
    report = build(Request(project, output, **options), quiet)  # type: ignore[arg-type]
    assert report.published, report.problems
    return lying(output)


def lying(output: Path) -> dict[str, bytes]:
    return {p.relative_to(output).as_posix(): p.read_bytes() for p in output.rglob("*") if p.is_file()}


@pytest.fixture(scope="module")
def alone(project: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The site as one process makes it."""
    site = built(project, tmp_path_factory.mktemp("alone") / "build", workers=1)
    forget(project)
    return site


def forget(project: Path) -> None:
    shutil.rmtree(project / ".cache", ignore_errors=True)


def test_order_and_number_are_kept_with_few_and_with_many_values() -> None:
    with Pool(2) as pool:
        for count in (0, 1, 63, 64, 65, 500):
            assert list(pool.reading(double, range(count))) == [2 * n for n in range(count)]


def test_what_a_dead_worker_had_in_hand_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITEGEN_TEST_PARENT", str(os.getpid()))
    with Pool(2) as pool:
        assert list(pool.reading(die_at_ninety, range(300))) == [2 * n for n in range(300)]


def test_an_error_comes_back_with_its_place_and_hint() -> None:
    with Pool(2) as pool, pytest.raises(RenderError) as caught:
        list(pool.reading(refuse, range(200)))
    problem = caught.value.problem
    assert (problem.what, str(problem.where), problem.hint) == ("no 0", "templates/x.html:3", "mend it")


def test_processes_make_the_same_site(project: Path, alone: dict[str, bytes], tmp_path: Path) -> None:
    forget(project)
    assert built(project, tmp_path / "build", workers=2) == alone


def test_a_cluster_that_is_not_there_is_a_plain_error(project: Path, tmp_path: Path) -> None:
    forget(project)
    report = build(Request(project, tmp_path / "build", cluster="tcp://127.0.0.1:9"), quiet)
    assert not report.published
    assert [p.what for p in report.problems] == ["no Dask scheduler answers at tcp://127.0.0.1:9"]


@pytest.fixture
def cluster() -> Iterator[object]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from distributed import LocalCluster

        with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as running:
            yield running


class Assassin:
    """Progress that kills one worker of a cluster once a third of the articles is read."""

    def __init__(self, pid: int) -> None:
        self._pid: int | None = pid

    def __call__(self, stage: str, done: int, total: int) -> None:
        if stage == "read" and done > total // 3 and self._pid:
            os.kill(self._pid, signal.SIGKILL)
            self._pid = None

    @property
    def struck(self) -> bool:
        return self._pid is None


@pytest.mark.filterwarnings("ignore")
def test_a_cluster_that_loses_a_worker_makes_the_same_site(
    project: Path, alone: dict[str, bytes], tmp_path: Path, cluster: object
) -> None:
    forget(project)
    address: str = cluster.scheduler_address  # type: ignore[attr-defined]
    assassin = Assassin(cluster.workers[0].pid)  # type: ignore[attr-defined]
    report: Report = build(Request(project, tmp_path / "build", cluster=address), assassin)
    assert report.published, report.problems
    assert assassin.struck
    assert lying(tmp_path / "build") == alone


def test_dask_is_named_when_it_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "distributed", None)
    with Pool(2, "tcp://127.0.0.1:9") as pool, pytest.raises(SitegenError) as caught:
        list(pool.reading(double, range(200)))
    assert "sitegen[cluster]" in caught.value.problem.hint
