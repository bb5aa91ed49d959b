// Fill the gaps of a text: fields or lists of words, as they are.

import { all } from "./fields.js";
import { listen } from "./number.js";

const FIELDS = '[name^="gap-"]';
const idOf = (field) => field.name.slice("gap-".length);
const filled = (form) => all(form, FIELDS).filter((one) => one.value.trim());

export const read = (form) => ({ gaps: Object.fromEntries(filled(form).map((one) => [idOf(one), one.value.trim()])) });

export function write(form, { gaps }) {
  for (const one of all(form, FIELDS)) one.value = gaps[idOf(one)] || "";
}

export const open = (form) => all(form, FIELDS).length - filled(form).length;

export const places = ({ gaps }) => gaps;

export const start = listen;
