// What a board does with its screen: full screen by a button, and staying awake.

export function toggleFullscreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else if (document.documentElement.requestFullscreen) document.documentElement.requestFullscreen().catch(() => {});
}

// The lock ends whenever the page is hidden; without TLS browsers have none, then the board's own settings decide.
export function keepAwake() {
  if (!navigator.wakeLock) return;
  const ask = () => {
    if (document.visibilityState === "visible") navigator.wakeLock.request("screen").catch(() => {});
  };
  document.addEventListener("visibilitychange", ask);
  ask();
}

// Long texts of a module never run out of the stage: they get smaller step by step, the rest of the board stays.
export function fit(root) {
  const html = document.documentElement;
  const main = root.querySelector("main");
  if (!main) return;
  for (const step of ["", "1", "2", "3"]) {
    html.dataset.fit = step;
    if (main.scrollHeight <= main.clientHeight + 1 && main.scrollWidth <= main.clientWidth + 1) return;
  }
}
