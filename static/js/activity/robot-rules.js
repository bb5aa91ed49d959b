// The robot's rules as plain functions, the same as in app/domain/activities/robot.py.
// A programme is a list of cards; a level is { kind, task, rows, cards, slots, programme }.

const ACTIONS = ["forward", "left", "right"];
const REPEATS = { "repeat-2": 2, "repeat-3": 3, "repeat-4": 4 };
const FACINGS = "^>v<";
const STEPS = [[0, -1], [1, 0], [0, 1], [-1, 0]];

export function startOf(level) {
  for (let y = 0; y < level.rows.length; y += 1) {
    for (let x = 0; x < level.rows[y].length; x += 1) {
      const facing = FACINGS.indexOf(level.rows[y][x]);
      if (facing >= 0) return { x, y, facing };
    }
  }
  throw new Error("a grid without a start");
}

// The single actions, each with the number of its card: { steps }, or { card, fault } for what nobody could do.
export function unfold(programme) {
  const found = part(programme, 0, false);
  return found.fault || found.at === programme.length ? found : { card: found.at, fault: "lonely" };
}

function part(programme, from, inside) {
  const steps = [];
  let at = from;
  while (at < programme.length && !(inside && programme[at] === "close")) {
    const card = programme[at];
    if (ACTIONS.includes(card)) {
      steps.push({ card: at, action: card });
      at += 1;
    } else if (REPEATS[card]) {
      const once = repeated(programme, at);
      if (once.fault) return once;
      for (let n = 0; n < REPEATS[card]; n += 1) steps.push(...once.steps);
      at = once.at;
    } else return { card: at, fault: "lonely" };
  }
  return { steps, at };
}

function repeated(programme, at) {
  const following = programme[at + 1];
  if (ACTIONS.includes(following)) return { steps: [{ card: at + 1, action: following }], at: at + 2 };
  if (following !== "open") return { card: at, fault: "nothing" };
  const once = part(programme, at + 2, true);
  if (once.fault) return once;
  if (once.at === programme.length) return { card: at + 1, fault: "unclosed" };
  if (!once.steps.length) return { card: at, fault: "nothing" };
  return { steps: once.steps, at: once.at + 1 };
}

// What the robot does: { end, card, fault, steps }. end is goal, wall, missed or broken; each step has the card, the
// action and where the robot is after it. It stops at a wall and at the edge.
export function run(level, programme) {
  const plan = unfold(programme);
  if (plan.fault) return { end: "broken", card: plan.card, fault: plan.fault, steps: [] };
  let spot = startOf(level);
  const steps = [];
  for (const { card, action } of plan.steps) {
    const after = act(level, spot, action);
    if (!after) return { end: "wall", card, fault: "", steps };
    spot = after;
    steps.push({ card, action, spot });
  }
  const last = plan.steps.length ? plan.steps[plan.steps.length - 1].card : null;
  return { end: level.rows[spot.y][spot.x] === "Z" ? "goal" : "missed", card: last, fault: "", steps };
}

export function act(level, { x, y, facing }, action) {
  if (action !== "forward") return { x, y, facing: (facing + (action === "right" ? 1 : 3)) % 4 };
  const next = { x: x + STEPS[facing][0], y: y + STEPS[facing][1], facing };
  const sign = (level.rows[next.y] || "")[next.x];
  return sign === undefined || sign === "#" ? null : next;
}
