"""How much two texts have in common."""

from a11y_tests.rules.support.text import telling_words


def likeness(one: str, other: str) -> float:
    """The share of telling words that both texts have, from 0 to 1, of the shorter one's; two empty ones are alike."""
    first, second = set(telling_words(one)), set(telling_words(other))
    if not first or not second:
        return 1.0 if first == second else 0.0
    return len(first & second) / min(len(first), len(second))
