// Several fingers and a resting palm on the board.

import assert from "node:assert/strict";
import test from "node:test";
import { everyFinger } from "../../static/js/board/fingers.js";

// A page with a button on the left and one on the right of x = 100, and fingers to put on it.
function glass() {
  const listeners = {};
  const make = (textContent) => {
    const one = { textContent, pressed: 0, closest: () => one, contains: (other) => other === one, click: () => { one.pressed += 1; } };
    return one;
  };
  const [left, right] = [make("Zurück"), make("Weiter")];
  const slide = { closest: () => null };
  everyFinger({
    addEventListener: (name, work) => { listeners[name] = work; },
    elementFromPoint: (x) => (x < 0 ? slide : x < 100 ? left : right),
  });
  function touch(name, target, ...fingers) {
    let prevented = false;
    const changedTouches = fingers.map(([identifier, clientX]) => ({ identifier, clientX, clientY: 0, target }));
    listeners[name]({ changedTouches, preventDefault: () => { prevented = true; } });
    return prevented;
  }
  return { left, right, slide, touch };
}

test("a finger presses the button that it leaves, and the browser presses it no second time", () => {
  const { left, touch } = glass();
  touch("touchstart", left, [0, 50]);
  assert.equal(left.pressed, 0);
  assert.equal(touch("touchend", left, [0, 50]), true);
  assert.equal(left.pressed, 1);
});

test("a palm on the slide takes nothing away from a finger", () => {
  const { right, slide, touch } = glass();
  touch("touchstart", slide, [0, -5]);
  touch("touchstart", right, [1, 150]);
  touch("touchend", right, [1, 150]);
  assert.equal(right.pressed, 1);
  assert.equal(touch("touchend", slide, [0, -5]), false, "what is no button stays with the browser");
});

test("two people press two buttons", () => {
  const { left, right, touch } = glass();
  touch("touchstart", left, [0, 50]);
  touch("touchstart", right, [1, 150]);
  touch("touchend", left, [0, 50]);
  touch("touchend", right, [1, 150]);
  assert.deepEqual([left.pressed, right.pressed], [1, 1]);
});

test("who slides off the button did not mean it", () => {
  const { left, right, touch } = glass();
  touch("touchstart", left, [0, 50]);
  touch("touchend", left, [0, 150]);
  assert.deepEqual([left.pressed, right.pressed], [0, 0]);
});

test("a button that became another one under the finger is not pressed", () => {
  const { right, touch } = glass();
  touch("touchstart", right, [0, 150]);
  right.textContent = "Auflösen";
  touch("touchend", right, [0, 150]);
  assert.equal(right.pressed, 0);
});

test("a touch that the browser took away presses nothing", () => {
  const { left, touch } = glass();
  touch("touchstart", left, [0, 50]);
  touch("touchcancel", left, [0, 50]);
  touch("touchend", left, [0, 50]);
  assert.equal(left.pressed, 0);
});
