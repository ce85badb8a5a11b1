"""Plain text: the file's lines are the article's lines, nothing is stated about it.

Scrapers leave tags and entities of the page in the text («<p>قال الوزير&nbsp;…</p>»): they are taken out of
the line they stand in, so that the line is neither lost as code nor printed with them.  Lines that were
broken at a width are one.
"""

from __future__ import annotations

import re
from html import unescape

from sitegen.desk.formats.source import article_id, decode, digest, split_lines
from sitegen.desk.formats.wrapping import unwrapped
from sitegen.model import Meta, RawArticle
from sitegen.text.fold import squeeze

#: A page saved under the name of a text.
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE
)
#: What stands inside a word or between two: nothing, or a space.
_INLINE = "a abbr b bdi bdo big cite em font i ins mark s small span strong sub sup u"
_BLOCK = (
    "article aside blockquote br center dd div dl dt figcaption figure footer h[1-6] header hr img li main "
    "ol p picture section source table tbody td th thead tr ul"
)
_BOUND = 500  # letters of a tag or a scrap of script: what is longer stays as it is


def _tag(names: str) -> re.Pattern[str]:
    return re.compile(rf"</?(?:{'|'.join(names.split())})(?:\s[^<>]{{0,{_BOUND}}})?/?>", re.IGNORECASE)


_BOARD = re.compile(
    r"\[/?(?:b|i|u|s|center|color|font|left|quote|right|size|url)(?:=[^\[\]]{0,80})?\]", re.IGNORECASE
)
_INLINE_TAG, _BLOCK_TAG = _tag(_INLINE), _tag(_BLOCK)
_SCRIPT = re.compile(
    rf"<(script|style)\b[^<>]{{0,{_BOUND}}}>[^<]{{0,{_BOUND}}}</\1\s*>|<!--[^<]{{0,{_BOUND}}}-->",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{1,6}|#x[\da-fA-F]{1,5});")


def is_page(data: bytes) -> bool:
    """Say whether the bytes of a text file are a whole page in HTML.

    >>> is_page(b"\\n<!DOCTYPE html><title>x"), is_page("قال <b>الوزير</b>".encode())
    (True, False)
    """
    return _PAGE.match(data) is not None


def parse(path: str, data: bytes) -> RawArticle:
    """Read a `.txt` file; a byte-order mark, CRLF line ends and leftover tags are tolerated.

    >>> parse("x.txt", b"\\xef\\xbb\\xbfone\\r\\ntwo").lines
    ('one', 'two')
    >>> parse("x.txt", b"<p>one <b>t</b>wo<br/>three&nbsp;&amp; 4</p>\\n2 < 3 & <name>").lines
    ('one two three & 4', '2 < 3 & <name>')
    """
    lines = split_lines(decode(path, data))
    if any(sign in data for sign in (b"<", b"&", b"[/")):
        lines = tuple(map(_without_markup, lines))
    return RawArticle(article_id(path), path, unwrapped(lines), Meta(), digest(data))


def _without_markup(line: str) -> str:
    """Return a line without the tags and entities of HTML, unchanged where it has none."""
    text = _SCRIPT.sub(" ", line) if "<" in line else line
    text = _BLOCK_TAG.sub(" ", _INLINE_TAG.sub("", text)) if "<" in text else text
    text = _BOARD.sub("", text) if "[/" in text else text
    text = _ENTITY.sub(lambda found: unescape(found[0]), text) if "&" in text else text
    return line if text == line else squeeze(text)
