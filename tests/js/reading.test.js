// Reading made easier: what is read aloud, by whom, and words that explain themselves.

import assert from "node:assert/strict";
import test from "node:test";
import { ownVoice, textsOf } from "../../static/js/reading/speak.js";
import { start } from "../../static/js/reading/words.js";
import { documentOf, press } from "./support/dom.js";

test("speak: only a German voice of the device itself", () => {
  const own = { lang: "de-DE", localService: true };
  assert.equal(ownVoice([{ lang: "de-DE", localService: false }, { lang: "en-US", localService: true }, own], "de"), own);
  assert.equal(ownVoice([{ lang: "de-DE", localService: false }], "de"), null);
  assert.equal(ownVoice([], "de"), null);
});

test("speak: paragraph by paragraph, without what nobody sees and without the words' explanations", () => {
  const page = documentOf(`<h1>Nicht gemeint</h1>
    <div data-read=""><fieldset><legend>Was  machst
    du?</legend><p hidden="">Nie</p>
    <label><span class="option__key" aria-hidden="true">A</span><span><span class="vh">A, Asterisk: </span>Nachsehen</span></label>
    <label><span>Glauben</span></label></fieldset><ul><li>Eins <b>und</b> eins</li></ul>
    <div class="words"><p>Kurz erklärt:</p></div></div>
    <p data-read="">Ein <a class="word" href="#w">Mond</a><span class="word__text">Er kreist.</span> scheint.</p>`);
  assert.deepEqual(textsOf(page), ["Was machst du?", "Nachsehen", "Glauben", "Eins und eins", "Ein Mond scheint."]);
});

test("speak: the words of a list to choose from are not read in the middle of a sentence", () => {
  const page = documentOf('<div data-read><p>Die Erde kreist um die <select><option>Sonne</option><option>Uhr</option></select>.</p></div>');
  assert.deepEqual(textsOf(page), ["Die Erde kreist um die ."]);
});

function lesson() {
  const page = documentOf(`<p>Ein <a class="word" href="#wort-mond">Mond</a> und <a class="word" href="#wort-fort">mehr</a></p>
    <div class="words"><details id="wort-mond"><summary>Mond</summary><p>Er kreist.</p><p lang="ar" dir="rtl">قمر</p></details></div>`);
  start(page);
  return { page, link: page.querySelector("a.word"), box: () => page.querySelector(".word__text") };
}

test("words: a tap opens the explanation in all its languages, another closes it", () => {
  const { page, link, box } = lesson();
  assert.equal(link.getAttribute("aria-expanded"), "false");
  assert.equal(page.querySelector(".words").hidden, true);
  link.click();
  assert.equal(link.getAttribute("aria-expanded"), "true");
  assert.deepEqual(box().children.map((one) => [one.textContent, one.getAttribute("lang"), one.getAttribute("dir")]), [["Er kreist.", null, null], ["قمر", "ar", "rtl"]]);
  assert.equal(page.querySelector("p").lastChild, box());
  link.click();
  assert.equal(link.getAttribute("aria-expanded"), "false");
  assert.equal(box(), null);
});

test("words: the space bar opens too, other keys do not", () => {
  const { link, box } = lesson();
  assert.equal(press(link, "a").defaultPrevented, false);
  assert.equal(press(link, " ").defaultPrevented, true);
  assert.notEqual(box(), null);
});

test("words: a link without an explanation stays a link", () => {
  const { page } = lesson();
  const other = page.querySelectorAll("a.word")[1];
  assert.equal(other.getAttribute("role"), null);
  other.click();
  assert.equal(page.querySelector(".word__text"), null);
});
