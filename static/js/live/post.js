// Post JSON to a page's own hour and say in German what became of it.
//
//   await post(path, data)
//     -> { ok: true, body } or { ok: false, status, code, message }; code "offline" when there was no answer

const NO_NETWORK = "Kein Netz. Versuch es gleich noch mal.";
const LONGEST = 8000;

export async function post(path, data, fetch = window.fetch.bind(window)) {
  const stop = typeof AbortController === "undefined" ? null : new AbortController();
  const timer = setTimeout(() => { if (stop) stop.abort(); }, LONGEST);
  try {
    const answer = await fetch(path, {
      method: "POST",
      credentials: "same-origin",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(data),
      signal: stop ? stop.signal : undefined,
    });
    const body = await answer.json().catch(() => ({}));
    if (answer.ok) return { ok: true, body };
    return { ok: false, status: answer.status, code: body.code || String(answer.status), message: body.message || NO_NETWORK };
  } catch (error) {
    return { ok: false, status: 0, code: "offline", message: NO_NETWORK };
  } finally {
    clearTimeout(timer);
  }
}
