"""The words of recovery: what is lost, the proofs, the wait, coming back and stopping it; and of helper mode."""

RECOVERY: dict[str, tuple[str, str]] = {
    "recover": ("Få det tilbage, du har mistet", "Get back what you have lost"),
    # A forgotten password
    "ask_new_password": ("Bed om en ny adgangskode", "Ask for a new password"),
    "to_my_email": ("Til min e-mailadresse", "To my e-mail address"),
    "send_me_code": ("Send mig en kode", "Send me a code"),
    "write_sent_code": ("Skriv koden, vi sendte", "Write the code that we sent"),
    "show_it_is_you": ("Vis, at det er dig", "Show that it is you"),
    "now_we_wait": ("Nu venter vi", "Now we wait"),
    "come_back_page": ("Siden, du skal tilbage til", "Page to come back to"),
    "go_on_after_wait": ("Gå videre efter ventetiden", "Go on after the waiting time"),
    "make_new_password": ("Lav din nye adgangskode", "Make your new password"),
    "ready_again": ("Det er klar", "It is ready"),
    # A lost factor
    "order_a_letter": ("Bestil et brev med en kode", "Order a letter with a code"),
    "how_letter": ("Hvordan skal brevet være?", "How shall the letter be?"),
    "letter_in_braille": ("Punktskrift", "Braille"),
    "order_the_letter": ("Bestil brevet", "Order the letter"),
    "have_the_letter": ("Jeg har fået brevet", "I have got the letter"),
    "letter_code": ("Koden fra brevet", "Code from the letter"),
    "new_way": ("Vælg en ny måde at logge på", "Choose a new way of logging on"),
    # This was not me
    "stop_page": ("Stop det: Det var ikke mig", "Stop it: this was not me"),
    "message_code": ("Koden fra beskeden", "Code from the message"),
    "stop_it": ("Stop det", "Stop it"),
    "stopped": ("Det er stoppet", "It is stopped"),
    "your_recovery": ("Din genopretning", "Your recovery"),
    "see_and_stop": ("Se det, og stop det", "See it, and stop it"),
    "back_unchanged": ("Tilbage uden at ændre noget", "Back without changing anything"),
    "your_ways": ("Dine måder at logge på", "Your ways of logging on"),
    # A helper at the screen
    "helper": ("Der sidder en og hjælper mig", "Somebody sits here and helps me"),
    "who_helps": ("Hvem hjælper dig?", "Who helps you?"),
    "somebody_known": ("En, jeg kender", "Somebody I know"),
    "turn_on_helper": ("Slå hjælp til", "Turn on helper mode"),
    "without_helper": ("Gør det her uden din hjælper", "Do this without your helper"),
    "stop_now": ("Stop nu", "Stop now"),
    # Lost, and blocked by its owner
    "lost": ("Jeg har mistet den", "I have lost it"),
    "block_lost": ("Spær en måde at logge på, som du har mistet", "Block a way of logging on that you have lost"),
    "yes_block": ("Ja, spær den nu", "Yes, block it now"),
}
