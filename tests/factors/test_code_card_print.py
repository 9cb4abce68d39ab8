"""The code card on paper, in a real browser."""

import re

import pytest

from tests.support.world import card_code, give_factor, make_citizen

pytestmark = pytest.mark.browser
# A4 less its margins, at 96 dots an inch.
PAPER = {"width": 658, "height": 986}


@pytest.fixture
def setting_up(live, new_page):
    """The page that shows a new card."""
    person = make_citizen(live.core)
    card = give_factor(live.core, person, "code_card")
    page = new_page()
    page.goto(f"{live.url}/log-paa")
    page.fill("#user_id", person.user_id)
    page.fill("#password", person.password)
    page.click("#form button.button-primary")
    page.fill("#code", card_code(live.core, card))
    page.click("#form button.button-primary")
    page.goto(f"{live.url}/min-side/faktorer/tilfoej?kind=code_card")
    page.click("#form button.button-primary")
    return page


def test_the_card_is_printed_alone_on_one_sheet_of_a4(setting_up):
    printed = setting_up.pdf(format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1
    setting_up.set_viewport_size(PAPER)
    setting_up.emulate_media(media="print")
    assert setting_up.evaluate("document.documentElement.scrollWidth") <= PAPER["width"]
    assert setting_up.locator("table").count() == 4
    assert setting_up.locator(".code-card").is_visible()
    assert not setting_up.locator("#form").is_visible()
    assert not setting_up.get_by_role("link", name="Stor skrift").is_visible()


def test_on_the_screen_no_column_covers_another(setting_up):
    for width in (320, 800, 1280):
        setting_up.set_viewport_size({"width": width, "height": 800})
        boxes = [table.bounding_box() for table in setting_up.locator(".code-card table").all()]
        for number, box in enumerate(boxes):
            for other in boxes[number + 1 :]:
                beside = box["x"] + box["width"] <= other["x"] or other["x"] + other["width"] <= box["x"]
                below = box["y"] + box["height"] <= other["y"]
                assert beside or below
        assert setting_up.evaluate("document.documentElement.scrollWidth") <= width
