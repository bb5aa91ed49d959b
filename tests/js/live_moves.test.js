// Sending moves: what came of them in words, and one thing after the other.

import assert from "node:assert/strict";
import test from "node:test";
import { createHand, send } from "../../static/js/live/moves.js";
import { answer } from "./support/env.js";

const sent = (fetch) => send({ live: "k", audience: "staff", turn: 7, values: { move: "step", to: 3 }, fetch });

test("a move names the turn that was on screen", async () => {
  let asked;
  const came = await sent(async (url, options) => { asked = { url, options }; return answer(200, { seq: 12, turn: 8 }); });
  assert.deepEqual(came, { ok: true, seq: 12, turn: 8 });
  assert.equal(asked.url, "/live/k/moves?as=staff");
  assert.deepEqual(JSON.parse(asked.options.body), { move: "step", to: 3, turn: 7 });
  assert.equal(asked.options.headers["Content-Type"], "application/json");
});

test("a refusal comes with the server's words", async () => {
  const came = await sent(async () => answer(409, { code: "stale", message: "Jemand war schneller." }));
  assert.deepEqual(came, { ok: false, status: 409, code: "stale", message: "Jemand war schneller." });
});

test("an answer that is no JSON is told by its status", async () => {
  const came = await sent(async () => answer(502));
  assert.equal(came.code, "502");
  assert.ok(came.message);
});

test("no answer at all is offline", async () => {
  const came = await sent(async () => { throw new TypeError("network"); });
  assert.equal(came.code, "offline");
  assert.equal(came.status, 0);
});

function handWith(post) {
  const log = [];
  let now = 0;
  const hand = createHand({
    live: "k",
    audience: "board",
    now: () => now,
    onSent: () => log.push("sent"),
    onRefused: (one) => log.push(one.code),
    post: async (one) => { log.push([one.values.move, one.turn]); return post ? post(one) : { ok: true, turn: one.turn + 1 }; },
  });
  return { hand, log, pass: (wait) => { now += wait; } };
}

test("a tap after the frame of the first counts, also when the answer to the first is still on its way", async () => {
  const answers = [];
  const { hand, log } = handWith(() => new Promise((done) => { answers.push(done); }));
  hand.seen({ turn: 3 });
  const first = hand.moves([{ move: "step", to: 1 }]);
  await Promise.resolve();
  assert.equal(hand.busy(), true);
  hand.seen({ turn: 4 });
  const second = hand.moves([{ move: "step", to: 2 }]);
  assert.equal((await hand.moves([{ move: "step", to: 3 }])).code, "busy");
  answers[0]({ ok: true, turn: 4 });
  await first;
  await new Promise(setImmediate);
  assert.equal(hand.busy(), true);
  answers[1]({ ok: true, turn: 5 });
  assert.equal((await second).ok, true);
  assert.deepEqual(log, [["step", 3], "sent", ["step", 4], "sent"]);
});

test("several moves as one keep the hand busy to the last", async () => {
  const answers = [];
  const { hand } = handWith(() => new Promise((done) => { answers.push(done); }));
  hand.seen({ turn: 3 });
  const both = hand.moves([{ move: "tally" }, { move: "counted" }]);
  await Promise.resolve();
  hand.seen({ turn: 4 });
  assert.equal(hand.busy(), true);
  answers[0]({ ok: true, turn: 4 });
  await new Promise(setImmediate);
  answers[1]({ ok: true, turn: 5 });
  assert.equal((await both).ok, true);
});

test("a second tap waits for the frame of the first", async () => {
  const { hand, log } = handWith();
  hand.seen({ turn: 3 });
  const first = hand.moves([{ move: "close" }]);
  assert.equal((await hand.moves([{ move: "show" }])).code, "busy");
  await first;
  assert.equal((await hand.moves([{ move: "show" }])).code, "busy");
  hand.seen({ turn: 4 });
  await hand.moves([{ move: "show" }]);
  assert.deepEqual(log, [["close", 3], "sent", ["show", 4], "sent"]);
});

test("when no frame comes the hand is free again after a moment", async () => {
  const { hand, pass } = handWith();
  hand.seen({ turn: 3 });
  await hand.moves([{ move: "close" }]);
  assert.equal(hand.busy(), true);
  pass(1600);
  assert.equal(hand.busy(), false);
});

test("several moves go out one after the other, each with the turn the one before made", async () => {
  const { hand, log } = handWith();
  hand.seen({ turn: 3 });
  await hand.moves([{ move: "tally" }, { move: "tally" }, { move: "counted" }]);
  assert.deepEqual(log, [["tally", 3], ["tally", 4], ["counted", 5], "sent"]);
});

test("what is refused ends the row and frees the hand", async () => {
  const { hand, log } = handWith((one) => (one.values.move === "bad" ? { ok: false, code: "too-many" } : { ok: true, turn: one.turn + 1 }));
  hand.seen({ turn: 3 });
  await hand.moves([{ move: "tally" }, { move: "bad" }, { move: "counted" }]);
  assert.deepEqual(log, [["tally", 3], ["bad", 4], "too-many"]);
  assert.equal(hand.busy(), false);
});

test("a patient move waits for its turn instead", async () => {
  const { hand, log } = handWith();
  hand.seen({ turn: 3 });
  await Promise.all([hand.moves([{ move: "tally" }]), hand.moves([{ move: "counted" }], true)]);
  assert.deepEqual(log.filter(Array.isArray), [["tally", 3], ["counted", 4]]);
});

test("a frame from before the own move does not turn back the number", async () => {
  const { hand, log } = handWith();
  hand.seen({ turn: 3 });
  await hand.moves([{ move: "close" }]);
  hand.seen({ turn: 3 });
  assert.equal(hand.busy(), true);
  await hand.moves([{ move: "show" }], true);
  assert.deepEqual(log.filter(Array.isArray), [["close", 3], ["show", 4]]);
});

test("a frame that overtakes the answer to the own move counts once", async () => {
  const { hand, log } = handWith(async (one) => {
    if (one.values.move === "close") hand.seen({ turn: one.turn + 1 });
    return { ok: true, turn: one.turn + 1 };
  });
  hand.seen({ turn: 3 });
  await hand.moves([{ move: "close" }]);
  assert.equal(hand.busy(), false);
  await hand.moves([{ move: "show" }]);
  assert.deepEqual(log.filter(Array.isArray), [["close", 3], ["show", 4]]);
});

test("after a refusal the turn on screen counts again", async () => {
  const answers = [{ ok: true, turn: 9 }, { ok: false, code: "stale" }, { ok: true, turn: 4 }];
  const { hand, log } = handWith(async () => answers.shift());
  hand.seen({ turn: 3 });
  for (let n = 0; n < 3; n += 1) await hand.moves([{ move: "close" }], true);
  assert.deepEqual(log.filter(Array.isArray), [["close", 3], ["close", 9], ["close", 3]]);
});
