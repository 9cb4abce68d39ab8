"""A few subjects that every site knows, and the words by which they are recognised, in English and Danish."""

from a11y_tests.rules.support.text import telling_words, words

_TITLES = {
    "weather": "weather forecast vejr vejret vejrudsigt",
    "opening hours": "opening hours open åbningstider åbningstid åbent",
    "prices": "prices price fees priser pris gebyrer",
    "contact": "contact contacts kontakt",
    "recipes": "recipe recipes ingredients opskrift opskrifter ingredienser",
    "sport": "football sport sports fodbold",
}
_WORDS = {
    "weather": "rain rainy sun sunny snow wind windy cloud cloudy storm temperature degrees celsius forecast weather "
    "regn regner sol sne blæst skyer storm temperatur grader vejr",
    "opening hours": "open opens closed closes hours monday tuesday wednesday thursday friday saturday sunday weekday "
    "åbent åbner lukket lukker mandag tirsdag onsdag torsdag fredag lørdag søndag hverdage klokken",
    "prices": "price prices cost costs fee free euro dollar kroner pris koster gebyr gratis",
    "contact": "phone telephone mail email call write telefon ring skriv",
    "recipes": "flour sugar butter eggs oven bake stir cup mel sukker smør æg ovn bag rør",
    "sport": "match goal team player score kamp mål hold spiller",
}
_ENOUGH = 2


def topic_of_title(title: str) -> str:
    """The subject that a short title names and nothing else; "" where it names none of those known here."""
    said = set(telling_words(title))
    for topic, known in _TITLES.items():
        if said and said <= set(telling_words(known)):
            return topic
    return ""


def topic_of_text(text: str) -> str:
    """The subject of which a text has at least two words, if it has one of no other; "" otherwise."""
    said = set(words(text))
    counts = {topic: len(said & set(known.split())) for topic, known in _WORDS.items()}
    found = [topic for topic, count in counts.items() if count]
    return found[0] if len(found) == 1 and counts[found[0]] >= _ENOUGH else ""
