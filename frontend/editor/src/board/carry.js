// A text that is lifted without dragging: by its button or the space bar. The bar at the foot has a field for the day, so
// that screen readers pass on the keys, and buttons for whoever points.
import { element } from "../element.js";
import { daysOf, nextEmpty } from "./places.js";
import { reveal } from "./keys.js";
import * as words from "./words.js";

export class Carry {
  /** `onPlace(source, day, { byPointer })`, `onAside(source)`, `onReserve(source)` and `onCancel(source)` are called once the text is no longer carried. */
  constructor(board, { keys, speaker, onPlace, onAside, onReserve, hasReserves, onCancel }) {
    Object.assign(this, { board, keys, speaker, onPlace, onAside, onReserve, hasReserves, onCancel });
    this.onKey = this.onKey.bind(this);
    this.onClick = this.onClick.bind(this);
  }

  get isCarrying() {
    return Boolean(this.source);
  }

  /** Lifts a text. `byTouch` leaves the field alone, so that no keyboard covers the days. */
  lift(source, { byTouch = false } = {}) {
    this.cancel({ silently: true });
    this.source = source;
    const days = daysOf(this.board);
    this.days = days;
    source.card.toggleAttribute("data-lifted", true);
    this.show(days);
    this.aim(days.find((day) => day.number === source.day) ?? nextEmpty(days, 0) ?? days[0], { silently: true });
    document.addEventListener("keydown", this.onKey, true);
    this.board.addEventListener("click", this.onClick, true);
    (byTouch ? this.dom : this.field).focus({ preventScroll: true });
    this.speaker.say(words.lifted(source, days.length));
  }

  show(days) {
    const { source } = this;
    const button = (text, plain, act) => element("button", { type: "button", class: plain ? "button plain" : "button", onclick: act }, text);
    this.field = element("input", { inputmode: "numeric", autocomplete: "off", maxlength: String(days.length).length, oninput: () => this.onInput() });
    this.there = element("p", { class: "there" });
    this.dom = element(
      "div",
      { class: "carrying", role: "group", "aria-label": `Flytta ”${source.title}”`, tabindex: "-1" },
      element("p", { class: "title" }, `”${source.title}”`),
      element("label", {}, "Till dag ", this.field),
      this.there,
      element(
        "div",
        { class: "row" },
        button("Placera", false, () => this.place()),
        source.day ? button("Ta bort från dagen", true, () => this.giveTo(this.onAside)) : null,
        source.reserve || !this.hasReserves() ? null : button("Lägg bland reserverna", true, () => this.giveTo(this.onReserve)),
        button("Avbryt", true, () => this.cancel()),
      ),
    );
    this.board.after(this.dom);
  }

  aim(day, { silently = false, typing = false } = {}) {
    if (!day) return;
    this.target?.node.removeAttribute("data-target");
    this.target = day;
    day.node.toggleAttribute("data-target", true);
    reveal(day.node);
    if (!typing) {
      this.field.value = day.number;
      this.field.select();
    }
    this.there.textContent = day.number === this.source.day ? "Här ligger den nu." : words.target(day);
    if (!silently) this.speaker.say(words.target(day));
  }

  onInput() {
    this.aim(this.days.find(({ number }) => String(number) === this.field.value.trim()), { typing: true });
  }

  onKey(event) {
    const { key, target } = event;
    const isOurs = this.dom.contains(target) || target === document.body || target.closest?.("[data-day], [data-text]");
    if (!isOurs || event.ctrlKey || event.altKey || event.metaKey) return;
    if (key === "Escape") this.cancel();
    else if (target.localName === "button" && (key === "Enter" || key === " ")) return;
    else if (key === "Enter" || key === " ") this.place();
    else if (key === "Tab") this.toEmpty(event.shiftKey ? -1 : 1);
    else if (target === this.field && /^\d$/.test(key)) return;
    else {
      const next = this.keys.leadsTo(this.target.number, key);
      if (!next) return;
      this.aim(this.days.find(({ number }) => number === next.number));
    }
    event.preventDefault();
    event.stopPropagation();
  }

  toEmpty(step) {
    const empty = nextEmpty(this.days, this.target.number, step);
    if (empty) this.aim(empty);
    else this.speaker.say(words.NO_EMPTY);
  }

  onClick(event) {
    const day = event.target.closest("[data-day]");
    if (!day) return;
    event.preventDefault();
    event.stopPropagation();
    this.aim(this.days.find(({ node }) => node === day), { silently: true });
    this.place({ byPointer: true });
  }

  place(how) {
    const { source, target } = this;
    if (target.number === source.day) return this.cancel();
    this.end();
    return this.onPlace(source, target, how);
  }

  giveTo(whoever) {
    const { source } = this;
    this.end();
    whoever(source);
  }

  cancel({ silently = false } = {}) {
    if (!this.source) return;
    const { source } = this;
    this.end();
    if (silently) return;
    this.speaker.say(words.cancelled(source));
    this.onCancel(source);
  }

  end() {
    document.removeEventListener("keydown", this.onKey, true);
    this.board.removeEventListener("click", this.onClick, true);
    this.target?.node.removeAttribute("data-target");
    this.source.card.removeAttribute("data-lifted");
    this.dom.remove();
    this.source = this.target = this.days = null;
  }

  destroy() {
    this.cancel({ silently: true });
  }
}
