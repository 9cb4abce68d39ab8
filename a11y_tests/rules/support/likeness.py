"""How much two texts have in common, and which words of a text say something."""

import re

# The smallest words of English and Danish: they stand in every text.
_SMALL = frozenset(
    "a an and are as at be been but by can do does for from had has have he her here his how i if in is it its me "  # noqa: SIM905
    "more my no not of on or our s she so than that the their them then there these they this to up us was we were "
    "what when where which who will with would you your af at de den der det dig du en er et for fra han har hun i "
    "ikke jeg kan med men mit nu og om os på sig sin som så til ud var vi vil ved".split()
)


def words(text: str) -> set[str]:
    """The words of a text that say something, in lower case and without their endings."""
    return {stem(word) for word in re.findall(r"[^\W\d_]+", text.lower()) if word not in _SMALL}


def stem(word: str) -> str:
    """A word without the commonest endings, so that "opens" and "opening" are alike."""
    for ending in ("ings", "ing", "ies", "ed", "es", "s", "erne", "ene", "er", "en", "et"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def likeness(one: str, other: str) -> float:
    """The share of words that both texts have, from 0 to 1, of the shorter one's; two empty texts are alike."""
    first, second = words(one), words(other)
    if not first or not second:
        return 1.0 if first == second else 0.0
    return len(first & second) / min(len(first), len(second))
