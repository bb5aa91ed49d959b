// The second tap for what cannot be taken back.

import assert from "node:assert/strict";
import test from "node:test";
import { createConfirm } from "../../static/js/live/confirm.js";

// A button of the ledge, as far as the second tap needs one.
function button(move, text, confirm, more = {}) {
  const span = { textContent: text };
  const marks = new Set();
  const dataset = { move, ...more };
  if (confirm) dataset.confirm = confirm;
  return {
    dataset,
    querySelector: () => span,
    hasAttribute: (name) => marks.has(name),
    setAttribute: (name) => marks.add(name),
    removeAttribute: (name) => marks.delete(name),
    get text() { return span.textContent; },
    get armed() { return marks.has("data-armed"); },
  };
}

// A board on a clock that stands until `tick` moves it on.
function board(...buttons) {
  const timers = new Map();
  let now = 0;
  const later = (work, ms) => { const id = {}; timers.set(id, { work, at: now + ms }); return id; };
  const root = { querySelectorAll: () => buttons.filter((one) => one.dataset.confirm) };
  function tick(ms) {
    now += ms;
    for (const [id, { work, at }] of Array.from(timers)) if (at <= now && timers.delete(id)) work();
  }
  return { confirm: createConfirm(root, { later, never: (id) => timers.delete(id) }), buttons, tick };
}

test("a move that can be taken back goes at once", () => {
  const step = button("step", "Weiter", "");
  assert.equal(board(step).confirm.ask(step), true);
});

test("closing asks first, then goes", () => {
  const close = button("close", "Schließen", "Wirklich schließen?");
  const { confirm, tick } = board(close);
  assert.equal(confirm.ask(close), false);
  assert.ok(close.armed);
  tick(300);
  assert.equal(close.text, "Wirklich schließen?");
  assert.equal(confirm.ask(close), true);
  assert.equal(close.text, "Schließen");
  assert.ok(!close.armed);
});

test("the twin at the other end asks along, and either takes the second tap", () => {
  const [left, right] = [button("close", "Schließen", "Wirklich?"), button("close", "Schließen", "Wirklich?")];
  const { confirm, tick } = board(left, right);
  assert.equal(confirm.ask(left), false);
  assert.ok(right.armed);
  tick(300);
  assert.equal(right.text, "Wirklich?");
  assert.equal(confirm.ask(right), true);
});

test("a double tap, or one at each end at once, is no second tap", () => {
  const [left, right] = [button("close", "Schließen", "Wirklich?"), button("close", "Schließen", "Wirklich?")];
  const { confirm, tick } = board(left, right);
  confirm.ask(left);
  assert.equal(confirm.ask(right), false);
  tick(299);
  assert.equal(confirm.ask(left), false);
  assert.equal(left.text, "Schließen", "the question is not there yet");
  tick(1);
  assert.equal(confirm.ask(left), true);
});

test("after five seconds the first tap is forgotten", () => {
  const close = button("close", "Schließen", "Wirklich?");
  const { confirm, tick } = board(close);
  confirm.ask(close);
  tick(5000);
  assert.equal(close.text, "Schließen");
  assert.ok(!close.armed);
  assert.equal(confirm.ask(close), false);
});

test("another button disarms the first", () => {
  const close = button("close", "Schließen", "Wirklich?");
  const back = button("step", "Zurück", "Frage schließen?", { to: "2" });
  const { confirm, tick } = board(close, back);
  confirm.ask(close);
  tick(300);
  assert.equal(confirm.ask(back), false);
  tick(300);
  assert.equal(close.text, "Schließen");
  assert.equal(back.text, "Frage schließen?");
  assert.equal(confirm.ask(close), false, "closing has to be asked again");
});

test("a frame writes the buttons anew; the question stays on them", () => {
  const { confirm, buttons, tick } = board(button("close", "Schließen", "Wirklich?"));
  confirm.ask(buttons[0]);
  tick(300);
  buttons[0] = button("close", "Schließen", "Wirklich?");
  confirm.mark();
  assert.equal(buttons[0].text, "Wirklich?");
  assert.equal(confirm.ask(buttons[0]), true);
});
