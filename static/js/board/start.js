// A board that waits: asks for its code, shows it, and goes to the hour as soon as somebody has typed it.

import { everyFinger } from "./fingers.js";
import { keepAwake, toggleFullscreen } from "./screen.js";

const EVERY = 2000;
const show = (name) => { for (const one of document.querySelectorAll("[data-when]")) one.hidden = one.dataset.when !== name; };
const net = (state) => { document.documentElement.dataset.net = state; };
let etag = "";
let timer = 0;

// Six digits with a no-break space in the middle, as people read them out.
const halves = (code) => `${code.slice(0, 3)}\u00a0${code.slice(3)}`;

async function ask(fresh = false) {
  clearTimeout(timer);
  let answer = null;
  try {
    answer = await fetch("/board/pairings", {
      method: "POST",
      credentials: "same-origin",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(fresh ? { new: true } : {}),
    });
  } catch (error) { /* no network: as if the server had no time */ }
  if (!answer || answer.status >= 500) {
    net("offline");
    timer = setTimeout(ask, EVERY, fresh);
    return;
  }
  const body = await answer.json().catch(() => ({}));
  net("live");
  if (!answer.ok) {
    document.getElementById("why").textContent = body.message || "";
    show("refused");
    return;
  }
  if (!body.code) { location.replace("/board/show"); return; }
  document.getElementById("code").textContent = halves(body.code);
  show("code");
  etag = "";
  wait();
}

function wait() {
  clearTimeout(timer);
  timer = setTimeout(look, EVERY * (0.7 + Math.random() * 0.6));
}

async function look() {
  try {
    const answer = await fetch("/board/state", { cache: "no-store", headers: etag ? { "If-None-Match": etag } : {} });
    if (answer.status === 401) { ask(); return; }
    net(answer.ok || answer.status === 304 ? "live" : "offline");
    if (answer.ok) {
      etag = answer.headers.get("ETag") || "";
      if ((await answer.json()).paired) { location.replace("/board/show"); return; }
    }
  } catch (error) {
    net("offline");
  }
  wait();
}

everyFinger(document);
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-do]");
  if (!button) return;
  if (button.dataset.do === "new") ask(true);
  if (button.dataset.do === "fullscreen") toggleFullscreen();
});
document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") look(); });
window.addEventListener("pageshow", (event) => { if (event.persisted) ask(); });
for (const one of document.querySelectorAll("[data-script]")) one.hidden = false;
keepAwake();
ask();
