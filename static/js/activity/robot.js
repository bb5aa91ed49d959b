// The robot in the page: lay cards, run them one by one, find the card that is wrong. Rules are in robot-rules.js.

import { fill } from "../question/say.js";
import { run, startOf } from "./robot-rules.js";
import { createVote } from "./vote.js";

const PACE = 700;   // milliseconds for one card: slow enough to read it aloud

export function start(root) {
  const levels = JSON.parse(root.dataset.levels);
  const words = JSON.parse(root.dataset.words);
  const grids = Array.from(root.querySelectorAll("[data-grid]"));
  const slots = Array.from(root.querySelectorAll("[data-slot]"));
  const tray = root.querySelector("[data-tray]");
  const cards = Array.from(tray.querySelectorAll("[data-card]"));
  const said = root.querySelector("[data-say]");
  const tools = {};
  for (const one of root.querySelectorAll("[data-do]")) tools[one.dataset.do] = one;
  const laid = levels.map((level) => level.programme.slice());
  let now = 0;          // the level
  let chosen = -1;      // the card that is to be changed
  let ride = null;      // the run that is shown: { found, at }
  let timer = 0;

  const level = () => levels[now];
  const programme = () => laid[now];
  const nameOf = (card) => words.names[card];
  const faceOf = (card) => cards.find((one) => one.dataset.card === card).querySelector(".rcard__face").cloneNode(true);
  const numbered = (at, card) => { const both = document.createElement("span"); both.className = "rcard__both"; both.append(String(at + 1), faceOf(card)); return both; };
  const say = (text) => { said.textContent = text; };
  const tell = (word, values) => say(fill(words[word], values || {}));
  const vote = createVote(root, {
    say,
    onOpen() {
      tray.hidden = true;
      put();
      tell(level().kind === "fix" && chosen < 0 ? "which" : "next", { n: (chosen >= 0 ? chosen : programme().length) + 1 });
    },
    onClose() { tray.hidden = false; },
  });

  // ---- what is on screen
  function show() {
    grids.forEach((one, at) => { one.hidden = at !== now; });
    for (const one of root.querySelectorAll("[data-level]")) one.setAttribute("aria-pressed", String(Number(one.dataset.level) === now));
    root.querySelector("[data-task]").textContent = level().task;
    for (const one of cards) one.hidden = !level().cards.includes(one.dataset.card);
    tray.dataset.n = String(level().cards.length);
    slots.forEach(showSlot);
    tools.remove.hidden = level().kind === "fix";
  }

  function showSlot(slot, at) {
    const card = programme()[at];
    slot.parentElement.hidden = at >= level().slots;
    slot.disabled = !card;
    const face = slot.querySelector(".rcard__face");
    if ((slot.dataset.laid || "") !== (card || "")) {
      if (face) face.remove();
      if (card) slot.append(faceOf(card));
      slot.dataset.laid = card || "";
    }
    slot.setAttribute("aria-label", fill(card ? words.slot : words.free, { n: at + 1, card: nameOf(card) }));
    slot.setAttribute("aria-pressed", String(at === chosen));
    slot.toggleAttribute("data-now", Boolean(ride) && ride.card === at);
  }

  function place({ x, y, facing }) {
    const robot = grids[now].querySelector("[data-robot]");
    const turn = robot.firstElementChild;
    const before = Number(robot.dataset.angle || turn.getAttribute("transform").match(/\d+/)[0]);
    const by = ((facing * 90 - before) % 360 + 540) % 360 - 180;   // the short way round
    robot.dataset.angle = String(before + by);
    robot.style.transform = `translate(${x * 100}px, ${y * 100}px)`;
    turn.style.transform = `translate(50px, 50px) rotate(${before + by}deg) translate(-50px, -50px)`;
  }

  // Back to the start, before any card was run.
  function home() {
    ride = null;
    root.removeAttribute("data-end");
    place(startOf(level()));
  }

  // ---- laying
  function changed() {
    stop();
    if (ride) home();
    show();
    if (vote && vote.open) put();
  }

  function lay(card) {
    const at = chosen >= 0 ? chosen : programme().length;
    if (level().kind === "fix" && chosen < 0) { tell("first"); return; }
    if (at >= level().slots) { tell("full"); return; }
    if (level().kind === "fix") laid[now] = level().programme.slice();   // only one card is wrong: another try begins anew
    programme()[at] = card;
    chosen = -1;
    tell("laid", { n: at + 1, card: nameOf(card) });
    changed();
  }

  function choose(at) {
    chosen = chosen === at ? -1 : at;
    if (chosen >= 0) tell("chosen", { n: at + 1, card: nameOf(programme()[at]) });
    changed();
  }

  function remove() {
    const at = chosen >= 0 ? chosen : programme().length - 1;
    if (at < 0) { tell("empty"); return; }
    programme().splice(at, 1);
    chosen = -1;
    tell("taken", { n: at + 1 });
    changed();
  }

  function restart() {
    laid[now] = level().programme.slice();
    chosen = -1;
    tell("start");
    home();
    changed();
  }

  // ---- running
  function stop() {
    clearTimeout(timer);
    timer = 0;
    tools.run.querySelector("span").textContent = words.run;
  }

  function step() {
    if (!programme().length) { tell("empty"); return false; }
    if (!ride || ride.over) {
      chosen = -1;
      home();
      ride = { found: run(level(), programme()), at: 0, card: -1, over: false };
    }
    const next = ride.found.steps[ride.at];
    if (next) {
      ride.at += 1;
      ride.card = next.card;
      place(next.spot);
      tell("step", { n: next.card + 1, card: nameOf(next.action) });
    } else {
      ride.over = true;
      ride.card = ride.found.end === "goal" ? -1 : ride.found.card;
      finish(ride.found);
    }
    show();
    return Boolean(next);
  }

  function finish({ end, card, fault }) {
    const fixed = level().kind === "fix" ? programme().findIndex((one, at) => one !== level().programme[at]) : -1;
    root.dataset.end = end;
    if (end === "goal" && fixed >= 0) tell("fixed", { n: fixed + 1 });
    else tell(end === "broken" ? fault : end, { n: card + 1, all: programme().length });
  }

  function go() {
    if (timer) { stop(); return; }
    if (!step()) return;
    tools.run.querySelector("span").textContent = words.stop;
    if (root.dataset.place === "home") grids[now].scrollIntoView({ block: "nearest" });
    const on = () => { if (step()) timer = setTimeout(on, PACE); else stop(); };
    timer = setTimeout(on, PACE);
  }

  // ---- the class decides
  function put() {
    const fix = level().kind === "fix" && chosen < 0;
    if (fix) {
      const choices = programme().map((card, at) => ({ id: at, text: `${at + 1}: ${nameOf(card)}`, face: numbered(at, card) }));
      vote.ask(choices, choose);
      return;
    }
    vote.ask(level().cards.map((card) => ({ id: card, text: nameOf(card), face: faceOf(card) })), lay);
  }

  function turn(to) {
    home();
    now = to;
    chosen = -1;
    say("");
    home();
    changed();
  }

  root.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const { level: number, card, slot, do: what } = button.dataset;
    if (card) lay(card);
    else if (slot) choose(Number(slot));
    else if (number) turn(Number(number));
    else if (what === "run") go();
    else if (what === "step") { stop(); step(); }
    else if (what === "remove") remove();
    else if (what === "restart") restart();
  });
  show();
}
