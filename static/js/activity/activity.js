// Activities: find them on a page and bring them to life. Each kind offers start(root); its state lives in the page.

import * as nextWord from "./next-word.js";
import * as robot from "./robot.js";
import { rove } from "./rove.js";
import * as search from "./search.js";
import * as tree from "./tree.js";

const KINDS = { robot, search, "next-word": nextWord, tree };
const done = new WeakSet();

// May be called again after each change of the page: what lives already is left alone.
export function enhance(root) {
  for (const one of root.querySelectorAll("[data-activity]")) {
    if (done.has(one)) continue;
    done.add(one);
    for (const group of one.querySelectorAll("[data-rove]")) rove(group);
    KINDS[one.dataset.activity].start(one);
  }
}

// Where a frame only names its activity, put the one in that the page keeps among its slides: frames stay small.
export function putIn(stage, kept) {
  for (const place of stage.querySelectorAll("[data-activity-of]")) {
    const slide = Array.from(kept.children).find((one) => one.dataset.slide === place.dataset.activityOf);
    const source = slide && slide.querySelector("[data-activity]");
    if (!source || place.querySelector("[data-activity]")) continue;
    place.textContent = "";
    place.append(source.cloneNode(true));
  }
}
