// The sums and the rules of counting hands, as plain functions of a count, for the board and the mentor's phone:
// { rows: [{ option, count }], present, phones }. A row without a number has the count null; whoever answered by phone
// keeps the hand down.

export function missing(count) {
  // How many of the people present were not counted yet; null while nobody said how many are here.
  return count.present ? Math.max(0, count.present - sum(count)) : null;
}

export function sum(count) {
  return count.rows.reduce((all, one) => all + (one.count || 0), count.phones || 0);
}

export function rest(count, option) {
  // What "Rest" gives to `option`: everybody who was not counted for another one.
  if (!count.present) return null;
  return Math.max(0, count.present - sum({ ...count, rows: count.rows.filter((one) => one.option !== option) }));
}

export function nextOpen(count, after) {
  // The row to count after this one: the next that has no number yet, else none.
  const place = count.rows.findIndex((one) => one.option === after);
  const open = (one) => one.count === null;
  return count.rows.slice(place + 1).find(open) || count.rows.find(open) || null;
}

export function lastOpen(count) {
  // The one row that is still without a number; "Rest" stands there, since in any other it would be a guess.
  const open = count.rows.filter((one) => one.count === null);
  return open.length === 1 ? open[0] : null;
}
