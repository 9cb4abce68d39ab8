"""The small words by which languages that are alike, and short texts, can be told apart."""

import re
from functools import cache

_SAID = {
    "da": """
        og i at det er en til på som der den af for ikke de med jeg du har kan skal vil om et men hvis når hvad hvor
        hvordan hvilken hvem dig mig sig din dit dine vi os jer han hun fra efter eller ud ind op ned over under mellem
        også kun meget noget nogen nogle alle blive bliver blev været være gør gøre får få fik igen her denne dette
        disse så bare ved to tre ja nej man sin sit hos uden mod
    """,
    "no": """
        og i at det er en til på som der den av for ikke de med jeg du har kan skal vil om et men hvis når hva hvor
        hvordan hvilken hvem deg meg seg din ditt dine vi oss dere han hun fra etter eller ut inn opp ned over under
        mellom også bare mye noe noen alle bli blir ble vært være gjør gjøre får få fikk igjen her denne dette disse
        så ved to tre ja nei man sin sitt hos uten mot kun skjedd
    """,
    "sv": """
        och i att det är en till på som där den av för inte de med jag du har kan ska vill om ett men när vad var hur
        vilken vem dig mig sig din ditt dina vi oss ni han hon från efter eller ut in upp ner över under mellan också
        bara mycket något någon några alla bli blir blev varit vara gör göra får få fick igen här denna detta dessa
        så vid två tre ja nej man sin sitt hos utan mot endast
    """,
    "en": """
        the you your this that with and is are was were have has had not what which when how where please they their
        there of to in on for it be or do does did any some more can will an a from at by as if we our he she his her
        my me us who then than these those but no all out up about into must may must should would could here so
    """,
}
_WORDS = {tag: frozenset(words.split()) for tag, words in _SAID.items()}
_ALIKE = frozenset({"da", "no", "sv"})
_SAME = {"nb": "no", "nn": "no"}
_ENOUGH = 3  # different words, where none speaks for the other language
_MANY, _FAR_MORE = 8, 6  # where some do: names and quotations


def known(tag: str) -> str:
    """The language of which small words are known here, by a primary subtag; "" where none are."""
    tag = _SAME.get(tag, tag)
    return tag if tag in _WORDS else ""


@cache
def _only(language: str, other: str) -> frozenset[str]:
    return _WORDS[language] - _WORDS[other]


def said_for(text: str, language: str, other: str) -> int:
    """How many different small words of a text are of one language and not of another."""
    return len(set(re.findall(r"[^\W\d_]+", text.lower())) & _only(language, other))


def neighbour(text: str, tag: str) -> str:
    """Which of Danish, Norwegian and Swedish a text is in, where it is surely not the one that a tag says; else ""."""
    wanted = known(tag)
    if wanted not in _ALIKE:
        return ""
    counts = {other: said_for(text, other, wanted) for other in sorted(_ALIKE - {wanted})}
    other = max(counts, key=lambda one: counts[one])
    against = said_for(text, wanted, other)
    sure = counts[other] >= _ENOUGH and against == 0
    return other if sure or (counts[other] >= _MANY and counts[other] >= _FAR_MORE * against) else ""


# What buttons and links of one word or two are called in one language and not in the other.
_CALLED = {
    "en": """
        submit|continue|next|back|cancel|search|close|save|delete|edit|password|user name|username|user id|choose|
        select|log in|log on|log out|log off|sign in|sign out|sign up|read more|learn more|please wait|loading|required|
        optional|go back|try again|forgot password|next step|contact us|show password|skip to content|send code
    """,
    "da": """
        fortsæt|næste|tilbage|annuller|annullér|søg|luk|gem|slet|rediger|redigér|adgangskode|bruger-id|brugernavn|vælg|
        log på|log af|log ind|log ud|læs mere|vent venligst|påkrævet|valgfrit|prøv igen|glemt adgangskode|næste trin|
        kontakt os|vis adgangskode|gå til indhold|forside|hjælp|send kode
    """,
}
_NAMES = {tag: frozenset(" ".join(name.split()) for name in names.split("|")) for tag, names in _CALLED.items()}


def is_others_name(text: str, tag: str) -> bool:
    """Whether a whole text is what things are called in English on a page in Danish, or the other way."""
    other = {"da": "en", "en": "da"}.get(known(tag), "")
    return bool(other) and text.strip(" .:…!*").lower() in _NAMES[other]
