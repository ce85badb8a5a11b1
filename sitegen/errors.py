"""Every problem a user can cause, in one tree, each with path:line and a hint.

    SitegenError
      ConfigError        content/site.toml cannot be used
      SourceError        one input file cannot be used
        FormatError      no reader understands it
        ArticleError     it lacks something a page needs
      LexiconError       a people/places/topics/... record is wrong
      RenderError        a template failed
      EngineError        an engine that puts Arabic into English cannot be used
      OutputError        two sources want one path, or a path leaves build/

Anything that is not in this tree is a bug and keeps its traceback.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

#: First-strong isolate and its end: a terminal must not reorder a quoted Arabic run.
FSI = "\N{FIRST STRONG ISOLATE}"
PDI = "\N{POP DIRECTIONAL ISOLATE}"

#: A note asks for nothing: the build goes on even where warnings stop it.
Severity = Literal["error", "warning", "note"]


def isolate(text: str) -> str:
    """Wrap `text` so that its direction cannot disturb the line around it.

    >>> isolate("x") == FSI + "x" + PDI
    True
    """
    return f"{FSI}{text}{PDI}"


class Where(NamedTuple):
    """A place in an input: `path` relative to the project, `line` from 1 (None: the whole file)."""

    path: str
    line: int | None = None

    def __str__(self) -> str:
        return self.path if self.line is None else f"{self.path}:{self.line}"


class Problem(NamedTuple):
    """One thing wrong, as a value; only the command line prints it."""

    what: str
    where: Where | None = None
    hint: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        head = f"{self.where}: {self.what}" if self.where else self.what
        return f"{head}\n  hint: {self.hint}" if self.hint else head


class SitegenError(Exception):
    """The root of the tree: one or more problems that stop the build."""

    def __init__(self, what: str, where: Where | None = None, *, hint: str = "") -> None:
        super().__init__(what)
        self.problem = Problem(what, where, hint)

    def __reduce__(self) -> tuple[object, ...]:
        return _again, (type(self), self.problem)

    def __str__(self) -> str:
        return str(self.problem)


def _again(kind: type[SitegenError], problem: Problem) -> SitegenError:
    """Make an error anew that came from another process."""
    return kind(problem.what, problem.where, hint=problem.hint)


class ConfigError(SitegenError):
    """`content/site.toml` cannot be used."""


class SourceError(SitegenError):
    """One input file cannot be used."""


class FormatError(SourceError):
    """No reader understands the file."""


class ArticleError(SourceError):
    """The file was read but lacks something a page needs."""


class LexiconError(SitegenError):
    """A record of people, places, organisations, topics or outlets is wrong."""


class RenderError(SitegenError):
    """A template failed."""


class EngineError(SitegenError):
    """An engine that puts Arabic into English cannot be used."""


class OutputError(SitegenError):
    """Two sources want one path, or a path leaves the output folder."""


def utf8(path: str, data: bytes) -> str:
    """Return the text of the file `path`; bytes that are no UTF-8 are a `SourceError` with their line."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        where = Where(path, data[: error.start].count(b"\n") + 1)
        raise SourceError("the file is not UTF-8 text", where, hint="save it as UTF-8") from error
