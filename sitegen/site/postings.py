"""Lists of numbers under keys, as short text; and keys shared out to files of bounded size."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping

_DIGITS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_HALF = 32  # a digit of 5 bits; the sixth says that more follow


def gap(number: int) -> bytes:
    """Write a number in digits of 5 bits, the lowest first.

    >>> gap(0), gap(31), gap(32), gap(1000)
    (b'A', b'f', b'gB', b'of')
    """
    out = bytearray()
    while number >= _HALF:
        out.append(_DIGITS[number % _HALF + _HALF])
        number //= _HALF
    out.append(_DIGITS[number])
    return bytes(out)


_GAPS = [gap(number) for number in range(1 << 12)]


class Postings:
    """The numbers of the articles that hold each key; numbers must come in rising order.

    Kept as the text that is written, about 1.3 bytes a number, so that the
    index of a large site fits in memory beside it.
    """

    def __init__(self) -> None:
        self._held: dict[str, list[int | bytearray]] = {}

    def add(self, number: int, keys: Iterable[str]) -> None:
        """Note that article `number` holds `keys`."""
        held, gaps = self._held, _GAPS
        for key in keys:
            entry = held.get(key)
            if entry is None:
                entry = held[key] = [-1, bytearray()]
            step = number - entry[0] - 1  # type: ignore[operator]
            entry[0] = number
            entry[1] += gaps[step] if step < len(gaps) else gap(step)  # type: ignore[operator]

    def __getitem__(self, key: str) -> str:
        """Return the numbers of a key as text, '' for none: gaps less one, each as `gap` writes it.

        >>> found = Postings(); found.add(0, ["a"]); found.add(33, ["a", "b"])
        >>> found["a"], found["b"], found["c"]
        ('AgB', 'hB', '')
        """
        entry = self._held.get(key)
        return entry[1].decode() if entry else ""  # type: ignore[union-attr]

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)


def share(sizes: Mapping[str, int], most: int) -> dict[str, list[str]]:
    """Share keys out by their beginnings so that no share weighs more than `most`, single keys apart.

    A key is in the share of the longest of its beginnings that is one.

    >>> share({"ab": 4, "ac": 4, "b": 1}, most=5)
    {'': ['b'], 'a': ['ab'], 'ac': ['ac']}
    """
    shares: dict[str, list[str]] = {}
    _share("", sorted(sizes), sizes, most, shares)
    return dict(sorted(shares.items()))


def _share(
    beginning: str, keys: list[str], sizes: Mapping[str, int], most: int, shares: dict[str, list[str]]
) -> None:
    if len(keys) == 1 or sum(sizes[key] for key in keys) <= most:
        shares[beginning] = keys
        return
    longer = len(beginning) + 1
    parts = {start: list(group) for start, group in itertools.groupby(keys, key=lambda key: key[:longer])}
    kept = parts.pop(beginning, [])
    room = most - sum(sizes[key] for key in kept)
    weights = {start: sum(sizes[key] for key in group) for start, group in parts.items()}
    for start in sorted(parts, key=lambda start: (weights[start], start)):
        if weights[start] <= room:
            room -= weights[start]
            kept = kept + parts[start]
        else:
            _share(start, parts[start], sizes, most, shares)
    if kept or not beginning:
        shares[beginning] = sorted(kept)
