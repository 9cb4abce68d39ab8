"""What a citizen listens for where nothing is seen, beside the words of the other journeys."""

from a11y_tests.journeys.words import DANISH, ENGLISH, WORDS

HEARD: dict[str, tuple[str, str]] = {
    "skip": ("Gå til sidens indhold", "Skip to the content of the page"),
    "problem": ("Der er et problem", "There is a problem"),
    # Ways of logging on
    "approval_app": ("Godkendelsesapp", "Approval app"),
    "reader_page": ("Kodelæser på din egen enhed", "Code reader on a device of your own"),
    "code_device": ("Kodeviser eller kodeoplæser", "Code display or audio code reader"),
    "recovery_codes": ("Genopretningskoder", "Recovery codes"),
    "temporary_code": ("Midlertidig kode fra Borgerservice", "Temporary code from Borgerservice"),
    "setup_approval_app": ("Tilslut appen på din enhed", "Connect the app on your device"),
    "setup_reader_page": ("Tilslut din kodelæser", "Connect your code reader"),
    "setup_code_device": ("Registrer din enhed", "Register your device"),
    "setup_recovery_codes": ("Gem dine genopretningskoder", "Keep your recovery codes"),
    "ask_approval_app": ("Godkend i din app", "Approve in your app"),
    "ask_reader_page": ("Hent koden på din egen enhed", "Get your code on your own device"),
    "ask_code_device": ("Skriv koden fra din enhed", "Write the code from your device"),
    "ask_recovery_codes": ("Skriv en genopretningskode", "Write a recovery code"),
    "ask_temporary_code": ("Skriv din midlertidige kode", "Write your temporary code"),
    # The code card, the key, the app for codes
    "column_code": ("Kode", "Code"),
    "copy_key": ("Kopiér nøglen", "Copy the key"),
    "copied": ("Teksten er kopieret.", "It has been copied."),
    "not_copied": ("Teksten blev ikke kopieret.", "It could not be copied."),
    "we_call": ("Vi ringer til dig nu.", "We are calling you now."),
    "key_waits": (
        "Venter på nøglen. Følg det, din browser siger.", "Waiting for the key. Follow what your browser says.",
    ),
    # Approval app
    "we_sent": ("Vi har sendt en anmodning til din app.", "We have sent a request to your app."),
    "send_request": ("Send en anmodning til min app", "Send a request to my app"),
    "other_screen_code": ("Koden fra den anden skærm", "Code from the other screen"),
    "write_this_code": ("Skriv denne kode der:", "Write this code there:"),
    "connect_device": ("Tilslut enheden", "Connect the device"),
    "connect_this": ("Tilslut denne enhed", "Connect this device"),
    "device_connected": ("Enheden er tilsluttet", "The device is connected"),
    "write_this_number": (
        "Skriv dette tal i appen, og godkend:", "Write this number there, and approve:",
    ),
    "other_screen_number": ("Tallet fra den anden skærm", "Number from the other screen"),
    "new_request": ("Du har en ny anmodning.", "You have a new request."),
    "have_request": ("Du har en anmodning", "You have a request"),
    "approve": ("Godkend", "Approve"),
    "approved": ("Godkendt", "Approved"),
    "app_forgotten": (
        "Denne enhed er ikke længere tilsluttet. Tilslut den igen for at bruge appen.",
        "This device is no longer connected. Connect it again to use the app.",
    ),
    # Code reader page
    "connection_code": ("Tilslutningskode", "Connection code"),
    "write_connection_code": ("Skriv denne tilslutningskode dér:", "Write this connection code there:"),
    "reader": ("Kodelæser", "Code reader"),
    "reader_connected": ("Enheden er tilsluttet.", "The device is connected."),
    "choice_kept": ("Dit valg er gemt.", "Your choice is kept."),
    "reader_style": ("Vælg lyd eller tekst, hastighed, pauser og stemme",
                     "Choose sound or text, speed, pauses and voice"),
    "how_you_get_it": ("Sådan får du din kode", "How you get your code"),
    "how": ("Sådan får du koden", "How you get the code"),
    "only_text": ("Kun tekst", "Only text"),
    "keep": ("Gem", "Keep"),
    "show_code": ("Vis koden", "Show the code"),
    "your_code": ("Din kode", "Your code"),
    "reader_lost": (
        "Denne enhed er ikke tilsluttet mere. Tilslut den igen for at få koder.",
        "This device is no longer connected. Connect it again to get codes.",
    ),
    # Code device, recovery codes, temporary code
    "serial": ("Serienummer", "Serial number"),
    "device_code": ("Kode fra din enhed", "Code from your device"),
    "make_codes": ("Lav ti nye koder", "Make ten new codes"),
    "make_recovery_codes": ("Lav genopretningskoder", "Make recovery codes"),
    "to_recovery_codes": (
        "Lav genopretningskoder til den dag, du har mistet alt andet",
        "Make recovery codes, for the day when you have lost the rest",
    ),
    "code_number": ("Skriv kode nummer", "Write code number"),
    "recovery_code": ("Genopretningskode", "Recovery code"),
    "temporary": ("Midlertidig kode", "Temporary code"),
    "not_that_code": (
        "Det er ikke din midlertidige kode. Se cifrene efter, og prøv igen.",
        "That is not your temporary code. Check the digits, and try again.",
    ),
    # Min side
    "to_factors": ("Se og ret dine måder at logge på", "See and change your ways of logging on"),
    "factors": ("Dine måder at logge på", "Your ways of logging on"),
    "to_the_list": ("Se dine måder at logge på", "See your ways of logging on"),
    "add": ("Tilføj en måde at logge på", "Add a way of logging on"),
    "ready": ("Klar til brug:", "Ready for use:"),
    "lost_it": ("Jeg har mistet den:", "I have lost it:"),
    "block": ("Spær en måde at logge på, som du har mistet", "Block a way of logging on that you have lost"),
    "yes_block": ("Ja, spær den nu", "Yes, block it now"),
    "you_blocked": ("Du har spærret: {}. Nu kan ingen bruge den.", "You have blocked: {}. Nobody can use it now."),
    "you_removed": ("Du har fjernet: {}. Den kan ikke bruges mere.", "You have removed: {}. It can no longer be used."),
    "remove_it": ("Fjern:", "Remove:"),
    "replace_it": ("Skift ud:", "Replace:"),
    "remove_page": ("Fjern en måde at logge på", "Remove a way of logging on"),
    "replace_page": ("Skift en måde at logge på ud", "Replace a way of logging on"),
    "is_blocked": ("Den er spærret", "It is blocked"),
    # Recovery
    "use_none": ("Jeg kan ikke bruge nogen af dem", "I cannot use any of them"),
    "recover": ("Få det tilbage, du har mistet", "Get back what you have lost"),
    "order_letter": ("Bestil et brev med en kode", "Order a letter with a code"),
    "how_letter": ("Hvordan skal brevet være?", "How shall the letter be?"),
    "braille": ("Punktskrift", "Braille"),
    "order": ("Bestil brevet", "Order the letter"),
    "now_we_wait": ("Nu venter vi", "Now we wait"),
    "come_back": ("Siden, du skal tilbage til", "Page to come back to"),
    "got_letter": ("Jeg har fået brevet", "I have got the letter"),
    "letter_code": ("Koden fra brevet", "Code from the letter"),
    "new_way": ("Vælg en ny måde at logge på", "Choose a new way of logging on"),
    "is_ready": ("Det er klar", "It is ready"),
}  # fmt: skip


def word(key: str, language: str) -> str:
    """What the portal says for `key` in a language. Raises KeyError where no table has it."""
    return (HEARD.get(key) or WORDS[key])[DANISH if language == "da" else ENGLISH]
