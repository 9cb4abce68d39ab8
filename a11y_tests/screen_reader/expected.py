"""What must be heard on each page, in this order. Between the lines other things may be said."""

from a11y_tests.screen_reader.orca import LOADED

HEADING = {"da": "overskrift niveau 1", "en": "heading level 1"}
# Orca's words for a field that is wrong: no field may be called so before anything was typed in it.
INVALID = {"da": "ugyldig", "en": "invalid"}
# Nobody should have to listen longer to one page, all of it read aloud and worked through by Tab. The longest is the
# choice among seven ways of logging on (203 s in English).
MOST_SECONDS = 220

# Page: its heading, and what must be heard below it.
DANISH = {
    "home": ("Log på, eller skift fra NemID", ["Jeg har et gammelt NemID", "Skift fra NemID henvisning"]),
    "crossing": ("Skift fra NemID til Nyt NemID", ["Det tager fem korte trin.", "Begynd på trin 1 henvisning"]),
    "old_log_on": (
        "Trin 1 af 5: Log på med NemID",
        ["NemID-nummer, CPR-nummer eller bruger-ID felt", "Nummeret har 9 cifre.", "Adgangskode adgangskodetekst"],
    ),
    "find_key": (
        "Trin 1 af 5: Find nøglen på dit nøglekort",
        ["Find dette nummer på dit nøglekort:", "# # # #", "Nøgle felt", "6 cifre."],
    ),
    "terms": ("Trin 2 af 5: De nye vilkår", ["Kort fortalt", "Alle vilkår", "Jeg accepterer vilkårene trykknap"]),
    "contact": (
        "Trin 3 af 5: Hvordan kan vi nå dig?",
        ["Du må lade et felt eller begge stå tomme.", "E-mailadresse (valgfrit) felt", "Vi sender dig en kode"],
    ),
    "choice": (
        "Trin 4 af 5: Vælg, hvordan du vil logge på",
        ["Du skal bruge din adgangskode og en ting mere.", "Kodeapp.", "ikke valgt radioknap", "valgt"],
    ),
    "new_logon": (
        "Trin 5 af 5: Vælg bruger-ID og adgangskode",
        ["Nyt bruger-ID felt", "Mindst 5 bogstaver", "Ny adgangskode adgangskodetekst", "Mindst 8 tegn"],
    ),
    "prepare": ("Trin 5 af 5: Gør din nye måde klar", ["Du har valgt: Kodeapp.", "Det skal du bruge nu"]),
    "setup_authenticator_app": (
        "Trin 5 af 5: Sæt din kodeapp op",
        ["Prøve 1 af 2.", "Kopiér nøglen trykknap", "Teksten er kopieret.", "Koden fra appen felt", "6 cifre."],
    ),
    "setup_authenticator_app, error": (
        "Fejl: Trin 5 af 5: Sæt din kodeapp op",
        ["Der er et problem overskrift niveau 2", "Koden har 6 cifre", "Koden fra appen felt", "Fejl: Koden har 6"],
    ),
    "ask_authenticator_app": (
        "Trin 5 af 5: Skriv koden fra din kodeapp",
        ["Prøve 2 af 2.", "Vent, til appen viser en ny kode", "Koden fra appen felt", "6 cifre."],
    ),
    "receipt": ("Nu har du Nyt NemID", ["Du er logget på.", "Din kvittering", "Kodeapp", "Gå til Min side"]),
    "log_on": ("Log på", ["Bruger-ID felt", "Adgangskode adgangskodetekst", "Fortsæt trykknap"]),
    "log_on, error": (
        "Fejl: Log på",
        [
            "Der er et problem overskrift niveau 2",
            "Bruger-ID eller adgangskode er forkert.",
            "Bruger-ID felt",
            "ugyldig indtastning",
            "Fejl: Bruger-ID eller adgangskode er forkert.",
        ],
    ),
    "ask_code_card": ("Find koden på dit kodekort", ["Find nummer # # # # på kodekortet", "Kode felt", "6 cifre."]),
    "my_page": ("Min side", ["Dine måder at logge på", "Om dig", "Hold øje", "Dine data"]),
}
ENGLISH = {
    "home": ("Log on, or switch from NemID", ["I have an old NemID", "Switch from NemID link"]),
    "crossing": ("Change from NemID to Nyt NemID", ["It takes five short steps.", "Begin step 1 link"]),
    "old_log_on": (
        "Step 1 of 5: Log on with NemID",
        ["NemID number, CPR number or user ID entry", "The number has 9 digits", "Password password text"],
    ),
    "find_key": (
        "Step 1 of 5: Find the key on your key card",
        ["Find this number on your key card:", "# # # #", "Key entry", "6 digits."],
    ),
    "terms": ("Step 2 of 5: The new terms", ["In short", "The full terms", "I accept the terms push button"]),
    "contact": (
        "Step 3 of 5: How can we reach you?",
        ["You may leave out one or both.", "E-mail address (optional) entry", "We send you a code"],
    ),
    "choice": (
        "Step 4 of 5: Choose your new way of logging on",
        [
            "You will use your password and one more thing.",
            "Authenticator app.",
            "not selected radio button",
            "selected",
        ],
    ),
    "new_logon": (
        "Step 5 of 5: Choose user ID and password",
        ["New user ID entry", "At least 5 letters", "New password password text", "At least 8 characters"],
    ),
    "prepare": ("Step 5 of 5: Make your new way ready", ["You have chosen: Authenticator app.", "What you need now"]),
    "setup_authenticator_app": (
        "Step 5 of 5: Set up your authenticator app",
        ["Try 1 of 2.", "Copy the key push button", "copied", "Code from the app entry", "6 digits."],
    ),
    "setup_authenticator_app, error": (
        "Error: Step 5 of 5: Set up your authenticator app",
        [
            "There is a problem heading level 2",
            "The code has 6 digits",
            "Code from the app entry",
            "Error: The code has 6",
        ],
    ),
    "ask_authenticator_app": (
        "Step 5 of 5: Write the code from your authenticator app",
        ["Try 2 of 2.", "Wait until the app shows a new code.", "Code from the app entry", "6 digits."],
    ),
    "receipt": ("You have Nyt NemID now", ["You are logged on.", "Your receipt", "Authenticator app", "Go to my page"]),
    "log_on": ("Log on", ["User ID entry", "Password password text", "Go on push button"]),
    "log_on, error": (
        "Error: Log on",
        [
            "There is a problem heading level 2",
            "The user ID or the password is not right.",
            "User ID entry",
            "invalid entry",
            "Error: The user ID or the password is not right.",
        ],
    ),
    "ask_code_card": (
        "Find the code on your code card",
        ["Find number # # # # on the code card", "Code entry", "6 digits."],
    ),
    "my_page": ("My page", ["Your ways of logging on", "About you", "Keep watch", "Your data"]),
}
PAGES = {"da": DANISH, "en": ENGLISH}


def must_be_heard(page: str, lang: str) -> list[str]:
    """The lines of a page: its title as it opens, its heading, and the rest."""
    heading, below = PAGES[lang][page]
    opening = [f"{LOADED[lang]} {heading} – "]
    if "error" not in page:
        opening.append(f"{heading} {HEADING[lang]}")
    return opening + below
