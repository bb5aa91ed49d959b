// "Die Klasse entscheidet": the choices get letters, hands are counted by tapping, and the most are taken.
//
//   const vote = createVote(root, { say, onOpen, onClose })   null where the page has none (at home)
//   vote.ask(choices, onTake)   choices: [{ id, text, face }], at most six; face: a node to show instead of the text
//   vote.open                   whether the class decides now
//   vote.turn(true or false)    lets it begin or end
//
// onOpen says what to decide by calling `ask`, and so does the kind after each choice that was taken.

import { fill } from "../question/say.js";
import { leaders } from "./vote-rules.js";

export function createVote(root, { say, onOpen, onClose }) {
  const box = root.querySelector("[data-vote]");
  if (!box) return null;
  const words = JSON.parse(box.dataset.words);
  const rows = Array.from(box.querySelectorAll("[data-letter]"));
  const toggle = root.querySelector('[data-do="vote"]');
  const taking = root.querySelector("[data-vote-take]");
  let choices = [];
  let counts = [];
  let take = () => {};

  function show() {
    rows.forEach((row, at) => { row.querySelector("[data-vote-count]").textContent = String(counts[at] || 0); });
  }

  function count(row, by) {
    const at = rows.indexOf(row);
    counts[at] = Math.max(0, counts[at] + by);
    show();
    say(fill(words.count, { letter: row.dataset.letter, count: counts[at] }));
  }

  function decide() {
    const first = leaders(counts);
    if (first.length === 1) { take(choices[first[0]].id); return; }
    say(first.length ? fill(words.tie, { letters: first.map((at) => rows[at].dataset.letter).join(words.and) }) : words.none);
    counts = counts.map(() => 0);
    show();
  }

  function ask(next, onTake) {
    choices = next;
    counts = next.map(() => 0);
    take = onTake;
    rows.forEach((row, at) => {
      row.hidden = !next[at];
      if (next[at]) name(row.querySelector("[data-vote-text]"), next[at]);
    });
    show();
  }

  function name(place, { text, face }) {
    place.textContent = "";
    const words = document.createElement("span");
    words.textContent = text;
    if (face) {
      words.className = "vote__name";
      place.append(face);
    }
    place.append(words);
  }

  function turn(open) {
    box.hidden = taking.hidden = !open;
    toggle.setAttribute("aria-pressed", String(open));
    root.toggleAttribute("data-votes", open);
    if (open) onOpen(); else if (onClose) onClose();
  }

  root.addEventListener("click", (event) => {
    const by = event.target.closest("[data-vote-by]");
    if (by) count(by.closest("[data-letter]"), Number(by.dataset.voteBy));
    else if (taking.contains(event.target)) decide();
    else if (toggle.contains(event.target)) turn(box.hidden);
  });

  return { ask, turn, get open() { return !box.hidden; } };
}
