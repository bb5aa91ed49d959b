// Send moves to the hour and say in German what became of them.
//
//   await send({ live, audience, turn, values: { move: "step", to: 3 } })
//     -> { ok: true, seq, turn } or { ok: false, code, message }; code "offline" when there was no answer
//
// `turn` is the one of the frame on screen: when somebody else moved first, the server drops the move (code "stale").

import { post as postJson } from "./post.js";

export async function send({ live, audience, turn, values, fetch }) {
  const answer = await postJson(`/live/${live}/moves?as=${audience}`, { ...values, turn }, fetch);
  return answer.ok ? { ok: true, seq: answer.body.seq, turn: answer.body.turn } : answer;
}

// One hand at work: one thing after the other, and no second tap before the first is on screen.
//
//   const hand = createHand({ live, audience, onRefused(answer), onSent(answer) });
//   hand.seen(frame)          every frame that was shown
//   hand.moves([...])         one move or several as one, up to the first that is refused; resolves to an answer as of
//                             `send`, or to code "busy" while another is on its way
//   hand.moves([...], true)   waits for its turn instead

const WAIT_FOR_FRAME = 1500;

export function createHand({ live, audience, onRefused = () => {}, onSent = () => {}, post = send, now = () => Date.now() }) {
  let shown = 0;      // the turn of the last frame on screen
  let made = 0;       // the turn that the own last move made, as the server said; its frame may come before or after
  let open = 0;
  let sentOn = 0;     // the turn on screen when the last move went out: a newer frame shows it, even before its answer
  let waitUntil = 0;
  let tail = Promise.resolve();

  const seen = (frame) => { shown = frame.turn; };
  const busy = () => open > 1 || (open === 1 && shown <= sentOn) || (made > shown && now() < waitUntil);

  function moves(list, patient = false) {
    if (!patient && busy()) return Promise.resolve({ ok: false, code: "busy", message: "" });
    open += 1;
    sentOn = list.length === 1 ? shown : Infinity;
    const run = tail.then(() => sendAll(list)).finally(() => { open -= 1; });
    tail = run.catch(() => {});
    return run;
  }

  async function sendAll(list) {
    let answer = { ok: true };
    for (const values of list) {
      answer = await post({ live, audience, turn: Math.max(shown, made), values });
      if (!answer.ok) break;
      made = answer.turn;
      waitUntil = now() + WAIT_FOR_FRAME;
    }
    if (answer.ok) onSent(answer);
    else { made = 0; onRefused(answer); }
    return answer;
  }

  return { seen, busy, moves };
}
