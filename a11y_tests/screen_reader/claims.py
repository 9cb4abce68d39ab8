"""What is claimed of a journey that was heard; a failure shows all of it."""

from a11y_tests.screen_reader.expected import INVALID, MOST_SECONDS, must_be_heard
from a11y_tests.screen_reader.golden import mask, seconds
from a11y_tests.screen_reader.heard import Step, assert_heard_in_order
from a11y_tests.screen_reader.listener import Listener


def assert_heard_well(me: Listener, secrets: list[str]) -> None:
    """Every page said what it must, nothing that it must not, and in a time that one can listen for."""
    lang = me.reader.lang
    for page in me.pages:
        masked = [Step(step.key, [mask(text) for text in step.heard]) for step in page.steps]
        assert_heard_in_order(masked, must_be_heard(page.title, lang))
        if not page.wrong:
            cries = [text for text in page.utterances if INVALID[lang] in text]
            assert not cries, f"{page.title}: {cries}\n{me.transcript()}"
        took = seconds(page, lang)
        assert took <= MOST_SECONDS, f"{page.title} takes {took:.0f} s to hear:\n{me.transcript()}"
    said = "\n".join(text for page in me.pages for text in page.utterances)
    told = [number for number, secret in enumerate(secrets) if secret in said]
    assert not told, f"secrets {told} were said aloud:\n{me.transcript()}"
