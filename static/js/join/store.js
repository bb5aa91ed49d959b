// Where answers wait on this device until the server has them: IndexedDB, so that a reload or a killed browser loses none.
//
//   const store = openStore();  await store.all(), store.put(item), store.remove(id), store.clear()
//
// Where the browser refuses to keep anything, they wait in memory: the page still sends them while it is open.

import { openDB } from "../../vendor/idb/index.js";

const NAME = "techteens";
const ITEMS = "answers";
const PATIENCE = 3000;   // a browser that does not open its store for so long keeps nothing

export function openStore(open = openDB) {
  const memory = memoryStore();
  const upgrade = (base) => base.createObjectStore(ITEMS, { keyPath: "id" });
  const opened = Promise.resolve().then(() => open(NAME, 1, { upgrade })).catch(() => null);
  const base = Promise.race([opened, new Promise((resolve) => { setTimeout(resolve, PATIENCE, null); })]);

  const use = (work, name, ...values) => base
    .then((found) => (found ? work(found) : memory[name](...values)))
    .catch(() => memory[name](...values));

  return {
    all: () => use((found) => found.getAll(ITEMS), "all"),
    put: (item) => use((found) => found.put(ITEMS, item), "put", item),
    remove: (id) => use((found) => found.delete(ITEMS, id), "remove", id),
    clear: () => use((found) => found.clear(ITEMS), "clear"),
  };
}

export function memoryStore() {
  const items = new Map();
  return {
    all: async () => Array.from(items.values()),
    put: async (item) => { items.set(item.id, item); },
    remove: async (id) => { items.delete(id); },
    clear: async () => { items.clear(); },
  };
}
