// The connection of a page to its hour: stream first, polling where none comes through, and no false alarm.

import assert from "node:assert/strict";
import test from "node:test";
import { connect } from "../../static/js/live/channel.js";
import { answer, createClock, createTarget } from "./support/env.js";

function browser({ fetch = () => answer(304), stream = true } = {}) {
  const clock = createClock();
  const streams = [];
  const asked = [];
  class EventSource {
    constructor(url) { this.url = url; this.open = true; this.works = {}; streams.push(this); }
    addEventListener(type, work) { this.works[type] = work; }
    close() { this.open = false; }
    tell(type, data) { this.works[type]({ data: typeof data === "string" ? data : JSON.stringify(data) }); }
  }
  const env = {
    page: createTarget(),
    document: createTarget({ visibilityState: "visible" }),
    random: () => 0.5,
    setTimeout: clock.setTimeout,
    clearTimeout: clock.clearTimeout,
    fetch: async (url, options) => { asked.push({ url, options }); return fetch(asked.length); },
    EventSource: stream ? EventSource : undefined,
    AbortController,
  };
  const frames = [];
  const states = [];
  const channel = connect({ live: "k", audience: "seats", onFrame: (one) => frames.push(one.seq), onState: (one) => states.push(one), env });
  return { clock, env, streams, asked, frames, states, channel, get stream() { return streams[streams.length - 1]; } };
}

const unreachable = () => { throw new TypeError("network"); };

test("a pushed frame makes it live", () => {
  const page = browser();
  assert.equal(page.stream.url, "/live/k/stream?as=seats");
  page.stream.tell("message", { seq: 4 });
  assert.deepEqual(page.states, ["connecting", "live"]);
  assert.deepEqual(page.frames, [4]);
});

test("within a connection an older frame is dropped, and one of the same number is shown", () => {
  const page = browser();
  for (const seq of [4, 3, 4, 5]) page.stream.tell("message", { seq });
  assert.deepEqual(page.frames, [4, 4, 5]);
});

test("the first frame of a new connection wins, even with a lower number", async () => {
  const page = browser();
  page.stream.tell("message", { seq: 40 });
  page.stream.tell("bye", "1000");
  await page.clock.pass(1500);
  assert.equal(page.streams.length, 2);
  page.stream.tell("message", { seq: 7 });
  page.stream.tell("message", { seq: 8 });
  assert.deepEqual(page.frames, [40, 7, 8]);
});

test("a stream that is given up says nothing any more", async () => {
  const page = browser();
  page.stream.tell("message", { seq: 1 });
  const [old] = page.streams;
  page.stream.tell("bye", "1000");
  await page.clock.pass(1500);
  old.tell("message", { seq: 9 });
  assert.deepEqual(page.frames, [1]);
  assert.equal(old.open, false);
});

test("a restart of the server is no lost network", async () => {
  const page = browser();
  page.stream.tell("message", { seq: 1 });
  page.stream.tell("bye", "2000");
  await page.clock.pass(2000);
  page.stream.tell("message", { seq: 2 });
  assert.deepEqual(page.states, ["connecting", "live"]);
});

test("without a first event twice in five seconds it polls every two seconds", async () => {
  const page = browser();
  await page.clock.pass(9900);
  assert.equal(page.asked.length, 0);
  await page.clock.pass(200);
  assert.equal(page.asked[0].url, "/live/k/state?as=seats");
  assert.equal(page.states[page.states.length - 1], "polling");
  const before = page.asked.length;
  await page.clock.pass(20000);
  assert.ok(page.asked.length - before >= 9 && page.asked.length - before <= 11, `${page.asked.length - before} questions`);
});

test("on a host that cannot stream it polls and never calls itself offline", async () => {
  const page = browser();
  for (let second = 0; second < 30; second += 1) {
    if (page.stream.open) page.stream.tell("error", "");
    await page.clock.pass(1000);
  }
  assert.deepEqual(page.states, ["connecting", "polling"]);
});

test("a browser without streams polls at once", async () => {
  const page = browser({ stream: false, fetch: () => answer(200, { seq: 3 }, { ETag: '"a"' }) });
  await page.clock.pass(10);
  assert.deepEqual(page.frames, [3]);
  assert.equal(page.states[page.states.length - 1], "polling");
});

test("polling names what it has, and an unchanged state is not shown again", async () => {
  const page = browser({ stream: false, fetch: (n) => (n === 1 ? answer(200, { seq: 3 }, { ETag: '"a"' }) : answer(304)) });
  await page.clock.pass(5000);
  assert.deepEqual(page.asked[0].options.headers, {});
  assert.deepEqual(page.asked[1].options.headers, { "If-None-Match": '"a"' });
  assert.deepEqual(page.frames, [3]);
});

test("while it polls it tries the stream again after a minute and stays with it", async () => {
  const page = browser();
  await page.clock.pass(10100);
  const streams = page.streams.length;
  await page.clock.pass(60000);
  assert.equal(page.streams.length, streams + 1);
  page.stream.tell("message", { seq: 1 });
  assert.equal(page.states[page.states.length - 1], "live");
  const asked = page.asked.length;
  await page.clock.pass(20000);
  assert.equal(page.asked.length, asked, "it polls no more");
});

test("without any answer it is offline after a moment, and live when the stream is back", async () => {
  const page = browser({ fetch: unreachable });
  page.stream.tell("message", { seq: 1 });
  page.stream.tell("error", "");
  await page.clock.pass(2000);
  assert.deepEqual(page.states, ["connecting", "live"]);
  await page.clock.pass(700);
  assert.deepEqual(page.states, ["connecting", "live", "offline"]);
  await page.clock.pass(10000);
  page.stream.tell("message", { seq: 2 });
  assert.deepEqual(page.states, ["connecting", "live", "offline", "live"]);
});

test("after 35 seconds without a sign of life it opens a new stream", async () => {
  const page = browser();
  page.stream.tell("message", { seq: 1 });
  await page.clock.pass(30000);
  page.stream.tell("beat", "");
  await page.clock.pass(34000);
  assert.equal(page.streams.length, 1);
  await page.clock.pass(2000);
  assert.equal(page.streams.length, 2);
  assert.equal(page.streams[0].open, false);
});

test("an ended login and an ended hour are the end", async () => {
  for (const [status, state] of [[401, "signed-out"], [403, "signed-out"], [404, "gone"], [410, "gone"]]) {
    const page = browser({ fetch: () => answer(status) });
    page.stream.tell("error", "");
    await page.clock.pass(100000);
    assert.equal(page.states[page.states.length - 1], state);
    assert.equal(page.asked.length, 1, "it does not ask again");
    assert.equal(page.streams.length, 1);
    assert.equal(page.clock.waiting, 0);
  }
});

test("a busy server is no end", async () => {
  const page = browser({ fetch: (n) => (n === 1 ? answer(503) : answer(200, { seq: 2 })) });
  page.stream.tell("error", "");
  await page.clock.pass(6000);
  assert.equal(page.streams.length, 2);
});

test("a hidden page closes its stream, a shown one opens a new one and reads the state", async () => {
  const page = browser({ fetch: () => answer(200, { seq: 9 }) });
  page.stream.tell("message", { seq: 1 });
  page.env.page.tell("pagehide");
  assert.equal(page.stream.open, false);
  await page.clock.pass(120000);
  assert.equal(page.streams.length, 1);
  page.env.page.tell("pageshow");
  await page.clock.pass(10);
  assert.equal(page.streams.length, 2);
  assert.deepEqual(page.frames, [1, 9]);
});

test("it says at once that the browser lost its network, and reads the state when it is back", async () => {
  const page = browser({ fetch: () => answer(200, { seq: 6 }) });
  page.stream.tell("message", { seq: 5 });
  page.env.page.tell("offline");
  assert.equal(page.states[page.states.length - 1], "offline");
  page.env.page.tell("online");
  await page.clock.pass(10);
  assert.deepEqual(page.frames, [5, 6]);
  assert.equal(page.states[page.states.length - 1], "connecting");
});

test("a page that comes to the front reads the state", async () => {
  const page = browser({ fetch: () => answer(200, { seq: 6 }) });
  page.stream.tell("message", { seq: 5 });
  page.env.document.visibilityState = "hidden";
  page.env.document.tell("visibilitychange");
  await page.clock.pass(10);
  assert.equal(page.asked.length, 0);
  page.env.document.visibilityState = "visible";
  page.env.document.tell("visibilitychange");
  await page.clock.pass(10);
  assert.deepEqual(page.frames, [5, 6]);
});

test("two readings at once are one", async () => {
  const page = browser({ fetch: () => answer(200, { seq: 6 }) });
  page.channel.refresh();
  page.channel.refresh();
  await page.clock.pass(10);
  assert.equal(page.asked.length, 1);
});

test("closing leaves nothing behind", async () => {
  const page = browser();
  page.stream.tell("message", { seq: 1 });
  page.channel.close();
  assert.equal(page.stream.open, false);
  assert.equal(page.clock.waiting, 0);
  assert.equal(page.env.page.listeners() + page.env.document.listeners(), 0);
  page.stream.tell("message", { seq: 2 });
  assert.deepEqual(page.frames, [1]);
});

test("a stream that outlived a short loss of the network is live again with its next sign of life", async () => {
  const page = browser();
  page.stream.tell("message", { seq: 1 });
  page.env.page.tell("offline");
  page.env.page.tell("online");
  await page.clock.pass(0);
  assert.equal(page.channel.state, "connecting");
  page.stream.tell("beat", "");
  assert.equal(page.channel.state, "live");
  assert.equal(page.streams.length, 1);
});
