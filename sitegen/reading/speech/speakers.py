"""Who a phrase means inside one article: names, offices the article printed, institutions.

What cannot be resolved for certain keeps its words and has no id.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from sitegen.model import Entity
from sitegen.reading.speech.offices import Office, belongs, is_meant, office_before, office_of
from sitegen.reading.speech.scene import Mention, Scene, make_scene
from sitegen.reading.speech.words import ADJUNCTS, OFFICES, PAPERS, THAT, TITLES, word_set
from sitegen.text.fold import light_key
from sitegen.text.tokens import Token, tokenize

#: So many qualities may stand between what somebody is and his name, so many words may describe him.
_QUALITIES, _DESCRIBED = 2, 9
#: «المزارع» before a name says who he is.
_CALLED = word_set("speakers", prefixes=("ال",))


class Subject(Struct, frozen=True, gc=False):
    """Somebody who speaks: an entity's id where certain, and the words printed."""

    id: str | None
    text: str
    gender: str = ""  # of the verb the subject was found with: m | f | p


class Cast:
    """The people and organisations of one article and the offices it gives them."""

    def __init__(self, people: Iterable[Entity], orgs: Iterable[Entity]) -> None:
        self.spans: dict[int, list[tuple[int, int, Entity]]] = {}
        self.offices: dict[str, set[Office]] = {}
        self.org_ids: dict[str, set[str]] = {}  # light key of the first word -> ids
        for entity in (*people, *orgs):
            for span in entity.mentions:
                self.spans.setdefault(span.line, []).append((span.start, span.end, entity))
            if entity.kind == "person" and entity.role_ar:
                self.note(entity.id, tokenize(entity.role_ar).lights)
            if entity.kind == "org":
                head = light_key(entity.ar.split(" ", 1)[0])
                self.org_ids.setdefault(head.removeprefix("ال"), set()).add(entity.id)
        for spans in self.spans.values():
            spans.sort(key=lambda s: (s[0], -s[1]))

    def note(self, id: str, role: tuple[str, ...]) -> None:
        """Remember that the article printed `role` with a person."""
        if (office := office_of(role)) is not None:
            self.offices.setdefault(id, set()).add(office)

    def holder(self, role: tuple[str, ...]) -> str | None:
        """Return the one person of the article whom the office `role` means."""
        wanted = office_of(role)
        if wanted is None or (not wanted.rest and wanted.head == "رئيس"):
            return None
        found = {id for id, offices in self.offices.items() if any(is_meant(wanted, o) for o in offices)}
        return found.pop() if len(found) == 1 else None

    def scene(self, line: int, base: int, text: str) -> Scene:
        """Prepare one stretch of a line and remember the offices printed right before its names."""
        scene = make_scene(line, base, text, self.spans.get(line, []))
        for mention in scene.mentions.values():
            if mention.entity.kind == "person" and mention.first:
                first = office_before(scene, mention.first)
                if first is not None and belongs(scene, first, mention, self.offices):
                    self.note(mention.entity.id, scene.tokens.lights[first : mention.first])
        return scene


def noun_phrase(scene: Scene, i: int, j: int, gender: str, cast: Cast) -> Subject:
    """Resolve the words [i, j) that stand in a subject's place."""
    tokens = scene.tokens
    text = scene.words(i, j)
    if (at := scene.mentions.get(i)) is not None:
        joint = _is_joint(scene, at.last, j) or _goes_on(scene, at, j)
        return Subject(None if joint else at.entity.id, text if joint else scene.words(i, at.last), gender)
    first = i
    while first < j - 1 and first not in scene.mentions and tokens[first].light in TITLES:
        first += 1  # «معالي الدكتور فلان»
    if (at := scene.mentions.get(first)) is not None:
        part = _goes_on(scene, at, j)
        return Subject(None if part else at.entity.id, text if part else scene.words(i, at.last), gender)
    k = i + 1
    while k < j and k - i <= _QUALITIES and k not in scene.mentions and tokens[k].light.startswith("ال"):
        k += 1
    at = scene.mentions.get(k)  # «المزارع أبو خالد», «الناشط الحقوقي فلان»
    if at is not None and k < j and tokens[i].light in _CALLED and at.entity.kind == "person":
        return Subject(at.entity.id, scene.words(i, at.last), gender)
    if tokens[i].light not in OFFICES and tokens[i].light not in TITLES:
        return Subject(_organisation(tokens[i:j], cast), text, gender)
    named = [m for k, m in scene.mentions.items() if i < k < j and m.entity.kind == "person"]
    if not named:
        return Subject(cast.holder(tokens.lights[i:j]), text, gender)
    name = next((m for m in named if belongs(scene, i, m, cast.offices)), None)
    if name is not None:
        joint = _is_joint(scene, name.last, j) or _goes_on(scene, name, j)
        text = text if joint else scene.words(i, name.last)
        return Subject(None if joint else name.entity.id, text, gender)
    return Subject(_servant(scene, i, named[-1], cast), text, gender)


def described(scene: Scene, i: int, stop: int) -> Mention | None:
    """Return who is named behind a description that goes on at word `i`, right before what he says.

    «القيادي في حركة النهضة فلان إن»: a definite word closes the description, he is nobody's in it.
    """
    for k in range(i, min(i + _DESCRIBED, stop)):
        if scene.gap(k - 1) or k in scene.closed or scene.tokens[k].light in THAT:
            return None
        at = scene.mentions.get(k)
        if at is not None and at.entity.kind == "person":
            said = at.last < stop and not scene.gap(at.last - 1) and scene.tokens[at.last].light in THAT
            light = scene.tokens[k - 1].light  # «القيادي في تيار الزعيم فلان» is another
            closes = k > i and light.startswith("ال") and light not in TITLES and light not in OFFICES
            return at if said and closes and not at.clitic else None
    return None


def _is_joint(scene: Scene, i: int, j: int) -> bool:
    """Say whether a second subject follows: «بايدن والكاظمي»، «الوزير، والرئيس …»."""
    for k in range(i, j):
        light = scene.tokens[k].light
        joined = light.startswith("و") and light not in ADJUNCTS
        if joined and (k == i or k in scene.mentions or light[1:] in OFFICES or light[1:] in TITLES):
            return True
    return False


def _goes_on(scene: Scene, mention: Mention, j: int) -> bool:
    """Say whether a surname follows that the mention does not cover: «محمد» in «العقيد محمد العاصمي»."""
    if mention.last != j - 1 or mention.entity.kind != "person" or scene.gap(mention.last - 1):
        return False
    said = (
        j in scene.closed
        or ":" in scene.gap(j - 1)
        or (j < len(scene.tokens) and scene.tokens[j].light in THAT)
    )
    return said and scene.tokens[mention.last].light.startswith("ال")


def _servant(scene: Scene, i: int, master: Mention, cast: Cast) -> str | None:
    """Return whom «مستشار الكاظمي» means: the one whose office names Kadhimi's.

    The master's office must be known and be part of the servant's.
    """
    head = scene.tokens[i].light.removeprefix("ال")
    masters = cast.offices.get(master.entity.id, set())
    found = {
        id for id, held in cast.offices.items() for o in held
        if o.head == head and id != master.entity.id
        and any(m.rest <= o.rest and m.head.removeprefix("ال") in o.rest for m in masters)
    }  # fmt: skip
    return found.pop() if len(found) == 1 else None


def _organisation(tokens: tuple[Token, ...], cast: Cast) -> str | None:
    """Return the one organisation that «الوزارة» or «الشركة» can mean."""
    light = tokens[0].light
    if len(tokens) == 1 and light.startswith("ال") and light not in PAPERS:
        found = cast.org_ids.get(light.removeprefix("ال"), set())
        return next(iter(found)) if len(found) == 1 else None
    return None
