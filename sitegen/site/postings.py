"""Lists of numbers under keys, as short text; and keys shared out to files of bounded size."""

from __future__ import annotations

import itertools
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

_DIGITS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_NONE = array("I")
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


def posted(numbers: Sequence[int]) -> str:
    """Return rising numbers as text: gaps less one, each as `gap` writes it.

    >>> posted([0, 33]), posted([])
    ('AgB', '')
    """
    gaps = [after - before - 1 for before, after in zip([-1, *numbers], numbers, strict=False)]
    try:
        return b"".join(map(_GAPS.__getitem__, gaps)).decode()
    except IndexError:
        return b"".join(map(gap, gaps)).decode()


def numbers(text: str) -> list[int]:
    """Return the numbers that `posted` wrote.

    >>> numbers("AgB"), numbers("")
    ([0, 33], [])
    """
    found: list[int] = []
    last, value, shift = -1, 0, 0
    for digit in map(_DIGITS.index, text.encode()):
        value += digit % _HALF << shift
        if digit >= _HALF:
            shift += 5
        else:
            last += value + 1
            found.append(last)
            value = shift = 0
    return found


class Postings:
    """The numbers of the articles that hold each key; numbers must come in rising order."""

    def __init__(self) -> None:
        self._held: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))

    def add(self, number: int, keys: Iterable[str]) -> None:
        """Note that article `number` holds `keys`."""
        held = self._held
        for key in keys:
            held[key].append(number)

    def __getitem__(self, key: str) -> str:
        """Return the numbers of a key as text, '' for none, as `posted` writes them.

        >>> found = Postings(); found.add(0, ["a"]); found.add(33, ["a", "b"])
        >>> found["a"], found["b"], found["c"]
        ('AgB', 'hB', '')
        """
        return posted(self._held.get(key, _NONE))

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
