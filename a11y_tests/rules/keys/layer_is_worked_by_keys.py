"""What opens over a page is reached and left by keys."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed, passed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.layers import Layer, layers


def check(subject: Subject) -> Iterator[Finding]:
    """Focus is in what opened, or comes there with the next Tab (F85); all that it holds can be pressed by keys."""
    for opener, layer in layers(subject):
        yield from _judged(opener, layer)


def _judged(opener: Element, layer: Layer) -> Iterator[Finding]:
    faults = [f"{one.visible_text[:30]!r} in it can be clicked, and no key reaches it." for one in layer.out_of_reach]
    if not layer.had_focus and not layer.is_next:
        faults.append("Focus is not in what opens, and Tab does not lead there.")
    if layer.is_shut:
        faults.append("Neither Tab nor Escape leads out of it, and nothing in it does.")
    if not layer.comes_back:
        faults.append("When it is closed, one begins again at the top of the page.")
    doubts = []
    if not layer.had_focus and layer.is_next:
        doubts.append("Focus stays behind, and comes in with Tab.")
    if not layer.closed:
        doubts.append("Escape does not close it.")
    if not layer.kept_focus:
        doubts.append("Tab leads out of it, to what it may cover.")
    if faults:
        yield failed(opener, " ".join([*faults, *doubts]), layer=layer.element.html)
    elif doubts:
        yield cannot_tell(opener, f"{' '.join(doubts)} Can it be worked by keys?", layer=layer.element.html)
    else:
        yield passed(opener, "What it opens takes focus, keeps it, and goes with Escape.")


RULE = Rule(
    id="own-layer-is-worked-by-keys",
    name="What opens over the page is worked by keys",
    criteria=("2.1.1", "2.1.2", "2.4.3"),
    applicability="The first six buttons and links that lead nowhere and open something over the page.",
    expectation="It takes focus, or the next Tab comes there; keys reach all in it, lead out, and back to where one"
    " was; a person looks where focus leaves it or Escape does not close it.",
    check=check,
    acts=True,
)
