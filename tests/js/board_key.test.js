// The hour's key: what can be typed.

import assert from "node:assert/strict";
import test from "node:test";
import { KEY_LENGTH, clean } from "../../static/js/board/symbols.js";

test("32 symbols stay as they are", () => {
  const symbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  assert.equal(symbols.length, 32);
  assert.equal(clean(symbols), symbols);
});

test("small letters, blanks and dashes as on the sheet", () => {
  assert.equal(clean("k7mx 4t2r"), "K7MX4T2R");
  assert.equal(clean("K7MX\u00a04T2R"), "K7MX4T2R");
  assert.equal(clean("K7MX-4T2R").length, KEY_LENGTH);
});

test("look-alikes are mended as the server mends them", () => {
  assert.equal(clean("iIlLoOuU"), "111100VV");
});

test("anything else is left out", () => {
  assert.equal(clean("Ä!ß🙂\n"), "SS", "a sharp s in capitals is two letters");
  assert.equal(clean(""), "");
});
