"""Defects of the code, once more: what people do who change a page in a hurry."""
# A table, one line a defect.
# ruff: noqa: E501

from a11y_tests.mutate.defect import Defect, both, inside, rewrite, style, swap

FORMS = ("logon", "crossing_nemid", "crossing_contact")
PRIMARY = '<button class="button button-primary"'
HELP = r'<a href="/(en/)?(hjaelp|help)">(.*?)</a>'
FRAME = (
    'srcdoc="&lt;!DOCTYPE html&gt;&lt;html lang=da&gt;&lt;title&gt;Kort&lt;/title&gt;&lt;a href=/&gt;Forside&lt;/a&gt;"'
)

DEFECTS = (
    Defect("frame-hidden", "A frame with a link in it is hidden from assistive technology.", ("4.1.2",), inside("main", f'<iframe title="Kort" aria-hidden="true" {FRAME}></iframe>')),
    Defect("heading-two-mains", "A page has three main headings.", ("1.3.1",), swap("<h2", "<h1 data-was"), ("help", "privacy", "security")),
    Defect("name-blank", "A button is named with a space.", ("4.1.2",), rewrite(r'(<button class="button button-primary" type="submit")>.*?</button>', r'\1 aria-label=" "></button>', times=1)),
    Defect("button-of-icon", "A button is a sign of a font, and nothing is heard.", ("4.1.2", "1.1.1"), inside("main", '<button type="button" class="button"><span aria-hidden="true">×</span></button>')),
    Defect("link-of-icon", "A link is an icon without words.", ("2.4.4", "4.1.2"), inside("main", '<p><a href="/hjaelp"><svg viewBox="0 0 9 9" width="44" height="44" aria-hidden="true"><path d="M0 0h9v9z"/></svg></a></p>')),
    Defect("label-blank", "A label is there, and empty.", ("1.3.1", "4.1.2", "3.3.2"), rewrite(r'(<label class="form-label" for="[^"]+">).*?</label>', r"\1</label>", times=1), FORMS),
    Defect("label-unseen", "A label is hidden from everybody.", ("3.3.2",), rewrite(r'<label class="form-label"', '<label hidden class="form-label"'), FORMS),
    Defect("editable-unnamed", "A place to write in has no name.", ("4.1.2",), inside("form", '<div role="textbox" contenteditable="true" tabindex="0"></div>'), FORMS),
    Defect("switch-stateless", "A switch does not say whether it is on.", ("4.1.2",), inside("main", '<button type="button" role="switch">Lyd</button>')),
    Defect("grid-of-nothing", "A grid holds no rows.", ("1.3.1",), inside("main", '<div role="grid" tabindex="0" aria-label="Koder"><div>1</div><div>2</div></div>')),
    Defect("radios-of-divs", "Choices made of divs stand in no group and have no state.", ("4.1.2", "1.3.1"), inside("form", '<div><div role="radio" tabindex="0">Ja</div><div role="radio" tabindex="0">Nej</div></div>'), FORMS),
    Defect("error-text-hidden", "The words of an error are seen and not heard.", ("1.3.1", "4.1.2", "3.3.1"), swap('<span class="form-error-message"', '<span aria-hidden="true" class="form-error-message"'), state="error"),
    Defect("group-described-nowhere", "A group's error is not bound to it.", ("3.3.1", "1.3.1"), rewrite(r'(<fieldset role="radiogroup") aria-describedby="[^"]*-error"', r"\1"), ("crossing_factor",), state="error"),
    Defect("table-of-divs", "A table is made of divs.", ("1.3.1",), both(inside("main", '<div class="t-table"><div><div>Måde</div><div>Sekunder</div><div>Telefon</div></div><div><div>Kodekort</div><div>40</div><div>Nej</div></div><div><div>Lydkode</div><div>60</div><div>Ja</div></div></div>'), style(".t-table { display: table } .t-table > div { display: table-row } .t-table > div > div { display: table-cell; padding: 4px }"))),
    Defect("cells-without-rows", "Cells by role stand in no row.", ("1.3.1",), inside("main", '<div role="table" aria-label="Priser"><div role="cell">Kort</div><div role="cell">0 kr.</div></div>')),
    Defect("headings-all-one", "All headings are of the first level.", ("1.3.1",), both(rewrite(r"<h[2-4]\b", "<h1"), rewrite(r"</h[2-4]>", "</h1>"))),
    Defect("main-inert", "The whole content can be seen and not used.", ("2.1.1", "4.1.2"), swap("<main ", "<main inert ")),
    Defect("role-of-list", "A list of links is called a toolbar of nothing.", ("4.1.2", "1.3.1"), rewrite(r"<ul>", '<ul role="listbox" aria-label="Links">')),
    Defect("button-as-input", "A button of a form has no words.", ("4.1.2",), rewrite(r'<button class="button button-primary" type="submit">.*?</button>', '<input class="button button-primary" type="submit" value=" ">', times=1)),
    Defect("field-hidden", "A field takes focus and is not heard.", ("4.1.2",), rewrite(r'<input class="form-input', '<input aria-hidden="true" class="form-input'), FORMS),
    Defect("link-presentational", "A heading is a link's only name, and is hidden.", ("4.1.2", "2.4.4"), rewrite(HELP, r'<a href="/\1\2"><span aria-hidden="true">\3</span></a>')),
    Defect("described-by-itself", "The description is a code of the program.", ("1.3.1", "3.3.2"), rewrite(r'(<span class="form-hint" id="[^"]*">).*?</span>', r"\1hint.code.label</span>"), ("logon_factor", "crossing_key", "crossing_contact")),
)  # fmt: skip
