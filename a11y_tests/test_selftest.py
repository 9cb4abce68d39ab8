"""Every rule judges its own good and bad pages (selftest/<rule id>/<expected outcome>-<what is special>.html)."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from a11y_tests.act.bench import Bench
from a11y_tests.act.serving import served
from a11y_tests.evaluation.outcome import Verdict, overall
from a11y_tests.evaluation.rule import all_rules

pytestmark = pytest.mark.browser
PAGES = Path(__file__).parent / "selftest"
ENDINGS = (".html", ".xhtml", ".svg")
RULES = all_rules()


@pytest.fixture(scope="module")
def bench(browser: Browser) -> Iterator[Bench]:
    """A window, and the pages in its reach."""
    with served(PAGES) as home:
        opened = Bench(browser, home, is_shut=False)
        yield opened
        opened.close()


def pages_of(rule_id: str) -> list[Path]:
    """A rule's own pages; other files beside them are what the pages show."""
    outcomes = tuple(f"{verdict}-" for verdict in Verdict)
    folder = PAGES / rule_id
    return sorted(one for one in folder.glob("*") if one.name.startswith(outcomes) and one.suffix in ENDINGS)


@pytest.mark.parametrize("rule_id", sorted(RULES))
def test_rule_tells_its_good_pages_from_its_bad(bench: Bench, rule_id: str) -> None:
    pages = pages_of(rule_id)
    kinds = {page.name.split("-")[0] for page in pages}
    # What only a person can pass has a page that is left to one.
    assert "failed" in kinds, "needs a bad page"
    assert kinds & {"passed", "cantTell"}, "needs a good page"
    expected = {page.name: page.name.split("-")[0] for page in pages}
    found = {page.name: bench.judge(f"{bench.home}/{rule_id}/{page.name}", RULES[rule_id]) for page in pages}
    assert {name: str(overall(findings)) for name, findings in found.items()} == expected, found


def test_every_page_belongs_to_a_rule() -> None:
    assert {folder.name for folder in PAGES.iterdir() if folder.is_dir()} <= set(RULES)
