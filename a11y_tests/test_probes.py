"""The probes see what is wrong, and leave what is right alone: a good page and bad ones."""

import pytest

from a11y_tests.audit import in_every_world, probe
from a11y_tests.axe import Judge

pytestmark = pytest.mark.browser

GOOD = """<!doctype html><html lang="da"><title>Hej – Overgang</title>
<style>
body { background: #fff; color: #111; font-size: 18px; line-height: 1.5 }
:focus-visible { outline: 3px solid #111; outline-offset: 2px }
button, input { min-height: 44px; min-width: 44px }
nav a { display: inline-block; min-height: 44px }
</style>
<body><nav aria-label="Genveje"><a href="#main">Gå til indholdet</a></nav><main id="main"><h1>Hej</h1>
<p>Læs mere i <a href="/x">hjælpen</a>, hvis du vil.</p>
<label>Navn <input autocomplete="name"></label> <button>Fortsæt</button></main></body></html>"""

BAD = {
    "no outline": ("focus", GOOD.replace("3px solid #111", "none")),
    "pale outline": ("focus", GOOD.replace("3px solid #111", "3px solid #ddd")),
    "thin outline": ("focus", GOOD.replace("3px solid #111", "1px solid #111")),
    "small button": ("targets", GOOD.replace("button, input {", "button { font-size: 8px } i {")),
    "no skip link": ("skip_link", GOOD.replace('href="#main"', 'href="/"')),
    "skip link to nowhere": ("skip_link", GOOD.replace('id="main"', "")),
    "too wide": ("reflow", GOOD.replace("<h1>", '<h1 style="width: 2000px">')),
    "sticky and high": ("reflow", GOOD.replace("<nav", '<nav style="position: sticky; top: 0; height: 400px"')),
}


@pytest.fixture
def page(new_tab):
    return new_tab().page


def show(page, html):
    page.set_content(html)
    page.keyboard.press("Shift")


@pytest.mark.parametrize("name", ["focus", "targets", "skip_link", "reflow"])
def test_a_good_page_is_left_alone(page, name):
    show(page, GOOD)
    assert probe(page, name) == []


@pytest.mark.parametrize(("name", "html"), BAD.values(), ids=BAD)
def test_a_bad_page_is_seen(page, name, html):
    show(page, html)
    assert probe(page, name)


def test_axe_runs_and_sees(page):
    show(page, GOOD)
    assert Judge().findings(page) == []
    show(page, GOOD.replace("color: #111", "color: #888"))
    assert any("color-contrast" in finding for finding in Judge().findings(page))


def found_in_worlds(page, css, more=""):
    show(page, GOOD.replace("</style>", f"{css}</style>").replace("<h1>", f"{more}<h1>"))
    return {world: " ".join(faults) for world, faults in in_every_world(page, Judge()).items()}


def test_colours_are_judged_in_every_world(page):
    found = found_in_worlds(page, "@media (prefers-color-scheme: dark) { h1 { color: #ddd } }")
    assert "color-contrast" in found["dark"]
    assert found["light"] == ""


def test_a_world_that_shows_something_else_is_judged_by_every_rule(page):
    css = "img { display: none } @media (prefers-color-scheme: dark) { img { display: inline } }"
    found = found_in_worlds(page, css, '<img src="data:,">')
    assert "image-alt" not in found["light"]
    assert "image-alt" in found["dark"]
    assert "image-alt" not in found["forced colours"]  # as in the dark: it would be said twice
