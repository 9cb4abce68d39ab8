"""Two thousand hostile return addresses: none leads to another site."""

from itertools import product
from random import Random
from urllib.parse import quote, urljoin, urlsplit

import pytest

from app.ui.return_address import is_own_path
from tests.security.fields import fields_of

BASE = "http://localhost:8000"
HOSTS = (
    "evil.example",
    "evil.example:80",
    "localhost@evil.example",
    "localhost:8000@evil.example",
    "127.0.0.1.evil.example",
)
STARTS = (
    "//", "///", "////",
    "/\\", "\\\\", "\\/", "/\\/", "http://", "https://", "HTTP://", "http:", "http:/", "https:\\\\",
    "//\\",
    "/\t/", "/\n/", "\t//", " //", "/%09/", "/%0a/", "/%5c", "/%2f", "/%2f/", "%2f%2f", "/.//", "/..//", "/./\\",
    "//%5c",
    "javascript:", "data:text/html,", "ftp://", "//[::1]@", "/@", "@", ".", "..", "/%00/", "\u2044/", "/\u2044",
    "\uff0f\uff0f", "//\u3002", "/;/", "/?//", "/#//", "/https://", "?//", "#//", "//localhost:8000\\@", "/\u2028/",
)  # fmt: skip
ENDS = (
    "",
    "/",
    "/log-paa",
    "?next=/",
    "#/min-side",
    "\r\nSet-Cookie: a=b",
    "%0d%0aLocation:%20//evil.example",
    "/../..",
)


def hostile() -> list[str]:
    """Written ones, and ones put together at random from the signs that matter."""
    made = [start + host + end for start, host, end in product(STARTS, HOSTS, ENDS)]
    rng, signs = (
        Random(7),
        ["/", "\\", ":", "@", ".", "%2f", "%5c", "\t", "\n", " ", "?", "#", "http", "evil.example", ";", "\0"],
    )
    while len(made) < 4000:
        made.append("".join(rng.choices(signs, k=rng.randint(2, 9))))
    return made


def leads_to(address: str) -> str:
    """Where a browser goes: it drops tabs and line breaks, and reads a backslash as a slash (WHATWG URL)."""
    cleaned = address.strip(" \t\n\r\f\0").translate({9: None, 10: None, 13: None}).replace("\\", "/")
    return urlsplit(urljoin(BASE, cleaned)).netloc


def test_none_leaves_the_site():
    addresses = hostile()
    assert len(set(addresses)) >= 2000
    passed = [address for address in addresses if is_own_path(address)]
    assert {leads_to(address) for address in passed} <= {"localhost:8000"}
    assert len(passed) < len(addresses) / 2


@pytest.mark.parametrize("address", ["/", "/min-side", "/en/my-page?a=b&c=%20", "/a/b.c/~d", "/x?y=//z"])
def test_own_paths_are_kept(address):
    assert is_own_path(address)


def test_too_long_is_no_path():
    assert is_own_path("/" + "a" * 499)
    assert not is_own_path("/" + "a" * 500)


def test_no_page_sends_a_citizen_away(world):
    """Every page that may redirect, with a return address in the query and in the form."""
    addresses = hostile()[::80]
    for page in world.portal.addresses.pages.values():
        if page.name not in ("logon", "confirm", "passkey", "session_extend", "logoff", "account", "logon_factor"):
            continue
        for address in addresses:
            tab = world.visit(page)
            target = f"{world.path(page, 'da')}?next={quote(address)}"
            answers = [tab.client.get(target)] if "GET" in page.methods else []
            if "POST" in page.methods:
                fields = {"csrf_token": tab.csrf, "next": address, "_extend": "1"}
                answers += [tab.client.post(world.path(page, "da"), fields), tab.client.post(target, fields)]
            for answer in answers:
                assert leads_to(answer.header("location")) in ("localhost:8000", ""), (page.name, address)
                if "text/html" in answer.header("content-type"):
                    kept = fields_of(answer.text, values=True).get("next", "/")
                    assert leads_to(kept) == "localhost:8000", (page.name, address)
