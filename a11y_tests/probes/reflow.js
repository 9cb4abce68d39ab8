// What does not fit the window: the page as a whole must not scroll sideways (WCAG 1.4.10), and nothing that stays
// in place while the page scrolls may take more than a third of its height (2.4.12).
() => {
  const root = document.documentElement;
  const faults = [];
  if (root.scrollWidth > root.clientWidth) {
    const wide = [...document.body.querySelectorAll('*')]
      .filter((one) => one.getBoundingClientRect().right > root.clientWidth + 0.5 && one.checkVisibility())
      .slice(-3)
      .map((one) => one.outerHTML.slice(0, 120));
    faults.push(`must be scrolled sideways by ${root.scrollWidth - root.clientWidth} px: ${wide.join(' | ')}`);
  }
  for (const one of document.body.querySelectorAll('*')) {
    const stays = ['fixed', 'sticky'].includes(getComputedStyle(one).position) && one.checkVisibility();
    if (stays && !one.closest('dialog') && one.getBoundingClientRect().height > innerHeight / 3) {
      faults.push(`stays in place and hides much: ${one.outerHTML.slice(0, 120)}`);
    }
  }
  return faults;
}
