"""Defects of wording: what titles, headings, links, buttons, labels and pictures are called."""
# A table, one line a defect.
# ruff: noqa: E501

from a11y_tests.mutate.defect import Defect, by_language, inside, rewrite, swap

LONG_PAGES = ("help", "privacy", "security", "accessibility", "cannot_log_on")
FORMS = ("logon", "crossing_nemid", "crossing_contact")
CHOICES = ("helper", "preferences", "recover_password", "notify", "language")
STEPS = ("crossing_nemid", "crossing_key", "crossing_terms", "crossing_contact", "crossing_factor")
SUBMIT = r'(<button class="button button-primary" type="submit"[^>]*>).*?</button>'
LABEL = r'(<label class="form-label" for="[^"]+">).*?</label>'
HELP = r'(<a href="/(?:en/)?(?:hjaelp|help)">).*?</a>'

DEFECTS = (
    Defect("title-foreign", "The title is in the portal's other language.", ("2.4.2", "3.1.1"), by_language(rewrite("<title>.*?</title>", "<title>Find the way that suits you and log on here</title>"), rewrite("<title>.*?</title>", "<title>Find den måde, der passer til dig, og log på her</title>"))),
    Defect("title-undefined", "A program's word for nothing stands in the title.", ("2.4.2",), rewrite("<title>.*?</title>", "<title>undefined – Overgang</title>")),
    Defect("title-cries-error", "The title tells of an error where there is none.", ("2.4.2",), by_language(swap("<title>", "<title>Fejl: "), swap("<title>", "<title>Error: ")), ("privacy", "help", "account")),
    Defect("title-vague", "The title says that it is a page.", ("2.4.2",), by_language(rewrite("<title>.*?</title>", "<title>Side – Overgang</title>"), rewrite("<title>.*?</title>", "<title>Page – Overgang</title>"))),
    Defect("step-contradicts", "The title names another step than the heading.", ("2.4.2", "2.4.8"), rewrite(r"<title>((?:Fejl: |Error: )?(?:Trin|Step)) \d", r"<title>\1 5"), STEPS),
    Defect("step-beyond", "The page is a step after the last.", ("2.4.8",), rewrite(r"(Trin|Step) \d (af|of) 5", r"\1 7 \2 5"), STEPS),
    Defect("headings-alike", "All sections of a page have one heading.", ("2.4.6",), rewrite(r"(<h2[^>]*>).*?</h2>", r"\1Information</h2>"), LONG_PAGES),
    Defect("heading-number", "Headings are numbers alone.", ("2.4.6",), rewrite(r"(<h2[^>]*>).*?</h2>", r"\g<1>1.</h2>"), LONG_PAGES),
    Defect("heading-section", "The headings say that there is a section.", ("2.4.6",), by_language(rewrite(r"(<h2[^>]*>).*?</h2>", r"\1Afsnit</h2>"), rewrite(r"(<h2[^>]*>).*?</h2>", r"\1Section</h2>")), LONG_PAGES),
    Defect("heading-template", "A heading was never filled in.", ("2.4.6",), rewrite(r"(<h1[^>]*>).*?</h1>", r"\1{{ page.heading }}</h1>")),
    Defect("heading-foreign", "A heading is in the other language.", ("3.1.2",), by_language(rewrite(r'(<h2 id="help-heading">).*?</h2>', r"\1Do you need any help with this page?</h2>"), rewrite(r'(<h2 id="help-heading">).*?</h2>', r"\1Har du brug for hjælp til denne side?</h2>"))),
    Defect("link-click", "A link says only 'click here'.", ("2.4.4", "2.4.9"), by_language(rewrite(HELP, r"\1Klik her</a>"), rewrite(HELP, r"\1Click here</a>"))),
    Defect("link-more", "A link says only 'read more'.", ("2.4.4", "2.4.9"), by_language(rewrite(HELP, r"\1Læs mere her</a>"), rewrite(HELP, r"\1Learn more</a>"))),
    Defect("link-arrows", "A link is two arrows.", ("2.4.4", "2.4.9"), rewrite(HELP, r"\1&gt;&gt;</a>")),
    Defect("link-link", "A link says that it is a link.", ("2.4.4", "2.4.9"), rewrite(HELP, r"\1Link</a>")),
    Defect("links-change", "Many links say 'change' and change different things.", ("2.4.9",), by_language(rewrite(r'(<dd class="summary-action"><a href="[^"]*">).*?</a>', r"\1Skift</a>"), rewrite(r'(<dd class="summary-action"><a href="[^"]*">).*?</a>', r"\1Change</a>")), ("account",)),
    Defect("button-vague", "The button says that it is a button.", ("2.4.6",), by_language(rewrite(SUBMIT, r"\1Knap</button>"), rewrite(SUBMIT, r"\1Button</button>"))),
    Defect("button-click", "The button says 'click'.", ("2.4.6",), by_language(rewrite(SUBMIT, r"\1Klik her</button>"), rewrite(SUBMIT, r"\1Click here</button>"))),
    Defect("buttons-alike", "Buttons that do different things have one name.", ("2.4.6",), rewrite(r'(<button class="button button-secondary" type="submit" name="(?:again|skip)"[^>]*>).*?</button>', r"\1Send</button>"), ("crossing_contact_code",)),
    Defect("button-foreign", "A button is in the other language.", ("3.1.2",), by_language(rewrite(SUBMIT, r"\1Continue to the next step</button>"), rewrite(SUBMIT, r"\1Gå videre til det næste trin</button>"))),
    Defect("label-variable", "A program's name stands for the label.", ("2.4.6", "3.3.2"), rewrite(r'(<label class="form-label" for="([^"]+)">).*?</label>', r"\1\2_field_1</label>"), FORMS),
    Defect("label-type-here", "The label says that one shall type.", ("2.4.6", "3.3.2"), by_language(rewrite(LABEL, r"\1Skriv her</label>"), rewrite(LABEL, r"\1Type here</label>")), FORMS),
    Defect("label-sign", "The label is a colon.", ("2.4.6", "3.3.2", "4.1.2"), rewrite(LABEL, r"\1:</label>"), FORMS),
    Defect("choices-alike", "All choices have one name.", ("2.4.6", "3.3.2"), rewrite(r'(<label for="(?:kind|patience|channel|minutes)-\d">).*?</label>', r"\1Valgmulighed</label>"), CHOICES),
    Defect("group-vague", "A group's name says that one shall choose.", ("2.4.6", "3.3.2"), by_language(rewrite(r"(<legend>).*?</legend>", r"\1Vælg</legend>"), rewrite(r"(<legend>).*?</legend>", r"\1Choose</legend>")), CHOICES),
    Defect("summary-vague", "What unfolds does not say what is in it.", ("2.4.6",), by_language(rewrite(r"(<summary>).*?</summary>", r"\1Mere</summary>"), rewrite(r"(<summary>).*?</summary>", r"\1More</summary>")), ("crossing_contact", "crossing_factor")),
    Defect("help-name-differs", "Help is called something else on some pages.", ("3.2.4",), by_language(rewrite(HELP, r"\1Åbn vejledningen til portalen</a>"), rewrite(HELP, r"\1Open the manual of the portal</a>")), ("logon", "crossing_contact", "account")),
    Defect("home-name-differs", "The link home is called something else on some pages.", ("3.2.4",), rewrite(r"<span>Overgang</span></a>", "<span>Startside</span></a>"), ("logon", "crossing_contact", "account")),
    Defect("chart-alt", "A chart is called a chart.", ("1.1.1",), inside("main", '<img src="/favicon.ico" alt="Graf" width="60" height="60">')),
)  # fmt: skip
