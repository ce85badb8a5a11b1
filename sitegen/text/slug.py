"""A readable part of a URL: small ASCII letters, digits and single hyphens."""

from __future__ import annotations

import hashlib
import re
import unicodedata

_OTHER = re.compile(r"[^a-z0-9]+")
_LONGEST = 80  # letters; far under the 255 bytes that file systems allow


def slug(text: str) -> str:
    """Return `text` as a slug; text without a Latin letter or digit becomes a short digest.

    >>> slug("Mustafa al-Kadhimi")
    'mustafa-al-kadhimi'
    >>> slug("قمة").startswith("x-")
    True
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    found = _OTHER.sub("-", plain)[:_LONGEST].strip("-")
    return found or "x-" + hashlib.sha256(text.encode()).hexdigest()[:10]
