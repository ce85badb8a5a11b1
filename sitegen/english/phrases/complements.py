"""What a noun is completed by: who did it, its prepositions, whom it is loyal to.

The phrases inside are read by the `Reader` that is handed in.
"""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.english.phrases.belonging import belonging, by_letter
from sitegen.english.phrases.borders import like_a_club, whole
from sitegen.english.phrases.measured import magnitude, of_age, worth
from sitegen.english.phrases.phrase import HUMAN, NP, OWN, Reader, head_of
from sitegen.english.phrases.phrase_parts import addressee
from sitegen.english.phrases.wants import at, fits
from sitegen.english.words.grammar import grammar, preposition, small
from sitegen.english.words.nouns import Noun
from sitegen.english.words.tagging import Sentence
from sitegen.english.words.word_forms import gerund
from sitegen.text.fold import match_key

_QUAKES = ("earthquake", "aftershock", "quake", "tremor")
_ROUND, _WORLD = match_key("حول"), match_key("العالم")
_OVER, _TO = match_key("على"), match_key("إلى")


def done_by(s: Sentence, noun: Noun, sub: NP, read: Reader) -> NP | None:
    """Read a deed, its doer and what was done to: «استضافة قطر للبطولة» Qatar's hosting of it."""
    over = preposition(s, sub.end) == _OVER and dict(noun.preps).get(_OVER) == "of"  # «سيطرة فلان على الضفة»
    if not (over or noun.en in grammar().done) or sub.owner or s.hard(sub.end):
        return None
    many = sub.plural and sub.parts == 1 and sub.full.endswith("s")
    if not (sub.kind in HUMAN or sub.acts) or not (sub.definite or sub.proper):
        return None
    if sub.full.endswith(("s", ",")) and not (many and over):
        return None
    letter = s.key(sub.end)[:1] == "ل"
    what = read(s, sub.end + 1, "") if over else read(s, sub.end, "ل") if letter else None
    if what is None or what.owner or not (over or what.definite or what.proper) or not whole(s, what):
        return None  # «موافقة الهيئات على دواء جديد»: their approval of a new medicine
    link = "of" if over else dict(noun.preps).get("ل") or noun.link
    whose = f"{sub.full}'" if many else f"{sub.full}'s"
    return NP(what.end, f"{whose} {noun.en} {link} {what.full}", "event", proper=True, whole=True)


def _its_object(s: Sentence, j: int, noun: Noun, np: NP, read: Reader) -> tuple[int, str] | None:
    """Read what somebody does behind a deed of his: «إطلاقها خدمة جديدة» its launch of it."""
    if not noun.verb or noun.verb.endswith("!") or " " in np.en or noun.link != "of" or preposition(s, j):
        return None
    what = read(s, j, "")
    told = what and not (what.owner or what.definite) and what.kind in ("thing", "event") and whole(s, what)
    return (what.end, f"of {what.full}") if what and told else None


def complement(s: Sentence, j: int, noun: Noun, np: NP, read: Reader) -> tuple[int, str] | None:
    """Read a prepositional phrase that completes `np` at word `j`: its end, and the English."""
    if np.owner and (hit := _its_object(s, j, noun, np, read)):
        return hit
    if hit := _measured(s, j, noun, np, read) or _decreed(s, j, np, read):
        return hit
    preps, prep, key = dict(noun.preps), preposition(s, j), s.key(j)
    if prep == "في" and s.key(j + 1) == _WORLD and not (s.hard(j + 1) or s.key(j + 2).startswith("ال")):
        return j + 2, "in the world"
    english: str | None
    if prep is not None:
        english, sub = _behind(s, j, preps, np, read)
    elif key in preps:  # a whole word that introduces more: لشؤون
        english, sub = preps[key], read(s, j + 1, "")
    else:
        prep = key[:1]
        english = by_letter(s, j, preps, np, read)
        if english == "" and prep == "ل":
            hit = belonging(s, j, noun, np, read)
            if hit:
                return hit
        sub = read(s, j, prep) if english and not addressee(s, j, np) else None
        if sub and (prep, english) == ("ب", "with") and sub.kind == "place":
            english = "in"  # «اصطدام حافلتين بسطيف»
        if sub and prep == "ب" and np.kind == "person" and not preps.get("ب") and sub.kind != "place":
            return None
    if sub and english == "for" and np.kind == "org" and np.proper and fits(sub, "trades"):
        return sub.end, ""  # «شيفروليه للسيارات»
    if not english or sub is None or sub.owner or _of_another(s, prep, np, sub) or not whole(s, sub):
        return None
    theirs = preposition(s, sub.end) == _TO or (fits(np, "visits") and not (sub.definite or sub.proper))
    if sub.kind == "person" and (prep, english) == ("ل", "to") and theirs:
        english = "by"  # «زيارة مرتقبة لبوتين إلى الجزائر»، «أول زيارة لزعيم عربي»
    if np.en in grammar().sorts["played_out"] and like_a_club(s, sub):
        return None  # «بعد فوزه على الطلبة»: a club, no students
    return _joined_by(english, prep, np, sub, given=bool(preps.get(prep or "")))


def _decreed(s: Sentence, j: int, np: NP, read: Reader) -> tuple[int, str] | None:
    """Read what a decision is to do: «قرارا بتمديد الإغلاق» to extend the closure."""
    if s.hard(j) or s.key(j)[:1] != "ب" or not fits(np, "decrees"):
        return None
    deed = read(s, j, "ب")
    if deed is None or deed.owner or not deed.infinitive or deed.parts > 1 or not whole(s, deed):
        return None
    return deed.end, f"to {deed.infinitive}"


def _measured(s: Sentence, j: int, noun: Noun, np: NP, read: Reader) -> tuple[int, str] | None:
    """Read how strong, dear, long or old something is."""
    if noun.en.rsplit(" ", 1)[-1] in _QUAKES and (hit := magnitude(s, j)):
        return hit
    if np.kind in ("event", "thing") and (hit := worth(s, j, np, read)):
        return hit
    return of_age(s, j, np, read)


def _of_another(s: Sentence, prep: str | None, np: NP, sub: NP) -> bool:
    """Say whether `sub` behind a preposition is told of a verb or of another noun, not of `np`."""
    if prep == "ل" and np.kind in HUMAN and ":" in "".join(s.gaps[sub.end : sub.end + 1]):
        return True  # «ولي العهد للرئيس الأمريكي: …»: to whom he spoke
    if prep == "ل" and np.kind == "person" and sub.kind == "event" and (sub.infinitive or sub.args):
        return True  # «استدعت السفير للاحتجاج على …»: what for
    who = sub.entity if np.kind == sub.kind == "person" and prep == "ل" else None
    if who and not who.known and sub.en != who.en:
        return True  # «المستشار الإعلامي لرئيس الوزراء كريم الساعدي»: heads are listed, so he advises
    # «عقد مدربه لموسمين»: the contract's
    return np.kind == "person" and (sub.kind == "measure" or (np.owner != "" and sub.kind == "thing"))


def _joined_by(english: str, prep: str | None, np: NP, sub: NP, *, given: bool) -> tuple[int, str] | None:
    """Join what completes `np` by the preposition `english`; `given`: its noun names it for `prep`."""
    if english == "by" and prep == "ل" and not (sub.kind in HUMAN or sub.acts):
        return None  # «هجوم لاستعادة المدينة»: what for
    if english == "by" and fits(np, "from_afar") and sub.kind == "person" and not fits(sub, "troops"):
        return None  # «قصف للمدنيين»: of them
    if english.startswith("accused") and sub.kind != "event":
        return None  # «متهمين بالبصرة»
    aims = prep == "ل" and english not in ("by", "of") and not given
    if sub.kind == "person" and aims and sub.en not in grammar().sorts["ages"]:
        return None  # «منتخب الكرة للناشئين» for juniors
    if english == "for" and prep == "ل" and sub.kind == "event" and fits(np, "gangs"):
        english = "involved in"  # «عصابة لترويج المخدرات»
    if english == "for" and prep == "ل" and sub.infinitive and sub.parts == 1 and fits(np, "aimed"):
        return sub.end, f"to {sub.infinitive}"
    done = sub.parts == 1 and " " in sub.infinitive and OWN not in sub.infinitive
    if english == "in" and done and fits(np, "in_doing"):
        return sub.end, f"in {gerund(sub.infinitive)}"  # «دور الاتحاد في تنظيم …»
    if english == "for" and np.kind == sub.kind == "org":
        english = "of"  # «الهيئة الإدارية لاتحاد الشغل»
    return sub.end, f"{at(english, sub)} {sub.en if _bare(english, np, sub) else sub.full}"


def _bare(english: str, np: NP, sub: NP) -> bool:
    """Say whether `sub` needs no article: "for juniors", "tonnes of wheat"."""
    if english == "for" and sub.en in grammar().sorts["ages"]:
        return True
    if english == "to" and not sub.whole and fits(sub, "institutions"):
        return True  # «إحالته إلى المحاكمة العسكرية»
    named = sub.whole or sub.proper or sub.kind != "thing"
    if english in ("on", "in") and np.kind == "person" and sub.plural and not (named or np.definite):
        return True  # «خبير بالهواتف الذكية»
    return english == "of" and sub.definite and sub.plural and fits(np, "portions") and not named


def _behind(s: Sentence, j: int, preps: Mapping[str, str], np: NP, read: Reader) -> tuple[str, NP | None]:
    """Return the English of the preposition at word `j` behind `np`, "" for none, and what is behind it."""
    prep = s.tokens[j].key
    told = grammar().prepositions[s.tokens[j].light] if np.kind in ("event", "thing") else ""
    english = preps.get(prep) or told
    asked = english or prep in ("في", _ROUND) or np.en.startswith("arrival")
    sub = read(s, j + 1, "") if asked and not s.hard(j + 1) else None
    if sub is None:
        return english, None
    if prep == "في" and not english and sub.kind == "place":
        english = "" if np.kind == "person" and s.key(j + 1) in small("waters") else "in"  # «غرق طفل في نهر»
    if english == "to" and np.kind == "thing" and sub.en[:1].isdigit() and sub.kind not in HUMAN:
        return "", None  # «ارتفعت الصادرات إلى 3 ملايين برميل»: so much they became
    if prep == "في" and sub.en.startswith(("end of ", "start of ", "opening of ")):
        return "", None  # «تراجعا في ختام التداولات»: when, not of what
    if prep == "بين" and sub.parts < 2 and (not sub.plural or s.key(sub.end)[:1] == "و"):
        return "", None  # «بين الفلسطينيين، وقوات …»: not with one another
    if (
        english == "between"
        and np.kind != "event"
        and sub.kind == "person"
        and sub.parts < 2
        and not sub.en.startswith("two ")
    ):
        english = "among"  # «معدل البطالة بين السعوديين»
    if english == "from" and np.kind == "org" and sub.kind in ("thing", "event"):
        return "", None  # «وفد من السلام والديمقراطية»: a party is called so
    if english == "in" and sub.kind == "event" and head_of(np.en).endswith("situation"):
        return "", None  # «استمر الوضع الأمني في التحسن»: it goes on to improve
    if np.en.startswith("arrival"):
        english = "" if sub.kind != "place" else "in" if sub.entity and not fits(sub, "at") else "at"
    if prep == _ROUND and sub.kind == "place" and not fits(np, "talk"):
        return ("around", sub) if fits(np, "drills") else ("", None)  # «مناورات حول تايوان»: not about it
    return english, sub


def of_whom(s: Sentence, j: int, np: NP, read: Reader) -> tuple[int, str] | None:
    """Read «الموالية للحكومة» loyal to the government, «المدعومة من إيران» backed by Iran."""
    key = s.key(j)
    if key.startswith("ال") != (np.definite or np.proper):
        return None
    prep, english, fem = grammar().bound.get(key.removeprefix("ال"), ("", "", False))
    if not prep or s.hard(j + 1) or (fem != (np.fem or np.plural) and np.kind != "person"):
        return None
    sub = read(s, j + 1, prep) if len(prep) == 1 else None
    if len(prep) > 1 and s.key(j + 1) == prep and not s.hard(j + 2):
        sub = read(s, j + 2, "")
    return None if sub is None or sub.owner or not whole(s, sub) else (sub.end, f"{english} {sub.full}")


def bare_infinitive(noun: Noun, en: str, sub: NP | None) -> str:
    """Return what one does by a deed of which no more is told: «الانسحاب» withdraw, not «انسحاب القوات»."""
    alone = sub is None and en == noun.en and not (noun.plural or noun.does.endswith("+"))
    return noun.does.rstrip("!") if alone else ""


def done_so(noun: Noun, np: NP, text: str) -> str:
    """Return the infinitive of a deed with the complement `text`: «العودة إلى السعودية» return to it."""
    if noun.does and np.en == noun.en:
        return f"{noun.does.rstrip('!+')} {text.partition(' ')[2] if noun.does.endswith('!') else text}"
    if np.infinitive:
        return f"{np.infinitive} {text}"
    theirs = np.en != np.en.lower()  # «ترفض القصف التركي لكردستان»: she refuses to bomb nobody
    return f"{noun.verb} {text[3:]}" if noun.verb and text.startswith("of ") and not theirs else ""
