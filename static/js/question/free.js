// Write what you think: one field.

import { listen } from "./number.js";

const field = (form) => form.querySelector('textarea[name="text"]');

export const read = (form) => ({ text: field(form).value.trim() });

export function write(form, { text }) { field(form).value = text; }

export const open = (form) => (field(form).value.trim() ? 0 : 1);

export const places = () => ({});

export const written = ({ text }) => text;

export const start = listen;
