// The robot's rules in the page: the same runs as in app/domain/activities/robot.py.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { act, run, startOf, unfold } from "../../static/js/activity/robot-rules.js";

const RUNS = JSON.parse(readFileSync(new URL("../support/robot_runs.json", import.meta.url), "utf8"));

for (const { name, rows, programme, ...expected } of RUNS) {
  test(`robot: ${name}`, () => {
    const { end, card, fault, steps } = run({ rows }, programme);
    assert.deepEqual({ end, card, fault, steps: steps.length }, expected);
  });
}

test("robot: each step names its card and where the robot is then", () => {
  assert.deepEqual(run({ rows: [">.", ".Z"] }, ["forward", "right", "forward"]).steps, [
    { card: 0, action: "forward", spot: { x: 1, y: 0, facing: 1 } },
    { card: 1, action: "right", spot: { x: 1, y: 0, facing: 2 } },
    { card: 2, action: "forward", spot: { x: 1, y: 1, facing: 2 } },
  ]);
});

test("robot: it starts where the arrow stands, looking that way", () => {
  assert.deepEqual(startOf({ rows: ["..", ".<"] }), { x: 1, y: 1, facing: 3 });
  assert.throws(() => startOf({ rows: [".."] }));
});

test("robot: a repeated card keeps its number in every round", () => {
  assert.deepEqual(unfold(["repeat-2", "left"]).steps, [{ card: 1, action: "left" }, { card: 1, action: "left" }]);
});

test("robot: turning needs no room, going does", () => {
  const level = { rows: ["#^#"] };
  const here = startOf(level);
  assert.deepEqual(act(level, here, "left"), { x: 1, y: 0, facing: 3 });
  assert.equal(act(level, here, "forward"), null);
});
