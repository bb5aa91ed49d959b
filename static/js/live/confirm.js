// A second tap for what cannot be taken back: the button asks for five seconds. Taps before the question can be read, as
// of a double tap or of two people at both ends, are no answer to it.

const READ = 300;
const WAIT = 5000;

export function createConfirm(root, { later = setTimeout, never = clearTimeout } = {}) {
  let armed = "";
  let asked = false;
  let timers = [];

  const name = (button) => `${button.dataset.move} ${button.dataset.to || ""}`;

  // True when the move may go out now; else the button (and its twin at the other end) asks.
  function ask(button) {
    const again = button.dataset.confirm && armed === name(button);
    if (again && !asked) return false;
    disarm();
    if (again || !button.dataset.confirm) return true;
    armed = name(button);
    timers = [later(() => { asked = true; mark(); }, READ), later(disarm, WAIT)];
    mark();
    return false;
  }

  function disarm() {
    timers.forEach(never);
    timers = [];
    armed = "";
    asked = false;
    mark();
  }

  // Write the state into the buttons; after a frame they are as the server made them.
  function mark() {
    for (const button of root.querySelectorAll("[data-confirm]")) {
      const now = armed === name(button);
      if (now) button.setAttribute("data-armed", "");
      else button.removeAttribute("data-armed");
      label(button, now && asked);
    }
  }

  function label(button, asks) {
    const text = button.querySelector("span");
    if (asks && !button.dataset.label) {
      button.dataset.label = text.textContent;
      text.textContent = button.dataset.confirm;
    } else if (!asks && button.dataset.label) {
      text.textContent = button.dataset.label;
      delete button.dataset.label;
    }
  }

  return { ask, disarm, mark };
}
