// The rules of the next word in the page: the same sentences as in app/domain/activities/next_word.py.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { followers, goOn, grow, shuffled, wordsOf, written } from "../../static/js/activity/next-word-rules.js";

const RUNS = JSON.parse(readFileSync(new URL("../support/next_word_runs.json", import.meta.url), "utf8"));
const TEXTS = ["Wale leben im Meer.", "Wale sind groß.", "Wale sind klug."];

for (const { name, texts, start, sentence } of RUNS) {
  test(`next word: ${name}`, () => assert.deepEqual(grow(texts, start), sentence));
}

test("next word: what follows is counted, the most frequent first", () => {
  assert.deepEqual(followers(TEXTS, "Wale"), [{ word: "sind", count: 2 }, { word: "leben", count: 1 }]);
  assert.deepEqual(followers(TEXTS, "klug"), [{ word: ".", count: 1 }]);
  assert.deepEqual(followers(TEXTS, "Haie"), []);
});

test("next word: it is offered in an order that tells nothing", () => {
  assert.deepEqual(shuffled(followers(TEXTS, "Wale")).map(({ word }) => word), ["leben", "sind"]);
  assert.deepEqual(shuffled([{ word: "um" }, { word: "öffnet" }, { word: "acht" }]).map(({ word }) => word), ["acht", "öffnet", "um"]);
});

test("next word: it goes on by itself to the next choice or the full stop", () => {
  assert.deepEqual(goOn(TEXTS, ["Wale"]), ["Wale"]);
  assert.deepEqual(goOn(TEXTS, ["Wale", "leben"]), ["Wale", "leben", "im", "Meer", "."]);
  assert.deepEqual(goOn(TEXTS, ["Wale", "leben", "im", "Meer", "."]), ["Wale", "leben", "im", "Meer", "."]);
});

test("next word: the full stop is a word of its own, and stands at the last word on screen", () => {
  assert.deepEqual(wordsOf("Wale sind klug."), ["Wale", "sind", "klug", "."]);
  assert.equal(written(["Wale", "sind", "klug", "."]), "Wale sind klug.");
  assert.equal(written(["Wale", "sind"]), "Wale sind");
});
