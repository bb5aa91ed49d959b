// Put items in order: the arrows move an item at once, and the new place is said aloud.

import { all } from "./fields.js";
import { fill } from "./say.js";

export const read = (form) => ({ order: all(form, 'input[name="order"]').map((one) => one.value) });

export function write(form, { order }) {
  const list = form.querySelector("[data-order]");
  const items = all(list, "li");
  for (const id of order) list.append(items.find((one) => one.querySelector("input").value === id));
}

export const open = () => 0;

export const places = ({ order }) => Object.fromEntries(order.map((id, at) => [id, String(at + 1)]));

export function start(field) {
  const list = field.querySelector("[data-order]");
  const said = field.querySelector("[data-said]");
  for (const button of list.querySelectorAll("button")) button.type = "button";  // Enter elsewhere must not press one

  list.addEventListener("click", (event) => {
    const button = event.target.closest("[data-by]");
    if (!button) return;
    const item = button.closest("li");
    const other = button.dataset.by === "1" ? item.nextElementSibling : item.previousElementSibling;
    if (!other) return;
    if (button.dataset.by === "1") other.after(item); else other.before(item);
    const place = number(list, item);
    const next = button.disabled ? item.querySelector("[data-by]:not([disabled])") : button;
    if (next) next.focus();   // moving an element drops its focus
    const text = item.querySelector(".drag__text").textContent;
    said.textContent = fill(list.dataset.say, { item: text, place, all: list.children.length });
    mark(list, item);
    field.dispatchEvent(new Event("change", { bubbles: true }));
  });
  field.addEventListener("written", () => number(list));
}

// Number all items anew, close the arrows at both ends; returns the place of `wanted`.
function number(list, wanted) {
  const items = Array.from(list.children);
  items.forEach((item, at) => {
    item.querySelector(".drag__no").textContent = at + 1;
    item.querySelector('[data-by="-1"]').disabled = at === 0;
    item.querySelector('[data-by="1"]').disabled = at === items.length - 1;
  });
  return items.indexOf(wanted) + 1;
}

// Show which item moved last.
function mark(list, item) {
  for (const one of list.children) delete one.dataset.state;
  item.dataset.state = "lifted";
}
