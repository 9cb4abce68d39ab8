"""The measure itself: what counts as a sentence, a word and a long word."""

import pytest

from tools.lix import lix, sentences, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Log på. Vælg en måde: Brug kortet.", ["Log på", "Vælg en måde", "Brug kortet"]),
        ("Du kan prøve igen kl. 14.35 den 24. november.", ["Du kan prøve igen kl. 14.35 den 24. november"]),
        ("Overskrift\nEt punkt\n\n", ["Overskrift", "Et punkt"]),
        ("%(agency)s ser efter. Har du fejl? Ja!", ["X ser efter", "Har du fejl", "Ja"]),
        ("Brug “koden”. Åbn den.", ["Brug “koden”", "Åbn den"]),
        ("For eksempel 34 41 23 31. Begynd med +.", ["For eksempel 34 41 23 31", "Begynd med +"]),
        ("...", []),
    ],
)
def test_sentences(text, expected):
    assert sentences(text) == expected


def test_a_hyphen_joins_words():
    assert words("Dit bruger-ID og dit CPR-nummer") == ["Dit", "bruger-ID", "og", "dit", "CPR-nummer"]


def test_lix_by_hand():
    """Seven words, two sentences, one long word: 7 / 2 + 100 / 7."""
    assert lix("Skriv dit navn. Find din adgangskode nu.") == pytest.approx(7 / 2 + 100 / 7)


def test_six_letters_are_not_long_and_seven_are():
    assert lix("tasker") == 1.0
    assert lix("taskers") == 101.0


def test_no_words_no_index():
    assert lix("") == lix("...") == 0.0
