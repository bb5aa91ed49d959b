// Every kind of question, each in a script of its own that is loaded when a page needs it. It offers
//
//   start(field)            make the plain fields handier
//   read(form)              the response in them, {"option": "id"} and so on, as the server wants it
//   write(form, response)   show a response that was given before
//   open(form)              how much is still missing before it can be handed in
//   places(response)        its pieces and where each lies: {"item": "group"}, an empty place for what is only chosen
//   written(response)       only where something is written: that text
//   isEmpty(form)           only where nothing at all is an answer too

const LOAD = {
  choice: () => import("./choice.js"),
  multiple: () => import("./multiple.js"),
  truth: () => import("./truth.js"),
  number: () => import("./number.js"),
  short: () => import("./short.js"),
  poll: () => import("./poll.js"),
  free: () => import("./free.js"),
  cloud: () => import("./cloud.js"),
  order: () => import("./order.js"),
  groups: () => import("./groups.js"),
  match: () => import("./match.js"),
  gap: () => import("./gap.js"),
  mark: () => import("./mark.js"),
  highlight: () => import("./highlight.js"),
  spots: () => import("./spots.js"),
};

// Those that are loaded, by name.
export const KINDS = {};

// The names of all kinds.
export const ALL = Object.keys(LOAD);

// Loads these kinds, each once; one that does not come is asked for again the next time.
export const load = (names) => Promise.all(names.filter((name) => !KINDS[name]).map(async (name) => {
  KINDS[name] = await LOAD[name]();
}));

// The kinds that stand in `root`: of what is asked there, and of what was answered.
export function kindsIn(root) {
  const found = root.querySelectorAll("[data-question], [data-kind]");
  const names = Array.from(found, (one) => one.dataset.question || one.dataset.kind);
  return ALL.filter((name) => names.includes(name));
}
