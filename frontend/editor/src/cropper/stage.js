// The picture on which focus and crop are moved. A tap sets the focus; the crop has four corners to drag and a handle that
// moves all of it. Each is a stop for the keyboard: arrows move by one percent, with Shift by ten.
import { element } from "../element.js";
import { WHOLE, clamp, moved, resized } from "./geometry.js";

const STEP = 0.01;
const LONG_STEP = 0.1;
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const HINT = "Piltangenterna flyttar en procent, med Skift tio.";
const CORNERS = [
  ["top left", "Beskärningens övre vänstra hörn"],
  ["top right", "Beskärningens övre högra hörn"],
  ["bottom left", "Beskärningens nedre vänstra hörn"],
  ["bottom right", "Beskärningens nedre högra hörn"],
];
/** Where the focus is drawn until somebody decides. */
const MIDDLE = { x: 0.5, y: 0.4 };

export class Stage {
  /** `state()` returns what the fields say; `onFocus` and `onCrop` get what they should say. */
  constructor(dom, { state, onFocus, onCrop }) {
    this.dom = dom;
    this.svg = dom.querySelector("svg");
    this.state = state;
    this.onFocus = onFocus;
    this.onCrop = onCrop;
    this.hint = element("p", { class: "visually-hidden" }, HINT);
    this.hint.id = "crop-hint";
    this.focus = handle("crop-handle focus", "Fokus");
    this.whole = handle("crop-handle move", "Hela beskärningen");
    this.corners = CORNERS.map(([corner, name]) => [corner, handle(`crop-handle ${corner}`, name)]);
    this.frame = element("div", { class: "crop-frame" });
    this.own = [this.frame, this.focus, this.whole, ...this.corners.map(([, dom]) => dom), this.hint];
    dom.append(...this.own);
    dom.classList.add("is-live");
    this.drawn = this.svg.querySelector(".crop-focus");
    this.drawn?.remove();

    this.onClick = (event) => {
      // Some browsers end a drag with a click on whatever is below.
      const isDrag = this.hasDragged;
      this.hasDragged = false;
      if (!isDrag && !event.target.closest(".crop-handle")) this.onFocus(this.at(event));
    };
    dom.addEventListener("click", this.onClick);
    this.makeMovable(this.focus, (start, dx, dy) => {
      const { x, y } = start.focus ?? MIDDLE;
      this.onFocus({ x: clamp(x + dx, 0, 1), y: clamp(y + dy, 0, 1) });
    });
    this.makeMovable(this.whole, (start, dx, dy) => this.onCrop(moved(start.crop ?? WHOLE, dx, dy)));
    for (const [corner, dom] of this.corners) {
      this.makeMovable(dom, (start, dx, dy) => this.onCrop(resized(start.crop ?? WHOLE, corner, dx, dy)));
    }
  }

  /** Returns where an event happened, in fractions of the picture. */
  at({ clientX, clientY }) {
    const { left, top, width, height } = this.svg.getBoundingClientRect();
    return { x: clamp((clientX - left) / width, 0, 1), y: clamp((clientY - top) / height, 0, 1) };
  }

  /** Calls `move(start, dx, dy)` with the state before and how far something was dragged, or moved by the keyboard. */
  makeMovable(dom, move) {
    dom.addEventListener("pointerdown", (down) => {
      if (down.button) return;
      down.preventDefault();
      dom.focus();
      dom.setPointerCapture(down.pointerId);
      const [start, from] = [this.state(), this.at(down)];
      const onMove = (event) => {
        const { x, y } = this.at(event);
        this.hasDragged = true;
        move(start, x - from.x, y - from.y);
      };
      dom.addEventListener("pointermove", onMove);
      const stop = () => {
        dom.removeEventListener("pointermove", onMove);
        setTimeout(() => (this.hasDragged = false));
      };
      dom.addEventListener("pointerup", stop, { once: true });
      dom.addEventListener("pointercancel", stop, { once: true });
    });
    dom.addEventListener("keydown", (event) => {
      const arrow = ARROWS[event.key];
      if (!arrow || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      const step = event.shiftKey ? LONG_STEP : STEP;
      move(this.state(), arrow[0] * step, arrow[1] * step);
    });
  }

  /** Draws a state. Positions are set as properties of styles, which the page's policy allows. */
  draw({ focus, crop }) {
    const { x, y } = focus ?? MIDDLE;
    this.focus.classList.toggle("is-set", Boolean(focus));
    place(this.focus, x, y);
    const { left, top, width, height } = crop ?? WHOLE;
    Object.assign(this.frame.style, {
      left: `${left * 100}%`,
      top: `${top * 100}%`,
      width: `${width * 100}%`,
      height: `${height * 100}%`,
    });
    for (const [corner, dom] of this.corners) {
      place(dom, corner.includes("left") ? left : left + width, corner.includes("top") ? top : top + height);
    }
    place(this.whole, left + width / 2, top + height);
    this.drawOutside(left, top, width, height);
  }

  drawOutside(left, top, width, height) {
    const { width: w, height: h } = this.svg.viewBox.baseVal;
    const [x, y, right, bottom] = [left * w, top * h, (left + width) * w, (top + height) * h];
    const path = `M0 0H${w}V${h}H0ZM${x} ${y}V${bottom}H${right}V${y}Z`;
    this.svg.querySelector(".crop-outside").setAttribute("d", path);
  }

  destroy() {
    this.dom.removeEventListener("click", this.onClick);
    this.dom.classList.remove("is-live");
    for (const part of this.own) part.remove();
    if (this.drawn) this.svg.append(this.drawn);
  }
}

// As an application, so that a screen reader hands it the arrow keys.
function handle(classes, name) {
  return element("div", {
    class: classes,
    role: "application",
    tabindex: "0",
    "aria-label": name,
    "aria-describedby": "crop-hint",
  });
}

function place(dom, x, y) {
  dom.style.left = `${x * 100}%`;
  dom.style.top = `${y * 100}%`;
}
