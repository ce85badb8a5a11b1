"""What is done to our own corpus: the edits of an editor's day, the preview, a profile."""

from __future__ import annotations

import cProfile
import pstats
import re
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from itertools import count
from pathlib import Path

from benchmarks.measure import ENV
from benchmarks.report import Row

_FIRST = "content/articles/story-000000.txt"
_SAVES = 20
_WARM = 30  # seconds until the preview holds in memory what it needs


def edits(project: Path) -> dict[str, Callable[[], object]]:
    """Return what is edited -> how; each call makes another edit of its kind."""
    number = count(1)
    article, people = project / _FIRST, project / "content/lexicon/people.toml"

    def body() -> None:
        text = article.read_text(encoding="utf-8")
        changed = text.replace("\n\nاقرأ أيضا", f" وانتهى اللقاء بعد {next(number)} ساعات.\n\nاقرأ أيضا", 1)
        article.write_text(changed, encoding="utf-8")

    def title() -> None:
        text = article.read_text(encoding="utf-8")
        article.write_text(re.sub(r"\(\d+\)", f"({next(number) + 100_000})", text, count=1), encoding="utf-8")

    def name() -> None:
        text = people.read_text(encoding="utf-8")
        people.write_text(
            re.sub(r'en = "Samer [^"]*', f'en = "Samer {next(number)}', text, count=1), encoding="utf-8"
        )

    return {"one body edited": body, "one title edited": title, "one person's name edited": name}


def preview_delays(project: Path) -> Row:
    """Return how long it takes from saving a file until the preview serves the new page."""
    port = _free_port()
    command = [str(Path(sys.executable).parent / "sitegen"), "--quiet", "serve", "--port", str(port)]
    server = subprocess.Popen(
        command, cwd=project, env=ENV, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        page = f"http://127.0.0.1:{port}/ar/articles/story-000000/"
        _until(page, "html", 120)
        time.sleep(_WARM)
        delays = sorted(_delay(project / _FIRST, page, 9000 + n) for n in range(_SAVES))
    finally:
        server.terminate()
        server.wait()
    return Row(f"sitegen, preview: saved to served, slowest of {_SAVES}", delays[-1], 0, 0, 0)


def _delay(article: Path, page: str, number: int) -> float:
    text = article.read_text(encoding="utf-8")
    word = f"{number} مشاهدا"
    article.write_text(text.replace("\n\nاقرأ أيضا", f" وتابعه {word}.\n\nاقرأ أيضا", 1), encoding="utf-8")
    started = time.perf_counter()
    _until(page, str(number), 60)
    return time.perf_counter() - started


def _until(page: str, word: str, patience: float) -> None:
    end = time.monotonic() + patience
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(page, timeout=5) as answer:
                if word in answer.read().decode():
                    return
        except OSError:
            pass
        time.sleep(0.01)
    raise SystemExit(f"the preview does not show {word} at {page}")


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def profile(project: Path) -> None:
    """Print where the time of a cold build in one process goes."""
    from sitegen.shell.build import build  # noqa: PLC0415 - the profile must see the imports too
    from sitegen.shell.report import Request  # noqa: PLC0415

    watched = cProfile.Profile()
    report = watched.runcall(build, Request(project, project / "build", workers=1), lambda *_: None)
    for stage, seconds in report.seconds.items():
        print(f"{stage:10}{seconds:8.2f} s")
    pstats.Stats(watched).sort_stats("cumulative").print_stats("sitegen|jinja2|lxml", 60)


def one_article(project: Path) -> None:
    """Print what reading and English of one article take in one process, in ms for 3,000 letters."""
    from sitegen.desk.lexicon import parse_lexicon  # noqa: PLC0415 - an edit is timed in its own process
    from sitegen.english.stub import write_english  # noqa: PLC0415
    from sitegen.model import Dating  # noqa: PLC0415
    from sitegen.reading.analyze import analyze  # noqa: PLC0415
    from sitegen.work import Job, parse  # noqa: PLC0415

    lexicon, _ = parse_lexicon(
        {
            str(file.relative_to(project)): file.read_bytes()
            for file in (project / "content/lexicon").iterdir()
        }
    )
    taken: dict[str, list[float]] = {"reading": [], "English": []}
    for file in sorted((project / "content/articles").iterdir()):
        source = file.read_bytes()
        started = time.process_time()
        raw, fixes, _ = parse(Job(b"", (str(file.relative_to(project)), source), None))
        reading = analyze(raw, fixes, lexicon)
        read = time.process_time()
        write_english(reading, Dating(), (), lexicon)
        size = len(source.decode()) / 3000
        taken["reading"].append((read - started) * 1000 / size)
        taken["English"].append((time.process_time() - read) * 1000 / size)
    for what, each in taken.items():
        print(f"{what:10}{statistics.median(each):8.2f} ms for 3,000 letters, median of {len(each)} articles")
