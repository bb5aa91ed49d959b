// The one connection of a page to its hour: pushed frames where the network lets them through, else polling.
//
//   const channel = connect({ live, audience, onFrame, onState });
//   onFrame(frame)   every frame to show: the first of a connection always, then none older than the newest seen
//   onState(state)   "connecting" | "live" | "polling" | "offline" | "signed-out" | "gone" (the last two are the end)
//   channel.refresh()  read the state now;  channel.close()  for good
//
// `env` stands for the browser, so that this can be tested without one. Nothing here touches the page.

const FIRST_EVENT = 5000;   // no first event for so long, twice: something on the way swallows the stream
const SILENCE = 35000;      // the server sends a sign of life every 15 s
const POLL = 2000;
const TRY_STREAM_AGAIN = 60000;
const SHOW_OFFLINE = 2500;  // a stream that comes back at once need not be shown
const READ = 8000;
const END = { 401: "signed-out", 403: "signed-out", 404: "gone", 410: "gone" };

export function browser() {
  return {
    page: window,
    document,
    random: Math.random,
    setTimeout: (work, wait) => setTimeout(work, wait),
    clearTimeout: (id) => clearTimeout(id),
    fetch: (url, options) => fetch(url, options),
    EventSource: window.EventSource,
    AbortController: window.AbortController,
  };
}

export function connect({ live, audience, onFrame, onState = () => {}, env = browser() }) {
  const address = (what) => `/live/${live}/${what}?as=${audience}`;
  let state = "";
  let source = null;
  let heardFrame = false;   // in this connection
  let misses = 0;           // connections in a row without a first event
  let failures = 0;         // attempts in a row without an answer at all
  let polling = false;
  let closed = false;
  let seen = -Infinity;
  let etag = "";
  let reading = null;
  const timers = {};

  function later(name, wait, work) {
    env.clearTimeout(timers[name]);
    timers[name] = env.setTimeout(work, wait);
  }
  function never(...names) { for (const one of names) { env.clearTimeout(timers[one]); timers[one] = undefined; } }
  const about = (wait) => wait * (0.7 + env.random() * 0.6);

  function say(next) {
    if (next !== "offline") never("offline");
    if (next === state || closed) return;
    state = next;
    onState(next);
  }

  function lost() {
    if (state === "offline" || timers.offline !== undefined) return;
    later("offline", SHOW_OFFLINE, () => say("offline"));
  }

  function end(next) {
    say(next);
    close();
  }

  function accept(frame, first) {
    if (!first && frame.seq < seen) return;
    seen = frame.seq;
    onFrame(frame);
  }

  // ---- the stream ----

  function drop() {
    if (source) source.close();
    source = null;
    never("first", "silence");
  }

  function open() {
    if (closed) return;
    drop();
    never("reopen");
    if (!env.EventSource) { startPolling(); return; }
    heardFrame = false;
    const own = source = new env.EventSource(address("stream"));
    const mine = (work) => (event) => { if (own === source) work(event); };
    own.addEventListener("message", mine(onPush));
    own.addEventListener("frame", mine(onPush));
    own.addEventListener("beat", mine(onBeat));
    own.addEventListener("bye", mine(onBye));
    own.addEventListener("error", mine(onError));
    later("first", FIRST_EVENT, () => { missed(); drop(); if (!polling) open(); });
  }

  function heard() {
    later("silence", SILENCE, () => { drop(); lost(); open(); });
  }

  // A stream that outlived a short loss of the network says so with its next sign of life.
  function onBeat() {
    heard();
    if (heardFrame) say("live");
  }

  function onPush(event) {
    const frame = JSON.parse(event.data);
    heard();
    never("first");
    const first = !heardFrame;
    heardFrame = true;
    misses = failures = 0;
    stopPolling();
    say("live");
    accept(frame, first);
  }

  function onBye(event) {
    // The server restarts; all pages come back, but not in the same moment.
    drop();
    lost();
    later("reopen", about(Number(event.data) || 2000), open);
  }

  async function onError() {
    // EventSource does not tell why: an end without an answer, or an answer that is no stream (204 on a plain host).
    const had = heardFrame;
    drop();
    if (!had && polling) return;
    lost();
    const answered = await read(true);
    if (closed || source) return;
    if (answered && !had) missed();
    if (polling) return;
    failures = answered ? 0 : failures + 1;
    later("reopen", (1000 + env.random() * 3000) * Math.min(1 + failures / 4, 3), open);
  }

  function missed() {
    misses += 1;
    if (misses >= 2) startPolling();
  }

  // ---- polling ----

  function startPolling() {
    if (polling || closed) return;
    polling = true;
    poll();
    later("again", about(TRY_STREAM_AGAIN), again);
  }

  function again() {
    if (!polling || !env.EventSource) return;
    misses = 1;
    open();
    later("again", about(TRY_STREAM_AGAIN), again);
  }

  async function poll() {
    if (!polling) return;
    await read(true);
    if (polling && !closed) later("poll", about(POLL), poll);
  }

  function stopPolling() {
    polling = false;
    never("poll", "again");
  }

  // ---- reading the state ----

  function read(first = false) {
    if (!reading) reading = fetchState(first).finally(() => { reading = null; });
    return reading;
  }

  async function fetchState(first) {
    const stop = env.AbortController ? new env.AbortController() : null;
    if (stop) later("read", READ, () => stop.abort());
    try {
      const answer = await env.fetch(address("state"), {
        cache: "no-store",
        credentials: "same-origin",
        headers: etag ? { "If-None-Match": etag } : {},
        signal: stop ? stop.signal : undefined,
      });
      if (closed) return false;
      if (END[answer.status]) { end(END[answer.status]); return true; }
      if (answer.status !== 200 && answer.status !== 304) throw new Error(String(answer.status));
      const frame = answer.status === 200 ? await answer.json() : null;
      if (closed) return false;
      never("offline");  // whatever became of the stream, the server is there
      if (frame) etag = answer.headers.get("ETag") || "";
      if (polling) say("polling");
      else if (state === "offline") say("connecting");
      if (frame) accept(frame, first && !heardFrame);
      return true;
    } catch (error) {
      if (polling) lost();
      return false;
    } finally {
      never("read");
    }
  }

  // ---- the page ----

  function back() {
    // The page was hidden, asleep or without network: what it shows may be old, and timers may have stood still.
    if (closed) return;
    read();
    if (!source && !polling) open();
  }
  const wake = () => { if (env.document.visibilityState === "visible") back(); };
  const cut = () => { say("offline"); };
  const hide = () => { drop(); never("reopen", "poll", "again", "offline"); };
  const show = () => { if (polling) { poll(); later("again", about(TRY_STREAM_AGAIN), again); } else back(); };

  env.page.addEventListener("pageshow", show);
  env.page.addEventListener("pagehide", hide);
  env.page.addEventListener("online", back);
  env.page.addEventListener("offline", cut);
  env.document.addEventListener("visibilitychange", wake);

  function close() {
    if (closed) return;
    drop();
    stopPolling();
    never(...Object.keys(timers));
    closed = true;
    env.page.removeEventListener("pageshow", show);
    env.page.removeEventListener("pagehide", hide);
    env.page.removeEventListener("online", back);
    env.page.removeEventListener("offline", cut);
    env.document.removeEventListener("visibilitychange", wake);
  }

  say("connecting");
  open();
  return { close, refresh: () => read(), get state() { return state; } };
}
