"""Every engine keeps one contract, shown with its real loader: models made here, a server of our own."""

from __future__ import annotations

import json
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.desk.engines import EngineSettings
from sitegen.errors import EngineError
from sitegen.shell.engines.base import Engine, ask
from sitegen.shell.engines.choose import open_engine
from sitegen.shell.engines.openai import OpenAI
from tests.chat_server import ChatServer, chat_server
from tests.tiny_models import ctranslate, marian

SAID = "The talks began."
ENGINES = ("fxtranslate", "ctranslate2", "argos", "openai")
ARABIC = ["بدأت المحادثات", "وقال الوزير إن ٥٠٠٠ جندي غادروا"]


def argos(folder: Path, *, language: str = "ar") -> Path:
    """Zip a model as Argos does."""
    ctranslate(folder, SAID)
    package = folder / "translate-ar_en.argosmodel"
    with zipfile.ZipFile(package, "w") as archive:
        archive.writestr("ar_en/metadata.json", json.dumps({"from_code": language, "to_code": "en"}))
        archive.write(folder / "sentencepiece.model", "ar_en/sentencepiece.model")
        for path in (folder / "model").iterdir():
            archive.write(path, f"ar_en/model/{path.name}")
    return package


def said(_: int, numbered: dict[str, str]) -> tuple[int, str]:
    return 200, json.dumps(dict.fromkeys(numbered, SAID))


@pytest.fixture(scope="module")
def server() -> Iterator[ChatServer]:
    with chat_server(said) as running:
        yield running


@pytest.fixture(scope="module", params=ENGINES)
def engine(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, server: ChatServer
) -> Engine:
    folder = tmp_path_factory.mktemp(request.param)
    if request.param == "openai":
        return open_engine(EngineSettings("openai", "tiny", server.url), folder, {})
    if request.param == "fxtranslate":
        marian(folder, SAID)
        return open_engine(EngineSettings("fxtranslate", str(folder)), folder, {})
    if request.param == "argos":
        return open_engine(EngineSettings("ctranslate2", argos(folder).name), folder, {})
    ctranslate(folder, SAID)
    return open_engine(EngineSettings("ctranslate2", str(folder)), folder, {})


def test_as_many_answers_as_questions_in_order(engine: Engine) -> None:
    assert ask(engine, ARABIC) == [SAID, SAID]


def test_nothing_asked_nothing_answered(engine: Engine) -> None:
    assert ask(engine, []) == []


def test_the_same_question_gets_the_same_answer(engine: Engine) -> None:
    assert ask(engine, ARABIC) == ask(engine, ARABIC)


def test_an_engine_says_who_it_is(engine: Engine) -> None:
    assert engine.name in ("fxtranslate", "ctranslate2", "openai")
    assert engine.model
    assert len(engine.model_hash) == 16


def test_another_model_has_another_hash(tmp_path: Path) -> None:
    hashes = set()
    for sentence in ("One.", "Two."):
        folder = tmp_path / sentence
        folder.mkdir()
        marian(folder, sentence)
        hashes.add(open_engine(EngineSettings("fxtranslate", str(folder)), folder, {}).model_hash)
    assert len(hashes) == 2


def test_digits_go_out_as_ascii(server: ChatServer, tmp_path: Path) -> None:
    ask(open_engine(EngineSettings("openai", "tiny", server.url), tmp_path, {}), ["غادر ٥٠٠٠ جندي"])
    assert "5000" in server.requests[-1][1]["messages"][-1]["content"]


# -- models that cannot be used ---------------------------------------------------


@pytest.mark.parametrize("kept", [0, 10, 2000])
def test_a_cut_model_is_one_clear_error(tmp_path: Path, kept: int) -> None:
    marian(tmp_path, SAID)
    model = tmp_path / "model.aren.intgemm.alphas.bin"
    model.write_bytes(model.read_bytes()[:kept])
    with pytest.raises(EngineError, match="cannot load the model"):
        open_engine(EngineSettings("fxtranslate", str(tmp_path)), tmp_path, {})


def test_a_cut_ctranslate2_model_is_one_clear_error(tmp_path: Path) -> None:
    ctranslate(tmp_path, SAID)
    model = tmp_path / "model" / "model.bin"
    model.write_bytes(model.read_bytes()[:100])
    with pytest.raises(EngineError, match="cannot load"):
        open_engine(EngineSettings("ctranslate2", str(tmp_path)), tmp_path, {})


def test_a_model_of_other_languages_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="from fr to en"):
        open_engine(EngineSettings("ctranslate2", str(argos(tmp_path, language="fr"))), tmp_path, {})
    marian(tmp_path, SAID, pair="enar")
    with pytest.raises(EngineError, match="not one from Arabic"):
        open_engine(EngineSettings("fxtranslate", str(tmp_path)), tmp_path, {})


def test_a_package_whose_files_lead_out_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bad.argosmodel", "w") as archive:
        archive.writestr("../escaped.txt", "x")
    with pytest.raises(EngineError, match="lead out"):
        open_engine(EngineSettings("ctranslate2", "bad.argosmodel"), tmp_path, {})
    assert not (tmp_path.parent / "escaped.txt").exists()


@pytest.mark.parametrize("name", ["fxtranslate", "ctranslate2"])
def test_no_model_is_one_clear_error(tmp_path: Path, name: str) -> None:
    for model, what in (
        ("", "no model is named"),
        ("nowhere", "there is no model"),
        (".", "there is no model"),
    ):
        with pytest.raises(EngineError, match=what) as caught:
            open_engine(EngineSettings(name, model), tmp_path, {})
        assert caught.value.problem.hint


@pytest.mark.parametrize(
    ("name", "module"),
    [("fxtranslate", "fxtranslate"), ("ctranslate2", "sentencepiece"), ("openai", "httpx")],
)
def test_a_missing_extra_is_one_clear_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, module: str
) -> None:
    (marian if name == "fxtranslate" else ctranslate)(tmp_path, SAID)
    monkeypatch.setitem(sys.modules, module, None)  # as Python marks a module that is not there
    with pytest.raises(EngineError, match="is not installed") as caught:
        open_engine(EngineSettings(name, str(tmp_path)), tmp_path, {})
    assert f"sitegen[{name}]" in caught.value.problem.hint


# -- servers -----------------------------------------------------------------------


def asked(url: str, *, key: str = "", budget: int = 0, timeout: float = 5.0) -> OpenAI:
    settings = EngineSettings("openai", "tiny", url, "TEST_KEY", budget=budget)
    return OpenAI(settings, {"TEST_KEY": key}, pause=0.01, timeout=timeout)


@pytest.mark.parametrize(
    "first",
    [(500, "x"), (429, "x"), (200, "Sure! Here you are."), (200, '{"1": "One."}'), (200, "[]"),
     (200, b"not json"), (200, '{"1": 1, "2": 2}'), (200, b'{"choices": []}')],
)  # fmt: skip
def test_what_may_pass_is_asked_again(first: tuple[int, str | bytes]) -> None:
    with chat_server(lambda n, numbered: first if n == 1 else said(n, numbered)) as running:
        assert ask(asked(running.url), ARABIC) == [SAID, SAID]
        assert len(running.requests) == 2


def test_a_fenced_answer_is_read() -> None:
    with chat_server(lambda _, q: (200, f"```json\n{json.dumps(dict.fromkeys(q, SAID))}\n```")) as running:
        assert ask(asked(running.url), ARABIC) == [SAID, SAID]


def test_prose_is_refused_in_the_end() -> None:
    with chat_server(lambda *_: (200, "The talks began.")) as running:
        with pytest.raises(EngineError, match="gives no JSON"):
            ask(asked(running.url), ARABIC)
        assert len(running.requests) == 4


def test_a_wrong_key_is_not_asked_again_and_never_printed() -> None:
    with chat_server(lambda *_: (401, "no")) as running:
        with pytest.raises(EngineError, match="status 401") as caught:
            ask(asked(running.url, key="sk-secret"), ARABIC)
        assert len(running.requests) == 1
        assert running.requests[0][0]["Authorization"] == "Bearer sk-secret"
    assert "sk-secret" not in str(caught.value) and "TEST_KEY" in caught.value.problem.hint


def test_what_goes_out_is_numbered_json_at_temperature_nought() -> None:
    with chat_server(said) as running:
        ask(asked(running.url), ARABIC)
    _, body = running.requests[0]
    assert (body["temperature"], body["model"], body["path"]) == (0, "tiny", "/v1/chat/completions")
    assert list(json.loads(body["messages"][-1]["content"])) == ["1", "2"]


def test_a_server_that_is_down_or_silent_is_one_clear_error() -> None:
    with chat_server(said) as running:
        url = running.url
    with pytest.raises(EngineError, match="cannot be reached"):
        ask(asked(url), ARABIC)


def test_a_budget_is_kept() -> None:
    with chat_server(said) as running:
        engine = asked(running.url, budget=150)
        for _ in range(2):  # a hundred tokens each
            ask(engine, ARABIC)
        with pytest.raises(EngineError, match="budget of 150 tokens is spent"):
            ask(engine, ARABIC)
