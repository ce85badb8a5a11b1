"""English spellings of Arabic-script names against those in use.

`exact`: the one spelling we write equals any of the references, ignoring case,
hyphens, apostrophes, spaces and accents.  Per source, and over all names;
`arab-full`: the full names of politicians of Arab states, whose references
often leave out father and grandfather, so that `arab-full-outer` also counts a
name whose first and last word agree with a reference (the article apart), and
`arab-full-same` only the names of which a reference has as many parts as the
Arabic (عبد, أبو, بن, Al, Abdul and the like count with the word after them, الله
and الدين with the word before).
`near`: the mean similarity (difflib ratio) to the nearest reference.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from pathlib import Path
from typing import Any

from sitegen.text.romanise import romanise
from tests.quality import Row, load_jsonl

#: The states of the Arab world among the countries of the data, with their codes.
ARAB = {
    "Algeria": "DZ", "Bahrain": "BH", "Egypt": "EG", "Iraq": "IQ", "Jordan": "JO", "Kuwait": "KW",
    "Lebanon": "LB", "Libya": "LY", "Mauritania": "MR", "Morocco": "MA", "Oman": "OM", "Palestine": "PS",
    "Qatar": "QA", "Saudi_Arabia": "SA", "Sudan": "SD", "Syria": "SY", "Tunisia": "TN",
    "United_Arab_Emirates": "AE", "Yemen": "YE",
}  # fmt: skip
GOALS = {"all": 0.30, "arab-full-same": 0.70}
_WITH_NEXT = re.compile(
    r"\b(عبد|أبو|ابو|أبي|بن|ابن|بنت|آل|abdu?l?|abdel|abu|abou|bin|ben|ibn|bint|al|el)[\s-]+", re.IGNORECASE
)
_WITH_LAST = re.compile(r"\s+(?:الله|الدين|(?:al|el|ed|ud)[- ]?din|allah)\b", re.IGNORECASE)


def parts(name: str) -> int:
    """Return how many parts a name has.

    >>> parts("خليل عبد الله أبو زيد"), parts("Khalil Abdullah Abu Zeid"), parts("Ali Fadl Allah")
    (3, 3, 2)
    """
    return len(re.split(r"[\s-]+", _WITH_LAST.sub("", _WITH_NEXT.sub(r"\1_", name)).strip()))


def plain(name: str) -> str:
    """Return a spelling as it is compared."""
    name = unicodedata.normalize("NFKD", name.translate(str.maketrans("ıøłđß", "iolds")))
    return re.sub("[^a-z0-9]", "", name.encode("ascii", "ignore").decode().casefold())


def outer(name: str) -> tuple[str, str]:
    """Return the first and last word of a spelling, the article taken off."""
    words = [word for word in re.split(r"[\s-]+", name.casefold()) if word not in ("al", "el", "dr.")]
    return plain(words[0]), plain(words[-1])


def measure(shared: Path) -> list[Row]:
    groups: dict[str, list[tuple[str, list[str]]]] = {"all": []}
    for row in load_jsonl(shared / "data" / "dev" / "names.jsonl"):
        pair = (romanise(row["ar"], ARAB.get(row.get("country", ""), "")), row["en"])
        for group in groups_of(row):
            groups.setdefault(group, []).append(pair)
    rows = []
    for group, pairs in groups.items():
        exact = sum(plain(ours) in map(plain, refs) for ours, refs in pairs)
        near = sum(max(likeness(ours, ref) for ref in refs) for ours, refs in pairs)
        rows.append(Row("romanise", group, "exact", exact / len(pairs), len(pairs), GOALS.get(group)))
        rows.append(Row("romanise", group, "near", near / len(pairs), len(pairs)))
    pairs = groups["arab-full"]
    same = sum(outer(ours) in map(outer, refs) for ours, refs in pairs)
    rows.append(Row("romanise", "arab-full-outer", "exact", same / len(pairs), len(pairs)))
    return rows


def groups_of(row: dict[str, Any]) -> list[str]:
    """Return the groups that one labelled name counts in."""
    groups = ["all", row["source"]]
    if row["source"] == "everypolitician":
        groups.append("arab-full" if row["country"] in ARAB else "foreign-full")
        if row["country"] in ARAB and parts(row["ar"]) in map(parts, row["en"]):
            groups.append("arab-full-same")
    return groups


def likeness(ours: str, reference: str) -> float:
    return difflib.SequenceMatcher(None, plain(ours), plain(reference)).ratio()
