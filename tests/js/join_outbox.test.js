// The outbox: kept until the server has said what became of an answer, sent any number of times, counted once.

import assert from "node:assert/strict";
import test from "node:test";
import { newKey } from "../../static/js/join/key.js";
import { backoff, createOutbox } from "../../static/js/join/outbox.js";
import { memoryStore, openStore } from "../../static/js/join/store.js";
import { answer, createClock, createTarget } from "./support/env.js";

const CHOICE = { option: "zwei" };
const receipt = (code, status = 200, response = CHOICE) => () => answer(status, { code, response });
const stored = receipt("stored");
const noNetwork = () => { throw new TypeError("network"); };

// A phone: `replies` answer its tries one after the other, the last one again and again.
function phone({ replies = [stored], store = memoryStore(), seat = "s1", live = "h1", clock = createClock(), key = 0 } = {}) {
  const sent = [];
  const told = [];
  let made = key;
  const env = {
    page: createTarget(),
    random: () => 0.5,
    now: clock.now,
    newKey: () => { made += 1; return `key-${made}`; },
    setTimeout: clock.setTimeout,
    clearTimeout: clock.clearTimeout,
    AbortController,
    fetch: async (url, options) => {
      sent.push({ url, ...JSON.parse(options.body), type: options.headers["Content-Type"], signal: options.signal });
      return replies[Math.min(sent.length, replies.length) - 1](options);
    },
  };
  const outbox = createOutbox({ live, seat, store, env, onChange: (round, { state, response }) => told.push([round, state, response]) });
  const states = () => told.map(([, state]) => state);
  return { outbox, env, store, clock, sent, told, states };
}

test("an answer is sent once and leaves the device when it is stored", async () => {
  const { outbox, store, clock, sent, told } = phone();
  await outbox.put("r1", CHOICE, "sure");
  await clock.pass(100000);
  assert.equal(sent.length, 1);
  const { url, id, seat, round, response, confidence, type } = sent[0];
  assert.deepEqual({ url, id, seat, round, response, confidence, type }, {
    url: "/live/h1/answers", id: "key-1", seat: "s1", round: "r1", response: CHOICE, confidence: "sure", type: "application/json",
  });
  assert.deepEqual(told, [["r1", "sending", CHOICE], ["r1", "stored", CHOICE]]);
  assert.deepEqual(await store.all(), []);
});

for (const [code, status] of [["stored", 200], ["late", 200], ["already", 409], ["unknown", 404], ["gone", 410], ["bad", 422]]) {
  test(`the receipt "${code}" ends it`, async () => {
    const { outbox, store, clock, sent, states } = phone({ replies: [() => answer(status, { code })] });
    await outbox.put("r1", CHOICE);
    await clock.pass(600000);
    assert.equal(sent.length, 1);
    assert.deepEqual(states(), ["sending", code]);
    assert.deepEqual(await store.all(), []);
  });
}

test("when this seat answered before, it is told what counts", async () => {
  const { outbox, clock, told } = phone({ replies: [() => answer(409, { code: "already", response: { option: "eins" } })] });
  await outbox.put("r1", CHOICE);
  await clock.settle();
  assert.deepEqual(told[told.length - 1], ["r1", "already", { option: "eins" }]);
});

test("without network it goes on for minutes with the same key, then it arrives once", async () => {
  const clock = createClock();
  const { outbox, sent, states } = phone({ clock, replies: [() => (clock.now() < 300000 ? noNetwork() : stored())] });
  await outbox.put("r1", CHOICE);
  await clock.pass(400000);
  assert.ok(sent.length > 10 && sent.length < 25, `${sent.length} tries`);
  assert.equal(new Set(sent.map((one) => one.id)).size, 1);
  assert.equal(states()[1], "offline");
  assert.equal(states()[states().length - 1], "stored");
});

test("the waits grow to half a minute and differ from phone to phone", () => {
  assert.deepEqual([0, 1, 2, 3].map((n) => backoff(n, 0.5)), [1000, 2000, 4000, 8000]);
  assert.equal(backoff(20, 0.5), 30000);
  assert.equal(backoff(0, 0), 500);
  assert.equal(backoff(20, 1), 45000);
});

test("the network coming back is no reason to wait longer", async () => {
  const { outbox, env, clock, sent } = phone({ replies: [noNetwork, noNetwork, noNetwork, noNetwork, stored] });
  await outbox.put("r1", CHOICE);
  await clock.pass(10000);
  assert.equal(sent.length, 4);
  env.page.tell("online");
  await clock.settle();
  assert.equal(sent.length, 5);
});

test("a busy server says when to come back", async () => {
  const busy = () => answer(503, { code: "busy" }, { "Retry-After": "20" });
  const { outbox, clock, sent, states } = phone({ replies: [busy, stored] });
  await outbox.put("r1", CHOICE);
  await clock.pass(19000);
  assert.equal(sent.length, 1);
  assert.deepEqual(states(), ["sending", "busy"]);
  await clock.pass(21000);
  assert.equal(sent.length, 2);
});

test("an answer of anything but our server is no receipt", async () => {
  const portal = () => answer(200);
  const page = () => answer(404, { code: "404", message: "Diese Seite gibt es nicht" });
  const crash = () => answer(500, { code: "500" });
  const { outbox, store, clock, sent, states } = phone({ replies: [portal, page, crash, stored] });
  await outbox.put("r1", CHOICE);
  await clock.settle();
  assert.equal((await store.all()).length, 1);
  await clock.pass(60000);
  assert.equal(sent.length, 4);
  assert.deepEqual(states(), ["sending", "busy", "busy", "busy", "stored"]);
});

test("a try that hangs is given up and made again", async () => {
  const hangs = ({ signal }) => new Promise((_, fail) => { signal.addEventListener("abort", () => fail(new Error("aborted"))); });
  const { outbox, clock, sent, states } = phone({ replies: [hangs, stored] });
  await outbox.put("r1", CHOICE);
  await clock.pass(14000);
  assert.equal(sent.length, 1);
  await clock.pass(3000);
  assert.equal(sent.length, 2);
  assert.deepEqual(states(), ["sending", "offline", "stored"]);
});

test("a reload takes up what waits, with the key it had", async () => {
  const store = memoryStore();
  const before = phone({ store, replies: [noNetwork] });
  await before.outbox.put("r1", CHOICE, "guess");
  await before.clock.pass(5000);
  before.outbox.close();
  const tries = before.sent.length;
  await before.clock.pass(60000);
  assert.equal(before.sent.length, tries, "a closed outbox sends nothing");

  const after = phone({ store, key: 100 });
  await after.outbox.open();
  await after.clock.settle();
  assert.deepEqual(after.told, [["r1", "sending", CHOICE], ["r1", "stored", CHOICE]]);
  assert.deepEqual([after.sent[0].id, after.sent[0].confidence], ["key-1", "guess"]);
  assert.deepEqual(await store.all(), []);
});

test("what another seat or another hour left is not sent, and not kept", async () => {
  for (const other of [{ seat: "s2" }, { live: "h2" }]) {
    const store = memoryStore();
    const before = phone({ store, replies: [noNetwork], ...other });
    await before.outbox.put("r1", CHOICE);
    before.outbox.close();
    const after = phone({ store });
    await after.outbox.open();
    await after.clock.pass(60000);
    assert.equal(after.sent.length, 0);
    assert.deepEqual(after.told, []);
    assert.deepEqual(await store.all(), []);
  }
});

test("after a week an answer is not sent any more", async () => {
  const store = memoryStore();
  const clock = createClock();
  const week = 7 * 24 * 3600 * 1000;
  await store.put({ id: "old", live: "h1", seat: "s1", round: "r1", response: CHOICE, confidence: null, at: -week - 1 });
  await store.put({ id: "new", live: "h1", seat: "s1", round: "r2", response: CHOICE, confidence: null, at: -week + 1 });
  const { outbox, sent } = phone({ store, clock });
  await outbox.open();
  await clock.pass(1000);
  assert.deepEqual(sent.map((one) => one.id), ["new"]);
});

test("a round has one answer, however often the button is pressed", async () => {
  const { outbox, clock, sent } = phone({ replies: [noNetwork, stored] });
  outbox.put("r1", CHOICE);
  outbox.put("r1", { option: "drei" });
  await clock.pass(10000);
  assert.deepEqual(sent.map((one) => one.response), [CHOICE, CHOICE]);
});

test("answers to several rounds go out in their order, one at a time", async () => {
  const clock = createClock();
  const { outbox, sent, told } = phone({ clock, replies: [noNetwork, noNetwork, receipt("stored", 200, null), receipt("stored", 200, null)] });
  await outbox.put("r1", CHOICE);
  await clock.pass(10);
  await outbox.put("r2", { option: "drei" });
  await clock.pass(60000);
  assert.deepEqual(sent.map((one) => one.round), ["r1", "r1", "r1", "r2"]);
  assert.deepEqual(told.filter(([, state]) => state === "stored"), [["r1", "stored", CHOICE], ["r2", "stored", { option: "drei" }]]);
});

test("a browser that keeps nothing still sends while the page is open", async () => {
  const { outbox, clock, states } = phone({ store: openStore(() => { throw new Error("no"); }) });
  await outbox.open();
  await outbox.put("r1", CHOICE);
  await clock.pass(10);
  assert.deepEqual(states(), ["sending", "stored"]);
});

test("keys are 22 characters for a URL and never the same", () => {
  const keys = new Set(Array.from({ length: 500 }, () => newKey()));
  assert.equal(keys.size, 500);
  for (const key of keys) assert.match(key, /^[A-Za-z0-9_-]{22}$/);
  assert.equal(newKey((bytes) => bytes.fill(255)), "_____________________w");
});
