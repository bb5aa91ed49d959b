// Mark lines: check boxes need nothing more; Enter marks as the space bar does instead of sending the form.

export function start(field) {
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target.name !== "mark") return;
    event.preventDefault();
    event.target.click();
  });
}
