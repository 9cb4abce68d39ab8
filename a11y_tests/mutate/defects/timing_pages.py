"""Defects of timing: what a page does by itself, too early, too late, or again and again."""
# A table, one line a defect.
# ruff: noqa: E501

from a11y_tests.mutate.defect import Defect, both, header, inside, rewrite, script, style

TIMED = ("logon_factor", "account", "crossing_contact")
FORMS = ("logon", "crossing_nemid", "crossing_contact")

DEFECTS = (
    Defect("reload-by-script", "A script loads the page anew after a while.", ("2.2.1", "3.2.5"), script("setTimeout(() => location.reload(), 45000)")),
    Defect("leaves-by-script", "Whoever does nothing for a minute is led away.", ("2.2.1", "3.2.5"), script("setTimeout(() => { location.href = '/log-af' }, 60000)")),
    Defect("leaves-when-idle", "Whoever does nothing for a minute is led away, unless the pointer moves.", ("2.2.1", "3.2.5"), script("let idle; const rest = () => { clearTimeout(idle); idle = setTimeout(() => location.assign('/'), 60000) }; document.addEventListener('mousemove', rest); rest()")),
    Defect("refresh-header", "The server tells the browser to go elsewhere.", ("2.2.1", "3.2.5"), header("refresh", "40; url=/was")),
    Defect("sends-itself", "A form sends itself after a while.", ("2.2.1", "3.2.5"), script("setTimeout(() => document.getElementById('form')?.submit(), 90000)"), FORMS),
    Defect("warned-late", "The warning comes twelve seconds before the end.", ("2.2.1",), rewrite(r'data-warn-minutes="[^"]*"', 'data-warn-minutes="0.2"'), TIMED),
    Defect("warned-never", "The warning cannot open.", ("2.2.1",), script("HTMLDialogElement.prototype.showModal = function () {}"), TIMED),
    Defect("warning-flees", "The warning is gone after four seconds.", ("2.2.1",), script("setInterval(() => { const d = document.querySelector('dialog[open]'); if (d) setTimeout(() => d.close(), 4000) }, 500)"), TIMED),
    Defect("error-fades", "Error messages fade away.", ("2.2.1", "3.3.1"), style("@keyframes goes { to { opacity: 0; visibility: hidden } } .form-error-message, .error-summary { animation: goes 1s 6s forwards !important }"), state="error"),
    Defect("notice-flees", "A notice goes away after eight seconds.", ("2.2.1",), script("setTimeout(() => document.querySelectorAll('.alert').forEach(one => { one.hidden = true; one.style.display = 'none' }), 8000)"), ("account",)),
    Defect("hints-flee", "Hints go away after twenty seconds.", ("2.2.1",), script("setTimeout(() => document.querySelectorAll('.form-hint').forEach(one => one.remove()), 20000)"), ("crossing_contact", "logon_factor", "crossing_key")),
    Defect("empties", "What one types is wiped away every half minute.", ("2.2.1", "2.2.5"), script("setInterval(() => document.querySelectorAll('input.form-input').forEach(one => { one.value = '' }), 30000)"), FORMS),
    Defect("typed-too-slowly", "Whoever types slowly must begin again.", ("2.2.1",), script("let last = 0; document.addEventListener('input', e => { const now = Date.now(); if (last && now - last > 3000) e.target.value = ''; last = now })"), FORMS),
    Defect("closes", "After a minute the buttons are dead.", ("2.2.1",), script("setTimeout(() => document.querySelectorAll('main button, main input').forEach(one => { one.disabled = true }), 60000)"), FORMS),
    Defect("steals-focus", "Focus is taken away every eight seconds.", ("2.2.4", "3.2.5"), script("setInterval(() => document.querySelector('h1').focus(), 8000)"), FORMS),
    Defect("counts-aloud", "A countdown is read out each second.", ("2.2.4",), both(inside("main", '<p>Tid tilbage: <span id="left" role="timer" aria-live="assertive">600</span> sekunder</p>', first=True), script("setInterval(() => { const e = document.getElementById('left'); if (e) e.textContent = Number(e.textContent) - 1 }, 1000)"))),
    Defect("news", "News take turns, and nobody can stop them.", ("2.2.2",), both(inside("main", '<p id="news">Nu kan du bruge kodekort med stor skrift.</p>', first=True), script("const news = ['Nu kan du bruge kodekort med stor skrift.', 'Husk at hente din kvittering, når du er færdig.', 'Telefonen er åben hele døgnet.']; let turn = 0; setInterval(() => { const e = document.getElementById('news'); if (e) e.textContent = news[++turn % 3] }, 3500)"))),
    Defect("scrolls-itself", "The page scrolls by itself.", ("2.2.2",), script("setInterval(() => scrollBy(0, 3), 60)"), ("accessibility", "privacy", "help", "security")),
    Defect("asks-in-between", "After a quarter of a minute a question covers the page.", ("2.2.4", "3.2.5"), script("setTimeout(() => { const d = document.createElement('dialog'); d.setAttribute('aria-label', 'Undersøgelse'); d.innerHTML = '<p>Vil du svare på tre spørgsmål?</p><form method=\"dialog\"><button>Nej tak</button></form>'; document.body.append(d); d.showModal() }, 15000)")),
    Defect("title-blinks", "The title of the page blinks.", ("2.2.2", "2.4.2"), script("const name = document.title; setInterval(() => { document.title = document.title === name ? 'Skynd dig!' : name }, 1000)")),
    Defect("marquee", "A line rolls past, as in old days.", ("2.2.2",), inside("main", "<marquee>Husk at skifte til det nye eID inden nytår. Ring, hvis du er i tvivl.</marquee>")),
    Defect("jumps-late", "A big notice pushes everything down after some seconds.", ("2.2.4",), script("setTimeout(() => { const one = document.createElement('div'); one.setAttribute('role', 'alert'); one.textContent = 'Vidste du, at du kan få hjælp til at skifte på biblioteket?'; one.style.cssText = 'height: 320px; font-size: 3rem'; document.body.prepend(one) }, 6000)")),
)  # fmt: skip
