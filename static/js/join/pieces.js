// Show in a solution or result where the pieces lay for this seat. The words stand in the page; here they are chosen.

import { stateOf } from "./own.js";
import { KINDS } from "../question/kinds.js";
import { fill } from "../question/say.js";

// `response` is what this seat answered, null when it did not.
export function markPieces(root, response) {
  if (!response) return;
  for (const part of root.querySelectorAll("[data-kind]")) {
    const { places: placesOf, written } = KINDS[part.dataset.kind];
    const places = placesOf(response);
    const line = part.querySelector("[data-written]");
    if (line && written) {
      line.hidden = false;
      line.querySelector("b").textContent = written(response);
    }
    for (const piece of part.querySelectorAll("[data-piece]")) {
      const own = places[piece.dataset.piece];
      mark(piece, own, stateOf(piece.dataset.right, own), part);
    }
  }
}

function mark(piece, own, state, root) {
  (piece.querySelector(".option") || piece).dataset.state = state;
  for (const tag of piece.querySelectorAll("[data-tag]")) {
    tag.hidden = tag.dataset.tag !== state;
    const text = tag.querySelector("[data-text]");
    if (text && !tag.hidden) text.textContent = fill(text.dataset.text, { own: nameOf(own, root) });
  }
  if (state === "correct" && piece.dataset.own) piece.querySelector(".option__tag").lastChild.textContent = piece.dataset.own;
}

// A place is a number, or the id of a group, whose name stands at its head or in data-name.
function nameOf(own, root) {
  const group = Array.from(root.querySelectorAll("[data-place]")).find((one) => one.dataset.place === own);
  if (!group) return own;
  return group.dataset.name || group.querySelector("h3").textContent;
}
