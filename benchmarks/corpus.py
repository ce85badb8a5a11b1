"""A corpus of made-up Arabic news in the shape of real scrapes, the same for the same size and seed.

The shape was measured on real articles: about 290 words, a title, a lede, eight to twelve
paragraphs, a quotation or two, two of 500 persons, two of 60 topics, some page furniture that every
file repeats, ten articles a day.
"""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

WORDS: dict[str, Any] = tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))
FIRST_DAY = date(2023, 1, 1)
A_DAY = 10  # articles


class Person(NamedTuple):
    """Somebody invented: id, Arabic name, English name, office in both languages."""

    id: str
    ar: str
    en: str
    office_ar: str
    office_en: str


class Topic(NamedTuple):
    """A subject of the lexicon."""

    id: str
    ar: str
    en: str


class Story(NamedTuple):
    """One article: what a generator without Arabic needs as metadata, and the scraped text."""

    id: str
    title: str
    day: date
    people: tuple[Person, ...]
    topics: tuple[Topic, ...]
    places: tuple[str, ...]
    paragraphs: tuple[str, ...]
    caption: str

    @property
    def scraped(self) -> str:
        """Return the page as a scraper would have saved it, furniture and all."""
        parts = [*WORDS["furniture_top"], self.title, f"{self.day:%Y-%m-%d}", self.caption, *self.paragraphs]
        return "\n\n".join((*parts, *WORDS["furniture_end"])) + "\n"


def people() -> tuple[Person, ...]:
    """Return the 500 persons of the corpus."""
    out = []
    for n, (given, given_en) in enumerate(zip(WORDS["given"], WORDS["given_en"], strict=True)):
        for m, (family, family_en) in enumerate(zip(WORDS["family"], WORDS["family_en"], strict=True)):
            office_ar, office_en = WORDS["offices"][(n + m) % len(WORDS["offices"])]
            english = f"{given_en} {family_en}"
            out.append(
                Person(english.lower().replace(" ", "-"), f"{given} {family}", english, office_ar, office_en)
            )
    return tuple(out)


def topics() -> tuple[Topic, ...]:
    """Return the 60 subjects of the corpus."""
    return tuple(
        Topic(f"{tail_en}-{head_en}".replace(" ", "-"), f"{head} {tail}", f"{tail_en} {head_en}")
        for head, head_en in WORDS["topic_heads"]
        for tail, tail_en in WORDS["topic_tails"]
    )


def stories(count: int, seed: int = 1) -> Iterator[Story]:
    """Yield `count` articles, oldest first."""
    chance = random.Random(seed)
    everybody, subjects = people(), topics()
    for number in range(count):
        yield _story(number, chance, everybody, subjects)


def _story(
    number: int, chance: random.Random, everybody: tuple[Person, ...], subjects: tuple[Topic, ...]
) -> Story:
    who = tuple(chance.sample(everybody, 2))
    what = tuple(chance.sample(subjects, 2))
    where = tuple(chance.sample(WORDS["places"], 2))
    day = FIRST_DAY + timedelta(days=number // A_DAY)

    def told(pattern: str, person: Person) -> str:
        return pattern.format(
            person=f"{person.office_ar} {person.ar}", person_short=person.ar, name=person.ar.split(" ", 1)[1],
            place=where[0], other=where[1], body=chance.choice(WORDS["bodies"]), topic=chance.choice(what).ar,
            n=chance.choice((12, 37, 140, 260, 1500, 3200)), p=chance.randint(3, 40),
            day=WORDS["days"][(day.weekday() + 1) % 7],
        )  # fmt: skip

    lede = told(WORDS["ledes"][0], who[0]) + " " + told(chance.choice(WORDS["sentences"][1:2]), who[0])
    second = told(WORDS["sentences"][15], who[1])
    drawn = chance.sample(WORDS["sentences"], chance.randint(12, 16))
    body = [told(pattern, who[0]) for pattern in drawn]
    paragraphs = (lede, *(" ".join(body[i : i + 2]) for i in range(0, len(body), 2)), second)
    title = f"{told(chance.choice(WORDS['titles']), who[0])} ({number})"
    return Story(
        f"story-{number:06}", title, day, who, what, where, paragraphs, told(WORDS["caption"], who[0])
    )


def write_project(folder: Path, count: int) -> None:
    """Lay the corpus out as a sitegen project."""
    articles = folder / "content" / "articles"
    lexicon = folder / "content" / "lexicon"
    for each in (articles, lexicon):
        each.mkdir(parents=True, exist_ok=True)
    (folder / "content" / "site.toml").write_text(
        'timezone = "Asia/Baghdad"\nbase_url = "https://example.org/"\n'
        '[ar]\ntitle = "موجز"\ntagline = "أخبار"\n[en]\ntitle = "Digest"\ntagline = "News"\n',
        encoding="utf-8",
    )
    records = (
        f'[{p.id}]\nar = "{p.ar}"\nen = "{p.en}"\n'
        f'roles = [{{ ar = "{p.office_ar}", en = "{p.office_en}", from = 2020-01-01 }}]\n'
        for p in people()
    )
    (lexicon / "people.toml").write_text("\n".join(records), encoding="utf-8")
    subjects = (f'[{t.id}]\nar = "{t.ar}"\nen = "{t.en}"\n' for t in topics())
    (lexicon / "topics.toml").write_text("\n".join(subjects), encoding="utf-8")
    for story in stories(count):
        (articles / f"{story.id}.txt").write_text(story.scraped, encoding="utf-8")
