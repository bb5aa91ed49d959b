// The rules of the search page as plain functions, the same as in app/domain/activities/search.py.
// A level is { task, cards: [{ id, kind, text }], pages: [{ title, address, note, cards, alike, ad, wanted, says }] }.

const SHOWN = 3;

// Whether there is something to look for: a card that takes away finds nothing alone.
export const canSearch = (level, laid) => level.cards.some((one) => laid.includes(one.id) && one.kind !== "without");

// What a search shows: { pages, total }. pages are places in the level's list; ads are no hits.
export function listing(level, laid) {
  if (!canSearch(level, laid)) return { pages: [], total: 0 };
  const places = level.pages.map((_, place) => place).filter((place) => laid.every((card) => level.pages[place].cards.includes(card)));
  const hits = places.map((place) => level.pages[place]).filter((one) => !one.ad);
  return { pages: places.slice(0, SHOWN), total: hits.reduce((sum, one) => sum + 1 + one.alike, 0) };
}

// 48000 as people read it here: 48.000
export const grouped = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ".");
