// How each control looks when it has focus: its path, its outlines (its own, and those drawn for its label) as
// [style, width in px, colour], the ground around it, and whether anything else about it or around it changes.
// The last input must have been a key, or browsers do not show focus at all.
(controls) => {
  const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas').getContext('2d', { willReadFrequently: true });
  const channels = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue, opacity] = canvas.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, opacity / 255];
  };
  const ground = (element) => {
    for (let at = element.parentElement; at; at = at.parentElement) {
      const colour = channels(getComputedStyle(at).backgroundColor);
      if (colour[3] === 1) return colour;
    }
    return channels('Canvas');
  };
  const drawn = (control) => [
    getComputedStyle(control),
    ...[...(control.labels ?? [])].flatMap((label) => ['::before', '::after'].map((part) => getComputedStyle(label, part))),
  ];
  const around = (control) => [control, control.parentElement, ...(control.labels ?? [])].filter(Boolean);
  const LOOKS = ['boxShadow', 'borderTopColor', 'borderBottomColor', 'borderTopWidth', 'borderBottomWidth', 'backgroundColor',
    'backgroundImage', 'color', 'textDecorationLine', 'transform', 'filter'];
  const look = (control) => [...around(control).map((one) => getComputedStyle(one)), ...drawn(control)]
    .map((style) => LOOKS.map((name) => style[name]).join()).join('|');

  const here = document.activeElement;
  const place = [scrollX, scrollY];
  const seen = [];
  // A script may show the focus on something else.
  const watcher = new MutationObserver(() => {});
  watcher.observe(document, { attributes: true, childList: true, subtree: true, characterData: true });
  here?.blur();
  for (const selector of controls) {
    const control = document.querySelector(selector);
    const before = control && look(control);
    watcher.takeRecords();
    control?.focus({ preventScroll: true });
    if (!control || document.activeElement !== control) {
      seen.push(null);
      continue;
    }
    const outlines = drawn(control).map((style) => [style.outlineStyle, parseFloat(style.outlineWidth), channels(style.outlineColor)]);
    seen.push([outlines, ground(control), watcher.takeRecords().length > 0 || look(control) !== before]);
    control.blur();
  }
  watcher.disconnect();
  if (here && here !== document.body) here.focus({ preventScroll: true });
  scrollTo(...place);
  return seen;
}
