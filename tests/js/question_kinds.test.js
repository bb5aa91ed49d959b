// The kinds of question on a page: what is read and written, and what a script makes handier.

import assert from "node:assert/strict";
import test from "node:test";
import { enhance } from "../../static/js/question/enhance.js";
import { ALL, load } from "../../static/js/question/kinds.js";
import { openParts, readConfidence, readResponse, writeResponse } from "../../static/js/question/response.js";
import { fill } from "../../static/js/question/say.js";
import { press } from "./support/dom.js";
import { formOf } from "./support/questions.js";

await load(ALL);

function enhanced(kind) {
  const made = formOf(kind);
  enhance(made.page);
  return made;
}

const GIVEN = {
  choice: { option: "zwei" },
  multiple: { options: ["eins", "drei"] },
  truth: { because: "zwei" },
  number: { number: "12,5" },
  short: { text: "Mond" },
  poll: { option: "zwei" },
  free: { text: "Mehr Zeit" },
  cloud: { words: ["Mond", "Nacht"] },
  order: { order: ["r", "p", "q"] },
  groups: { groups: { x: "nein", y: "ja" } },
  match: { pairs: { x: "eins", y: "zwei" } },
  gap: { gaps: { g1: "Sonne", g2: "Jahr" } },
  mark: { marks: ["l2"] },
  highlight: { passages: { p1: "meinung", p2: "none" } },
  spots: { marks: ["s2"] },
};

for (const [kind, response] of Object.entries(GIVEN)) {
  test(`${kind}: what is written is read again, before and after the script`, () => {
    for (const { form } of [formOf(kind), enhanced(kind)]) {
      writeResponse(form, response);
      assert.deepEqual(readResponse(form), response);
      assert.equal(openParts(form), 0);
    }
  });
}

test("nothing is given at the start", () => {
  assert.deepEqual(readResponse(formOf("choice").form), { option: null });
  assert.deepEqual(readResponse(formOf("groups").form), { groups: {} });
  assert.deepEqual(readResponse(formOf("mark").form), { marks: [] });
  assert.deepEqual(readResponse(formOf("order").form), { order: ["p", "q", "r"] });
});

test("open is a choice without an option, and every card without a group", () => {
  assert.equal(openParts(formOf("choice").form), 1);
  assert.equal(openParts(formOf("groups").form), 2);
  assert.equal(openParts(formOf("mark").form), 0);
});

test("how sure one is may stay unsaid", () => {
  const { form } = formOf("choice");
  assert.equal(readConfidence(form), null);
  form.querySelector('input[name="confidence"]').checked = true;
  assert.equal(readConfidence(form), "sure");
});

test("choice: the letter chooses, and other keys do not", () => {
  const { field } = enhanced("choice");
  for (const key of ["x", "9", "Enter", "Tab", "F2"]) assert.equal(press(field, key).defaultPrevented, false);
  assert.equal(press(field, "b", { ctrlKey: true }).defaultPrevented, false);
  assert.equal(press(field, "B").defaultPrevented, true);
  assert.deepEqual(readResponse(field.form), { option: "zwei" });
});

test("order: an arrow moves, says the new place, and keeps the focus on the item", () => {
  const { page, form, field } = enhanced("order");
  const down = field.querySelector("li").querySelector('[data-by="1"]');
  down.focus();
  down.click();
  assert.deepEqual(readResponse(form), { order: ["q", "p", "r"] });
  assert.equal(field.querySelector("[data-said]").textContent, "Teil p: jetzt Platz 2 von 3");
  assert.equal(page.activeElement, down);
  assert.deepEqual(field.querySelectorAll(".drag__no").map((one) => one.textContent), ["1", "2", "3"]);
});

test("order: at the end the focus goes to the arrow that is left", () => {
  const { page, field } = enhanced("order");
  const [, second] = field.querySelectorAll("li");
  second.querySelector('[data-by="1"]').click();
  assert.equal(second.querySelector('[data-by="1"]').disabled, true);
  assert.equal(page.activeElement, second.querySelector('[data-by="-1"]'));
});

test("order: the arrows do not send the form any more", () => {
  const { form, field } = enhanced("order");
  let sent = 0;
  form.addEventListener("submit", () => { sent += 1; });
  field.querySelector("li").querySelector('[data-by="1"]').click();
  assert.equal(sent, 0);
});

test("groups: first a card, then a group", () => {
  const { form, field } = enhanced("groups");
  const said = () => field.querySelector("[data-said]").textContent;
  assert.equal(field.querySelector("[data-plain]").hidden, true);
  assert.equal(field.querySelector("[data-cards]").hidden, false);
  field.querySelector('[data-drop="ja"]').click();
  assert.equal(said(), "Wähle erst eine Karte.");
  field.querySelector('[data-item="x"]').click();
  assert.equal(said(), "Karte x gewählt.");
  field.querySelector('[data-drop="ja"]').click();
  assert.equal(said(), "Karte x liegt bei Ja. 1 noch offen.");
  assert.deepEqual(readResponse(form), { groups: { x: "ja" } });
});

test("groups: a card is lifted again and goes elsewhere", () => {
  const { form, field } = enhanced("groups");
  const card = field.querySelector('[data-item="x"]');
  card.click();
  field.querySelector('[data-drop="ja"]').click();
  card.click();
  field.querySelector('[data-drop="nein"]').click();
  assert.deepEqual(readResponse(form), { groups: { x: "nein" } });
  assert.equal(card.closest("[data-bin]").dataset.bin, "nein");
});

test("groups: Escape puts a lifted card down", () => {
  const { field } = enhanced("groups");
  const card = field.querySelector('[data-item="x"]');
  card.click();
  press(card, "Escape");
  assert.equal(card.getAttribute("aria-pressed"), "false");
  field.querySelector('[data-drop="ja"]').click();
  assert.deepEqual(readResponse(field.form), { groups: {} });
});

test("groups: what was given lies in its groups", () => {
  const { form, field } = enhanced("groups");
  writeResponse(form, { groups: { x: "ja", y: "nein" } });
  assert.equal(field.querySelector('[data-item="y"]').closest("[data-bin]").dataset.bin, "nein");
  assert.equal(field.querySelector("[data-pool]").hidden, true);
});

test("match: first one side, then the other, in either order", () => {
  const { page, form, field } = enhanced("match");
  const card = (kind, id) => field.querySelector(`[data-${kind}="${id}"]`);
  const said = () => field.querySelector("[data-said]").textContent;
  card("item", "x").click();
  assert.equal(said(), "Teil x gewählt.");
  card("partner", "zwei").click();
  assert.equal(said(), "Teil x gehört jetzt zu Teil zwei. 1 noch offen.");
  assert.equal(page.activeElement, card("item", "y"));
  assert.equal(card("item", "x").querySelector("[data-own]").textContent, "Teil zwei");
  card("partner", "eins").click();
  card("item", "y").click();
  assert.deepEqual(readResponse(form), { pairs: { x: "zwei", y: "eins" } });
  assert.equal(openParts(form), 0);
});

test("match: a partner has one card only, and a pair is taken apart again", () => {
  const { form, field } = enhanced("match");
  const card = (kind, id) => field.querySelector(`[data-${kind}="${id}"]`);
  const pair = (item, partner) => { card("item", item).click(); card("partner", partner).click(); };
  pair("x", "eins");
  pair("y", "eins");
  assert.deepEqual(readResponse(form), { pairs: { y: "eins" } });
  pair("y", "eins");
  assert.deepEqual(readResponse(form), { pairs: {} });
  assert.equal(field.querySelector("[data-said]").textContent, "Teil y ist frei.");
});

test("match: arrows go along a side, Escape puts a card down", () => {
  const { page, form, field } = enhanced("match");
  const card = (kind, id) => field.querySelector(`[data-${kind}="${id}"]`);
  card("item", "x").focus();
  press(card("item", "x"), "ArrowDown");
  assert.equal(page.activeElement, card("item", "y"));
  press(card("item", "y"), "ArrowDown");
  assert.equal(page.activeElement, card("item", "x"));
  card("item", "x").click();
  press(card("item", "x"), "Escape");
  card("partner", "eins").click();
  assert.deepEqual(readResponse(form), { pairs: {} });
});

test("gap: the button counts the gaps that are still empty", () => {
  const { field, button } = enhanced("gap");
  const [first, second] = field.querySelectorAll('[name^="gap-"]');
  assert.equal(button.textContent, "Noch 2 offen");
  first.value = "Sonne";
  first.dispatchEvent(new Event("input", { bubbles: true }));
  assert.equal(button.textContent, "Noch 1 offen");
  second.value = "Jahr";
  second.dispatchEvent(new Event("change", { bubbles: true }));
  assert.equal(button.textContent, "Antwort abgeben");
});

test("mark: Enter marks as the space bar does", () => {
  const { form, field } = enhanced("mark");
  assert.equal(press(field.querySelector("input"), "Enter").defaultPrevented, true);
  assert.deepEqual(readResponse(form), { marks: ["l1"] });
});

test("highlight: a pen marks every passage that is tapped, and takes its own mark away", () => {
  const { form, field } = enhanced("highlight");
  const tap = (kind, id) => field.querySelector(`[data-${kind}="${id}"]`).click();
  const said = () => field.querySelector("[data-said]").textContent;
  tap("passage", "p1");
  assert.deepEqual(readResponse(form), { passages: { p1: "meinung" } });
  assert.equal(said(), "Satz p1: Meinung. 1 noch offen.");
  tap("pen", "none");
  assert.equal(said(), "Stift: Nichts");
  tap("passage", "p1");
  tap("passage", "p2");
  assert.deepEqual(readResponse(form), { passages: { p1: "none", p2: "none" } });
  assert.equal(field.querySelector('[data-passage="p1"]').dataset.ink, "none");
  tap("passage", "p1");
  assert.equal(said(), "Satz p1: wieder offen.");
  assert.deepEqual(readResponse(form), { passages: { p2: "none" } });
});

test("spots: the picture can be tapped, and shows what is marked", () => {
  const { form, field } = enhanced("spots");
  const region = field.querySelector('[data-spot="s2"]');
  region.querySelector("rect").dispatchEvent(new Event("click", { bubbles: true }));
  assert.deepEqual(readResponse(form), { marks: ["s2"] });
  assert.equal(region.dataset.state, "marked");
  field.querySelectorAll("input")[1].click();
  assert.deepEqual(readResponse(form), { marks: [] });
  assert.equal(region.dataset.state, undefined);
});

test("the button says what is open and does not send before", () => {
  const { form, field, button } = enhanced("groups");
  let sent = 0;
  form.addEventListener("submit", () => { sent += 1; });
  assert.equal(button.textContent, "Noch 2 offen");
  assert.equal(button.getAttribute("aria-disabled"), "true");
  button.click();
  assert.equal(sent, 0);
  for (const one of ["x", "y"]) { field.querySelector(`[data-item="${one}"]`).click(); field.querySelector('[data-drop="ja"]').click(); }
  assert.equal(button.textContent, "Antwort abgeben");
  assert.equal(button.getAttribute("aria-disabled"), null);
  button.click();
  assert.equal(sent, 1);
});

test("the button of a choice asks for an answer, the one of a message tells that none is marked", () => {
  const choice = enhanced("choice");
  assert.equal(choice.button.textContent, "Wähle eine Antwort");
  choice.field.querySelector("input").click();
  assert.equal(choice.button.textContent, "Antwort abgeben");
  const mark = enhanced("mark");
  assert.equal(mark.button.textContent, "Keine Zeile: so abgeben");
  mark.field.querySelector("input").click();
  assert.equal(mark.button.textContent, "Antwort abgeben");
});

test("a question is enhanced once, however often the page changes", () => {
  const { page, field } = enhanced("order");
  enhance(page);
  field.querySelector("li").querySelector('[data-by="1"]').click();
  assert.deepEqual(readResponse(field.form), { order: ["q", "p", "r"] });
});

test("fill leaves alone what it does not know", () => {
  assert.equal(fill("{a} und {b}, {a}", { a: 1 }), "1 und {b}, 1");
});
