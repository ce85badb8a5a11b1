"""The page's search run by Node, and a synthetic site of any size to run it on.

`python -m tests.search_by_node 30000` says how large the index of so many
articles is, how long it takes to make and what queries load.
"""

from __future__ import annotations

import itertools
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sitegen.site.arrange import Site, Term
from sitegen.site.article_words import ArticleWords, Findable
from sitegen.site.cards import Card
from sitegen.site.language import Language
from sitegen.site.views import CardView, Named, When
from sitegen.site.word_index import Words
from sitegen.text.search import keys
from sitegen.web.search import SearchIndex
from tests import tools

SCRIPT = Path(__file__).with_name("search.mjs")
LANGUAGES = {lang: Language(lang) for lang in ("ar", "en")}
_LETTERS = "ابتثجحخدذرزسشصضطعغفقكلمنهوي"


def node(*arguments: str | Path, asked: list[str]) -> list[Any]:
    """Run tests/search.mjs and return its answers, one for each thing asked."""
    command = [str(tools.NODE), "--no-warnings", str(SCRIPT), *map(str, arguments)]
    done = subprocess.run(
        command, input=json.dumps(asked), capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def synthetic(number: int, seed: int = 7) -> tuple[Site, dict[str, ArticleWords]]:
    """Return a site of `number` articles with 180 keys each, as frequent as words are, and a name for two."""
    chance = random.Random(seed)
    vocabulary = _words(chance, 20_000 + 2 * number)
    weights = list(itertools.accumulate(1 / rank for rank in range(1, len(vocabulary) + 1)))
    names = [
        Named(
            "person", f"p{n}", " ".join(chance.choices(vocabulary[:9000], k=2)), f"Name{n} al-Latin{n % 997}"
        )
        for n in range(number // 2)
    ]
    terms: dict[tuple[str, str], Term] = {}
    cards, words = [], {}
    for n in range(number):
        drawn = sorted(set(chance.choices(vocabulary, cum_weights=weights, k=260)))
        title, rest = drawn[::12][:9], [key for i, key in enumerate(drawn) if i % 12]
        day = f"{2000 + n * 20 // number}-{n % 12 + 1:02}-{n % 28 + 1:02}"
        view = CardView(f"article-{n}", " ".join(title), " ".join(title), When(day, "day", "given"), None,
                        lede=" ".join(rest[:25]), summary=" ".join(rest[:12]))  # fmt: skip
        named = tuple(dict.fromkeys(chance.choices(names, k=3)))
        cards.append(Card(view=view, source="a.txt", terms=named))
        found = Findable(" ".join(title), " ".join(rest))
        words[view.id] = ArticleWords(found, Findable(" ".join(title[:5]), " ".join(rest[:30])), "")
        for name in named:
            terms.setdefault((name.kind, name.id), Term(name, None)).cards.append(cards[-1])
    cards.sort(key=lambda card: card.view.when.value or "", reverse=True)
    return Site(tuple(cards), terms, {}), words


def _words(chance: random.Random, number: int) -> list[str]:
    found: dict[str, None] = {}
    while len(found) < number:
        word = "".join(chance.choices(_LETTERS, k=chance.choice((3, 4, 4, 5, 5, 6, 7))))
        if keys(word) == (word,):
            found[word] = None
    return list(found)


def made_files(site: Site, words: dict[str, ArticleWords]) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the index of a site."""
    found = Words(str.encode, words.__getitem__, lambda key: None)
    index = SearchIndex(site, found, LANGUAGES, {}, "")
    for files in (index.files, *(batch for _, _, batch in index.batches())):
        for path, _, make in files():
            yield path, make()


def written(site: Site, words: dict[str, ArticleWords], folder: Path) -> list[Path]:
    """Write the index of a site into a folder and return its files."""
    files = []
    for path, content in made_files(site, words):
        files.append(folder / path)
        files[-1].parent.mkdir(parents=True, exist_ok=True)
        files[-1].write_bytes(content)
    return files


def queries(words: dict[str, ArticleWords], seed: int = 11) -> Iterator[str]:
    """Yield queries of one to three words of one article each: common, rare and in between."""
    chance = random.Random(seed)
    every = sorted(words)
    for n in range(300):
        found = words[chance.choice(every)].ar
        yield " ".join(chance.sample([*found.title.split(), *found.rest.split()], n % 3 + 1))


def main(number: int) -> None:
    """Make the index of `number` articles and print its figures."""
    site, words = synthetic(number)
    begun = time.process_time()
    total = sum(len(content) for _, content in made_files(site, words))
    spent = time.process_time() - begun
    with tempfile.TemporaryDirectory() as folder:
        files = written(site, words, Path(folder))
        asked = list(queries(words))
        loads = {
            tree: [answer["bytes"] for answer in node("find", folder, tree, asked=asked)]
            for tree in ("ar", "en")
        }
        head = (Path(folder) / "search/ar/index.json").stat().st_size
    made = f"{total / 1e6:.1f} MB in {len(files)} files, {1000 * spent / number:.2f} ms an article"
    print(f"{number} articles: {made}; {head / 1000:.0f} kB of it once for all queries")
    for tree, sizes in loads.items():
        median, most = statistics.median(sizes) / 1000, max(sizes) / 1000
        print(
            f"an Arabic query on the pages in {tree!r} loads {median:.0f} kB (median), {most:.0f} kB (most)"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]))
