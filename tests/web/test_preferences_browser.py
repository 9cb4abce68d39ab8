"""Big controls in a real browser: every target is big enough, the text is bigger, and nothing overflows at 320 px."""

import pytest

pytestmark = pytest.mark.browser

SMALLEST = 64
# Boxes of what can be pressed. A link inside a sentence is no target of its own (WCAG 2.5.5), nor is what is hidden.
BOXES = """() => [...document.querySelectorAll('button, input, summary, footer a, header a, label')]
  .filter((one) => one.type !== 'hidden' && one.checkVisibility() && getComputedStyle(one).opacity !== '0')
  .filter((one) => one.tagName !== 'LABEL' || one.previousElementSibling?.matches('.form-radio, .form-checkbox'))
  .filter((one) => !one.closest('p') || one.parentElement.childNodes.length === 1)
  .map((one) => [one.outerHTML.slice(0, 90), one.getBoundingClientRect().height])"""
WIDER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
SIZE = "() => parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)"


@pytest.mark.parametrize("javascript", [True, False])
def test_big_controls_are_big_and_fit_a_narrow_screen(live, new_page, javascript):
    page = new_page(viewport={"width": 320, "height": 640}, javascript=javascript)
    page.goto(f"{live.url}/indstillinger")
    ordinary = page.evaluate(SIZE)
    boxes = page.evaluate(BOXES)
    assert len(boxes) > 12, "the measure looks at something"
    assert any(height < SMALLEST for _html, height in boxes), "the measure bites"
    page.get_by_label("Gør knapper, felter og tekst større").check()
    page.get_by_role("button", name="Gem indstillingerne").click()
    assert page.get_by_text("Dine indstillinger er gemt.").is_visible()
    assert page.evaluate(SIZE) == pytest.approx(ordinary * 1.25, rel=0.01)
    for path in ("/indstillinger", "/log-paa", "/skift/nemid"):
        page.goto(f"{live.url}{path}")
        assert page.evaluate(WIDER) == 0, path
        small = [(html, height) for html, height in page.evaluate(BOXES) if height < SMALLEST - 0.5]
        assert small == [], path
