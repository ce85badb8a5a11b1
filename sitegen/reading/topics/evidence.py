"""On how much a general topic rests: words of its own in several lines, or one word that came by chance."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Set

from sitegen.reading.topics.model import Counted, Given, Term, local_forms

#: Words of a topic, and lines they stand in.
_WORDS, _LINES = 2, 2
#: The same beside another topic: told of in the title, all through the text, nearly as much as the first.
_TITLED, _THROUGHOUT, _AS_MUCH = (3, 3), (6, 4), (5, 3)
_LONG = str.maketrans("", "", "اويى")
_ROOT = 3  # letters without the long vowels that tell a word from others
_NEARLY = 0.8  # so much of the first topic's points is nearly as much


def rests_on_more(counted: Counted, topic: str, given: Given = (), lines: int = _LINES) -> bool:
    """Say whether two clear words, or one and a specific topic, speak for `topic` in two `lines`.

    Words that only say who, where and for how much («الوزير», «مكتب», «مليون») are none.

    >>> from sitegen.reading.topics.model import count
    >>> from sitegen.text.tokens import tokenize
    >>> def rests(topic, *lines):
    ...     return rests_on_more(count((i, 1.0, tokenize(line)) for i, line in enumerate(lines)), topic)
    >>> rests("education", "جامعة جديدة", "افتتح الكلية"), rests("education", "افتتح كلية في الجامعة", "قال")
    (True, False)
    >>> rests("politics", "قال الوزير", "شكر الرئيس")
    False
    """
    found = _clear_words(counted, topic) | {("", n) for wider, n, _ in given if wider == topic}
    return len({form for form, _ in found}) >= _WORDS and len({n for _, n in found}) >= lines


def stands_beside(counted: Counted, topic: str, share: float, given: Given = (), first: str = "") -> bool:
    """Say whether `topic`, which does not belong to the first one, is one more subject of the text.

    Two or three words of its own come by chance («ذهب كل شيء» and «المصانع» are no economy); `share` of the
    first topic's points.  Words that speak for the `first` one too are none: the dead of a fire are no war.

    >>> from sitegen.reading.topics.model import count
    >>> from sitegen.text.tokens import tokenize
    >>> def beside(*lines):
    ...     found = count((i, 1.0 if i else 3.0, tokenize(line)) for i, line in enumerate(lines))
    ...     return stands_beside(found, "education", 0.5)
    >>> beside("جامعة جديدة", "افتتح الكلية", "يدرس الطلاب"), beside("بلدة", "جامعة", "كلية", "طلاب")
    (True, False)
    """
    found = _clear_words(counted, topic) - (_said_for(counted, first) if first else set())
    lines = {n for _, n in found} | {n for wider, n, _ in given if wider == topic}
    words = _apart({_bones(form) for form, _ in _stripped(found)}) + any(
        wider == topic for wider, _, _ in given
    )
    wanted = [_THROUGHOUT] + [_TITLED] * stands_in_title(counted, topic) + [_AS_MUCH] * (share >= _NEARLY)
    return any(words >= least and len(lines) >= many for least, many in wanted)


def _stripped(found: Set[tuple[str, int]]) -> set[tuple[str, int]]:
    """Leave out the words that are another one with an ending: «طاير» and «طايرات» are one.

    >>> sorted(_stripped({("طاير", 1), ("طايرات", 2), ("مطار", 3)}))
    [('طاير', 1), ('مطار', 3)]
    """
    forms = {form for form, _ in found}
    return {
        (form, n) for form, n in found if not any(form != other and form == other + "ات" for other in forms)
    }


def _apart(bones: Collection[str]) -> int:
    """Return how many of these words do not hold another one: «مصنع» and «صناعة» are one.

    >>> _apart({"صنع", "مصنع", "تجر"}), _apart({"ملعب", "لعب", "ملعب كبير"})
    (2, 2)
    """
    return sum(
        " " in form or not any(other != form and len(other) >= _ROOT and other in form for other in bones)
        for form in bones
    )


def _bones(form: str) -> str:
    """Return a word without its long vowels: «مصرف» and «مصارف» are one.

    >>> _bones("مصارف") == _bones("مصرف"), _bones("سفين") == _bones("سفن")
    (True, True)
    """
    return form.translate(_LONG) if " " not in form else form


def _said_for(counted: Counted, topic: str) -> set[tuple[str, int]]:
    """Return the words that speak for `topic`, however faintly, each with its lines."""
    return {
        (term.form, n)
        for n, _, line in counted.lines
        for term in line
        if any(t == topic and p > 0 for t, p in term.points)
    }


def has_words(counted: Counted, topic: str) -> bool:
    """Say whether a clear word speaks for `topic`."""
    return bool(_clear_words(counted, topic))


def is_local(counted: Counted) -> bool:
    """Say whether clans or policemen at work are told of in the title, or in two lines: no politics."""
    found = {n for n, _, line in counted.lines for term in line if term.form in local_forms()}
    return len(found) >= _LINES or _title(counted)[0] in found


def stands_in_title(counted: Counted, topic: str) -> bool:
    """Say whether a clear word of `topic` stands in the heaviest line, which is the title's."""
    title = _title(counted)
    return any(n == title[0] for _, n in _clear_words(counted, topic))


def is_hinted_at(counted: Counted, topics: Iterable[str]) -> bool:
    """Say whether a word of one of `topics`, however faint, stands in the heaviest line."""
    wanted = frozenset(topics)
    return any(t in wanted and p > 0 for term in _title(counted)[2] for t, p in term.points)


def _title(counted: Counted) -> tuple[int, float, tuple[Term, ...]]:
    return max(counted.lines, key=lambda line: line[1], default=(0, 0.0, ()))


def _clear_words(counted: Counted, topic: str) -> Set[tuple[str, int]]:
    """Return the words that may stand for `topic`, each with its lines."""
    return counted.clear.get(topic, frozenset())
