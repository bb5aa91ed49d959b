// What a board does with its screen: full screen by a button, and staying awake.

export function toggleFullscreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else if (document.documentElement.requestFullscreen) document.documentElement.requestFullscreen().catch(() => {});
}

// The lock ends whenever the page is hidden. Without TLS browsers have none: then a silent white film of our own plays
// behind the stage, since a browser that plays a film leaves the screen on.
export function keepAwake() {
  const film = document.getElementById("awake");
  const play = () => { film.play().catch(() => {}); };
  const ask = () => {
    if (document.visibilityState !== "visible") return;
    if (navigator.wakeLock) navigator.wakeLock.request("screen").catch(play);
    else play();
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
