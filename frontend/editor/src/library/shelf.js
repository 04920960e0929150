// The pictures that were found: buttons that are one stop for the keyboard, with arrow keys between them.
import { element } from "../element.js";

export class Shelf {
  constructor(onChoose) {
    this.onChoose = onChoose;
    this.dom = element("ul", { class: "picture-shelf", role: "list", "aria-label": "Bilder" });
    this.dom.addEventListener("keydown", (event) => this.onKey(event));
    this.dom.addEventListener("focusin", ({ target }) => this.setStop(target));
  }

  get buttons() {
    return [...this.dom.querySelectorAll("button")];
  }

  /** Shows pictures, after those that are shown or in place of them. */
  show(pictures, isMore) {
    const known = isMore ? this.buttons.length : 0;
    const rows = pictures.map((picture) => this.row(picture));
    if (isMore) this.dom.append(...rows);
    else this.dom.replaceChildren(...rows);
    const { buttons } = this;
    this.setStop(buttons[0]);
    // Where reading goes on.
    if (isMore) buttons[known]?.focus();
  }

  row(picture) {
    const { thumbnail, width, height, name, alt } = picture;
    const image = element("img", { src: thumbnail, width, height, alt: "", loading: "lazy", decoding: "async" });
    const words = element("span", {}, alt || name);
    return element("li", {}, element("button", { type: "button", onclick: () => this.onChoose(picture) }, image, words));
  }

  setStop(stop) {
    for (const button of this.buttons) button.tabIndex = button === stop ? 0 : -1;
  }

  onKey(event) {
    const { buttons } = this;
    const at = buttons.indexOf(document.activeElement);
    const next = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[
      event.key
    ];
    if (next === undefined || at < 0) return;
    event.preventDefault();
    buttons[next]?.focus();
  }
}
