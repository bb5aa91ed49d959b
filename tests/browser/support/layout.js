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

  return { wide, cut, small, covered };
})()
