// A toolbar by the ARIA pattern: one tab stop, arrow keys between the buttons, and toggle buttons with their state.
import { element, icon } from "../element.js";
import { ICONS } from "./icons.js";

const isMac = /Mac|iP(hone|ad)/.test(navigator.platform);
const KEYS = { Mod: isMac ? "⌘" : "Ctrl", Shift: "Skift", Alt: isMac ? "⌥" : "Alt" };
const ARIA = { Mod: isMac ? "Meta" : "Control", Shift: "Shift", Alt: "Alt" };

const shortcut = (key, names) =>
  key
    .split("-")
    .map((part) => names[part] ?? part.toUpperCase())
    .join("+");

export class Toolbar {
  /** `specs` describe the buttons; `view` returns the editor's view. */
  constructor(label, specs, view, controls) {
    this.specs = specs;
    this.view = view;
    this.buttons = specs.map((spec) => this.button(spec));
    this.dom = element(
      "div",
      { class: "editor-bar", role: "toolbar", "aria-label": label, "aria-controls": controls },
      ...this.buttons,
    );
    this.dom.addEventListener("keydown", (event) => this.move(event));
    this.dom.addEventListener("focusin", ({ target }) => this.rove(target));
    this.rove(this.buttons[0]);
  }

  button({ name, text, icon: drawing, key, opens, run, press, isOn }) {
    const button = element(
      "button",
      {
        type: "button",
        class: text ? "words" : null,
        "aria-label": text ? null : name,
        "aria-pressed": isOn || press ? "false" : null,
        "aria-haspopup": opens,
        "aria-keyshortcuts": key && shortcut(key, ARIA),
        title: key ? `${name} (${shortcut(key, KEYS)})` : name,
      },
      text ? name : icon(ICONS[drawing]),
    );
    // Without this a click would take the focus and the selection from the text.
    button.addEventListener("mousedown", (event) => event.preventDefault());
    button.addEventListener("click", () => {
      if (button.getAttribute("aria-disabled") === "true") return;
      if (press) return press();
      const view = this.view();
      run(view.state, view.dispatch, view);
      if (!opens) view.focus();
    });
    return button;
  }

  /** Updates the state of the buttons. `off` disables all that run a command. */
  update(state, off) {
    this.specs.forEach(({ isOn, run, canRun, press, pressed }, i) => {
      const button = this.buttons[i];
      if (isOn) button.setAttribute("aria-pressed", String(!off && isOn(state)));
      if (press) return button.setAttribute("aria-pressed", String(pressed()));
      const can = !off && (isOn?.(state) || (canRun ? canRun(state) > 0 : run(state)));
      return can ? button.removeAttribute("aria-disabled") : button.setAttribute("aria-disabled", "true");
    });
  }

  focus() {
    this.buttons.find(({ tabIndex }) => tabIndex === 0)?.focus();
  }

  rove(to) {
    if (this.buttons.includes(to)) for (const button of this.buttons) button.tabIndex = button === to ? 0 : -1;
  }

  move(event) {
    const at = this.buttons.indexOf(event.target);
    const count = this.buttons.length;
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1 + count, Home: 0, End: count - 1 }[event.key];
    if (event.key === "Escape") this.view().focus();
    if (at < 0 || to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.buttons[to % count].focus();
  }
}
