"""Defects of the code, a last time: written after the rules, to see what they make of what they do not know."""
# A table, one line a defect.
# ruff: noqa: E501

from a11y_tests.mutate.defect import Defect, both, by_language, inside, rewrite, style, swap

FORMS = ("logon", "crossing_nemid", "crossing_contact")
CHOICES = ("helper", "preferences", "recover_password", "notify", "language")
SUBMIT = r'<button class="button button-primary" type="submit"[^>]*>(.*?)</button>'
USER_ID = r'<input class="form-input" id="user_id"'

DEFECTS = (
    Defect("title-in-body", "The title stands in the body alone.", ("2.4.2",), both(rewrite("<title>.*?</title>", ""), inside("main", "<p>Overgang</p>"))),
    Defect("lang-on-body", "The language is told on the body and not on the page.", ("3.1.1",), both(rewrite(r'<html lang="[a-z]+">', "<html>"), swap("<body>", '<body lang="da">'))),
    Defect("lang-french", "The page says that it is French.", ("3.1.1",), rewrite(r'<html lang="[a-z]+">', '<html lang="fr">')),
    Defect("lang-norwegian", "The page says that it is Norwegian.", ("3.1.1",), rewrite(r'<html lang="[a-z]+">', '<html lang="nb">')),
    Defect("submit-is-link", "A form is sent by a link that has no address.", ("2.1.1", "4.1.2"), rewrite(SUBMIT, r'<a class="button button-primary" onclick="this.closest(&#39;form&#39;).submit()">\1</a>')),
    Defect("submit-is-span", "A form is sent by a span that takes focus and no key.", ("4.1.2", "2.1.1"), rewrite(SUBMIT, r'<span class="button button-primary" tabindex="0">\1</span>')),
    Defect("labels-are-table-heads", "Labels are plain words in a table beside the fields.", ("1.3.1", "4.1.2"), inside("form", '<table><tr><td>Fornavn</td><td><input name="fn"></td></tr><tr><td>Efternavn</td><td><input name="en"></td></tr></table>'), FORMS),
    Defect("fields-by-index", "All fields are called by their number.", ("2.4.6", "2.5.3", "4.1.2"), rewrite(r'<input class="form-input', '<input aria-label="1" class="form-input'), FORMS),
    Defect("label-points-to-box", "A label points to the box around its field.", ("1.3.1", "4.1.2"), both(rewrite(r'<div class="form-group">', '<div class="form-group" id="box">'), rewrite(r'(<label class="form-label" for=")[^"]+"', r'\1box"')), FORMS),
    Defect("describedby-error-gone", "The description names an error that is nowhere.", ("3.3.1", "1.3.1"), rewrite(r'aria-describedby="[^"]*error[^"]*"', 'aria-describedby="no-such-error"'), state="error"),
    Defect("radio-names-nowhere", "Choices are named by what is not there.", ("4.1.2", "1.3.1"), both(rewrite(r'<label for="(kind|patience|channel)-(\d)">(.*?)</label>', r"<span>\3</span>"), rewrite(r'(<input class="form-radio")', r'\1 aria-labelledby="nowhere"')), CHOICES),
    Defect("tabs-without-panels", "Tabs made of list items cannot take focus.", ("2.1.1", "4.1.2"), inside("main", '<ul role="tablist"><li role="tab" aria-selected="true">Kort</li><li role="tab" aria-selected="false">App</li></ul>')),
    Defect("tree-of-links", "A tree of links has items that no key reaches.", ("2.1.1", "4.1.2"), inside("main", '<div role="tree" aria-label="Emner"><div role="treeitem">Koder</div><div role="treeitem">Kort</div></div>')),
    Defect("spin-without-value", "A wheel of numbers has no value.", ("4.1.2",), inside("main", '<div role="meter" aria-label="Tid"></div>')),
    Defect("alert-of-page", "All of the page is a live region that is read at every change.", ("1.3.1", "4.1.2"), swap('<main id="main"', '<main role="log" id="main"')),
    Defect("picture-of-text-again", "A picture's alternative is the address of the picture.", ("1.1.1",), inside("main", '<img src="/favicon.ico" alt="https://overgang.example/img/kort.png" width="60" height="60">')),
    Defect("picture-by-number", "A picture is called by a number.", ("1.1.1",), inside("main", '<img src="/favicon.ico" alt="20240311_142233" width="60" height="60">')),
    Defect("object-unnamed", "A drawing is called 'graphic'.", ("1.1.1",), inside("main", '<svg role="img" width="60" height="60" viewBox="0 0 9 9"><title>graphic</title><path d="M0 0h9v9z"/></svg>')),
    Defect("button-named-twice", "The name of a button is that of another.", ("2.5.3",), rewrite(r'(<button class="button button-primary" type="submit"[^>]*)>', r'\1 aria-labelledby="help-heading">')),
    Defect("select-of-nothing", "A list to choose from has a first choice for its label.", ("3.3.2", "4.1.2", "1.3.1"), inside("form", '<select name="k"><option>Vælg kommune</option><option>Aarhus</option></select>'), FORMS),
    Defect("text-in-title", "Words are told under the pointer alone.", ("3.3.2",), both(rewrite(rf"{USER_ID}", '<input class="form-input" title="Mindst 5 tegn" id="user_id"'), rewrite(r'<label class="form-label" for="user_id">.*?</label>', "")), ("logon", "crossing_logon", "crossing_nemid")),
    Defect("list-of-ones", "Steps are headings numbered by hand and no list.", ("2.4.6",), inside("main", "<h2>1</h2><p>Find dit kort frem.</p><h2>2</h2><p>Skriv nøglen ind.</p>")),
    Defect("lists-of-dashes", "A list is made of lines with stars.", ("1.3.1",), inside("main", "<p>* Telefon<br>* Kort<br>* Nøgle</p>")),
    Defect("columns-by-tabs", "Columns are set with hard spaces.", ("1.3.1",), both(inside("main", '<p class="kept">Dag        Fra     Til\nMandag     8       16\nTirsdag    8       18\nOnsdag     10      16</p>'), style(".kept { white-space: pre }"))),
    Defect("heading-by-size", "A heading is a large bold line.", ("1.3.1",), both(inside("main", '<p class="big-line">Sådan kommer du videre</p><p>Skriv dit bruger-ID og din adgangskode, og vælg så den måde, der passer dig.</p>'), style(".big-line { font-size: 2.6rem; font-weight: 700 }"))),
    Defect("english-hints-unmarked", "A word list is in English.", ("3.1.2",), by_language(inside("main", '<dl><dt>Kodekort</dt><dd>A card of paper that you keep at home and use when you log on.</dd></dl>'), inside("main", "<dl><dt>Code card</dt><dd>Et kort af papir, som du gemmer derhjemme og bruger, når du logger på.</dd></dl>"))),
)  # fmt: skip
