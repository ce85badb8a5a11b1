"""A copy of the process shares its work: every number is answered once, whatever becomes of the copy.

Test runners have threads, and a process with threads is not copied; so each case is a process of its own.
"""

from __future__ import annotations

import subprocess
import sys
import textwrap
import threading
from pathlib import Path

from sitegen.shell.halving import can_halve, halved
from tests.small_site import contents, run, small_project

BEGIN = """
import os
from sitegen.shell.halving import can_halve, halved, in_halves
assert can_halve()
here, (heard, said) = os.getpid(), os.pipe()

def work(number):
    if number == 99:
        assert os.getpid() == here and os.read(heard, 1)  # the copy has done something
    elif os.getpid() != here:
        os.write(said, b"!")
    return number, os.getpid(), b"x" * 300_000
"""


def process(code: str) -> str:
    """Return what a process of its own prints."""
    command = [sys.executable, "-c", BEGIN + textwrap.dedent(code)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_both_answer_and_each_number_is_answered_once() -> None:
    out = process("""
        called = []
        answers = dict(halved(work, 100, lambda: called.append(1), own=1))
        assert {n: a[0] for n, a in answers.items()} == {n: n for n in range(100)}
        print(len({a[1] for a in answers.values()}), called, answers[99][1] == here)
    """)
    assert out == "2 [] True"


def test_what_a_dying_copy_leaves_is_done_here() -> None:
    out = process("""
        def dies(number):
            if os.getpid() != here:
                os._exit(3)
            return number
        print(sorted(halved(dies, 50, lambda: None)) == [(n, n) for n in range(50)])
    """)
    assert out == "True"


def test_more_numbers_than_a_pipe_holds_are_all_answered() -> None:
    count = 264_000  # four bytes each
    assert process(f"print(len(dict(halved(str, {count}, lambda: None))))") == str(count)


def test_an_error_is_told_here_and_no_copy_is_left() -> None:
    out = process("""
        def fails(number):
            if number == 3:
                raise ValueError("three")
            return number
        try:
            dict(halved(fails, 50, lambda: None))
        except ValueError as error:
            print(error)
        try:
            os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            print("none")
    """)
    assert out == "three\nnone"


def test_few_values_are_shared_in_order_and_others_left_to_workers() -> None:
    out = process("""
        spread = in_halves(lambda work, values: ["workers", *values], lambda: None)
        print(list(spread(str, range(10))) == list(map(str, range(10))))
        print([list(spread(str, range(n)))[0] for n in (3, 500)])
    """)
    assert out == "True\n['workers', 'workers']"


def test_a_process_with_threads_is_not_copied() -> None:
    held = threading.Event()
    other = threading.Thread(target=held.wait)
    other.start()
    try:
        assert not can_halve()
        assert list(halved(str, 3, lambda: None)) == [(0, "0"), (1, "1"), (2, "2")]
    finally:
        held.set()
        other.join()


def test_what_a_copy_works_out_ahead_is_told_once_asked_for() -> None:
    out = process("""
        from sitegen.shell.halving import Ahead
        with Ahead(os.getpid, lambda: None, lambda: "third") as ahead:
            print(ahead.answer(2), ahead.answer(1), ahead.answer(0) == ahead.answer(0) != here)
        with Ahead(lambda: "copy", lambda: os._exit(3) if os.getpid() != here else "here") as dying:
            print(dying.answer(1), dying.answer(0))
        with Ahead(lambda: os.read(heard, 1)):
            pass  # nobody asks, and the copy is not waited for
        try:
            os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            print("none")
    """)
    assert out == "third None True\nhere copy\nnone"


def test_a_file_that_somebody_touched_is_seen_by_the_copy_that_looks(tmp_path: Path) -> None:
    project, other = small_project(tmp_path / "a"), small_project(tmp_path / "b")
    assert run(project, workers=1).published
    for page in ("en/index.html", "ar/topics/index.html"):  # one that will change, one that will not
        (project / "build" / page).write_bytes(b"mine")
    (project / "build/en/people/index.html").unlink()
    for each in (project, other):
        article = next((each / "content/articles").glob("*.txt"))
        article.write_text(article.read_text(encoding="utf-8") + "\nوتستمر الأعمال.\n", encoding="utf-8")
    process(f"""
        from pathlib import Path
        from sitegen.shell.build import build
        from sitegen.shell.report import Request
        project = Path({str(project)!r})
        assert build(Request(project, project / "build", workers=2), lambda *_: None).published
    """)
    assert run(other, workers=1).published
    assert contents_of(project) == contents_of(other)


def contents_of(project: Path) -> dict[str, bytes]:
    """The files of a site by their paths in it."""
    return {path.removeprefix(str(project)): data for path, data in contents(project / "build").items()}


def test_an_edit_made_by_two_is_what_one_makes_from_nothing(tmp_path: Path) -> None:
    project, other = small_project(tmp_path / "a"), small_project(tmp_path / "b")
    people = "content/lexicon/people.toml"
    assert run(project, workers=1).published
    for each in (project, other):
        text = (each / people).read_text(encoding="utf-8") if (each / people).exists() else ""
        added = '\n[samir-najjar]\nar = "سامر النجار"\nen = "Samir Najjar"\n'
        (each / people).write_text(text + added, encoding="utf-8")
    process(f"""
        from pathlib import Path
        from sitegen.shell.build import build
        from sitegen.shell.report import Request
        project = Path({str(project)!r})
        report = build(Request(project, project / "build", workers=2), lambda *_: None)
        assert report.published and report.changes, report
    """)
    assert run(other, workers=1).published
    assert contents_of(project) == contents_of(other)
