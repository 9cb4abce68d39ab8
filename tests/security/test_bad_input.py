"""More than ten thousand crafted requests over every route and field: never a fault, never a reflection."""

import re
from collections import Counter
from itertools import cycle
from urllib.parse import quote, quote_from_bytes

from tests.security.fields import fields_of

MARKUP = "<script>alert(1)</script>"
TEXTS = [
    "", " ", "0", "-1", "1e309", "NaN", "true", "null", "[]", "{}", "x", "123456", "000000", "١٢٣٤٥٦", "１２３４５６",
    MARKUP, f'">{MARKUP}',
    "'><img src=x onerror=alert(1)>", "javascript:alert(1)", "{{7919*7907}}", "{% raw %}", "${7919*7907}",
    "%(x)s", "%s%n%d", "{0.__class__}", "' OR '1'='1' --", "; DROP TABLE citizen", "../../etc/passwd", "$(id)", "`id`",
    "//evil.example", "https://evil.example", "\\\\evil.example", "\r\nSet-Cookie: a=b", "a\nb", "a\tb", "\x1b[31m",
    "\x00", "a\x00b", "\x7f", "\u0085", "\u202eevil", "\u2066a\u2069", "\u200b", "\u200d", "\ufeff", "\u00ad", "\ufffe",
    "\U000e0001", "e\u0301" * 40, "Z" + "\u0300" * 3000, "\ufdfa" * 300, "😀" * 500, "İ", "ß", "ſ", "Ⅷ", "æøå",
    "a" * 300, "a" * 5000, "9" * 5000, "x" * 50_000, "a@" + "b" * 3000, "a@b.dk", "+4534412331", "+" * 200,
    "6111800001",
]  # fmt: skip
BYTES = [b"\xff\xfe", b"\xc3\x28", b"\xed\xa0\x80", b"\xf0\x9f", b"%", b"%zz", b"%u0041", b"\x00\x01", b"&&&=&;"]
BODIES = [
    b"a=b&" * 300, b"&" * 10_000, b"=" * 10_000, b"x" * 70_000, b"user_id=" + b"x" * 1_000_000, b"\xff" * 1000,
    b"{}", b"\x00" * 100, b"a[b][c]=d&a[]=1&a.b=2", b"csrf_token&csrf_token&csrf_token=%00",
]  # fmt: skip
TYPES = [
    "multipart/form-data; boundary=x",
    "multipart/form-data",
    "application/json",
    "text/plain",
    "text/xml",
    "x",
    "",
]
METHODS = ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get", "BREW"]
WILD = ("/", "/en/", "/static/", "/min-side/", "/static/../", "//", "/%2e%2e/", "/.well-known/", "/en/demo/")
STRANGE = ["abc\x00", "abc\u202e", "abc\x1b", "abc\u2067", "abc\x85"]


class Judge:
    """Counts the answers, and holds each to what may come."""

    def __init__(self) -> None:
        self.seen: Counter[int] = Counter()

    def __call__(self, answer, what: object) -> None:
        self.seen[answer.status] += 1
        assert 200 <= answer.status < 500, (answer.status, what)
        assert not any("\r" in value or "\n" in value for _name, value in answer.headers), what
        assert "a" not in answer.cookies(), what
        location = answer.header("location")
        assert not location or location.startswith(("/", "http://localhost:8000/")), (location, what)
        assert not location.startswith("//"), (location, what)
        if answer.header("content-type").startswith("text/html"):
            for mark in (MARKUP, "<img src=x", "62615533"):  # a template that ran
                assert mark.encode() not in answer.body, what


def test_ten_thousand_bad_inputs(world):
    judge, values = Judge(), cycle(TEXTS)
    for page, language in world.pages("POST"):
        tab, path = world.visit(page), world.path(page, language)
        seen = list(fields_of(tab.client.get(path).text)) if "GET" in page.methods else []
        seen = sorted({*seen} - {"csrf_token", "_extend"})
        names = sorted({*seen, "next", "credential", "session"})
        for turn in range(0, len(TEXTS), 2 if language == "en" else 1):  # every field gets every text, beside others
            tab.revive()
            sent = [(name, TEXTS[(turn + 7 * place) % len(TEXTS)]) for place, name in enumerate(names)]
            judge(tab.client.post(path, [("csrf_token", tab.csrf), *sent]), (page.name, sent))
        for name in seen:  # and some alone
            for text in (next(values) for _ in range(15)):
                tab.revive()
                judge(tab.client.post(path, [("csrf_token", tab.csrf), (name, text)]), (page.name, name, text[:40]))
        for raw in BYTES:
            tab.revive()
            body = b"&".join([f"csrf_token={tab.csrf}".encode(), *(name.encode() + b"=" + raw for name in names)])
            judge(tab.client.post(path, body), (page.name, raw))
        tab.revive()
        repeated = [(name, text) for name in names for text in ("a", MARKUP, "b")]
        judge(tab.client.post(path, [("csrf_token", tab.csrf), *repeated]), (page.name, "repeated"))
        for body in BODIES:
            judge(tab.client.post(path, f"csrf_token={tab.csrf}&".encode() + body), (page.name, body[:20]))
        for kind in TYPES:
            judge(tab.client.post(path, {"csrf_token": tab.csrf}, headers={"content-type": kind}), (page.name, kind))
    for page, language in world.pages("GET"):
        tab, path = world.visit(page), world.path(page, language)
        for number, text in enumerate(TEXTS[language == "en" :: 2]):
            query = f"{('next', 'to', 'before', 'page', 'lang')[number % 5]}={quote(text)}"
            judge(tab.client.get(f"{path}?{query}"), (page.name, query[:60]))
        judge(tab.client.get(f"{path}?{'a=b&' * 20_000}"), (page.name, "huge query"))
        judge(tab.client.get(f"{path}?{quote_from_bytes(bytes(range(256)))}=%ff&%00"), (page.name, "query of bytes"))
    for page, language in world.pages("GET") + world.pages("POST"):
        if "{" in page.path(language):
            for text in [*TEXTS, "{x}", "%2e%2e", "%00"]:
                tab, wild = world.visit(page), quote(text[:2000], safe="%")
                path = re.sub(r"\{\w+\}", lambda _found, wild=wild: wild, page.path(language))
                judge(tab.client.get(path), (page.name, path[:60]))
                judge(tab.client.post(path, {"csrf_token": tab.csrf}), (page.name, path[:60]))
    print(sum(judge.seen.values()), "requests:", dict(judge.seen))
    assert sum(judge.seen.values()) >= 10_000


def test_wrong_methods_are_answered_in_our_own_page(world):
    judge = Judge()
    for page, language in world.pages("GET") + world.pages("POST"):
        tab, path = world.visit(page), world.path(page, language)
        before = world.change_count()
        for method in METHODS:
            answer = tab.client.send(method, path, fields={"csrf_token": tab.csrf})
            judge(answer, (page.name, method))
            assert answer.status == 405, (page.name, method)
            assert answer.header("allow"), (page.name, method)
        assert world.change_count() == before, page.name


def test_wild_addresses_are_not_found(world):
    tab, judge = world.visit(world.portal.addresses.pages["home"]), Judge()
    for text in TEXTS:
        for start in (
            "/",
            "/en/",
            "/static/",
            "/min-side/",
            "/static/../",
            "//",
            "/%2e%2e/",
            "/.well-known/",
            "/en/demo/",
        ):
            judge(tab.client.get(start + quote(text)), start + text[:40])
    assert set(judge.seen) <= {200, 303, 307, 404, 405, 421, 414}


def test_strange_signs_get_an_error_at_the_field_in_the_citizens_language(world):
    """And what was typed in the other fields is still there."""
    told = 0
    words = {
        "da": "Feltet indeholder tegn, der ikke kan bruges",
        "en": "The field holds characters that cannot be used",
    }
    for page, language in world.pages("POST"):
        tab, path = world.visit(page), world.path(page, language)
        # A reader's fields belong to the page that pairs it.
        elsewhere = page.name.startswith("reader_page")
        if "GET" not in page.methods or elsewhere:
            continue
        shown = fields_of(tab.client.get(path).text)
        for name, kind in shown.items():
            if kind not in ("text", "email", "tel", "password"):
                continue
            for strange in STRANGE:
                tab.revive()
                answer = tab.client.post(path, {"csrf_token": tab.csrf, name: strange})
                assert answer.status == 200, (page.name, name)
                assert f'lang="{language}"' in answer.text
                assert 'id="error-summary"' in answer.text, (page.name, name, strange)
                assert f'id="{name}-error"' in answer.text, (page.name, name, strange)
                told += words[language] in answer.text
    assert told > 50


def test_bodies_are_bounded_and_the_answer_is_a_page(world):
    for page, language in world.pages("POST"):
        tab, path = world.visit(page), world.path(page, language)
        answer = tab.client.post(path, b"a=" + b"x" * 65_536)
        assert (answer.status, answer.header("content-type")) == (413, "text/html; charset=utf-8")
        assert f'lang="{language}"' in answer.text
        assert tab.client.post(path, b"a=1&" * 201).status == 400
        assert tab.client.post(path, b"{}", headers={"content-type": "application/json"}).status == 415
