// A frame's HTML into the page: what stays the same stays itself.

import assert from "node:assert/strict";
import test from "node:test";
import { forget, swap } from "../../static/js/live/swap.js";
import { documentOf } from "./support/dom.js";

function pageWith(html) {
  const page = documentOf('<main id="live"></main>');
  const root = page.getElementById("live");
  swap(root, html);
  return { page, root };
}

test("the page shows what the frame says", () => {
  const { root } = pageWith('<h1>Eins</h1><p class="a">x</p>');
  assert.equal(swap(root, '<h1>Zwei</h1><p class="b">y</p>'), true);
  assert.equal(root.textContent, "Zweiy");
  assert.equal(root.querySelector("p").getAttribute("class"), "b");
});

test("the same HTML again changes nothing, unless the page has changed itself", () => {
  const { root } = pageWith("<p>x</p>");
  root.querySelector("p").textContent = "own";
  assert.equal(swap(root, "<p>x</p>"), false);
  assert.equal(root.textContent, "own");
  forget(root);
  assert.equal(swap(root, "<p>x</p>"), true);
  assert.equal(root.textContent, "x");
});

test("elements that stay are the same ones", () => {
  const { root } = pageWith("<p>x</p><button>Weiter</button>");
  const button = root.querySelector("button");
  swap(root, "<p>y</p><button disabled>Schließen</button>");
  assert.equal(root.querySelector("button"), button);
  assert.equal(button.textContent, "Schließen");
  assert.equal(button.disabled, true);
  swap(root, "<p>y</p><button>Schließen</button>");
  assert.equal(button.disabled, false);
});

test("an element with an id is found again where it has moved to", () => {
  const { root } = pageWith('<p id="a">a</p><p id="b">b</p>');
  const b = root.querySelector("#b");
  swap(root, '<p>new</p><p id="b">b2</p><p id="a">a</p>');
  assert.equal(root.querySelector("#b"), b);
  assert.equal(root.textContent, "newb2a");
});

test("an element without an id never takes the place of one with an id", () => {
  const { root } = pageWith('<p id="notice">old</p><p>text</p>');
  swap(root, "<p>text</p>");
  assert.equal(root.childNodes.length, 1);
  assert.equal(root.textContent, "text");
  assert.equal(root.querySelector("#notice"), null);
});

test("what is kept is left alone as long as it is there, and a new one is new", () => {
  const ask = (round, text) => `<p>${text}</p><form id="ask-${round}" data-keep><input type="radio" name="option" value="a"></form>`;
  const { root } = pageWith(ask(1, "x"));
  const form = root.querySelector("form");
  root.querySelector("input").checked = true;
  form.dataset.given = "yes";
  swap(root, ask(1, "y"));
  assert.equal(root.querySelector("form"), form);
  assert.equal(form.dataset.given, "yes");
  assert.equal(root.querySelector("input").checked, true);
  swap(root, ask(2, "y"));
  assert.notEqual(root.querySelector("form"), form);
  assert.equal(root.querySelector("input").checked, false);
});

test("a kept form stays itself when a note appears before it", () => {
  const { root } = pageWith('<h1 id="q">Frage</h1><form id="ask-1" data-keep><input name="x"></form>');
  const form = root.querySelector("form");
  swap(root, '<h1 id="q">Frage</h1><div id="paper">Hände</div><form id="ask-1" data-keep><input name="x"></form>');
  assert.equal(root.querySelector("form"), form);
  assert.deepEqual(root.children.map((one) => one.id), ["q", "paper", "ask-1"]);
});

test("the focus stays where it was, or goes to the element with its id", () => {
  const { page, root } = pageWith('<p id="x">x</p><button id="go">Los</button>');
  root.querySelector("#go").focus();
  swap(root, '<p id="x">y</p><button id="go">Weiter</button>');
  assert.equal(page.activeElement, root.querySelector("#go"));
  swap(root, '<div><button id="go">Weiter</button></div>');
  assert.equal(page.activeElement, root.querySelector("#go"));
});

test("opened details stay open", () => {
  const { root } = pageWith('<details id="notes"><summary>Mehr</summary><p>eins</p></details>');
  root.querySelector("details").setAttribute("open", "");
  swap(root, '<details id="notes"><summary>Mehr</summary><p>zwei</p></details>');
  assert.equal(root.querySelector("details").hasAttribute("open"), true);
  assert.equal(root.querySelector("p").textContent, "zwei");
});
