// The form of a question on a seat: open, or as it was given.

import { writeResponse } from "../question/response.js";

export function showGiven(form, response) {
  const field = form.querySelector("[data-question]");
  if (!form.dataset.given) writeResponse(form, response);
  form.dataset.given = "yes";
  field.disabled = true;
  form.querySelector("[data-still-open]").hidden = true;
  for (const moved of field.querySelectorAll(".drag[data-state]")) delete moved.dataset.state;
  for (const option of field.querySelectorAll(".option")) {
    const chosen = option.querySelector("input").checked;
    option.hidden = !chosen;
    if (chosen) option.dataset.state = "selected";
  }
  for (const side of field.querySelectorAll("[data-side]")) side.hidden = !side.querySelector("input:checked");
}

export function showOpen(form) {
  const field = form.querySelector("[data-question]");
  delete form.dataset.given;
  field.disabled = false;
  form.querySelector("[data-still-open]").hidden = false;
  for (const option of field.querySelectorAll(".option")) {
    option.hidden = false;
    delete option.dataset.state;
  }
  for (const side of field.querySelectorAll("[data-side]")) side.hidden = false;
}
