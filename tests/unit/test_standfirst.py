"""Lists show one English sentence below the headline: the first that says more than the headline does."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from sitegen.model import English, Sentence
from sitegen.site.cards import make_card
from tests.unit.test_happenings import entry

CARD = "The article covers football and mentions Cairo."


@pytest.mark.parametrize(
    ("headline", "sentences", "shown"),
    [
        ("8 fans of Zamalek arrested", ("The article says 8 fans of Zamalek were arrested.", CARD), CARD),
        (
            "Al-Orobah prepares for Al-Tai",
            ("The article says Al-Orobah is preparing for Al-Tai.", CARD),
            CARD,
        ),
        ("Team arrives in Morocco", ("The article says a team of 8 arrived in Morocco.", CARD), None),
        ("Club beats a rival", ("Samir Nour said that the club beat a rival.", CARD), None),
        ("Football, Cairo", (CARD,), None),
        ("Snapchat closes accounts", ("The article says Snapchat closed accounts.",), None),
        ("An untold title", (), ""),
    ],
)
def test_what_a_list_shows_below_a_headline(
    headline: str, sentences: tuple[str, ...], shown: str | None
) -> None:
    told = tuple(Sentence(text, (1,), "facts") for text in sentences)
    article = replace(entry("نص", "past"), english=English(Sentence(headline, (1,), "facts"), told, "facts"))
    expected = sentences[0] if shown is None else shown
    assert make_card(article, None, "full").view.summary == expected
