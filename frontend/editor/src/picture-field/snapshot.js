// The state of the field before a change, to undo it.

export class Snapshot {
  constructor({ id, alt, modes, caption, shown, library }) {
    const values = [id, alt, caption].map((field) => [field, field.value]);
    const mode = modes.value;
    const words = library.map((dom) => [dom, dom.textContent]);
    const attributes = ["src", "srcset", "alt"].map((name) => [name, shown.getAttribute(name)]);
    const { hidden } = shown;
    this.restore = () => {
      for (const [field, value] of values) field.value = value;
      modes.set(mode);
      for (const [dom, text] of words) dom.textContent = text;
      for (const [name, value] of attributes) {
        if (value === null) shown.removeAttribute(name);
        else shown.setAttribute(name, value);
      }
      shown.hidden = hidden;
    };
  }
}
