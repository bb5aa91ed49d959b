// Every finger presses its own button. While a palm rests on the glass or two people tap at once, browsers make no click
// at all; so a button is pressed as soon as a finger leaves it that came down on it. Mouse, pen and keys go the usual way.

const pressable = (target) => (target.closest ? target.closest("button, a[href]") : null);

export function everyFinger(page) {
  const down = new Map();  // finger -> the button it came down on, and what the button said then

  page.addEventListener("touchstart", (event) => {
    for (const one of event.changedTouches) {
      const button = pressable(one.target);
      if (button) down.set(one.identifier, { button, said: button.textContent });
    }
  }, { passive: true });

  page.addEventListener("touchend", (event) => {
    for (const { identifier, clientX, clientY } of event.changedTouches) {
      const { button, said } = down.get(identifier) || {};
      down.delete(identifier);
      if (!button) continue;
      event.preventDefault();  // no click of the browser's own after this one
      const left = page.elementFromPoint(clientX, clientY);
      if (left && button.contains(left) && button.textContent === said) button.click();  // else slid off, or it changed
    }
  }, { passive: false });

  page.addEventListener("touchcancel", (event) => {
    for (const one of event.changedTouches) down.delete(one.identifier);
  });

  // A hand that rests must not open the browser's menu.
  page.addEventListener("contextmenu", (event) => event.preventDefault());
}
