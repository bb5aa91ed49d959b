// The time without network: the slides that the page holds go on, answers wait. Back on line the server's state wins.

// The slide to show after `way` ("next", "back") from `position` of `count` slides.
export function turnTo(position, way, count) {
  return Math.min(count - 1, Math.max(0, position + (way === "next" ? 1 : -1)));
}

export function createOffline(stage, kept) {
  const slides = Array.from(kept.children).filter((one) => one.dataset.class);
  let position = null;  // null: on screen is what the server sent

  function show(next) {
    const board = stage.querySelector(".board");
    const slide = slides[next];
    const dark = Boolean(slide.dataset.dark);
    const head = board.querySelector(".bhead");
    position = next;
    board.className = `board${dark ? " board--dark" : ""}${dark || !head ? " board--bare" : ""}`;
    board.dataset.part = "alone";
    board.dataset.position = String(next);
    const main = board.querySelector("main");
    main.className = slide.dataset.class;
    main.innerHTML = slide.innerHTML;
    if (head) head.hidden = dark;
    const ledge = kept.querySelector("#alone").cloneNode(true);
    ledge.removeAttribute("id");
    board.replaceChild(ledge, board.querySelector(".ledge"));
    for (const one of ledge.querySelectorAll('[data-alone="back"]')) one.disabled = next === 0;
    for (const one of ledge.querySelectorAll('[data-alone="next"]')) one.disabled = next === slides.length - 1;
    for (const one of board.querySelectorAll(".strip [data-from]")) {
      one.dataset.state = next > Number(one.dataset.to) ? "done" : next >= Number(one.dataset.from) ? "now" : "todo";
    }
  }

  // A step by ourselves; from the lobby "Weiter" leads to the first slide.
  function step(way) {
    const board = stage.querySelector(".board");
    const from = position === null ? Number(board.dataset.position) : position;
    if (position === null && board.dataset.part === "lobby") show(0);
    else show(turnTo(from, way, slides.length));
  }

  return { step, leave() { const was = position !== null; position = null; return was; }, get alone() { return position !== null; } };
}
