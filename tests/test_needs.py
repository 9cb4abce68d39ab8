"""The table of needs and factors is true, and nobody is shut out by a single need."""

from app.core.factor import discover
from app.ui.choosing import NEEDS, rank
from tools import needs


def test_the_page_is_what_the_factors_say():
    assert needs.DOCUMENT.read_text(encoding="utf-8") == needs.page(), "run python -m tools.needs"


def test_no_single_need_leaves_anybody_without_a_way():
    factors = list(discover())
    assert [need.name for need in NEEDS if not any(one.fits for one in rank(factors, {need.name}))] == []
