"""Defects of wording: what sentences, instructions, hints and messages of errors say."""
# A table, one line a defect.
# ruff: noqa: E501

from a11y_tests.mutate.defect import Change, Defect, both, by_language, inside, rewrite

LONG_PAGES = ("help", "privacy", "security", "accessibility", "cannot_log_on")
HARD = (
    "Såfremt den pågældende identitetsindehaver i medfør af de gældende bestemmelser om autenticitetssikring måtte have "
    "foranlediget en uberettiget videregivelse af de personlige legitimationsoplysninger, påhviler det vedkommende "
    "uopholdeligt at tilvejebringe den fornødne underretning til den dataansvarlige myndighed. "
)
HARD_ENGLISH = (
    "Notwithstanding the aforementioned stipulations concerning authentication instrumentalities, the credentialed "
    "individual shall expeditiously effectuate appropriate notification procedures whensoever circumstances precipitate "
    "a reasonable apprehension of unauthorised utilisation of identification paraphernalia. "
)


def _say(danish: str, english: str) -> Change:
    """A paragraph more at the end of the page, in the page's language."""
    return by_language(inside("main", f"<p>{danish}</p>"), inside("main", f"<p>{english}</p>"))


def _errors(danish: str, english: str) -> Change:
    """Other words for every error, in the list and at the field."""

    def words(text: str) -> Change:
        summary = rewrite(r'(<ul id="error-summary-list">.*?<a href="[^"]*">).*?</a>', rf"\1{text}</a>")
        field = rewrite(
            r'(<span class="form-error-message"[^>]*><span class="sr-only">[^<]*</span>)[^<]*', rf"\1{text}"
        )
        return both(summary, field)

    return by_language(words(danish), words(english))


DEFECTS = (
    Defect("sensory-colour", "Colour alone tells what must be filled in.", ("1.3.3", "1.4.1"), _say("Felter med rød kant skal udfyldes.", "Fields with a red border must be filled in.")),
    Defect("sensory-shape", "Shape alone tells what to press.", ("1.3.3",), _say("Tryk på den runde knap for at gå videre.", "Press the round button to go on.")),
    Defect("sensory-place", "Place alone tells where to look.", ("1.3.3",), _say("Brug menuen i venstre side.", "Use the menu on the left-hand side.")),
    Defect("sensory-size", "Size alone tells what to choose.", ("1.3.3",), _say("Vælg den store knap, hvis du er i tvivl.", "Choose the larger button if you are in doubt.")),
    Defect("sensory-sound", "A sound alone tells when to go on.", ("1.3.3",), _say("Skriv koden, når du hører et bip.", "Type the code when you hear a beep.")),
    Defect("sensory-corner", "A corner alone tells where to press.", ("1.3.3",), _say("Klik på ikonet øverst til højre for at slutte.", "Click the icon in the top right corner to finish.")),
    Defect("error-code", "An error is told as a number.", ("3.3.1", "3.3.3"), _errors("Fejl 0x80070057", "Error 0x80070057"), state="error"),
    Defect("error-vague", "An error says that there was an error.", ("3.3.1", "3.3.3"), _errors("Der opstod en fejl. Prøv igen senere.", "An error occurred. Please try again later."), state="error"),
    Defect("error-wrong", "An error says 'wrong'.", ("3.3.1", "3.3.3"), _errors("Forkert!", "Wrong!"), state="error"),
    Defect("error-foreign", "The words of an error are in the other language.", ("3.1.2",), _errors("The value that you have entered is not correct. Please check it and try once more.", "Det, du har skrevet, er ikke rigtigt. Se det efter, og prøv en gang til."), state="error"),
    Defect("error-template", "The words of an error were never filled in.", ("3.3.1", "3.3.3"), _errors("%(field)s: %(message)s", "%(field)s: %(message)s"), state="error"),
    Defect("abbreviations-short", "Letters stand for words that are nowhere told.", ("3.1.4",), _say("Brug MFA eller OTP, når du er på VPN.", "Use MFA or OTP when you are on a VPN.")),
    Defect("abbreviation-of-law", "A law is named by letters alone.", ("3.1.4",), _say("Det står i NIS2 og i bilag 4 til MitID-bkg.", "It is told in NIS2 and in annex 4 of eIDAS.")),
    Defect("jargon", "Words of a trade are not explained.", ("3.1.3",), _say("Din user agent afviste attesteringen; aktivér CTAP2-transporten, og genindlæs dit token.", "Your user agent rejected the attestation; enable the CTAP2 transport and refresh your bearer token.")),
    Defect("hard-danish", "Paragraphs are in the language of the law.", ("3.1.5",), by_language(inside("main", f"<p>{HARD * 4}</p>"), inside("main", f"<p>{HARD_ENGLISH * 4}</p>"))),
    Defect("paragraph-norwegian", "A paragraph in a language close to the page's is not marked.", ("3.1.2",), _say("Hvis du ikke får til å logge deg på, kan du ringe til oss hele døgnet, så hjelper vi deg videre uansett hva som har skjedd.", "Hvis du ikke får til å logge deg på, kan du ringe til oss hele døgnet, så hjelper vi deg videre uansett hva som har skjedd.")),
    Defect("hint-foreign", "The hints are in the other language.", ("3.1.2",), by_language(rewrite(r'(<span class="form-hint"[^>]*>)[^<]*', r"\1The number has six digits, and you may write a space between them."), rewrite(r'(<span class="form-hint"[^>]*>)[^<]*', r"\1Tallet har seks cifre, og du må gerne skrive mellemrum mellem dem.")), ("logon_factor", "crossing_key", "crossing_contact", "crossing_nemid")),
    Defect("half-translated", "Lists are in the other language.", ("3.1.2",), by_language(inside("main", "<ul><li>You must have your own telephone with you.</li><li>You can print the card and keep it at home.</li></ul>"), inside("main", "<ul><li>Du skal have din egen telefon med dig.</li><li>Du kan skrive kortet ud og gemme det derhjemme.</li></ul>"))),
    Defect("password-rules-gone", "Nothing says what a new password must hold.", ("3.3.2", "1.3.1"), rewrite(r'<span class="form-hint" id="password-hint">.*?</span>', ""), ("crossing_logon",)),
    Defect("template-words", "A sentence was never filled in.", ("2.4.6",), rewrite(r"(<h2[^>]*>).*?</h2>", r"\1{heading_2}</h2>"), LONG_PAGES),
)  # fmt: skip
