// Make the questions below `root` handier than plain fields. May be called again after each change of the page: what is
// enhanced already is left alone.

import { start as choice } from "./choice.js";
import { start as groups } from "./groups.js";
import { start as handIn } from "./handin.js";
import { start as mark } from "./mark.js";
import { start as order } from "./order.js";

const KINDS = { choice, order, groups, mark };
const done = new WeakSet();

export function enhance(root) {
  for (const field of root.querySelectorAll("[data-question]")) {
    if (done.has(field) || field.disabled) continue;
    done.add(field);
    KINDS[field.dataset.question](field);
    if (field.form) handIn(field.form, field);
  }
}
