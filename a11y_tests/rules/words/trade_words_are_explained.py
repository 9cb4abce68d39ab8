"""Words that only a trade knows are explained where they stand."""

import re
from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed, passed
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.prose import Block, blocks

# Of those who make log-ons and web sites. Whole words, and the Danish ones with their endings.
TRADE = re.compile(
    r"\b(?:user[ -]?agent\w*|bearer[ -]?token\w*|(?:access|refresh|session)[ -]?token\w*|token(?:et|s|en)?|"
    r"attestation\w*|attestering\w*|assertion\w*|handshake\w*|payload\w*|endpoint\w*|backend\w*|frontend\w*|"
    r"middleware\w*|nonce\w*|hashing|hashværdi\w*|keystore\w*|credential(?:s|et|erne)?|provisionering\w*|"
    r"provisioning|de-?provision\w*|federation\w*|føderation\w*|relying part(?:y|ies)|idp'?en|cipher\w*|"
    r"public key infrastructure|root certificate\w*|rodcertifikat\w*|tls-?\w*|ctap\d?-?\w*|webauthn\w*|saml\w*|"
    r"oauth\w*|oidc-?\w*|json web token\w*|re-?autentificer\w*|autentifikationsmekanism\w*)\b",
    re.IGNORECASE,
)
ENOUGH = 3  # in one block: a text that speaks to the trade
EXPLAINING = frozenset({"dfn", "abbr", "a", "dt"})
CODE = frozenset({"pre", "code", "samp"})


def check(subject: Subject) -> Iterator[Finding]:
    """Three such words in one block, on a page that shows no code and explains neither."""
    main = next((one for one in subject.snapshot.own if one.role == "main"), None)
    if main is None or any(one.tag in CODE for one in main.elements):
        return
    inside = [one for one in blocks(main.document) if main in (one.element, *one.element.above)]
    told = " ".join(one.text_content.lower() for one in main.elements if one.tag in EXPLAINING)
    for block in inside:
        found = {match.group().lower() for match in TRADE.finditer(block.text)} - {*told.split()}
        unknown = sorted(one for one in found if one not in told and not _is_explained(one, block))
        if len(unknown) >= ENOUGH:
            yield failed(block.element, f"These words of a trade are not explained: {', '.join(unknown)}.")
        elif unknown:
            yield cannot_tell(block.element, f"Does everybody know what {unknown[0]!r} is?")
    yield passed(main, "It was searched for words of a trade.")


def _is_explained(word: str, block: Block) -> bool:
    """Whether brackets, a dash or "is" right after it say what it is."""
    return bool(re.search(rf"{re.escape(word)}\s*(?:\(|–|er en|er et|is an?\b|, som er|, which is)", block.text, re.I))


RULE = Rule(
    id="own-trade-words-are-explained",
    name="Words of a trade are explained",
    criteria=("3.1.3",),
    applicability="The main content of a page that shows no code.",
    expectation="No block of text has three words that only makers of log-ons and web sites know, unexplained.",
    check=check,
)
