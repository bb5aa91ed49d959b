// What can be measured of a page on screen. Each probe gives lines of text; nothing to say is an empty list.
(() => {
  const CONTROLS = ["a[href]", "button", "input:not([type=hidden])", "select", "textarea", "summary", "[tabindex='0']"]
    .map((one) => `${one}:not([tabindex='-1'])`).join();

  const told = (element) => {
    const words = (element.innerText || element.value || element.getAttribute("aria-label") || "").trim();
    return `${element.tagName.toLowerCase()}.${element.getAttribute("class") || ""} "${words.slice(0, 30)}"`;
  };
  const style = (element) => getComputedStyle(element);
  // Text for screen readers only is not on screen; what has no box is not there.
  const seen = (element) => {
    const box = element.getBoundingClientRect();
    return box.width > 2 && box.height > 2 && !element.closest(".vh") && style(element).visibility === "visible";
  };
  const ancestors = function* (element) {
    for (let one = element; one; one = one.parentElement) yield one;
  };
  const all = (selector) => [...document.querySelectorAll(selector)].filter(seen);

  // The page scrolls sideways, and what makes it.
  function wide() {
    if (document.scrollingElement.scrollWidth <= innerWidth) return [];
    const beyond = all("body *").filter((one) => one.getBoundingClientRect().right > innerWidth + 1);
    const last = beyond.filter((one) => !beyond.some((other) => other !== one && one.contains(other)));
    return [`scrolls to ${document.scrollingElement.scrollWidth} of ${innerWidth}: ${last.slice(0, 6).map(told).join(", ")}`];
  }

  // Text that its own box cuts off.
  function cut() {
    const texts = all("body *").filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()));
    return texts
      .map((one) => [...ancestors(one)].find((box) => style(box).overflowX !== "visible" || style(box).overflowY !== "visible"))
      .filter((box, place, boxes) => box && box !== document.documentElement && box !== document.body && boxes.indexOf(box) === place)
      .filter((box) => !/auto|scroll/.test(style(box).overflowX + style(box).overflowY))
      .filter((box) => seen(box) && (box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1))
      .map((box) => `cut off: ${told(box)}`);
  }

  // Controls smaller than `least` each way. A link inside a sentence is as high as its line, and a field's label is part of it.
  function small([least, selector]) {
    return all(selector || CONTROLS)
      .filter((one) => !(one.tagName === "A" && style(one).display === "inline"))
      .map((one) => [one, (one.matches("[type=radio], [type=checkbox]") && one.closest("label")) || one])
      .filter(([, box]) => seen(box))
      .map(([one, box]) => [one, box.getBoundingClientRect()])
      .filter(([, box]) => box.width < least - 0.5 || box.height < least - 0.5)
      .map(([one, box]) => `${Math.round(box.width)} x ${Math.round(box.height)}: ${told(one)}`);
  }

  // What has the focus lies under a bar or out of sight, going through the page forward and back.
  function covered() {
    const controls = [...document.querySelectorAll(CONTROLS)];
    return [...new Set([...controls, ...controls.reverse()].map(hidden).filter(Boolean))];
  }

  function hidden(control) {
    control.focus();
    if (document.activeElement !== control) return "";
    const one = (control.matches("[type=radio], [type=checkbox]") && control.closest("label")) || control;
    const box = one.getBoundingClientRect();
    if (!seen(one) || box.height > innerHeight / 2) return "";
    for (const x of [0.1, 0.5, 0.9]) for (const y of [0.1, 0.5, 0.9]) {
      const there = document.elementFromPoint(box.left + x * box.width, box.top + y * box.height);
      if (!there) return `out of sight: ${told(one)}`;
      const bar = [...ancestors(there)].find((above) => /fixed|sticky/.test(style(above).position));
      if (bar && !bar.contains(one)) return `under ${told(bar)}: ${told(one)}`;
    }
    return "";
  }

  // Each run of text that can be read, with the element it stands in.
  function texts() {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const one = walker.currentNode.parentElement;
      if (walker.currentNode.data.trim() && seen(one) && !one.closest("option, [hidden]")) found.push(one);
    }
    return [...new Set(found)];
  }

  // Text on the board that is too small to be read from the last row, in units of 1 % of its height. Labels may be
  // smaller: they carry nothing that has to be understood, where a sentence comes from for example.
  const LABELS = ".bhead, .blabel, .fact__source, .slide--sources .slide__text";
  function tiny() {
    const unit = Math.min(innerHeight, innerWidth * 0.5625) / 100;
    const least = (one) => (one.closest(".ledge") ? 2.6 : one.closest(LABELS) ? 3.2 : 5.6);
    return texts()
      .map((one) => [one, parseFloat(style(one).fontSize) / unit])
      .filter(([one, size]) => size < least(one) - 0.02)
      .map(([one, size]) => `${size.toFixed(1)} of ${least(one)}: ${told(one)}`);
  }

  // What runs out of the board, out of its stage, or under the tools.
  function spilled() {
    const main = document.querySelector(".board main");
    const ledge = document.querySelector(".board .ledge").getBoundingClientRect();
    const found = texts().filter((one) => main.contains(one)).map((one) => [one, one.getBoundingClientRect()])
      .filter(([, box]) => box.right > innerWidth + 1 || box.left < -1 || box.top < -1 || box.bottom > ledge.top + 1)
      .map(([one]) => told(one));
    if (main.scrollHeight > main.clientHeight + 1) found.push(`${main.scrollHeight} high in ${main.clientHeight}`);
    if (main.scrollWidth > main.clientWidth + 1) found.push(`${main.scrollWidth} wide in ${main.clientWidth}`);
    return found;
  }

  // Text whose contrast to what is painted behind it is lower than `least`.
  function faint(least) {
    return texts()
      .filter((one) => !one.closest("[disabled], [aria-disabled=true]"))
      .map((one) => [one, contrast(colour(one.closest("svg") ? style(one).fill : style(one).color), ground(one))])
      .filter(([, found]) => found < least)
      .map(([one, found]) => `${found.toFixed(2)}: ${told(one)}`);
  }

  function colour(text) {
    const [r, g, b, a = 1] = text.match(/[\d.]+/g).map(Number);
    return { r, g, b, a };
  }

  function ground(element) {
    const layers = [...ancestors(element)].map((one) => colour(style(one).backgroundColor)).filter((one) => one.a > 0);
    const opaque = layers.findIndex((one) => one.a === 1);
    const used = opaque < 0 ? [...layers, { r: 255, g: 255, b: 255, a: 1 }] : layers.slice(0, opaque + 1);
    return used.reduceRight((below, one) => ({
      r: one.r * one.a + below.r * (1 - one.a),
      g: one.g * one.a + below.g * (1 - one.a),
      b: one.b * one.a + below.b * (1 - one.a),
    }));
  }

  function contrast(one, other) {
    const channel = (value) => (value <= 10.31 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4);
    const light = ({ r, g, b }) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
    const [high, low] = [light(one), light(other)].sort((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
  }

  return { wide, cut, small, covered, tiny, spilled, faint };
})()
