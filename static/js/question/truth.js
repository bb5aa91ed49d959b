// Say whether a statement is true, and why: radio buttons, and inside the question a letter chooses a reason.

import { all, checked } from "./fields.js";

export { start } from "./choice.js";

export function read(form) {
  const chosen = checked(form, "because");
  return { because: chosen ? chosen.value : null };
}

export function write(form, { because }) {
  for (const one of all(form, 'input[name="because"]')) one.checked = one.value === because;
}

export const open = (form) => (checked(form, "because") ? 0 : 1);

export const places = ({ because }) => ({ [because]: "" });
