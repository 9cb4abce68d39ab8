"""Sowing defects: where, and who looks for them."""

from pathlib import Path

import pytest

from a11y_tests.evaluation.capture import Answer, Capture, Library
from a11y_tests.evaluation.outcome import Verdict
from a11y_tests.evaluation.rule import all_rules
from a11y_tests.evaluation.run import Order
from a11y_tests.evaluation.subject import Subject
from a11y_tests.mutate.defect import Defect, swap
from a11y_tests.mutate.defects import KINDS, all_defects
from a11y_tests.mutate.run import Caught, catch
from a11y_tests.mutate.sowing import chosen

HTML = {"content-type": "text/html"}


def _capture(library: Library, name: str, state: str) -> Capture:
    body = library.keep(f"<h1>{name} {state}</h1>".encode())
    answers = {f"http://p/{name}": Answer(200, HTML, body)}
    return Capture(name + state, f"http://p/{name}", name, state, "da", "", True, 1280, 720, 0.0, "", "", answers)


def test_each_kind_has_defects_and_each_defect_a_kind():
    assert {one.kind for one in all_defects()} == set(KINDS)


def test_a_defect_is_sown_into_a_page_as_it_usually_is(tmp_path: Path):
    library = Library(tmp_path / "clean")
    captures = [_capture(library, "logon", "400"), _capture(library, "logon", "")]
    defect = Defect("x", "X.", ("1.3.1",), swap("h1", "p"))
    assert [one.state for one in chosen(defect, captures, library, Library(tmp_path / "sown"))] == [""]


def test_what_must_be_acted_on_is_not_sown_before_a_deployment_of_others(tmp_path: Path):
    found = catch(Order("https://portal.example"), tmp_path, "typed-lost")
    assert (found.is_sown, found.by) == (False, [])


@pytest.mark.parametrize(
    ("rule", "layer"),
    [
        ("own-fits-320", "rules of pages"),
        ("own-help-is-consistent", "rules of the site"),
        ("own-typed-is-kept", "rules that act on the deployment"),
        ("axe-core: label", "engines"),
    ],
)
def test_it_is_told_which_layer_caught_a_defect(rule: str, layer: str):
    assert Caught("x", by=[rule]).layer == layer


@pytest.mark.parametrize(("header", "verdict"), [("40; url=/", Verdict.FAILED), ("0; url=/", Verdict.PASSED)])
def test_a_server_that_sends_the_browser_on_after_a_while_is_noticed(header: str, verdict: Verdict):
    subject = Subject(None, lambda: None, headers={"refresh": header}, scripts=False)  # type: ignore[arg-type]
    assert [one.verdict for one in all_rules()["own-waits-quietly"].check(subject)] == [verdict]
