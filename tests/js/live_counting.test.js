// Counting hands: the sums and what is offered next.

import assert from "node:assert/strict";
import test from "node:test";
import { lastOpen, missing, nextOpen, rest, sum } from "../../static/js/live/counting.js";

const row = (option, count) => ({ option, letter: option.toUpperCase(), count });
const count = (present, ...counts) => ({ present, rows: counts.map((one, place) => row("abcdef"[place], one)) });

test("rows without a number add nothing", () => {
  assert.equal(sum(count(24, 8, null, 0)), 8);
  assert.equal(sum(count(24, null, null)), 0);
});

test("missing are the people present who were not counted, never less than none", () => {
  assert.equal(missing(count(24, 8, 12, null)), 4);
  assert.equal(missing(count(10, 8, 12, null)), 0);
});

test("nothing is missing and there is no rest while nobody said how many are here", () => {
  assert.equal(missing(count(null, 8, null)), null);
  assert.equal(rest(count(null, 8, null), "b"), null);
});

test("the rest is everybody who was not counted for another option", () => {
  assert.equal(rest(count(24, 8, 12, null), "c"), 4);
  assert.equal(rest(count(24, 8, 12, 1), "c"), 4, "what stands in the row itself does not count");
  assert.equal(rest(count(10, 8, 12, null), "c"), 0);
});

test("who answered by phone is counted and not part of the rest", () => {
  const mixed = { ...count(24, 8, 12, null), phones: 3 };
  assert.equal(sum(mixed), 23);
  assert.equal(missing(mixed), 1);
  assert.equal(rest(mixed, "c"), 1);
});

test("after a row comes the next one without a number", () => {
  assert.equal(nextOpen(count(24, 8, null, null), "a").option, "b");
  assert.equal(nextOpen(count(24, null, 8, null), "b").option, "c");
});

test("behind the last row it goes on at the top", () => {
  assert.equal(nextOpen(count(24, null, 8, 3), "c").option, "a");
});

test("a nought is a number: nobody showed", () => {
  assert.equal(nextOpen(count(24, 0, null), "b").option, "b");
  assert.equal(nextOpen(count(24, 0, 3), "a"), null);
});

test("a fresh count begins at the first row", () => {
  assert.equal(nextOpen(count(24, null, null), "").option, "a");
});

test("the rest is offered where one row alone is open", () => {
  assert.equal(lastOpen(count(24, 8, 12, null)).option, "c");
  assert.equal(lastOpen(count(24, null, 8, null)), null);
  assert.equal(lastOpen(count(24, 8, 12, 4)), null);
});

test("24 hands and three options take at most eight taps", () => {
  // the number pad: two digits and the arrow for each but the last, which is the rest
  const taps = (text) => text.length + 1;
  const counted = count(24, 10, 13, null);
  const all = taps("10") + "13".length + 1;
  assert.equal(rest(counted, "c"), 1);
  assert.ok(all + 1 <= 8, "with the tap on Fertig");
});
