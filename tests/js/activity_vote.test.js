// Counted hands in an activity: who leads.

import assert from "node:assert/strict";
import test from "node:test";
import { leaders } from "../../static/js/activity/vote-rules.js";

test("vote: the most hands lead, a tie names all of them, no hand names none", () => {
  assert.deepEqual(leaders([3, 5, 1]), [1]);
  assert.deepEqual(leaders([4, 0, 4]), [0, 2]);
  assert.deepEqual(leaders([0, 0]), []);
  assert.deepEqual(leaders([]), []);
});
