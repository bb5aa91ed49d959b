// Choose one option: inside the question its letter chooses it, besides the arrow keys of every radio button.

export function start(field) {
  field.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1) return;
    const option = field.querySelector(`[data-opt="${event.key.toLowerCase().replace(/[^a-f]/, "")}"] input`);
    if (!option) return;
    event.preventDefault();
    option.focus();
    option.click();
  });
}
