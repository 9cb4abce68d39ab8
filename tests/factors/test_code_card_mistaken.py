"""Reading the wrong card has its own words, and counts as any wrong answer."""

from app.core import login
from app.factors.code_card.pages import PAGES
from tests.core.conftest import person, time  # noqa: F401  (fixtures)
from tests.support.logging_on import HERE, start
from tests.support.world import card_code, credential_of, give_factor


def test_a_code_of_another_card_is_told_apart(core, person):  # noqa: F811
    mine = person.credentials["code_card"]
    other = give_factor(core, person, "code_card")
    session = start(core, person)
    login.choose(core, session.id, mine)
    asked = credential_of(core, mine).data["asked"]
    verdict = login.answer(core, session.id, {"code": card_code(core, other, asked)}, HERE)
    assert verdict.reason == "other_card"
    assert verdict.reason in PAGES.wrong
    assert credential_of(core, mine).failures == 1
    assert credential_of(core, other).failures == 0
