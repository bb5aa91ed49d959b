// Choose all options that are right: check boxes, and inside the question a letter chooses or leaves one.

import { all } from "./fields.js";

export { start } from "./choice.js";

const FIELDS = 'input[name="option"]';

export const read = (form) => ({ options: all(form, FIELDS).filter((one) => one.checked).map((one) => one.value) });

export function write(form, { options }) {
  for (const one of all(form, FIELDS)) one.checked = options.includes(one.value);
}

export const open = (form) => (read(form).options.length ? 0 : 1);

export const places = ({ options }) => Object.fromEntries(options.map((id) => [id, ""]));
