// The search page: lay cards, search, read the hits, open one. Rules are in search-rules.js.

import { fill } from "../question/say.js";
import { canSearch, grouped, listing } from "./search-rules.js";
import { createVote } from "./vote.js";

export function start(root) {
  const levels = JSON.parse(root.dataset.levels);
  const words = JSON.parse(root.dataset.words);
  const trays = Array.from(root.querySelectorAll("[data-tray]"));
  const hits = Array.from(root.querySelectorAll("[data-hit]"));
  const list = root.querySelector("[data-hits]");
  const total = root.querySelector("[data-total]");
  const said = root.querySelector("[data-say]");
  const laid = levels.map(() => []);
  let now = 0;          // the level
  let shown = null;     // what the last search showed, until a card changes: { pages, total }
  let before = null;    // how many hits the search before had
  let opened = [];      // places of the pages that were opened in this list

  const level = () => levels[now];
  const say = (text) => { said.textContent = text; };
  const tell = (word, values) => say(fill(words[word], values || {}));
  const buttonOf = (card) => trays[now].querySelector(`[data-card="${card}"]`);
  const labelOf = (card) => buttonOf(card).dataset.label;
  const counted = (number) => (number === 1 ? words.one : fill(words.many, { n: grouped(number) }));
  const vote = createVote(root, {
    say,
    onOpen() {
      put();
      tell(root.dataset.asks === "hits" ? "which" : "next");
    },
    onClose() {
      root.removeAttribute("data-asks");
      show();
    },
  });

  // ---- what is on screen
  function show() {
    const asks = root.dataset.asks;
    trays.forEach((one, at) => { one.hidden = at !== now || Boolean(asks); });
    for (const one of root.querySelectorAll("[data-level]")) one.setAttribute("aria-pressed", String(Number(one.dataset.level) === now));
    root.querySelector("[data-task]").textContent = level().task;
    for (const one of trays[now].querySelectorAll("[data-card]")) one.setAttribute("aria-pressed", String(laid[now].includes(one.dataset.card)));
    total.textContent = shown ? counted(shown.total) : "";
    list.hidden = asks === "cards";
    list.toggleAttribute("data-empty", !shown || !shown.pages.length);
    hits.forEach(showHit);
  }

  function showHit(hit, at) {
    const place = shown ? shown.pages[at] : undefined;
    const page = level().pages[place];
    hit.parentElement.hidden = !page;
    if (!page) return;
    hit.querySelector("[data-ad]").hidden = !page.ad;
    hit.querySelector("[data-title]").textContent = page.title;
    hit.querySelector("[data-from]").textContent = `${page.address} · ${page.note}`;
    hit.dataset.state = !opened.includes(place) ? "" : page.wanted ? "wanted" : "opened";
  }

  // ---- laying and searching
  function lay(card) {
    const at = laid[now].indexOf(card);
    if (at >= 0) laid[now].splice(at, 1); else laid[now].push(card);
    tell(at >= 0 ? "gone" : "laid", { card: labelOf(card) });
    clear();
    show();
    if (vote && vote.open) put();
  }

  function clear() {
    if (shown) before = shown.total;
    shown = null;
    opened = [];
  }

  function search() {
    if (!laid[now].length) { tell("empty"); return; }
    if (!canSearch(level(), laid[now])) { tell("minus"); return; }
    if (!shown) {
      shown = listing(level(), laid[now]);
      opened = [];
    }
    if (!shown.total) tell("nothing");
    else if (before === null) tell("first", { now: counted(shown.total) });
    else tell("again", { before: grouped(before), now: counted(shown.total) });
    show();
    if (vote && vote.open) put();
    if (root.dataset.place === "home") list.scrollIntoView({ block: "nearest" });
  }

  function open(at) {
    const place = shown ? shown.pages[at] : undefined;   // another finger may have changed the cards
    const page = level().pages[place];
    if (!page) return;
    if (!opened.includes(place)) opened.push(place);
    if (page.wanted) tell("found", { n: laid[now].length });
    else tell("wrong", { why: page.says });
    show();
    if (vote && vote.open) put();
  }

  function restart() {
    laid[now] = [];
    before = null;
    shown = null;
    opened = [];
    tell("start");
    show();
    if (vote && vote.open) put();
  }

  // ---- the class decides: which card, and after a search which hit
  function put(skipHits) {
    const choices = skipHits || !shown ? [] : shown.pages
      .map((place, at) => ({ id: at, place, text: level().pages[place].title, face: document.createTextNode(fill(words.hit, { n: at + 1 })) }))
      .filter(({ place }) => !opened.includes(place));
    const done = opened.some((place) => level().pages[place].wanted);
    root.dataset.asks = choices.length && !done ? "hits" : "cards";
    show();
    if (root.dataset.asks === "hits") {
      vote.ask(choices.concat({ id: -1, text: words.none }), (at) => { if (at < 0) { put(true); tell("next"); } else open(at); });
      return;
    }
    vote.ask(level().cards.map(({ id }) => ({ id, text: laid[now].includes(id) ? fill(words.off, { card: labelOf(id) }) : labelOf(id) })), lay);
  }

  function turn(to) {
    now = to;
    before = null;
    shown = null;
    opened = [];
    say("");
    show();
    if (vote && vote.open) put();
  }

  root.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const { level: number, card, hit, do: what } = button.dataset;
    if (card) lay(card);
    else if (hit) open(Number(hit));
    else if (number) turn(Number(number));
    else if (what === "search") search();
    else if (what === "restart") restart();
  });
  show();
}
