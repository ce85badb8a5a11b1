"""The English that an engine gave for the lead of an article, as far as the gate lets it through."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from sitegen.desk.lexicon import Lexicon
from sitegen.english.cache import Translation
from sitegen.english.lead import lead
from sitegen.model import Article, Rejected, Sentence


class Machine(Struct, frozen=True):
    """Sentences that may be shown, by order of the text, and those dropped with the reasons."""

    title: Sentence | None = None
    sentences: tuple[Sentence, ...] = ()
    rejected: tuple[Rejected, ...] = ()


NOTHING_SAID = Machine()


def chosen(translations: Iterable[Translation], engine: str) -> tuple[Translation, ...]:
    """Return the translations of `engine` ('': of any, 'facts': none), the last of each sentence."""
    if engine == "facts":
        return ()
    return tuple({each.key: each for each in translations if engine in ("", each.engine)}.values())


def machine_english(
    article: Article, said: Iterable[Translation], sentences: int, lexicon: Lexicon
) -> Machine:
    """Check what was said about the lead of `article`."""
    found = {each.key: each for each in said}
    if not found:
        return NOTHING_SAID
    from sitegen.english.gate.check import complaints  # noqa: PLC0415 - most sites have no engine's sentences

    title: Sentence | None = None
    shown: list[Sentence] = []
    rejected: list[Rejected] = []
    for passage in lead(article, sentences):
        answer = found.get(passage.key)
        if answer is None or not answer.en:
            continue
        sentence = Sentence(answer.en, (passage.line,), f"{answer.engine} {answer.model}".strip())
        if reasons := complaints(passage.text, answer.en, lexicon):
            rejected.append(Rejected(sentence, tuple(f"{c.kind}: {c.what}" for c in reasons)))
        elif passage.title:
            title = Sentence(answer.en.rstrip("."), sentence.lines, sentence.layer)
        else:
            shown.append(sentence)
    return Machine(title, tuple(shown), tuple(rejected))
