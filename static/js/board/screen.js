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

const BLOCKS = "h1, h2, p, li, div, button, img";

// Whether something runs out of `main`, or one part of it over the next.
function overflows(main) {
  if (main.scrollHeight > main.clientHeight + 1 || main.scrollWidth > main.clientWidth + 1) return true;
  return Array.from(main.children).some((part) => {
    const { bottom } = part.getBoundingClientRect();
    return Array.from(part.querySelectorAll(BLOCKS)).some((one) => one.getBoundingClientRect().bottom > bottom + 1);
  });
}

// Long texts of a module never run out of the stage: they get smaller step by step, the rest of the board stays.
export function fit(root) {
  const main = root.querySelector("main");
  if (!main) return;
  for (const step of ["", "1", "2", "3"]) {
    document.documentElement.dataset.fit = step;
    if (!overflows(main)) return;
  }
}
