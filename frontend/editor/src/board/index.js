// The board by dragging, keys and clicks. Each of them sends the same form as the page does without JavaScript, and shows
// the page to which that leads (app/src/admin/board).
import { element } from "../element.js";
import { Carry } from "./carry.js";
import { Company } from "./company.js";
import { Drag } from "./drag.js";
import { showPlan } from "./fill.js";
import { Windows } from "./windows.js";
import { keep } from "./keep.js";
import { Keys } from "./keys.js";
import { newKey, open, send } from "./request.js";
import { Speaker } from "./speaker.js";
import * as words from "./words.js";

const HINT =
  "Dra en text till en dag, eller välj dess handtag och sedan en dag. Med tangenter: pilar och siffror går mellan dagarna, mellanslag lyfter texten, Enter öppnar dagen.";

/** The reserves, for those who may change them. */
const RESERVES = ".reserves[data-drop]";

export function enhanceBoard(dom) {
  return new Board(dom);
}

class Board {
  constructor(dom) {
    this.dom = dom;
    /** How many have been asked for. */
    this.changes = 0;
    this.speaker = new Speaker(dom);
    this.keys = new Keys(dom, (card) => this.carry.lift(this.sourceOf(card)));
    this.carry = new Carry(dom, {
      keys: this.keys,
      speaker: this.speaker,
      onPlace: (source, { node }, how) => this.move(source, node.dataset, how),
      onAside: (source) => this.aside(source),
      onReserve: (source) => this.reserve(source),
      hasReserves: () => Boolean(this.dom.querySelector(RESERVES)),
      onCancel: (source) => this.focusCard(source),
    });
    this.drag = new Drag(dom, {
      sourceOf: (node) => !this.carry.isCarrying && this.sourceOf(node),
      placesOf: ({ day, reserve }) => (reserve ? `.loose, ${RESERVES} [data-reserve]` : day ? `.loose, ${RESERVES}` : RESERVES),
      onLift: () => this.carry.cancel({ silently: true }),
      onDrop: (source, node) => this.drop(source, node, { byPointer: true }),
      onCancel: (source) => this.speaker.say(words.cancelled(source)),
    });
    this.windows = new Windows(dom);
    this.company = new Company(dom, { speaker: this.speaker, isFree: () => this.isFree(), refresh: () => this.refresh() });
    this.path = location.pathname;
    this.listening = new AbortController();
    const { signal } = this.listening;
    dom.addEventListener("submit", (event) => this.onSubmit(event), { signal });
    document.addEventListener("click", (event) => this.onClick(event), { signal });
    dom.addEventListener("change", () => showPlan(dom), { signal });
    addEventListener("popstate", () => this.onHistory(), { signal });
    this.dress();
  }

  /** Adds to the server's page what only works with a script. */
  dress() {
    const cards = [...this.dom.querySelectorAll("[data-movable]")];
    for (const card of cards.filter((card) => !card.querySelector(".lift"))) {
      const inDays = Boolean(card.dataset.day);
      const lift = element("button", { type: "button", class: "lift", "aria-label": `Flytta ”${titleOf(card)}”`, tabindex: inDays ? "-1" : null });
      card.append(lift);
    }
    if (cards.length) this.dom.querySelector(".days")?.append(element("p", { class: "hint how" }, HINT));
    this.company.dress();
    this.keys.refresh();
    showPlan(this.dom);
  }

  /** Returns the text that a node stands for, if whoever looks at the board may move it. */
  sourceOf(node) {
    const card = node.closest("[data-movable]");
    if (!card) return null;
    const { day, place, text, reserve } = card.dataset;
    return { card, title: titleOf(card), day: day && Number(day), place, text, reserve: reserve && Number(reserve) };
  }

  /** Does with a text what is meant by where it was put. */
  drop(source, node, how) {
    if (node.dataset.day) return this.move(source, node.dataset, how);
    if (node.dataset.reserve) return this.changeReserves(source, { act: "plats", place: node.dataset.reserve }, how);
    return node.matches(".reserves") ? this.reserve(source, how) : this.aside(source, how);
  }

  /** `byPointer` leaves the page where it is scrolled. */
  move(source, { place }, how) {
    const fields = source.day ? { from: source.place, to: place } : { post: source.text, day: place };
    const next = source.text && nextText(source.card);
    return this.post(source.day ? "/api/board/move" : "/api/board/put", fields, () => this.cardOf(next) ?? this.cardAt(place), how);
  }

  /** Puts a text among those without a day. */
  aside(source, how) {
    if (source.reserve) return this.changeReserves(source, { act: "ut" }, how);
    return this.post("/api/board/clear", { day: source.place }, () => this.cardAt(source.place), how);
  }

  /** Makes a text the last reserve. */
  reserve(source, how) {
    if (!source.day) return this.changeReserves(source, { act: "in" }, how);
    return this.post("/api/board/clear", { day: source.place, to: "reserv" }, () => this.cardAt(source.place), how);
  }

  changeReserves({ text }, fields, how) {
    return this.post("/api/board/reserves", { post: text, ...fields }, () => this.cardOf(text), how);
  }

  post(action, fields, focus, how) {
    const all = [newKey(), ["edition", this.dom.dataset.edition], ...Object.entries(fields)];
    return this.change(() => send(action, all), { focus, ...how });
  }

  onSubmit(event) {
    const { target: form, submitter } = event;
    const action = form.getAttribute("action") ?? "";
    if (!action.startsWith("/api/board/")) return;
    event.preventDefault();
    const fields = [...new FormData(form)];
    if (submitter?.name) fields.push([submitter.name, submitter.value]);
    this.change(() => send(action, fields), {});
  }

  onClick(event) {
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const lift = event.target.closest(".lift");
    if (lift) {
      this.carry.lift(this.sourceOf(lift), { byTouch: event.pointerType === "touch" });
      return;
    }
    const link = event.target.closest("a[href]");
    if (link?.pathname !== this.path) return;
    // The page that a form leads to is shown here, so links to the board are followed here, too, also those of the
    // navigation: the client does not know which page of it is shown.
    event.preventDefault();
    this.change(() => open(link.href), { address: link.href, isStep: true, focus: () => this.dom.querySelector("#vald") });
  }

  onHistory() {
    if (location.pathname === this.path) this.change(() => open(location.href), {});
  }

  /** Asks the server, shows the board with which it answers, says what that says, and sets the focus. */
  async change(ask, { focus, address, isStep, byPointer }) {
    if (this.isBusy) {
      this.speaker.say(words.WAIT);
      return;
    }
    this.isBusy = true;
    this.changes += 1;
    this.dom.toggleAttribute("data-busy", true);
    try {
      const page = await ask();
      if (!this.dom.isConnected) return;
      if (!page.board) {
        location.assign(page.address);
        return;
      }
      history[isStep ? "pushState" : "replaceState"](history.state, "", address ?? page.address);
      this.show(page.board, { focus, preventScroll: byPointer });
    } catch {
      this.tell(words.UNREACHED);
    } finally {
      this.isBusy = false;
      this.dom.removeAttribute("data-busy");
    }
  }

  /** Puts the content of another board in place of this one's. Returns what had the focus, and the days that are another. */
  replace(board) {
    const restore = keep(this.dom);
    document.adoptNode(board);
    const changed = this.windows.take(board);
    for (const { name, value } of board.attributes) this.dom.setAttribute(name, value);
    this.dom.replaceChildren(...board.childNodes);
    this.dress();
    const kept = restore();
    showPlan(this.dom);
    return { kept, changed };
  }

  show(board, { focus, preventScroll }) {
    const notice = board.querySelector(".notice[role]");
    // Said once, by the speaker.
    notice?.removeAttribute("role");
    notice?.removeAttribute("autofocus");
    const { kept } = this.replace(board);
    const question = this.dom.querySelector("#question");
    const isRefused = notice?.dataset.kind === "error";
    const next = question ? question.parentElement.querySelector("button") : isRefused ? kept : focus?.();
    const focused = next ?? kept;
    if (focused) {
      focused.focus({ preventScroll: Boolean(preventScroll && !question) });
      const said = question?.textContent ?? notice?.textContent;
      if (said) this.speaker.say(said.trim());
    } else notice?.focus();
  }

  /** Whether the board can be replaced without taking anything from whoever uses it. */
  isFree() {
    const isTyping = this.dom.contains(document.activeElement) && document.activeElement.matches("select, input:not([type='checkbox'])");
    return !this.isBusy && !this.isRefreshing && !this.carry.isCarrying && !this.drag.isDragging && !isTyping;
  }

  /**
   * Shows what others have changed; what was said and where somebody is stays. Returns the numbers of the changed days, or null when
   * somebody has begun something meanwhile: that does not wait, and what comes too late is not shown.
   */
  async refresh() {
    const before = this.changes;
    this.isRefreshing = true;
    try {
      const { board } = await open(location.href);
      if (!board || !this.dom.isConnected) return [];
      if (this.changes !== before || this.carry.isCarrying || this.drag.isDragging) return null;
      const said = this.dom.querySelector(".notice");
      const { kept, changed } = this.replace(board);
      if (said && !this.dom.querySelector(".notice")) this.dom.querySelector(".board-head").after(said);
      kept?.focus({ preventScroll: true });
      return changed;
    } catch {
      return []; // The network is away. The stream comes back with it.
    } finally {
      this.isRefreshing = false;
    }
  }

  /** Says and shows that the server could not be asked. */
  tell(message) {
    this.dom.querySelector(".notice")?.remove();
    this.dom.querySelector(".board-head").after(element("div", { class: "notice", "data-kind": "error" }, element("p", {}, message)));
    this.speaker.say(message);
  }

  cardAt(place) {
    return this.dom.querySelector(`[data-day="${place.split(":")[0]}"] > a`);
  }

  cardOf(text) {
    return text && this.dom.querySelector(`[data-text="${text}"] > .lift`);
  }

  focusCard({ day, text }) {
    const card = this.dom.querySelector(day ? `[data-day="${day}"] > a` : `[data-text="${text}"] > .lift`);
    card?.focus();
  }

  destroy() {
    this.listening.abort();
    this.carry.destroy();
    this.drag.destroy();
    this.keys.destroy();
    this.company.destroy();
    this.speaker.destroy();
  }
}

const titleOf = (card) => card.querySelector(".what, div > a").textContent.trim();
/** Returns the id of the text after one without a day, or of the one before. */
const nextText = (card) => (card.nextElementSibling ?? card.previousElementSibling)?.dataset.text;
