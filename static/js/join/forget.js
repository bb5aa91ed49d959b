// At sign-out this device forgets answers that still wait. Over https the server says so too (Clear-Site-Data), over
// plain http only the page can.

export async function forget(load = () => import("./store.js")) {
  const { openStore } = await load();
  await openStore().clear();
}

export function forgetBefore(form, clear = forget) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clear().catch(() => {}).then(() => form.submit());   // whatever happens here, people get signed out
  });
}
