// Highlight passages: take a pen, then tap passages; the same pen once more takes the mark away.
// The radio buttons of the plain form stay the state; the passages only show it.

import { all, checked } from "./fields.js";
import { fill } from "./say.js";

const FIELDS = 'input[name^="passage-"]';
const idOf = (name) => name.slice("passage-".length);
const namesOf = (form) => Array.from(new Set(all(form, FIELDS).map((one) => one.name)));

export function read(form) {
  const chosen = namesOf(form).map((name) => checked(form, name)).filter(Boolean);
  return { passages: Object.fromEntries(chosen.map((one) => [idOf(one.name), one.value])) };
}

export function write(form, { passages }) {
  for (const one of all(form, FIELDS)) one.checked = passages[idOf(one.name)] === one.value;
}

export const open = (form) => namesOf(form).filter((name) => !checked(form, name)).length;

export const places = ({ passages }) => passages;

export function start(field) {
  const cards = field.querySelector("[data-cards]");
  const said = field.querySelector("[data-said]");
  const pens = all(cards, "[data-pen]");
  const passages = all(cards, "[data-passage]");
  const radios = all(field, FIELDS);
  let pen = pens[0];

  const say = (text, values) => { said.textContent = fill(said.dataset[text], values); };
  const radiosOf = (passage) => radios.filter((one) => idOf(one.name) === passage.dataset.passage);
  const penOf = (passage) => {
    const chosen = radiosOf(passage).find((one) => one.checked);
    return chosen && pens.find((one) => one.dataset.pen === chosen.value);
  };

  function show() {
    for (const one of pens) one.setAttribute("aria-pressed", String(one === pen));
    for (const one of passages) {
      const used = penOf(one);
      one.querySelector("[data-own]").textContent = used ? used.textContent : "";
      if (used) one.dataset.ink = used.dataset.ink; else delete one.dataset.ink;
    }
  }

  function draw(passage) {
    const cleared = penOf(passage) === pen;
    for (const one of radiosOf(passage)) one.checked = !cleared && one.value === pen.dataset.pen;
    show();
    const left = passages.filter((one) => !penOf(one)).length;
    const text = passage.querySelector("[data-name]").textContent;
    say(cleared ? "cleared" : "say", { passage: text, ink: pen.textContent, open: left });
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }

  cards.addEventListener("click", (event) => {
    const taken = event.target.closest("[data-pen]");
    const passage = event.target.closest("[data-passage]");
    if (taken) { pen = taken; show(); say("taken", { ink: pen.textContent }); }
    if (passage) draw(passage);
  });
  field.addEventListener("written", show);

  field.querySelector("[data-plain]").hidden = true;
  cards.hidden = false;
  show();
}
