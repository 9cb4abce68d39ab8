"""Fields of one form have names of their own."""

from collections import Counter
from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject

ROLES = frozenset({"textbox", "searchbox", "combobox", "spinbutton"})


def check(subject: Subject) -> Iterator[Finding]:
    """Two fields to write in are never called the same within one group of one form."""
    fields = [one for one in subject.snapshot.all if one.role in ROLES and one.accessible_name]
    called = Counter(_called(one) for one in fields)
    for field in fields:
        words = f"Another field here is called {field.accessible_name!r} too."
        yield expect(field, called[_called(field)] == 1, "No other field is called so.", words)
    yield from _choices(subject)


def _choices(subject: Subject) -> Iterator[Finding]:
    """Of two choices of one question with one name nobody knows which to take, unless a description tells."""
    choices = [one for one in subject.snapshot.all if one.tag == "input" and one.role == "radio" and one.get("name")]
    called = Counter(_chosen(one) for one in choices if one.accessible_name)
    for choice in choices:
        if choice.accessible_name:
            words = f"Another choice of the same question is called {choice.accessible_name!r} too."
            yield expect(choice, called[_chosen(choice)] == 1, "No other choice is called so.", words)


def _chosen(choice: Element) -> tuple[int, str, str, str]:
    form = next((one for one in choice.above if one.tag == "form"), None)
    name, told = choice.accessible_name.lower(), choice.accessible_description
    return id(form), choice.attributes["name"], name, told


def _called(field: Element) -> tuple[int, int, str]:
    form = next((one for one in field.above if one.tag == "form"), None)
    group = next((one for one in field.above if one.role in ("group", "row", "region")), None)
    return id(form), id(group), field.accessible_name.lower()


RULE = Rule(
    id="own-labels-differ",
    name="Two fields of a form are not called the same",
    criteria=("2.4.6",),
    applicability="Every named field to write in, and every radio button.",
    expectation="No other one in the same form and group, or of the same question, has the same name.",
    check=check,
)
