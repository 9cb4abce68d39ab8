"""The words that citizens find their way by, in Danish and English: headings, labels, buttons and links.

They are what the portal promises to say. Where it says something else, a journey stops there, as a citizen would.
"""

DANISH, ENGLISH = 0, 1

WORDS: dict[str, tuple[str, str]] = {
    # Everywhere
    "go_on": ("Fortsæt", "Go on"),
    "back": ("Tilbage", "Back"),
    "log_on": ("Log på", "Log on"),
    "log_off": ("Log af", "Log off"),
    "help": ("Find hjælp på disse sider", "Get help on these pages"),
    "error": ("Fejl:", "Error:"),
    "my_page": ("Min side", "My page"),
    "stay": ("Forbliv logget på", "Stay logged on"),
    # Front page
    "home": ("Log på, eller skift fra NemID", "Log on, or switch from NemID"),
    "switch": ("Skift fra NemID", "Switch from NemID"),
    # Crossing, step 1
    "crossing": ("Skift fra NemID til Nyt NemID", "Change from NemID to Nyt NemID"),
    "begin": ("Begynd på trin 1", "Begin step 1"),
    "old_log_on": ("Log på med NemID", "Log on with NemID"),
    "old_user_id": ("NemID-nummer, CPR-nummer eller bruger-ID", "NemID number, CPR number or user ID"),
    "password": ("Adgangskode", "Password"),
    "find_key": ("Find nøglen på dit nøglekort", "Find the key on your key card"),
    "find_this_number": ("Find dette nummer på dit nøglekort:", "Find this number on your key card:"),
    "key": ("Nøgle", "Key"),
    "locked": ("Dit NemID er låst", "Your NemID is locked"),
    "blocked": ("Dit NemID er spærret", "Your NemID is blocked"),
    "awaiting": ("Dit NemID er ikke aktiveret endnu", "Your NemID is not activated yet"),
    "no_keys": ("Dit nøglekort er brugt op", "Your key card is used up"),
    "by_a_person": (
        "Du kan stadig få Nyt NemID. Et menneske hjælper dig.",
        "You can still get Nyt NemID. A person will help you.",
    ),
    "has_crossed": ("Du har allerede Nyt NemID", "You already have Nyt NemID"),
    "all_is_well": (
        "Alt er godt. Du har skiftet før, så du skal ikke gøre mere her.",
        "All is well. You have changed over before, so there is nothing more to do here.",
    ),
    "log_on_new": ("Log på med Nyt NemID", "Log on with Nyt NemID"),
    # Steps 2 to 5
    "terms": ("De nye vilkår", "The new terms"),
    "accept": ("Jeg accepterer vilkårene", "I accept the terms"),
    "decline": ("Nej, jeg accepterer ikke", "No, I do not accept"),
    "declined": ("Du sagde nej til vilkårene", "You said no to the terms"),
    "terms_again": ("Læs vilkårene igen", "Read the terms again"),
    "contact": ("Hvordan kan vi nå dig?", "How can we reach you?"),
    "email": ("E-mailadresse (valgfrit)", "E-mail address (optional)"),
    "mobile": ("Mobilnummer (valgfrit)", "Mobile number (optional)"),
    "contact_code": ("Skriv koden, vi har sendt", "Write the code we sent"),
    "email_code": ("Koden fra e-mailen", "The code from the e-mail"),
    "mobile_code": ("Koden fra sms’en", "The code from the text message"),
    "go_on_without": ("Fortsæt uden", "Go on without it"),
    "new_email_code": ("Send en ny e-mail", "Send a new e-mail"),
    "choice": ("Vælg, hvordan du vil logge på", "Choose your new way of logging on"),
    "help_me_choose": ("Hjælp mig med at vælge", "Help me choose"),
    "show_what_suits": ("Vis, hvad der passer til mig", "Show what suits me"),
    "no_smartphone": ("Jeg har ikke en smartphone", "I have no smartphone"),
    "to_the_choice": ("Fortsæt til valget", "Go on to the choice"),
    "critical_only": ("Kun det vigtigste", "Only what is critical"),
    "new_logon": ("Vælg bruger-ID og adgangskode", "Choose user ID and password"),
    "new_user_id": ("Nyt bruger-ID", "New user ID"),
    "new_password": ("Ny adgangskode", "New password"),
    "prepare": ("Gør din nye måde klar", "Make your new way ready"),
    "choose_another": ("Vælg en anden", "Choose another"),
    "receipt": ("Nu har du Nyt NemID", "You have Nyt NemID now"),
    "to_my_page": ("Gå til Min side", "Go to my page"),
    # The factors
    "code_card": ("Kodekort", "Code card"),
    "authenticator_app": ("Kodeapp", "Authenticator app"),
    "security_key": ("Sikkerhedsnøgle eller adgangsnøgle", "Security key or passkey"),
    "audio_code": ("Lydkode", "Audio code"),
    "setup_code_card": ("Få dit kodekort", "Get your code card"),
    "setup_authenticator_app": ("Sæt din kodeapp op", "Set up your authenticator app"),
    "setup_security_key": ("Registrér din sikkerhedsnøgle", "Register your security key"),
    "setup_audio_code": ("Prøv din lydkode", "Try out your audio code"),
    "ask_code_card": ("Find koden på dit kodekort", "Find the code on your code card"),
    "ask_authenticator_app": ("Skriv koden fra din kodeapp", "Write the code from your authenticator app"),
    "ask_security_key": ("Brug din sikkerhedsnøgle", "Use your security key"),
    "ask_audio_code": ("Hør din kode i telefonen", "Hear your code on the telephone"),
    "code": ("Kode", "Code"),
    "app_code": ("Koden fra appen", "Code from the app"),
    "call_code": ("Koden fra opkaldet", "Code from the call"),
    "call_me": ("Ring til mig nu", "Call me now"),
    "call_again": ("Ring til mig igen", "Call me again"),
    "use_key": ("Brug nøglen", "Use the key"),
    "telephone": ("Telefonnummer", "Telephone number"),
    "find_number": ("Find nummer", "Find number"),
    "needs_javascript": ("En sikkerhedsnøgle kræver JavaScript", "A security key needs JavaScript"),
    "to_other_ways": ("Gå til de andre måder", "Go to the other ways"),
    # Log-on
    "user_id": ("Bruger-ID", "User ID"),
    "key_alone": ("Log på med sikkerhedsnøgle eller adgangsnøgle", "Log on with a security key or passkey"),
    "another_way": ("Brug en anden måde", "Use another way"),
    "choose_another_way": ("Vælg en anden måde", "Choose another way"),
    "log_off_here": ("Log af her", "Log off here"),
    "log_off_everywhere": ("Log af alle steder", "Log off everywhere"),
    "logged_off": ("Du er logget af", "You are logged off"),
    "log_on_again": ("Log på igen", "Log on again"),
    "cannot_log_on": ("Jeg kan ikke logge på", "I cannot log on"),
    "access_blocked": ("Din adgang er spærret", "Your access is blocked"),
}


def word(key: str, language: str) -> str:
    """What the portal says for `key` in a language. Raises KeyError where the table has no such word."""
    return WORDS[key][DANISH if language == "da" else ENGLISH]
