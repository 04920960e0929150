// Others on the same board: who is there, and a newer board as soon as nobody is disturbed by it.
import { element } from "../element.js";
import { Stream } from "./stream.js";
import * as words from "./words.js";

/** Newer boards are not shown more often than this: somebody who writes saves every few seconds. */
const PAUSE = 3000;

export class Company {
  /** `isFree()` says whether the board may be replaced; `refresh()` does so and returns the numbers of the changed days, or null to try again. */
  constructor(board, { speaker, isFree, refresh }) {
    Object.assign(this, { board, speaker, isFree, refresh });
    this.dom = element("p", { class: "quiet company" });
    this.here = this.changed = "";
    this.last = 0;
    this.stream = new Stream(board.dataset.stream, (news) => this.hear(news));
  }

  /** Puts the line into a board whose content is new. */
  dress() {
    this.board.querySelector(".board-head")?.append(this.dom);
  }

  hear(news) {
    this.news = news;
    this.here = news.here;
    this.show();
    this.catchUp();
  }

  show() {
    this.dom.textContent = [this.here, this.changed].filter(Boolean).join(" ");
  }

  /** Shows the newer board, now or once it disturbs nobody. */
  async catchUp() {
    clearTimeout(this.waiting);
    if (!this.news || this.news.version === this.board.dataset.version) return;
    const pause = this.last + PAUSE - Date.now();
    if (pause > 0 || !this.isFree()) {
      this.waiting = setTimeout(() => this.catchUp(), Math.max(pause, 500));
      return;
    }
    this.last = Date.now();
    const { by } = this.news;
    const days = await this.refresh();
    if (!days) return this.catchUp();
    if (!days.length) return;
    this.changed = words.changed(by, days);
    this.show();
    this.speaker.say(this.changed);
  }

  destroy() {
    clearTimeout(this.waiting);
    this.stream.destroy();
    this.dom.remove();
  }
}
