"""The stylesheet as it is sent: the rules for the fonts, then the sheet without comments and indentation."""

from __future__ import annotations

import re

_STRING_OR_COMMENT = re.compile(rb"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|/\*.*?\*/""", re.DOTALL)
_INDENT = re.compile(rb"\s*\n\s*")


def lean(sheet: bytes) -> bytes:
    """Return a stylesheet without comments, indentation and empty lines; what it says stays the same.

    >>> lean(b'/* ink */\\na {\\n  color: red; /* so */\\n}\\n\\nq::before {\\n  content: "/* no */";\\n}\\n')
    b'a {\\ncolor: red;\\n}\\nq::before {\\ncontent: "/* no */";\\n}\\n'
    """
    bare = _STRING_OR_COMMENT.sub(lambda found: found[1] or b"", sheet)
    return _INDENT.sub(b"\n", bare).lstrip()
