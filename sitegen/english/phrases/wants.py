"""What a frame wants of a phrase: «p» a person, «t» a thing or an event, a sort of grammar.toml."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec.structs import replace

from sitegen.english.phrases.phrase import HUMAN, NP, head_of
from sitegen.english.words.grammar import grammar
from sitegen.english.words.word_forms import singular

#: By what a law is called.
_CALLED = re.compile(r" \d+\Z")
#: Verbs of which any one will do.
_SUFFERED = ("be subjected to", "suffer", "be threatened with", "be exposed to")
_KINDS = {"p": "person", "l": "place", "e": "event"}


def fits(np: NP, want: str) -> bool:
    """Say whether `np` is what a frame of `verbs.txt` wants; an empty want takes anything."""
    if "-" in want:
        kind, other = want.split("-")
        return fits(np, kind) and not fits(np, other)
    if want == "h":
        return np.kind in HUMAN or np.acts or (np.kind != "event" and _of_sort(np, "acting"))
    if want == "b":
        return np.kind in HUMAN
    if want in _KINDS:
        return np.kind == _KINDS[want]
    if want == "unplaced":  # «سقط صاروخ في البحر»: it fell there, and was not in it before
        return fits(np, "t") and " in " not in np.en
    if want in ("m", "deed"):
        return bool(np.infinitive) and np.parts == 1
    if want == "n":  # «رفض مهاجمة …» refuses to attack, «رفض الخطة» rejects the plan
        return not np.infinitive and fits(np, "t")
    if want == "percent":
        return "%" in head_of(np.en)
    if want == "named":  # «عين الوزير سفيرا»: he may be the one who was appointed
        return np.kind in HUMAN and np.entity is not None
    if want == "counterparts":
        return np.en in grammar().sorts[want]  # of no nation
    if want in grammar().sorts:
        return _of_sort(np, want)
    if want == "t" and np.kind == "org":
        return _of_sort(np, "markets")
    if want == "t" and np.kind == "measure":
        return np.definite  # «الليرة» the lira, «ليرتان» two of them
    return want != "t" or np.kind in ("event", "thing")


def _of_sort(np: NP, sort: str) -> bool:
    """Say whether the last word of the head is of a sort of `grammar.toml`; of thousands of men, "men"."""
    return not grammar().sorts[sort].isdisjoint(_last_of_head(np.en, place=np.proper and np.kind == "place"))


@lru_cache(maxsize=16384)  # a phrase is asked for a dozen sorts
def _last_of_head(en: str, *, place: bool) -> tuple[str, str]:
    """Return the last word of the head of a phrase, and one of them; `place`: of a place by name."""
    few = grammar().quantities
    some = next(filter(en.startswith, few)) if en.startswith(few) else ""
    what = en.removeprefix(some).removeprefix("of ").removeprefix("the ") if some else en
    head, number = _CALLED.subn("", head_of(what))  # «القرار 1701» Decision 1701
    head = head.rsplit(" ", 1)[-1]
    called = place or number or " No. " in what
    head = head.lower() if called else head  # «القانون رقم 12» Law No. 12, «مطار دمشق» Damascus Airport
    return head, singular(head)


def at(link: str, np: NP) -> str:
    """Return the preposition `link` as it stands before a place: on the coast, at the airport."""
    if link == "in" and head_of(np.en).rsplit(" ", 1)[-1] in grammar().sorts["stood_at"]:
        return "at"
    on = np.kind == "place" and (
        np.en in grammar().sorts["streets"] or (not np.entity and _of_sort(np, "shores"))
    )
    return "on" if link == "in" and on else link


def any_of(np: NP, verb: str) -> str:
    """Return what somebody warns of, suffers or exports, any of it: «حذر من السيول» of floods; else ''."""
    if not np.definite or np.whole or np.proper or np.owner or np.entity:
        return ""
    if verb in grammar().sorts["keeping"] and np.stuff:
        return f"the {np.en}"  # «ستحتفظ بالنفط»
    if verb in grammar().sorts["sending"] and _of_sort(np, "institutions"):
        return np.en  # «أحيل إلى المحاكمة العسكرية» to military trial
    if verb in grammar().sorts["holding"] and _of_sort(np, "talked"):
        return replace(np, definite=False).full  # «أجرى المباحثات مع …» held talks
    if verb in _SUFFERED:
        return replace(np, definite=False).full  # «تعرض للسرقة» was subjected to a theft
    if verb == "announce" and _of_sort(np, "changes") and " of " not in np.en and not np.plural:
        return replace(np, definite=False).full  # «أعلن رفع أسعار الفائدة»: an interest rate rise
    general = np.plural and np.kind in ("event", "thing") and np.en.islower()
    foretold = verb.endswith(" of") and verb.split(" ", maxsplit=1)[0] in grammar().sorts["foretold"]
    return np.en if general and (foretold or verb in grammar().sorts["trading"]) else ""
