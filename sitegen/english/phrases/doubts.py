"""What forbids to tell of a phrase by itself: too little in it, a second sense, or what stands around it."""

from __future__ import annotations

import re

from msgspec.structs import replace

from sitegen.english.phrases.adjective import adjective
from sitegen.english.phrases.borders import whole
from sitegen.english.phrases.edges import quoted
from sitegen.english.phrases.phrase import HUMAN, NP
from sitegen.english.phrases.phrase_parts import called
from sitegen.english.phrases.weights import twice
from sitegen.english.words.grammar import grammar, preposition
from sitegen.english.words.lookup import lookup, shapes
from sitegen.english.words.mention_words import mention_words, two_senses
from sitegen.english.words.tagging import Sentence
from sitegen.english.words.verbs import verb_form
from sitegen.model import Entity
from sitegen.text.fold import match_key

#: A body has at most so many words.
_BODY = 4
_FROM = "من"
#: «ما قبل الإسلام», «ما بعد الحرب»: another time.
_ERAS = frozenset((match_key(what), match_key(when)) for what in ("ما", "لما") for when in ("قبل", "بعد"))
#: One word and where it is.
_PLACED = re.compile(r"\S+ in ")
#: English that hangs on more than its own words, or counts.
_LOOSE = re.compile(r"\d| of .* of | for the | for [A-Z]")


def may_be_told(s: Sentence, i: int, np: NP, lead: str, *, subject: bool) -> bool:
    """Say whether nothing around a phrase forbids to tell it; `subject`: it is what a clause begins with."""
    if not whole(s, np) or _limited(s, np) or _absent(s, i, np):
        return False
    if _turned(s, i) or _of_a_body(s, i, lead) or _acts(s, i, lead) or _both(s, i, np):
        return False
    if not lead and i and not s.hard(i) and _hangs(s, i, np):
        return False
    if (not lead and _participle(s, i)) or (lead == "و" and np.end == i + 1 and _behind_a_body(s, i)):
        return False
    if lead == "و" and not s.hard(i) and np.entity is None and _PLACED.match(np.en):
        return False  # «موانئ تصدير الحبوب والنفط في الجنوب»: the ports are there
    if quoted(s, i) and quoted(s, np.end) and np.end == i + 1 and np.entity is None:
        return False  # «عملية "الفيلا"»: its name
    if np.kind == "place" and i and not (lead or s.hard(i)) and s.key(i - 1) == _FROM:
        return False  # «رواد فضاء من روسيا واليابان»: whence, not of what
    if quoted(s, i) != quoted(s, np.end) or (not lead and _suffers(s, i)):
        return False
    if np.proper and np.entity is not None and not (lead or subject) and not s.hard(i):
        return preposition(s, i - 1) is not None  # «مستشفى الملك فهد»، «جامعة بغداد»
    return np.entity is not None or (subject and _alone(s, i, np)) or not _doubtful(s, i, np, lead)


def says_little(np: NP, speaker: NP, *, subject: bool = False) -> bool:
    """Say whether the English of a phrase says nothing by itself, too much, or who speaks."""
    if np.owner or np.loose or np.en in speaker.en or speaker.en in np.en:
        return True
    if np.entity is not None and (np.entity is speaker.entity or not (_sure(np) or (subject and _met(np)))):
        return True
    if np.kind == "person" and np.entity is None and not np.plural:
        return True  # «المدير»: often the speaker himself
    if np.parts > 1 and np.kind in HUMAN and not (subject and " of " not in np.en):
        return True  # «لاعبي النصر والهلال»: players of both
    if not (np.definite or np.proper) and (np.whole or " of " in np.en):
        return True  # «إدارة النصر»: the management, not one; «سطو منظم»: organised, not of an organiser
    full = np.full
    if " and a" in full or _LOOSE.search(full):
        return True
    return not mention_words().picks.isdisjoint(full.split()) or twice(np.en)


def _sure(np: NP) -> bool:
    """Say whether a name is one of the lists and nothing else stands in the phrase."""
    return np.entity is not None and np.entity.known and np.en == called(np.entity)


def _met(np: NP) -> bool:
    """Say whether a person without a record is named twice or more: «الأخضر قادر» may be no name at all."""
    return np.entity is not None and np.entity.kind == "person" and len(np.entity.mentions) > 1


def _limited(s: Sentence, np: NP) -> bool:
    """Say whether what stands behind a phrase belongs to it: «الاستثمار في …»، «… والاستقرار على …»."""
    if s.hard(np.end):
        return False
    if np.kind == "org" and np.entity is None and s.key(np.end)[:1] == "و":
        return True  # «معهد العلوم والأمن الدولي»: the name goes on
    if s.key(np.end)[:1] == "ل" and (np.kind == "org" or not (np.definite or (np.proper and np.parts == 1))):
        return True  # «الاتحاد الأوروبي لكرة القدم»; «أزمة نفسية لزعيم الحزب»; «برد وفرص لسقوط أمطار»
    link = preposition(s, np.end)
    return link is not None and (np.parts > 1 or (not np.whole and link in np.args))


def _absent(s: Sentence, i: int, np: NP) -> bool:
    """Say whether a thing is only told not to be: «لا دليل على أن إيران تصنع قنبلة نووية»."""
    if np.definite or np.proper or np.plural or np.entity is not None:
        return False
    while i and not s.hard(i):
        i -= 1
        if s.key(i) in mention_words().negations:
            return True
    return False


def _alone(s: Sentence, i: int, np: NP) -> bool:
    """Say whether one word of a second sense begins a clause with ال: there «المعرض» is the exhibition."""
    return np.end == i + 1 and s.key(i) in mention_words().firm


def _turned(s: Sentence, i: int) -> bool:
    """Say whether the word before picks or turns a phrase: «كبرى مدن الجنوب», «ما قبل الإسلام»."""
    if not i or s.hard(i):
        return False
    return s.key(i - 1) in mention_words().turned or (i > 1 and (s.key(i - 2), s.key(i - 1)) in _ERAS)


def _of_a_body(s: Sentence, i: int, lead: str) -> bool:
    """Say whether a phrase ends the name of a body: «المؤسسة العامة للموانئ» is no word on ports."""
    if lead != "ل":
        return False
    for j in range(i - 1, max(i - 4, -1), -1):
        if s.hard(j + 1):
            return False
        if any(hit.noun.kind == "org" for clitic in ("", s.key(j)[:1]) for hit in lookup(s, j, clitic)):
            return True
        if not s.key(j).startswith("ال"):
            return False
    return False


def _acts(s: Sentence, i: int, lead: str) -> bool:
    """Say whether word `i` may be a verb that opens a clause: «ورأى النادي»، «أن تدخل زنجبار»."""
    if not verb_form(s.key(i)[len(lead) :]):
        return False
    if lead or s.hard(i) or not i:
        return lead in ("", "و")  # behind ب or ل stands no verb
    return s.keys[i - 1] in grammar().embedding or s.keys[i - 1] in grammar().boundaries


def _both(s: Sentence, i: int, np: NP) -> bool:
    """Say whether an adjective at the end may belong to either of two nouns: «هاتف المستخدم الذكي»."""
    last = np.end - 1
    if last - i < 2 or last in s.entities:  # «تركيا» is no «تركيًا»
        return False
    found = adjective(s, last, replace(np, definite=s.key(last).startswith("ال")))
    if found is None:
        return False
    if any(preposition(s, j) for j in range(i + 1, last)):
        return True
    return any(
        hit.end > last or found[1].shape in shapes(plural=hit.noun.plural, fem=hit.noun.fem)
        for k in range(i + 1, last)
        for hit in lookup(s, k, "")
        if hit.end >= last
    )


def _hangs(s: Sentence, i: int, np: NP) -> bool:
    """Say whether a phrase hangs on the word before it: «مجموعة لاهافا اليهودية»، «كلية التقنية في نجران»."""
    before = s.key(i - 1)
    if before.startswith("ال"):
        return s.key(i).startswith("ال")
    known = preposition(s, i - 1) or before in grammar().boundaries or before in grammar().embedding
    return not known and verb_form(before) is None and " in " in np.en


def _participle(s: Sentence, i: int) -> bool:
    """Say whether word `i` may be what somebody does besides: «، مطالبة المجتمع ب…» is no demand."""
    return "،" in s.gaps[i] and s.key(i)[:1] == "م" and s.tokens[i].text[-1:] in "ةا"


def _behind_a_body(s: Sentence, i: int) -> bool:
    """Say whether a body ends before word `i`: «الهلال الأحمر والكهرباء» are two bodies."""
    if s.hard(i):
        return False
    for j in range(max(i - _BODY, 0), i):
        named = (k.value for k in s.entities.get(j, ()) if k.end == i)
        listed = (hit.noun.kind for hit in lookup(s, j, "") if hit.end == i)
        if "org" in (*(v.kind for v in named if isinstance(v, Entity)), *listed):
            return True
    return False


def _suffers(s: Sentence, i: int) -> bool:
    """Say whether an action noun stands right before word `i`: «اقتحام قوات …»، «بتعليق التعاون»."""
    if not i or s.hard(i):
        return False
    hits = (
        hit for lead in ("", "ب", "ل", "و") if s.key(i - 1).startswith(lead) for hit in lookup(s, i - 1, lead)
    )
    return any(hit.end == i and not hit.definite for hit in hits)


def _doubtful(s: Sentence, i: int, np: NP, lead: str) -> bool:
    """Say whether a word of a phrase has a second sense, or who does the deed and who suffers it is open."""
    j, head = i, np.en.split(" of ", 1)[0].rsplit(" ", 1)[-1]
    deed = np.kind == "event" and " of " in np.en and head not in mention_words().own
    while j < np.end:
        hits = lookup(s, j, lead if j == i else "") or lookup(s, j, s.key(j)[:1])
        named = [k for k in s.entities.get(j, ()) if k.end <= np.end]
        human = named or any(h.noun.kind in HUMAN for h in hits)
        if j > i and deed and human and not preposition(s, j - 1):
            return True  # «مساعدة القوات»: they help, or they are helped
        if named:
            j = named[0].end
            continue
        end = max((hit.end for hit in hits if hit.end <= np.end), default=j + 1)
        if end == j + 1 and (
            two_senses(s.key(j)) or (s.tokens[j].text.endswith("ه") and "ال" not in s.key(j)[:4])
        ):
            return True
        j = end
    return False
