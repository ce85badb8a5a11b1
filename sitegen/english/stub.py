"""The English stub of one article: the editor's words, else checked translation, else facts, else a card.

Every sentence names the raw lines it rests on.  Pure and quick: no engine, no
network; what is not understood is not said.
"""

from __future__ import annotations

from sitegen.desk.lexicon import Lexicon
from sitegen.english.card import card, card_headline
from sitegen.english.editor import EditorLine, EditorText
from sitegen.english.facts import find_facts
from sitegen.english.machine import NOTHING_SAID, Machine
from sitegen.english.sentences.telling import Teller, headline
from sitegen.english.words import wording
from sitegen.english.words.central import weighed
from sitegen.model import DateFound, Dating, English, Reading, Sentence


def write_english(  # noqa: PLR0913 - six values make an article's English
    reading: Reading,
    dating: Dating,
    dates: tuple[DateFound, ...],
    lexicon: Lexicon,
    editor: EditorText | None = None,
    *,
    machine: Machine = NOTHING_SAID,
    digest: str = "",
) -> English:
    """Write headline and summary; `digest` is that of the raw article, to notice a stale editor's text."""
    if editor is not None:
        return _edited(reading, editor, digest)
    facts, named = find_facts(reading, dates, lexicon), weighed(reading)
    teller = Teller(dating, lexicon)
    told = [Sentence(teller.sentence(fact), fact.lines or (fact.line,), "facts") for fact in facts.body]
    if facts.title and reading.article.title_line:
        head = Sentence(facts.title, (reading.article.title_line,), "facts")
    elif facts.headline:
        head = Sentence(wording.tidy(headline(facts.headline, dating.value)), (facts.headline.line,), "facts")
    else:
        head = card_headline(reading, named, facts.gist)
    made = "facts" if told or facts.headline else "card"
    return _with_machine(English(head, (*told, *card(reading, named)), made), machine)


def _with_machine(made: English, machine: Machine) -> English:
    """Put translated sentences where facts were told from the same lines, in the order of the text."""
    lines = {n for s in machine.sentences for n in s.lines}
    kept = [s for s in made.sentences if s.layer == "facts" and lines.isdisjoint(s.lines)]
    text = sorted((*machine.sentences, *kept), key=lambda s: s.lines[0])
    cards = (s for s in made.sentences if s.layer != "facts")
    first = next((s.layer for s in (*machine.sentences, machine.title) if s), made.engine)
    return English(machine.title or made.headline, (*text, *cards), first, rejected=machine.rejected)


def _edited(reading: Reading, editor: EditorText, digest: str) -> English:
    first = next((p.line for b in reading.article.blocks for p in b.pieces), reading.article.title_line or 1)

    def told(line: EditorLine, default: int) -> Sentence:
        return Sentence(line.text, line.lines or (default,), "editor")

    return English(
        told(editor.headline, reading.article.title_line or first),
        tuple(told(line, first) for line in editor.sentences),
        "editor",
        stale=bool(editor.source and digest and editor.source != digest),
    )
