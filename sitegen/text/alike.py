"""Tell that two texts are the same article, though one has other buttons around it or a word changed.

The sketch of a text is its smallest hashes of runs of four words (a bottom-k
sketch, Broder 1997); the share of common hashes estimates the share of common
runs.  Only paragraphs count, so page furniture does not.
"""

from __future__ import annotations

import hashlib
from collections.abc import Hashable, Iterable, Sequence
from typing import Generic, TypeVar

from sitegen.text.fold import match_key

K = TypeVar("K", bound=Hashable)
Sketch = tuple[int, ...]

_RUN = 4  # words in a run
_SIZE = 128  # hashes in a sketch
_PROSE = 8  # words of the shortest line that counts
#: Share of common runs from which two texts are one article; see docs/decisions/0024.
SAME = 0.7


def sketch(lines: Iterable[str]) -> Sketch:
    """Return the sketch of a text, () when it has too few words to be told apart.

    >>> sketch(["شارك القصة"])
    ()
    """
    paragraphs = (match_key(line).split() for line in lines)
    words = [w.strip("«»\"'.,،:؛()[]…") for p in paragraphs if len(p) >= _PROSE for w in p]
    words = [word for word in words if word]
    if len(words) < 3 * _RUN:
        return ()
    runs = {" ".join(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1)}
    return tuple(sorted(int.from_bytes(hashlib.blake2b(r.encode(), digest_size=8).digest()) for r in runs))[
        :_SIZE
    ]


def likeness(one: Sketch, other: Sketch) -> float:
    """Return the estimated share of runs that two texts have in common, 0 to 1.

    >>> likeness((1, 2, 3), (2, 3, 4))
    0.5
    >>> likeness((), (1,))
    0.0
    """
    if not one or not other:
        return 0.0
    both = sorted({*one, *other})[:_SIZE]
    common = set(one) & set(other)
    return sum(h in common for h in both) / len(both)


class Alike(Generic[K]):
    """Finds the text that another one repeats, among many."""

    def __init__(self) -> None:
        self._sketches: dict[K, Sketch] = {}
        self._holders: dict[int, list[K]] = {}

    def add(self, key: K, made: Sketch) -> None:
        """Note one text."""
        self._sketches[key] = made
        for each in made:
            self._holders.setdefault(each, []).append(key)

    def same_as(self, made: Sequence[int]) -> tuple[K, float] | None:
        """Return the most similar text that is the same article, with its likeness; None if there is none."""
        shared: dict[K, int] = {}
        for each in made:
            for key in self._holders.get(each, ()):
                shared[key] = shared.get(key, 0) + 1
        near = sorted(shared, key=lambda key: -shared[key])[:5]
        found = max(((key, likeness(tuple(made), self._sketches[key])) for key in near), key=lambda p: p[1],
                    default=None)  # fmt: skip
        return found if found and found[1] >= SAME else None
