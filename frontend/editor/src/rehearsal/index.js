// The rehearsal of an edition (app/src/admin/rehearsal): the frame goes through the days by itself, until somebody pauses
// it. Every word and address is on the page.
import { stepped } from "./steps.js";

export function enhanceRehearsal(stage) {
  const find = (selector) => stage.querySelector(selector);
  const days = [...stage.querySelectorAll("[data-frame]")];
  const [frame, words, play, speed] = ["iframe", "[data-words-now]", "[data-play]", "[data-speed]"].map(find);
  const [before, after] = ["prev", "next"].map((rel) => find(`a[rel=${rel}]`));
  const playWords = play.textContent;
  const reduced = matchMedia("(prefers-reduced-motion: reduce)").matches;
  let at = Math.max(0, days.findIndex((day) => day.ariaCurrent === "true"));
  let plays = false;
  let timer;

  const on = (target, type, listener) => target.addEventListener(type, listener);
  on(frame, "load", wait);
  on(play, "click", () => (plays ? pause() : start()));
  on(speed, "change", wait);
  on(before, "click", (event) => byHand(event, at - 1));
  on(after, "click", (event) => byHand(event, at + 1));
  days.forEach((day, index) => on(day, "click", (event) => byHand(event, index)));
  on(stage, "keydown", (event) => {
    const { key, altKey, ctrlKey, metaKey, shiftKey, target } = event;
    if (altKey || ctrlKey || metaKey || shiftKey || target.closest("select")) return;
    const to = stepped(at, key, days.length);
    if (to !== at) byHand(event, to);
  });

  find("[data-player]").hidden = false;
  if (stage.dataset.plays !== undefined && !reduced) start();

  function show(index) {
    at = index;
    const day = days[at];
    for (const other of days) other.removeAttribute("aria-current");
    day.setAttribute("aria-current", "true");
    words.textContent = day.dataset.words;
    turn(before, at - 1);
    turn(after, at + 1);
    // Replaced, so that Back leads away from the page and not through the days.
    frame.contentWindow.location.replace(day.dataset.frame);
  }

  /** Leads a link to a day, or hides it where there is none. Whoever stands on it goes to the button that plays. */
  function turn(link, index) {
    if (index in days) link.href = days[index].href;
    else if (link === document.activeElement) play.focus();
    link.hidden = !(index in days);
  }

  function byHand(event, index) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    pause();
    if (index in days && index !== at) show(index);
  }

  function start() {
    plays = true;
    // While it plays, nobody is told of each day.
    words.setAttribute("aria-live", "off");
    play.textContent = play.dataset.pauseWords;
    if (at === days.length - 1) show(0);
    else wait();
  }

  function pause() {
    plays = false;
    clearTimeout(timer);
    words.removeAttribute("aria-live");
    play.textContent = playWords;
  }

  /** Waits for the next day, from when this one is there. */
  function wait() {
    clearTimeout(timer);
    if (plays) timer = setTimeout(next, Number(speed.value));
  }

  function next() {
    if (document.hidden) return wait();
    if (at < days.length - 1) show(at + 1);
    else pause();
  }

  return { destroy: () => clearTimeout(timer) };
}
