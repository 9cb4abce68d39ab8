"""Defects of the code of a whole page: title, languages, headings, landmarks, lists, tables, words."""
# A table, one line a defect.
# ruff: noqa: E501

from a11y_tests.mutate.defect import Defect, both, by_language, exchange, inside, rewrite, swap

LONG_PAGES = ("help", "privacy", "security", "accessibility", "cannot_log_on")
LISTS = ("home", "help", "privacy", "security", "accessibility", "helper", "data")
SUMMARIES = ("account", "sessions", "crossing_receipt", "home")
TABLES = ("crossing_factor", "crossing_activate")
PRE_TABLE = "<pre>Maade         Sekunder   Telefon\nKodeapp             20   ja\nKodekort            40   nej\nLydkode             60   ja</pre>"
FACE = "<pre>  .-'''-.\n /  o o  \\\\\n|    ^    |\n \\\\  '-'  /\n  '-...-'</pre>"

DEFECTS = (
    Defect("title-untitled", "The title is what an editor puts there.", ("2.4.2",), rewrite("<title>.*?</title>", "<title>Untitled Document</title>")),
    Defect("title-address", "The title is the page's address.", ("2.4.2",), rewrite("<title>.*?</title>", "<title>/portal/index.html?view=3</title>")),
    Defect("title-of-another", "The title is that of another page.", ("2.4.2",), by_language(rewrite("<title>.*?</title>", "<title>Tilgængelighedserklæring – Overgang</title>"), rewrite("<title>.*?</title>", "<title>Accessibility statement – Overgang</title>")), ("logon", "privacy", "help", "crossing_contact")),
    Defect("lang-blank", "The language of the page is an empty word.", ("3.1.1",), rewrite(r'<html lang="[a-z]+">', '<html lang="">')),
    Defect("main-lang-other", "All that the page says is marked as the other language.", ("3.1.2",), by_language(swap("<main ", '<main lang="en" '), swap("<main ", '<main lang="da" '))),
    Defect("part-lang-says-german", "A paragraph in the page's language says that it is German.", ("3.1.2",), rewrite(r"<p>(?=Ring til os på|Call us on)", '<p lang="de">')),
    Defect("part-lang-unknown", "A foreign paragraph names its language with a word that is no code.", ("3.1.2",), inside("main", '<p lang="tysk">Bitte geben Sie Ihre Benutzerkennung und Ihr Kennwort ein, um sich anzumelden.</p>')),
    Defect("quote-unmarked", "A quotation in another language is not marked.", ("3.1.2",), inside("main", "<blockquote><p>La seule chose dont nous devons avoir peur, c’est la peur elle-même.</p></blockquote>")),
    Defect("direction-wrong", "The page says that it is written from right to left.", ("1.3.2",), swap("<html lang", '<html dir="rtl" lang')),
    Defect("heading-presentation", "The roles of the headings are taken away.", ("1.3.1",), rewrite("<h2", '<h2 role="presentation"'), LONG_PAGES),
    Defect("h2-bold", "The headings of the sections are bold paragraphs.", ("1.3.1",), rewrite(r"<h2[^>]*>(.*?)</h2>", r"<p><b>\1</b></p>"), LONG_PAGES),
    Defect("headings-none", "A long page has no headings of its sections.", ("2.4.10",), rewrite(r"<h[2-4][^>]*>.*?</h[2-4]>", ""), LONG_PAGES),
    Defect("heading-levelless", "A heading made of a div has no level.", ("4.1.2", "1.3.1"), rewrite(r"<h2([^>]*)>(.*?)</h2>", r'<div role="heading"\1>\2</div>'), LONG_PAGES),
    Defect("heading-hidden", "The main heading is seen and not heard.", ("1.3.1",), swap("<h1 ", '<h1 aria-hidden="true" ')),
    Defect("paragraphs-hidden", "The paragraphs are seen and not heard.", ("1.3.1",), swap("<p>", '<p aria-hidden="true">'), LONG_PAGES),
    Defect("main-is-alert", "The main landmark is called an alert.", ("1.3.1", "4.1.2"), swap("<main ", '<main role="alert" ')),
    Defect("body-application", "The whole page says that it is a program of its own.", ("4.1.2", "1.3.1"), swap("<body>", '<body role="application">')),
    Defect("body-hidden", "The whole page is hidden from assistive technology.", ("4.1.2", "1.3.1"), swap("<body>", '<body aria-hidden="true">')),
    Defect("list-is-lines", "A list is paragraphs that begin with a dash.", ("1.3.1",), both(rewrite(r"<ul[^>]*>", "<div>"), rewrite("</ul>", "</div>"), rewrite(r"<li>", "<p>- "), rewrite("</li>", "</p>")), LISTS),
    Defect("list-is-breaks", "A list is one paragraph with bullets typed in.", ("1.3.1",), inside("main", "<p>• NemID-nummer<br>• Adgangskode<br>• Nøglekort</p>")),
    Defect("steps-typed", "Steps in their order are no list.", ("1.3.1",), inside("main", "<p>1. Find kortet.</p><p>2. Find nummeret.</p><p>3. Skriv nøglen.</p>")),
    Defect("list-presentation", "The lists' role is taken away.", ("1.3.1",), rewrite("<ul>", '<ul role="presentation">'), LISTS),
    Defect("terms-loose", "Terms and what they mean stand in no list of terms.", ("1.3.1",), both(rewrite(r'<dl class="summary-list">', '<div class="summary-list">'), rewrite("</dl>", "</div>")), SUMMARIES),
    Defect("table-scope-wrong", "The heads of columns are called heads of rows.", ("1.3.1",), rewrite('scope="col"', 'scope="row"'), TABLES),
    Defect("table-presentation", "A table of data is called decoration.", ("1.3.1",), swap("<table", '<table role="presentation"'), TABLES),
    Defect("table-headers-nowhere", "Cells name heads that are not there.", ("1.3.1",), rewrite("<td>", '<td headers="column-9">'), TABLES),
    Defect("table-heads-bold", "The heads of the columns are only bold.", ("1.3.1",), rewrite(r'<th scope="col">(.*?)</th>', r"<td><b>\1</b></td>"), TABLES),
    Defect("table-of-spaces", "A table is drawn with spaces.", ("1.3.1",), inside("main", PRE_TABLE)),
    Defect("letters-spaced", "A word is made wider by spaces between its letters.", ("1.3.2",), inside("main", "<h2>V I G T I G T</h2>")),
    Defect("ascii-picture", "A picture is drawn with letters, and has no text.", ("1.1.1",), inside("main", FACE)),
    Defect("viewport-little", "One can zoom, but not to twice the size.", ("1.4.4",), swap("initial-scale=1", "initial-scale=1, maximum-scale=1.5")),
    Defect("text-runs", "A text runs across the page.", ("2.2.2",), inside("main", "<marquee>Husk at skifte i god tid</marquee>", first=True)),
    Defect("current-wrong", "Another page than this one is called the one that is shown.", ("1.3.1", "4.1.2"), both(swap('<span aria-current="page">', "<span>"), rewrite(r'(<li><a href="/(?:en)?")>', r'\1 aria-current="page">')), ("cannot_log_on", "choose_help", "contact", "activity", "data")),
    Defect("footer-links-exchanged", "Two links lead where the other says.", ("2.4.4",), both(exchange('href="/privatliv"', 'href="/sikkerhed"'), exchange('href="/en/privacy"', 'href="/en/security"'))),
)  # fmt: skip
