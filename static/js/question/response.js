// A question's response, read from the fields of the form it stands in, and written back into them.
//
//   readResponse(form)             {"option": "id"} and so on, as the server wants it
//   writeResponse(form, response)  show a response that was given before
//   readConfidence(form)           "guess", "fairly", "sure" or null
//   openParts(form)                how much is still missing before it can be handed in

const all = (form, selector) => Array.from(form.querySelectorAll(selector));
const kindOf = (form) => form.querySelector("[data-question]").dataset.question;
const checked = (form, name) => all(form, `input[name="${name}"]`).find((one) => one.checked);
const itemsOf = (form) => Array.from(new Set(all(form, 'input[name^="group-"]').map((one) => one.name)));

const READ = {
  choice(form) {
    const chosen = checked(form, "option");
    return { option: chosen ? chosen.value : null };
  },
  order: (form) => ({ order: all(form, 'input[name="order"]').map((one) => one.value) }),
  groups(form) {
    const groups = {};
    for (const name of itemsOf(form)) {
      const chosen = checked(form, name);
      if (chosen) groups[name.slice("group-".length)] = chosen.value;
    }
    return { groups };
  },
  mark: (form) => ({ marks: all(form, 'input[name="mark"]').filter((one) => one.checked).map((one) => one.value) }),
};

const WRITE = {
  choice(form, { option }) {
    for (const one of all(form, 'input[name="option"]')) one.checked = one.value === option;
  },
  order(form, { order }) {
    const list = form.querySelector("[data-order]");
    const items = all(list, "li");
    for (const id of order) list.append(items.find((one) => one.querySelector("input").value === id));
  },
  groups(form, { groups }) {
    for (const one of all(form, 'input[name^="group-"]')) one.checked = groups[one.name.slice(6)] === one.value;
  },
  mark(form, { marks }) {
    for (const one of all(form, 'input[name="mark"]')) one.checked = marks.includes(one.value);
  },
};

export const readResponse = (form) => READ[kindOf(form)](form);

export function writeResponse(form, response) {
  WRITE[kindOf(form)](form, response);
  form.querySelector("[data-question]").dispatchEvent(new Event("written", { bubbles: true }));
}

export function readConfidence(form) {
  const chosen = checked(form, "confidence");
  return chosen ? chosen.value : null;
}

export function openParts(form) {
  const kind = kindOf(form);
  if (kind === "choice") return checked(form, "option") ? 0 : 1;
  return kind === "groups" ? itemsOf(form).filter((name) => !checked(form, name)).length : 0;
}
