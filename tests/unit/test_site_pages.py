"""Each article of the test set on each page of it: nothing of an article is lost, little furniture kept."""

from __future__ import annotations

import pytest

from sitegen.model import Article, Corrections, Meta, RawArticle
from sitegen.reading.page.clean import clean
from tests.unit.site_pages import (
    DROPPED,
    FOLDER,
    articles,
    endings,
    filled,
    lost_and_missed,
    sites,
    strange_endings,
)

#: Of articles that end in a list like no other so many lines may be lost on the newest pages.
FEW = 0.06

#: What is known to be missed, by page: a tag without a heading, a teaser without a sign, an excerpt,
#: the table of a league, a notice next to the text.
MISSED = {
    "abu dhabi channel": 1, "aden channel in exile": 21, "aggregator app": 3, "al arabiya": 3,
    "alexandria portal of 2018": 1, "algerian channel site of 2019": 1, "algerian daily": 1,
    "algerian paper of 2023": 2, "algiers agency": 1, "algiers daily of the east": 2,
    "aljazeera, article only with widgets": 2, "amman daily with a green bar": 9, "amman gossip site": 1,
    "amman site with an obituary desk": 8, "amp page of a channel": 3, "anadolu": 1, "ankara agency": 1,
    "answer of an assistant with a quoted article": 1, "asharq": 1, "atlanta arabic site": 3,
    "baghdad local site": 1, "bahraini community paper": 5, "bahraini paper of the pearl": 16,
    "bahraini radio page": 2, "basra site of the south": 4, "bbc, older skin": 1, "beirut agency": 1,
    "beirut channel": 7, "beirut daily behind a meter": 23, "beirut magazine": 8, "beirut paper online": 1,
    "beirut rolling site of 2020": 1, "blog of 2012": 5, "board of a reading group": 7,
    "briefing of an application": 11, "cairo daily portal": 1, "cairo daily with a gold rail": 6,
    "cairo independent paper": 2, "cairo television site": 4, "card of a news application": 13,
    "casablanca video site": 1, "casablanca weekly online": 22, "channel export from a messenger": 1,
    "club site": 2, "cnn arabic": 2, "damascus tv site": 1, "delta site with lottery of numbers": 5,
    "digest sent by a messenger": 10, "djibouti paper of the straits": 2, "doha daily": 3,
    "doha magazine style portal": 13, "egyptian business paper": 1, "egyptian governorate paper": 1,
    "egyptian portal of 2019": 2, "egyptian regional site": 1, "egyptian service portal of 2020": 7,
    "emirati business daily": 2, "emirati english-owned portal": 13, "emirati family portal": 13,
    "emirati news site, arc": 2, "emirati portal": 1, "erbil channel with four editions": 3, "euronews": 1,
    "evening letter of a gulf paper": 3, "folder of press cuttings": 11, "football portal": 9,
    "football scores app": 11, "footer of a ministry": 1, "forum thread with a copied article": 3,
    "forwarded mail with an article": 5, "france24": 2, "french broadcaster in arabic": 4,
    "gaza agency with black ribbon": 14, "gaza network": 2, "german broadcaster arabic page": 2,
    "government news page": 1, "gulf news channel": 1, "hebron network": 2, "hespress": 1,
    "iraqi agency": 1, "iraqi kurdish weekly online": 2, "iraqi party channel": 3,
    "iraqi satellite channel site": 3, "jordanian news site of 2014": 2, "khartoum portal": 1,
    "khartoum portal by night": 3, "kurdish network arabic page": 1, "kurdish-run iraqi agency": 3,
    "kuwaiti paper with premium badge": 1, "kuwaiti site of parliament news": 3,
    "kuwaiti site with polls and prices": 1, "lebanese tv site of 2020": 2, "lebanese weekly": 3,
    "letter of a radio to its listeners": 9, "letter of a research centre round one article": 8,
    "library archive of clippings": 6, "library of clips of an institute": 4, "libyan news channel page": 1,
    "libyan observer style": 2, "libyan portal after 2020": 6, "listening application of a magazine": 3,
    "live blog of a broadcaster": 1, "live centre of a sports channel": 7, "live page of an agency": 5,
    "london broadcaster": 1, "london broadcaster in a new dress": 19, "london saudi site": 1,
    "long reads from tunis": 2, "magazine": 1, "maghreb site": 1,
    "marrakech paper with a comment thread": 1, "masrawy": 1, "morning letter of a readers club": 15,
    "morning letter of a site": 1, "moroccan daily of 2018": 2, "moroccan regional site": 1,
    "mosul agency with a long rail": 2, "muscat daily": 4, "muscat paper of the harbour": 14,
    "nablus site of the old town": 8, "nazareth site of the north": 4, "news app of a telephone maker": 2,
    "newsletter digest of a think tank": 1, "newsletter in a browser": 1, "newspaper app, reader mode": 2,
    "nouakchott portal": 5, "nouakchott portal with two tongues": 3, "omani newspaper app page in html": 3,
    "omani portal": 1, "omdurman paper on wordpress": 2, "oran paper with supplements": 2,
    "page kept by an archive of the web": 9, "page of a magazine as text": 3, "page of a podcast": 19,
    "page of a printed paper as text": 2, "page of a printed paper, columns as text": 13,
    "page of a weekly as text": 13, "page of entries of a tv channel": 2,
    "page of short news of a paper": 11, "palestinian agency": 1, "palestinian network of 2022": 2,
    "palestinian radio network": 6, "paper behind a wall": 2, "partner feed on a search portal": 1,
    "podcast page of a magazine": 1, "portal of a university": 1, "portal with tickers and threads": 5,
    "post of a network with replies": 1, "print view of a ministry site": 2, "printout from a browser": 5,
    "printout of a press review": 3, "rabat portal": 1, "ramallah agency": 3, "read-later application": 2,
    "reader of an archive": 6, "reader of feeds": 9, "riyadh business portal": 1,
    "riyadh daily with supplements": 2, "riyadh paper of the markets": 2,
    "rolling coverage of a newspaper": 7, "rt arabic": 1, "saudi electronic paper of 2013": 3,
    "saudi electronic paper with a gate": 8, "saudi sports daily": 1, "saved page of a messaging group": 7,
    "school paper as text": 9, "screen of a car radio": 10, "service page of a women's portal": 3,
    "sfax radio page": 2, "sharjah paper with badges": 2, "sudanese daily on a cms": 1,
    "swiss broadcaster in ten languages": 5, "syrian exile paper": 1, "syrian exile radio": 1,
    "syrian local network": 1, "syrian opposition tv site": 2, "syrian site in exile": 18,
    "teasers inside the text": 1, "tech blog": 2, "transcript of a broadcast": 4,
    "tripoli agency of the east and west": 1, "tripoli channel": 2,
    "tripoli portal of the lebanese north": 11, "tunis paper of the coast": 1, "tunisian radio of 2016": 3,
    "turkish arabic daily": 1, "video page of a channel": 2, "wafa": 1, "wall of a network": 2,
    "weekly letter of a cultural site": 10, "wire feed with social embeds": 1,
    "women and stars magazine": 1, "yemeni news portal of 2021": 10, "yemeni site of 2015": 3,
}  # fmt: skip
#: A title that the paragraphs do not speak of, below a short name of the site; any of an unknown letter.
UNTITLED = {
    ("algiers daily of the east", "closed roads"), ("algiers daily of the east", "technology"),
    ("amman daily with a green bar", "card"), ("amman daily with a green bar", "obituary"),
    ("amman daily with a green bar", "prices"), ("amman daily with a green bar", "refrain"),
    ("amman daily with a green bar", "results"), ("amman daily with a green bar", "stops"),
    ("amman daily with a green bar", "weather"), ("anadolu", "interview"), ("anadolu", "poem"),
    ("anadolu", "technology"), ("bahraini paper of the pearl", "opinion"),
    ("bahraini paper of the pearl", "refrain"), ("bahraini paper of the pearl", "short answers"),
    ("beirut daily behind a meter", "column"), ("beirut daily behind a meter", "faq"),
    ("beirut daily behind a meter", "interview"), ("beirut daily behind a meter", "letters"),
    ("beirut daily behind a meter", "opinion"), ("beirut daily behind a meter", "recipe"),
    ("beirut daily behind a meter", "refrain"), ("beirut daily behind a meter", "short answers"),
    ("beirut daily behind a meter", "sport"), ("beirut daily behind a meter", "statement"),
    ("beirut daily behind a meter", "timeline"), ("beirut daily behind a meter", "voices"),
    ("beirut magazine", "opinion"), ("blog of 2012", "opinion"), ("club site", "sport"),
    ("folder of press cuttings", "live"), ("football scores app", "sport"),
    ("iraqi satellite channel site", "weather"), ("lebanese tv site of 2020", "timeline"),
    ("letter of a radio to its listeners", "faq"), ("letter of a radio to its listeners", "opinion"),
    ("letter of a research centre round one article", "voices"),
    ("library of clips of an institute", "column"), ("library of clips of an institute", "opinion"),
    ("london broadcaster in a new dress", "obituary"), ("morning letter of a readers club", "any"),
    ("muscat daily", "lineups"), ("nablus site of the old town", "voices marked"),
    ("nouakchott portal", "opinion"), ("oran paper with supplements", "minutes"),
    ("oran paper with supplements", "refrain"), ("oran paper with supplements", "voices"),
    ("oran paper with supplements", "weather"), ("page kept by an archive of the web", "refrain"),
    ("page kept by an archive of the web", "short answers"), ("page of a podcast", "opinion"),
    ("page of a podcast", "results"), ("page of a podcast", "war"),
    ("page of a printed paper as text", "voices"), ("page of a weekly as text", "refrain"),
    ("page of a weekly as text", "short answers"), ("page of a weekly as text", "war"),
    ("page of short news of a paper", "opinion"), ("palestinian agency", "weather"),
    ("palestinian radio network", "refrain"), ("portal with tickers and threads", "economy"),
    ("printout from a browser", "opinion"), ("printout of a press review", "crime"),
    ("printout of a press review", "interview"), ("printout of a press review", "live"),
    ("printout of a press review", "politics"), ("reader of feeds", "refrain"),
    ("riyadh daily with supplements", "voices"), ("tunisian radio of 2016", "refrain"),
    ("tunisian radio of 2016", "short answers"), ("weekly letter of a cultural site", "politics"),
    ("yemeni site of 2015", "war"),
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
        untitled = not UNTITLED.isdisjoint({(site, article["label"]), (site, "any")})
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


@pytest.mark.parametrize("file", ["tenth_look", "eleventh_look", "twelfth_look"])
def test_few_lines_of_a_strange_list_are_lost(file: str) -> None:
    """Verses, steps, names, replies without a full stop, most of them announced by nothing."""
    pages = list(strange_endings(file))
    lost = sum(len(lost_and_missed(page, read(page.lines))[0]) for page in pages)
    assert lost <= FEW * sum(sign in ("", "T", "K") for page in pages for sign in page.signs)


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
