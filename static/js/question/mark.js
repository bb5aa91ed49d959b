// Mark lines: check boxes need nothing more; Enter marks as the space bar does instead of sending the form.

import { all } from "./fields.js";

const FIELDS = 'input[name="mark"]';

export const read = (form) => ({ marks: all(form, FIELDS).filter((one) => one.checked).map((one) => one.value) });

export function write(form, { marks }) {
  for (const one of all(form, FIELDS)) one.checked = marks.includes(one.value);
}

export const open = () => 0;

export const isEmpty = (form) => !read(form).marks.length;

export const places = ({ marks }) => Object.fromEntries(marks.map((id) => [id, ""]));

export function start(field) {
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target.name !== "mark") return;
    event.preventDefault();
    event.target.click();
  });
}
