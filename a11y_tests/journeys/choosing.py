"""Choosing by need: the portal is told what is hard, advises, and its first advice is taken."""

from a11y_tests.journeys import crossing
from a11y_tests.journeys.crossing import NewEid
from a11y_tests.journeys.traveller import Traveller

# What a traveller has hands for, where nobody sits at another device.
USABLE = ("security_key", "code_card", "authenticator_app")


def cross_as_advised(me: Traveller, *needs: str) -> NewEid:
    """From the choice to the receipt, by the first way that the portal advises and this traveller can use."""
    me.arrive("choice")
    me.follow("help_me_choose")
    me.arrive("help_choosing")
    for need in needs:
        me.tick(need)
    me.press("show_what_suits")
    me.arrive("help_choosing", "with advice for several needs")
    kind = _first_advised(me)
    me.follow("to_the_choice")
    crossing.choose_factor(me, kind)
    user_id = crossing.choose_logon(me)
    factor = crossing.activate(me, kind)
    me.arrive("receipt")
    return NewEid(user_id, crossing.PASSWORD, factor)


def _first_advised(me: Traveller) -> str:
    kinds = {me.say(kind): kind for kind in USABLE}
    advised = [text for text in me.page.get_by_role("heading").all_inner_texts() if text in kinds]
    assert advised, f"no way is advised in:\n{me.text}"
    return kinds[advised[0]]
