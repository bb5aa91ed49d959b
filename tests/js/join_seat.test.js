// What a seat shows of its own: the given answer, the box under it, and where its pieces lay.

import assert from "node:assert/strict";
import test from "node:test";
import { forget, forgetBefore } from "../../static/js/join/forget.js";
import { showGiven, showOpen } from "../../static/js/join/form.js";
import { createOwn, stateOf } from "../../static/js/join/own.js";
import { markPieces } from "../../static/js/join/pieces.js";
import { ALL, KINDS, load } from "../../static/js/question/kinds.js";
import { memoryStore } from "../../static/js/join/store.js";
import { enhance } from "../../static/js/question/enhance.js";
import { readResponse } from "../../static/js/question/response.js";
import { documentOf } from "./support/dom.js";
import { formOf } from "./support/questions.js";

await load(ALL);

const mine = (answers, seats = [{ key: "s1", name: "Kluger Kiesel" }]) => ({ seats, answers });
const one = (round, late = false, seat = "s1") => ({ seat, round, response: { option: "a" }, late });

test("after a reload the given answer is known, and whether it counted", () => {
  const own = createOwn();
  assert.equal(own.learn(mine([one("r1"), one("r2", true)]), "s1"), true);
  assert.deepEqual(own.given("r1").response, { option: "a" });
  assert.deepEqual(own.box("r1", "asking"), { state: "stored", old: false });
  assert.deepEqual(own.box("r2", "closed"), { state: "late", old: false });
  assert.equal(own.given("r3"), null, "another round is fresh");
  assert.equal(own.box("r3", "asking"), null);
});

test("a seat that is gone, or moved to another phone, is noticed", () => {
  assert.equal(createOwn().learn(mine([], []), "s1"), false);
  assert.equal(createOwn().learn(mine([], [{ key: "s2", name: "" }]), "s1"), false);
});

test("another seat's answers are not this one's", () => {
  const own = createOwn();
  own.learn(mine([one("r1", false, "s2")]), "s1");
  assert.equal(own.given("r1"), null);
});

test("what the server holds ends what was on its way, and does not undo a receipt", () => {
  const own = createOwn();
  own.set("r1", { state: "offline", response: { option: "b" } });
  own.set("r2", { state: "already", response: { option: "b" } });
  own.learn(mine([one("r1"), one("r2")]), "s1");
  assert.equal(own.box("r1", "asking").state, "stored");
  assert.equal(own.box("r2", "asking").state, "already");
});

test("the box says what is on its way in every phase, and that it is stored until people talk or see the solution", () => {
  const own = createOwn();
  own.set("r1", { state: "offline", response: { option: "a" } });
  for (const phase of ["asking", "closed", "discussing", "revealed"]) assert.equal(own.box("r1", phase).state, "offline");
  own.set("r1", { state: "stored", response: { option: "a" } });
  assert.equal(own.box("r1", "asking").state, "stored");
  assert.equal(own.box("r1", "closed").state, "stored");
  assert.equal(own.box("r1", "discussing"), null);
  assert.equal(own.box("r1", "revealed"), null);
});

test("an answer of the round before is spoken of until it was read", () => {
  const own = createOwn();
  own.set("r1", { state: "offline", response: { option: "a" } });
  assert.deepEqual(own.box("r2", "asking"), { state: "offline", old: true });
  assert.deepEqual(own.box("", "slide"), { state: "offline", old: true });
  own.set("r1", { state: "late", response: { option: "a" } });
  assert.deepEqual(own.box("r2", "asking"), { state: "late", old: true });
  own.told();
  assert.equal(own.box("r2", "asking"), null);
  assert.equal(own.box("r1", "closed"), null, "nor when the hour goes back there");
});

test("an answer of the round before that arrived needs no words", () => {
  const own = createOwn();
  own.set("r1", { state: "stored", response: { option: "a" } });
  assert.equal(own.box("r2", "asking"), null);
});

test("going on does not hide what is still on its way", () => {
  const own = createOwn();
  own.set("r1", { state: "busy", response: { option: "a" } });
  own.told();
  assert.equal(own.box("r1", "asking").state, "busy");
});

test("an answer that does not fit may be given again", () => {
  const own = createOwn();
  own.set("r1", { state: "bad", response: { option: "?" } });
  assert.equal(own.given("r1"), null);
  assert.equal(own.box("r1", "asking").state, "bad");
});

test("every kind of response is pieces in places", () => {
  assert.deepEqual(KINDS.choice.places({ option: "b" }), { b: "" });
  assert.deepEqual(KINDS.order.places({ order: ["q", "p"] }), { q: "1", p: "2" });
  assert.deepEqual(KINDS.groups.places({ groups: { x: "ja" } }), { x: "ja" });
  assert.deepEqual(KINDS.mark.places({ marks: ["l1", "l3"] }), { l1: "", l3: "" });
  assert.deepEqual(KINDS.mark.places({ marks: [] }), {});
});

test("a piece is right, elsewhere, not found, or nobody's", () => {
  assert.equal(stateOf("", ""), "correct");
  assert.equal(stateOf("2", "3"), "wrong");
  assert.equal(stateOf(undefined, ""), "wrong");
  assert.equal(stateOf("", undefined), "missed");
  assert.equal(stateOf(undefined, undefined), "off");
});

const OPTIONS = '<div data-piece="a" data-right="" data-own="Deine Antwort. Stimmt."><div class="option" data-state="missed"><span class="option__tag"><i></i>Das stimmt</span></div></div>'
  + '<div data-piece="b"><div class="option" data-state="off"><span class="option__tag"><i></i>Deine Antwort. Stimmt noch nicht.</span></div></div>';

function solved(kind, html, response) {
  const root = documentOf(`<main><section data-kind="${kind}">${html}</section></main>`).querySelector("main");
  markPieces(root, response);
  return root;
}

test("a solved choice shows the own option, right or not", () => {
  const states = (root) => root.querySelectorAll(".option").map((found) => found.dataset.state);
  const right = solved("choice", OPTIONS, { option: "a" });
  assert.deepEqual(states(right), ["correct", "off"]);
  assert.equal(right.querySelector(".option__tag").textContent, "Deine Antwort. Stimmt.");
  const wrong = solved("choice", OPTIONS, { option: "b" });
  assert.deepEqual(states(wrong), ["missed", "wrong"]);
  assert.equal(wrong.querySelector(".option__tag").textContent, "Das stimmt");
  assert.deepEqual(states(solved("choice", OPTIONS, null)), ["missed", "off"], "who did not answer sees the solution alone");
});

test("a solved sorting says where each card lay, by the group's name", () => {
  const tags = '<b data-tag="wrong" hidden><i data-text="Bei dir: {own}">Bei dir: {own}</i></b><b data-tag="correct" hidden>Stimmt</b>';
  const root = solved(
    "groups",
    `<section data-place="ja"><h3>Ja</h3><ul><li data-piece="x" data-right="ja">${tags}</li></ul></section>`
    + `<section data-place="nein"><h3>Nein</h3><ul><li data-piece="y" data-right="nein">${tags}</li></ul></section>`,
    { groups: { x: "nein", y: "nein" } },
  );
  const said = root.querySelectorAll("li").map((piece) => piece.querySelectorAll("[data-tag]").filter((tag) => !tag.hidden).map((tag) => tag.textContent));
  assert.deepEqual(said, [["Bei dir: Nein"], ["Stimmt"]]);
  assert.deepEqual(root.querySelectorAll("li").map((piece) => piece.dataset.state), ["wrong", "correct"]);
});

test("a given choice shows the own option only and takes nothing more", () => {
  const { form, field, button } = formOf("choice");
  enhance(form);
  showGiven(form, { option: "zwei" });
  assert.deepEqual(field.querySelectorAll(".option").map((option) => option.hidden), [true, false, true]);
  assert.equal(field.querySelectorAll(".option")[1].dataset.state, "selected");
  assert.equal(field.disabled, true);
  assert.equal(button.closest("[data-still-open]").hidden, true);
});

test("a given answer of any kind is shown as it was given", () => {
  for (const [kind, response] of [["order", { order: ["r", "q", "p"] }], ["groups", { groups: { x: "ja", y: "ja" } }], ["mark", { marks: ["l2"] }]]) {
    const { form, field } = formOf(kind);
    enhance(form);
    showGiven(form, response);
    assert.deepEqual(readResponse(form), response);
    assert.equal(field.disabled, true);
  }
});

test("a form that is open again is as before", () => {
  const { form, field, button } = formOf("choice");
  enhance(form);
  showGiven(form, { option: "zwei" });
  showOpen(form);
  assert.equal(field.disabled, false);
  assert.deepEqual(field.querySelectorAll(".option").map((option) => [option.hidden, option.dataset.state]), Array(3).fill([false, undefined]));
  assert.equal(button.closest("[data-still-open]").hidden, false);
});

test("signing out forgets the answers first", async () => {
  const store = memoryStore();
  await store.put({ id: "k" });
  await forget(async () => ({ openStore: () => store }));
  assert.deepEqual(await store.all(), []);
});

test("signing out goes on even when nothing can be forgotten", async () => {
  const form = documentOf('<form action="/logout"></form>').querySelector("form");
  const out = new Promise((resolve) => { form.submit = resolve; });
  forgetBefore(form, async () => { throw new Error("no store"); });
  const event = new Event("submit", { cancelable: true });
  form.dispatchEvent(event);
  assert.equal(event.defaultPrevented, true);
  await out;
});
