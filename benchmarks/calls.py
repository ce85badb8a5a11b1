"""Count the calls of our functions an article: what a new rule costs, whatever else the machine does.

    python -m benchmarks.calls ARTICLES now.json                        # before the change, after it
    python -m benchmarks.calls ARTICLES then.json --against now.json    # prints what grew

ARTICLES is a folder of them. All words have been met when counting begins, as in a long build; what a line
told is forgotten.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import _lru_cache_wrapper
from pathlib import Path
from types import FrameType
from typing import Any

import sitegen
from sitegen.desk.lexicon import Lexicon, parse_lexicon
from sitegen.english.stub import write_english
from sitegen.model import Dating
from sitegen.reading.analyze import analyze
from sitegen.work import Job, parse

_HOME = str(Path(sitegen.__file__).parent) + "/"
_SHOWN = 30
_LINES = 1024  # so many lines are remembered by what remembers lines


def main() -> None:
    """Count, write the counts down, and print what grew."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.calls", description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--against", type=Path, metavar="FILE", help="counts of an earlier run")
    asked = parser.parse_args()
    files = sorted(path for path in asked.articles.iterdir() if path.is_file() and path.suffix != ".toml")
    now = calls((path.name, path.read_bytes()) for path in files)
    asked.out.write_text(json.dumps(now, indent=1), encoding="utf-8")
    then = json.loads(asked.against.read_text(encoding="utf-8")) if asked.against else {}
    print(
        f"{sum(now.values()):10.1f} calls an article" + (f", {sum(then.values()):.1f} before" if then else "")
    )
    for name in sorted(now, key=lambda name: then.get(name, 0.0) - now[name])[:_SHOWN]:
        print(f"{now[name] - then.get(name, 0.0):+10.1f} {now[name]:10.1f}  {name}")


def calls(articles: Iterable[tuple[str, bytes]]) -> dict[str, float]:
    """Return how often each function is called while one of these articles is read and put into English."""
    jobs = [Job(b"", article, None) for article in articles]
    counted: Counter[str] = Counter()

    def note(frame: FrameType, event: str, _: object) -> None:
        code = frame.f_code
        if event == "call" and code.co_filename.startswith(_HOME):
            counted[f"{code.co_filename.removeprefix(_HOME)}:{code.co_qualname}"] += 1

    lexicon, _ = parse_lexicon({})
    _read(jobs, lexicon)
    for each in _memories():
        if each.cache_parameters()["maxsize"] == _LINES:
            each.cache_clear()
    sys.setprofile(note)
    try:
        _read(jobs, lexicon)
    finally:
        sys.setprofile(None)
    return {name: count / len(jobs) for name, count in counted.items()}


def _memories() -> Iterator[_lru_cache_wrapper[Any]]:
    """Go through what our modules remember; the collector does not show what a build has frozen."""
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] == sitegen.__name__:
            yield from (each for each in vars(module).values() if isinstance(each, _lru_cache_wrapper))


def _read(jobs: Iterable[Job], lexicon: Lexicon) -> None:
    for job in jobs:
        raw, fixes, _ = parse(job)
        write_english(analyze(raw, fixes, lexicon), Dating(), (), lexicon)


if __name__ == "__main__":
    main()
