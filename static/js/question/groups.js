// Sort cards into groups: tap a card, then a group. A card that lies in a group can be lifted again.
// The radio buttons of the plain form stay the state; the cards only show it.

import { all, checked } from "./fields.js";
import { fill } from "./say.js";

const FIELDS = 'input[name^="group-"]';
const itemsOf = (form) => Array.from(new Set(all(form, FIELDS).map((one) => one.name)));

export function read(form) {
  const groups = {};
  for (const name of itemsOf(form)) {
    const chosen = checked(form, name);
    if (chosen) groups[name.slice("group-".length)] = chosen.value;
  }
  return { groups };
}

export function write(form, { groups }) {
  for (const one of all(form, FIELDS)) one.checked = groups[one.name.slice("group-".length)] === one.value;
}

export const open = (form) => itemsOf(form).filter((name) => !checked(form, name)).length;

export const places = ({ groups }) => groups;

export function start(field) {
  const cards = field.querySelector("[data-cards]");
  const pool = field.querySelector("[data-pool]");
  const said = field.querySelector("[data-said]");
  const buttons = Array.from(cards.querySelectorAll("[data-item]"));
  const bins = Array.from(cards.querySelectorAll("[data-bin]"));
  const radios = Array.from(field.querySelectorAll('input[name^="group-"]'));
  let lifted = null;

  const say = (text, values) => { said.textContent = fill(text, values || {}); };
  const placeOf = (id) => radios.find((one) => one.name === `group-${id}` && one.checked);

  function lift(button) {
    lifted = button;
    for (const one of buttons) one.setAttribute("aria-pressed", String(one === button));
    for (const one of cards.querySelectorAll("[data-drop]")) {
      if (button) one.dataset.state = "ready"; else delete one.dataset.state;
    }
  }

  function show() {
    lift(null);
    for (const button of buttons) {
      const radio = placeOf(button.dataset.item);
      const bin = radio && bins.find((one) => one.dataset.bin === radio.value);
      const list = bin ? bin.querySelector("ul") : pool;
      if (button.parentElement.parentElement !== list) list.append(button.parentElement);
    }
    pool.hidden = !pool.children.length;
  }

  function drop(bin) {
    const name = `group-${lifted.dataset.item}`;
    radios.find((one) => one.name === name && one.value === bin.dataset.bin).checked = true;
    const item = lifted.textContent;
    show();
    say(said.dataset.say, { item, group: bin.querySelector("h2").textContent, open: pool.children.length });
    const next = pool.querySelector("[data-item]");
    if (next) next.focus({ preventScroll: true });   // a keyboard goes on with the next card
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }

  cards.addEventListener("click", (event) => {
    const button = event.target.closest("[data-item]");
    const bin = event.target.closest("[data-bin]");
    if (button && (!lifted || !bin || lifted.closest("[data-bin]") === bin)) {
      lift(lifted === button ? null : button);
      if (lifted) say(said.dataset.lifted, { item: button.textContent });
    } else if (bin && lifted) drop(bin);
    else if (event.target.closest("[data-drop]")) say(said.dataset.first);
  });
  cards.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && lifted) { const button = lifted; lift(null); button.focus(); }
  });
  field.addEventListener("written", show);

  field.querySelector("[data-plain]").hidden = true;
  cards.hidden = false;
  show();
}
