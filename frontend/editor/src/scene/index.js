// The places of doors on an edition's own picture, moved on the picture itself.
//
// The server renders everything (app/src/admin/editions/scene): the table's fields hold the state, and are what is sent.
// Whatever changes them, by hand or here, is drawn on the picture and in the previews, and checked.
import { parsePercent, percent } from "../cropper/geometry.js";
import { element } from "../element.js";
import { draw } from "./drawing.js";
import { faults, isGrid, overlapping, spoken } from "./places.js";
import { Stage } from "./stage.js";

const SIDES = ["x", "y", "width", "height"];
/** So that a screen reader reads the last of many steps, and not each. */
const SPEAK_AFTER = 120;
/** How many changes can be taken back. */
const MOST_UNDONE = 100;

export function enhanceScene(dom) {
  return new Scene(dom);
}

class Scene {
  constructor(dom) {
    this.dom = dom;
    this.ratio = Number(dom.dataset.height) / Number(dom.dataset.width);
    this.rows = new Map();
    for (const row of dom.querySelectorAll("tr[data-day]")) {
      this.rows.set(Number(row.dataset.day), [...row.querySelectorAll("input")]);
    }
    this.numbers = new Map();
    const stage = dom.querySelector("[data-scene-stage]");
    for (const door of stage.querySelectorAll("g[data-door]")) {
      this.numbers.set(Number(door.dataset.door), door.getAttribute("class").split(" ")[1]);
    }
    this.history = [];
    this.listening = new AbortController();
    const { signal } = this.listening;
    this.status = element("p", { class: "visually-hidden", role: "status" });
    this.undoButton = element("button", { class: "button plain", type: "button", disabled: "" }, "Ångra senaste ändringen");
    this.note = element("span", { class: "quiet" });
    this.undoButton.addEventListener("click", () => this.undo(), { signal });
    dom.querySelector(".scene-buttons").append(this.undoButton, this.note);
    dom.append(this.status);
    this.stage = new Stage(stage, [...this.rows.keys()], {
      places: () => this.places(),
      change: (day, place, isOneMore) => this.change(day, place, isOneMore),
      say: (day, mode = "") => this.say(mode + spoken(this.places(), day, this.stage.isSizing)),
      undo: () => this.undo(),
    });
    dom.querySelector("[data-scene-form]").addEventListener(
      "input",
      ({ target }) => {
        this.numbers.delete(Number(target.closest("tr[data-day]")?.dataset.day));
        this.draw();
      },
      { signal },
    );
    addEventListener("resize", () => this.draw(), { signal });
    this.draw();
  }

  /** What the table says. A row that cannot be read is no place. */
  places() {
    const places = new Map();
    for (const [day, fields] of this.rows) {
      const values = fields.map(({ value }) => parsePercent(value));
      const [x, y, width, height] = values;
      const fits = values.every((value) => value !== null) && x + width <= 1.0001 && y + height <= 1.0001 && width && height;
      places.set(day, fits ? { x, y, width, height } : null);
    }
    return places;
  }

  change(day, place, isOneMore = false) {
    const fields = this.rows.get(day);
    const before = fields.map(({ value }) => value);
    const after = SIDES.map((side) => (place ? percent(place[side]) : ""));
    if (after.join() === before.join()) return;
    if (!isOneMore) this.history.push([day, before, this.numbers.get(day)]);
    this.history.splice(0, this.history.length - MOST_UNDONE);
    fields.forEach((field, at) => (field.value = after[at]));
    // How its number is seen there is decided when it is saved.
    this.numbers.delete(day);
    this.note.textContent = "Inte sparat än.";
    this.draw();
  }

  undo() {
    const last = this.history.pop();
    if (!last) return;
    const [day, before, number] = last;
    this.rows.get(day).forEach((field, at) => (field.value = before[at]));
    if (number) this.numbers.set(day, number);
    this.draw();
    this.say(`Ångrat. ${spoken(this.places(), day, false)}`);
  }

  say(words) {
    clearTimeout(this.speaking);
    this.speaking = setTimeout(() => (this.status.textContent = words), SPEAK_AFTER);
  }

  draw() {
    const places = this.places();
    const clashes = new Set([...places.keys()].filter((day) => overlapping(places, day).length));
    this.stage.draw(places, clashes);
    for (const figure of this.dom.querySelectorAll("[data-scene-previews] figure")) {
      const svg = figure.querySelector("svg");
      const asGrid = isGrid(places, svg.viewBox.baseVal.width, this.ratio);
      draw(svg, asGrid ? [] : places, this.numbers);
      figure.querySelector("[data-grid-note]").textContent = asGrid ? "Luckorna visas i ett rutnät under bilden." : "";
    }
    this.undoButton.disabled = !this.history.length;
    if (this.history.length || this.hasChecked) this.check(places);
  }

  /** What was found when the page was made knows more, until something changes. */
  check(places) {
    this.hasChecked = true;
    const found = faults(places, this.ratio, "forPhones" in this.dom.dataset);
    const list = found.map((sentence) => element("li", { class: "missing" }, sentence));
    const none = element("p", { class: "quiet" }, "Alla luckor har en plats, är stora nog för ett finger och ligger för sig.");
    this.dom.querySelector("[data-scene-found]").replaceChildren(list.length ? element("ul", {}, ...list) : none);
  }

  destroy() {
    clearTimeout(this.speaking);
    this.listening.abort();
    this.stage.destroy();
    for (const part of [this.status, this.undoButton, this.note]) part.remove();
  }
}
