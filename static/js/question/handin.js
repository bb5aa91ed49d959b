// The button that hands in says what is still open, and does not send before that is done.

import { openParts, readResponse } from "./response.js";
import { fill } from "./say.js";

export function start(form, field) {
  const button = form.querySelector("[data-hand-in]");
  if (!button) return;
  const text = button.textContent;

  function show() {
    const open = openParts(form);
    const none = open && field.dataset.question === "choice";
    const empty = field.dataset.question === "mark" && !readResponse(form).marks.length;
    const { dataset } = button;
    button.textContent = none ? dataset.none : open ? fill(dataset.open, { n: open }) : empty ? dataset.empty : text;
    if (open) button.setAttribute("aria-disabled", "true"); else button.removeAttribute("aria-disabled");
  }

  form.addEventListener("change", show);
  form.addEventListener("written", show);
  form.addEventListener("submit", (event) => {
    if (!openParts(form)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const first = field.querySelector("input:not([type=hidden]), button");
    if (first && !first.closest("[hidden]")) first.focus();
  });
  show();
}
