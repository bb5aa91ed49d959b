// Decide about texts that the class wrote. The frame that comes back shows what became of it.

import { post } from "../live/post.js";

export function startSaid(root, { live, round, onSent, onRefused }) {
  root.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-decide]");
    if (!button || button.disabled) return;
    const buttons = Array.from(button.parentElement.children);
    for (const one of buttons) one.disabled = true;
    const { entry, decide } = button.dataset;
    const answer = await post(`/live/${live}/entries`, { round: round(), entry, decision: decide });
    for (const one of buttons) one.disabled = false;
    if (answer.ok) onSent(); else onRefused(answer);
  });
}
