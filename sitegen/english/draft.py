"""A first version of an editor's English: the text as it stands, each sentence under its Arabic.

    +++
    source = "<sha256 of the article file>"
    draft = "<digest of what follows>"
    +++
    <!-- 3: the Arabic title -->
    # The headline [3]
    <!-- 7: the Arabic line -->
    A sentence. [7]

As long as the sentences are those of the draft, the automatic text stays on the
page and keeps its label; the first change makes the text the editor's.
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.english.editor import EditorLine, draft_digest
from sitegen.model import Entry, Sentence


def draft(entry: Entry) -> str:
    """Return the content of `content/english/<id>.md` for one article.

    The Arabic is a comment: whatever would end the comment is taken apart.
    """
    english = entry.english
    lines = [_line(s) for s in (english.headline, *english.sentences)]
    body = "\n".join(_body(entry, lines))
    return f'+++\nsource = "{entry.raw.digest}"\ndraft = "{draft_digest(lines[0], lines[1:])}"\n+++\n{body}\n'


def _body(entry: Entry, lines: list[EditorLine]) -> Iterator[str]:
    for number, line in enumerate(lines):
        for n in line.lines:
            yield f"<!-- {n}: {_comment(entry.raw.lines[n - 1])} -->"
        numbers = ", ".join(map(str, line.lines))
        yield f"{'# ' if number == 0 else ''}{line.text} [{numbers}]"


def _line(sentence: Sentence) -> EditorLine:
    return EditorLine(sentence.text, sentence.lines)


def _comment(arabic: str) -> str:
    return " ".join(arabic.split()).replace("--", "- -").replace("<!", "< !").rstrip("-")
