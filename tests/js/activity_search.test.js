// The rules of the search page: the same lists as in app/domain/activities/search.py.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { canSearch, grouped, listing } from "../../static/js/activity/search-rules.js";

const { lists, ...LEVEL } = JSON.parse(readFileSync(new URL("../support/search_lists.json", import.meta.url), "utf8"));

for (const { name, laid, ...expected } of lists) {
  test(`search: ${name}`, () => assert.deepEqual(listing(LEVEL, laid), expected));
}

test("search: there must be something to look for", () => {
  assert.equal(canSearch(LEVEL, []), false);
  assert.equal(canSearch(LEVEL, ["ohne"]), false);
  assert.equal(canSearch(LEVEL, ["ohne", "maus"]), true);
  assert.equal(canSearch(LEVEL, ["zoo"]), true);
});

test("search: large numbers are written in groups", () => {
  assert.deepEqual([0, 7, 999, 1000, 48000, 1234567].map(grouped), ["0", "7", "999", "1.000", "48.000", "1.234.567"]);
});
