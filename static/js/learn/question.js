// A question at home: handier fields, read aloud by the device, and no way to hand in without saying how sure one is.

import { enhance } from "../question/enhance.js";
import { kindsIn, load } from "../question/kinds.js";
import { unfinished } from "../question/handin.js";
import { readConfidence } from "../question/response.js";
import { start as speak } from "../reading/speak.js";
import { start as words } from "../reading/words.js";

load(kindsIn(document)).then(() => enhance(document));
speak(document);
words(document);

for (const form of document.querySelectorAll("form[data-sure]")) {
  form.addEventListener("submit", (event) => {
    if (readConfidence(form) || unfinished(form)) return;
    event.preventDefault();
    const first = form.querySelector('input[name="confidence"]');
    first.setCustomValidity(form.dataset.sure);
    first.reportValidity();
    form.addEventListener("change", () => first.setCustomValidity(""), { once: true });
  });
}
