"""The claim "heard in this order", and listening time: on made-up transcripts, with no screen reader."""

import shutil

import pytest

from a11y_tests.screen_reader.heard import Step, as_text, assert_heard_in_order
from a11y_tests.screen_reader.listening import seconds_to_speak

HEARD = [
    Step("Tab", ["Bruger-id felt.", "ugyldig indtastning."]),
    Step("type anna", []),
    Step("Return", ["Færdig med at indlæse Min side.", "Min side overskrift niveau 1."]),
]


@pytest.mark.parametrize(
    "expected",
    [
        [],
        ["Bruger-id", "ugyldig", "Min side"],
        ["Min side", "Min side overskrift"],
        ["Bruger-id", "felt"],
    ],
)
def test_what_was_heard_in_order_is_found(expected):
    assert_heard_in_order(HEARD, expected)


@pytest.mark.parametrize(
    "expected",
    [
        ["Adgangskode"],
        ["Min side", "Bruger-id"],
        ["felt", "Bruger-id"],
        ["ugyldig", "ugyldig"],
    ],
)
def test_what_was_not_heard_or_in_another_order_fails(expected):
    with pytest.raises(AssertionError, match="Not heard, or not in this order"):
        assert_heard_in_order(HEARD, expected)


def test_a_failure_shows_the_transcript_and_the_missing_words():
    with pytest.raises(AssertionError) as failure:
        assert_heard_in_order(HEARD, ["Bruger-id", "Log af"])
    assert "'Log af'" in str(failure.value)
    assert as_text(HEARD) in str(failure.value)
    assert "type anna | (silence)" in as_text(HEARD)


@pytest.mark.skipif(not shutil.which("espeak-ng"), reason="LISTENING TIME IS NOT TESTED HERE: no espeak-ng")
@pytest.mark.parametrize("lang", ["da", "en"])
def test_more_words_take_longer_to_hear(lang):
    once = seconds_to_speak(["Log på med dit bruger-id."], lang)
    twice = seconds_to_speak(["Log på med dit bruger-id."] * 2, lang)
    assert seconds_to_speak([], lang) == 0
    assert 1 < once < 5
    assert 1.8 * once < twice < 2.5 * once
