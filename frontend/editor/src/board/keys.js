// The days by keyboard: one tab stop for all of them, and keys that lead from day to day.
import { along, daysOf, towards, typed } from "./places.js";

/** How long digits belong to one number. */
const TYPING = 900;

export class Keys {
  constructor(board, lift) {
    this.board = board;
    this.lift = lift;
    this.digits = "";
    this.listening = new AbortController();
    const { signal } = this.listening;
    board.addEventListener("keydown", (event) => this.onKey(event), { signal });
    board.addEventListener("focusin", ({ target }) => target.closest("[data-day]") && this.stopAt(target.closest("[data-day]")), { signal });
    this.refresh();
  }

  /** Makes one day the tab stop: the chosen one, or the first that is not ready, or the first. */
  refresh() {
    const find = (selector) => this.board.querySelector(selector)?.closest("[data-day]");
    const day = find("[data-day] a[aria-current]") ?? find("[data-day]:not([data-progress='done'])") ?? find("[data-day]");
    if (day) this.stopAt(day);
  }

  stopAt(day) {
    for (const link of this.board.querySelectorAll("[data-day] > a")) link.tabIndex = link.parentElement === day ? 0 : -1;
  }

  onKey(event) {
    const day = event.target.closest?.("[data-day]");
    if (!day || event.target.localName !== "a" || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
    if (event.key === " " && day.hasAttribute("data-movable")) {
      event.preventDefault();
      this.lift(day);
      return;
    }
    const next = this.leadsTo(Number(day.dataset.day), event.key);
    if (!next) return;
    event.preventDefault();
    reveal(next.node);
    next.node.querySelector("a").focus();
  }

  /** Returns the day to which a key leads, if it is one of ours. Also used while a text is lifted. */
  leadsTo(number, key) {
    const days = daysOf(this.board).filter(({ node }) => isShown(node));
    if (/^\d$/.test(key)) {
      const at = this.number(key, days.at(-1)?.number ?? 0);
      return days.find((day) => day.number === at);
    }
    if (key === "PageUp" || key === "PageDown") return this.inMonth(days, number, key === "PageUp" ? -1 : 1);
    if (key === "ArrowLeft" || key === "ArrowRight") return along(days, number, key === "ArrowLeft" ? -1 : 1);
    const drawn = days.map((day) => ({ ...day, box: day.node.getBoundingClientRect() })).filter(({ box }) => box.width);
    return drawn.some((day) => day.number === number) ? towards(drawn, number, key) : undefined;
  }

  number(digit, last) {
    clearTimeout(this.typing);
    const number = typed(this.digits, digit, last);
    this.digits = String(number);
    this.typing = setTimeout(() => (this.digits = ""), TYPING);
    return number;
  }

  /** Returns the first day of the month before or after; without months the first or the last day. */
  inMonth(days, number, step) {
    const months = [...this.board.querySelectorAll(".month")];
    if (!months.length) return days.at(step < 0 ? 0 : -1);
    const at = months.findIndex((month) => month.querySelector(`[data-day="${number}"]`));
    const month = months[Math.min(Math.max(at + step, 0), months.length - 1)];
    return days.find(({ node }) => month.contains(node));
  }

  destroy() {
    clearTimeout(this.typing);
    this.listening.abort();
  }
}

/** Shows a day: folds its month out and scrolls no further than needed. */
export function reveal(day) {
  const month = day.closest("details");
  if (month) month.open = true;
  day.scrollIntoView({ block: "nearest" });
}

/** Whether a day is among those that the filter leaves; folded months count. */
function isShown(day) {
  return getComputedStyle(day).display !== "none";
}
