// The link on a login card is /card#<secret>. The secret is posted once and taken out of the address before anything else
// happens, so that neither the history nor the next person at this device has it. Also: show the PIN while typing.

const notice = document.getElementById("link");

function say(text) {
  notice.querySelector("p").textContent = text;
  notice.hidden = false;
}

async function enter(secret) {
  say(notice.dataset.busy);
  let answer = null;
  try {
    answer = await fetch(`/card/link${location.search}`, {
      method: "POST",
      credentials: "same-origin",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ secret }),
    });
  } catch (error) { /* no network: told below */ }
  const body = answer ? await answer.json().catch(() => ({})) : {};
  if (answer && answer.ok) {
    location.replace(body.next);
    return;
  }
  say(body.message || notice.dataset.failed);
}

function look() {
  const secret = location.hash.slice(1);
  if (!secret) return;
  history.replaceState(null, "", location.pathname + location.search);
  enter(secret);
}

const eye = document.getElementById("eye");
const pin = document.getElementById("pin");
eye.hidden = false;
eye.addEventListener("click", () => {
  const shown = pin.type === "text";
  pin.type = shown ? "password" : "text";
  eye.setAttribute("aria-pressed", String(!shown));
});

addEventListener("hashchange", look);   // a second card on the same page
look();
