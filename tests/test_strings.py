"""The catalogues: nothing untranslated, nothing unused, one word for one thing, sentences that can be read."""

import re

import pytest

from tools import strings
from tools.lix import sentences, words

LONGEST_SENTENCE = 25

# What must not be said, and what is said instead. A word for a place on the screen tells nothing to somebody who
# hears the page or sees it in one column (WCAG 1.3.3); "click" tells nothing to somebody with a keyboard.
FORBIDDEN = {
    "da": {
        r"log(ger|get|ge)? ind": "log på",
        r"log(ger|get|ge)? ud": "log af",
        r"log-?in": "log på",
        r"brugernavn\w*": "bruger-ID",
        r"bruger[ -]?id": "bruger-ID",
        r"kodeord\w*|password\w*|løsen\w*": "adgangskode",
        r"pin-?kode\w*": "PIN-kode",
        r"papkort\w*": "nøglekort",
        r"passkeys?": "adgangsnøgle",
        r"security key|hardwarenøgle\w*": "sikkerhedsnøgle",
        r"faktor(en|er|erne)?|to-?faktor\w*|2fa|token": "måde",
        r"autentifi\w*|autentici\w*|verific\w*": "vis, at det er dig / bekræft",
        r"credentials?|akkreditiv\w*": "måde at logge på",
        r"e?mails?(en|ene|adresse\w*)?": "e-mail",
        r"cpr[ -]?nr|cpr-?nummer\w*|personnummer\w*": "CPR-nummer",
        r"klik\w*|tap|tapper": "vælg",
        r"til højre|til venstre|nedenfor|nedenstående|ovenfor|ovenstående|herunder|herover|øverst|nederst": "navnet",
        r"venligst": "(intet)",
        r"såfremt|hvorvidt|endvidere|nærværende|vedrørende|i henhold til|jf\.": "et ord, man taler med",
    },
    "en": {
        r"log(s|ged|ging)? in|login|sign(s|ed|ing)?[ -]?(in|on)": "log on",
        r"log(s|ged|ging)? out|logout|sign(s|ed|ing)? out": "log off",
        r"user ?name": "user ID",
        r"pass ?(code|phrase)": "password",
        r"two-factor|2fa|mfa|token|credentials?": "way of logging on",
        r"authenticat(e|es|ed|ion)|verif(y|ied|ication)": "show that it is you / confirm",
        r"emails?": "e-mail",
        r"cell ?phone": "mobile",
        r"click\w*|tap|taps": "choose",
        r"on the (right|left)|to the (right|left)|below|above": "the name of the thing",
        r"please note|in order to|prior to|utili[sz]e": "a word that is spoken",
    },
}
# Right as they stand, though a pattern meets them.
ALLOWED = {"bruger-ID", "Bruger-ID", "PIN-kode", "PIN-koden", "PIN-koder", "CPR-nummer", "CPR-nummeret", "CPR-numre"}


def shown(language: str) -> list[tuple[str, str]]:
    """Every text of a language with the room whose catalogue it stands in."""
    found = []
    for room, catalogue in strings.load(language).items():
        for message in catalogue:
            texts = message.string if isinstance(message.string, tuple | list) else [message.string]
            found += [(room, text) for text in texts if message.id and text]
    return found


def test_nothing_is_untranslated_unused_or_broken():
    assert strings.problems() == []


@pytest.mark.parametrize("language", strings.LANGUAGES)
def test_one_word_for_one_thing(language):
    found = [
        f"{room}: {match.group()!r}, say {right!r}: {text}"
        for wrong, right in FORBIDDEN[language].items()
        for room, text in shown(language)
        for match in re.finditer(
            rf"(?<![\w@.-])(?:{wrong})(?![\w@-])", strings.PLACEHOLDER.sub("", text), re.IGNORECASE
        )
        if match.group() not in ALLOWED
    ]
    assert found == [], "\n".join(["", *found])


@pytest.mark.parametrize("language", strings.LANGUAGES)
def test_sentences_are_short(language):
    found = [
        f"{room}: {len(words(sentence))} words: {sentence}"
        for room, text in shown(language)
        for sentence in sentences(text)
        if len(words(sentence)) > LONGEST_SENTENCE
    ]
    assert found == [], "\n".join(["", *found])


def test_danish_is_not_left_in_english():
    """A Danish text equal to the English one is a word of both languages, or a forgotten translation."""
    english = {message.id: message.string for room in strings.load("en").values() for message in room if message.id}
    same = {
        str(message.string)
        for room in strings.load("da").values()
        for message in room
        if message.id and message.string == english.get(message.id)
    }
    both = {"Information:", "Cookies", "E-mail", "JavaScript", "SMS", "Linux", "Passkey", "English", "Dansk"}
    both |= {"Browser: %(browser)s."}
    assert {text for text in same if re.search(r"[a-z]{2}", strings.PLACEHOLDER.sub("", text))} <= both


@pytest.mark.parametrize("language", strings.LANGUAGES)
def test_no_text_is_put_together_of_crumbs(language):
    """A message has no space at its ends: it is a whole sentence, never one half of one."""
    assert [text for _room, text in shown(language) if text != text.strip()] == []
