// Write a number: one field. What is no number yet is not handed in.

const NUMBER = /^[-\u2212]?\d[\d\s.']*([,]\d+)?\s*\D{0,12}$/;
const field = (form) => form.querySelector('input[name="number"]');

export const read = (form) => ({ number: field(form).value.trim() });

export function write(form, { number }) { field(form).value = number; }

export const open = (form) => (NUMBER.test(field(form).value.trim()) ? 0 : 1);

export const places = () => ({});

export const written = ({ number }) => number;

export function start(fieldset) { listen(fieldset); }

// Typing changes what the button says, not only leaving the field.
export function listen(fieldset) {
  fieldset.addEventListener("input", (event) => event.target.dispatchEvent(new Event("change", { bubbles: true })));
}
