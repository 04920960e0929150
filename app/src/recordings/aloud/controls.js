// The buttons beside a text that is read aloud. The first is the server's: what began the reading ends it, so that it stops
// where the finger is.

const SPEEDS = [0.75, 1, 1.25, 1.5];
const AWAY = "data-away";
/** Beside an English text they are in English, as the server's button is. */
const WORDS = {
  sv: { stop: "Stoppa", pause: "Pausa", resume: "Fortsätt", speed: "Fart" },
  en: { stop: "Stop", pause: "Pause", resume: "Go on", speed: "Speed" },
};

export class Controls {
  constructor(button, { pause, setSpeed }) {
    this.button = button;
    this.row = button.parentElement;
    this.place = this.row.parentElement;
    this.idle = this.button.textContent;
    const language = this.place.lang || "sv";
    this.words = WORDS[language] ?? WORDS.sv;
    const { format } = new Intl.NumberFormat(language);
    this.pause = Object.assign(document.createElement("button"), { type: "button", className: "button plain" });
    this.pause.addEventListener("click", pause);
    this.speed = document.createElement("label");
    this.select = document.createElement("select");
    this.select.append(...SPEEDS.map((speed) => new Option(`${format(speed)}×`, speed)));
    this.select.addEventListener("change", () => setSpeed(Number(this.select.value)));
    this.speed.append(`${this.words.speed} `, this.select);
    // Where the style sheet cannot let them stay in sight, it shows them elsewhere.
    this.sight = new IntersectionObserver(([{ isIntersecting }]) => this.place.toggleAttribute(AWAY, !isIntersecting));
    this.sight.observe(this.place);
  }

  /** Shows how it is. Also where the client has put the page back to what the server sent. */
  show({ isPaused, speed }) {
    setText(this.button, this.words.stop);
    setText(this.pause, isPaused ? this.words.resume : this.words.pause);
    this.select.value = speed;
    if (!this.pause.isConnected) this.row.append(this.pause, this.speed);
    this.place.dataset.reading = "";
  }

  /** Leaves the button that begins. */
  end() {
    this.sight.disconnect();
    this.place.removeAttribute(AWAY);
    const hadFocus = this.pause === document.activeElement || this.select === document.activeElement;
    setText(this.button, this.idle);
    this.pause.remove();
    this.speed.remove();
    delete this.place.dataset.reading;
    if (hadFocus) this.button.focus({ preventScroll: true });
  }
}

// A screen reader would say it again.
function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
