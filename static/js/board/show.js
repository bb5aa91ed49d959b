// The hour on the board: shows every frame, sends what is tapped or keyed, goes on alone without network.

import { connect } from "../live/channel.js";
import { createHand } from "../live/moves.js";
import { forget, swap } from "../live/swap.js";
import { createConfirm } from "../live/confirm.js";
import { enhance, putIn } from "../activity/activity.js";
import { everyFinger } from "./fingers.js";
import { createCount } from "./hands.js";
import { meaning } from "./keys.js";
import { createOffline } from "./offline.js";
import { fit, keepAwake, toggleFullscreen } from "./screen.js";

const SIGN_FOR = 5000;
const stage = document.getElementById("stage");
const sign = document.getElementById("sign");
const { live, host, turn } = document.body.dataset;
let signTimer = 0;
let newest = { turn: Number(turn), html: stage.innerHTML };  // what the server last said, to come back to
let offline = false;

const kept = document.getElementById("kept");
const alone = createOffline(stage, kept);
const confirm = createConfirm(stage);
const hand = createHand({ live, audience: "board", onRefused: refused, onSent: sent });
const count = createCount(stage, hand);

function show(frame) {
  if (alone.leave()) forget(stage);
  if (frame.turn !== newest.turn) confirm.disarm();  // the second tap belonged to what was on screen before
  newest = frame;
  hand.seen(frame);
  swap(stage, frame.html);
  finishTouch();
}

// What a frame cannot hold, since it is the same for every board: this board's own address, a second tap, typed digits.
function finishTouch() {
  for (const one of stage.querySelectorAll("[data-host]")) one.textContent = host;
  confirm.mark();
  count.refresh();
  putIn(stage, kept);
  enhance(stage);
  fit(stage);
}

function say(text) {
  sign.textContent = text;
  sign.hidden = !text;
  clearTimeout(signTimer);
  signTimer = setTimeout(() => { sign.hidden = true; }, SIGN_FOR);
}

function sent(answer) {
  say("");
  if (channel.state !== "live") channel.refresh();
  else setTimeout(() => { if (hand.busy()) channel.refresh(); }, 500);
}

function refused(answer) {
  if (answer.code === "offline" && offline) return;
  if (answer.status === 401) { over(); return; }
  say(answer.message);
  channel.refresh();
}

function over() {
  document.getElementById("over").hidden = false;
  document.querySelector("#over a").focus();
}

function move(button) {
  if (offline) { if (button.dataset.way) step(button.dataset.way); return; }
  if (!confirm.ask(button)) return;
  const values = { move: button.dataset.move };
  if (values.move === "step") values.to = Number(button.dataset.to);
  const counting = count.open;
  count.leave();
  hand.moves([values], counting);
}

function step(way) {
  forget(stage);
  confirm.disarm();
  alone.step(way);
  finishTouch();
}

everyFinger(document);
document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button || button.disabled) return;
  const { move: name, alone: way, digit, do: what } = button.dataset;
  if (name) move(button);
  else if (way) { if (offline) step(way); }
  else if (digit) count.digit(digit);
  else if (what === "fullscreen") toggleFullscreen();
  else if (what) count.press(what, button);
});

document.addEventListener("keydown", (event) => {
  const onButton = Boolean(event.target.closest && event.target.closest("button, a"));
  const { key, repeat, ctrlKey, altKey, metaKey } = event;
  const meant = meaning({ key, repeat, ctrlKey, altKey, metaKey, onButton }, count.open);
  if (!meant) return;
  event.preventDefault();
  if (meant.digit) count.digit(meant.digit);
  else if (meant.press) count.press(meant.press, null);
  else {
    const button = stage.querySelector(`[data-way="${meant.way}"]:not([disabled])`);
    if (button) button.click();
  }
});

function net(state) {
  document.documentElement.dataset.net = state;
  const was = offline;
  offline = state === "offline";
  if (state === "signed-out" || state === "gone") over();
  if (was && !offline) {
    show(newest);  // the server has nothing new to say when nothing happened meanwhile
    channel.refresh();
  }
  if (was !== offline) fit(stage);
}

hand.seen(newest);
finishTouch();
const channel = connect({ live, audience: "board", onFrame: show, onState: (state) => setTimeout(net, 0, state) });
window.addEventListener("resize", () => fit(stage));
if (document.fonts) document.fonts.ready.then(() => fit(stage));
keepAwake();
