"""Defects of wording: what the words say, and to whom."""
# A table, one line a defect.
# ruff: noqa: E501

from a11y_tests.mutate.defect import Defect, both, inside, rewrite

LONG = (
    "Under iagttagelse af de i nærværende bestemmelser anførte forudsætninger vedrørende autentifikationsmekanismernes "
    "anvendelse påhviler det den pågældende rettighedshaver uden ugrundet ophold at foranledige foranstaltninger "
    "iværksat, således at uretmæssig disponering over identifikationsmidlerne i videst muligt omfang forhindres. "
)
DEFECTS = (
    Defect("link-here", "A link says only 'here'.", ("2.4.4", "2.4.9"), rewrite(r'(<a href="/(?:en/)?(?:hjaelp|help)">).*?</a>', r"\1her</a>")),
    Defect("links-alike", "Two links with one name lead to different places.", ("2.4.9", "2.4.4"), rewrite(r'(<a href="/(?:en/)?(?:privatliv|privacy|sikkerhed|security)">).*?</a>', r"\1Læs mere</a>")),
    Defect("sensory", "A text speaks of shape and place alone.", ("1.3.3",), inside("main", "<p>Tryk på den grønne knap til højre for at gå videre.</p>")),
    Defect("hard-to-read", "A page is too hard to read.", ("3.1.5",), inside("main", f"<p>{LONG * 6}</p>")),
    Defect("error-says-nothing", "An error does not say what to do.", ("3.3.3", "3.3.1"), rewrite(r'(<span class="form-error-message"[^>]*>).*?</span>(?=<input)', r"\1Ugyldig værdi</span>"), state="error"),
    Defect("error-unspoken", "A wrong field has no message at all.", ("3.3.1",), both(rewrite(r'<span class="form-error-message".*?</span>(?=<)', ""), rewrite(r'<div class="error-summary".*?</ul>\s*</div>', "")), state="error"),
    Defect("title-no-error", "The title does not tell of the error.", ("2.4.2", "3.3.1"), rewrite(r"<title>(?:Fejl|Error): ", "<title>"), state="error"),
    Defect("heading-empty-words", "A heading says nothing.", ("2.4.6",), rewrite(r'(<h2 id="help-heading">).*?</h2>', r"\1Overskrift</h2>")),
    Defect("label-empty-words", "A label says nothing.", ("2.4.6", "3.3.2"), rewrite(r'(<label class="form-label" for="[^"]+">).*?</label>', r"\1Felt</label>"), ("logon", "crossing_nemid", "crossing_contact")),
    Defect("labels-alike", "Two fields have one label.", ("2.4.6", "3.3.2"), rewrite(r'(<label class="form-label" for="[^"]+">).*?</label>', r"\1Navn</label>"), ("logon", "crossing_nemid", "crossing_contact")),
    Defect("hint-gone", "Nothing says how a code is written.", ("3.3.2",), rewrite(r'<span class="form-hint".*?</span>', ""), ("logon_factor", "crossing_key")),
    Defect("step-untold", "Nothing tells where in the journey one is.", ("2.4.8",), both(rewrite(r"(?:Trin|Step) \d (?:af|of) \d: ?", ""), rewrite(r'<span class="step">.*?</span>', "")), ("crossing_nemid", "crossing_key", "crossing_terms", "crossing_contact", "crossing_factor")),
    Defect("abbreviation", "An abbreviation is not explained.", ("3.1.4",), inside("main", "<p>Brug din OATH-HOTP via NSIS efter IAL2.</p>")),
    Defect("placeholder-text", "Text that was never written.", ("2.4.6",), inside("main", "<h2>Lorem ipsum dolor sit amet</h2>")),
    Defect("translation-missing", "A sentence is in the other language.", ("3.1.2",), both(rewrite(r"<p>Ring til os på ", "<p>Please call us by telephone at this number: "), rewrite(r"<p>Call us on ", "<p>Ring venligst til os på dette telefonnummer: "))),
    Defect("digits-run-together", "A number that must be heard is written as an amount.", ("1.3.1",), rewrite(r'<span class="digit-group">(\d) (\d) (\d) (\d)</span>', r'<span class="digit-group">\1\2\3\4</span>'), ("logon_factor", "crossing_key")),
)  # fmt: skip
