"""Which facts may be told: those that name somebody or something."""

from __future__ import annotations

import pytest

from sitegen.english.phrases.phrase import NP
from sitegen.english.sentences.reports import Fact
from sitegen.english.sentences.trust import trusted

SAY = ("say", "said", "said")


def fact(kind: str, subject: str, rest: str) -> Fact:
    return Fact(kind, NP(0, subject, "person"), SAY, "past", rest, 1, 0)


@pytest.mark.parametrize(
    ("kind", "subject", "rest", "told"),
    [
        ("topic", "the minister", "the withdrawal of US forces", True),
        ("topic", "the minister", "the committee", False),  # a bare noun: too often another sense
        ("topic", "the minister", "the Labour Ministry", False),
        ("event", "shops", "", False),
        ("event", "Joe Biden", "the mission", True),
        ("event", "12 people", "", True),
        ("said", "the minister", "there is a second person", False),  # what he is or did is cut off
        ("said", "the minister", "the forces will return", True),
    ],
)
def test_trusted(kind: str, subject: str, rest: str, told: bool) -> None:
    assert trusted(fact(kind, subject, rest)) is told
