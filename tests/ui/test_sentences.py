"""The simpler view's lines: one sentence each, escaped, and whole where a sentence cannot be cut."""

import pytest
from jinja2 import DictLoader, Environment
from markupsafe import Markup

from app.ui.sentences import SentenceLines, lines


def shown(*sentences: str) -> str:
    return " ".join(f'<span class="line">{sentence}</span>' for sentence in sentences)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("Log på.", "Log på."),
        ("Log på. Vælg en måde!", shown("Log på.", "Vælg en måde!")),
        ("Prøv igen kl. 14.35 den 24. november.", "Prøv igen kl. 14.35 den 24. november."),
        ("Ring kl. Otte. Vent", shown("Ring kl. Otte.", "Vent")),
        ("<b>Nej. Ja</b> & mere", shown("&lt;b&gt;Nej.", "Ja&lt;/b&gt; &amp; mere")),
        (Markup('Ring <a href="tel:1">Til os. Nu</a>. Vent.'), shown('Ring <a href="tel:1">Til os. Nu</a>.', "Vent.")),
    ],
)
def test_lines(text, expected):
    assert str(lines(text)) == expected


def test_paragraphs_of_one_text_are_cut_and_nothing_else_is():
    source = {
        "page.html": '<p class="lead">{{ _("A. B.") }}</p><li>{{ tr("A. B.") }}</li><a title="{{ _("A. B.") }}">x</a>'
        '<p>{{ _("A. B.") }} {{ _("C. D.") }}</p>',
        "page.txt": '<p>{{ _("A. B.") }}</p>',
    }
    env = Environment(loader=DictLoader(source), autoescape=True, extensions=[SentenceLines])
    env.filters["lines"] = lines
    env.globals.update(_=lambda text: text, tr=lambda text: text)
    cut = shown("A.", "B.")
    whole = '<a title="A. B.">x</a><p>A. B. C. D.</p>'
    assert env.get_template("page.html").render() == f'<p class="lead">{cut}</p><li>{cut}</li>{whole}'
    assert env.get_template("page.txt").render() == "<p>A. B.</p>"
