// A second tap for what cannot be taken back: the button says so for five seconds.

const WAIT = 5000;

export function createConfirm(root, { later = setTimeout, never = clearTimeout } = {}) {
  let armed = "";
  let timer = 0;

  const name = (button) => `${button.dataset.move} ${button.dataset.to || ""}`;

  // True when the move may go out now; else the button (and its twin at the other end) asks.
  function ask(button) {
    if (!button.dataset.confirm) { disarm(); return true; }
    if (armed === name(button)) { disarm(); return true; }
    disarm();
    armed = name(button);
    timer = later(disarm, WAIT);
    mark();
    return false;
  }

  function disarm() {
    never(timer);
    armed = "";
    mark();
  }

  // Write the state into the buttons; after a frame they are as the server made them.
  function mark() {
    for (const button of root.querySelectorAll("[data-confirm]")) {
      const label = button.querySelector("span");
      const now = armed === name(button);
      if (now && !button.hasAttribute("data-armed")) {
        button.dataset.label = label.textContent;
        label.textContent = button.dataset.confirm;
        button.setAttribute("data-armed", "");
      } else if (!now && button.hasAttribute("data-armed")) {
        label.textContent = button.dataset.label;
        button.removeAttribute("data-armed");
      }
    }
  }

  return { ask, disarm, mark };
}
