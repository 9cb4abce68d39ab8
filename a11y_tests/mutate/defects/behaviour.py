"""Defects of behaviour: what happens when one uses the page."""
# A table, one line a defect.
# ruff: noqa: E501

from a11y_tests.mutate.defect import Defect, both, header, inside, rewrite, script

FORMS = ("logon", "crossing_nemid", "crossing_contact")
DEFECTS = (
    Defect("trap", "Focus cannot leave a field.", ("2.1.2",), script("document.addEventListener('keydown', e => { if (e.key === 'Tab' && e.target.matches('input:not([type=hidden]), main a')) e.preventDefault() })"), FORMS),
    Defect("trap-backwards", "One cannot go back.", ("2.1.2",), script("document.addEventListener('keydown', e => { if (e.key === 'Tab' && e.shiftKey) e.preventDefault() })"), FORMS),
    Defect("focus-sends", "A form is sent when focus comes.", ("3.2.1",), script("document.addEventListener('focusin', e => { if (e.target.matches('button.button-primary')) location.href = '/was' })"), FORMS),
    Defect("focus-jumps", "Focus flees from a field.", ("3.2.1", "2.1.1"), script("document.addEventListener('focusin', e => { if (e.target.matches('input:not([type=hidden])')) e.target.blur() })"), FORMS),
    Defect("input-sends", "A choice sends the form by itself.", ("3.2.2",), script("document.addEventListener('change', e => { if (e.target.matches('input')) location.href = '/was' })"), ("crossing_factor", "logon", "choose_help")),
    Defect("one-key", "A single letter does something.", ("2.1.4",), script("document.addEventListener('keydown', e => { if (e.key === 's' && !e.target.matches('input')) location.href = '/was' })")),
    Defect("access-key", "A single letter is taken as a shortcut.", ("2.1.4",), rewrite(r'<button class="button button-primary"', '<button accesskey="s" class="button button-primary"')),
    Defect("mouse-down", "A button acts before it is let go.", ("2.5.2",), script("document.addEventListener('mousedown', e => { if (e.target.matches('button, a')) document.title = location.href = '/was' })")),
    Defect("mouse-only", "Something is done by mouse alone.", ("2.1.1",), both(inside("main", '<span id="mouse-only">Vis flere muligheder</span>'), script("document.getElementById('mouse-only')?.addEventListener('click', e => e.target.textContent = 'Åben')"))),
    Defect("keys-dead", "The Enter key is swallowed.", ("2.1.1",), script("document.addEventListener('keydown', e => { if (e.key === 'Enter') e.preventDefault() })"), FORMS),
    Defect("no-paste", "Nobody can paste.", ("3.3.8",), script("document.addEventListener('paste', e => e.preventDefault())"), ("logon", "logon_factor", "crossing_nemid")),
    Defect("no-copy", "Nobody can mark or copy text.", ("3.3.8",), script("document.addEventListener('copy', e => e.preventDefault()); document.addEventListener('selectstart', e => e.preventDefault())"), ("logon_factor", "crossing_key")),
    Defect("new-window", "A link opens a window unasked.", ("3.2.5",), rewrite(r'<a href="/(en/)?(hjaelp|help)">', r'<a target="_blank" href="/\1\2">')),
    Defect("drag", "Something is moved by dragging alone.", ("2.5.7", "2.1.1"), both(inside("main", '<div draggable="true">Træk mig hen til feltet</div>'), script("document.addEventListener('pointermove', () => 0)"))),
    Defect("shake", "The page listens to how the device is moved.", ("2.5.4",), both(script("addEventListener('devicemotion', () => location.href = '/')"), header("permissions-policy", None))),
    Defect("touch-only", "The page listens to gestures.", ("2.5.1",), script("document.addEventListener('touchmove', e => { if (e.touches.length > 1) location.href = '/' })")),
    Defect("plays", "A sound plays by itself.", ("1.4.2",), inside("main", '<audio src="/sound.mp3" autoplay loop></audio>')),
    Defect("video", "A film has neither captions nor description.", ("1.2.1", "1.2.2", "1.2.3", "1.2.5"), inside("main", '<video src="/film.mp4" controls></video>')),
    Defect("captcha", "One must solve a riddle.", ("3.3.8", "3.3.9"), inside("form", '<label for="riddle">Hvad er 7 gange 13? Skriv svaret.</label><input id="riddle" name="captcha">'), ("logon", "crossing_nemid")),
    Defect("help-moved", "Help is not in its usual place.", ("3.2.6",), rewrite(r'(<main id="main".*?</main>)(.*?)(<section class="help".*?</section>)', r"\3\1\2"), ("logon", "crossing_contact", "account")),
    Defect("help-missing", "There is no help.", ("3.2.6", "3.3.5"), rewrite(r'<section class="help".*?</section>', ""), ("logon", "crossing_contact", "account")),
    Defect("order-of-links", "The links stand in another order on some pages.", ("3.2.3",), rewrite(r"(<li><a href=\"/(?:en/)?(?:privatliv|privacy)\">.*?</li>)\s*(<li><a href=\"/(?:en/)?(?:sikkerhed|security)\">.*?</li>)", r"\2\1"), ("logon", "crossing_contact", "account")),
    Defect("names-differ", "The same thing has another name on some pages.", ("3.2.4",), rewrite(r'(<a href="/(?:en/)?(?:privatliv|privacy)">).*?</a>', r"\1Persondata og cookies</a>"), ("logon", "crossing_contact", "account")),
    Defect("summary-unfocused", "After an error, focus is not at the summary.", ("2.4.3", "3.3.1"), rewrite(r'(<div class="error-summary"[^>]*?) tabindex="-1"', r"\1"), state="error"),
    Defect("summary-links-dead", "The summary's links lead nowhere.", ("3.3.1", "2.4.3", "2.4.1"), rewrite(r'(<ul id="error-summary-list"[^>]*>\s*<li><a href="#)[^"]+"', r'\1x"'), state="error"),
    Defect("policy-missing", "Nothing keeps foreign sound and film out.", (), header("content-security-policy", None)),
    Defect("typed-twice", "What was typed is asked for again.", ("3.3.7",), rewrite(r'(name="(?:user_id|email|mobile)"[^>]*?) value="[^"]*"', r"\1"), ("logon", "crossing_contact", "crossing_logon"), state="error", live=True),
)  # fmt: skip
