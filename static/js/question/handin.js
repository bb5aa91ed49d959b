// The button that hands in says what is still open, and does not send before that is done.

import { KINDS } from "./kinds.js";
import { openParts } from "./response.js";
import { fill } from "./say.js";

// A button that sends the form as far as it is: one for a hint.
export function unfinished(form) {
  const button = form.ownerDocument.activeElement;
  return Boolean(button && button.form === form && button.dataset.unfinished !== undefined);
}

export function start(form, field) {
  const button = form.querySelector("[data-hand-in]");
  if (!button) return;
  const text = button.textContent;

  function show() {
    const open = openParts(form);
    const { isEmpty } = KINDS[field.dataset.question];
    const missing = open && (field.dataset.none || fill(button.dataset.open, { n: open }));
    button.textContent = missing || (isEmpty && isEmpty(form) && field.dataset.empty) || text;
    if (open) button.setAttribute("aria-disabled", "true"); else button.removeAttribute("aria-disabled");
  }

  form.addEventListener("change", show);
  form.addEventListener("written", show);
  form.addEventListener("submit", (event) => {
    if (unfinished(form) || !openParts(form)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const first = field.querySelector("input:not([type=hidden]), button");
    if (first && !first.closest("[hidden]")) first.focus();
  });
  show();
}
