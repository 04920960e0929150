// Dragging a text to a day, the texts without one or the reserves, by mouse at once and by touch after a long press, so that the page still scrolls.
//
// While a text is dragged only its copy is transformed. What lies where is measured when it is lifted.

/** How far a mouse moves before it drags. */
const SLACK = 5;
/** How long a finger rests on a text that it lifts, and how far it may tremble meanwhile. */
const LONG_PRESS = 400;
const TREMBLE = 10;
/** How near the edge of the window the page scrolls along, and how fast it does so at most, in pixels per frame. */
const EDGE = 88;
const SPEED = 14;
/** How long a text is held over a folded month before that opens. */
const UNFOLD = 600;

export class Drag {
  /**
   * `sourceOf(node)` returns the text that a node stands for, `placesOf(source)` a selector of where else than on a day it can go;
   * `onDrop(source, node)` gets where it was put.
   */
  constructor(board, { sourceOf, placesOf, onLift, onDrop, onCancel }) {
    Object.assign(this, { board, sourceOf, placesOf, onLift, onDrop, onCancel });
    this.frame = this.frame.bind(this);
    this.listening = new AbortController();
    const { signal } = this.listening;
    board.addEventListener("pointerdown", (event) => this.press(event), { signal });
    window.addEventListener("pointermove", (event) => this.move(event), { signal });
    window.addEventListener("pointerup", (event) => this.release(event), { signal });
    window.addEventListener("pointercancel", () => this.cancel(), { signal });
    window.addEventListener("keydown", (event) => event.key === "Escape" && this.cancel(), { signal });
    // A finger that has lifted a text does not scroll any more. Known before it touches, or browsers do not wait for it.
    board.addEventListener("touchmove", (event) => this.ghost && event.cancelable && event.preventDefault(), { signal, passive: false });
    board.addEventListener("contextmenu", (event) => this.pressed?.isTouch && event.preventDefault(), { signal });
    board.addEventListener("dragstart", (event) => event.preventDefault(), { signal });
  }

  get isDragging() {
    return Boolean(this.ghost);
  }

  press(event) {
    this.cancel();
    if (event.button !== 0 || !event.isPrimary || event.target.closest("input, select, summary, button:not(.lift)")) return;
    const source = this.sourceOf(event.target);
    if (!source) return;
    const isTouch = event.pointerType === "touch";
    const isHandle = Boolean(event.target.closest(".lift"));
    this.pressed = { source, isTouch, isHandle, id: event.pointerId, x: event.clientX, y: event.clientY };
    this.at = { x: event.clientX, y: event.clientY };
    if (isTouch && !isHandle) this.waiting = setTimeout(() => this.lift(), LONG_PRESS);
  }

  move(event) {
    if (event.pointerId !== this.pressed?.id) return;
    this.at = { x: event.clientX, y: event.clientY };
    if (this.ghost) return;
    const { x, y, isTouch, isHandle } = this.pressed;
    const far = Math.hypot(this.at.x - x, this.at.y - y);
    if (isTouch && !isHandle) {
      if (far > TREMBLE) this.cancel();
    } else if (far > SLACK) this.lift();
  }

  lift() {
    clearTimeout(this.waiting);
    const { card } = this.pressed.source;
    const box = card.getBoundingClientRect();
    this.grip = { x: this.pressed.x - box.x, y: this.pressed.y - box.y };
    this.ghost = ghostOf(card, box);
    this.board.after(this.ghost);
    card.toggleAttribute("data-lifted", true);
    this.measure();
    this.onLift(this.pressed.source);
    this.frames = requestAnimationFrame(this.frame);
  }

  /** Remembers what lies where on the page. */
  measure() {
    const boxes = (selector) =>
      [...this.board.querySelectorAll(selector)].map((node) => {
        const { left, top, right, bottom } = node.getBoundingClientRect();
        return { node, left, right, top: top + scrollY, bottom: bottom + scrollY };
      });
    this.days = boxes("[data-day]").filter(({ left, right }) => right > left);
    this.folded = boxes(".month:not([open]) > summary");
    this.places = boxes(this.placesOf(this.pressed.source));
  }

  frame(now) {
    // Read before anything is written, so that nothing is laid out anew for it.
    const { x, y } = this.at;
    const [onPage, speed] = [y + scrollY, edgeSpeed(y, innerHeight)];
    const within = ({ left, right, top, bottom }) => x >= left && x < right && onPage >= top && onPage < bottom;
    this.ghost.style.transform = `translate3d(${x - this.grip.x}px, ${y - this.grip.y}px, 0)`;
    if (speed) scrollBy(0, speed);
    this.aim([...this.days, ...this.places].find(within)?.node ?? null);
    this.unfold(this.folded.find(within)?.node, now);
    this.frames = requestAnimationFrame(this.frame);
  }

  aim(node) {
    if (node === this.target) return;
    this.target?.removeAttribute("data-target");
    node?.toggleAttribute("data-target", true);
    this.target = node;
  }

  unfold(summary, now) {
    if (summary !== this.over?.summary) this.over = summary && { summary, since: now };
    else if (summary && now - this.over.since > UNFOLD) {
      summary.parentElement.open = true;
      this.over = undefined;
      this.measure();
    }
  }

  release(event) {
    if (event.pointerId !== this.pressed?.id) return;
    const { target, ghost, pressed } = this;
    const isBack = target === pressed.source.card;
    this.end();
    if (!ghost) return;
    swallowClick();
    if (target && !isBack) this.onDrop(pressed.source, target);
    else this.onCancel(pressed.source);
  }

  cancel() {
    const { ghost, pressed } = this;
    this.end();
    if (ghost) {
      swallowClick();
      this.onCancel(pressed.source);
    }
  }

  end() {
    clearTimeout(this.waiting);
    cancelAnimationFrame(this.frames);
    this.aim(null);
    this.pressed?.source.card.removeAttribute("data-lifted");
    this.ghost?.remove();
    this.ghost = this.pressed = this.over = undefined;
  }

  destroy() {
    this.end();
    this.listening.abort();
  }
}

/** Returns how far the page scrolls in a frame while a text is held `y` pixels below the top of the window. */
export function edgeSpeed(y, height) {
  const near = (distance) => Math.round(SPEED * Math.min(Math.max((EDGE - distance) / EDGE, 0), 1));
  return near(height - y) - near(y);
}

/** Returns a copy of a card that follows the pointer: within a list of the same kind, since the style asks for that. */
function ghostOf(card, { width, height }) {
  const list = card.parentElement.cloneNode(false);
  const copy = card.cloneNode(true);
  copy.removeAttribute("data-day");
  copy.removeAttribute("data-text");
  for (const node of copy.querySelectorAll("[id]")) node.removeAttribute("id");
  list.classList.add("ghost");
  list.setAttribute("aria-hidden", "true");
  list.inert = true;
  list.style.width = `${width}px`;
  list.style.height = `${height}px`;
  list.append(copy);
  return list;
}

/** The click that ends a drag opens nothing. */
function swallowClick() {
  const swallow = (event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => removeEventListener("click", swallow, { capture: true }), 0);
}
