// Read a text aloud with a voice that works on the device itself. Voices that send the text to somebody are not used;
// where there is no other, the button stays hidden.
//
//   const speech = start(root)   speech.look() after the page has changed, speech.stop() when what was read is gone

export const ownVoice = (voices, lang) => voices.find((one) => one.localService && one.lang.toLowerCase().startsWith(lang)) || null;

export function start(root) {
  const box = root.querySelector("[data-speak]");
  const speech = window.speechSynthesis;
  if (!box || !speech) return { look() {}, stop() {} };
  const button = box.querySelector("button");
  const label = button.querySelector("[data-start]");
  let voice = null;

  function look() {
    voice = ownVoice(speech.getVoices(), document.documentElement.lang);
    box.hidden = !voice || !textsOf(root).length;
  }

  function show(speaks) {
    button.setAttribute("aria-pressed", String(speaks));
    label.textContent = speaks ? label.dataset.stop : label.dataset.start;
  }

  function stop() {
    if (button.getAttribute("aria-pressed") !== "true") return;
    speech.cancel();
    show(false);
  }

  button.addEventListener("click", () => {
    if (button.getAttribute("aria-pressed") === "true") { stop(); return; }
    speech.cancel();
    for (const part of textsOf(root)) {
      const said = new SpeechSynthesisUtterance(part);
      said.voice = voice;
      said.lang = voice.lang;
      said.rate = 0.95;
      said.onend = said.onerror = () => { if (!speech.pending) show(false); };
      speech.speak(said);
    }
    show(true);
  });
  window.addEventListener("pagehide", () => speech.cancel());
  if (speech.addEventListener) speech.addEventListener("voiceschanged", look);
  look();
  return { look, stop };
}

const BLOCKS = new Set(["P", "LI", "UL", "OL", "H1", "H2", "H3", "DIV", "SECTION", "FIELDSET", "LEGEND", "LABEL", "BUTTON", "SPAN"]);
const LINES = new Set(["P", "LI", "H1", "H2", "H3", "LEGEND", "LABEL"]);
const SILENT = ".vh, [aria-hidden=true], .words, .word__text, select, [hidden]";

// What can be seen of each [data-read], paragraph by paragraph: long utterances stop half way in some browsers.
export function textsOf(root) {
  const found = [""];
  for (const part of root.querySelectorAll("[data-read]")) read(part, found);
  return found.map((one) => one.replace(/\s+/g, " ").trim()).filter(Boolean);
}

function read(node, found) {
  for (const one of Array.from(node.childNodes)) {
    if (one.nodeType === 3) found[found.length - 1] += one.nodeValue;
    else if (one.nodeType === 1 && !one.matches(SILENT) && isThere(one)) {
      const line = LINES.has(one.tagName);
      if (line) found.push("");
      read(one, found);
      if (line || BLOCKS.has(one.tagName)) found[found.length - 1] += " ";
      if (line) found.push("");
    }
  }
}

const isThere = (one) => !one.getClientRects || one.getClientRects().length > 0;
