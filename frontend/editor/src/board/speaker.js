// The one place where the board speaks to screen readers. It stands beside the board, whose content is replaced.
import { element } from "../element.js";

/** So that a screen reader reads the last of many steps, and not each. */
const SPEAK_AFTER = 100;

export class Speaker {
  constructor(board) {
    this.dom = element("p", { class: "visually-hidden", "aria-live": "assertive", "aria-atomic": "true" });
    board.after(this.dom);
  }

  say(words) {
    clearTimeout(this.speaking);
    this.dom.textContent = "";
    this.speaking = setTimeout(() => (this.dom.textContent = words), SPEAK_AFTER);
  }

  destroy() {
    clearTimeout(this.speaking);
    this.dom.remove();
  }
}
