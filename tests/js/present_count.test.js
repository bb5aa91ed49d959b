// Counting hands on the mentor's phone: what a tap does to the page, and what is sent.

import assert from "node:assert/strict";
import test from "node:test";
import { startCount } from "../../static/js/present/count.js";
import { documentOf } from "./support/dom.js";

const row = (id) => `<li class="histo__row" data-option="${id}" data-counted=""><button data-choose>${id}</button>`
  + `<button data-rest hidden></button><b class="hcp__n"></b></li>`;
const digits = "1234567890".split("").map((one) => `<button data-digit="${one}"></button>`).join("");
const part = (present, phones) => `<main id="live"><section data-count data-present="${present}" data-phones="${phones}">`
  + `<ol>${row("a")}${row("b")}${row("c")}</ol><p id="sum"><b data-sum></b> <span data-missing></span></p>`
  + `<button data-less></button><button data-more></button>${digits}<button data-delete></button><button data-go></button></section></main>`;

function counting({ present = 24, phones = 0, answer = { ok: true } } = {}) {
  const page = documentOf(part(present || "", phones));
  const root = page.getElementById("live");
  const sent = [];
  const count = startCount(root, (values) => { sent.push(values); return Promise.resolve(answer); });
  count.refresh();
  const tap = (selector) => root.querySelector(selector).dispatchEvent({ type: "click", bubbles: true });
  const rest = (id) => root.querySelector(`[data-option="${id}"] [data-rest]`);
  const press = (key, target = page.body) => target.dispatchEvent({ type: "keydown", key, bubbles: true });
  return { page, root, count, sent, tap, rest, press, sum: () => root.querySelector("#sum").textContent };
}

test("a number goes out at the arrow, and the mark goes on", () => {
  const { root, sent, tap, sum } = counting();
  tap('[data-digit="1"]');
  tap('[data-digit="1"]');
  assert.deepEqual(sent, []);
  assert.equal(sum(), "11 von 24 gezählt, 13 fehlen");
  tap("[data-go]");
  assert.deepEqual(sent, [{ move: "tally", option: "a", count: 11 }]);
  assert.ok(root.querySelector('[data-option="b"]').hasAttribute("data-now"));
});

test("the rest stands in the last row without a number only, without those who answered by phone", () => {
  const { tap, rest, sum } = counting({ phones: 2 });
  tap('[data-digit="9"]');
  assert.ok(rest("b").hidden && rest("c").hidden, "two rows are still open");
  tap("[data-go]");
  tap('[data-digit="8"]');
  assert.equal(rest("c").hidden, false);
  assert.equal(rest("c").textContent, "Rest: 5");
  assert.equal(sum(), "19 von 24 gezählt, 5 fehlen");
});

test("no rest while nobody said how many are here", () => {
  const { tap, rest, sum } = counting({ present: 0 });
  tap('[data-digit="9"]');
  tap("[data-go]");
  tap('[data-digit="8"]');
  assert.ok(rest("c").hidden);
  assert.equal(sum(), "17 gezählt");
});

test("one more and one less change the row that is marked", () => {
  const { tap, sum } = counting();
  tap('[data-digit="9"]');
  tap("[data-more]");
  tap("[data-more]");
  tap("[data-less]");
  assert.equal(sum(), "10 von 24 gezählt, 14 fehlen");
});

test("another row is marked by its words, and what was typed goes out first", () => {
  const { root, sent, tap } = counting();
  tap('[data-digit="7"]');
  tap('[data-option="c"] [data-choose]');
  assert.deepEqual(sent, [{ move: "tally", option: "a", count: 7 }]);
  assert.ok(root.querySelector('[data-option="c"]').hasAttribute("data-now"));
});

test("a number that was refused comes back to be typed again", async () => {
  const { root, sent, tap, sum } = counting({ answer: { ok: false } });
  tap('[data-digit="7"]');
  tap("[data-go]");
  await Promise.resolve();
  assert.equal(sent.length, 1);
  assert.ok(root.querySelector('[data-option="a"]').hasAttribute("data-now"));
  assert.equal(sum(), "7 von 24 gezählt, 17 fehlen");
});

test("a keyboard types digits, takes them back and hands them in, but not those of a field", () => {
  const { root, sent, press } = counting();
  press("1");
  press("2");
  press("Backspace");
  press("Enter");
  assert.deepEqual(sent, [{ move: "tally", option: "a", count: 1 }]);
  const field = root.ownerDocument.createElement("input");
  root.append(field);
  press("5", field);
  press("Enter");
  assert.equal(sent.length, 1);
});
