"""The text of a title without what a site or a messenger puts round it."""

from __future__ import annotations

import re

from sitegen.reading.page.days import is_date
from sitegen.reading.page.lines import trim, words_of
from sitegen.reading.page.signs import signs
from sitegen.reading.page.words import lists, outlets

#: «[14/5/2022, 9:05:40 م] منى: …», «14/05/2022, 21:05 - منى: …»: a message of a conversation kept as text.
_SENT_AT = r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}[,،]?\s+\d{1,2}:\d\d(?::\d\d)?(?:\s?[صمap]\.?m?\.?)?"
MESSAGE = re.compile(rf"\s*(?:\[{_SENT_AT}\]\s*(?:[^:\[]{{2,30}}:\s)?|{_SENT_AT}\s[-–]\s[^:]{{2,30}}:\s)")
_BOLD = re.compile(r"([*_])[^*_]+\1")
#: The label of a copy has at most so many characters.
_LABEL = 24
_SUFFIX = re.compile(r"\s+[-–—|•]\s+([^-–—|•]{2,40})$|\s*\|\s*([^|]{2,40})$")
#: «## مطار حلب»: the mark of a heading, in a text that is no Markdown otherwise.
_HEADED = re.compile(r"#{1,6}\s+")
_STAMP = re.compile(r"\s*[-–—|(]\s*[\d/.\-: ]{8,22}\)?$")


def title_of(text: str) -> str:
    """Return a title without the outlet's name or the date that a site puts behind it.

    >>> title_of("بايدن يستقبل الكاظمي | صحيفة الوطن")
    'بايدن يستقبل الكاظمي'
    >>> title_of("تغريدات وفاكهة - 5"), title_of("الحدود السورية - العراقية")
    ('تغريدات وفاكهة - 5', 'الحدود السورية - العراقية')
    >>> title_of("مشاهدة النسخة كاملة : موعد التسجيل")
    'موعد التسجيل'
    >>> title_of("*الخارجية تستدعي السفير*")
    'الخارجية تستدعي السفير'
    >>> title_of("## الخارجية تستدعي السفير")
    'الخارجية تستدعي السفير'
    """
    sent = MESSAGE.match(text)
    start, end = trim(text, sent.end() if sent else _label_end(text))
    text = _HEADED.sub("", text[start:end], count=1) or text
    text = text[1:-1].strip() if is_bold(text) else text
    while (found := _SUFFIX.search(text)) and is_outlet(words_of(found.group(1) or found.group(2))):
        if words_of(text[: found.start()]) in lists().places:
            break  # «عمان - موقع أثري جديد»
        text = text[: found.start()]
    stamp = _STAMP.search(text)
    return text[: stamp.start()] if stamp and is_date(words_of(stamp.group())) else text


def is_bold(text: str) -> bool:
    """Say whether the marks of a messenger make a whole line bold or slanted: «*الخارجية تستدعي السفير*»."""
    return _BOLD.fullmatch(text.strip()) is not None


def _label_end(text: str) -> int:
    """Return where a title begins behind the label of a copy of a board's page, 0 without one."""
    colon = text.find(":", 0, _LABEL) + 1
    label = set(words_of(text[: colon - 1])) if colon else set()
    return colon if len(label) > 1 and label <= signs().copies else 0


def is_outlet(words: tuple[str, ...]) -> bool:
    """Say whether words name an outlet."""
    return words in outlets().names or (len(words) <= 5 and not outlets().words.isdisjoint(words))
