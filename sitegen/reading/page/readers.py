"""What readers say and choose below an article: comments under their heading, polls."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import takewhile

from sitegen.model import Role
from sitegen.reading.page import foot, furniture
from sitegen.reading.page.days import is_date
from sitegen.reading.page.layout import Page
from sitegen.reading.page.lines import Line
from sitegen.reading.page.signs import signs
from sitegen.reading.page.words import interface_words, lists

Claims = Iterator[tuple[int, Role]]

#: Below a heading of comments so many days of at most so many words show that readers speak.
_STAMPED, _STAMP = 2, 9
#: A poll has so many answers at least and at most.
_ANSWERS, _MOST = 2, 8
#: A button or an answer has at most so many words.
_SHORT = 4
#: The family of the button that ends a poll.
_END = "box-end"
#: The first of comments that are counted.
_FIRST = re.compile(r"\s*1\s*[.)-]")


def comments(page: Page) -> Claims:
    """Claim everything below a heading of comments when readers do speak there."""
    before = 0
    for line in page.lines:
        if line.prose and line.n not in page.marks:
            before += 1
        counted = _is_count(page, line)
        if before >= 2 and (counted or furniture.opener(line, page.found.get(line.n)) == "comments"):
            if counted or _do_speak(page, page.lines[line.n :]):
                yield from ((other.n, "furniture") for other in page.lines[line.n :] if not other.blank)
            return


def _is_count(page: Page, line: Line) -> bool:
    """Say whether a line counts comments and the first of them stands below it: «3 تعليقات», «1. …»."""
    if line.size != 2 or not line.words[0].isdigit() or line.words[1] not in signs().replies:
        return False
    below = next((other for other in page.lines[line.n :] if other.words), line)
    return _FIRST.match(below.text) is not None


def _do_speak(page: Page, rest: Sequence[Line]) -> bool:
    """Say whether lines below a heading of comments hold answers, days, or a button that comes back."""
    signs = lists().comments
    if any(other.words in signs or other.words[:1] in signs for other in rest if other.size <= 3):
        return True
    stamps = sum(is_date(other.words) for other in rest if 2 < other.size <= _STAMP)
    short = (other for other in rest if other.words and other.size <= _SHORT and other.n not in page.found)
    labels = Counter(tuple(word for word in other.words if not word.isdigit()) for other in short)
    buttons = lists().comments | {(word,) for word in interface_words().telling}
    again = any(count > 1 and any((word,) in buttons for word in label) for label, count in labels.items())
    return (stamps >= _STAMPED or again) and not any(line.prose and foot.carries_on(line) for line in rest)


def poll_answers(page: Page) -> Claims:
    """Claim the question and the answers of a poll: «نعم», «لا», «لا أعلم» on lines of their own."""
    answers = lists().answers
    run: list[Line] = []
    for line in (*page.lines, None):
        if line is not None and (line.blank or line.words in answers):
            run += [line] if line.words else []
            continue
        if len(run) > 1 and not any(answer.stop for answer in run):
            asked = _asked(page, run[0])
            if asked or page.at_edge(run[0]):
                yield from ((other.n, "furniture") for other in (*asked, *run))
        run = []
    for line in page.lines:
        found = page.found.get(line.n)
        if found is not None and found.family.name == _END and page.in_tail(line):
            yield from ((other.n, "furniture") for other in _poll_above(page, line))


def _poll_above(page: Page, button: Line) -> list[Line]:
    """Return a question and its answers, in whatever words, right above the button of a poll."""
    above = [line for line in reversed(page.lines[page.end : button.n - 1]) if line.words]
    answers = list(takewhile(lambda line: line.size <= _SHORT and not line.stop, above[:_MOST]))
    asked = above[len(answers) : len(answers) + 1]
    if len(answers) < _ANSWERS or not asked or asked[0].stop not in ("؟", "?") or page.shares(asked[0]) > 0:
        return []
    return [line for line in (*asked, *answers) if line.n not in page.marks]


def _asked(page: Page, answer: Line) -> list[Line]:
    above = next((line for line in reversed(page.lines[: answer.n - 1]) if not line.blank), None)
    return [above] if above and above.n not in page.marks and above.stop in ("؟", "?") else []
