// Without network: which slide comes next.

import assert from "node:assert/strict";
import test from "node:test";
import { turnTo } from "../../static/js/board/offline.js";

test("one step on, one step back", () => {
  assert.equal(turnTo(3, "next", 10), 4);
  assert.equal(turnTo(3, "back", 10), 2);
});

test("nothing lies before the first slide and behind the last", () => {
  assert.equal(turnTo(0, "back", 10), 0);
  assert.equal(turnTo(9, "next", 10), 9);
});
