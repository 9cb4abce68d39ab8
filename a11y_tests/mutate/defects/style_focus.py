"""Defects of style: focus that is not seen, or not well, and targets that are hard to hit."""
# A table, one line a defect.
# ruff: noqa: E501

from a11y_tests.mutate.defect import Defect, both, inside, style

MINIATURES = '<p class="miniatures"><button type="button" aria-label="Mindre tekst">-</button><button type="button" aria-label="Større tekst">+</button><button type="button" aria-label="Læs op">o</button></p>'

DEFECTS = (
    Defect("focus-none-choices", "On boxes to tick, focus cannot be seen.", ("2.4.7",), style(".form-radio:focus-visible + label::before, .form-checkbox:focus-visible + label::before { outline: none !important }"), ("choose_help", "crossing_factor", "preferences")),
    Defect("focus-none-summary", "On what can be folded out, focus cannot be seen.", ("2.4.7",), style("summary:focus, summary:focus-visible { outline: none !important }"), ("crossing_contact", "crossing_factor")),
    Defect("focus-none-links", "On links, focus cannot be seen.", ("2.4.7",), style("a:focus, a:focus-visible { outline: 0 !important }")),
    Defect("focus-none-fields", "Fields show neither a ring nor a caret.", ("2.4.7",), style(".form-input:focus, .form-input:focus-visible { outline: 0 !important; caret-color: transparent !important }"), ("logon", "crossing_contact", "crossing_nemid")),
    Defect("focus-fades", "Focus is shown for a moment only.", ("2.4.7",), style("@keyframes ring-goes { to { outline-color: transparent } } :focus-visible { animation: ring-goes .8s forwards !important }")),
    Defect("focus-on-white", "The ring has the colour of the paper.", ("2.4.7", "2.4.13"), style("*:focus-visible { outline: 3px solid #fff !important; outline-offset: 2px !important } @media (prefers-color-scheme: dark) { *:focus-visible { outline-color: #12171b !important } }")),
    Defect("focus-shade", "Focus is only a slightly other shade.", ("2.4.13",), style("*:focus-visible { outline: none !important; background-color: #f3f3f3 !important }")),
    Defect("focus-underline", "Focus on a link only takes its underline away.", ("2.4.13",), style("a:focus-visible { outline: none !important; text-decoration: none !important }")),
    Defect("focus-clipped", "The ring is cut off by what stands around it.", ("2.4.13",), style(".button-group, .alone, .alone > li, p, li, .password { overflow: hidden !important } *:focus-visible { outline-offset: 1px !important } .button-group { padding: 0 !important; gap: 0 !important }")),
    Defect("focus-skip-hidden", "The skip link takes focus and is not seen.", ("2.4.7",), style(".skip-link, .skip-link:focus { opacity: 0 !important }")),
    Defect("focus-under-header", "A header that stays covers what has focus.", ("2.4.11", "2.4.12"), style(".site-header { position: fixed; top: 0; left: 0; right: 0; height: 220px; z-index: 9; background: #fff } main { padding-top: 100px !important }"), ("crossing_contact", "crossing_factor", "account")),
    Defect("focus-under-box", "A box that stays at the foot covers what has focus.", ("2.4.11", "2.4.12"), style(".session-box { position: fixed !important; bottom: 0; left: 0; right: 0; height: 45vh; z-index: 9; margin: 0 !important }"), ("crossing_contact", "account", "logon_factor")),
    Defect("focus-off-screen", "Links take focus outside the page.", ("2.4.7", "2.4.11"), style(".site-footer li a { position: absolute !important; left: -9999px !important }")),
    Defect("focus-none-more", "In more contrast, focus cannot be seen.", ("2.4.7", "2.4.13"), style("@media (prefers-contrast: more) { *:focus, *:focus-visible, *:focus-visible + label::before { outline: none !important; box-shadow: none !important; text-decoration: inherit } }")),
    Defect("target-row", "Links stand so close that one hits the wrong one.", ("2.5.8", "2.5.5"), style(".site-footer ul { display: block !important } .site-footer li { line-height: 12px !important; margin: 0 !important } .site-footer li a { display: inline !important; padding: 0 !important; min-height: 0 !important; font-size: 11px !important; line-height: 12px !important }")),
    Defect("target-choice", "Boxes to tick are too small to hit.", ("2.5.8", "2.5.5"), style(".form-group { margin: 0 !important } .form-radio, .form-checkbox { height: 13px !important; width: 13px !important; margin: 0 !important } .form-radio + label, .form-checkbox + label { min-height: 0 !important; padding-block: 0 !important; font-size: 11px !important; line-height: 13px !important; margin: 0 !important } .form-group-radio, .form-group-checkbox { margin: 0 !important; min-height: 0 !important; line-height: 13px !important }"), ("choose_help", "preferences")),
    Defect("target-miniature", "Three tiny buttons stand side by side.", ("2.5.8", "2.5.5"), both(inside("main", MINIATURES, first=True), style(".miniatures button { width: 16px; height: 16px; min-width: 0; min-height: 0; padding: 0; margin: 0; font-size: 10px; line-height: 1 }"))),
    Defect("target-covered", "One button lies half over another.", ("2.5.8",), both(inside("main", '<p class="pair"><button type="button">Gem kladden</button><button type="button">Slet kladden</button></p>', first=True), style(".pair button { min-height: 44px; width: 140px } .pair button + button { margin-left: -130px }"))),
)  # fmt: skip
