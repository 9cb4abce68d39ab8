"""The easy wording of the simpler view: easier than the ordinary one, held to the same words, and really shown."""

import re

import pytest

from app.ui import i18n
from tests.test_strings import ALLOWED, FORBIDDEN
from tools import strings
from tools.lix import lix, sentences, words

EASY_LIX = 20
LONGEST_SENTENCE = 15
FEWEST = 367


def texts(catalogue: str) -> dict[str, str]:
    return {str(message.id): str(message.string) for room in strings.load(catalogue).values() for message in room}


def easy(language: str) -> dict[str, str]:
    return {msgid: text for msgid, text in texts(strings.EASY[language]).items() if msgid}


@pytest.mark.parametrize("language", strings.LANGUAGES)
def test_the_main_journey_is_said_in_easy_words(language):
    assert len(easy(language)) >= FEWEST
    for room, catalogue in strings.load(strings.EASY[language]).items():
        shown = "\n".join(str(message.string) for message in catalogue if message.id)
        assert lix(shown) <= EASY_LIX, f"{room}: LIX {lix(shown):.1f}"


@pytest.mark.parametrize("language", strings.LANGUAGES)
def test_no_sentence_is_long(language):
    long = [one for text in easy(language).values() for one in sentences(text) if len(words(one)) > LONGEST_SENTENCE]
    assert long == []


@pytest.mark.parametrize("language", strings.LANGUAGES)
def test_they_are_easier_than_the_ordinary_words(language):
    ordinary = texts(language)
    chosen = easy(language)
    assert lix("\n".join(chosen.values())) < lix("\n".join(ordinary[msgid] for msgid in chosen)) - 5


@pytest.mark.parametrize("language", strings.LANGUAGES)
def test_one_word_for_one_thing_here_too(language):
    found = [
        text
        for wrong in FORBIDDEN[language]
        for text in easy(language).values()
        for match in re.finditer(
            rf"(?<![\w@.-])(?:{wrong})(?![\w@-])", strings.PLACEHOLDER.sub("", text), re.IGNORECASE
        )
        if match.group() not in ALLOWED
    ]
    assert found == []


def test_both_languages_say_the_same_things_easily():
    assert set(easy("da")) == set(easy("en"))


def test_what_has_no_easy_words_is_said_in_the_ordinary_ones():
    msgid = "The time for this is over. Ask for a new one."
    assert i18n.translate("da_easy", msgid) == "Tiden er gået. Få en ny kode."
    assert i18n.translate("da_easy", "Log on") == i18n.translate("da", "Log on") == "Log på"


def test_the_check_finds_what_is_unused_or_broken_in_the_easy_words(tmp_path, monkeypatch):
    folder = tmp_path / "da_easy"
    folder.mkdir()
    entry = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
    entry += 'msgid "Gone."\nmsgstr "Væk."\n\nmsgid "Until %(date)s."\nmsgstr "Snart."\n'
    (folder / "common.po").write_text(entry)
    monkeypatch.setattr(strings, "LOCALES", tmp_path)
    found = strings._easy_problems("da_easy", {"Until %(date)s."})
    assert found == ["da_easy: unused: 'Gone.'", "da_easy: placeholders differ: 'Until %(date)s.'"]
