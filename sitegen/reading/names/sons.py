"""What stands between a child and its father: «بن», «بنت», «ولد», «منت»; the verb «ولد» and half a name."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.reading.names.cues import parts
from sitegen.reading.names.lists import function_lights, ordinary_words
from sitegen.reading.names.shapes import plainness
from sitegen.reading.names.units import Text, Unit

#: Letters glued to what stands behind «ولد» where it is the verb: «ولد بمدينة», «ولد وترعرع».
_GLUED = frozenset("بلوفك")
#: Letters of the longest word of a name; that of a Malagasy president has 19.
_LONGEST = 24
_FAITH = "الدين"
_GOD, _PREFIXED = "الله", ("ب", "ل", "و", "ف", "ك", "ي", "ت")


def son_at(text: Text, j: int) -> bool:
    """Say whether «بن», «بنت», «ولد» or «منت» stands at token `j`."""
    return j < len(text.tokens) and text.tokens[j].key in parts().sons and text.joined(j)


def sure_son(text: Text, j: int) -> bool:
    """Say whether such a word stands at token `j` with a name behind it, and no verb: «ولد في»."""
    return (
        son_at(text, j) and text.joined(j + 1) and not (text.tokens[j].key == "ولد" and is_born(text, j + 1))
    )


def is_born(text: Text, j: int) -> bool:
    """Say whether the word at `j` stands behind «ولد» as a verb: «ولد في», «ولد بمدينة», «ولد يتيما»."""
    token = text.tokens[j]
    plain = plainness(token.key) > 1
    if token.light in function_lights() or token.key in ordinary_words() or token.key.isdigit():
        return True
    return plain and (token.key[0] in _GLUED or token.light.endswith("ا"))


def is_cut(text: Text, units: Sequence[Unit]) -> bool:
    """Say whether a name goes on in what was not understood: «محمد محمود ولد …», «… عبد …», «… رقم الله».

    Nor is it told when the spaces of a word are lost: none of a name is so long, and spelling it takes long.

    >>> from sitegen.reading.names.chain import chain
    >>> from sitegen.reading.names.units import make_text
    >>> from sitegen.text.tokens import tokenize
    >>> def cut(line): return is_cut(text := make_text(line, tokenize(line)), chain(text, 0))
    >>> cut("سعيد محمد بن 5 أعوام"), cut("سعيد محمد ولد في دمشق")
    (True, False)
    """
    j = units[-1].last
    if any(len(token.key) > _LONGEST for token in text.tokens[units[0].first : j]):
        return True
    if not text.joined(j):
        return False
    hers = any(text.tokens[unit.first].key in parts().daughters for unit in units)
    if hers and son_at(text, j):
        return True  # «لمينة بنت القطب ولد أمم»: no verb of hers
    servant = text.tokens[j].key == "عبد" and text.joined(j + 1)
    servant = servant or text.tokens[j].key == _FAITH  # «إلهام صفي الدين»
    return sure_son(text, j) or servant or _is_of_god(text, j)


def _is_of_god(text: Text, j: int) -> bool:
    """Say whether the word at `j`, which «الله» follows, goes on with a name: «أحمد النور رقم الله»."""
    token = text.tokens[j]
    if not text.joined(j + 1) or text.tokens[j + 1].key != _GOD or token.key in parts().before_god:
        return False
    return not (token.light.endswith("ه") or token.key.startswith(_PREFIXED) or text.words[j].bits)
