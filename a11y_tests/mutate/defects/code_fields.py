"""Defects of the code of forms: labels, groups, hints, errors, what fields are for."""
# A table, one line a defect.
# ruff: noqa: E501

from a11y_tests.mutate.defect import Defect, both, exchange, inside, rewrite, swap

FORMS = ("logon", "crossing_nemid", "crossing_contact")
CHOICES = ("helper", "preferences", "recover_password", "notify", "language")
CODES = ("logon_factor", "crossing_key", "crossing_contact_code")
USER_ID = r'id="user_id" name="user_id"'
HINT = r'<span class="form-hint" id="[^"]*">(.*?)</span>(<input )'

DEFECTS = (
    Defect("labels-exchanged", "Two labels belong to each other's fields.", ("1.3.1", "3.3.2", "4.1.2"), both(exchange('for="user_id"', 'for="password"'), exchange('for="email"', 'for="mobile"')), FORMS),
    Defect("field-ids-twice", "Two fields have one id, and one label.", ("4.1.2", "1.3.1"), both(swap('for="password"', 'for="user_id"'), swap('id="password"', 'id="user_id"')), ("logon", "crossing_nemid")),
    Defect("field-name-other", "A field is called something else than what is seen.", ("2.5.3",), rewrite(r'<input class="form-input', '<input aria-label="Tekstfelt 1" class="form-input'), FORMS),
    Defect("label-is-title", "A field has a title instead of a label that is seen.", ("3.3.2",), both(rewrite(r'<label class="form-label" for="[^"]+">.*?</label>', "", times=1), rewrite(r'<input class="form-input', '<input title="Bruger-ID" class="form-input', times=1)), FORMS),
    Defect("hints-exchanged", "Two fields are described by each other's hints.", ("1.3.1", "3.3.2"), both(exchange('describedby="email-hint', 'describedby="mobile-hint')), ("crossing_contact",)),
    Defect("hint-placeholder", "The hint is gone as soon as one types.", ("3.3.2",), both(rewrite(HINT, r'\2placeholder="\1" '), rewrite(r' aria-describedby="[^"]*-hint"', "")), CODES),
    Defect("hint-title", "The hint shows under the pointer alone.", ("3.3.2",), both(rewrite(HINT, r'\2title="\1" '), rewrite(r' aria-describedby="[^"]*-hint"', "")), CODES),
    Defect("group-is-div", "Choices that belong together are no group.", ("1.3.1", "3.3.2"), both(rewrite(r"<fieldset[^>]*>", "<div>"), rewrite("</fieldset>", "</div>"), rewrite(r"<legend>(.*?)</legend>", r"<p>\1</p>")), CHOICES),
    Defect("group-name-outside", "A group's name stands before the group.", ("1.3.1", "4.1.2"), rewrite(r"(<fieldset[^>]*>)\s*<legend>(.*?)</legend>", r"<p>\2</p>\1"), CHOICES),
    Defect("group-name-hidden", "A group's name is not shown.", ("1.3.1", "3.3.2"), swap("<legend>", "<legend hidden>"), CHOICES),
    Defect("choice-unlabelled", "A choice has no label, but a word beside it.", ("1.3.1", "4.1.2"), rewrite(r'<label for="(?:kind|patience|channel)-1">(.*?)</label>', r"<span>\1</span>"), CHOICES),
    Defect("choice-labels-exchanged", "Two choices have each other's labels.", ("1.3.1", "3.3.2"), both(exchange('for="kind-0"', 'for="kind-1"'), exchange('for="patience-0"', 'for="patience-1"'), exchange('for="channel-0"', 'for="channel-1"')), CHOICES),
    Defect("required-though-optional", "A field that may be empty says that it may not.", ("4.1.2", "3.3.2"), rewrite(r'(<input class="form-input" id="(?:email|mobile)")', r'\1 aria-required="true"'), ("crossing_contact",)),
    Defect("star-unexplained", "A star means something that nothing tells.", ("3.3.2",), rewrite(r'(<label class="form-label" for="[^"]+">)(.*?)</label>', r"\1\2 *</label>"), ("logon", "crossing_nemid")),
    Defect("select-unlabelled", "A list to choose from has no label.", ("4.1.2", "1.3.1", "3.3.2"), inside("form", "<select name=\"town\"><option>Aarhus<option>Odense</select>"), FORMS),
    Defect("textarea-unlabelled", "A field for more text has a placeholder alone.", ("3.3.2", "4.1.2", "1.3.1"), inside("form", '<textarea name="more" placeholder="Skriv mere her"></textarea>'), FORMS),
    Defect("upload-unlabelled", "A field for a file has no label.", ("4.1.2", "3.3.2", "1.3.1"), inside("form", '<input type="file" name="proof">'), FORMS),
    Defect("date-unlabelled", "Three fields for one date have no names of their own.", ("4.1.2", "3.3.2", "1.3.1"), inside("form", '<p>Fødselsdato</p><input name="d" size="2"> / <input name="m" size="2"> / <input name="y" size="4">'), FORMS),
    Defect("autocomplete-exchanged", "Two fields say that they are for what the other is for.", ("1.3.5",), exchange('autocomplete="email"', 'autocomplete="tel"'), ("crossing_contact",)),
    Defect("autocomplete-card", "A user ID says that it is a card's number.", ("1.3.5",), rewrite(r'autocomplete="username[^"]*"', 'autocomplete="cc-number"'), ("logon", "crossing_nemid")),
    Defect("autocomplete-loose", "A field for a telephone number says that it is for a name.", ("1.3.5",), swap('autocomplete="tel"', 'autocomplete="name"'), ("crossing_contact",)),
    Defect("error-of-other", "An error message is bound to another field.", ("3.3.1", "1.3.1"), both(rewrite(r'(id="user_id"[^>]*) aria-describedby="[^"]*" aria-invalid="true"', r"\1"), swap('<input class="form-input" id="password"', '<input aria-invalid="true" aria-describedby="user_id-error" class="form-input" id="password"')), ("logon", "crossing_nemid"), state="wrong: error"),
    Defect("invalid-elsewhere", "A field that is right is called wrong, and the wrong one is not.", ("3.3.1", "4.1.2"), both(rewrite(rf'({USER_ID}[^>]*) aria-invalid="true"', r"\1"), swap('<input class="form-input" id="password"', '<input aria-invalid="true" class="form-input" id="password"')), ("logon", "crossing_nemid"), state="wrong: error"),
    Defect("invalid-denied", "A wrong field says that it is right.", ("3.3.1", "4.1.2"), swap('aria-invalid="true"', 'aria-invalid="false"'), state="error"),
    Defect("error-hidden", "The message of an error is not shown.", ("3.3.1",), both(swap('<span class="form-error-message"', '<span hidden class="form-error-message"'), rewrite(r'<div class="error-summary".*?</ul>\s*</div>', "")), state="error"),
    Defect("digits-apart", "A code is typed in six fields that have no names.", ("4.1.2", "3.3.2", "1.3.1"), rewrite(r'<input class="form-input code"[^>]*>', '<input size="1" maxlength="1"> ' * 6), CODES),
    Defect("code-cut", "A field takes fewer digits than it asks for.", ("3.3.2",), rewrite(r'<input class="form-input code"', '<input maxlength="4" class="form-input code"'), CODES),
)  # fmt: skip
