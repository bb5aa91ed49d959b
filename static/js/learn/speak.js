// Read a text aloud with a voice that works on the device itself. Voices that send the text to somebody are not used;
// where there is no other, the button stays hidden.

export const ownVoice = (voices, lang) => voices.find((one) => one.localService && one.lang.toLowerCase().startsWith(lang)) || null;

export function start(root) {
  const box = root.querySelector("[data-speak]");
  const speech = window.speechSynthesis;
  if (!box || !speech) return;
  const button = box.querySelector("button");
  const label = button.querySelector("[data-start]");
  let voice = null;

  function look() {
    voice = ownVoice(speech.getVoices(), document.documentElement.lang);
    box.hidden = !voice;
  }

  function show(speaks) {
    button.setAttribute("aria-pressed", String(speaks));
    label.textContent = speaks ? label.dataset.stop : label.dataset.start;
  }

  button.addEventListener("click", () => {
    if (button.getAttribute("aria-pressed") === "true") {
      speech.cancel();
      show(false);
      return;
    }
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
}

// Paragraph by paragraph: long utterances stop half way in some browsers.
function textsOf(root) {
  return Array.from(root.querySelectorAll("[data-read] p, [data-read] li, [data-read] h2"), (one) => one.textContent.trim()).filter(Boolean);
}
