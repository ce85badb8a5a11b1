"""Templates compiled for speed print what Jinja prints."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError
from markupsafe import Markup

from sitegen.site.language import Language
from sitegen.web.compiling import Templates
from sitegen.web.helpers import Helpers
from tests.face_pages import LINKS

PARTS = {
    "base": "<{% block a %}base{% endblock %}>{% set inner = 'x<y' %}{% block b %}{{ inner }}{% endblock %}",
    "macros": (
        "{% macro both(a, b=2, c=none) %}{{ a }}-{{ b }}-{{ c }}{% endmacro %}"
        "{% macro all() %}{{ varargs }}{{ kwargs }}{% endmacro %}"
        "{% macro around() %}[{{ caller() }}]{% endmacro %}"
    ),
    "part": "({{ item.name }})",
    "twice": "{% from 'macros' import both %}{{ both(value) }}{{ both(value, c=value, b=3) }}",
}
TEMPLATES = (
    "{{ item.name }} {{ item.sub.name }} {{ item.number }} {{ none }} {{ lang.code }} {{ lang.number(2) }}",
    "{{ _('About') }} {{ _('100%%') }} {{ _('of %(name)s, %(more)s', name=item.name, more='<b>') }}",
    "{{ ngettext('%(count)s line', '%(count)s lines', item.number, count=item.number) }} {{ gettext('a') }}",
    "{{ ngettext('%(num)s line', '%(num)s lines', 1) }} {{ ngettext('one', 'many', 2, count='<') }}",
    "{% trans name=item.name %}Hello {{ name }}{% endtrans %}{% trans %}plain{% endtrans %}",
    "{% if lang.code == 'ar' %}ar{% elif item.number %}n{% else %}en{% endif %}{{ 'a' if lang.dir }}",
    "{% if lang.code == 'ar' %}ar{% elif lang.code == 'en' %}en{% endif %}{% if not other %}no{% endif %}",
    "{% set lang = item %}{{ lang.name }}{% for other in item.many %}{{ other }}{% endfor %}{{ other }}",
    "{{ item.nothing is defined }} {{ item.nothing|default('-') }} "
    "{{ nobody is defined }} {{ item.name is defined }}",
    "{% from 'macros' import both, all, around %}{{ both(1) }} {{ both(item.name, c=3) }} {{ both(1, 2, 3) }}"
    "{{ all(1, x=2) }}{% call around() %}<i>{{ item.name }}</i>{% endcall %}{{ both(b=1, a='<') }}",
    "{% from 'macros' import both %}{{ both(_('it\"s <b>'), b=_('A')) }}{{ _('B') if item.number else '<' }}",
    "{% extends 'base' %}{% block a %}{{ super() }}{{ item.name }}{% endblock %}",
    "{% for each in item.many %}{{ loop.index }}{{ each|upper }}"
    "{{ ', ' if not loop.last }}{% include 'part' %}{% endfor %}",
    "{{ '<i>'|safe }}{{ item.name|upper }}{{ item.many|join('<') }}"
    "{{ item.name ~ lang.code }}{{ other ~ '&' }}",
    "{% set made %}<p>{{ item.name }}</p>{% endset %}{{ made }}{{ (item.many|list)[0] }}{{ item['name'] }}",
    "{{ ['a', lang.code]|join }} {{ {'k': item.name}['k'] }} {{ item.many[1:] }} {{ 'en' in [lang.code] }}",
    "{% block t %}{{ item.name }}{% endblock %}{{ self.t() }}",
    "{% macro m(lang) %}{{ lang }}{% endmacro %}{{ m('x') }}{{ m(lang.code) }}{{ [1, 2]|sum }} {{ -1 }}",
)  # fmt: skip
ITEM = SimpleNamespace(name="a<b>&'\"", sub=SimpleNamespace(name="ابن"), number=3, many=("x", "<y>"))


def environments(code: str) -> tuple[Environment, Templates]:
    language = Language(code)
    helpers = Helpers(language, LINKS)
    known = {
        "lang": language, "other": "x&y", "_": helpers.gettext, "gettext": helpers.gettext,
        "ngettext": helpers.ngettext,
    }  # fmt: skip
    made = []
    for kind in (Environment, Templates):
        options = {"autoescape": True, "undefined": StrictUndefined, "extensions": ["jinja2.ext.i18n"]}
        environment = kind(loader=DictLoader(PARTS), **options)
        environment.install_gettext_callables(language.gettext, language.ngettext, newstyle=True)
        environment.globals |= known if kind is Templates else {"lang": language, "other": "x&y"}
        made.append(environment)
    made[1].known = known
    return made[0], made[1]


@pytest.mark.parametrize("code", ["ar", "en"])
@pytest.mark.parametrize("template", TEMPLATES)
def test_prints_what_jinja_prints(template: str, code: str) -> None:
    plain, fast = environments(code)
    assert fast.from_string(template).render(item=ITEM) == plain.from_string(template).render(item=ITEM)


@pytest.mark.parametrize(
    ("template", "error"),
    [
        ("{{ item.nothing }}", AttributeError),
        ("{{ nobody.name }}", UndefinedError),
        ("{{ nobody }}", UndefinedError),
        ("{{ nobody() }}", UndefinedError),
        ("{% from 'macros' import both %}{{ both(1, 2, 3, 4) }}", TypeError),
        ("{% from 'macros' import both %}{{ both(1, z=4) }}", TypeError),
        ("{{ _('of %(name)s') }}", KeyError),
    ],
)
def test_what_is_wrong_is_an_error(template: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        environments("en")[1].from_string(template).render(item=ITEM)


def test_what_is_known_is_not_asked_again() -> None:
    _, fast = environments("ar")
    text = "{% if lang.code == 'ar' %}{{ _('People') }}{% else %}{{ item.nothing }}{% endif %}"
    code = fast.compile(text, raw=True)
    assert "lang" not in code.split("def root", 1)[1]
    assert "nothing" not in code


def test_a_remembered_macro_prints_each_thing_as_what_it_is() -> None:
    _, fast = environments("en")
    fast.remembered = frozenset({"both"})
    for value, printed in (("<", "&lt;"), (Markup("<"), "<"), (1, "1"), (True, "True"), ([1], "[1]")):
        for _ in range(2):
            assert fast.render("twice", {"value": value}) == f"{printed}-2-None{printed}-3-{printed}"
