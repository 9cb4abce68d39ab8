"""The rules that act on a deployment pass a good one, and find the defect that a proxy puts into it."""

import pytest

from a11y_tests.evaluation import working
from a11y_tests.evaluation.outcome import Verdict, overall
from a11y_tests.evaluation.results import Results
from a11y_tests.evaluation.rule import LiveRule, failed, live_rules
from a11y_tests.evaluation.run import Order
from a11y_tests.journeys.plan import Seats
from a11y_tests.mutate.defect import Change, Defect, both, rewrite, script
from a11y_tests.mutate.proxy import proxied
from a11y_tests.portal import Portal

pytestmark = pytest.mark.browser
# The first button of the log-on, made to need a script.
NEEDS_SCRIPT = rewrite(r'<button class="button button-primary" type="submit"', '<button class="button" hidden')
BAD: dict[str, Change] = {
    "own-changes-are-announced": rewrite(r'(id="password-strength") role="status"', r"\1"),
    "own-closing-is-asked-about": rewrite(r'(<input[^>]*type="checkbox"[^>]*?)>', r"\1 checked>"),
    "own-errors-are-told": both(
        rewrite(r'<div class="error-summary".*?</ul>\s*</div>', ""),
        rewrite(r'(<span class="form-error-message)"[^>]*>.*?</span>.*?</span>', r'\1"></span>'),
    ),
    "own-log-on-needs-no-memory": script("document.addEventListener('paste', e => e.preventDefault())"),
    "own-nothing-is-asked-twice": rewrite(r'(<input[^>]*type="(?:tel|email)"[^>]*?) value="[^"]*"', r"\1"),
    "own-over-leads-back": both(rewrite(r'<input type="hidden" name="next"[^>]*>', ""), rewrite(r'\?next=[^"]*', "")),
    "own-stranger-is-told-the-same": rewrite(r'(value="ingen\.her\.x".*?</form>)', r"\1<p>Vi kender dig ikke.</p>"),
    "own-time-can-be-extended": rewrite(r"<button[^>]*data-session-stay.*?</button>", ""),
    "own-time-is-told": rewrite(r"<p>[^<]*<span data-session-clock>.*?</p>", ""),
    "own-typed-is-kept": rewrite(r'(name="(?:user_id|email|mobile)"[^>]*?) value="[^"]*"', r"\1"),
    "own-works-without-scripts": NEEDS_SCRIPT,
}  # fmt: skip


def test_every_rule_that_acts_on_a_deployment_is_tried_here():
    assert set(BAD) == set(live_rules())


def test_what_a_rule_did_is_kept_with_a_picture_though_it_breaks_then(portal, browser, tmp_path, monkeypatch):
    def check(seats):
        seats.take("everyday").page.set_content("<h1>Wrong</h1>")
        yield failed(None, "It is wrong.", spot="h1")
        raise KeyError("x")

    rule = LiveRule(id="own-x", name="x", criteria=("3.3.1",), applicability="x", expectation="x", check=check)
    monkeypatch.setattr(working, "live_rules", lambda: {"own-x": rule})
    monkeypatch.setattr(working, "the_browser", lambda: browser)
    monkeypatch.setattr(working, "_portal", lambda *arguments: portal)
    working.act(Order(portal.url), tmp_path, "own-x", "da")
    (result,) = Results(tmp_path).all()
    assert (result.verdict, result.broke) == (Verdict.FAILED, "KeyError('x')")
    assert (tmp_path / result.findings[0].evidence["screenshot"]).is_file()


@pytest.mark.parametrize("name", BAD)
def test_a_good_deployment_passes_and_a_bad_one_fails(portal, browser, name):
    rule, seats = live_rules()[name], Seats(portal, browser, "da")
    assert overall(list(rule.check(seats))) is Verdict.PASSED
    seats.leave()
    with proxied(portal.url, Defect(name, "", (), BAD[name])) as address:
        seats = Seats(Portal(address, portal.people), browser, "da")
        found = (one for one in rule.check(seats) if one.verdict is Verdict.FAILED)
        assert next(found, None), "the defect is not found"
        seats.leave()
