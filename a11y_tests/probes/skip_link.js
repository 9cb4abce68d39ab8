// The first thing that can have focus must be a link to the main content of this page (WCAG 2.4.1).
() => {
  const first = document.querySelector('a[href], button, input:not([type=hidden]), [tabindex="0"]');
  const target = first?.hash ? document.getElementById(decodeURIComponent(first.hash.slice(1))) : null;
  if (!target) return ['has no skip link as its first control'];
  if (!target.matches('main, [role=main], main *')) return ['has a skip link that does not lead to the content'];
  if (!target.querySelector('h1') && target.tagName !== 'H1') return ['has a skip link that jumps over the heading'];
  return [];
}
