// Write a few words: a field for each.

import { all } from "./fields.js";
import { listen } from "./number.js";

const fields = (form) => all(form, 'input[name="word"]');

export const read = (form) => ({ words: fields(form).map((one) => one.value.trim()).filter(Boolean) });

export function write(form, { words }) {
  fields(form).forEach((one, at) => { one.value = words[at] || ""; });
}

export const open = (form) => (read(form).words.length ? 0 : 1);

export const places = () => ({});

export const written = ({ words }) => words.join(", ");

export const start = listen;
