// Answers on their way: kept on this device and sent until the server has said what became of them.
//
//   const outbox = createOutbox({ live, seat, store, onChange });
//   await outbox.open()                     take up what an earlier page left behind
//   await outbox.put(round, response, confidence)
//   outbox.sendNow()                        do not wait for the next try;  outbox.close() for good
//   onChange(round, { state, response })    "sending", then "offline" or "busy" while it waits for another try, and
//                                           at the end a receipt's code: stored, late, already, unknown, gone, bad
//
// The key of an answer is made here, once. So it may be sent any number of times and counts once.
// `env` stands for the browser, so that this can be tested without one. Nothing here touches the page.

import { newKey } from "./key.js";

const FINAL = new Set(["stored", "late", "already", "unknown", "gone", "bad"]);
const WEEK = 7 * 24 * 3600 * 1000;
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 30000;
const LONGEST_TRY = 15000;

export function browser() {
  return {
    page: window,
    random: Math.random,
    now: () => Date.now(),
    newKey,
    setTimeout: (work, wait) => setTimeout(work, wait),
    clearTimeout: (id) => clearTimeout(id),
    fetch: (url, options) => fetch(url, options),
    AbortController: window.AbortController,
  };
}

export function createOutbox({ live, seat, store, onChange = () => {}, env = browser() }) {
  const waiting = new Map();   // round -> item, oldest first
  let failures = 0;            // tries in a row without a receipt
  let timer;
  let sending = false;
  let closed = false;

  const say = (item, state, response = item.response) => onChange(item.round, { state, response });

  async function open() {
    for (const item of (await store.all()).sort((one, other) => one.at - other.at)) {
      const own = item.live === live && item.seat === seat;
      // The token of another seat is gone from this browser, so what it left could only be refused.
      if (!own || item.at < env.now() - WEEK) { await store.remove(item.id); continue; }
      if (waiting.has(item.round)) continue;
      waiting.set(item.round, item);
      say(item, "sending");
    }
    send();
  }

  async function put(round, response, confidence = null) {
    if (waiting.has(round)) return;
    const item = { id: env.newKey(), live, seat, round, response, confidence, at: env.now() };
    waiting.set(round, item);
    say(item, "sending");
    const kept = store.put(item);
    sendNow();
    await kept;
  }

  function sendNow() {
    failures = 0;
    send();
  }

  async function send() {
    if (sending || closed) return;
    env.clearTimeout(timer);
    sending = true;
    let wait = 0;
    for (const item of Array.from(waiting.values())) {
      const { code, response, retryAfter } = await post(item);
      if (closed) break;
      if (FINAL.has(code)) { await settle(item, code, response); failures = 0; continue; }
      for (const one of waiting.values()) say(one, code);
      wait = Math.max(backoff(failures, env.random()), retryAfter * (1 + env.random()));
      failures += 1;
      break;
    }
    sending = false;
    if (closed || !waiting.size) return;
    timer = env.setTimeout(send, wait);
  }

  async function settle(item, code, response) {
    waiting.delete(item.round);
    await store.remove(item.id);
    say(item, code, response || item.response);
  }

  async function post({ id, round, response, confidence }) {
    const stop = env.AbortController ? new env.AbortController() : null;
    const limit = env.setTimeout(() => { if (stop) stop.abort(); }, LONGEST_TRY);
    try {
      const answer = await env.fetch(`/live/${live}/answers`, {
        method: "POST",
        credentials: "same-origin",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ id, seat, round, response, confidence }),
        signal: stop ? stop.signal : undefined,
      });
      const body = await answer.json().catch(() => ({}));  // a page of some portal on the way is no receipt
      const known = FINAL.has(body.code);
      return { code: known ? body.code : "busy", response: body.response, retryAfter: secondsOf(answer) * 1000 };
    } catch (error) {
      return { code: "offline", retryAfter: 0 };
    } finally {
      env.clearTimeout(limit);
    }
  }

  const back = () => sendNow();
  env.page.addEventListener("online", back);
  env.page.addEventListener("pageshow", back);

  function close() {
    closed = true;
    env.clearTimeout(timer);
    env.page.removeEventListener("online", back);
    env.page.removeEventListener("pageshow", back);
  }

  return { open, put, sendNow, close };
}

// Milliseconds until the next try: twice as long each time, up to half a minute, and never the same on all phones.
export function backoff(failures, random) {
  return Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** failures) * (0.5 + random);
}

function secondsOf(answer) {
  const seconds = Number(answer.headers.get("Retry-After"));
  return seconds > 0 ? Math.min(seconds, 120) : 0;
}
