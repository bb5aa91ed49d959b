// Find the fields of a form.

export const all = (root, selector) => Array.from(root.querySelectorAll(selector));
export const checked = (form, name) => all(form, `input[name="${name}"]`).find((one) => one.checked);
