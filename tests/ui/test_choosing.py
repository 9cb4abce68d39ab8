"""Help me choose: needs in, an order with reasons out; for the factors there are, and for any that may come."""

from dataclasses import dataclass
from typing import Any

import pytest
from starlette.datastructures import QueryParams

from app.core.assurance import Level
from app.core.factor import Needs, discover
from app.ui import choosing
from app.ui.choosing import NEEDS, advise, rank, second_way
from app.ui.i18n import translate

EVERY_NEED = [field.name for field in choosing.NeedsForm()]


@dataclass
class Sample:
    """As much of a factor as the advice looks at."""

    kind: str
    needs: Needs
    level: Level = Level.SUBSTANTIAL
    seconds: int = 20
    alone: bool = False


APP = Sample("app", Needs(smartphone=True))
FOUR = {"code_card", "authenticator_app", "security_key", "audio_code"}
CARD = Sample("card", Needs(sight=True, reading=True, printer=True), seconds=40)
KEY = Sample("key", Needs(hands=True, javascript=True), Level.HIGH, 10, alone=True)
VOICE = Sample("voice", Needs(hearing=True, telephone=True, memory=True), seconds=60)
FIFTH = Sample("fifth", Needs(), Level.LOW, 90)
ALL: list[Any] = [APP, CARD, KEY, VOICE, FIFTH]


def traits(needs: Needs) -> set[str]:
    return {name for name, wanted in vars(needs).items() if wanted}


@pytest.mark.parametrize("need", NEEDS, ids=lambda need: need.name)
@pytest.mark.parametrize("factors", [ALL, list(discover())], ids=["samples", "registry"])
def test_the_best_never_leans_on_what_is_out_of_reach(need, factors):
    best = rank(factors, {need.name})[0]
    chosen = next(factor for factor in factors if factor.kind == best.kind)
    possible = any(not traits(factor.needs) & {*need.hard, *need.soft} for factor in factors)
    assert not possible or not traits(chosen.needs) & {*need.hard, *need.soft}
    assert best.fits or not possible


def test_every_trait_of_a_factor_is_asked_about():
    asked = {trait for need in NEEDS for trait in (*need.hard, *need.soft)}
    assert asked == set(vars(Needs()))


def test_without_needs_level_and_speed_decide():
    assert [one.kind for one in rank(ALL, set())] == ["key", "app", "card", "voice", "fifth"]


def test_equals_stay_in_the_order_of_the_registry():
    twins: list[Any] = [Sample(name, Needs()) for name in "cab"]
    assert [one.kind for one in rank(twins, set())] == ["c", "a", "b"]
    assert rank(ALL, {"hands", "abroad"}) == rank(ALL, {"abroad", "hands"})


def test_the_second_way_does_not_break_with_the_first():
    phone: Any = Sample("phone", Needs(telephone=True), seconds=5)
    ranked = rank([APP, phone, CARD], {"memory"})
    assert ranked[0].kind == "phone"
    second = second_way([APP, phone, CARD], ranked, ranked[0])
    assert second is not None
    assert second.kind == "card"


def test_no_second_way_where_none_is_apart_or_none_fits():
    phone: Any = Sample("phone", Needs(telephone=True))
    ranked = rank([APP, phone], set())
    assert second_way([APP, phone], ranked, ranked[0]) is None
    assert second_way([APP], ranked, None) is None


def test_reasons_speak_of_what_was_ticked_and_of_the_level():
    card = next(one for one in rank(ALL, {"no_sight", "low_vision", "no_hearing"}) if one.kind == "card")
    assert card.warnings == (choosing.SIGHT, choosing.NOT_HIGH)
    assert "You do not need to hear anything." in card.reasons
    key = next(one for one in rank(ALL, {"shared"}) if one.kind == "key")
    assert choosing.NOT_HIGH not in key.warnings
    assert choosing.SHARED.against in key.warnings


@pytest.mark.parametrize("need", EVERY_NEED)
def test_every_need_is_answered_for_every_factor_in_both_languages(need):
    for one in rank(ALL, {need}):
        assert len(one.reasons) + len(one.warnings) >= 3 + (one.level < Level.HIGH)
        for message in (*one.reasons, *one.warnings):
            danish, english = translate("da", message), translate("en", message)
            assert danish.endswith(".")
            assert english.endswith(".")
            assert danish != english


@pytest.mark.parametrize(
    ("query", "asked", "ticked"),
    [
        ("", False, set()),
        ("ask=1", True, set()),
        ("no_sight=y&hands=y&ask=1", True, {"no_sight", "hands"}),
        ("no_sight=y&no_sight=y&unknown=y", True, {"no_sight"}),
        ("no_sight=%00%e2%80%ae&x=" + "a" * 5000, True, {"no_sight"}),
    ],
)
def test_needs_are_read_from_the_address(query, asked, ticked):
    advice = advise(ALL, QueryParams(query))
    assert advice.asked is asked
    assert {one.name for one in advice.form if one.data} == ticked
    assert advice.best is not None


def test_nothing_fits_is_said_and_not_hidden():
    advice = advise([CARD, VOICE], QueryParams("no_printer=y&no_hearing=y"))  # type: ignore[list-item]
    assert advice.best is None
    assert advice.second is None
    assert len(advice.suggestions) == 2


@pytest.mark.parametrize(
    ("ticked", "best", "not_second"),
    [
        ({"no_sight"}, "security_key", "code_card"),
        ({"no_sight", "no_hearing"}, "security_key", "audio_code"),
        ({"hands"}, "security_key", None),
        ({"reading"}, "security_key", "code_card"),
        ({"no_smartphone", "no_computer"}, "code_card", "authenticator_app"),
        ({"no_smartphone", "no_printer", "no_computer"}, "code_card", "authenticator_app"),
        ({"no_computer", "no_hearing"}, "authenticator_app", "audio_code"),
    ],
)
def test_the_four_factors_suit_the_people_of_the_brief(ticked, best, not_second):
    factors = [factor for factor in discover() if factor.kind in FOUR]
    ranked = rank(factors, ticked)
    assert ranked[0].kind == best
    second = second_way(factors, ranked, ranked[0])
    assert second is None or second.kind != not_second


BRIEF = {
    "no_sight", "low_vision", "no_hearing", "hands", "memory", "reading", "no_smartphone", "no_computer", "no_printer",
    "abroad", "shared", "helped",
}  # fmt: skip


def test_the_needs_of_the_brief_are_all_asked():
    assert set(EVERY_NEED) == BRIEF


@pytest.mark.parametrize("need", EVERY_NEED)
def test_each_need_has_two_ways_apart_and_a_way_to_high(need):
    """From the first day: two that do not break together, and nobody is kept from the level High unawares."""
    offered = discover().offered()
    advice = advise(offered, QueryParams(f"{need}=y"))
    by_kind = {factor.kind: factor for factor in offered}
    assert advice.best is not None
    assert advice.second is not None
    assert not choosing._things(by_kind[advice.best.kind]) & choosing._things(by_kind[advice.second.kind])
    assert advice.high is not None
    assert by_kind[advice.high.kind].level == Level.HIGH


def test_no_way_to_high_that_fits_is_told_from_one_that_is_not_the_best():
    assert advise([KEY, CARD], QueryParams("no_computer=y")).high is not None  # type: ignore[list-item]
    assert advise([CARD, FIFTH], QueryParams("ask=1")).high is None  # type: ignore[list-item]


def test_what_to_have_besides_a_way():
    second = choosing.beside(ALL, "app")
    assert second is not None
    assert second.kind == "key"
    assert choosing.beside(ALL, "one that is not offered") is None
