// A browser's clock, network and page for modules that take an `env`: nothing happens before the test says so.

export function createClock() {
  let now = 0;
  let ids = 0;
  const due = new Map();

  async function settle() { for (let turn = 0; turn < 30; turn += 1) await null; }

  return {
    now: () => now,
    setTimeout: (work, wait) => { ids += 1; due.set(ids, { work, at: now + wait }); return ids; },
    clearTimeout: (id) => { due.delete(id); },
    settle,
    // Let time pass, and whatever is due in it happen in its order.
    async pass(wait) {
      const until = now + wait;
      await settle();
      for (;;) {
        const next = Array.from(due).filter(([, one]) => one.at <= until).sort(([, one], [, other]) => one.at - other.at)[0];
        if (!next) break;
        due.delete(next[0]);
        now = Math.max(now, next[1].at);
        next[1].work();
        await settle();
      }
      now = until;
    },
    get waiting() { return due.size; },
  };
}

export const headers = (values = {}) => ({ get: (name) => (name in values ? values[name] : null) });

export function answer(status, body = null, more = {}) {
  const json = async () => { if (body === null) throw new SyntaxError("no JSON"); return body; };
  return { status, ok: status >= 200 && status < 300, headers: headers(more), json };
}

// Something with listeners, as window and document are.
export function createTarget(more = {}) {
  const listeners = new Map();
  return Object.assign(more, {
    addEventListener: (type, work) => { listeners.set(type, [...(listeners.get(type) || []), work]); },
    removeEventListener: (type, work) => { listeners.set(type, (listeners.get(type) || []).filter((one) => one !== work)); },
    tell: (type) => { for (const work of listeners.get(type) || []) work({ type }); },
    listeners: () => Array.from(listeners.values()).reduce((sum, all) => sum + all.length, 0),
  });
}
