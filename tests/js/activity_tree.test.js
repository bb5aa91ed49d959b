// The tree's rules in the page: the same trees as in app/domain/activities/tree.py.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { answers, hits, isSquare, leafOf, sorted } from "../../static/js/activity/tree-rules.js";

const RUNS = JSON.parse(readFileSync(new URL("../support/tree_runs.json", import.meta.url), "utf8"));

for (const { name, nodes, examples, new: fresh, ...expected } of RUNS) {
  test(`tree: ${name}`, () => {
    assert.deepEqual({
      leaves: fresh.map((one) => leafOf(nodes, one)),
      answers: answers(nodes, examples),
      fit: hits(nodes, examples, examples),
      hits: hits(nodes, examples, fresh),
    }, expected);
  });
}

test("tree: each new creature comes with its leaf, what the tree says and whether that is right", () => {
  const { nodes, examples, new: fresh } = RUNS.find((one) => one.name.startsWith("one-sided"));
  assert.deepEqual(sorted(nodes, examples, fresh), [
    { leaf: 0, said: "Pix", hit: true },
    { leaf: 2, said: "Lumo", hit: false },
    { leaf: 2, said: "Lumo", hit: true },
    { leaf: 0, said: "Pix", hit: false },
  ]);
});

test("tree: who is not square is round", () => {
  assert.equal(isSquare({ has: ["square", "tail"] }), true);
  assert.equal(isSquare({ has: ["tail"] }), false);
});
