"""Defects of style: colours and contrast, in each world, in each state, and whatever lies under or over the words."""
# A table, one line a defect.
# ruff: noqa: E501

from a11y_tests.mutate.defect import Defect, both, inside, rewrite, style

STRIPES = "url(\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='40' height='40'><rect width='40' height='40' fill='%23fff'/><rect width='22' height='40' fill='%23303030'/></svg>\")"
CROSS = '<svg aria-hidden="true" viewBox="0 0 20 20" width="24" height="24" fill="none" stroke="currentColor" stroke-width="3"><path d="M3 3l14 14M17 3L3 17"/></svg>'
BUTTON_AS_PICTURE = "url(\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='120' height='40'><rect width='120' height='40' fill='%23003d73'/><text x='10' y='27' font-size='20' fill='%23fff'>Videre her</text></svg>\")"

DEFECTS = (
    Defect("contrast-placeholder", "What stands in an empty field is too pale.", ("1.4.3",), both(rewrite(r'<input class="form-input"', '<input placeholder="Skriv uden mellemrum" class="form-input"'), style(".form-input::placeholder { color: #c4c4c4 !important }")), ("logon", "crossing_contact", "crossing_nemid")),
    Defect("contrast-typed", "What one has typed is too pale.", ("1.4.3",), style(".form-input { color: #c8c8c8 !important }"), ("crossing_contact",), state="error"),
    Defect("contrast-heading", "The heading is too pale for its size.", ("1.4.3",), style("h1 { color: #b5b5b5 !important }")),
    Defect("contrast-visited", "A link that was followed is too pale.", ("1.4.3",), style("a:visited { color: #dcdcdc !important }")),
    Defect("contrast-hover", "Under the pointer, words are too pale.", ("1.4.3",), style("a:hover, .button:hover { color: #cfcfcf !important; background: #fff !important }")),
    Defect("contrast-in-focus", "With focus, words are too pale.", ("1.4.3",), style("a:focus, .button:focus { color: #d6d6d6 !important; background: #fff !important }")),
    Defect("contrast-opacity", "Text is made paler by being seen through.", ("1.4.3",), style("main p, main li { opacity: .45 !important }")),
    Defect("contrast-fill", "The letters are filled with another colour.", ("1.4.3",), style("main p, main label { -webkit-text-fill-color: #c6c6c6 !important }")),
    Defect("contrast-filter", "A filter takes the contrast away.", ("1.4.3",), style("main { filter: opacity(.35) }")),
    Defect("contrast-veil", "A veil lies over everything.", ("1.4.3",), style("body::after { content: ''; position: fixed; inset: 0; background: rgb(255 255 255 / .78); pointer-events: none; z-index: 50 } @media (prefers-color-scheme: dark) { body::after { background: rgb(18 23 27 / .78) } }")),
    Defect("contrast-gradient", "The words on a button fade with its background.", ("1.4.3",), style(".button[class].button-primary { background: linear-gradient(90deg, #003d73, #fff) !important; color: #fff !important }")),
    Defect("contrast-picture", "Words lie on a picture.", ("1.4.3",), style(f".help {{ background: {STRIPES} !important }}")),
    Defect("contrast-same", "Labels have the colour of the paper.", ("1.4.3", "3.3.2"), style(".form-label, legend { color: #fff !important } @media (prefers-color-scheme: dark) { .form-label, legend { color: #12171b !important } }"), ("logon", "crossing_contact", "crossing_nemid")),
    Defect("contrast-folded", "What is folded away is too pale when it is opened.", ("1.4.3",), style(".details-text, .details-text * { color: #b8b8b8 !important }"), ("crossing_contact", "crossing_factor")),
    Defect("contrast-dialog", "The warning before the time is out is too pale.", ("1.4.3",), style("dialog p, dialog h2 { color: #bdbdbd !important; background: #fff !important }"), ("account", "crossing_contact", "logon_factor")),
    Defect("contrast-choice", "The border of a box to tick can hardly be seen.", ("1.4.11",), style(".form-radio + label::before, .form-checkbox + label::before { border-color: #e4e4e4 !important }"), ("choose_help", "preferences", "crossing_factor")),
    Defect("contrast-ticked", "Nobody can see what is chosen.", ("1.4.11",), style(".form-checkbox:checked + label::after, .form-radio:checked + label::after { border-color: #ececec !important }"), ("preferences", "choose_help")),
    Defect("contrast-icon", "An icon that is a button can hardly be seen.", ("1.4.11",), both(inside("main", f'<button type="button" class="icon-alone" aria-label="Luk beskeden">{CROSS}</button>', first=True), style(".icon-alone { background: none; border: 0; min-width: 48px; min-height: 48px; color: #d5d5d5 !important }"))),
    Defect("contrast-more", "Whoever asks for more contrast gets less.", ("1.4.3", "1.4.6"), style("@media (prefers-contrast: more) { main p, main li { color: #8c8c8c !important } }")),
    Defect("contrast-dark-border", "In the dark, fields cannot be seen.", ("1.4.11",), style("@media (prefers-color-scheme: dark) { .form-input { border-color: #20272d !important; background: #12171b !important } }"), ("logon", "crossing_contact", "crossing_nemid")),
    Defect("contrast-dark-button", "In the dark, the words on a button are too pale.", ("1.4.3",), style("@media (prefers-color-scheme: dark) { .button[class].button-primary { color: #fff !important } }")),
    Defect("contrast-dark-half", "In the dark, a part stays white and its words are white too.", ("1.4.3",), style("@media (prefers-color-scheme: dark) { .help, .alert { background: #fff !important } }")),
    Defect("contrast-small", "Small print at the foot is too pale.", ("1.4.3",), style(".site-footer a, .demo-banner p { color: #a4a4a4 !important; font-size: 1.2rem !important }")),
    Defect("forced-borders", "In forced colours, fields and buttons have no edge.", ("1.4.11",), style("@media (forced-colors: active) { .form-input, .button { border: 0 !important } }"), ("logon", "crossing_contact", "crossing_nemid")),
    Defect("forced-ticks", "In forced colours, nobody can see what is chosen.", ("1.4.11",), style("@media (forced-colors: active) { .form-checkbox:checked + label::after, .form-radio:checked + label::after { forced-color-adjust: none; border-color: #000 !important } }"), ("preferences",)),
    Defect("forced-text", "In forced colours, words keep a colour of their own.", ("1.4.3",), style("@media (forced-colors: active) { h1, h2, .form-label, .form-hint { forced-color-adjust: none !important; color: #1a1a1a !important } }")),
    Defect("colour-alone-field", "Only colour tells what must be filled in.", ("1.4.1",), both(rewrite(r'(<form method="post"[^>]*id="form"[^>]*>)', r"\1<p>Felter med rød tekst skal udfyldes.</p>", times=1), style(".form-group:first-of-type .form-label { color: #a00000 !important }")), ("logon", "crossing_contact", "crossing_nemid")),
    Defect("colour-alone-help", "In the help, only colour tells a link from the words around it.", ("1.4.1",), style(".help p a { text-decoration: none !important; border: 0 !important; display: inline !important; color: #3a2f6b !important; font-weight: inherit !important } .help p { color: #2b2b2b }")),
    Defect("picture-of-text", "The words on a button are a picture.", ("1.4.5",), style(f".button[class].button-primary {{ font-size: 0 !important; color: transparent !important; background: {BUTTON_AS_PICTURE} no-repeat !important; min-width: 120px; border-radius: 0 }}")),
)  # fmt: skip
