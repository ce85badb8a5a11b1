"""Which file under `content/` is read as what, and what is told of the others."""

from __future__ import annotations

from sitegen.desk.sources import find_sources

SOUND = (
    "content/site.toml",
    "content/articles/a.txt",
    "content/articles/2024/b.md",
    "content/english/a.md",
    "content/english/cache/a.jsonl",
    "content/lexicon/people.toml",
    "content/pages/about.ar.md",
    "content/pages/about.en.md",
)


def told(*paths: str) -> list[tuple[str, str, str]]:
    problems = find_sources(paths).problems
    return [(str(problem.where), problem.what, problem.severity) for problem in problems]


def test_a_sound_project_has_no_problems() -> None:
    assert told(*SOUND) == []


def test_what_nothing_reads_is_told() -> None:
    strange = ("content/sites.toml", "content/article/c.txt", "content/english/a.txt",
               "content/lexicon/people.txt", "content/pages/photo.png")  # fmt: skip
    assert told(*SOUND, *strange) == [
        (path, "nothing reads this file", "warning") for path in sorted(strange)
    ]


def test_a_site_without_articles_is_told_and_a_folder_that_is_no_site_is_refused() -> None:
    assert told("content/site.toml") == [("content/articles", "there is no article", "warning")]
    assert told("templates/base.html") == [("content/articles", "there is no article", "error")]
