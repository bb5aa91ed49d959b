// Make the questions below `root` handier than plain fields. Their kinds are loaded already (see kinds.js). May be called
// again after each change of the page: what is enhanced already is left alone.

import { start as handIn } from "./handin.js";
import { KINDS } from "./kinds.js";

const done = new WeakSet();

export function enhance(root) {
  for (const field of root.querySelectorAll("[data-question]")) {
    if (done.has(field) || field.disabled) continue;
    done.add(field);
    KINDS[field.dataset.question].start(field);
    if (field.form) handIn(field.form, field);
  }
}
