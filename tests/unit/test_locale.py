"""The Arabic words of the interface are complete, clean and counted in all six forms."""

from __future__ import annotations

import ast
import io
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po
from jinja2 import Environment

import sitegen
from sitegen import data
from sitegen.site.language import Language
from tests.face_pages import TEMPLATES

CATALOGUE = read_po(io.StringIO(data.raw("locale/ar.po")), locale="ar")
MESSAGES = [message for message in CATALOGUE if message.id]
#: Arabic letters and marks, its punctuation, digits, brackets, dots and the places of values.
CLEAN = re.compile(r"(%\([a-z]+\)s|[\u0621-\u063a\u0641-\u064a\u064b-\u0652 ،؛؟:.()«»])+")


def in_templates() -> set[object]:
    """Return every message of the templates: a string, or a pair where it is counted."""
    environment = Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
    found: set[object] = set()
    for source in TEMPLATES.values():
        for _, _, words in environment.extract_translations(source):  # type: ignore[attr-defined]
            said = (words,) if isinstance(words, str) else tuple(word for word in words if word)
            found.add(said[0] if len(said) == 1 else said)
    return found


def in_code() -> set[object]:
    """Return every message that Python code asks for by `_`, `gettext` or `ngettext`."""
    found: set[object] = set()
    for path in Path(sitegen.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                words = tuple(
                    a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)
                )
                if words and name in ("_", "gettext"):
                    found.add(words[0])
                elif words and name == "ngettext":
                    found.add(words)
    return found


def test_every_word_of_the_interface_has_an_arabic_one_and_none_is_left_over() -> None:
    assert {message.id for message in MESSAGES} == in_templates() | in_code()


@pytest.mark.parametrize("message", MESSAGES, ids=lambda m: str(m.id))
def test_translations_are_clean_arabic_with_the_same_values(message: Message) -> None:
    counted = not isinstance(message.id, str)
    forms = message.string if counted else (message.string,)
    assert len(forms) == (6 if counted else 1)
    wanted = set(re.findall(r"%\((\w+)\)s", message.id[1] if counted else str(message.id)))
    for number, form in enumerate(forms):
        assert CLEAN.fullmatch(form), form
        named = set(re.findall(r"%\((\w+)\)s", form))
        assert named == wanted or (number < 3 and named == wanted - {"count"})
    assert not message.fuzzy


@pytest.mark.parametrize(("number", "words"), [
    (0, "لا مقالات"), (1, "مقال واحد"), (2, "مقالان"), (3, "3 مقالات"), (10, "10 مقالات"), (11, "11 مقالاً"),
    (99, "99 مقالاً"), (100, "100 مقال"), (101, "101 مقال"), (102, "102 مقال"), (103, "103 مقالات"),
    (111, "111 مقالاً"), (1000, "1,000 مقال"),
])  # fmt: skip
def test_counted_nouns_follow_the_number(number: int, words: str) -> None:
    lang = Language("ar")
    form = lang.ngettext("%(count)s article", "%(count)s articles", number)
    assert form % {"count": lang.number(number)} == words


def test_numbers_dates_and_lists_are_written_as_readers_of_each_language_do() -> None:
    ar, en = Language("ar"), Language("en")
    assert [ar.number(2500.5), en.number(-1200), en.number(0.25)] == ["2,500.5", "-1,200", "0.25"]
    assert ar.date("2021-07-26", weekday=True) == "الاثنين، 26 تموز/يوليو 2021"
    assert Language("ar", months="gulf").date("2021-07") == "يوليو 2021"
    assert Language("ar", months="levant", digits="arabic").date("2021-07-05") == "٥ تموز ٢٠٢١"
    assert ar.join(["بغداد", "أربيل", "البصرة"]) == "بغداد وأربيل والبصرة"
    assert en.join(["a", "b", "c"]) == "a, b, and c"
    assert len({ar.month(n) for n in range(1, 13)}) == 12
