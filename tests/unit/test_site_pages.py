"""Each article of the test set on each page of it: nothing of an article is lost, little furniture kept."""

from __future__ import annotations

import pytest

from sitegen.model import Article, Corrections, Meta, RawArticle
from sitegen.reading.page.clean import clean
from tests.unit.site_pages import DROPPED, FOLDER, articles, filled, lost_and_missed, sites

#: What is known to be missed, by page: a tag without a heading, a teaser without a sign, an excerpt,
#: the table of a league, a notice next to the text.
MISSED = {
    "abu dhabi channel": 1, "aggregator app": 21, "al arabiya": 3, "algerian daily": 1,
    "algiers agency": 1, "algiers tabloid": 1, "aljazeera, article only with widgets": 2,
    "amman gossip site": 1, "amp page of a channel": 4, "anadolu": 1, "ankara agency": 1, "asharq": 1,
    "atlanta arabic site": 4, "baghdad local site": 1, "bbc, older skin": 1, "beirut agency": 1,
    "beirut channel": 7, "beirut magazine": 8, "beirut paper online": 1, "blog of 2012": 5,
    "cairo daily portal": 1, "cairo independent paper": 2, "casablanca video site": 1, "club site": 2,
    "cnn arabic": 2, "damascus agency": 1, "damascus tv site": 1, "doha daily": 5, "dw": 1,
    "egyptian business paper": 2, "egyptian portal of 2019": 2, "egyptian regional site": 1,
    "emirati news site, arc": 3, "emirati portal": 1, "euronews": 1, "football portal": 11,
    "football scores app": 12, "footer of a ministry": 2, "france24": 2,
    "french broadcaster in arabic": 4, "gaza network": 2, "german broadcaster arabic page": 3,
    "government news page": 1, "gulf news channel": 1, "hespress": 1, "ina": 1, "iraqi agency": 1,
    "jeddah paper": 1, "khartoum portal": 1, "kurdish-run iraqi agency": 3, "kuwaiti daily": 1,
    "lebanese rolling news": 1, "libyan observer style": 2, "live blog of a broadcaster": 2,
    "london broadcaster": 1, "london saudi site": 1, "long reads from tunis": 2, "magazine": 2,
    "maghreb site": 1, "masrawy": 1, "muscat daily": 4, "newsletter digest of a think tank": 13,
    "newsletter in a browser": 19, "newspaper app, reader mode": 6, "nouakchott portal": 5,
    "omani newspaper": 1, "omani portal": 1, "page cached by an archive": 1,
    "page of a printed paper as text": 3, "palestinian agency": 1, "paper behind a wall": 10,
    "partner feed on a search portal": 8, "podcast page of a magazine": 5, "portal of a university": 2,
    "portal with tickers and threads": 5, "print view of a ministry site": 2, "rabat portal": 1,
    "ramallah agency": 3, "related as arrows and bullets": 1, "riyadh business portal": 3,
    "rt arabic": 1, "sanaa opposition portal": 1, "saudi sports daily": 1,
    "service page of a women's portal": 3, "syrian exile paper": 1, "syrian local network": 1,
    "teasers inside the text": 1, "tech blog": 3, "tripoli channel": 2, "turkish arabic daily": 1,
    "video page of a channel": 2, "wafa": 1, "wire feed with social embeds": 3,
    "women and stars magazine": 1, "wordpress in english chrome": 2, "yemeni site of 2015": 5,
}  # fmt: skip
#: A title that the paragraphs do not speak of, below a short name of the site.
UNTITLED = {
    ("anadolu", "interview"), ("anadolu", "poem"), ("anadolu", "technology"), ("anadolu", "war"),
    ("beirut magazine", "opinion"), ("blog of 2012", "opinion"), ("club site", "sport"),
    ("damascus agency", "brief"), ("football scores app", "sport"), ("khartoum portal", "prices"),
    ("muscat daily", "lineups"), ("newsletter digest of a think tank", "brief"),
    ("newsletter digest of a think tank", "column"), ("newsletter digest of a think tank", "crime"),
    ("newsletter digest of a think tank", "culture"), ("newsletter digest of a think tank", "economy"),
    ("newsletter digest of a think tank", "faq"), ("newsletter digest of a think tank", "health"),
    ("newsletter digest of a think tank", "interview"), ("newsletter digest of a think tank", "lineups"),
    ("newsletter digest of a think tank", "live"), ("newsletter digest of a think tank", "obituary"),
    ("newsletter digest of a think tank", "opinion"), ("newsletter digest of a think tank", "poem"),
    ("newsletter digest of a think tank", "politics"), ("newsletter digest of a think tank", "prices"),
    ("newsletter digest of a think tank", "recipe"), ("newsletter digest of a think tank", "results"),
    ("newsletter digest of a think tank", "sport"), ("newsletter digest of a think tank", "statement"),
    ("newsletter digest of a think tank", "technology"),
    ("newsletter digest of a think tank", "timeline"), ("newsletter digest of a think tank", "voices"),
    ("newsletter digest of a think tank", "war"), ("newsletter digest of a think tank", "weather"),
    ("newsletter digest of a think tank", "winners"), ("newsletter in a browser", "health"),
    ("newsletter in a browser", "live"), ("newsletter in a browser", "obituary"),
    ("newsletter in a browser", "prices"), ("newsletter in a browser", "results"),
    ("newsletter in a browser", "statement"), ("newsletter in a browser", "technology"),
    ("newsletter in a browser", "war"), ("newsletter in a browser", "weather"),
    ("nouakchott portal", "opinion"), ("page of a printed paper as text", "voices"),
    ("palestinian agency", "weather"), ("portal with tickers and threads", "economy"),
    ("yemeni site of 2015", "technology"), ("yemeni site of 2015", "war"),
}  # fmt: skip
LINES = [
    row
    for row in (FOLDER / "kept.txt").read_text(encoding="utf-8").splitlines()
    if row and not row.startswith("#")
]


def read(lines: tuple[str, ...]) -> Article:
    return clean(RawArticle("x", "x.txt", lines, Meta(), ""), Corrections())


@pytest.mark.parametrize("site", sites())
def test_articles_on_a_page(site: str) -> None:
    for number, article in enumerate(articles(sites()[site].file)):
        page = filled(site, article, spaced=number % 2 == 0)
        found = read(page.lines)
        lost, missed = lost_and_missed(page, found)
        untitled = (site, article["label"]) in UNTITLED
        assert [line for line in lost if not (untitled and article["title"] in line)] == [], article["label"]
        assert len(missed) <= MISSED.get(site, 0), (article["label"], missed)
        if not untitled:
            assert found.title == article["title"]
        assert found.is_article


TITLE = "افتتاح جسر جديد في المدينة القديمة"
LEDE = "افتتحت أمانة العاصمة جسرا جديدا في المدينة القديمة بعد ثلاث سنوات من العمل المتواصل."
BODY = "وقال مدير المشروع المهندس حسن كريم إن الجسر سيخدم آلاف السكان في الجانبين كل يوم."
LAST = "وتعتزم الأمانة بناء ثلاثة جسور أخرى في أنحاء المدينة قبل نهاية العام المقبل."
FOOT = ("شارك الخبر", "فيسبوك", "تويتر", "مقالات ذات صلة", "حملة لتنظيف شاطئ النهر", "جميع الحقوق محفوظة")


@pytest.mark.parametrize("row", LINES)
def test_a_line_that_looks_like_furniture_is_kept(row: str) -> None:
    line = row.removeprefix("+")
    pages = [
        (TITLE, "", LEDE, "", line, "", BODY, "", LAST, "", *FOOT),
        (TITLE, LEDE, BODY, line, LAST, *FOOT),
    ]
    if row == line:
        pages += [
            (TITLE, LEDE, BODY, LAST, line, *FOOT),
            (TITLE, "", LEDE, "", BODY, "", LAST, "", line, "", *FOOT),
            (TITLE, LEDE, BODY, LAST, line),
        ]
    for lines in pages:
        mark = read(lines).marks[lines.index(line)]
        assert mark.role not in DROPPED, mark
