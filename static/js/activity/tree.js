// The decision tree in the page: choose questions, see where the examples go, try new creatures. Rules are in tree-rules.js.

import { fill } from "../question/say.js";
import { QUESTIONS, answers, hits, isSquare, leafOf, sorted } from "./tree-rules.js";
import { createVote } from "./vote.js";

const PACE = 1100;   // milliseconds for one creature: slow enough to see where it goes

export function start(root) {
  const levels = JSON.parse(root.dataset.levels);
  const newcomers = JSON.parse(root.dataset.new);
  const words = JSON.parse(root.dataset.words);
  const find = (what) => root.querySelector(`[data-${what}]`);
  const all = (what) => Array.from(root.querySelectorAll(`[data-${what}]`));
  const nodes = all("node");
  const halves = all("half");
  const leaves = all("leaf");
  const examples = all("examples").map((list) => ({ list, beings: Array.from(list.children) }));
  const fresh = { list: find("newcomers"), beings: Array.from(find("newcomers").children) };
  const tray = find("tray");
  const said = find("say");
  const runs = root.querySelector('[data-do="run"] span');
  const trees = levels.map(() => [null, null, null]);
  const scores = levels.map(() => null);   // what new creatures said of each tree: { round, square }
  let now = 0;          // the level
  let chosen = -1;      // the place whose question is to be changed
  let trial = null;     // the new creatures on their way: { found, at }
  let timer = 0;

  const tree = () => trees[now];
  const learned = () => levels[now].examples;
  const asks = (at) => tree()[at] !== null;
  const free = () => [0, 1, 2].find((at) => !asks(at) && (at === 0 || asks(0)));
  const place = () => (chosen >= 0 ? chosen : free());
  const textOf = (question) => (question ? words.asks[question] : words.free);
  const of = (n, count) => fill(words.of, { n, all: count });
  const say = (text) => { said.textContent = text; };
  const tell = (word, values) => say(fill(words[word], values || {}));
  const vote = createVote(root, {
    say,
    onOpen() { tray.hidden = find("learned").closest("dl").hidden = true; put(); ask(); },
    onClose() { tray.hidden = find("learned").closest("dl").hidden = false; },
  });

  // ---- what is on screen
  function show() {
    for (const one of all("level")) one.setAttribute("aria-pressed", String(Number(one.dataset.level) === now));
    find("task").textContent = levels[now].task;
    nodes.forEach((node, at) => {
      node.querySelector("[data-node-text]").textContent = textOf(tree()[at]);
      node.setAttribute("aria-pressed", String(at === place()));
    });
    halves.forEach((half) => { half.hidden = !asks(0); });
    const known = answers(tree(), learned());
    leaves.forEach((leaf, at) => {
      const split = asks(1 + (at >> 1));
      leaf.hidden = at % 2 === 1 && !split;
      leaf.querySelector("[data-leaf-way]").textContent = split ? words.ways[at % 2] : "→";
      leaf.querySelector("[data-leaf-text]").textContent = known[at] || "?";
    });
    find("start").hidden = asks(0);
    spread();
    const score = scores[now];
    find("learned").textContent = asks(0) ? of(hits(tree(), learned(), learned()), learned().length) : "–";
    find("round").textContent = score ? score.round : "–";
    find("square").textContent = score ? score.square : "–";
  }

  // Each creature where it belongs now: examples in their leaves, or new ones, in place of them.
  function spread() {
    examples.forEach(({ list, beings }, level) => beings.forEach((being, at) => {
      move(being, level !== now || trial ? list : asks(0) ? shelf(leafOf(tree(), learned()[at])) : find("start"));
    }));
    fresh.beings.forEach((being, at) => {
      const done = trial && at < trial.at;
      move(being, done ? shelf(trial.found[at].leaf) : trial ? find("wait") : fresh.list);
      being.dataset.mark = done ? (trial.found[at].hit ? "hit" : "miss") : "";
    });
  }

  const shelf = (leaf) => leaves[leaf].querySelector("[data-beings]");

  function move(being, to) {
    if (being.parentElement !== to) to.append(being);
  }

  // ---- building
  function changed() {
    stop();
    trial = null;
    show();
    if (vote && vote.open) put();
  }

  function lay(question) {
    const at = place();
    if (at === undefined) { tell("full"); return; }
    if (at > 0 && tree()[0] === question) { tell("twice"); return; }
    tree()[at] = question;
    if (at === 0) trees[now] = [question].concat(tree().slice(1).map((one) => (one === question ? null : one)));
    chosen = -1;
    scores[now] = null;
    tell("asked", { place: words.heads[at], question: textOf(question), n: hits(tree(), learned(), learned()), all: learned().length });
    changed();
  }

  function choose(at) {
    chosen = chosen === at ? -1 : at;
    if (chosen >= 0) tell("chosen", { place: words.places[at] });
    changed();
  }

  function restart() {
    trees[now] = [null, null, null];
    scores[now] = null;
    chosen = -1;
    tell("start");
    changed();
  }

  function turn(to) {
    now = to;
    chosen = -1;
    say("");
    changed();
  }

  // ---- trying
  function stop() {
    clearTimeout(timer);
    timer = 0;
    runs.textContent = words.run;
  }

  // One more creature through the tree; false when all are through.
  function step() {
    if (!asks(0)) { tell("empty"); return false; }
    if (!trial || trial.at === newcomers.length) {
      trial = { found: sorted(tree(), learned(), newcomers), at: 0 };
      scores[now] = null;
    }
    const { said: home, hit } = trial.found[trial.at];
    trial.at += 1;
    tell(hit ? "hit" : home ? "missed" : "unknown", { n: trial.at, said: home, home: newcomers[trial.at - 1].home });
    const more = trial.at < newcomers.length;
    if (!more) finish();
    show();
    return more;
  }

  function finish() {
    const group = (square) => {
      const mine = trial.found.filter((_, at) => isSquare(newcomers[at]) === square);
      return of(mine.filter((one) => one.hit).length, mine.length);
    };
    scores[now] = { round: group(false), square: group(true) };
    tell("done", { n: trial.found.filter((one) => one.hit).length, all: newcomers.length, ...scores[now] });
  }

  function go() {
    if (timer) { stop(); return; }
    if (!step()) return;
    runs.textContent = words.stop;
    if (root.dataset.place === "home") nodes[0].scrollIntoView({ block: "nearest" });
    const on = () => { if (step()) timer = setTimeout(on, PACE); else stop(); };
    timer = setTimeout(on, PACE);
  }

  // ---- the class decides
  function ask() {
    if (place() === undefined) tell("which");
    else tell("next", { place: words.places[place()] });
  }

  function put() {
    if (place() === undefined) vote.ask([0, 1, 2].map((at) => ({ id: at, text: words.places[at] })), choose);
    else vote.ask(QUESTIONS.map((id) => ({ id, text: words.asks[id] })), lay);
  }

  root.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const { level, node, ask: question, do: what } = button.dataset;
    if (question) lay(question);
    else if (node) choose(Number(node));
    else if (level) turn(Number(level));
    else if (what === "run") go();
    else if (what === "step") { stop(); step(); }
    else if (what === "restart") restart();
  });
  show();
}
