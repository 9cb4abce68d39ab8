"""Words: what counts as one, and which say nothing by themselves."""

import re
import unicodedata

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+")
# Words that carry no subject of their own, in English and Danish.
_STOP = """
    a about after all also an and any are as at be been before but by can could did do does for from get go had has
    have he her here his how i if in into is it its may me more most my new no not now of on once one only or other our
    out over own please see she should so some such than that the their them then there these they this those through
    to up us very was we were what when where which while who why will with you your
    af alle alt at blev bliver da de dem den denne der deres det dette dig din disse dit dog du efter eller en end er et
    for fra få gør ham han har hen her hun hvad hver hvis hvor i igen ikke ind jeg kan kom kun kunne man med meget men
    mere mig min mit mod ned nok nu når og også om op os over på sig sin sit skal som så til ud uden under var ved vi
    vil vores være
"""
STOP_WORDS = frozenset(_STOP.split())
# Danish letters that decomposing does not bring back to a base letter.
_BASE = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


def words(text: str) -> list[str]:
    """The words and numbers of a text, in lower case."""
    return _WORD.findall(text.lower())


def telling_words(text: str) -> list[str]:
    """The words that say what a text is about: no stop words, no single letters, reduced to their stems."""
    return [stem(word) for word in words(text) if word not in STOP_WORDS and (len(word) > 1 or word.isdigit())]


def stem(word: str) -> str:
    """A rough stem, so that "harvest", "harvests" and "harvesting" are one."""
    for ending in ("ingen", "erne", "ing", "ies", "ene", "ers", "ed", "es", "er", "en", "et", "s", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending)
    return word


def plain(text: str) -> str:
    """Lower case, no punctuation, no accents, single spaces: for comparing names."""
    simple = unicodedata.normalize("NFKD", text.lower().translate(_BASE))
    return " ".join(re.findall(r"[a-z0-9]+", simple)) or " ".join(words(text))


def is_language(text: str) -> bool:
    """Whether a text says something in a human language: letters or digits are no rare thing in it."""
    signs = [character for character in text if not character.isspace()]
    return bool(signs) and sum(character.isalnum() for character in signs) > len(signs) / 5
