// What is shown, and how it is set: alike in two worlds that differ in colours and sizes alone. Of all that a stylesheet
// can change, only this matters to the rules of axe that do not look at those.
() => {
  const set = (element) => ['', '::before', '::after'].map((part) => {
    const { display, visibility, content, fontSize, fontWeight, fontStyle, position, overflow, zIndex }
      = getComputedStyle(element, part || null);
    return [display, visibility, content, fontSize, fontWeight, fontStyle, position, overflow, zIndex].join();
  });
  const place = ({ left, top, right, bottom }) => [right > left && bottom > top, right + scrollX > 0, bottom + scrollY > 0];
  return [...document.body.querySelectorAll('*')].map((element) => (
    [element.tagName, element.checkVisibility(), ...place(element.getBoundingClientRect()), ...set(element)].join(' ')
  )).join('\n');
}
