// Controls that are too small to hit: buttons and what looks like one, fields and boxes 44 CSS pixels (WCAG 2.5.5);
// other links 24 (2.5.8), unless they stand within a sentence.
() => {
  const union = (boxes) => {
    const left = Math.min(...boxes.map((box) => box.left)), right = Math.max(...boxes.map((box) => box.right));
    const top = Math.min(...boxes.map((box) => box.top)), bottom = Math.max(...boxes.map((box) => box.bottom));
    return { width: right - left, height: bottom - top };
  };
  const size = (control) => {
    const labels = ['radio', 'checkbox'].includes(control.type) ? [...control.labels] : [];
    return union([control, ...labels].map((part) => part.getBoundingClientRect()));
  };
  const inSentence = (link) => getComputedStyle(link).display === 'inline'
    && link.parentElement.textContent.trim() !== link.textContent.trim();
  const top = document.querySelector('dialog[open]') ?? document;
  const faults = [];
  for (const control of top.querySelectorAll('a[href], button, input, select, textarea, summary')) {
    if (control.type === 'hidden' || !control.checkVisibility() || control.matches('.skip-link')) continue;
    const isLink = control.matches('a:not(.button)');
    if (isLink && inSentence(control)) continue;
    const { width, height } = size(control);
    const least = isLink ? 24 : 44;
    if (width < least - 0.5 || height < least - 0.5) {
      faults.push(`is ${Math.round(width)} x ${Math.round(height)} px: ${control.outerHTML.slice(0, 200)}`);
    }
  }
  return faults;
}
