// The picture on which doors are moved: by dragging, by a click on a door and another where it is to go, and by the keyboard.
// Doors are buttons in the order of their days, those without a place in a tray under the picture.
import { clamp } from "../cropper/geometry.js";
import { element } from "../element.js";
import { centred, moved, resized } from "./places.js";

const STEP = 0.01;
const LONG_STEP = 0.05;
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const HINT =
  "Piltangenterna flyttar luckan en procent, med Skift fem. Enter växlar mellan att flytta och att ändra storlek. Escape " +
  "ångrar sedan du kom till luckan. Delete tar bort dess plats. Ctrl Z ångrar det senaste. Med musen: dra, eller klicka på luckan och sedan där den ska ligga.";
/** How far a pointer may shake before a click is a drag, in points. */
const SHAKE = 4;

export class Stage {
  /**
   * `places()` returns what the table says, by day. `change(day, place, isOneMore)` gets what it should say, where
   * `isOneMore` belongs to the same drag as the one before; `say(day)` tells where a door is; `undo()` takes back the last change.
   */
  constructor(dom, days, { places, change, say, undo }) {
    Object.assign(this, { dom, places, change, say, undo });
    this.picture = dom.querySelector("svg");
    this.hint = element("p", { class: "scene-hint", id: "scen-hjalp" }, HINT);
    this.field = element("div", { class: "scene-doors", role: "application", "aria-label": "Luckorna på bilden", "aria-describedby": "scen-hjalp" });
    this.tray = element("div", { class: "scene-tray", role: "group", "aria-label": "Luckor utan plats" });
    this.doors = new Map(days.map((day) => [day, this.door(day)]));
    this.field.append(...this.doors.values());
    dom.append(this.field, this.tray, this.hint);
    dom.classList.add("is-live");
    this.onClick = (event) => this.putSelected(event);
    this.field.addEventListener("click", this.onClick);
  }

  door(day) {
    const grip = element("span", { class: "scene-grip", "aria-hidden": "true" });
    const dom = element("button", { class: "scene-door", type: "button", "data-day": String(day), "aria-label": `Lucka ${day}` }, String(day), grip);
    dom.addEventListener("focus", () => {
      this.select(day);
      this.before = this.places().get(day);
      this.say(day);
    });
    dom.addEventListener("keydown", (event) => this.onKey(event, day));
    dom.addEventListener("click", (event) => {
      event.stopPropagation();
      this.select(day);
      if (!this.places().get(day)) this.place(day);
    });
    this.makeMovable(dom, day, moved);
    this.makeMovable(grip, day, resized);
    return dom;
  }

  select(day) {
    if (this.selected !== day) this.isSizing = false;
    this.selected = day;
    for (const [other, dom] of this.doors) dom.classList.toggle("is-selected", other === day);
  }

  /** Puts a door without a place into the middle, as large as another one. */
  place(day) {
    const other = [...this.places().values()].find(Boolean) ?? { width: 0.15, height: 0.15 };
    this.change(day, centred({ ...other }, { x: 0.5, y: 0.5 }));
    this.doors.get(day).focus();
    this.say(day);
  }

  /** Puts the chosen door where somebody has clicked. */
  putSelected(event) {
    const place = this.places().get(this.selected);
    if (!place || this.hasDragged || event.target !== this.field) return;
    this.change(this.selected, centred(place, this.at(event)));
    this.doors.get(this.selected).focus();
    this.say(this.selected);
  }

  onKey(event, day) {
    const { key } = event;
    if ((event.ctrlKey || event.metaKey) && key.toLowerCase() === "z") {
      event.preventDefault();
      this.undo();
      return;
    }
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const place = this.places().get(day);
    const arrow = ARROWS[key];
    if (arrow && place) {
      event.preventDefault();
      const step = event.shiftKey ? LONG_STEP : STEP;
      const act = this.isSizing ? resized : moved;
      this.change(day, act(place, arrow[0] * step, arrow[1] * step), event.repeat);
      this.say(day);
    } else if (key === "Enter" && place) {
      event.preventDefault();
      this.isSizing = !this.isSizing;
      this.doors.get(day).classList.toggle("is-sizing", this.isSizing);
      this.say(day, this.isSizing ? "Läge storlek. " : "Läge flytta. ");
    } else if (key === "Escape" && this.before && place) {
      event.preventDefault();
      this.change(day, this.before);
      this.say(day);
    } else if (key === "Delete" && place) {
      event.preventDefault();
      this.change(day, null);
      this.doors.get(day).focus();
      this.say(day);
    }
  }

  /** Returns where an event happened, in fractions of the picture. */
  at({ clientX, clientY }) {
    const { left, top, width, height } = this.picture.getBoundingClientRect();
    return { x: clamp((clientX - left) / width, 0, 1), y: clamp((clientY - top) / height, 0, 1) };
  }

  makeMovable(dom, day, act) {
    dom.addEventListener("pointerdown", (down) => {
      const start = this.places().get(day);
      if (down.button || !start) return;
      down.preventDefault();
      down.stopPropagation();
      this.doors.get(day).focus();
      dom.setPointerCapture(down.pointerId);
      const from = this.at(down);
      let isDrag = false;
      const onMove = (event) => {
        const far = Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY);
        if (!isDrag && far < SHAKE) return;
        const { x, y } = this.at(event);
        this.change(day, act(start, x - from.x, y - from.y), isDrag);
        isDrag = this.hasDragged = true;
      };
      const stop = () => {
        dom.removeEventListener("pointermove", onMove);
        if (isDrag) this.say(day);
        setTimeout(() => (this.hasDragged = false));
      };
      dom.addEventListener("pointermove", onMove);
      dom.addEventListener("pointerup", stop, { once: true });
      dom.addEventListener("pointercancel", stop, { once: true });
    });
  }

  /** Shows places. Positions are set as properties of styles, which the page's policy allows. */
  draw(places, clashes) {
    const { width, height } = this.picture.getBoundingClientRect();
    if (width) Object.assign(this.field.style, { width: `${width}px`, height: `${height}px` });
    const focused = document.activeElement;
    for (const [day, dom] of this.doors) {
      const place = places.get(day);
      const home = place ? this.field : this.tray;
      if (dom.parentElement !== home) this.putInOrder(home, dom, day);
      const { x = 0, y = 0, width = 0, height = 0 } = place ?? {};
      const style = { left: `${x * 100}%`, top: `${y * 100}%`, width: `${width * 100}%`, height: `${height * 100}%` };
      Object.assign(dom.style, place ? style : { left: "", top: "", width: "", height: "" });
      dom.classList.toggle("is-clashing", clashes.has(day));
    }
    this.tray.hidden = !this.tray.children.length;
    if (focused?.isConnected && this.dom.contains(focused) && focused !== document.activeElement) focused.focus();
  }

  putInOrder(home, dom, day) {
    const next = [...home.children].find((other) => Number(other.dataset.day) > day);
    home.insertBefore(dom, next ?? null);
  }

  destroy() {
    this.dom.classList.remove("is-live");
    for (const part of [this.field, this.tray, this.hint]) part.remove();
  }
}
