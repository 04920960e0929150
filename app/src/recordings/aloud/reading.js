// Reads a text aloud with a voice of the device. Loaded when somebody asks for it: see offer.js.
import { Controls } from "./controls.js";
import { mark, unmark } from "./mark.js";
import { sentencesOf } from "./sentences.js";
import { languageOf, voiceFor } from "./voices.js";

/** What is read now; one text at a time. */
let reading;
/** A browser may drop what is to be spoken at once after it was hushed. In milliseconds. */
const BREATH = 50;
/** How fast, until the page is left. */
let speed = 1;

/** Begins to read the text of a button, or ends it. */
export function toggle(button) {
  const isRead = reading?.button === button;
  reading?.stop();
  if (!isRead) reading = new Reading(button);
}

class Reading {
  constructor(button) {
    const place = button.closest("[data-aloud]");
    this.button = button;
    this.place = place;
    this.language = languageOf(place);
    this.voice = voiceFor(this.language);
    this.sentences = sentencesOf(place.closest("article"), this.language);
    this.at = 0;
    this.controls = new Controls(button, {
      pause: () => (this.isPaused ? this.resume() : this.pause()),
      setSpeed: (chosen) => this.setSpeed(chosen),
    });
    this.watch = new MutationObserver(() => this.follow());
    this.watch.observe(document, { childList: true, subtree: true, characterData: true });
    this.ended = new AbortController();
    const { signal } = this.ended;
    addEventListener("pagehide", () => this.stop(), { signal });
    addEventListener("keydown", ({ key }) => key === "Escape" && this.stop(), { signal, capture: true });
    // A recording on the same page.
    addEventListener("play", () => this.stop(), { signal, capture: true });
    for (const sound of document.querySelectorAll("audio")) sound.pause();
    this.resume();
  }

  /** The page has changed: other text is there, or the client has put its controls away. */
  follow() {
    if (!this.place.isConnected || languageOf(this.place) !== this.language) this.stop();
    else this.controls.show(this);
  }

  get speed() {
    return speed;
  }

  resume() {
    this.isPaused = false;
    this.controls.show(this);
    this.speakSoon();
  }

  /** Not by the browser's own pause, which on telephones does nothing or ends it: a sentence begins anew. */
  pause() {
    this.isPaused = true;
    this.hush();
    this.controls.show(this);
  }

  setSpeed(chosen) {
    speed = chosen;
    if (this.isPaused) return;
    this.hush();
    this.speakSoon();
  }

  stop() {
    this.ended.abort();
    this.watch.disconnect();
    this.hush();
    unmark();
    this.controls.end();
    if (reading === this) reading = null;
  }

  speakSoon() {
    this.timer = setTimeout(() => this.speak(), BREATH);
  }

  /** Speaks a sentence, and the next one after it. One at a time: some browsers fall silent in a long one. */
  speak() {
    const sentence = this.sentences[this.at];
    if (!sentence) return this.stop();
    const spoken = Object.assign(new SpeechSynthesisUtterance(sentence.words), {
      voice: this.voice,
      lang: this.voice.lang,
      rate: speed,
    });
    spoken.onend = () => this.spoken === spoken && this.next();
    // Somebody else wanted to be heard, or it failed: it can go on from here.
    spoken.onerror = () => this.spoken === spoken && this.pause();
    // Kept, or a browser may forget it before its end.
    this.spoken = spoken;
    mark(sentence.range(), this.place);
    speechSynthesis.speak(spoken);
  }

  next() {
    this.at += 1;
    this.speak();
  }

  hush() {
    clearTimeout(this.timer);
    this.spoken = null;
    speechSynthesis.cancel();
  }
}
