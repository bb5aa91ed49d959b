// Choose one option: inside the question its letter chooses it, besides the arrow keys of every radio button.

import { all, checked } from "./fields.js";

export function read(form) {
  const chosen = checked(form, "option");
  return { option: chosen ? chosen.value : null };
}

export function write(form, { option }) {
  for (const one of all(form, 'input[name="option"]')) one.checked = one.value === option;
}

export const open = (form) => (checked(form, "option") ? 0 : 1);

export const places = ({ option }) => ({ [option]: "" });

export function start(field) {
  field.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1) return;
    const option = field.querySelector(`[data-opt="${event.key.toLowerCase().replace(/[^a-f]/, "")}"] input`);
    if (!option) return;
    event.preventDefault();
    option.focus();
    option.click();
  });
}
