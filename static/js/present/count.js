// Counting hands: digits stay here until the arrow sends them, so that a slow network never swallows one.

export function remaining(present, counted, option) {
  // What "Rest" would fill in for `option`: everybody who was not counted for another one.
  let others = 0;
  for (const [id, number] of counted) if (id !== option) others += number;
  return Math.max(0, present - others);
}

export function startCount(root, move) {
  let option = "";
  let digits = "";

  function rows() { return [...root.querySelectorAll("[data-count] [data-option].histo__row")]; }
  // What stands beside each option, and what is being typed right now.
  function counted() {
    const all = new Map(rows().filter((one) => one.dataset.counted !== "").map((one) => [one.dataset.option, Number(one.dataset.counted)]));
    if (digits !== "") all.set(option, Number(digits));
    return all;
  }

  function sum(done, present) {
    const place = root.querySelector("[data-phones]");
    const total = Number(place.dataset.phones) + [...done.values()].reduce((a, b) => a + b, 0);
    place.querySelector("[data-sum]").textContent = total;
    place.querySelector("[data-missing]").textContent = !present ? "gezählt"
      : total < present ? `von ${present} gezählt, ${present - total} fehlen` : `von ${present} gezählt`;
  }

  function refresh() {
    const all = rows();
    if (!all.length) { option = ""; digits = ""; return; }
    if (!all.some((one) => one.dataset.option === option)) {
      option = (all.find((one) => one.dataset.counted === "") || all[0]).dataset.option;
      digits = "";
    }
    const done = counted();
    const present = Number(root.querySelector("[data-count]").dataset.present);
    for (const row of all) {
      const now = row.dataset.option === option;
      row.toggleAttribute("data-now", now);
      row.querySelector("[data-less]").hidden = !now || digits === "" && row.dataset.counted === "";
      row.querySelector("[data-more]").hidden = row.querySelector("[data-less]").hidden;
      row.querySelector(".hcp__n").textContent = now && digits !== "" ? digits : row.dataset.counted;
      const rest = row.querySelector("[data-rest]");
      rest.hidden = !present || done.has(row.dataset.option);
      rest.textContent = `Rest: ${remaining(present, done, row.dataset.option)}`;
    }
    sum(done, present);
  }

  // The mark goes on at once; a number that was refused comes back to be typed again.
  async function enter(number) {
    const here = option;
    const all = rows();
    const row = all.find((one) => one.dataset.option === here);
    const before = row.dataset.counted;
    digits = "";
    row.dataset.counted = String(number);
    option = (all[all.indexOf(row) + 1] || row).dataset.option;
    refresh();
    const answer = await move({ move: "tally", option: here, count: number });
    if (answer.ok || !row.isConnected) return;
    row.dataset.counted = before;
    if (digits === "") { option = here; digits = String(number); }
    refresh();
  }

  // What was typed has to go out before "Rest", "Fertig gezählt" or another row.
  function flush() { if (digits !== "") enter(Number(digits)); }

  root.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    const row = event.target.closest("[data-count] .histo__row");
    if (button && button.dataset.digit !== undefined) { digits = (digits + button.dataset.digit).slice(-2); refresh(); return; }
    if (button && button.matches("[data-delete]")) { digits = digits.slice(0, -1); refresh(); return; }
    if (button && button.matches("[data-go]")) { flush(); return; }
    if (button && button.matches("[data-less], [data-more]")) {
      const now = digits !== "" ? Number(digits) : Number(row.dataset.counted || 0);
      digits = String(Math.max(0, now + (button.matches("[data-more]") ? 1 : -1)));
      refresh();
      return;
    }
    if (row && !button && row.dataset.option !== option) { flush(); option = row.dataset.option; refresh(); }
  });

  return { refresh, flush, get open() { return rows().length > 0; } };
}
