"""How often something was in the news, as a line of strokes: one for each month that has articles.

The drawing says nothing that the list of articles does not, so it is hidden from
readers who listen; time runs in the direction of the page's language.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from sitegen.site.language import Language
from sitegen.web.bidi import vouched

WIDTH, HEIGHT = 480, 66
_BASE = 42  # of the strokes, from the top
_WIDEST = 6.0
_APART = 48  # pixels between two years at least

#: A month and how many articles it has: "2021-07", 3.
Month = tuple[str, int]


def timeline(months: Sequence[Month], lang: Language) -> Markup:
    """Return an SVG of `months` (in order), empty if they are fewer than two.

    >>> str(timeline([("2021-07", 3)], Language("en")))
    ''
    """
    if len(months) < 2:
        return vouched("")
    first, last = _number(months[0][0]) // 12 * 12, _number(months[-1][0]) // 12 * 12 + 12
    step = WIDTH / (last - first)
    most = max(count for _, count in months)

    def across(month: int) -> float:
        """Return where a month begins; Arabic time runs from right to left."""
        at = (month - first) * step
        return round(WIDTH - at if lang.dir == "rtl" else at, 1)

    wide = round(max(1.5, min(_WIDEST, step * 0.6)), 1)
    strokes = "".join(
        f"M{across(_number(month)) + _half(step, lang)} {_BASE}v-{round(4 + 32 * count / most, 1)}"
        for month, count in months
    )
    every = -(-_APART // round(12 * step)) if 12 * step < _APART else 1
    years = range(first // 12, last // 12, every)
    ticks = "".join(f"M{across(year * 12)} {_BASE}v5" for year in years)
    labels = "".join(
        f'<text x="{across(year * 12) + _half(12 * step * every, lang)}" y="62">{lang.date(str(year))}</text>'
        for year in years
    )
    return vouched(
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true" focusable="false">'
        f'<path class="axis" d="M0 {_BASE}h{WIDTH}{ticks}"/>'
        f'<path class="strokes" stroke-width="{wide}" d="{strokes}"/>{labels}</svg>'
    )


def _number(month: str) -> int:
    """Count months from the year 0.

    >>> _number("2021-07") - _number("2020-12")
    7
    """
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def _half(width: float, lang: Language) -> float:
    return round(-width / 2 if lang.dir == "rtl" else width / 2, 1)
