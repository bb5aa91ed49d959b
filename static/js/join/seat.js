// A seat in a running hour: shows every frame, what this seat answered, and what became of it.

import { connect } from "../live/channel.js";
import { swap } from "../live/swap.js";
import { enhance } from "../question/enhance.js";
import { KINDS, kindsIn, load } from "../question/kinds.js";
import { readConfidence, readResponse } from "../question/response.js";
import { showGiven, showOpen } from "./form.js";
import { createOutbox } from "./outbox.js";
import { createOwn } from "./own.js";
import { markPieces } from "./pieces.js";
import { openStore } from "./store.js";

const AGAIN = 2000;   // milliseconds until a script that did not come is asked for again
const root = document.getElementById("live");
const { live, seat } = root.dataset;
const part = (id) => document.getElementById(id);
const own = createOwn();
let { phase, round } = root.dataset;
let net = "connecting";
let offline = false;

let speech = { look() {}, stop() {} };
// Later, and not at all where no device voice can be: the page must be light on a slow network.
if (window.speechSynthesis) import("../reading/speak.js").then(({ start }) => { speech = start(document); }, () => {});
const outbox = createOutbox({ live, seat, store: openStore(), onChange: changed });

function show(frame) {
  const moved = frame.phase !== phase || (frame.round || "") !== round;
  phase = frame.phase;
  round = frame.round || "";
  if (moved) speech.stop();
  swap(root, frame.html);
  refresh();
  const said = root.querySelector("[data-say]");
  if (!moved || !said) return;
  part("said").textContent = said.dataset.say;
  window.scrollTo(0, 0);
}

function changed(where, what) {
  own.set(where, what);
  refresh();
  if (what.state === "unknown") look();
}

// Everything a frame cannot hold because it is this seat's own.
function refresh() {
  const kinds = kindsIn(root);
  if (kinds.some((one) => !KINDS[one])) {
    load(kinds).then(refresh, () => setTimeout(refresh, AGAIN));
    return;
  }
  enhance(root);
  const given = own.given(round);
  const form = root.querySelector("[data-ask]");
  if (form) {
    form.hidden = !given && phase !== "asking";
    if (given) showGiven(form, given.response);
    else if (form.dataset.given) showOpen(form);
  }
  for (const one of root.querySelectorAll("[data-unanswered]")) one.hidden = Boolean(given);
  markPieces(root, given && given.response);
  showBox(own.box(round, phase));
  speech.look();
}

function showBox(found) {
  const state = found ? found.state : "";
  const waits = state === "offline" || state === "busy";
  for (const box of part("box").children) {
    box.hidden = box.dataset.box !== state;
    box.querySelector(".outbox__old").hidden = !found || !found.old;
  }
  part("net").hidden = !offline || waits;
  part("again").hidden = part("kept").hidden = !waits;
  part("talk").hidden = state !== "stored" || phase !== "asking";
  part("reload").hidden = state !== "bad";
  part("on").hidden = state !== "late" && state !== "gone";
  if (part("progress")) part("progress").hidden = phase !== "finished";
}

root.addEventListener("submit", (event) => {
  event.preventDefault();
  if (!round || own.given(round) || phase !== "asking" || kindsIn(root).some((one) => !KINDS[one])) return;
  outbox.put(round, readResponse(event.target), readConfidence(event.target));
  part("box").focus({ preventScroll: true });  // the button that had the focus is gone
});
part("again").addEventListener("click", () => { outbox.sendNow(); part("box").focus({ preventScroll: true }); });
part("on").addEventListener("click", () => { own.told(); refresh(); part("main").focus({ preventScroll: true }); });

// Read what the server holds of this phone: after a gap, and when it did not know the seat.
async function look() {
  try {
    const answer = await fetch(`/live/${live}/mine`, { credentials: "same-origin", cache: "no-store" });
    if (!answer.ok) return;
    if (own.learn(await answer.json(), seat)) refresh();
    else lose();
  } catch (error) { /* the channel says when there is network again */ }
}

function lose() {
  channel.close();
  outbox.close();
  root.hidden = true;
  showBox(null);
  part("lost").hidden = false;
}

function turned(state) {
  const was = net;
  net = state;
  offline = state === "offline";
  if (state === "signed-out" || state === "gone") { if (phase !== "finished") lose(); return; }
  if (was === "offline" && !offline) { look(); outbox.sendNow(); }
  refresh();
}

load(root.dataset.kinds.split(" ").filter(Boolean)).catch(() => {});   // those of the hour, before the network goes
const seated = own.learn(JSON.parse(root.dataset.mine), seat);
const channel = connect({ live, audience: "seats", onFrame: show, onState: (state) => setTimeout(turned, 0, state) });
refresh();
if (seated) outbox.open();
else lose();
