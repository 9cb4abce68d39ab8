"""Where links lead, and whether two lead to the same."""

import re
from urllib.parse import urldefrag, urljoin, urlsplit

from playwright.sync_api import BrowserContext, Page
from playwright.sync_api import Error as BrowserError

from a11y_tests.evaluation.snapshot import Element
from a11y_tests.rules.support.likeness import likeness

_SCRIPTED = re.compile(r"location(?:\.href)?\s*=\s*['\"]([^'\"]+)['\"]|location\.(?:assign|replace)\(['\"]([^'\"]+)")
_FACT = re.compile(r"\d[\d .:()/-]*\d|\d|[\w.+-]+@[\w.-]+")
# Addresses that may do something when they are asked for are left alone.
_DOES_SOMETHING = re.compile(
    r"log-?(?:out|off|af|ud)|sign-?out|delet|slet|remov|fjern|unsubscribe|afmeld", re.IGNORECASE
)
_NO_PAGES = frozenset({"mailto", "tel", "sms"})
_PATIENCE_MS = 5_000
_SAME, _OTHER = 0.9, 0.3
# What a page says itself: its main part, without what surrounds it on every page.
_OWN_TEXT = """() => {
  const own = document.querySelector('main, [role=main]') ?? document.body;
  if (!own) return '';
  const around = own.matches('main, [role=main]') ? '' : 'nav, header, footer, [role=navigation], aside';
  const hide = around ? [...own.querySelectorAll(around)] : [];
  const text = hide.reduce((left, one) => left.replace(one.innerText, ' '), own.innerText);
  return text.replace(/\\s+/g, ' ').trim();
}"""


def address_of(link: Element) -> str:
    """The absolute address that a link leads to; "" where it cannot be read."""
    href = link.get("href")
    if href is None:
        href = link.get("xlink:href")
    if href is None:
        found = _SCRIPTED.search(link.get("onclick") or "")
        href = (found[1] or found[2]) if found else None
    return urljoin(_base(link), href.strip()) if href is not None else ""


def _base(link: Element) -> str:
    """The address of its document; a frame that is written into its page has that page's."""
    document = link.document
    while document.url.startswith("about:") and isinstance(document.parent, Element):
        document = document.parent.document
    return document.url


def lead_to_the_same(page: Page, one: str, other: str) -> bool | None:
    """Whether two addresses lead to the same, or to equivalent pages; None where that cannot be said."""
    if not one or not other:
        return None
    first, second = urldefrag(one).url, urldefrag(other).url
    if first == second:
        return True if one == other else None
    if {urlsplit(first).scheme, urlsplit(second).scheme} & _NO_PAGES:
        return False
    hosts = {urlsplit(address).netloc.removeprefix("www.") for address in (first, second)}
    if len(hosts) > 1:
        return False
    if _DOES_SOMETHING.search(first + second) or urlsplit(first).netloc != urlsplit(page.url).netloc:
        return None
    return _are_equivalent(_visit(page.context, first), _visit(page.context, second))


def _visit(context: BrowserContext, address: str) -> tuple[str, str] | None:
    """The address that one arrives at, and what stands there; None where nothing is found."""
    tab = context.new_page()
    try:
        answer = tab.goto(address, timeout=_PATIENCE_MS)
        tab.wait_for_timeout(0)
        if answer is None or answer.status >= 400:
            return None
        # A page that moves on at once does so before this is asked for the second time.
        tab.wait_for_load_state("networkidle", timeout=_PATIENCE_MS)
        return urldefrag(tab.url).url.rstrip("/"), str(tab.evaluate(_OWN_TEXT))
    except BrowserError:
        return None
    finally:
        tab.close()


def _are_equivalent(one: tuple[str, str] | None, other: tuple[str, str] | None) -> bool | None:
    if one is None or other is None:
        return None
    if one[0] == other[0] or one[1] == other[1]:
        return True
    facts, other_facts = _facts(one[1]), _facts(other[1])
    if facts and other_facts:
        if facts <= other_facts or other_facts <= facts:
            return True
        return None if facts & other_facts else False
    alike = likeness(one[1], other[1])
    return True if alike >= _SAME else False if alike <= _OTHER else None


def _facts(text: str) -> set[str]:
    """The numbers and addresses in a text, whatever separates their parts."""
    return {re.sub(r"[^\w@+.]", "", fact.lower()).strip(".") for fact in _FACT.findall(text)}
