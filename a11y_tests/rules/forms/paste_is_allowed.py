"""What is written elsewhere can be pasted, and what stands here can be copied."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.acting import controls

WRITTEN = frozenset({"text", "email", "tel", "password", "search", "number", "url", ""})
# The events of a paste, a copy and a mark, as the browser sends them; whether a script refused.
REFUSED = """(one, kind) => {
  const event = kind === 'selectstart'
    ? new Event(kind, { bubbles: true, cancelable: true })
    : new ClipboardEvent(kind, { bubbles: true, cancelable: true, clipboardData: new DataTransfer() });
  return !one.dispatchEvent(event);
}"""
# A paste by its keys, and what a password manager fills in: refused at once, or wiped away.
NOT_TAKEN = """one => {
  const keys = { key: 'v', code: 'KeyV', ctrlKey: true, bubbles: true, cancelable: true };
  if (!one.dispatchEvent(new KeyboardEvent('keydown', keys))) return true;
  const was = one.value, filled = one.type === 'number' ? '12' : one.type === 'email' ? 'a@b.dk' : '12345678';
  one.value = filled;
  one.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste', data: filled }));
  const wiped = one.value === '';
  one.value = was;
  return wiped;
}"""


def check(subject: Subject) -> Iterator[Finding]:
    """No script refuses a paste into a field, nor that text is marked and copied (3.3.8: mechanism to transcribe)."""
    may_refuse = subject.hears("paste", "copy", "selectstart")
    may_wipe = subject.hears("keydown", "input", "beforeinput")
    for field in controls(subject):
        if field.tag == "textarea" or (field.tag == "input" and (field.get("type") or "") in WRITTEN):
            place = subject.page.locator(field.selector).first
            refused = (may_refuse and place.evaluate(REFUSED, "paste")) or (may_wipe and place.evaluate(NOT_TAKEN))
            yield expect(field, not refused, "One can paste into it.", "A script refuses to let anybody paste here.")
    main = next((one for one in subject.snapshot.own if one.role == "main"), None)
    if main is not None:
        place = subject.page.locator(main.selector).first
        refused = [kind for kind in ("selectstart", "copy") if may_refuse and place.evaluate(REFUSED, kind)]
        yield expect(main, not refused, "Text can be copied.", "A script refuses to let anybody mark or copy text.")


RULE = Rule(
    id="own-paste-is-allowed",
    name="Text can be pasted and copied",
    criteria=("3.3.8",),
    applicability="Every field to write in, and the main content.",
    expectation="No script refuses paste, copy or marking.",
    check=check,
    acts=True,
)
