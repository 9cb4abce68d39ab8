"""A real screen reader that writes down what it says: Orca and Firefox on a display that nobody sees.

with ScreenReader(lang="da") as reader:
    reader.open("http://localhost:8000/log-paa")
    reader.find("Bruger-id")
    reader.type("anna")
    reader.find("Fortsæt")
    heard = reader.activate()
assert_heard_in_order(reader.transcript, ["Fejl", "Skriv din adgangskode"])
"""

from a11y_tests.screen_reader.heard import Step, as_text, assert_heard_in_order
from a11y_tests.screen_reader.listening import seconds_to_speak
from a11y_tests.screen_reader.reader import NotFound, ScreenReader
from a11y_tests.screen_reader.stage import CannotStart, missing_parts

__all__ = [
    "CannotStart",
    "NotFound",
    "ScreenReader",
    "Step",
    "as_text",
    "assert_heard_in_order",
    "missing_parts",
    "seconds_to_speak",
]
