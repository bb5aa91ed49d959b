// Bring a part of the page to the state of a frame's HTML.
//
//   swap(root, html)  true when something changed
//
// Elements that stay the same stay themselves: a finger that is down on a button keeps its button, focus and scrolling
// stay, opened <details> stay open, and what somebody typed or chose stays while its field does. Elements with an id are
// found again wherever they moved among their siblings. An element with `data-keep` is left alone once it is there.

const shown = new WeakMap();

export function swap(root, html) {
  if (shown.get(root) === html) return false;
  shown.set(root, html);
  const next = root.ownerDocument.createElement("template");
  next.innerHTML = html;
  const active = root.ownerDocument.activeElement;
  const id = active && root.contains(active) ? active.id : "";
  mend(root, next.content);
  if (id && root.ownerDocument.activeElement !== active) {
    const again = root.ownerDocument.getElementById(id);
    if (again) again.focus();
  }
  return true;
}

// The page changed `root` by itself: the next frame is applied even if it is the same as the last.
export function forget(root) { shown.delete(root); }

function mend(old, next) {
  let here = old.firstChild;
  for (const wanted of Array.from(next.childNodes)) {
    const found = match(here, wanted);
    if (!found) { old.insertBefore(wanted, here); continue; }
    if (found !== here) old.insertBefore(found, here);
    else here = here.nextSibling;
    update(found, wanted);
  }
  while (here) {
    const gone = here;
    here = here.nextSibling;
    gone.remove();
  }
}

// The node from `here` on that `wanted` is the new state of: the same id, or, without one, just the node at this place.
function match(here, wanted) {
  const id = wanted.id || "";
  if (id) {
    for (let one = here; one; one = one.nextSibling) if (one.id === id && one.nodeName === wanted.nodeName) return one;
    return null;
  }
  return here && here.nodeName === wanted.nodeName && !here.id ? here : null;
}

function update(old, wanted) {
  if (old.isEqualNode(wanted)) return;
  if (old.nodeType !== 1) { old.nodeValue = wanted.nodeValue; return; }
  if (old.hasAttribute("data-keep")) return;
  attributes(old, wanted);
  mend(old, wanted);
}

function attributes(old, wanted) {
  const opened = old.nodeName === "DETAILS";
  for (const { name } of Array.from(old.attributes)) {
    if (!wanted.hasAttribute(name) && !(opened && name === "open")) old.removeAttribute(name);
  }
  for (const { name, value } of Array.from(wanted.attributes)) {
    if (old.getAttribute(name) !== value && !(opened && name === "open")) old.setAttribute(name, value);
  }
}
