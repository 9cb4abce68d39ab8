"""What autocomplete says is what browsers understand."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.aria import WIDGETS
from a11y_tests.rules.support.exposure import is_disabled, is_exposed, is_seen, is_tab_stop
from a11y_tests.rules.support.roles import semantic_role

_PLAIN = frozenset(
    "name honorific-prefix given-name additional-name family-name honorific-suffix nickname username new-password "  # noqa: SIM905
    "current-password one-time-code organization-title organization street-address address-line1 address-line2 "
    "address-line3 address-level4 address-level3 address-level2 address-level1 country country-name postal-code "
    "cc-name cc-given-name cc-additional-name cc-family-name cc-number cc-exp cc-exp-month cc-exp-year cc-csc cc-type "
    "transaction-currency transaction-amount language bday bday-day bday-month bday-year sex url photo".split()
)
_REACHABLE = frozenset(
    {"tel", "tel-country-code", "tel-national", "tel-area-code", "tel-local", "tel-local-prefix", "tel-local-suffix"}
    | {"tel-extension", "email", "impp"}
)
_KINDS = frozenset({"home", "work", "mobile", "fax", "pager"})
_FIXED = frozenset({"hidden", "button", "submit", "reset"})


def check(subject: Subject) -> Iterator[Finding]:
    """The tokens must be the ones of HTML, in HTML's order."""
    for element in subject.snapshot.all:
        if element.tag in ("input", "select", "textarea") and _is_meant(element):
            value = element.attributes["autocomplete"]
            yield expect(
                element,
                is_valid(value),
                f"autocomplete={value!r} is understood.",
                f"No browser understands autocomplete={value!r}.",
            )


def _is_meant(element: Element) -> bool:
    tokens = (element.get("autocomplete") or "").lower().split()
    if not tokens or tokens in (["on"], ["off"]) or is_disabled(element):
        return False
    if element.tag == "input" and (element.get("type") or "").lower() in _FIXED:
        return False
    if not is_seen(element) and not is_exposed(element):
        return False
    return is_tab_stop(element) or (semantic_role(element) or "textbox") in WIDGETS


def is_valid(value: str) -> bool:
    """Whether the value is a list of autofill detail tokens as HTML has them."""
    tokens = value.lower().split()
    if tokens[-1] == "webauthn":
        tokens.pop()
    if tokens and tokens[0].startswith("section-"):
        tokens.pop(0)
    if tokens and tokens[0] in ("shipping", "billing"):
        tokens.pop(0)
    if len(tokens) == 2 and tokens[0] in _KINDS:
        return tokens[1] in _REACHABLE
    return len(tokens) == 1 and tokens[0] in _PLAIN | _REACHABLE


RULE = Rule(
    id="act-73f2c2",
    name="Autocomplete attribute has valid value",
    criteria=("1.3.5",),
    applicability="Fields with a non-empty autocomplete attribute that can be used, and whose value is not on or off.",
    expectation="The value is a list of autofill detail tokens in the order that HTML asks for.",
    check=check,
)
