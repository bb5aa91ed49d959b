// A marked word opens its short explanation below its paragraph. Without this script the link leads to the list below.

export function start(root) {
  const links = Array.from(root.querySelectorAll("a.word")).filter((one) => sourceOf(root, one));
  for (const one of links) {
    one.setAttribute("role", "button");
    one.setAttribute("aria-expanded", "false");
  }
  for (const list of root.querySelectorAll(".words")) {
    if (links.some((one) => list.contains(sourceOf(root, one)))) list.hidden = true;
  }
  root.addEventListener("click", (event) => {
    const link = linkAt(event, links);
    if (!link) return;
    event.preventDefault();
    turn(root, link);
  });
  root.addEventListener("keydown", (event) => {
    const link = event.key === " " ? linkAt(event, links) : null;
    if (!link) return;
    event.preventDefault();   // a button answers to the space bar too
    turn(root, link);
  });
}

const sourceOf = (root, link) => root.querySelector(link.getAttribute("href"));
const linkAt = (event, links) => { const link = event.target.closest("a.word"); return links.includes(link) ? link : null; };

const boxes = new WeakMap();   // link -> what it opened

function turn(root, link) {
  const open = boxes.get(link);
  link.setAttribute("aria-expanded", String(!open));
  if (open) { open.remove(); boxes.delete(link); return; }
  const box = link.ownerDocument.createElement("span");
  box.setAttribute("class", "word__text");
  for (const line of sourceOf(root, link).querySelectorAll("p")) {
    const text = link.ownerDocument.createElement("span");
    for (const name of ["lang", "dir"]) if (line.hasAttribute(name)) text.setAttribute(name, line.getAttribute(name));
    text.textContent = line.textContent;
    box.append(text);
  }
  link.closest("p, li").append(box);   // behind the sentence, so that it stays in one piece
  boxes.set(link, box);
}
