"""Defects of style: what is lost or hard to follow in another size, another place, another order, or on paper."""
# A table, one line a defect.
# ruff: noqa: E501

from a11y_tests.mutate.defect import Defect, inside, style

DOTS = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='60' height='20'%3E%3Ccircle cx='10' cy='10' r='8' fill='%23900'%3E%3Canimate attributeName='cx' values='10;50;10' dur='2s' repeatCount='indefinite'/%3E%3C/circle%3E%3C/svg%3E"

DEFECTS = (
    Defect("cut-heading", "A long heading ends in dots.", ("1.4.4", "1.4.10"), style("h1 { white-space: nowrap !important; overflow: hidden !important; text-overflow: ellipsis !important }"), ("crossing_contact", "crossing_factor", "accessibility")),
    Defect("cut-box", "A box is too low for its words when they grow.", ("1.4.4", "1.4.10", "1.4.12"), style(".session-box { height: 7.4rem; overflow: hidden !important } .help { max-height: 24rem; overflow: hidden !important }"), ("crossing_contact", "account", "logon_factor")),
    Defect("cut-hint", "A hint of two lines is cut off when it needs three.", ("1.4.12",), style(".form-hint { display: block; max-height: 2.7rem; overflow: hidden }"), ("crossing_contact", "logon_factor")),
    Defect("cut-button", "The words on a button are cut off when they grow.", ("1.4.12", "1.4.4"), style(".button[class].button-primary { width: 104px !important; max-width: 104px !important; min-width: 0 !important; white-space: nowrap !important; overflow: hidden !important; justify-content: start !important }"), ("logon", "crossing_contact", "crossing_nemid")),
    Defect("cut-page", "Nobody can scroll.", ("1.4.4", "1.4.10"), style("html, body { height: 100vh !important; overflow: hidden !important }")),
    Defect("wide-list", "At 320 px a list must be scrolled sideways.", ("1.4.10",), style(".summary-list > div { flex-wrap: nowrap !important; min-width: 620px }"), ("account",)),
    Defect("wide-fields", "At 320 px fields go over the edge.", ("1.4.10",), style(".form-input, .button-group .button { width: 480px !important; max-width: none !important; min-width: 480px !important }"), ("logon", "crossing_contact", "crossing_nemid")),
    Defect("wide-word", "At 320 px one line goes over the edge.", ("1.4.10",), style(".help p { white-space: nowrap !important; min-width: 460px }")),
    Defect("small-overlap", "At 320 px texts lie over each other.", ("1.4.10",), style("@media (max-width: 400px) { main h2, main h1 { height: 1.2rem !important; overflow: visible !important } .form-label { position: absolute !important } }"), ("logon", "crossing_contact", "crossing_nemid")),
    Defect("small-bar", "At 320 px a bar covers most of the page.", ("1.4.10", "2.4.11"), style("@media (max-width: 480px) { .demo-banner { position: fixed; left: 0; right: 0; bottom: 0; height: 75vh; z-index: 20; background: #fff } }")),
    Defect("small-links-gone", "At 320 px some links are missing.", ("1.4.10",), style("@media (max-width: 400px) { .site-footer li:nth-child(n+3), .alone li:nth-child(n+2) { display: none !important } }")),
    Defect("half-gone", "At twice the size the buttons are missing.", ("1.4.4",), style("@media (min-width: 500px) and (max-width: 700px) { .button-group, .help p { display: none !important } }")),
    Defect("low-gone", "In a low window the help is missing.", ("1.4.10", "1.4.4"), style("@media (max-height: 420px) { .help { display: none !important } }")),
    Defect("upright-gone", "Held upright, the page is empty.", ("1.3.4",), style("@media (orientation: portrait) { main { visibility: hidden !important } }")),
    Defect("upright-turned", "Held upright, the page lies on its side.", ("1.3.4",), style("@media (orientation: portrait) { body { rotate: -90deg } }")),
    Defect("order-heading", "The heading is read first and seen last.", ("1.3.2",), style("#page { display: flex; flex-direction: column } #page > h1 { order: 9 }")),
    Defect("order-placed", "A step is placed over the heading and read after it.", ("1.3.2", "2.4.3"), style("#page { display: grid } #page > * { grid-column: 1 } #page > form { grid-row: 1 } #page > h1 { grid-row: 3 }"), ("logon", "crossing_contact", "crossing_nemid")),
    Defect("said-by-style", "A style sheet adds words that matter.", ("1.3.1",), style("h1::after { content: ' – skal udfyldes inden kl. 12 i dag' }")),
    Defect("unseen-hint", "Hints are made transparent.", ("3.3.2", "1.4.3"), style(".form-hint { opacity: .03 !important }"), ("crossing_contact", "logon_factor", "crossing_key")),
    Defect("unseen-error", "An error message is hidden from the eye.", ("3.3.1",), style(".form-error-message { position: absolute !important; left: -9999px } .error-summary { position: absolute !important; left: -9999px }"), state="error"),
    Defect("hover-links", "Links come only when the pointer does.", ("2.1.1",), style(".help p { visibility: hidden } .help:hover p { visibility: visible }")),
    Defect("hover-bubble", "Words come over the page and cannot be sent away.", ("1.4.13",), style(".service-name { position: relative } .service-name:hover::after, .service-name:focus::after { content: 'Gå til portalens forside, hvor du kan begynde forfra'; position: absolute; top: 100%; left: 0; width: 420px; height: 160px; padding: 16px; background: #fffbe0; color: #1a1a1a; border: 1px solid #333; z-index: 9 }")),
    Defect("lines-hint", "In hints and lists, lines stand too close.", ("1.4.8",), style(".form-hint, .help p, main li { line-height: 1.1 !important }"), ("accessibility", "privacy", "security", "help")),
    Defect("lines-wide", "Lines are half as long again as one can follow.", ("1.4.8",), style("html { --measure: 130ch !important } .wrap { max-width: 110rem !important } .wrap p, .wrap li, .wrap dd { max-width: none !important }"), ("accessibility", "privacy", "security", "help")),
    Defect("justified-lists", "Lists and hints are set in blocks.", ("1.4.8",), style("main li, main dd, .form-hint, .help p { text-align: justify !important }"), ("accessibility", "privacy", "security", "help")),
    Defect("paper-gone", "On paper most of it is missing.", (), style("@media print { main p, main li, main dl, main table { display: none !important } }")),
    Defect("blinks", "A line blinks.", ("2.2.2",), style("@keyframes wink { 50% { visibility: hidden } } .demo-banner p { animation: wink 1.5s step-end infinite !important }")),
    Defect("rolls", "A line rolls past.", ("2.2.2",), style("@keyframes roll { from { transform: translateX(100%) } to { transform: translateX(-100%) } } .demo-banner p { animation: roll 14s linear infinite !important; white-space: nowrap }")),
    Defect("picture-moves", "A picture moves for ever.", ("2.2.2",), inside("main", f'<img src="{DOTS}" alt="Vent" width="60" height="20">')),
    Defect("background-moves", "The background slides for ever.", ("2.2.2",), style("@keyframes slide { to { background-position: 400px 0 } } .site-header { background: repeating-linear-gradient(90deg, #fff 0 40px, #dfe8f0 40px 80px); animation: slide 6s linear infinite !important }")),
    Defect("turns-on-hover", "Buttons leap under the pointer, for those too who asked for rest.", ("2.3.3",), style(".button { transition: transform 1s !important } .button:hover { transform: scale(1.5) rotate(8deg) }")),
    Defect("moves-with-scroll", "Headings fly in while one scrolls, for those too who asked for rest.", ("2.3.3",), style("@keyframes fly { from { transform: translateX(-300px) scale(.4) } } main h1, main h2, footer h2 { animation: fly linear both !important; animation-timeline: view() !important }")),
    Defect("zoom-hides", "On a finer screen, or magnified, help is missing.", ("1.4.4",), style("@media (min-resolution: 1.5dppx) { .help, .button-group { display: none !important } }")),
)  # fmt: skip
