"""Listed names lined up with their spellings: `python -m tests.lined_up` writes them anew.

Run it after a change to the lists in sitegen/data/names/; a test holds that the
files are those that the lists give.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from sitegen import data
from sitegen.text.chunks import line_up, paired
from sitegen.text.fold import strip_marks
from sitegen.text.romanise import plain_letters

FOLDER = Path(__file__).resolve().parents[1] / "sitegen" / "data" / "names"
ARAB, FOREIGN = ("arab_given", "arab_family"), ("foreign_given", "foreign_family")
FILES = {"lined_up_arab": ARAB, "lined_up_foreign": FOREIGN}
HEAD = """# Made from {lists} (and lexicon/people) by `python -m tests.lined_up`; do not edit.
# Columns, split by tabs: a listed name (two letters for one sound as one), the Latin letters of each letter.
"""
_LATIN_ARTICLE = re.compile(r"(?:al|el)[- ](?=.)", re.IGNORECASE)


def text(name: str) -> str:
    """Return what `sitegen/data/names/<name>.txt` should hold."""
    lines = [f"{word}\t{'-'.join(outs)}" for word, outs in sorted(_lined_up(FILES[name]))]
    return HEAD.format(lists=" and ".join(FILES[name])) + "\n".join(lines) + "\n"


def _lined_up(lists: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for word, latin in _pairs(lists):
        letters = paired("".join(c for c in strip_marks(word) if "\u0621" <= c <= "\u06cc"))
        chunks = line_up(letters, re.sub("[^a-z]", "", plain_letters(latin).lower()))
        if chunks:
            yield letters, tuple(out for _, out in chunks)


def _pairs(lists: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return single words with their spelling: of the lists, and of foreign persons in the lexicon."""
    rows = [row for name in lists for row in data.rows(f"names/{name}") if len(row) > 1 and row[1]]
    own = re.compile(data.table("romanise")["own_letters"])
    rows = [row for row in rows if "o" not in "".join(row[2:3]) and not own.search(row[1].lower())]
    pairs = [(row[0], row[1]) for row in rows if " " not in row[0]]
    if lists is ARAB:
        return [
            (word.removeprefix("ال"), _LATIN_ARTICLE.sub("", latin, count=1))
            if word.startswith("ال")
            else (word, latin)
            for word, latin in pairs
        ]
    return pairs + sorted(set(_famous()) - set(pairs))


def _famous() -> Iterator[tuple[str, str]]:
    table = data.table("romanise")
    arab = {code for land in table["arab"]["lands"] for code in table["regions"][land]} | {"TR"}
    for row in data.rows("lexicon/people"):
        ar, en, country, aliases = row[1], row[2], (*row, "", "")[3], (*row, "", "", "")[5]
        for form in (ar, *aliases.split("|")):
            words, latin = form.split(), en.replace("-", " ").split()
            if country not in arab and len(words) == len(latin):
                yield from zip(words, latin, strict=True)


if __name__ == "__main__":
    for name in FILES:
        (FOLDER / f"{name}.txt").write_text(text(name), encoding="utf-8")
