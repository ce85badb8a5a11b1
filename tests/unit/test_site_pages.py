"""Each article of the test set on each page of it: nothing of an article is lost, little furniture kept."""

from __future__ import annotations

import pytest

from sitegen.model import Article, Corrections, Meta, RawArticle
from sitegen.reading.page.clean import clean
from tests.unit.site_pages import DROPPED, FOLDER, articles, endings, filled, lost_and_missed, sites

#: What is known to be missed, by page: a tag without a heading, a teaser without a sign, an excerpt,
#: the table of a league, a notice next to the text.
MISSED = {
    "abu dhabi channel": 1, "aggregator app": 4, "al arabiya": 3, "algerian channel site of 2019": 1,
    "algerian daily": 1, "algerian paper of 2023": 2, "algiers agency": 1, "algiers tabloid": 1,
    "aljazeera, article only with widgets": 2, "amman gossip site": 1, "amp page of a channel": 4,
    "anadolu": 1, "ankara agency": 1, "answer of an assistant with a quoted article": 5, "asharq": 1,
    "atlanta arabic site": 3, "baghdad local site": 1, "bahraini community paper": 6,
    "bahraini radio page": 10, "bbc, older skin": 1, "beirut agency": 1, "beirut channel": 7,
    "beirut magazine": 8, "beirut paper online": 1, "blog of 2012": 5, "cairo daily portal": 1,
    "cairo independent paper": 2, "casablanca video site": 1, "channel export from a messenger": 7,
    "club site": 2, "cnn arabic": 2, "damascus agency": 1, "damascus tv site": 1, "doha daily": 4, "dw": 1,
    "egyptian business paper": 2, "egyptian governorate paper": 12, "egyptian portal of 2019": 2,
    "egyptian regional site": 1, "egyptian service portal of 2020": 9, "emirati business daily": 3,
    "emirati english-owned portal": 13, "emirati family portal": 14, "emirati news site, arc": 3,
    "emirati portal": 1, "euronews": 1, "football portal": 11, "football scores app": 12,
    "footer of a ministry": 2, "forum thread with a copied article": 3, "france24": 2,
    "french broadcaster in arabic": 4, "gaza network": 2, "german broadcaster arabic page": 3,
    "government news page": 1, "gulf news channel": 1, "hespress": 1, "ina": 1, "iraqi agency": 1,
    "iraqi kurdish weekly online": 11, "iraqi party channel": 3, "iraqi satellite channel site": 4,
    "jeddah paper": 1, "jordanian news site of 2014": 2, "khartoum portal": 1,
    "kurdish network arabic page": 1, "kurdish-run iraqi agency": 3, "kuwaiti daily": 1,
    "kuwaiti paper with premium badge": 2, "lebanese rolling news": 1, "lebanese tv site of 2020": 3,
    "lebanese weekly": 3, "library archive of clippings": 8, "library of clips of an institute": 11,
    "libyan news channel page": 2, "libyan observer style": 2, "listening application of a magazine": 3,
    "live blog of a broadcaster": 2, "live centre of a sports channel": 10, "live page of an agency": 5,
    "london broadcaster": 1, "london saudi site": 1, "long reads from tunis": 2, "magazine": 1,
    "maghreb site": 1, "masrawy": 1, "morning letter of a site": 1, "moroccan daily of 2018": 2,
    "moroccan regional site": 1, "muscat daily": 4, "news app of a telephone maker": 2,
    "newsletter digest of a think tank": 1, "newsletter in a browser": 1, "newspaper app, reader mode": 2,
    "nouakchott portal": 5, "omani newspaper": 1, "omani newspaper app page in html": 3, "omani portal": 1,
    "page cached by an archive": 1, "page of a printed paper as text": 2, "palestinian agency": 1,
    "palestinian network of 2022": 2, "palestinian radio network": 6, "paper behind a wall": 3,
    "partner feed on a search portal": 2, "podcast page of a magazine": 1, "portal of a university": 2,
    "portal with tickers and threads": 5, "print view of a ministry site": 6,
    "printout of a press review": 3, "rabat portal": 1, "ramallah agency": 3, "read-later application": 13,
    "related as arrows and bullets": 1, "riyadh business portal": 3, "rolling coverage of a newspaper": 7,
    "rt arabic": 1, "sanaa opposition portal": 1, "saudi electronic paper of 2013": 3,
    "saudi sports daily": 1, "saved page of a messaging group": 11, "school paper as text": 9,
    "service page of a women's portal": 6, "sudanese daily on a cms": 2, "syrian exile paper": 1,
    "syrian local network": 1, "syrian opposition tv site": 3, "teasers inside the text": 1, "tech blog": 3,
    "tripoli channel": 2, "tunisian radio of 2016": 11, "turkish arabic daily": 1,
    "video page of a channel": 2, "wafa": 1, "weekly letter of a cultural site": 11,
    "wire feed with social embeds": 3, "women and stars magazine": 1, "wordpress in english chrome": 2,
    "yemeni news portal of 2021": 11, "yemeni site of 2015": 5,
}  # fmt: skip
#: A title that the paragraphs do not speak of, below a short name of the site.
UNTITLED = {
    ("anadolu", "interview"), ("anadolu", "poem"), ("anadolu", "technology"), ("anadolu", "war"),
    ("beirut magazine", "opinion"), ("blog of 2012", "opinion"), ("club site", "sport"),
    ("damascus agency", "brief"), ("football scores app", "sport"),
    ("iraqi satellite channel site", "weather"), ("khartoum portal", "prices"),
    ("lebanese tv site of 2020", "politics"), ("lebanese tv site of 2020", "technology"),
    ("lebanese tv site of 2020", "timeline"), ("lebanese tv site of 2020", "war"),
    ("library of clips of an institute", "brief"), ("library of clips of an institute", "column"),
    ("library of clips of an institute", "crime"), ("library of clips of an institute", "culture"),
    ("library of clips of an institute", "economy"), ("library of clips of an institute", "faq"),
    ("library of clips of an institute", "health"), ("library of clips of an institute", "interview"),
    ("library of clips of an institute", "letters"), ("library of clips of an institute", "lineups"),
    ("library of clips of an institute", "live"), ("library of clips of an institute", "obituary"),
    ("library of clips of an institute", "opinion"), ("library of clips of an institute", "poem"),
    ("library of clips of an institute", "politics"), ("library of clips of an institute", "prices"),
    ("library of clips of an institute", "recipe"), ("library of clips of an institute", "recommendations"),
    ("library of clips of an institute", "refrain"), ("library of clips of an institute", "short answers"),
    ("library of clips of an institute", "sport"), ("library of clips of an institute", "statement"),
    ("library of clips of an institute", "technology"), ("library of clips of an institute", "timeline"),
    ("library of clips of an institute", "voices"), ("library of clips of an institute", "voices marked"),
    ("library of clips of an institute", "war"), ("library of clips of an institute", "weather"),
    ("live centre of a sports channel", "opinion"), ("muscat daily", "lineups"),
    ("nouakchott portal", "opinion"), ("page of a printed paper as text", "voices"),
    ("palestinian agency", "weather"), ("palestinian radio network", "refrain"),
    ("portal with tickers and threads", "economy"), ("printout of a press review", "crime"),
    ("printout of a press review", "interview"), ("printout of a press review", "live"),
    ("printout of a press review", "politics"), ("tunisian radio of 2016", "refrain"),
    ("tunisian radio of 2016", "short answers"), ("weekly letter of a cultural site", "politics"),
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


def test_no_ending_is_lost_on_any_page() -> None:
    """Hours, prices, answers, refrains at the end of an article look like furniture; none is dropped."""
    for page in endings():
        found = read(page.lines)
        lost = [line for line in lost_and_missed(page, found)[0] if line != page.title]
        assert lost == [], (page.site, page.label)


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
