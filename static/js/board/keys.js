// Keys and clickers (they send PageUp and PageDown) as the names of what the board should do.

const WAYS = { ArrowRight: "next", PageDown: "next", " ": "next", ArrowLeft: "back", PageUp: "back" };
const COUNT = { ArrowUp: "up", ArrowDown: "down", Backspace: "erase", Delete: "erase", "+": "more", "-": "less" };

// { way } for a step, { digit } or { press } while hands are counted, null for a key that is nobody's.
// On a button the space bar and Enter press that button.
export function meaning(event, counting) {
  if (event.ctrlKey || event.altKey || event.metaKey) return null;
  if (event.key === " " && event.onButton) return null;
  if (WAYS[event.key]) return event.repeat ? null : { way: WAYS[event.key] };
  if (!counting) return null;
  if (/^[0-9]$/.test(event.key)) return event.repeat ? null : { digit: event.key };
  if (event.key === "Enter") return event.onButton || event.repeat ? null : { press: "go" };
  return COUNT[event.key] ? { press: COUNT[event.key] } : null;
}
