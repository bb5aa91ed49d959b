// What this seat answered in each round, and what the page shows of it. No page in here, only its rules.

const ON_THE_WAY = new Set(["sending", "offline", "busy"]);
const LOST = new Set(["late", "gone", "unknown", "bad"]);

export function createOwn() {
  const rounds = new Map();   // round -> { state, response, told }
  let latest = null;

  // What the server holds of this seat: `{"seats": [...], "answers": [...]}`. False when the seat is not this phone's any more.
  function learn(mine, seat) {
    for (const one of mine.answers) {
      if (one.seat !== seat) continue;
      const known = rounds.get(one.round);
      if (known && !ON_THE_WAY.has(known.state)) continue;
      rounds.set(one.round, { state: one.late ? "late" : "stored", response: one.response });
    }
    return mine.seats.some((one) => one.key === seat);
  }

  function set(round, { state, response }) {
    rounds.set(round, { state, response });
    latest = round;
  }

  // The seat has read what became of its answers.
  function told() {
    for (const one of rounds.values()) if (!ON_THE_WAY.has(one.state)) one.told = true;
  }

  // What counts as given in this round: an answer that fits no question may be given again.
  function given(round) {
    const found = rounds.get(round);
    return found && found.state !== "bad" ? found : null;
  }

  // The box under the question: `{ state, old }`, where `old` means the round before; null for none. While people talk
  // or look at the solution only a box that has something new to say is shown.
  function box(round, phase) {
    const here = rounds.get(round);
    if (here && !here.told) {
      const news = here.state !== "stored" || phase === "asking" || phase === "closed";
      return news ? { state: here.state, old: false } : null;
    }
    const before = rounds.get(latest);
    if (!before || before.told || latest === round) return null;
    return ON_THE_WAY.has(before.state) || LOST.has(before.state) ? { state: before.state, old: true } : null;
  }

  return { learn, set, told, given, box };
}

// How one piece of the solution looks for this seat. `right` and `own` say where it belongs and where it lay; undefined
// for a piece that belongs, or lay, nowhere.
export function stateOf(right, own) {
  if (own === undefined) return right === undefined ? "off" : "missed";
  return own === right ? "correct" : "wrong";
}
