// The kinds of question as templates/question/ writes them, without their looks.

import { documentOf } from "./dom.js";

const HAND_IN = '<div data-still-open><label><input type="radio" name="confidence" value="sure"></label>'
  + '<button type="submit" data-hand-in data-open="Noch {n} offen">Antwort abgeben</button></div>';

const item = (id, at, all) => `<li class="drag"><input type="hidden" name="order" value="${id}"><span class="drag__no">${at}</span>`
  + `<span class="drag__text">Teil ${id}</span><button type="submit" data-by="-1"${at === 1 ? " disabled" : ""}></button>`
  + `<button type="submit" data-by="1"${at === all ? " disabled" : ""}></button></li>`;
const radios = (id) => ["ja", "nein"].map((group) => `<input type="radio" name="group-${id}" value="${group}">`).join("");
const card = (id) => `<li><button type="button" aria-pressed="false" data-item="${id}">Karte ${id}</button></li>`;
const bin = (id, name) => `<section data-bin="${id}"><h2>${name}</h2><button type="button" data-drop="${id}">Hierher</button><ul></ul></section>`;

const named = (name, type) => (letter, id) => `<label class="option" data-opt="${letter}"><input type="${type}" name="${name}" value="${id}"></label>`;
const box = named("option", "checkbox");
const because = named("because", "radio");
const option = named("option", "radio");

const half = (id, kind) => `<li><button type="button" aria-pressed="false" data-${kind}="${id}"><span data-name="">Teil ${id}</span><span data-own=""></span></button></li>`;
const list = (id) => `<select name="pair-${id}"></select>`;

const inks = (id) => ["meinung", "none"].map((one) => `<input type="radio" name="passage-${id}" value="${one}">`).join("");
const passage = (id) => `<button type="button" data-passage="${id}"><span data-name="">Satz ${id}</span><b data-own=""></b></button>`;

export const FIELDS = {
  choice: `<fieldset data-question="choice" data-none="Wähle eine Antwort"><div>${option("a", "eins")}${option("b", "zwei")}${option("c", "drei")}</div></fieldset>`,
  multiple: `<fieldset data-question="multiple" data-none="Wähle mindestens eine Antwort"><div>${box("a", "eins")}${box("b", "zwei")}${box("c", "drei")}</div></fieldset>`,
  truth: `<fieldset data-question="truth" data-none="Wähle eine Begründung"><div>${because("a", "eins")}</div><div>${because("b", "zwei")}</div></fieldset>`,
  number: '<fieldset data-question="number" data-none="Schreib eine Zahl"><input name="number" value=""></fieldset>',
  short: '<fieldset data-question="short" data-none="Schreib eine Antwort"><input name="text" value=""></fieldset>',
  poll: `<fieldset data-question="poll"><div>${option("a", "eins")}${option("b", "zwei")}</div></fieldset>`,
  free: '<fieldset data-question="free" data-none="Schreib etwas"><textarea name="text"></textarea></fieldset>',
  cloud: `<fieldset data-question="cloud">${'<input name="word" value="">'.repeat(3)}</fieldset>`,
  order: `<fieldset data-question="order"><ol data-order data-say="{item}: jetzt Platz {place} von {all}">${["p", "q", "r"].map((id, at) => item(id, at + 1, 3)).join("")}</ol><p data-said></p></fieldset>`,
  groups: `<fieldset data-question="groups"><div data-plain>${radios("x")}${radios("y")}</div><div data-cards hidden><ul data-pool>${card("x")}${card("y")}</ul>${bin("ja", "Ja")}${bin("nein", "Nein")}</div>`
    + '<p data-said data-say="{item} liegt bei {group}. {open} noch offen." data-lifted="{item} gewählt." data-first="Wähle erst eine Karte."></p></fieldset>',
  match: `<fieldset data-question="match"><div data-plain>${list("x")}${list("y")}</div><div data-cards hidden><ul>${half("x", "item")}${half("y", "item")}</ul><ul>${half("eins", "partner")}${half("zwei", "partner")}</ul></div>`
    + '<p data-said data-say="{item} gehört jetzt zu {partner}. {open} noch offen." data-lifted="{item} gewählt." data-parted="{item} ist frei." data-taken="vergeben"></p></fieldset>',
  gap: '<fieldset data-question="gap"><p>Die <input name="gap-g1" value=""> und das <select name="gap-g2"></select>.</p></fieldset>',
  mark: '<fieldset data-question="mark" data-empty="Keine Zeile: so abgeben"><label><input type="checkbox" name="mark" value="l1"></label><label><input type="checkbox" name="mark" value="l2"></label></fieldset>',
  spots: '<fieldset data-question="spots" data-empty="Keine Stelle: so abgeben"><div><svg><g data-spot="s1"><rect/></g><g data-spot="s2"><rect/></g></svg></div><label><input type="checkbox" name="mark" value="s1"></label><label><input type="checkbox" name="mark" value="s2"></label></fieldset>',
  highlight: `<fieldset data-question="highlight"><div data-plain>${inks("p1")}${inks("p2")}</div><div data-cards hidden><button type="button" data-pen="meinung" data-ink="1">Meinung</button><button type="button" data-pen="none" data-ink="none">Nichts</button>${passage("p1")}${passage("p2")}</div>`
    + '<p data-said data-say="{passage}: {ink}. {open} noch offen." data-cleared="{passage}: wieder offen." data-taken="Stift: {ink}"></p></fieldset>',
};

export function formOf(kind) {
  const page = documentOf(`<main><form id="ask" data-ask>${FIELDS[kind]}${HAND_IN}</form></main>`);
  const form = page.querySelector("form");
  return { page, form, field: form.querySelector("[data-question]"), button: form.querySelector("[data-hand-in]") };
}
