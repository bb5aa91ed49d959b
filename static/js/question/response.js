// A question's response, read from the fields of the form it stands in, and written back into them.
//
//   readResponse(form)             {"option": "id"} and so on, as the server wants it
//   writeResponse(form, response)  show a response that was given before
//   readConfidence(form)           "guess", "fairly", "sure" or null
//   openParts(form)                how much is still missing before it can be handed in

import { checked } from "./fields.js";
import { KINDS } from "./kinds.js";

const kindOf = (form) => KINDS[form.querySelector("[data-question]").dataset.question];

export const readResponse = (form) => kindOf(form).read(form);

export function writeResponse(form, response) {
  kindOf(form).write(form, response);
  form.querySelector("[data-question]").dispatchEvent(new Event("written", { bubbles: true }));
}

export function readConfidence(form) {
  const chosen = checked(form, "confidence");
  return chosen ? chosen.value : null;
}

export const openParts = (form) => kindOf(form).open(form);
