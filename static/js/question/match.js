// Match pairs: tap a card, then one on the other side. A card that has its partner can be tapped again and paired anew.
// The lists of the plain form stay the state; the cards only show it.

import { all } from "./fields.js";
import { fill } from "./say.js";

const FIELDS = 'select[name^="pair-"]';
const idOf = (list) => list.name.slice("pair-".length);

export function read(form) {
  return { pairs: Object.fromEntries(all(form, FIELDS).filter((one) => one.value).map((one) => [idOf(one), one.value])) };
}

export function write(form, { pairs }) {
  for (const one of all(form, FIELDS)) one.value = pairs[idOf(one)] || "";
}

export const open = (form) => all(form, FIELDS).filter((one) => !one.value).length;

export const places = ({ pairs }) => pairs;

export function start(field) {
  const cards = field.querySelector("[data-cards]");
  const said = field.querySelector("[data-said]");
  const lists = all(field, FIELDS);
  const items = all(cards, "[data-item]");
  const partners = all(cards, "[data-partner]");
  let lifted = null;

  const say = (text, values) => { said.textContent = fill(said.dataset[text], values); };
  const nameOf = (card) => card.querySelector("[data-name]").textContent;
  const listOf = (item) => lists.find((one) => idOf(one) === item.dataset.item);
  const partnerOf = (item) => partners.find((one) => one.dataset.partner === listOf(item).value);
  const ownerOf = (partner) => items.find((one) => listOf(one).value === partner.dataset.partner);

  function lift(card) {
    lifted = card;
    for (const one of items.concat(partners)) one.setAttribute("aria-pressed", String(one === card));
  }

  function show() {
    lift(null);
    for (const item of items) {
      const partner = partnerOf(item);
      item.querySelector("[data-own]").textContent = partner ? nameOf(partner) : "";
      item.toggleAttribute("data-paired", Boolean(partner));
    }
    for (const partner of partners) {
      const owner = ownerOf(partner);
      partner.querySelector("[data-own]").textContent = owner ? `, ${said.dataset.taken}: ${nameOf(owner)}` : "";
      partner.toggleAttribute("data-paired", Boolean(owner));
    }
  }

  function pair(item, partner) {
    const parted = partnerOf(item) === partner;
    const owner = ownerOf(partner);
    if (owner) listOf(owner).value = "";
    listOf(item).value = parted ? "" : partner.dataset.partner;
    show();
    const left = items.filter((one) => !listOf(one).value);
    say(parted ? "parted" : "say", { item: nameOf(item), partner: nameOf(partner), open: left.length });
    (left[0] || item).focus({ preventScroll: true });   // a keyboard goes on with the next card
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function tap(card) {
    const item = [card, lifted].find((one) => items.includes(one));
    const partner = [card, lifted].find((one) => partners.includes(one));
    if (item && partner) { pair(item, partner); return; }
    lift(lifted === card ? null : card);
    if (!lifted) return;
    say("lifted", { item: nameOf(card) });
  }

  // From the keyboard the focus follows to the other side.
  function follow() {
    if (!lifted) return;
    const others = items.includes(lifted) ? partners : items;
    (others.find((one) => !one.hasAttribute("data-paired")) || others[0]).focus();
  }

  function step(card, by) {
    const side = items.includes(card) ? items : partners;
    side[(side.indexOf(card) + by + side.length) % side.length].focus();
  }

  cards.addEventListener("click", (event) => {
    const card = event.target.closest("[data-item], [data-partner]");
    if (!card) return;
    tap(card);
    if (event.detail === 0) follow();
  });
  cards.addEventListener("keydown", (event) => {
    const card = event.target.closest("[data-item], [data-partner]");
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (card && by) { event.preventDefault(); step(card, by); }
    if (event.key === "Escape" && lifted) { const back = lifted; lift(null); back.focus(); }
  });
  field.addEventListener("written", show);

  field.querySelector("[data-plain]").hidden = true;
  cards.hidden = false;
  show();
}
