// The mentor's remote: shows every frame, sends moves, and keeps the clock.
import { connect } from "../live/channel.js";
import { createConfirm } from "../live/confirm.js";
import { swap } from "../live/swap.js";
import { createHand } from "../live/moves.js";
import { startClock } from "./clock.js";
import { startCount } from "./count.js";
import { startSaid } from "./said.js";

const root = document.getElementById("live");
const live = root.dataset.live;
const login = root.dataset.login;
let signTimer = 0;
let turn = Number(root.dataset.turn);

const hand = createHand({ live, audience: "staff", onRefused: refused, onSent: sent });
const confirm = createConfirm(root);
const count = startCount(root, (values) => hand.moves([values], true));
const clock = startClock(root);
let { round } = root.dataset;
startSaid(root, { live, round: () => round, onSent: sent, onRefused: refused });

function show(frame) {
  hand.seen(frame);
  if (frame.turn !== turn) confirm.disarm();   // the second tap belonged to what was on screen before
  turn = frame.turn;
  round = frame.round || "";
  swap(root, frame.html);
  confirm.mark();
  mark();
}

// The same bytes go to all staff: who of them holds the steering right is for each page to find out.
function mark() {
  const bar = root.querySelector("[data-holder]");
  const mine = bar !== null && bar.dataset.holder === login;
  if (bar) {
    bar.dataset.state = !mine ? "other" : bar.dataset.locked === undefined ? "me" : "lock";
    for (const one of bar.querySelectorAll("[data-when]")) one.hidden = one.dataset.when !== bar.dataset.state;
  }
  for (const one of root.querySelectorAll("[data-steers]")) if (!mine) one.disabled = true;
  count.refresh();
  clock.refresh();
}

// Where nothing is pushed, or the push is late, the page asks what its move has changed.
function sent() {
  if (channel.state !== "live") channel.refresh();
  else setTimeout(() => { if (hand.busy()) channel.refresh(); }, 500);
}

function refused(answer) {
  sign(answer.message);
  channel.refresh();
}

function sign(text) {
  const place = document.getElementById("sign");
  place.textContent = text;
  place.hidden = false;
  clearTimeout(signTimer);
  signTimer = setTimeout(() => { place.hidden = true; }, 6000);
}

root.addEventListener("click", (event) => {
  const button = event.target.closest("[data-move]");
  if (!button || button.disabled || !button.dataset.move || !confirm.ask(button)) return;
  const values = { move: button.dataset.move };
  if (values.move === "step") values.to = Number(button.dataset.to);
  if (values.move === "lock") values.on = button.dataset.on === "true";
  if (values.move === "rest") values.option = button.dataset.option;
  const counting = count.open;
  if (counting) count.flush();
  hand.moves([values], counting);
});

root.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-present], [data-present-form]")) return;
  event.preventDefault();
  const number = Number(event.target.elements.count.value);
  if (number >= 1) hand.moves([{ move: "present", count: number }], true);
});

// A clicker or keyboard on the mentor's laptop steps too.
document.addEventListener("keydown", (event) => {
  if (event.target.closest("input, textarea, summary, button, a")) return;
  const ids = { ArrowRight: "next", PageDown: "next", ArrowLeft: "back", PageUp: "back" };
  if (ids[event.key] === "next") { const next = root.querySelector("#next"); if (next) next.click(); }
  if (ids[event.key] === "back") { const back = root.querySelector(".rbar__b"); if (back) back.click(); }
});

hand.seen({ turn });
const channel = connect({
  live,
  audience: "staff",
  onFrame: show,
  onState: (state) => { document.getElementById("net").hidden = state !== "offline"; },
});
mark();
