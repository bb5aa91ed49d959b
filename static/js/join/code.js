// The page for the code: a double tap takes one seat only, and a phone without a seat keeps no old answers.

import { forget } from "./forget.js";

const form = document.getElementById("join");
let sent = false;

form.addEventListener("submit", (event) => {
  if (sent) event.preventDefault();
  sent = true;
});
window.addEventListener("pageshow", () => { sent = false; });   // back from the seat, out of the browser's memory
// After a wrong code this page is the answer to a form. Back or reload shall show it empty, not send the code once more.
history.replaceState(null, "", location.href);
if (form.dataset.forget !== undefined) forget().catch(() => {});
