// Counting hands. What is typed stays here until the arrow sends it, so a slow network never swallows a digit.

import { lastOpen, missing, nextOpen, rest, sum } from "../live/counting.js";

// The page's side: reads the rows of the part "hands", writes typed digits into them, sends through `hand`. A number that
// is on its way stands in its row already, and comes back to be typed again when it was refused.
export function createCount(root, hand) {
  let option = "";
  let typed = null;      // digits as text, "" after erasing, null when nothing was typed for this row
  let asking = null;     // whether the pad counts the people present; null: not decided for this count
  let side = "right";
  const sent = new Map();   // option -> number on its way
  const redo = new Set();   // options to be counted again

  const main = () => root.querySelector(".bmain--hc");
  const rows = () => Array.from(root.querySelectorAll(".hc__l [data-option]"));
  const dirty = () => typed !== null && typed !== "";

  function numberOf(row) {
    const own = row.dataset.option;
    if (sent.has(own)) return sent.get(own);
    return row.dataset.count === undefined || redo.has(own) ? null : Number(row.dataset.count);
  }

  function read() {
    const present = Number(main().dataset.present) || null;
    const all = rows().map((row) => ({ option: row.dataset.option, letter: row.dataset.letter, count: numberOf(row) }));
    if (dirty()) for (const one of all) if (one.option === option) one.count = Number(typed);
    return { present, phones: Number(main().dataset.phones), rows: all };
  }

  function forget() {
    option = "";
    typed = asking = null;
    sent.clear();
    redo.clear();
  }

  function refresh() {
    root.dataset.side = side;
    const page = main();
    if (!page) { forget(); return; }
    const count = read();
    if (asking === null) asking = count.present === null;
    if (!count.rows.some((one) => one.option === option)) option = (nextOpen(count, "") || count.rows[0]).option;
    for (const one of page.querySelectorAll("[data-mode]")) one.hidden = (one.dataset.mode === "present") !== asking;
    if (asking) { page.querySelector("[data-typed]").textContent = typed === null ? String(count.present || "") : typed; return; }
    const left = missing(count);
    const last = lastOpen(count);
    rows().forEach((row, place) => {
      const one = count.rows[place];
      const now = one.option === option;
      row.toggleAttribute("data-now", now);
      row.querySelector(".hc__n").textContent = now && typed !== null ? typed : one.count === null ? "" : String(one.count);
      const offer = left !== null && last === one;
      row.toggleAttribute("data-rest", offer);
      if (offer) row.querySelector(".hc__rest span").textContent = String(rest(count, one.option));
    });
    const current = count.rows.find((one) => one.option === option);
    page.querySelector("[data-now-letter]").textContent = current.letter;
    page.querySelector("[data-sum]").textContent = String(sum(count));
    const text = page.querySelector("[data-sum-text]");
    const pattern = left === null ? text.dataset.plain : left ? text.dataset.missing : text.dataset.of;
    text.textContent = pattern.replace("{all}", String(count.present)).replace("{open}", String(left));
  }

  // Send `number` for the current row, and let the mark go on at once.
  function enter(number, move = { move: "tally", option, count: number }) {
    const own = move.option;
    sent.set(own, number);
    redo.delete(own);
    typed = null;
    const next = nextOpen(read(), own);
    if (next) option = next.option;
    refresh();
    hand.moves([move], true).then((answer) => {
      if (sent.get(own) === number) sent.delete(own);
      if (!main()) return;
      const row = rows().find((one) => one.dataset.option === own);
      if (answer.ok) row.dataset.count = String(number);
      else if (!dirty()) { option = own; typed = String(number); }
      refresh();
    });
  }

  const flush = () => { if (dirty()) enter(Number(typed)); };

  function present() {
    const count = Number(typed);
    asking = false;
    if (dirty() && count > 0) {
      main().dataset.present = String(count);
      hand.moves([{ move: "present", count }], true);
    }
    typed = null;
    refresh();
  }

  function press(what, target) {
    const page = main();
    if (!page) return false;
    const count = read();
    const own = count.rows.find((one) => one.option === option) || { count: null };
    const row = target && target.closest("[data-option]");
    const place = count.rows.indexOf(own);
    switch (what) {
      case "erase": typed = (typed === null ? String((asking ? count.present : own.count) || "") : typed).slice(0, -1); break;
      case "less": typed = String(Math.max(0, (own.count || 0) - 1)); break;
      case "more": typed = String(Math.min(60, (own.count || 0) + 1)); break;
      case "go": if (asking) present(); else flush(); break;
      case "rest": flush(); enter(rest(read(), row.dataset.option), { move: "rest", option: row.dataset.option }); break;
      case "choose": choose(row.dataset.option); break;
      case "up": if (!asking && place > 0) choose(count.rows[place - 1].option); break;
      case "down": if (!asking && place < count.rows.length - 1) choose(count.rows[place + 1].option); break;
      case "side": side = side === "right" ? "left" : "right"; break;
      case "present": if (!asking) flush(); asking = !asking; typed = null; break;
      case "recount": recount(count); break;
      default: return false;
    }
    refresh();
    return true;
  }

  function digit(one) {
    if (!main()) return false;
    typed = ((typed || "") + one).replace(/^0(?=.)/, "").slice(-2);
    refresh();
    return true;
  }

  function choose(next) {
    if (next === option) return;
    flush();
    typed = null;
    option = next;
  }

  function recount(count) {
    typed = null;
    const list = count.rows.filter((one) => one.count).map((one) => ({ move: "tally", option: one.option, count: 0 }));
    for (const one of count.rows) redo.add(one.option);
    option = count.rows[0].option;
    if (list.length) hand.moves(list, true);
  }

  // What was typed has to go out before "Fertig" or anything else that leaves the count.
  function leave() { if (main() && !asking) flush(); }

  return { refresh, press, digit, leave, get open() { return main() !== null; } };
}
