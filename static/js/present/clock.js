// The clock of the hour and the needle in the time plan. The frame says when the hour began; time itself is not sent.

export function position(minutes, phases) {
  // How far behind the plan the hour is, in minutes: 0 while inside the running phase or ahead of its end.
  const now = phases.find((one) => one.now);
  if (!now) return 0;
  const end = now.from + now.minutes;
  if (minutes > end) return Math.round(minutes - end);
  return minutes < now.from ? -Math.round(now.from - minutes) : 0;
}

export function startClock(root) {
  function refresh() {
    const clock = root.querySelector("#clock");
    if (!clock || !clock.dataset.since) return;
    const seconds = Math.max(0, Math.floor((Date.now() - Date.parse(clock.dataset.since)) / 1000));
    clock.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    const plan = root.querySelector(".plan__svg");
    if (!plan) return;
    const minutes = seconds / 60;
    const place = Math.min(minutes, Number(plan.dataset.total)) * 10;
    root.querySelector("#needle").setAttribute("d", `M${place.toFixed(1)} 0v30`);
    const phases = [...plan.querySelectorAll("[data-phase]")].map((one) => ({
      from: Number(one.dataset.from),
      minutes: Number(one.dataset.minutes),
      now: one.classList.contains("p-now"),
    }));
    const late = position(minutes, phases);
    root.querySelector("#late").textContent =
      late > 0 ? `${late} Min. hinter Plan` : late < 0 ? `${-late} Min. vor Plan` : "im Plan";
  }
  setInterval(refresh, 1000);
  refresh();
  return { refresh };
}
