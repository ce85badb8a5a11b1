"""What the gate notices, and what it blames without cause.

headlines_parallel.jsonl is read in two halves: the gate's word lists were grown on the documents with
an even number ("grown"), those with an odd one ("judged") were only measured.  A pair is a headline
with its English, or a sentence of the lead; a lead whose two sides have not the same number of
sentences is one pair.

false alarms   share of the human pairs that the gate would drop; pairs are left out whose Arabic was printed
               without its spaces (a word of fourteen letters or more), as some of these files were
<kind>         share of the pairs made false in one way (tests/quality/corrupt.py, seeded) that are dropped

The translations are not perfect: some leave a name out or give another figure.  Such pairs count as
false alarms, too: of those of the grown half that were read, one in two really said something else.

`python -m tests.quality.gate grown` lists what is blamed and what is missed in that half.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from random import Random

from sitegen.desk.lexicon import Lexicon, parse_lexicon
from sitegen.english.gate.check import complaints, each_complaint
from sitegen.english.gate.sides import SPACES_LOST
from sitegen.text.sentences import split_sentences
from sitegen.text.tokens import tokenize
from tests.quality import Row, load_jsonl, shared_folder
from tests.quality.corrupt import KINDS

_GOALS = {
    "number": 0.98, "date": 0.98, "place": 0.98, "invented name": 0.95, "negation added": 0.95,
    "negation dropped": 0.85, "swapped agents": 0.80,
}  # fmt: skip
CASES = Path(__file__).parents[1] / "cases" / "gate"
_BY_HAND = {"negation dropped": "dropped", "swapped agents": "swapped"}
_TRIES = 3  # each sentence is made false this often in each way
_END = re.compile(r"(?<=[.!?])[\"'\u201d\u2019)]?\s+(?=[A-Z\"\u201c0-9])")
HALVES = {"grown": 0, "judged": 1}


def measure(shared: Path) -> list[Row]:
    lexicon, _ = parse_lexicon({})
    rows = []
    for half in HALVES:
        known = pairs(shared, half)
        good = [(ar, en) for ar, en in known if has_its_spaces(ar)]
        blamed = sum(is_blamed(ar, en, lexicon) for ar, en in good)
        rows.append(
            Row("gate", half, "false alarms", blamed / len(good), len(good), 0.05, lower_is_better=True)
        )
        for kind, goal in _GOALS.items():
            made = list(corrupted(known, kind))
            noticed = sum(is_blamed(ar, en, lexicon) for ar, en in made)
            rows.append(Row("gate", half, kind, noticed / max(1, len(made)), len(made), goal))
    return [*rows, *_own(lexicon), *_freely(lexicon, "freely"), *_freely(lexicon, "anew")]


def _own(lexicon: Lexicon) -> list[Row]:
    """Measure the pairs of tests/cases/gate/: the headlines hold few negations and few names about a verb."""
    rows = []
    for name in ("negation", "agents"):
        read = tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))["pair"]
        false = [pair for pair in read if pair["false"]]
        noticed = sum(is_blamed(pair["ar"], pair["false"], lexicon) for pair in false)
        blamed = sum(is_blamed(pair["ar"], pair["en"], lexicon) for pair in read)
        rows.append(Row("gate", f"{name}.toml", "noticed", noticed / len(false), len(false), 0.85))
        rows.append(Row("gate", f"{name}.toml", "false alarms", blamed / len(read), len(read), 0.05, True))
    return rows


def _freely(lexicon: Lexicon, name: str) -> list[Row]:
    """Measure the pairs translated freely, made false by hand and by script."""
    read = tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))["pair"]
    known = [(pair["ar"], pair["en"]) for pair in read]
    false = {kind: list(corrupted(known, kind)) for kind in KINDS if kind not in _BY_HAND}
    for kind, key in _BY_HAND.items():
        false[kind] = [(pair["ar"], pair[key]) for pair in read if key in pair]
    blamed = sum(is_blamed(ar, en, lexicon) for ar, en in known)
    rows = [Row("gate", f"{name}.toml", "false alarms", blamed / len(known), len(known), 0.05, True)]
    for kind, goal in _GOALS.items():
        noticed = sum(is_blamed(ar, en, lexicon) for ar, en in false[kind])
        rows.append(Row("gate", f"{name}.toml", kind, noticed / len(false[kind]), len(false[kind]), goal))
    return rows


def is_blamed(arabic: str, english: str, lexicon: Lexicon) -> bool:
    return next(each_complaint(arabic, english, lexicon), None) is not None


def has_its_spaces(arabic: str) -> bool:
    """Say whether no word is longer than Arabic words are."""
    return all(len(token.key) < SPACES_LOST for token in tokenize(arabic))


def pairs(shared: Path, half: str) -> list[tuple[str, str]]:
    """Return the (Arabic, English) pairs of one half."""
    out = []
    for row in load_jsonl(shared / "data" / "dev" / "headlines_parallel.jsonl")[HALVES[half] :: 2]:
        out.append((row["headline_ar"], row["headline_en"]))
        arabic = [row["lead_ar"][a:b] for a, b in split_sentences(row["lead_ar"])]
        english = _END.split(row["lead_en"])
        if len(arabic) == len(english):
            out += zip(arabic, english, strict=True)
        else:
            out.append((row["lead_ar"], row["lead_en"]))
    return out


def corrupted(known: list[tuple[str, str]], kind: str) -> Iterator[tuple[str, str]]:
    """Yield each pair made false in one way, several times over, no sentence twice."""
    for n, (arabic, english) in enumerate(known):
        seen = {english}
        for again in range(_TRIES):
            false = KINDS[kind](english, Random(f"{kind} {n} {again}"))
            if false is not None and false not in seen:
                seen.add(false)
                yield arabic, false


def listing(shared: Path, half: str, lexicon: Lexicon) -> Iterator[str]:
    """Yield a line for every pair blamed and for every false one missed."""
    known = pairs(shared, half)
    for arabic, english in known:
        if found := complaints(arabic, english, lexicon):
            yield f"blamed: {'; '.join(f'{c.kind}: {c.what}' for c in found)}\n  {english}\n  {arabic}"
    for kind in KINDS:
        for arabic, english in corrupted(known, kind):
            if not complaints(arabic, english, lexicon):
                yield f"missed {kind}:\n  {english}\n  {arabic}"


if __name__ == "__main__":
    folder = shared_folder()
    if folder is None:
        sys.exit("no labelled data at hand: set SITEGEN_SHARED")
    print("\n".join(listing(folder, sys.argv[1], parse_lexicon({})[0])))
