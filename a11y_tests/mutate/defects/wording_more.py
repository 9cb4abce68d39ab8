"""Defects of wording, once more: what people write in a hurry."""
# A table, one line a defect.
# ruff: noqa: E501

from a11y_tests.mutate.defect import Change, Defect, by_language, inside, rewrite, swap

LONG_PAGES = ("help", "privacy", "security", "accessibility", "cannot_log_on")
FORMS = ("logon", "crossing_nemid", "crossing_contact")
SUBMIT = r'(<button class="button button-primary" type="submit"[^>]*>).*?</button>'
HELP = r'(<a href="/(?:en/)?(?:hjaelp|help)">).*?</a>'


def _say(danish: str, english: str) -> Change:
    return by_language(inside("main", f"<p>{danish}</p>"), inside("main", f"<p>{english}</p>"))


DEFECTS = (
    Defect("title-home", "Every page is called home.", ("2.4.2",), by_language(rewrite("<title>.*?</title>", "<title>Forside</title>"), rewrite("<title>.*?</title>", "<title>Home</title>")), ("logon", "privacy", "help", "crossing_contact")),
    Defect("title-service-twice", "The title says the service twice and the page not at all.", ("2.4.2",), rewrite("<title>.*?</title>", "<title>Overgang – Overgang</title>")),
    Defect("button-submit", "A button's one word is in the other language.", ("3.1.2",), by_language(rewrite(SUBMIT, r"\1Submit</button>"), rewrite(SUBMIT, r"\1Fortsæt</button>"))),
    Defect("link-press", "A link says 'press here'.", ("2.4.4", "2.4.9"), by_language(rewrite(HELP, r"\1Tryk her for at læse mere</a>"), rewrite(HELP, r"\1Press here to read more</a>"))),
    Defect("link-dots", "A link is three dots.", ("2.4.4", "2.4.9"), rewrite(HELP, r"\1…</a>")),
    Defect("heading-lorem", "A heading was never written.", ("2.4.6",), rewrite(r"(<h1[^>]*>).*?</h1>", r"\1Lorem ipsum</h1>")),
    Defect("heading-todo", "A heading is a note to those who write.", ("2.4.6",), rewrite(r"(<h2[^>]*>).*?</h2>", r"\1TODO</h2>"), LONG_PAGES),
    Defect("heading-new", "Every section is new.", ("2.4.6",), by_language(rewrite(r"(<h2[^>]*>).*?</h2>", r"\1Mere</h2>"), rewrite(r"(<h2[^>]*>).*?</h2>", r"\1More</h2>")), LONG_PAGES),
    Defect("label-question", "The labels are question marks.", ("2.4.6", "3.3.2", "4.1.2"), rewrite(r'(<label class="form-label" for="[^"]+">).*?</label>', r"\1???</label>"), FORMS),
    Defect("label-one-letter", "The label is one letter.", ("2.4.6", "3.3.2"), rewrite(r'(<label class="form-label" for="[^"]+">).*?</label>', r"\1x</label>"), FORMS),
    Defect("error-required", "An error says 'required'.", ("3.3.1", "3.3.3"), by_language(rewrite(r'(<span class="form-error-message"[^>]*><span class="sr-only">[^<]*</span>)[^<]*', r"\1Påkrævet"), rewrite(r'(<span class="form-error-message"[^>]*><span class="sr-only">[^<]*</span>)[^<]*', r"\1Required")), state="error"),
    Defect("error-server", "An error is what a server said.", ("3.3.1", "3.3.3"), rewrite(r'(<span class="form-error-message"[^>]*><span class="sr-only">[^<]*</span>)[^<]*', r"\1ValueError: NoneType object is not iterable"), state="error"),
    Defect("sensory-below-right", "What to press is told by a corner of the page.", ("1.3.3",), _say("Knappen nederst til højre afslutter det hele.", "The button at the bottom right finishes it all.")),
    Defect("sensory-arrow", "What to press is told by its looks.", ("1.3.3",), _say("Tryk på den grønne pil for at komme videre.", "Press the green arrow to move on.")),
    Defect("sensory-field-colour", "A field is told by its colour.", ("1.3.3", "1.4.1"), _say("Skriv koden i det gule felt.", "Type the code in the yellow field.")),
    Defect("latin-words", "Latin words to fill space stand in the text.", ("3.1.2",), inside("main", "<p>Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt.</p>")),
    Defect("swedish-paragraph", "A paragraph in Swedish is not marked.", ("3.1.2",), inside("main", "<p>Om du inte kan logga in får du gärna ringa till oss, så hjälper vi dig vidare och ser vad som har hänt.</p>")),
    Defect("abbreviation-new", "A new abbreviation is not explained.", ("3.1.4",), _say("Har du brug for en PUK, så ring til RA.", "If you need a PUK, call the RA desk. Ask for a CSR.")),
    Defect("help-heading-differs", "Help has another heading on some pages.", ("3.2.4",), by_language(swap('<h2 id="help-heading">Hjælp</h2>', '<h2 id="help-heading">Support</h2>'), swap('<h2 id="help-heading">Help</h2>', '<h2 id="help-heading">Assistance</h2>')), ("logon", "crossing_contact", "account")),
)  # fmt: skip
