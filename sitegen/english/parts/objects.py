"""What a verb is completed by: a phrase that may be told, or at least the sort of thing it is."""

from __future__ import annotations

from msgspec.structs import replace

from sitegen.english.parts.adjuncts import Adjuncts, adjuncts
from sitegen.english.parts.amounts import span, tally
from sitegen.english.parts.subjects import from_where
from sitegen.english.phrases.adjective import adjective
from sitegen.english.phrases.borders import whole
from sitegen.english.phrases.edges import changed
from sitegen.english.phrases.noun_phrases import noun_phrase
from sitegen.english.phrases.phrase import HUMAN, NP
from sitegen.english.phrases.settled import picks, settled
from sitegen.english.phrases.sorts import sorts
from sitegen.english.phrases.wants import fits
from sitegen.english.words.adjectives import demonyms
from sitegen.english.words.grammar import grammar, preposition, small
from sitegen.english.words.lines import COMMA
from sitegen.english.words.lookup import NATION, lookup
from sitegen.english.words.tagging import Sentence
from sitegen.english.words.verbs import Frame, VerbForm, verb_form

#: «دخلوا الدولة بتأشيرات»: the one of which the article tells.
_HERE = "country"
#: Letters behind which an object has no ending of its own.
_NO_ENDING = ("ا", "ه", "ي", "ء")
#: The name of a club has so many words.
_CLUB = 2


def object_phrase(  # noqa: PLR0913 - where, behind what, how strictly, and what belongs to the verb
    s: Sentence, j: int, lead: str = "", *, strict: bool = False, link: str = "", but: str = ""
) -> NP | None:
    """Read the phrase at word `j`; where its words are not all understood, "a contract" of something.

    With `strict` nothing may be left out.  The preposition `link` begins what the verb asks for besides, the
    preposition `but` what it may ask for.
    """
    if j >= len(s.tokens):
        return None
    np = noun_phrase(s, j, lead)
    if np is not None and not lead and _is_subject(s, j, np):
        return None
    if np is not None and (done := _made_by(s, np, strict=strict)):
        return done
    if np is not None:
        np = _to_level(s, from_where(s, np))  # «استقبل مرضى من اليمن»
        found = settled(s, np, strict=strict, taken=link)
        if found and not found.loose:
            return found
        if longer := _with_adjuncts(s, np, strict=strict, but=but):
            return longer
        if found:
            return found
    return None if strict or (np and (np.parts > 1 or np.entity)) else _sort_of(s, j, lead)


def _to_level(s: Sentence, np: NP) -> NP:
    """Take in to how many a toll rose: «أعلنت ارتفاع عدد الوفيات إلى 56 حالة»."""
    to = tally(s, np.end) if np.kind == "event" and "number of" in np.en and fits(np, "moves") else None
    return replace(np, end=to[0], en=f"{np.en} {to[1]}") if to else np


def _is_subject(s: Sentence, j: int, np: NP) -> bool:
    """Say whether the ending of word `j` is that of a subject: «قتل طفلان شقيقان», nobody killed brothers."""
    two, many = np.en.startswith("two "), np.kind == "person" and np.plural
    return np.entity is None and ((two and s.key(j).endswith("ان")) or (many and s.key(j).endswith("ون")))


def _with_adjuncts(s: Sentence, np: NP, *, strict: bool, but: str) -> NP | None:
    """Take in where, when and what for, where a phrase is not whole without: «أكبر تليسكوب للبحث عن …»."""
    if np.entity is not None or changed(s, np.end):
        return None
    since = span(s, np.end) if picks(np) else None  # «أكبر خسارة منذ عامين»: in two years
    more = Adjuncts(*since) if since else adjuncts(s, np.end, but=but, last=np.kind)
    if not more.words:
        return None
    infinitive = f"{np.infinitive} {more.words}" if np.infinitive else ""
    longer = replace(np, end=more.end, en=f"{np.en} {more.words}", infinitive=infinitive, args=())
    found = settled(s, longer, strict=strict)
    return None if found is None or found.loose else found


def _made_by(s: Sentence, np: NP, *, strict: bool) -> NP | None:
    """Take in who did it: «الهجمات التي شنتها إسرائيل» the attacks launched by Israel."""
    j = np.end
    if not np.definite or np.entity or s.hard(j) or s.key(j) not in grammar().relatives or s.hard(j + 1):
        return None
    key = s.key(j + 1)
    stem = next((key[: -len(end)] for end in ("ها", "هم", "ه") if key.endswith(end)), "")
    form = verb_form(stem) if len(stem) > 2 else None
    by = noun_phrase(s, j + 2) if form and not s.hard(j + 2) else None
    if form is None or by is None or by.owner or not (by.kind in HUMAN or by.acts) or not whole(s, by):
        return None
    word = _done(form, np) or (_done(form.other, np) if form.other else "")
    found = settled(s, replace(np, end=by.end), strict=strict) if word else None
    return replace(found, en=f"{found.en} {word} by {by.full}") if found else None


def _done(form: VerbForm, np: NP) -> str:
    """Return the participle of what is done to `np`: the first that fits it, or the only one; else ''."""
    done = [
        (f, v)
        for v in form.verbs
        for f in v.frames
        if f.kind == "o" and not v.speech and not (f.extra[1] == "as" or f.extra[1].endswith("!"))
    ]
    word = next((f.verb[2] for f, _ in done if fits(np, f.want)), "")
    if not word and len({v.en for _, v in done}) == 1:
        word = done[0][0].verb[2]
    return "" if " " in word else word


def _sort_of(s: Sentence, j: int, lead: str) -> NP | None:
    """Read only a noun and the adjectives right after it, as one of its sort."""
    found = next(sorts(s, j, lead), None)
    if found is None or _cut(s, found[1]) or (found[1].kind == "org" and found[1].en[:1].isupper()):
        return None  # «وزارة الصناعة والبناء في كازاخستان» is no ministry of many
    return replace(found[1], definite=found[1].definite and found[1].en == _HERE)


def rival(s: Sentence, j: int, frame: Frame) -> NP | None:
    """Read a club of another country that is on no list: «أخيسار التركي» a Turkish team."""
    if not s.sport or frame.verb[0] not in grammar().sorts["matched"]:
        return None
    first = j if frame.kind == "o" else j + 1 if s.key(j) == frame.prep else len(s.tokens)
    if first < len(s.tokens) and s.tokens[first].text.endswith("ه"):
        first += 1  # «مضيفه الياباني» is a national team, «ضيفه أخيسار التركي» a club
    end = first
    while end - first < _CLUB and not s.hard(end + 1) and _on_no_list(s, end):
        end += 1
    found = adjective(s, end, NP(end, "team", "org", definite=True)) if end > first else None
    return NP(found[0], f"{found[1].en} team", "org") if found and found[1].rank == NATION else None


def _on_no_list(s: Sentence, j: int) -> bool:
    key = s.key(j)
    known = key.startswith("ال") or j in s.entities or j in s.dates or preposition(s, j) or verb_form(key)
    return not (known or key in grammar().boundaries or lookup(s, j, ""))


def one_of(s: Sentence, j: int, lead: str = "") -> NP | None:
    """Read a noun that a figure, its ending or its adjective shows to be indefinite, whatever follows."""
    counted = noun_phrase(s, j, lead)  # «تزيل 45 موقعا في حي …»
    if counted and counted.en[:1].isdigit() and preposition(s, counted.end) in grammar().adverbial:
        told = counted.kind not in ("measure", "person") and settled(s, counted) == counted
        return counted if told else None  # «تمنع 30 شاحنة من الدخول»: not the lorries
    hit, np = next(sorts(s, j, lead), (None, None))
    if (
        hit is None
        or np is None
        or hit.definite
        or not (hit.alone or hit.rest or np.end > hit.end)
        or _cut(s, np)
    ):
        return None
    return np


def _cut(s: Sentence, np: NP) -> bool:
    """Say whether a noun by itself would be another thing: a planned one, the first of many, any official."""
    return changed(s, np.end) or picks(np) or np.kind == "person"


def may_be(s: Sentence, j: int, want: str, subject: NP, found: NP) -> bool:
    """Say whether `found` at word `j` is what a verb wants, and nobody who says who the subject is."""
    if not fits(found, want):
        return False
    if subject.kind == "person" and found.kind == "measure" and s.gaps[j].strip():
        return False  # «ويواجه زوما "79 عاما" اتهامات»: how old he is
    if subject.end == j and subject.entity and found.kind in HUMAN and _lacks_ending(s, j, found):
        return False  # «ويرافق الرئيس وفد يضم …»: the delegation is with him
    if found.kind == "person" and not found.entity and COMMA.intersection(s.gaps[j]):
        return s.key(j).endswith("ا")  # «اختار اللاعبون، بطل أوروبا، …»: who they are; but «أوقفت، أمس، شابا»
    if subject.end == j and found.kind == "org" and found.proper and _may_be_called(s, j):
        return False  # «إدارة النادي الأهلي»: which club, not whom it dismissed
    same = found.entity is not None and found.entity is subject.entity
    return not (same or _named_on(s, found) or _office_of(s, j, subject, found))


def _lacks_ending(s: Sentence, j: int, np: NP) -> bool:
    """Say whether the one word of `np` lacks what an object ends in: «وفد», no «وفدا»."""
    one = np.end == j + 1 and not (np.definite or np.proper or np.plural)
    alone = one and (s.hard(np.end) or verb_form(s.key(np.end)) is not None)
    return alone and not s.key(j).startswith("ال") and s.key(j)[-1:] not in _NO_ENDING


def _named_on(s: Sentence, np: NP) -> bool:
    """Say whether a name that nobody knows seems to follow «المدرب الوطني …»."""
    if np.kind != "person" or np.entity or np.plural or not np.definite:
        return False
    if not s.hard(np.end) and any(hit.noun.kind == "person" for hit in lookup(s, np.end, "")):
        return True  # «نائب رئيس الوزراء وزير خارجية سلوفينيا»
    done = ends(s, np.end) or np.end in s.dates or s.key(np.end) in grammar().reasons
    return not (done or s.key(np.end)[:1] in (*"وبل", *"0123456789"))


def _office_of(s: Sentence, j: int, subject: NP, found: NP) -> bool:
    """Say whether a person right behind a subject may be the same man: «يترأس ولي العهد، الأمير فلان، …»."""
    if subject.end != j or found.kind != "person" or subject.plural:
        return False
    if subject.kind == "org" and subject.entity:  # «أرسنال بطل الكأس»
        return found.entity is None and "champion" in found.en
    if subject.kind != "person" or found.plural:
        return False
    if _whom(s, found.end) and subject.en == (subject.entity.en if subject.entity else ""):
        return True  # «التقى فلان القنصل الإيطالي مع …»: whom he met stands behind
    if _is_another(s, subject, found):
        return False
    return subject.entity is None or found.entity is None


def _whom(s: Sentence, j: int) -> bool:
    return not s.hard(j) and s.key(j) in small("whom_with")


def _is_another(s: Sentence, subject: NP, found: NP) -> bool:
    """Say whether two offices are those of two men: of two nations, or an envoy and whom he comes to.

    Where the sentence ends behind the second one, the verb asks for him.
    """
    nations = frozenset(demonyms().values())
    one, other = (nations.intersection(np.full.split()) for np in (subject, found))
    if one and other and one.isdisjoint(other):
        return True
    envoys = grammar().sorts["envoys"]
    comes, called = (not envoys.isdisjoint(np.full.lower().split()) for np in (subject, found))
    last = found.end >= len(s.tokens) and "former" not in found.full  # «نجل الرئيس السابق»: who is?
    return (called and not comes) or (last and subject.entity is not None)


def _may_be_called(s: Sentence, j: int) -> bool:
    """Say whether the word before word `j` is a club, a company, an agency, whose name may follow."""
    return j > 0 and any(hit.noun.wrapper for hit in lookup(s, j - 1, ""))


def ends(s: Sentence, j: int) -> bool:
    """Say whether a phrase must end before word `j`: a mark, a preposition or a particle stands there."""
    key = s.key(j)
    on = key[:1] == "و" and len(key) > 3 and verb_form(key[1:]) is not None  # «استقال الوزير وغادر»
    return on or s.hard(j) or preposition(s, j) is not None or key in grammar().boundaries
