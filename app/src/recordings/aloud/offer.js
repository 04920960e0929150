// Offers to read a text aloud where the device has a voice for it. A part of the script of every page; what reads comes when
// somebody asks: see reading.js. The button is the server's, and hidden without this.
import { languageOf, localVoices } from "./voices.js";

const speech = globalThis.speechSynthesis;
const offer = () => {
  for (const place of document.querySelectorAll("[data-aloud]")) place.hidden = !localVoices(languageOf(place))[0];
};

if (speech) {
  offer();
  // Browsers get to know the voices late.
  speech.onvoiceschanged = offer;
  // The client shows other pages and cards, a translator other languages.
  new MutationObserver(offer).observe(document.body, { childList: true, subtree: true });
  addEventListener("click", ({ target }) => {
    const button = target.closest?.("[data-aloud] button:first-child");
    if (!button) return;
    // Some browsers speak only what began while a button was pressed, and what reads is still on its way.
    speech.speak(new SpeechSynthesisUtterance(""));
    import("./guldkorn-aloud.js").then(({ toggle }) => toggle(button));
  });
}
