"""The macros that every page is made of: labels, hints, errors and secrets, as assistive technology meets them."""

import re
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from wtforms import BooleanField, Form, PasswordField, RadioField, StringField, validators
from wtforms.fields.choices import SelectChoice

from app.core.preferences import Preferences
from app.ui.forms import Code, Filled, legible
from tests.test_assets import ROOT


class Sample(Form):
    user = StringField(
        "Bruger-ID",
        [Filled("Skriv dit bruger-ID")],
        description="Ni cifre.",
        render_kw={"autocomplete": "username", "maxlength": "9", "placeholder": "123", "required": True},
    )
    note = StringField("Besked", [validators.Optional()])
    password = PasswordField("Adgangskode")
    code = Code("Kode")
    factor = RadioField(
        "Faktor", [Filled("Vælg")], choices=[SelectChoice("card", "Kodekort"), SelectChoice("app", "Kodeapp")]
    )
    terms = BooleanField("Vilkår")


class Posted(dict[str, str]):
    """The little of a form's data that WTForms asks for."""

    def getlist(self, name: str) -> list[str]:
        return [self[name]] if name in self else []


@pytest.fixture(scope="module")
def environment() -> Environment:
    env = Environment(
        loader=FileSystemLoader(ROOT / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.install_null_translations(newstyle=True)  # type: ignore[attr-defined]
    env.globals.update(tr=lambda message: message, csrf_token="token", page_address="/her?next=/der")
    env.globals.update(simple=False, preferences=Preferences(), helped=None)
    env.filters["legible"] = legible
    return env


def render(env: Environment, text: str, **context: Any) -> str:
    imports = (
        '{% import "components/forms.html" as forms with context %}'
        '{% import "components/blocks.html" as blocks with context %}'
    )
    return re.sub(r"\s+", " ", env.from_string(imports + text).render(**context))


def failed(**data: str) -> Sample:
    form = Sample(Posted(data))
    form.validate()
    return form


def test_a_field_has_label_and_hint_and_none_of_what_harms(environment: Environment) -> None:
    html = render(environment, "{{ forms.field(form.user) }}", form=Sample())
    assert '<label class="form-label" for="user">Bruger-ID</label>' in html
    assert 'aria-describedby="user-hint"' in html
    assert 'autocomplete="username"' in html
    assert not re.search("required|maxlength|placeholder|aria-invalid", html)


def test_an_error_stands_between_label_and_field_and_is_bound_to_it(environment: Environment) -> None:
    html = render(environment, "{{ forms.field(form.user) }}", form=failed(user=" "))
    assert html.index("</label>") < html.index('id="user-error"') < html.index("<input")
    assert 'aria-describedby="user-hint user-error" aria-invalid="true"' in html
    assert '<span class="sr-only">Error: </span>Skriv dit bruger-ID' in html


def test_summary_links_to_fields_and_is_no_alert(environment: Environment) -> None:
    form = failed(user="")
    form.form_errors = ["Prøv igen."]
    html = render(environment, "{{ forms.error_summary(form) }}", form=form)
    assert '<a href="#user">Skriv dit bruger-ID</a>' in html
    assert '<a href="#factor-0">Vælg</a>' in html
    assert "<li>Prøv igen.</li>" in html
    assert 'tabindex="-1"' in html
    assert 'aria-describedby="error-summary-list"' in html, "with the focus the errors are heard, not the heading alone"
    assert '<ul id="error-summary-list">' in html
    assert "alert" not in html


def test_no_summary_without_errors(environment: Environment) -> None:
    assert render(environment, "{{ forms.error_summary(form) }}", form=Sample()).strip() == ""


def test_typed_text_comes_back_escaped_and_secrets_never(environment: Environment) -> None:
    form = failed(note='"><b>', password="hemmelig", code="123456")
    html = render(environment, "{% for f in form %}{{ forms.field(f) }}{% endfor %}", form=form)
    assert 'value="&#34;&gt;&lt;b&gt;"' in html
    assert "hemmelig" not in html
    assert "123456" not in html


def test_optional_fields_say_so(environment: Environment) -> None:
    assert "Besked (optional)</label>" in render(environment, "{{ forms.field(form.note) }}", form=Sample())


def test_password_button_is_there_with_javascript_only(environment: Environment) -> None:
    html = render(environment, "{{ forms.field(form.password) }}", form=Sample())
    assert re.search(r'<button [^>]*type="button" hidden data-show="password" aria-pressed="false"', html)


def test_each_choice_may_have_a_hint_and_a_block_of_its_own(environment: Environment) -> None:
    text = """{% call(value) forms.field(form.factor, cards=true, hints={"card": "På papir"}) %}
        {% if value == "app" %}<p>Til din telefon</p>{% endif %}{% endcall %}"""
    html = render(environment, text, form=Sample(data={"factor": "app"}))
    assert "<legend>Faktor</legend>" in html
    assert 'id="factor-0" name="factor" value="card" aria-describedby="factor-0-hint"' in html
    assert 'id="factor-1" name="factor" value="app" checked' in html
    assert html.count("choice-detail") == 1


def test_a_form_carries_its_proof_and_leaves_judging_to_the_server(environment: Environment) -> None:
    html = render(environment, "{% call forms.post() %}x{% endcall %}")
    assert '<form method="post" action="/her?next=/der" id="form" novalidate>' in html
    assert '<input type="hidden" name="csrf_token" value="token">' in html


@pytest.mark.parametrize(
    ("text", "group", "read"), [("0417", 4, "0 4 1 7"), ("123456", 3, "1 2 3 4 5 6"), ("12 34", 2, "1 2 3 4")]
)
def test_digits_are_read_one_by_one(environment: Environment, text: str, group: int, read: str) -> None:
    html = render(environment, "{{ blocks.digits(code, group) }}", code=text, group=group)
    assert re.sub("<[^>]+>", "", html).strip() == read


@pytest.mark.parametrize("kind", ["info", "success", "warning", "error"])
def test_an_alert_says_its_kind_and_is_no_live_region(environment: Environment, kind: str) -> None:
    html = render(environment, '{% call blocks.alert(kind, "Overskrift") %}<p>x</p>{% endcall %}', kind=kind)
    said = "" if kind == "info" else r"\w+: "
    assert re.search(rf'<h2 class="alert-heading">{said}Overskrift</h2>', html), "one text, so it is heard once"
    assert "role=" not in html


@pytest.mark.parametrize("simple", [False, True])
def test_what_explains_is_folded_in_the_simpler_view_only(environment: Environment, simple: bool) -> None:
    page = render(environment, '{% call blocks.fold("Sådan") %}<p>Først.</p>{% endcall %}', simple=simple)
    assert "<p>Først.</p>" in page
    assert ("<summary>Sådan</summary>" in page) == simple


def test_templates_hold_no_inline_script_or_style_and_no_bare_htmx() -> None:
    """The policy forbids the first (CSP), the Nu checker the last."""
    for template in (ROOT / "templates").rglob("*.html"):
        source = template.read_text(encoding="utf-8")
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=[\"']|\shx-", source), template
        # What is said to be text is data: the browser runs nothing of it.
        assert not re.search(r"<script(?! type=\"text/html\")(?![^>]*\ssrc=)", source), template
