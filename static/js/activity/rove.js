// One stop for the tab key in a group of buttons; the arrows go on from there. The board's own arrow keys leave it alone.

const KEYS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

export function rove(group) {
  const open = () => Array.from(group.querySelectorAll("button")).filter((one) => !one.disabled && !one.closest("[hidden]"));

  function stop(at) {
    for (const one of group.querySelectorAll("button")) one.tabIndex = one === at ? 0 : -1;
  }

  // The stop must be a button that is there: a script may have hidden the one before.
  function mend() {
    const buttons = open();
    if (!buttons.some((one) => one.tabIndex === 0)) stop(buttons[0]);
  }

  group.addEventListener("focusin", (event) => stop(event.target));
  group.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const buttons = open();
    const here = buttons.indexOf(event.target);
    const by = KEYS[event.key];
    const next = by ? buttons[(here + by + buttons.length) % buttons.length]
      : event.key === "Home" ? buttons[0] : event.key === "End" ? buttons[buttons.length - 1] : null;
    if (!next || here < 0) return;
    event.preventDefault();
    event.stopPropagation();
    next.focus();
  });
  stop(open()[0]);
  new MutationObserver(mend).observe(group, { attributes: true, attributeFilter: ["hidden", "disabled"], childList: true, subtree: true });
}
