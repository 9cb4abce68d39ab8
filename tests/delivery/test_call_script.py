"""The call's script: who presses what, and what is said and done. No telephone, no clock."""

import itertools

import pytest

from app.delivery.call_script import PROMPTS, CallScript, HangUp, Listen, Report, Say, SayCode

PROMPT = Say((("da", "asked"), ("da", "press_1"), ("da", "press_9"), ("en", "this_language")))
PROMPT_EN = Say((("en", "asked"), ("en", "press_1"), ("en", "press_9"), ("da", "this_language")))
MENU = Say((("da", "never_tell"), ("da", "again"), ("da", "slower"), ("en", "this_language")))
GOODBYE = Say((("da", "goodbye"),))
STOPPED = Say((("da", "stopped"),))
CODE = SayCode("da", False)


@pytest.fixture
def script():
    return CallScript("da")


@pytest.fixture
def ready(script):
    """Somebody who has answered and pressed 1."""
    script.answered()
    script.key("1")
    return script


def test_the_code_is_said_after_1_then_the_menu_then_goodbye(script):
    assert script.answered() == [PROMPT]
    assert script.finished() == [Listen()]
    assert script.key("1") == [CODE]
    assert script.finished() == [MENU]
    assert script.finished() == [Listen()]
    assert script.silence() == [GOODBYE]
    assert script.finished() == [HangUp()]
    assert script.outcome == "heard"


def test_a_machine_hears_three_prompts_and_goodbye_and_no_code(script):
    done = script.answered()
    for _ in range(PROMPTS - 1):
        done += script.finished() + script.silence()
    done += script.finished() + script.silence() + script.finished()
    assert done == [PROMPT, Listen(), PROMPT, Listen(), PROMPT, Listen(), GOODBYE, HangUp()]
    assert script.outcome == "not_ready"


def test_1_repeats_2_is_slower_and_stays_so_3_is_the_other_language(ready):
    assert ready.key("1") == [CODE]
    assert ready.key("2") == [SayCode("da", True)]
    assert ready.key("1") == [SayCode("da", True)]
    assert ready.key("3") == [SayCode("en", True)]
    assert ready.key("3") == [SayCode("da", True)]


def test_the_language_can_be_chosen_before_the_code(script):
    script.answered()
    assert script.key("3") == [PROMPT_EN]
    assert script.key("1") == [SayCode("en", False)]


def test_9_is_reported_before_anything_else_is_said(script):
    script.answered()
    assert script.key("9") == [Report("not_asked"), STOPPED]
    assert script.key("1") == [], "no code after a report"
    assert script.finished() == [HangUp()]
    assert script.outcome == "not_asked"


def test_9_counts_after_the_code_too(ready):
    assert ready.key("9") == [Report("not_asked"), STOPPED]
    assert ready.outcome == "not_asked"


def test_time_up_says_goodbye_and_never_a_code(ready):
    assert ready.time_up() == [GOODBYE]
    assert ready.key("1") == []
    assert ready.time_up() == []
    assert ready.outcome == "heard"


@pytest.mark.parametrize(("pressed", "outcome"), [("", "not_ready"), ("1", "heard")])
def test_hanging_up_ends_it(script, pressed, outcome):
    script.answered()
    for digit in pressed:
        script.key(digit)
    assert script.hung_up() == []
    assert script.finished() == script.key("1") == script.silence() == []
    assert script.outcome == outcome


@pytest.mark.parametrize("digit", "2045678*#ABCD?")
def test_no_other_key_brings_the_code(script, digit):
    script.answered()
    assert script.key(digit) == []


def test_whatever_happens_there_is_no_code_before_1_and_one_report_at_most():
    """Every order of five events: the rules hold in each."""
    events = ["key 1", "key 2", "key 3", "key 9", "finished", "silence", "time_up", "hung_up"]
    for order in itertools.product(events, repeat=5):
        script, done, ready, over = CallScript("da"), [], False, False
        done += script.answered()
        for event in order:
            name, _, digit = event.partition(" ")
            ready |= digit == "1"
            made = getattr(script, name)(*digit)
            assert ready or not any(isinstance(action, SayCode) for action in made)
            assert not over or made == []
            over |= HangUp() in made or name == "hung_up"
            done += made
        assert done.count(Report("not_asked")) <= 1
