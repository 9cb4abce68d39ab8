"""Buttons beside each other that do different things have names of their own."""

from collections import Counter
from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_exposed, is_seen

Key = tuple[int, str, str]


def check(subject: Subject) -> Iterator[Finding]:
    """Buttons that send different values from one place and are called the same: "Send", "Send"."""
    buttons = [one for one in subject.snapshot.own if _sends(one) and is_seen(one) and is_exposed(one)]
    called = Counter(key for _, key in {(_does(one), _called(one)) for one in buttons})
    for button in buttons:
        words = f"Another button beside it, which does something else, is called {button.accessible_name!r} too."
        yield expect(button, called[_called(button)] == 1, "No other button beside it is called so.", words)


def _sends(element: Element) -> bool:
    """Whether it is a button that says what it sends, and stands in no row or item of its own."""
    return element.tag in ("button", "input") and element.role == "button" and any(_does(element))


def _does(button: Element) -> tuple[str, str, str]:
    """What tells what it does: the value that it sends, and where to."""
    return button.get("name") or "", button.get("value") or "", button.get("formaction") or ""


def _called(button: Element) -> Key:
    return id(button.parent), button.accessible_name.lower(), button.accessible_description


RULE = Rule(
    id="own-buttons-differ",
    name="Buttons beside each other are not called the same",
    criteria=("2.4.6",),
    applicability="Every button that can be seen and says what it sends or where to.",
    expectation="No other one that stands beside it and sends something else has the same name.",
    check=check,
)
