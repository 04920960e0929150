// Focus and crop of a picture, by pointer and keyboard on the picture itself.
//
// The server renders everything (app/src/admin/crop): the fields hold the state, and are what is sent. Whatever changes
// them, by hand or here, is drawn on the picture and in the previews.
import { element } from "../element.js";
import { Stage } from "./stage.js";
import { WHOLE, parsePercent, percent, regionOf } from "./geometry.js";

const CROP = ["left", "top", "width", "height"];
/** So that a screen reader reads the last of many steps, and not each. */
const SPEAK_AFTER = 120;

export function enhanceCropper(dom) {
  const form = dom.querySelector("[data-crop-form]");
  return form ? new Cropper(dom, form) : { destroy() {} };
}

class Cropper {
  constructor(dom, form) {
    this.dom = dom;
    this.form = form;
    this.size = { width: Number(dom.dataset.width), height: Number(dom.dataset.height) };
    const field = (name) => form.querySelector(`#${name}`);
    this.fields = {
      focus: { x: field("focus_x"), y: field("focus_y") },
      crop: Object.fromEntries(CROP.map((side) => [side, field(`crop_${side}`)])),
    };
    this.listening = new AbortController();
    const { signal } = this.listening;
    this.status = element("p", { class: "visually-hidden", role: "status" });
    dom.append(this.status);
    this.stage = new Stage(dom.querySelector("[data-crop-stage]"), {
      onFocus: (focus) => this.setFocus(focus),
      onCrop: (crop) => this.setCrop(crop),
      state: () => this.state(),
    });
    form.addEventListener("input", () => this.draw(), { signal });
    for (const place of form.querySelectorAll("[data-place]")) {
      const [x, y] = place.dataset.place.split(" ").map((value) => Number(value) / 100);
      const choose = (event) => {
        event.preventDefault();
        this.setFocus({ x, y });
      };
      place.addEventListener("click", choose, { signal });
    }
    form.querySelector("[data-crop-reset]").addEventListener(
      "click",
      (event) => {
        event.preventDefault();
        this.reset();
      },
      { signal },
    );
    this.draw();
  }

  /** What the fields say. Fields that cannot be read are no decision yet. */
  state() {
    const read = (fields) => {
      const values = Object.entries(fields).map(([name, { value }]) => [name, parsePercent(value)]);
      return values.every(([, value]) => value !== null) ? Object.fromEntries(values) : null;
    };
    const crop = read(this.fields.crop);
    const fits = crop && crop.left + crop.width <= 1.0001 && crop.top + crop.height <= 1.0001 && crop.width && crop.height;
    return { focus: read(this.fields.focus), crop: fits ? crop : null };
  }

  setFocus(focus) {
    for (const axis of ["x", "y"]) this.fields.focus[axis].value = percent(focus[axis]);
    this.draw();
    this.say(`Fokus ${spoken(focus.x)} procent från vänster, ${spoken(focus.y)} uppifrån.`);
  }

  setCrop(crop) {
    // Edges are rounded, not sizes, so that the sum never leaves the picture.
    const rounded = roundedCrop(crop);
    for (const side of CROP) this.fields.crop[side].value = percent(rounded[side]);
    this.draw();
    const { left, top, width, height } = rounded;
    this.say(
      `Beskärning ${spoken(left)} procent från vänster, ${spoken(top)} uppifrån, ${spoken(width)} bred, ${spoken(height)} hög.`,
    );
  }

  reset() {
    for (const fields of Object.values(this.fields)) for (const field of Object.values(fields)) field.value = "";
    this.draw();
    this.say("Fokus och beskärning är borttagna. Spara för att det ska gälla.");
  }

  say(words) {
    clearTimeout(this.speaking);
    this.speaking = setTimeout(() => (this.status.textContent = words), SPEAK_AFTER);
  }

  draw() {
    const state = this.state();
    this.stage.draw(state);
    const { width, height } = this.size;
    for (const svg of this.dom.querySelectorAll("[data-crop-previews] svg")) {
      const region = regionOf(state, this.size, Number(svg.dataset.ratio) || 0);
      const box = [region.left * width, region.top * height, region.width * width, region.height * height];
      svg.setAttribute("viewBox", box.join(" "));
    }
  }

  destroy() {
    clearTimeout(this.speaking);
    this.listening.abort();
    this.stage.destroy();
    this.status.remove();
  }
}

/** Whole percents are quicker to listen to. */
function spoken(fraction) {
  return Math.round(fraction * 100);
}

function roundedCrop({ left, top, width, height } = WHOLE) {
  const round = (fraction) => Math.round(fraction * 10_000) / 10_000;
  const [x, y] = [round(left), round(top)];
  return { left: x, top: y, width: round(round(left + width) - x), height: round(round(top + height) - y) };
}
