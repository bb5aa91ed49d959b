// The places with the most counted hands; none while no hand was counted.

export function leaders(counts) {
  const most = Math.max(0, ...counts);
  return most === 0 ? [] : counts.map((count, at) => (count === most ? at : -1)).filter((at) => at >= 0);
}
