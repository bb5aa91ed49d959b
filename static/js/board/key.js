// The pad for the hour's key. The field of the plain form stays the one place where the key stands.

import { everyFinger } from "./fingers.js";
import { KEY_LENGTH, clean } from "./symbols.js";

const form = document.querySelector("form");
const field = document.getElementById("key");
const slots = Array.from(document.querySelectorAll(".kslot"));
const error = document.getElementById("key-error");
const swap = document.querySelector('[data-do="side"]');
const words = swap.querySelector("span");

function show() {
  const typed = field.value;
  slots.forEach((slot, place) => {
    slot.textContent = typed[place] || "";
    slot.toggleAttribute("data-on", place < typed.length);
    slot.classList.toggle("kslot--now", place === typed.length);
  });
}

function type(text) {
  field.value = clean(field.value + text).slice(0, KEY_LENGTH);
  if (text) error.hidden = true;
  show();
}

function erase() {
  field.value = field.value.slice(0, -1);
  show();
}

function side() {
  const html = document.documentElement;
  html.dataset.side = html.dataset.side === "right" ? "left" : "right";
  words.textContent = html.dataset.side === "right" ? words.dataset.left : words.dataset.right;
}

everyFinger(document);
document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if (button.dataset.symbol) type(button.dataset.symbol);
  if (button.dataset.do === "erase") erase();
  if (button.dataset.do === "side") side();
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.target === field) return;
  if (event.key === "Backspace") { event.preventDefault(); erase(); return; }
  if (event.key === "Enter") {
    if (event.target.closest("button, a")) return;
    event.preventDefault();
    form.querySelector("[type=submit]").click();
    return;
  }
  if (event.key.length === 1 && clean(event.key)) { event.preventDefault(); type(event.key); }
});

// A double tap on "Öffnen" would count one wrong key twice.
form.addEventListener("submit", (event) => {
  if (form.hasAttribute("data-sent")) event.preventDefault();
  form.setAttribute("data-sent", "");
});
window.addEventListener("pageshow", () => form.removeAttribute("data-sent"));

for (const one of document.querySelectorAll(".kpad, .kslots, .kswap")) one.hidden = false;
field.classList.add("vh");
field.tabIndex = -1;
type("");
