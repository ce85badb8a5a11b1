"""Which files of the last build may stay: nobody touched them and they would come out the same."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Set
from itertools import islice
from stat import S_ISREG

from sitegen.shell.output import Staging
from sitegen.shell.state import Bundled, State, Written
from sitegen.web.outputs import Bundle, Output


class Keeper:
    """Leaves files as they lie, bundle by bundle; what must be made comes back to the caller.

    `moved` are those that do not lie as the last build left them, if that is known already.
    """

    def __init__(self, staging: Staging, before: State, moved: Set[str] | None = None) -> None:
        self._staging, self._before, self._moved = staging, before, moved
        self.keep: Callable[[Iterable[str]], None] = staging.keep  # told of files that stay
        self._bundled = dict(_placed(before.bundles, before.outputs))
        self.written: dict[str, Written] = {}  # every file so far, those to be made without their size
        self.touched = False  # a file says something else now, and what it said cannot be looked up any more

    def unkept(self, bundle: Bundle, count: Callable[[int], None]) -> Iterator[Output | Bundled]:
        """Yield the files of a bundle that must be made, then what is to be noted of the bundle.

        `count` is told of files that stay.
        """
        was, paths = self._bundled.get(bundle.name, (None, ()))
        mark = bundle.fingerprint
        if was and was.mark and was.mark == mark and self._all_intact(paths):
            count(len(paths))
            yield was
            return
        self._bundled.update(_placed(was.parts, paths) if was else ())
        parts, before = [], len(self.written)
        for part in bundle.parts():
            for each in self.unkept(part, count):
                if isinstance(each, Bundled):
                    parts.append(each)
                else:
                    yield each
        for output in bundle.files():
            count(1)
            if not self._keep(output):
                yield output
        yield Bundled(bundle.name, mark, len(self.written) - before, tuple(parts))

    def is_noted(self, bundled: Bundled) -> bool:
        """Say whether this is the very note that the last build made."""
        return bundled is self._bundled.get(bundled.name, (None,))[0]

    def noted(self, name: str) -> tuple[Bundled, dict[str, Written]]:
        """Return what the last build noted of a bundle and of the files in it."""
        was, paths = self._bundled[name]
        return was, {path: self._before.outputs[path] for path in paths}

    def _all_intact(self, paths: tuple[str, ...]) -> bool:
        """Take all these files as they lie, if each lies as it was left."""
        outputs = self._before.outputs
        if not self._staging.ours.issuperset(paths):
            return False
        if not self.intact(paths):
            return False
        self.written.update((path, outputs[path]) for path in paths)
        self.keep(paths)
        return True

    def intact(self, paths: Iterable[str]) -> bool:
        """Say whether files of the last build all lie as it left them."""
        if self._moved is not None:
            return self._moved.isdisjoint(paths)
        root, outputs = f"{self._staging.output}/", self._before.outputs
        return all(_intact(root + path, outputs[path]) for path in paths)

    def _keep(self, output: Output) -> bool:
        path, was = output.path, self._before.outputs.get(output.path)
        self.written[path] = Written(output.fingerprint, -1, 0)
        if was is None:
            return False
        same = was.fingerprint == output.fingerprint
        if path not in self._staging.ours or not self.intact((path,)):
            self.touched = self.touched or not same
            return False
        if not same:
            return False
        self.written[path] = was
        self.keep((path,))
        return True

    def finished(self) -> dict[str, Written]:
        """Return what is to be noted of every file, once all that had to be made is staged."""
        for path, (size, changed) in self._staging.signs.items():
            self.written[path] = Written(self.written[path].fingerprint, size, changed)
        return self.written


def _placed(
    bundles: Iterable[Bundled], paths: Iterable[str]
) -> Iterator[tuple[str, tuple[Bundled, tuple[str, ...]]]]:
    """Yield each bundle by name with its files, which stand among `paths` in order."""
    rest = iter(paths)
    return ((each.name, (each, tuple(islice(rest, each.count)))) for each in bundles)


def _intact(place: str, was: Written) -> bool:
    """Say whether the file at `place` still has the size and the time it was left with, and is no link."""
    try:
        found = os.lstat(place)
    except OSError:
        return False
    return found.st_mtime_ns == was.changed and found.st_size == was.size and S_ISREG(found.st_mode)
