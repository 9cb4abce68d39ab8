// The page's structure without its words: two pages that differ in names and numbers only are judged once.
() => {
  const kept = ['class', 'role', 'type', 'id', 'hidden', 'open', 'lang', 'tabindex'];
  const lines = [];
  const walk = (element, depth) => {
    const attributes = [...element.attributes]
      .filter(({ name }) => kept.includes(name) || name.startsWith('aria-'))
      .map(({ name, value }) => `${name}=${value.replace(/[0-9a-f-]{8,}|\d+/g, '#')}`);
    lines.push(`${depth} ${element.tagName} ${attributes.sort().join(' ')}`);
    for (const child of element.children) walk(child, depth + 1);
  };
  walk(document.body ?? document.documentElement, 0);
  return lines.join('\n');
}
