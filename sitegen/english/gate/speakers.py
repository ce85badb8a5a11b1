"""Whose words they are: who says it in the English must be who says it in the Arabic."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.desk.lexicon import Lexicon
from sitegen.english.gate.anchors import Anchor, anchors
from sitegen.english.gate.sides import Pair
from sitegen.english.gate.tables import has_form, keys, listed
from sitegen.english.words.verbs import verb_form
from sitegen.text.tokens import stems

_NEAR = 3  # English words between a verb of speech and its subject
_REACH = 12  # Arabic words that a subject may have


def check(pair: Pair, lexicon: Lexicon) -> Iterator[str]:
    """Yield the one who says it where the Arabic has another say it who is named in the English, too."""
    found = anchors(pair, lexicon)
    told = [a for a in found if _says(pair, a)]
    if len(told) != 1:
        return
    others = [a for a in found if a is not told[0] and a.sure]
    for first, last in _speakers(pair):
        inside = [a.at for a in found if first <= a.at < last or first <= a.until < last]
        if not inside or told[0].at in inside or told[0].until in inside:
            return
    for first, last in _speakers(pair):
        for other in others:
            if first <= other.at < last and not told[0].at <= other.at <= told[0].until:
                yield f"{pair.words[told[0].last - 1].text} does not say it in the Arabic"
                return


def _says(pair: Pair, anchor: Anchor) -> bool:
    """Say whether a name stands at the end with a verb of speech: "…, Ukraine said", "…, says Gantz"."""
    end = pair.words[anchor.last - 1].end
    before = [w.low for w in pair.words[max(0, anchor.first - _NEAR) : anchor.first]]
    after = [w.low for w in pair.words[anchor.last : anchor.last + _NEAR]]
    comma = pair.english.rfind(",", 0, pair.words[anchor.first].start)
    if comma < 0 or pair.words[anchor.last + _NEAR :] or "," in pair.english[comma + 1 : end]:
        return False
    cues = listed("speakers", "closing")
    return not cues.isdisjoint(before) or not cues.isdisjoint(after) or before[-2:] == ["according", "to"]


def _speakers(pair: Pair) -> list[tuple[int, int]]:
    """Return the Arabic words [first, last) of those who speak: behind a verb of speech, before a colon."""
    colon = pair.arabic.find(":")
    out = []
    header = [n for n, t in enumerate(pair.tokens) if t.end <= colon]
    if header and header[-1] <= _NEAR and not verb_form(pair.tokens[0].key):
        out.append((0, 1 if any(verb_form(pair.tokens[n].key) for n in header[1:]) else len(header)))
    for n, token in enumerate(pair.tokens):
        bare = {s.key for s in stems(token.key)}
        if has_form(token.key, "speakers", "blames"):
            out.append((n + 1, n + 2) if n == 0 else (max(0, n - _NEAR), n))
        elif any((form := verb_form(key)) and any(v.speech for v in form.verbs) for key in bare):
            out.append((max(0, n - _NEAR) if token.key[:1] in "يت" else n + 1, _clause(pair, n + 1)))
        elif bare & keys("speakers", "sources"):
            out.append((n + 1, n + 1 + _REACH))
    return out


def _clause(pair: Pair, start: int) -> int:
    """Return the word where what is said begins: «أن», «إن», or far behind the verb."""
    for n in range(start, min(start + _REACH, len(pair.tokens))):
        if pair.tokens[n].key in keys("speakers", "that"):
            return n
    return start + _REACH
