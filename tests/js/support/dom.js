// As much of a browser's page as our modules use, so that they run under Node's own test runner. What a real browser
// makes of them is tested in tests/browser; here are their rules.
//
//   const page = documentOf("<main><p>...</p></main>");   page.querySelector(...), page.activeElement

const VOID = new Set(["input", "br", "img", "path", "rect", "use", "meta", "link"]);

class Node {
  constructor(ownerDocument) { this.ownerDocument = ownerDocument; this.parentNode = null; this.childNodes = []; this.listeners = {}; }
  get firstChild() { return this.childNodes[0] || null; }
  get lastChild() { return this.childNodes[this.childNodes.length - 1] || null; }
  get nextSibling() { const all = this.parentNode ? this.parentNode.childNodes : []; return all[all.indexOf(this) + 1] || null; }
  get parentElement() { return this.parentNode instanceof Element ? this.parentNode : null; }
  get isConnected() { return this.ownerDocument.contains(this); }
  contains(other) { for (let one = other; one; one = one.parentNode) if (one === this) return true; return false; }
  remove() {
    if (!this.parentNode) return;
    const all = this.parentNode.childNodes;
    all.splice(all.indexOf(this), 1);
    this.parentNode = null;
    if (this.contains(this.ownerDocument.activeElement)) this.ownerDocument.activeElement = this.ownerDocument.body;
  }
  insertBefore(node, before) {
    for (const one of node instanceof Fragment ? node.childNodes.slice() : [node]) {
      one.remove();
      this.childNodes.splice(before ? this.childNodes.indexOf(before) : this.childNodes.length, 0, one);
      one.parentNode = this;
    }
  }
  append(...nodes) { for (const one of nodes) this.insertBefore(one, null); }
  after(node) { this.parentNode.insertBefore(node, this.nextSibling); }
  before(node) { this.parentNode.insertBefore(node, this); }
  get textContent() { return this.childNodes.map((one) => one.textContent).join(""); }
  set textContent(text) { for (const one of this.childNodes.slice()) one.remove(); this.append(new Text(this.ownerDocument, String(text))); }
  isEqualNode(other) {
    return this.nodeType === other.nodeType && this.nodeName === other.nodeName && this.nodeValue === other.nodeValue
      && JSON.stringify(sorted(this.attributes)) === JSON.stringify(sorted(other.attributes))
      && this.childNodes.length === other.childNodes.length
      && this.childNodes.every((one, at) => one.isEqualNode(other.childNodes[at]));
  }
  addEventListener(type, work) { (this.listeners[type] = this.listeners[type] || []).push(work); }
  dispatchEvent(event) {
    if (!Object.prototype.hasOwnProperty.call(event, "target")) Object.defineProperty(event, "target", { value: this });
    let stopped = false;
    event.stopImmediatePropagation = () => { stopped = true; };
    for (let one = this; one && !stopped; one = event.bubbles ? one.parentNode : null) {
      for (const work of (one.listeners[event.type] || []).slice()) { if (!stopped) work(event); }
    }
    return !event.defaultPrevented;
  }
  querySelectorAll(selector) {
    const found = [];
    const walk = (node) => { for (const one of node.childNodes) if (one instanceof Element) { if (one.matches(selector, this)) found.push(one); walk(one); } };
    walk(this);
    return found;
  }
  querySelector(selector) { return this.querySelectorAll(selector)[0] || null; }
}

const sorted = (attributes) => (attributes || []).map(({ name, value }) => [name, value]).sort();

class Text extends Node {
  constructor(ownerDocument, data) { super(ownerDocument); this.nodeType = 3; this.nodeName = "#text"; this.nodeValue = data; }
  get textContent() { return this.nodeValue; }
  set textContent(text) { this.nodeValue = text; }
}

class Fragment extends Node {
  constructor(ownerDocument) { super(ownerDocument); this.nodeType = 11; this.nodeName = "#document-fragment"; }
}

class Element extends Node {
  constructor(ownerDocument, name) {
    super(ownerDocument);
    this.nodeType = 1;
    this.nodeName = this.tagName = name.toUpperCase();
    this.nodeValue = null;
    this.names = new Map();
    if (name === "template") this.content = new Fragment(ownerDocument);
    this.dataset = new Proxy(this, {
      get: (element, key) => (element.hasAttribute(dashed(key)) ? element.getAttribute(dashed(key)) : undefined),
      set: (element, key, value) => { element.setAttribute(dashed(key), value); return true; },
      deleteProperty: (element, key) => { element.removeAttribute(dashed(key)); return true; },
    });
  }
  get attributes() { return Array.from(this.names, ([name, value]) => ({ name, value })); }
  get children() { return this.childNodes.filter((one) => one instanceof Element); }
  get nextElementSibling() { const all = this.parentNode.children; return all[all.indexOf(this) + 1] || null; }
  get previousElementSibling() { const all = this.parentNode.children; return all[all.indexOf(this) - 1] || null; }
  hasAttribute(name) { return this.names.has(name); }
  getAttribute(name) { return this.names.has(name) ? this.names.get(name) : null; }
  setAttribute(name, value) { this.names.set(name, String(value)); }
  removeAttribute(name) { this.names.delete(name); }
  toggleAttribute(name, on) { if (on) this.setAttribute(name, ""); else this.removeAttribute(name); }
  get id() { return this.getAttribute("id") || ""; }
  get name() { return this.getAttribute("name") || ""; }
  get type() { return this.getAttribute("type") || ""; }
  set type(value) { this.setAttribute("type", value); }
  get value() { return this.typed !== undefined ? this.typed : this.getAttribute("value") || ""; }
  set value(value) { this.typed = value; }
  get hidden() { return this.hasAttribute("hidden"); }
  set hidden(on) { if (on) this.setAttribute("hidden", ""); else this.removeAttribute("hidden"); }
  get disabled() { return this.hasAttribute("disabled"); }
  set disabled(on) { if (on) this.setAttribute("disabled", ""); else this.removeAttribute("disabled"); }
  get checked() { return this.chosen !== undefined ? this.chosen : this.hasAttribute("checked"); }
  set checked(on) {
    if (on && this.type === "radio") for (const one of rootOf(this).querySelectorAll(`input[name="${this.name}"]`)) one.chosen = false;
    this.chosen = on;
  }
  get form() { return this.closest("form"); }
  set innerHTML(html) {
    const into = this.content || this;
    for (const one of into.childNodes.slice()) one.remove();
    parse(this.ownerDocument, html, into);
  }
  focus() { if (!this.disabled && !this.hidden) this.ownerDocument.activeElement = this; }
  click() {
    if (this.disabled || this.closest("fieldset[disabled]")) return;
    const event = new Event("click", { bubbles: true, cancelable: true });
    if (!this.dispatchEvent(event)) return;
    if (this.type === "radio" || this.type === "checkbox") {
      this.checked = this.type === "radio" || !this.checked;
      this.dispatchEvent(new Event("change", { bubbles: true }));
    } else if (this.tagName === "BUTTON" && this.type === "submit" && this.form) {
      this.form.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
    }
  }
  closest(selector) { for (let one = this; one instanceof Element; one = one.parentNode) if (one.matches(selector)) return one; return null; }
  matches(selector) { return selector.split(/,(?![^(]*\))/).some((one) => fits(this, one.trim().split(/\s+/))); }
}

const dashed = (key) => `data-${key.replace(/[A-Z]/g, (one) => `-${one.toLowerCase()}`)}`;
const rootOf = (node) => { let one = node; while (one.parentNode) one = one.parentNode; return one; };

// Compound selectors joined by spaces or ">".
function fits(element, parts) {
  if (!simple(element, parts[parts.length - 1])) return false;
  const rest = parts.slice(0, -1);
  if (!rest.length) return true;
  if (rest[rest.length - 1] === ">") return element.parentElement !== null && fits(element.parentElement, rest.slice(0, -1));
  for (let one = element.parentElement; one; one = one.parentElement) if (fits(one, rest)) return true;
  return false;
}

const PART = /^(?:([\w-]+)|\.([\w-]+)|#([\w-]+)|\[([\w-]+)(?:(\^?=)"?([^"\]]*)"?)?\]|:not\(([^)]*)\))/;

function simple(element, selector) {
  let left = selector;
  while (left) {
    const found = PART.exec(left);
    if (!found) throw new Error(`not a selector the tests know: ${selector}`);
    const [whole, tag, cls, id, name, sign, value, not] = found;
    left = left.slice(whole.length);
    if (tag && element.tagName !== tag.toUpperCase()) return false;
    if (cls && !(element.getAttribute("class") || "").split(" ").includes(cls)) return false;
    if (id && element.id !== id) return false;
    if (not && simple(element, not)) return false;
    if (!name) continue;
    const own = element.getAttribute(name);
    if (own === null || (sign === "=" && own !== value) || (sign === "^=" && !own.startsWith(value))) return false;
  }
  return true;
}

// Well-formed HTML only: every element is closed, every value quoted.
function parse(page, html, into) {
  const open = [into];
  const token = /<\/([\w-]+)>|<([\w-]+)((?:\s+[\w-]+(?:="[^"]*")?)*)\s*(\/?)>|([^<]+)/g;
  for (const [, closed, name, attributes, single, text] of html.matchAll(token)) {
    if (closed) { open.pop(); continue; }
    const here = open[open.length - 1];
    if (text !== undefined) { here.append(new Text(page, text)); continue; }
    const element = new Element(page, name);
    for (const [, key, value] of attributes.matchAll(/([\w-]+)(?:="([^"]*)")?/g)) element.setAttribute(key, value || "");
    here.append(element);
    if (!single && !VOID.has(name)) open.push(element);
  }
}

export function documentOf(html) {
  const page = new Fragment(null);
  page.ownerDocument = page;
  page.createElement = (name) => new Element(page, name);
  page.getElementById = (id) => page.querySelector(`#${id}`);
  page.body = new Element(page, "body");
  page.append(page.body);
  page.activeElement = page.body;
  page.body.innerHTML = html;
  return page;
}

export const press = (target, key, more = {}) => {
  const event = Object.assign(new Event("keydown", { bubbles: true, cancelable: true }), { key, ...more });
  target.dispatchEvent(event);
  return event;
};
