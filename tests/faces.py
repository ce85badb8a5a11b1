"""Values of every kind that pages show, made by hand.

The texts are ours and hold what goes wrong most: Latin words inside Arabic,
numeric dates, markup in a title, a name without an English form.
"""

from __future__ import annotations

from sitegen.model import Sentence
from sitegen.site import urls
from sitegen.site.views import (
    ArticleView,
    BlockView,
    CardView,
    DateFact,
    DayGroup,
    EntityFact,
    EventFact,
    EvidenceView,
    Named,
    NumberFact,
    Pager,
    PersonFact,
    QuoteView,
    RoleView,
    Run,
    StubLine,
    TermView,
    When,
)

SALMA = Named("person", "salma-haddad", "سلمى حداد", "Salma Haddad", 3)
UNKNOWN = Named("person", "x-1", "زيد <b>", "", 1, automatic=True)
AMMAN = Named("place", "amman", "عمّان", "Amman", 2)
WATER = Named("topic", "water", "المياه", "Water", 2)
AGENCY = Named("org", "unicef", "اليونيسف", "UNICEF", 1)
PAPER = Named("outlet", "al-nahr", "صحيفة النهر", "Al-Nahr", 2)

EVIDENCE = EvidenceView("", 7, "قالت الوزارة يوم 3-5-2022 إن العمل بدأ.")
DAY = When("2022-05-03", "day", "explicit", "2022-05-03", "2022-05-03", (EVIDENCE,))
MONTH = When("2022-05", "month", "inferred", "2022-05-02", "2022-05-20", (EvidenceView("b2", 4, "في مايو"),))
YEAR = When("2022", "year", "relative")
UNDATED = When(None, "none", "none", "2022-05-01", "2022-06-01")

HOSTILE = '<script>alert(1)</script> "خبر" & PowerPoint Live'
FIRST = CardView("a1", "سلمى حداد تفتتح محطة المياه", "Salma Haddad opens a water plant", DAY, PAPER)
SECOND = CardView("b2", HOSTILE, "Plant: «محطة» opens", MONTH)
THIRD = CardView("c3", "CNN تزور المحطة", "CNN visits the plant", UNDATED)
FOURTH = CardView("d4", "المحطة في عام", "The plant in a year", YEAR)
DAYS = (DayGroup("2022-05-03", (FIRST,)), DayGroup("2022-05", (SECOND,)), DayGroup(None, (THIRD,)))

BLOCKS = (
    BlockView("caption", (5,), (Run("سلمى حداد أمام المحطة", SALMA),), "REUTERS"),
    BlockView("lede", (5, 6), (Run("افتتحت "), Run("سلمى حداد", SALMA), Run(" المحطة."))),
    BlockView("heading", (8,), (Run("بعد الافتتاح"),)),
    BlockView("body", (9,), (Run("قالت BBC News يوم 3-5-2022 إن F-16 مرّت & انصرفت."),)),
)
MEETING = EventFact("meeting", (SALMA, UNKNOWN), AMMAN, "2022-05-03", True, 9)
STUB = StubLine(Sentence("She opened the plant «المحطة».", (5, 6), "facts"), (EVIDENCE,))


def article_view(card: CardView = FIRST, **changes: object) -> ArticleView:
    """Return an article with one of everything; `changes` replace fields."""
    fields: dict[str, object] = {
        "card": card,
        "source_url": "https://www.example.com/a?b=1&c=2",
        "author": "ليلى",
        "headline": StubLine(Sentence(card.headline, (3,), "facts"), ()),
        "stub": (STUB,),
        "layer": "facts",
        "stale": False,
        "blocks": BLOCKS,
        "publish": "full",
        "people": (
            PersonFact(SALMA, "وزيرة المياه", "Minister of Water", (3, 5, 6, 7, 8, 9)),
            PersonFact(UNKNOWN, "", "", (9,)),
        ),
        "places": (EntityFact(AMMAN, (5,)),),
        "orgs": (EntityFact(AGENCY, (9,)),),
        "topics": (EntityFact(WATER, (5, 8)),),
        "numbers": (
            NumberFact("نحو 2,500 عامل", 2500, "workers", "about", 9),
            NumberFact("1.5", 1.5, "", "", 9),
        ),
        "dates": (
            DateFact("3-5-2022", "2022-05-03", "event", 9),
            DateFact("الثلاثاء", "2022-05-03", "event", 3),
            DateFact("قبل سنوات", None, "event", 9),
            DateFact("2022-05-03", "2022-05-03", "publication", 4),
        ),
        "quotes": (
            QuoteView("بدأ العمل", 9, SALMA),
            QuoteView("انتهى", 12, None, "مسؤول"),
            QuoteView("لا", 12, None),
        ),
        "events": (MEETING, EventFact("visit", (SALMA,), None, None, False, 9)),
        "dropped": 3,
        "data_path": "data/articles/a1.json",
    }
    # Keywords of mixed types, which no checker can follow.
    return ArticleView(**(fields | changes))  # type: ignore[arg-type]


def term_view(term: Named, **changes: object) -> TermView:
    """Return a term page; `changes` replace fields."""
    fields: dict[str, object] = {
        "term": term,
        "aliases": ("حداد",),
        "latin": ("S. Haddad",),
        "note": "",
        "roles": (
            RoleView("وزيرة المياه", "Minister of Water", "2021-01-01", None),
            RoleView("نائبة", "MP", "2016", "2020"),
        ),
        "days": DAYS,
        "related": (UNKNOWN,),
        "pager": Pager(1, (urls.term("ar", term.kind, term.id),)),
        "total": 3,
        "quotes": (
            QuoteView("بدأ", 9, term, "", FIRST),
            QuoteView("انتهى", 9, term, "", FIRST),
            QuoteView("لا", 3, term, "", SECOND),
        ),
    }
    # As above.
    return TermView(**(fields | changes))  # type: ignore[arg-type]
