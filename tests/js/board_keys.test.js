// Keys and clickers.

import assert from "node:assert/strict";
import test from "node:test";
import { meaning } from "../../static/js/board/keys.js";

const press = (key, more = {}) => ({ key, repeat: false, ctrlKey: false, altKey: false, metaKey: false, onButton: false, ...more });

test("a clicker sends PageUp and PageDown", () => {
  assert.deepEqual(meaning(press("PageDown"), false), { way: "next" });
  assert.deepEqual(meaning(press("PageUp"), false), { way: "back" });
});

test("arrows step too, while counting as well", () => {
  assert.deepEqual(meaning(press("ArrowRight"), false), { way: "next" });
  assert.deepEqual(meaning(press("ArrowLeft"), true), { way: "back" });
});

test("the space bar steps, but on a button it belongs to the button", () => {
  assert.deepEqual(meaning(press(" "), false), { way: "next" });
  assert.equal(meaning(press(" ", { onButton: true }), false), null);
});

test("a key that is held down steps once", () => {
  assert.equal(meaning(press("PageDown", { repeat: true }), false), null);
});

test("keys with Ctrl, Alt or Cmd belong to the browser", () => {
  for (const one of ["ctrlKey", "altKey", "metaKey"]) assert.equal(meaning(press("ArrowRight", { [one]: true }), false), null);
});

test("digits count only while hands are counted", () => {
  assert.deepEqual(meaning(press("7"), true), { digit: "7" });
  assert.equal(meaning(press("7"), false), null);
  assert.equal(meaning(press("7", { repeat: true }), true), null);
});

test("Enter takes the number over, on a button it presses the button", () => {
  assert.deepEqual(meaning(press("Enter"), true), { press: "go" });
  assert.equal(meaning(press("Enter", { onButton: true }), true), null);
  assert.equal(meaning(press("Enter"), false), null);
});

test("the other keys of a count", () => {
  const keys = { ArrowUp: "up", ArrowDown: "down", Backspace: "erase", Delete: "erase", "+": "more", "-": "less" };
  for (const [key, what] of Object.entries(keys)) {
    assert.deepEqual(meaning(press(key), true), { press: what });
    assert.equal(meaning(press(key), false), null);
  }
});

test("any other key is nobody's", () => {
  for (const key of ["a", "Tab", "Escape", "F5"]) assert.equal(meaning(press(key), true), null);
});
