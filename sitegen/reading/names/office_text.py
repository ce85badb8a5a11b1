"""Where the text of a printed office ends: it holds no verb, and the titles after it are not part of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from sitegen import data
from sitegen.reading.names.cues import KIN, LINK, NATION, OWNER, TRAP, VERB, cue
from sitegen.reading.names.lists import GIVEN, SHARED, function_lights, name_kinds
from sitegen.reading.names.office_words import (
    CLITICS,
    DEFINITE,
    is_definite,
    is_of_two,
    is_stranger,
    may_be_given,
    office_cues,
)
from sitegen.reading.names.shapes import plainness
from sitegen.reading.names.words import is_place
from sitegen.reading.speech.words import OFFICES
from sitegen.text.fold import match_key
from sitegen.text.tokens import Token, tokenize

_PURPOSE = "لي"  # ل before the present tense: «ليحتسب»


@lru_cache(maxsize=4096)  # of two offices one was printed before
def own_office(text: str) -> str:
    """Return a printed office without the titles behind it, '' where a clause ran into it.

    >>> own_office("رئيس نادي الأحساء الدكتور"), own_office("نائب الرئيس"), own_office("الدكتور")
    ('رئيس نادي الأحساء', 'نائب الرئيس', 'الدكتور')
    >>> own_office("قائد الجيش الفريق أول"), own_office("عضو المكتب دينغ شيانغ ووزير الخارجية")
    ('قائد الجيش', 'وزير الخارجية')
    >>> own_office("وزير الداخلية القاضي بسام مولوغرد المدير العام"), own_office("عميد كلية الملك خالد")
    ('', 'عميد كلية الملك خالد')
    >>> own_office("المدرب بمقر المعسكر رئيس البعثة"), own_office("نائب الملك لدى وصوله صاحب السمو الملكي")
    ('رئيس البعثة', '')
    >>> own_office("رئيس الجمهورية يكلف"), own_office("رئيسة المفوضية تلتقي")
    ('', '')
    >>> own_office("اللاعب الويلزي اخطأ ليحتسب الحكم مخالفة ضده بداعي عرقلة")
    ''
    """
    tokens = tokenize(text)
    if " ".join(token.key for token in tokens) in office_cues("teams"):
        return ""  # «أهداف النجم الساحلي فلان»
    if (begin := _begin(tokens)) is not None:
        return own_office(text[begin:]) if begin >= 0 else ""
    if i := next((i for i in range(1, len(tokens)) if is_stranger(tokens[i - 1], tokens[i])), 0):
        return own_office(text[tokens[j].start :]) if (j := _head_after(tokens, i)) else ""
    if tokens and (tokens[-1].key in office_cues("to_a_head") or any(map(_is_for_another, tokens))):
        return ""  # «نائب رئيس رواندا ممثلا للرئيس فلان», «النائب الأول للرئيس فلان»
    if any(map(is_of_two, tokens)):
        return ""  # «الوزير النائبين فلانا»: of two, and not whose office it begins with
    if any(token.key in office_cues("of_a_visit") for token in tokens):
        return ""  # «نائب الملك لدى وصوله المطار صاحب السمو الملكي»
    if any(map(_is_of_clause, tokens[1:])) or any(map(_is_deed, tokens, tokens[1:])):
        return ""
    if _is_participle(tokens) or _names_another(tokens):
        return ""
    last = next((i for i, t in enumerate(tokens) if i and t.key in office_cues("called")), len(tokens))
    while (title := _title_before(tokens, last)) > 0:
        last = title
    return text[: tokens[last - 1].end] if tokens else ""


def _head_after(tokens: Sequence[Token], i: int) -> int:
    """Return the first office behind word `i`, 0 without one."""
    return next((j for j in range(i + 1, len(tokens)) if tokens[j].light in OFFICES), 0)


def _begin(tokens: Sequence[Token]) -> int | None:
    """Return the offset where one's own office begins, -1 where it does nowhere; None: at the first word."""
    if i := _behind_a_name(tokens):
        return tokens[i].start + 1
    if any(cue(token.key) & KIN for token in tokens[1:]):
        return -1  # «رئيس المباحث ومعاونه فلان»
    if i := next((i for i in range(len(tokens) - 1, 0, -1) if _is_glued(tokens[i])), 0):
        return tokens[i].start + 1
    if begin := _acts_on(tokens) or _calling(tokens) or _company(tokens):
        return tokens[begin].start
    if _takes_an_object(tokens):
        return next((token.start for token in tokens[2:] if token.light in OFFICES), -1)
    if i := next((i for i in range(2, len(tokens)) if _is_apart(tokens, i)), 0):
        return tokens[i].start
    owner = next((i for i in range(len(tokens) - 2, 0, -1) if cue(tokens[i].key) & OWNER), 0)
    return tokens[owner + 1].start if owner else None  # «القاضي فلان وعضوية القاضي المدني»


def _is_apart(tokens: Sequence[Token], i: int) -> bool:
    """Say whether another man's office begins at word `i`: «المدرب بمقر المعسكر رئيس البعثة»."""
    glued = tokens[1].key[0] in "بل" and tokens[0].key.startswith("ال")
    return glued and tokens[i].light in OFFICES and tokens[i - 1].key.startswith("ال")


def _is_glued(token: Token) -> bool:
    """Say whether an office stands behind ب: «ممثلة بالمحافظ», «انفرد المهاجم بحارس الفريق»."""
    light, key = token.light, token.key
    return light[0] == "ب" and light[1:] in OFFICES and key[1:] not in office_cues("not_glued")


def _title_before(tokens: Sequence[Token], last: int) -> int:
    """Return the title that ends words [0, last) and is no part of the office, 0 if none does."""
    if last < 2:
        return 0
    title = last - 1 - (tokens[last - 1].key in office_cues("behind_rank"))  # «الفريق أول»
    short = len(tokens[title].key) == 1  # «وزير المالية د.»
    before = tokens[title - 1] if title else None
    if title > 1 and before and before.key in office_cues("honours") and tokens[title].key in _titles():
        return title - 1  # «رئيس مجلس الوزراء سمو الشيخ»
    apart = before is not None and (is_definite(before) or (title > 1 and _is_mere(tokens[title])))
    bare = tokens[title].key.removeprefix("ال")
    ranked = before is not None and title > 2 and bare in office_cues("ranks")  # «مدير أمن شبام المقدم»
    apart = apart or ranked or (before is not None and title > 2 and _is_given(before))
    named = tokens[title].key in _titles() or tokens[title].key in office_cues("mere_titles")
    return title if apart and (short or named) else 0  # «المحافظ اللواء دكتور» is the governor


def _behind_a_name(tokens: Sequence[Token]) -> int:
    """Return the word where an office begins behind another man's name: «عضو المكتب فلان ووزير الخارجية»."""
    honours, local = office_cues("honours") | _titles(), office_cues("local")
    whole = len(tokens) > 2 and tokens[0].key.startswith("ال") and cue(tokens[1].key) & NATION
    for i in range(len(tokens) - 1, 1, -1):
        before = tokens[i - 1].key
        named = not (before.startswith(DEFINITE) or plainness(before) or cue(before) or is_place(before))
        given = any(map(may_be_given, tokens[max(1, i - 4) : i - 1]))
        named = named or given or before.startswith("وال")  # «الدكتور أحمد هنو ومحافظ …»
        named = named or bool(whole)  # «الرئيس الأوكراني والأمين العام لحلف الناتو»
        light = tokens[i].light
        named = named or (tokens[i].key[1:] in local and any(t.key in local for t in tokens[:i]))
        if light[0] == "و" and ((named and light[1:] in OFFICES) or tokens[i].key[1:] in honours):
            return i  # «رئيس المجلس ومعالي السيد فلان» too: his own is what stands behind «و»
    bare = len(tokens) > 1 and not is_definite(tokens[0]) and tokens[1].light.startswith("وال")
    return int(bare and tokens[1].light[1:] in OFFICES)  # «أفضل لاعب والحارس فلان»


def _takes_an_object(tokens: Sequence[Token]) -> bool:
    """Say whether a whole title is a subject and its object follows: «السفير تحيات سمو أمير البلاد»."""
    if len(tokens) < 2 or not tokens[0].key.startswith("ال"):
        return False
    after = tokens[1]
    if after.key.startswith(CLITICS) or len(after.key) < 3 or after.light in OFFICES or is_place(after.key):
        return False
    if cue(after.key) or after.key in office_cues("behind_rank") or after.key in office_cues("inside_office"):
        return False
    return plainness(after.key) > 0 and after.light not in function_lights()


def _acts_on(tokens: Sequence[Token]) -> int:
    """Return the office of another that a whole title does something to, 0 without one.

    >>> acts = ("الرئيس سفير تركيا", "الرئيس بدور رئيس الوزراء", "المتحدث باسم رئيس الوزراء")
    >>> [_acts_on(tokenize(office)) for office in acts]
    [1, 2, 0]
    """
    if len(tokens) < 3 or not tokens[0].key.startswith("ال"):
        return 0
    at = 1
    if tokens[1].key.startswith("ب") and tokens[1].key not in office_cues("names_of") | office_cues("duties"):
        at = 2
    return at if tokens[at].light in OFFICES and not is_definite(tokens[at]) else 0


def _company(tokens: Sequence[Token]) -> int:
    """Return the office behind what a deed went along with, 0 without one.

    >>> _company(tokenize("صاحب افتتاح رئيس مجلس الأمة")), _company(tokenize("صاحب شركة المدير"))
    (2, 0)
    """
    along = len(tokens) > 2 and tokens[0].key in office_cues("along") and not is_definite(tokens[1])
    return 2 if along and tokens[2].light in OFFICES and not is_definite(tokens[2]) else 0


def _calling(tokens: Sequence[Token]) -> int:
    """Return the word of what another is by calling behind a whole office, 0 without one.

    >>> _calling(tokenize("حاكم الشارقة الأديب المصري")), _calling(tokenize("مدير مسرح الشاعر"))
    (2, 0)
    """
    found = (
        i for i in range(2, len(tokens))
        if tokens[i].key.startswith("ال") and tokens[i].key[2:] in office_cues("callings")
    )  # fmt: skip
    return next((i for i in found if is_definite(tokens[i - 1])), 0)


def _names_another(tokens: Sequence[Token]) -> bool:
    """Say whether a man stands inside an office and nothing there is called after him.

    «وزير الداخلية القاضي بسام فلان المدير العام» are two offices, «مدير جامعة الملك خالد» is one.
    """
    named = (i for i in range(1, len(tokens)) if _is_given(tokens[i]))
    return any(not any(cue(token.key) & TRAP for token in tokens[max(0, i - 3) : i]) for i in named)


def _is_given(token: Token) -> bool:
    """Say whether a word is a given name and nothing else: «علي» is one, «على» none."""
    if token.key in _particles():
        return token.light not in function_lights() and token.key in name_kinds()
    return any(kind & GIVEN and not kind & SHARED for _, kind in name_kinds().get(token.key, ()))


@cache
def _particles() -> frozenset[str]:
    return frozenset(map(match_key, function_lights()))


def _is_participle(tokens: Sequence[Token]) -> bool:
    """Say whether the first word is no office here: «المرسوم القاضي بتعيين»."""
    return len(tokens) > 1 and tokens[0].key in office_cues("ruling") and tokens[1].key.startswith("ب")


def _is_of_clause(token: Token) -> bool:
    """Say whether a word is a verb, or a particle that no office holds."""
    bits = cue(token.key)
    if bits & OWNER:
        return True  # «المؤسسة الوطنية للنفط برئاسة فلان»
    if bits & VERB and not bits & ~VERB and not token.key.startswith(DEFINITE):
        return True
    if token.key.startswith(_PURPOSE) and len(token.key) > len(_PURPOSE) + 2:
        return not is_place(token.key)
    return (
        token.light in function_lights() and not bits & LINK and token.key not in office_cues("inside_office")
    )


def _is_deed(before: Token, token: Token) -> bool:
    """Say whether a verb of today stands bare behind a definite word: «رئيس الجمهورية يكلف»."""
    key = token.key
    present = key[0] in "يت" and len(key) > 3 and not (cue(key) or is_place(key) or key in name_kinds())
    named = before.key in name_kinds() or not plainness(before.key)
    return present and (named or is_definite(before))


def _is_for_another(token: Token) -> bool:
    """Say whether a word tells that whoever stands behind it is stood for: «ممثلا للأمين العام فلان»."""
    return token.key in office_cues("for_another")


def _is_mere(token: Token) -> bool:
    """Say whether a title is no office of a master: «مدير مديرية غيل باوزير الأستاذ»."""
    return token.key.removeprefix("ال") in office_cues("mere_titles") and token.key.startswith("ال")


@cache
def _titles() -> frozenset[str]:
    return frozenset(match_key("ال" + word) for word in data.table("name_cues")["after_office"])
