"""The road of an editor with an engine: facts, a model, a cache, a build without the model."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sitegen.desk.engines import EngineSettings
from sitegen.english.cache import parse_cache
from sitegen.shell.cli import main
from sitegen.shell.desk import open_desk
from sitegen.shell.english import run, work
from sitegen.shell.new import new
from tests.chat_server import chat_server
from tests.tiny_models import marian
from tests.worlds import ARTICLES, quiet

MANIFEST = ".sitegen-manifest.json"
TITLE = "النص بالعربية"
SAID = "The text is in Arabic."


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A site of three articles, one of which a tiny model translates truly."""
    folder = tmp_path / "digest"
    new(folder)
    shutil.rmtree(folder / "content" / "articles")
    articles = folder / "content" / "articles"
    articles.mkdir()
    for name, text in {**ARTICLES, "text": f"{TITLE}\n\n{ARTICLES['rain'].split(chr(10), 2)[2]}"}.items():
        (articles / f"{name}.txt").write_text(text, encoding="utf-8")
        (articles / f"{name}.toml").write_text("date = 2024-03-05\n", encoding="utf-8")
    return folder


def sitegen(project: Path, *arguments: str, env: dict[str, str] | None = None) -> Result:
    command, *rest = arguments
    result = CliRunner().invoke(main, [command, "--project", str(project), *rest], env=env)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def site(project: Path, output: str = "build") -> dict[str, bytes]:
    result = sitegen(project, "build", "--output", str(project / output))
    assert result.exit_code == 0, result.output
    folder = project / output
    return {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in folder.rglob("*")
        if p.is_file() and p.name != MANIFEST
    }


def said(_: int, numbered: dict[str, str]) -> tuple[int, str]:
    return 200, json.dumps(dict.fromkeys(numbered, SAID))


def settle(project: Path, **english: object) -> None:
    lines = "\n".join(f"{key} = {json.dumps(value)}" for key, value in english.items())
    with (project / "content" / "site.toml").open("a", encoding="utf-8") as file:
        file.write(f"\n[english]\n{lines}\n")


def test_facts_then_a_model_then_the_same_bytes_without_it(project: Path) -> None:
    offline = site(project)
    page = "en/articles/text/index.html"
    assert "Machine translation" not in offline[page].decode()
    models = project / "models"
    models.mkdir()
    marian(models, SAID)
    result = sitegen(project, "english", "--engine", "fxtranslate", "--model", "models")
    assert result.exit_code == 0, result.output
    assert "sentences of 3 articles by fxtranslate aren" in result.output
    with_model = site(project)
    assert "The text is in Arabic</h1>" in with_model[page].decode()
    assert "Machine translation by" in with_model[page].decode()
    shutil.rmtree(models)
    shutil.rmtree(project / ".cache")
    assert site(project, "elsewhere") == with_model
    shutil.rmtree(project / "content" / "english" / "cache")
    assert site(project) == offline


def test_sentences_that_fail_the_gate_are_listed_by_review_and_not_shown(project: Path) -> None:
    (project / "models").mkdir()
    marian(project / "models", "Tom Henley opened 14 harbours in Norway.")
    assert sitegen(project, "english", "--engine", "fxtranslate", "--model", "models").exit_code == 0
    assert not any(b"Henley" in data for data in site(project).values())
    found = sitegen(project, "review", "--json").output
    assert "machine-dropped" in found and "Norway is not in the Arabic" in found


def test_a_second_run_asks_for_nothing_and_a_new_sentence_is_asked_for(project: Path) -> None:
    with chat_server(said) as server:
        settle(project, engine="openai", model="tiny", base_url=server.url)
        assert sitegen(project, "english").exit_code == 0
        asked = len(server.requests)
        assert asked == 3
        assert "0 sentences of 0 articles" in sitegen(project, "english").output
        assert len(server.requests) == asked
        (project / "content" / "articles" / "text.txt").write_text(
            f"{TITLE}\n\nافتتح رئيس البلدية مرفأ الصيد الجديد في المدينة يوم الثلاثاء.\n", encoding="utf-8"
        )
        assert "1 sentences of 1 articles" in sitegen(project, "english").output


def test_a_run_that_ends_early_keeps_what_is_done_and_goes_on(project: Path) -> None:
    with chat_server(lambda n, q: said(n, q) if n == 1 else (401, "no")) as server:
        settle(project, engine="openai", model="tiny", base_url=server.url)
        result = sitegen(project, "english", env={"OPENAI_API_KEY": "sk-secret"})
    assert result.exit_code == 1
    assert "status 401" in result.output and "2 articles are left" in result.output
    cache = project / "content" / "english" / "cache"
    assert [p.name for p in cache.iterdir()] == ["harbour.jsonl"]
    with chat_server(said) as server:
        text = (project / "content" / "site.toml").read_text(encoding="utf-8")
        changed = re.sub(r"127\.0\.0\.1:\d+/v1", server.url[7:-1], text)
        (project / "content" / "site.toml").write_text(changed, encoding="utf-8")
        assert "of 2 articles" in sitegen(project, "english").output
    written = [p.read_bytes() for p in project.rglob("*") if p.is_file()]
    assert not any(b"sk-secret" in data for data in written) and "sk-secret" not in result.output


def test_a_limit_is_kept(project: Path) -> None:
    with chat_server(said) as server:
        settle(project, engine="openai", model="tiny", base_url=server.url)
        assert "of 1 articles" in sitegen(project, "english", "--limit", "1").output
        assert len(server.requests) == 1


def test_a_dry_run_counts_and_asks_nobody(project: Path) -> None:
    settle(
        project, engine="openai", model="tiny", base_url="http://127.0.0.1:1/v1/", price_in=0.5, price_out=1
    )
    result = sitegen(project, "english", "--dry-run")
    assert result.exit_code == 0
    assert "sentences of 3 articles" in result.output
    assert "tokens in and" in result.output and "at your prices" in result.output
    assert not (project / "content" / "english" / "cache").exists()


def test_an_editors_article_is_not_asked_for(project: Path) -> None:
    (project / "content" / "english").mkdir(exist_ok=True)
    (project / "content" / "english" / "rain.md").write_text("# Rain closes roads [1]\n", encoding="utf-8")
    settle(project, engine="openai", model="tiny")
    assert "sentences of 2 articles" in sitegen(project, "english", "--dry-run").output


def test_a_draft_is_written_once(project: Path) -> None:
    path = project / "content" / "english" / "harbour.md"
    before = site(project)
    assert sitegen(project, "english", "--draft", "harbour").exit_code == 0
    text = path.read_text(encoding="utf-8")
    assert "افتتاح مرفأ جديد" in text and "source = " in text
    assert site(project) == before
    again = sitegen(project, "english", "--draft", "harbour")
    assert again.exit_code == 1 and "is there already" in again.output
    assert path.read_text(encoding="utf-8") == text
    path.write_text(text.replace("# ", "# My ", 1), encoding="utf-8")
    assert b"Written by an editor" in site(project)["en/articles/harbour/index.html"]
    nobody = sitegen(project, "english", "--draft", "harbor")
    assert nobody.exit_code == 1 and "did you mean harbour" in nobody.output


@pytest.mark.parametrize(
    ("settings", "what"),
    [({}, "no engine is named"), ({"engine": "fxtranslate"}, "no model is named"),
     ({"engine": "ctranslate2", "model": "nowhere"}, "there is no model"),
     ({"engine": "gpt"}, "must be one of"),
     ({"key_env": "sk-123"}, "not the name of an environment variable")],
)  # fmt: skip
def test_what_cannot_be_done_is_one_clear_error(project: Path, settings: dict[str, str], what: str) -> None:
    settle(project, **settings)
    result = sitegen(project, "english")
    assert result.exit_code == 1
    assert what in result.output and "hint:" in result.output
    assert "sk-123" not in result.output


class Stopped:
    """An engine whose user presses Ctrl-C at the second article."""

    name, model, model_hash, prompt = "tiny", "model", "0" * 16, ""

    def __init__(self) -> None:
        self.asked = 0

    def translate(self, sentences: Sequence[str]) -> list[str]:
        self.asked += 1
        if self.asked == 2:
            raise KeyboardInterrupt
        return [SAID] * len(sentences)


def test_a_run_stopped_by_hand_keeps_whole_files(project: Path) -> None:
    with open_desk(project, quiet) as desk:
        found = list(work(desk.compiled.library, EngineSettings(), None))
        done = run(project, found, Stopped(), quiet)
    assert (done.articles, done.left, done.interrupted) == (1, 2, True)
    (kept,) = (project / "content" / "english" / "cache").iterdir()
    assert parse_cache(kept.name, kept.read_bytes())[1] == ()


def test_read_shows_what_the_cache_holds(project: Path) -> None:
    with chat_server(said) as server:
        settle(project, engine="openai", model="tiny", base_url=server.url)
        assert sitegen(project, "english").exit_code == 0
    text = project / "content" / "articles" / "text.txt"
    assert "[openai tiny, line 1]" in sitegen(project, "read", str(text)).output
