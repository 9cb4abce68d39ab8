// Controls whose focus cannot be seen well: an outline of 2 px at least (WCAG 2.4.13) and 3:1 to what is around it
// (1.4.11), on the control itself or on what is drawn for it (the label's pseudo-element of a box or a radio button).
// The last input must have been a key, or browsers do not show focus at all.
() => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const channels = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const luminance = (colour) => {
    const [r, g, b] = channels(colour).slice(0, 3).map((part) => {
      const value = part / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const ground = (element) => {
    for (let at = element.parentElement; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (channels(colour)[3] === 255) return colour;
    }
    return 'Canvas';
  };
  const rings = (control) => [
    getComputedStyle(control),
    ...[...(control.labels ?? [])].flatMap((label) => ['::before', '::after'].map((part) => getComputedStyle(label, part))),
  ];
  const isSeen = (ring, control) => ring.outlineStyle !== 'none' && parseFloat(ring.outlineWidth) >= 2
    && contrast(ring.outlineColor, ground(control)) >= 3;

  const here = document.activeElement;
  const place = [scrollX, scrollY];
  const top = document.querySelector('dialog[open]') ?? document;
  const faults = [];
  for (const control of top.querySelectorAll('a[href], button, input, select, textarea, summary, audio, [tabindex="0"]')) {
    if (control.type === 'hidden' || !control.checkVisibility()) continue;
    control.focus({ preventScroll: true });
    if (document.activeElement !== control) faults.push(`cannot have focus: ${control.outerHTML.slice(0, 200)}`);
    else if (!rings(control).some((ring) => isSeen(ring, control))) {
      faults.push(`focus cannot be seen: ${control.outerHTML.slice(0, 200)}`);
    }
  }
  if (here && here !== document.body) here.focus({ preventScroll: true });
  else document.activeElement?.blur();
  scrollTo(...place);
  return faults;
}
