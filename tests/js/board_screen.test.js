// Text that is too long for the stage gets smaller step by step.

import assert from "node:assert/strict";
import test from "node:test";
import { fit } from "../../static/js/board/screen.js";

// A stage 100 high. `heights`: how high its list gets at each step of size; the list has 60, below it stands a panel.
function stage(heights, { scrollHeight = 100 } = {}) {
  globalThis.document = { documentElement: { dataset: {} } };
  const size = document.documentElement.dataset;
  const box = (bottom) => ({ getBoundingClientRect: () => ({ bottom: bottom() }) });
  const list = { ...box(() => 60), querySelectorAll: () => [box(() => heights[Number(size.fit)])] };
  const panel = { ...box(() => 100), querySelectorAll: () => [box(() => 100)] };
  const main = { children: [list, panel], scrollHeight, clientHeight: 100, scrollWidth: 100, clientWidth: 100 };
  return { root: { querySelector: () => main }, size };
}

test("what has room keeps its size", () => {
  const { root, size } = stage([60, 50, 40, 30]);
  fit(root);
  assert.equal(size.fit, "");
});

test("a list that would lie under the panel gets smaller until it does not", () => {
  const { root, size } = stage([80, 70, 60, 50]);
  fit(root);
  assert.equal(size.fit, "2");
});

test("a stage that runs over gets as small as there is", () => {
  const { root, size } = stage([60, 50, 40, 30], { scrollHeight: 140 });
  fit(root);
  assert.equal(size.fit, "3");
});
