"""The looks that people take: for the criteria of WCAG 2.2 that no machine passes alone, 21 of the 86.

Each look is short and guided: what to look at, and one question for each criterion. Three kinds of look differ in
how often they are taken: once for each page and language (its words), once for each page (its order), or once for
the whole deployment (pictures, colours, time).
"""

from dataclasses import dataclass

from a11y_tests.evaluation.rule import AnyRule

PAGE_AND_LANGUAGE, PAGE, SITE = "page and language", "page", "site"


@dataclass(frozen=True)
class Look:
    """One kind of look. `asks`: a question for each criterion; a look has passed where every answer is yes."""

    id: str
    name: str
    each: str
    how: str
    asks: dict[str, str]

    @property
    def criteria(self) -> tuple[str, ...]:
        """The criteria that it is taken for."""
        return tuple(self.asks)

    @property
    def rule(self) -> AnyRule:
        """The same as a rule, for the reports."""
        return AnyRule(
            id=self.id,
            name=self.name,
            criteria=self.criteria,
            applicability=f"A person looks once for each {self.each}, and again when what was judged has changed.",
            expectation=" ".join(self.asks.values()),
        )


WORDS = Look(
    "look-words",
    "The words of the page",
    PAGE_AND_LANGUAGE,
    "Open the page in this language in all its states, errors too. Read everything once, from the top.",
    {
        "1.3.3": "Can every instruction be followed without seeing shape, place or colour, and without hearing?",
        "2.4.4": "Is it clear from each link and its sentence where it leads?",
        "2.4.6": "Does each heading and label say what follows or what is to be written?",
        "2.4.9": "Is it clear from each link alone where it leads?",
        "2.4.10": "Do headings divide all longer text?",
        "3.1.2": "Is every word of another language marked as such?",
        "3.1.3": "Is every unusual word explained, here or one link away?",
        "3.1.4": "Is every abbreviation explained?",
        "3.1.5": "Can somebody with nine years of school read it, or is there an easier text?",
        "3.1.6": "Is every word clear whose sense hangs on how it is said?",
        "3.3.2": "Does each field say beforehand what is wanted, and in which form?",
        "3.3.3": "Does each error say how to put it right?",
    },
)
ORDER = Look(
    "look-order",
    "The order and structure of the page",
    PAGE,
    "Go through the page with Tab, then with a screen reader line by line, and compare it with what you see.",
    {
        "1.3.1": "Is everything that looks like a heading, list, table, group or label also read as one?",
        "1.3.2": "Is it read in an order that makes sense?",
        "1.3.6": "Do landmarks and symbols tell what each part is for?",
        "2.4.3": "Does the focus move in an order that makes sense, and to where something new was shown?",
    },
)
PICTURES = Look(
    "look-pictures",
    "Pictures and their text alternatives",
    SITE,
    "Look at each picture of the list beside its text alternative.",
    {"1.1.1": "Does each text say what the picture says, and has a picture that says nothing no text?"},
)
COLOURS = Look(
    "look-colours",
    "What is told by colour",
    SITE,
    "Look at the main pages, an error and a chosen option in greys, in light, dark and forced colours.",
    {
        "1.4.1": "Can error, choice, link and state be told apart without colour?",
        "1.4.11": "Can the borders of fields, buttons and symbols be seen well everywhere?",
    },
)
TIME = Look(
    "look-time",
    "Time and interruptions",
    SITE,
    "Leave a page alone until time is nearly out, and read what the portal says about time limits.",
    {
        "2.2.3": "Is every time limit that is left needed for security, and is that said?",
        "2.2.4": "Does nothing interrupt but a warning that something would be lost?",
    },
)
LOOKS = {look.id: look for look in (WORDS, ORDER, PICTURES, COLOURS, TIME)}
