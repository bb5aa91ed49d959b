// The second tap for what cannot be taken back.

import assert from "node:assert/strict";
import test from "node:test";
import { createConfirm } from "../../static/js/board/confirm.js";

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

function board(...buttons) {
  const timers = [];
  const root = { querySelectorAll: () => buttons.filter((one) => one.dataset.confirm) };
  const env = { later: (work) => timers.push(work), never: (id) => { if (id) timers[id - 1] = null; } };
  return { confirm: createConfirm(root, env), wait() { for (const one of timers.splice(0)) if (one) one(); } };
}

test("a move that can be taken back goes at once", () => {
  const step = button("step", "Weiter", "");
  assert.equal(board(step).confirm.ask(step), true);
});

test("closing asks first, then goes", () => {
  const close = button("close", "Schließen", "Wirklich schließen?");
  const { confirm } = board(close);
  assert.equal(confirm.ask(close), false);
  assert.equal(close.text, "Wirklich schließen?");
  assert.ok(close.armed);
  assert.equal(confirm.ask(close), true);
  assert.equal(close.text, "Schließen");
  assert.ok(!close.armed);
});

test("the twin at the other end asks along, and either takes the second tap", () => {
  const [left, right] = [button("close", "Schließen", "Wirklich?"), button("close", "Schließen", "Wirklich?")];
  const { confirm } = board(left, right);
  assert.equal(confirm.ask(left), false);
  assert.equal(right.text, "Wirklich?");
  assert.equal(confirm.ask(right), true);
});

test("after five seconds the first tap is forgotten", () => {
  const close = button("close", "Schließen", "Wirklich?");
  const { confirm, wait } = board(close);
  confirm.ask(close);
  wait();
  assert.equal(close.text, "Schließen");
  assert.equal(confirm.ask(close), false);
});

test("another button disarms the first", () => {
  const close = button("close", "Schließen", "Wirklich?");
  const back = button("step", "Zurück", "Frage schließen?", { to: "2" });
  const { confirm } = board(close, back);
  confirm.ask(close);
  assert.equal(confirm.ask(back), false);
  assert.equal(close.text, "Schließen");
  assert.equal(back.text, "Frage schließen?");
  assert.equal(confirm.ask(close), false, "closing has to be asked again");
});

test("a frame writes the buttons anew; the question stays on them", () => {
  const close = button("close", "Schließen", "Wirklich?");
  const buttons = [close];
  const root = { querySelectorAll: () => buttons };
  const confirm = createConfirm(root, { later: () => 1, never: () => {} });
  confirm.ask(close);
  buttons[0] = button("close", "Schließen", "Wirklich?");
  confirm.mark();
  assert.equal(buttons[0].text, "Wirklich?");
  assert.equal(confirm.ask(buttons[0]), true);
});
