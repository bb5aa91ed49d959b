// Counting hands: digits stay here until the arrow sends them, so that a slow network never swallows one.

import { lastOpen, missing, rest, sum } from "../live/counting.js";

export function startCount(root, move) {
  let option = "";
  let digits = "";

  function rows() { return [...root.querySelectorAll("[data-count] [data-option].histo__row")]; }
  // What stands beside each option, and what is being typed right now.
  function read() {
    const { present, phones } = root.querySelector("[data-count]").dataset;
    const numberOf = ({ option: own, counted }) => own === option && digits !== "" ? Number(digits) : counted === "" ? null : Number(counted);
    return {
      present: Number(present) || null,
      phones: Number(phones),
      rows: rows().map((one) => ({ option: one.dataset.option, count: numberOf(one.dataset) })),
    };
  }

  function showSum(count) {
    const place = root.querySelector("#sum");
    const left = missing(count);
    place.querySelector("[data-sum]").textContent = sum(count);
    place.querySelector("[data-missing]").textContent = left === null ? "gezählt"
      : left ? `von ${count.present} gezählt, ${left} fehlen` : `von ${count.present} gezählt`;
  }

  function refresh() {
    const all = rows();
    if (!all.length) { option = ""; digits = ""; return; }
    if (!all.some((one) => one.dataset.option === option)) {
      option = (all.find((one) => one.dataset.counted === "") || all[0]).dataset.option;
      digits = "";
    }
    const count = read();
    const last = count.present ? lastOpen(count) : null;
    for (const row of all) {
      const now = row.dataset.option === option;
      row.toggleAttribute("data-now", now);
      row.querySelector(".hcp__n").textContent = now && digits !== "" ? digits : row.dataset.counted;
      const filler = row.querySelector("[data-rest]");
      filler.hidden = !last || last.option !== row.dataset.option;
      filler.textContent = `Rest: ${rest(count, row.dataset.option)}`;
    }
    showSum(count);
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

  function type(text) {
    digits = text.slice(-2);
    refresh();
  }

  root.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    const row = event.target.closest("[data-count] .histo__row");
    if (button && button.dataset.digit !== undefined) { type(digits + button.dataset.digit); return; }
    if (button && button.matches("[data-delete]")) { type(digits.slice(0, -1)); return; }
    if (button && button.matches("[data-go]")) { flush(); return; }
    if (button && button.matches("[data-less], [data-more]")) {
      const current = rows().find((one) => one.dataset.option === option);
      const now = Number(digits !== "" ? digits : current.dataset.counted);
      type(String(Math.max(0, now + (button.matches("[data-more]") ? 1 : -1))));
      return;
    }
    if (row && (!button || button.matches("[data-choose]")) && row.dataset.option !== option) {
      flush();
      option = row.dataset.option;
      refresh();
    }
  });

  // On a laptop the digits are typed.
  root.ownerDocument.addEventListener("keydown", (event) => {
    if (!rows().length || event.target.closest("input")) return;
    if (/^[0-9]$/.test(event.key)) type(digits + event.key);
    if (event.key === "Backspace") type(digits.slice(0, -1));
    if (event.key === "Enter" && !event.target.closest("button, a, summary")) flush();
  });

  return { refresh, flush, get open() { return rows().length > 0; } };
}
