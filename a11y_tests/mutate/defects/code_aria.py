"""Defects of the code: roles, states, names, what is hidden, pictures, frames."""
# A table, one line a defect.
# ruff: noqa: E501

from a11y_tests.mutate.defect import Defect, both, by_language, inside, rewrite, swap

PRIMARY = '<button class="button button-primary"'
HELP = r'<a href="/(en/)?(hjaelp|help)">(.*?)</a>'
# The policy lets no other picture in, and a recording holds no new file.
PICTURE = "data:image/svg+xml,%3Csvg xmlns=%27http://www.w3.org/2000/svg%27 width=%2760%27 height=%2760%27%3E%3Ccircle cx=%2730%27 cy=%2730%27 r=%2720%27 fill=%27green%27/%3E%3C/svg%3E"

DEFECTS = (
    Defect("link-name-other", "A link is called something else than what is seen.", ("2.5.3",), rewrite(HELP, r'<a href="/\1\2" aria-label="Gå videre herfra">\3</a>')),
    Defect("button-is-picture", "A button says that it is a picture.", ("4.1.2", "1.1.1"), swap(PRIMARY, f'{PRIMARY} role="img"')),
    Defect("pressed-odd", "Whether a button is pressed is told with a word that does not exist.", ("4.1.2",), swap('aria-pressed="false"', 'aria-pressed="off"'), ("logon", "crossing_nemid", "crossing_logon")),
    Defect("disclosure-stuck", "What is open says that it is folded, whatever one does.", ("4.1.2",), both(swap('<details class="details">', '<div class="details">'), swap("</details>", "</div>"), swap("<summary>", '<button type="button" aria-expanded="false">'), swap("</summary>", "</button>")), ("crossing_contact", "crossing_factor", "crossing_activate")),
    Defect("button-says-disabled", "A button that works says that it does not.", ("4.1.2",), swap(PRIMARY, f'{PRIMARY} aria-disabled="true"')),
    Defect("status-off", "The region for messages is told to be silent.", ("4.1.3",), swap('role="status"', 'role="status" aria-live="off"')),
    Defect("menu-pretended", "Words call themselves a menu, and no key reaches them.", ("2.1.1", "4.1.2"), inside("main", '<div role="menu" aria-label="Mere"><div role="menuitem">Udskriv</div><div role="menuitem">Gem</div></div>')),
    Defect("skip-link-hidden", "The link past the blocks takes focus and is not heard.", ("4.1.2",), swap('<a class="skip-link"', '<a aria-hidden="true" class="skip-link"')),
    Defect("summary-hidden", "The list of errors takes focus and is not heard.", ("4.1.2", "3.3.1"), swap('<div class="error-summary"', '<div aria-hidden="true" class="error-summary"'), state="error"),
    Defect("form-inert", "A form is seen and cannot be used.", ("2.1.1", "4.1.2", "1.3.1"), rewrite(r'(<form method="post"[^>]*id="form")', r"\1 inert")),
    Defect("icon-named-icon", "A picture that means something is called 'icon'.", ("1.1.1",), inside("main", '<svg role="img" aria-label="icon" width="40" height="40" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>')),
    Defect("image-alt-image", "The text alternative says only that it is a picture.", ("1.1.1",), inside("main", f'<img src="{PICTURE}" alt="Billede" width="60" height="60">')),
    Defect("image-alt-undefined", "A program's word for nothing stands for the text alternative.", ("1.1.1",), inside("main", f'<img src="{PICTURE}" alt="undefined" width="60" height="60">')),
    Defect("image-alt-untitled", "A file's first name stands for the text alternative.", ("1.1.1",), inside("main", f'<img src="{PICTURE}" alt="Untitled-1 copy" width="60" height="60">')),
    Defect("image-link-silent", "A link of a picture alone has an empty text alternative.", ("2.4.4", "4.1.2", "1.1.1"), inside("main", f'<p><a href="/hjaelp"><img src="{PICTURE}" alt="" width="60" height="60"></a></p>')),
    Defect("image-button-unnamed", "A button that is a picture has no name.", ("1.1.1", "4.1.2"), rewrite(r'<button class="button button-primary" type="submit">.*?</button>', f'<input type="image" src="{PICTURE}" width="60" height="60">', times=1)),
    Defect("area-unnamed", "A spot of a map has no name.", ("1.1.1", "2.4.4", "4.1.2"), inside("main", f'<img src="{PICTURE}" usemap="#map" alt="Kort over kontorer" width="60" height="60"><map name="map"><area shape="rect" coords="0,0,50,50" href="/hjaelp"></map>')),
    Defect("content-is-picture", "What one must read is called one picture, without a name.", ("1.1.1", "4.1.2"), swap('<dl class="summary-list">', '<dl class="summary-list" role="img">'), ("account", "sessions", "crossing_receipt", "home")),
    Defect("frame-named-frame", "A frame is called 'frame'.", ("4.1.2", "2.4.1"), inside("main", '<iframe title="iframe" srcdoc="&lt;!DOCTYPE html&gt;&lt;html lang=da&gt;&lt;title&gt;Ramme&lt;/title&gt;&lt;a href=/&gt;Forside&lt;/a&gt;"></iframe>')),
    Defect("frame-shut", "A frame with links in it is not reached by keyboard.", ("2.1.1",), inside("main", '<iframe title="Forsiden i det små" tabindex="-1" srcdoc="&lt;!DOCTYPE html&gt;&lt;html lang=da&gt;&lt;title&gt;Forside&lt;/title&gt;&lt;a href=/&gt;Forside&lt;/a&gt;"></iframe>')),
    Defect("button-in-link", "A button stands in a link.", ("4.1.2",), rewrite(HELP, r'<a href="/\1\2"><button type="button">\3</button></a>')),
    Defect("button-of-span", "A span calls itself a button, and keys do not reach it.", ("2.1.1", "4.1.2"), inside("main", '<span role="button">Vis mere om det</span>')),
    Defect("checkbox-stateless", "A box does not say whether it is ticked.", ("4.1.2",), inside("form", '<div role="checkbox" tabindex="0">Husk mig her</div>'), ("logon", "crossing_nemid", "crossing_contact")),
    Defect("slider-valueless", "A slider does not say where it stands.", ("4.1.2",), inside("main", '<div role="slider" tabindex="0" aria-label="Tekstens størrelse"></div>')),
    Defect("combobox-bare", "A list that unfolds does not say whether it is unfolded.", ("4.1.2",), inside("form", '<div role="combobox" tabindex="0" aria-label="Kommune">Vælg</div>'), ("logon", "crossing_nemid", "crossing_contact")),
    Defect("progress-unnamed", "A bar does not say what is in progress.", ("1.1.1", "4.1.2"), inside("main", '<div role="progressbar" aria-valuenow="40" aria-valuemin="0" aria-valuemax="100">40</div>')),
    Defect("dialog-unnamed", "A dialog has no name.", ("4.1.2",), inside("main", '<div role="dialog" aria-modal="false" tabindex="-1"><p>Vi har nye vilkår.</p><button type="button">Læs vilkår</button></div>')),
    Defect("tab-alone", "A tab belongs to no row of tabs.", ("1.3.1", "4.1.2"), inside("main", '<div role="tab" tabindex="0" aria-selected="true">Overblik</div>')),
    Defect("label-on-span", "A name is given to what can have none.", ("4.1.2",), inside("main", '<p>Status: <span aria-label="godkendt den 3. maj">✓</span></p>')),
    Defect("attribute-of-others", "A link says that it is ticked.", ("4.1.2",), rewrite(HELP, r'<a href="/\1\2" aria-checked="true">\3</a>')),
    Defect("hidden-name-foreign", "A name that is only heard is in the other language.", ("3.1.2",), by_language(swap('aria-label="Om denne demonstration"', 'aria-label="About this demonstration of the service"'), swap('aria-label="About this demonstration"', 'aria-label="Om denne demonstration af tjenesten"'))),
    Defect("group-of-none", "A list of choices says that it is one and holds none.", ("1.3.1", "4.1.2"), inside("main", '<div role="listbox" tabindex="0" aria-label="Kommuner"><div>Aarhus</div><div>Odense</div></div>')),
)  # fmt: skip
