// The next word in the page: guess, count, go on, and say whether the sentence is true. Rules are in next-word-rules.js.

import { fill } from "../question/say.js";
import { END, followers, goOn, shuffled, wordsOf, written } from "./next-word-rules.js";
import { createVote } from "./vote.js";

export function start(root) {
  const rounds = JSON.parse(root.dataset.rounds);
  const words = JSON.parse(root.dataset.words);
  const find = (name) => root.querySelector(`[data-${name}]`);
  const all = (name) => Array.from(root.querySelectorAll(`[data-${name}]`));
  const rows = all("row");
  const texts = all("texts");
  let now = 0;          // the round
  let sentence = [];
  let guess = "";
  let counted = false;
  let verdict = null;   // what was said of the finished sentence
  let again = false;    // the class decides again after the next word

  const round = () => rounds[now];
  const last = () => sentence[sentence.length - 1];
  const ended = () => last() === END;
  const found = () => followers(round().texts, last());
  const say = (text) => { find("say").textContent = text; };
  const tell = (word, values) => say(fill(words[word], values || {}));
  const vote = createVote(root, {
    say,
    onOpen() {
      again = counted = false;
      put();
      show();
      tell(ended() ? "judge" : "next");
    },
    onClose: show,
  });

  // ---- what is on screen
  function show() {
    const voting = Boolean(vote) && vote.open;
    for (const one of all("level")) one.setAttribute("aria-pressed", String(Number(one.dataset.level) === now));
    texts.forEach((one, at) => { one.hidden = at !== now; });
    find("sentence").textContent = written(sentence);
    find("gap").hidden = ended();
    if (find("task")) find("task").textContent = words[ended() ? "check" : "prompt"];   // on the board only
    find("choices").hidden = voting || ended();
    find("judge").hidden = voting || !ended();
    find("truth").hidden = voting || verdict === null;
    find("truth").textContent = round().truth;
    for (const one of all("verdict")) one.setAttribute("aria-pressed", String(one.dataset.verdict === String(verdict)));
    const choices = ended() ? [] : shuffled(found());
    rows.forEach((row, at) => showRow(row, choices[at]));
    for (const one of texts[now].querySelectorAll("li")) showText(Array.from(one.querySelectorAll("[data-read]")));
  }

  function showRow(row, choice) {
    row.hidden = !choice;
    if (!choice) return;
    const button = row.querySelector("[data-word]");
    const bar = row.querySelector("[data-bar]");
    if (button.textContent !== choice.word) button.textContent = choice.word;
    button.setAttribute("aria-pressed", String(choice.word === guess));
    bar.textContent = "";
    row.toggleAttribute("data-top", counted && choice.word === found()[0].word);
    if (!counted) return;
    for (let n = 0; n < choice.count; n += 1) bar.append(document.createElement("i"));
    const times = document.createElement("b");
    times.textContent = fill(words.times, { count: choice.count });
    bar.append(times);
  }

  // While it is counted, the last word and what follows it are marked in the texts.
  function showText(read) {
    const hit = (at) => counted && at >= 0 && read[at].textContent === last();
    read.forEach((one, at) => { one.toggleAttribute("data-hit", hit(at) || hit(at - 1)); });
  }

  // ---- moves
  function pick(word) {
    if (ended()) return;
    guess = word;
    tell("guessed", { word });
    if (vote && vote.open) {
      vote.turn(false);
      again = true;
    }
    show();
  }

  function count() {
    if (ended()) { tell("judge"); return; }
    if (!guess) { tell("guess"); return; }
    counted = true;
    tell("counted", { last: last(), word: found()[0].word });
    show();
  }

  function add() {
    if (ended()) { tell("judge"); return; }
    if (!counted) { tell(guess ? "count" : "guess"); return; }
    const before = sentence.length;
    sentence = goOn(round().texts, sentence.concat(found()[0].word));
    guess = "";
    counted = false;
    if (ended()) tell("judge"); else tell("added", { words: written(sentence.slice(before)) });
    show();
    if (again) vote.turn(true);
  }

  function judge(right) {
    verdict = right;
    tell(right === round().right ? "agreed" : "differs");
    if (vote && vote.open) vote.turn(false);
    show();
  }

  function begin(to) {
    now = to;
    sentence = goOn(round().texts, wordsOf(round().start));
    guess = "";
    counted = again = false;
    verdict = null;
    if (vote && vote.open) put();
    show();
  }

  // ---- the class decides
  function put() {
    if (!ended()) {
      vote.ask(shuffled(found()).map(({ word }) => ({ id: word, text: word })), pick);
      return;
    }
    vote.ask(all("verdict").map((one) => ({ id: one.dataset.verdict === "true", text: one.textContent })), judge);
  }

  root.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const { level, word, verdict: said, do: what } = button.dataset;
    if (word) pick(button.textContent);
    else if (said) judge(said === "true");
    else if (level) { begin(Number(level)); tell("round", { n: now + 1, start: round().start }); }
    else if (what === "count") count();
    else if (what === "add") add();
    else if (what === "restart") { begin(now); tell("start"); }
  });
  begin(0);
}
