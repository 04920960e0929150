// The state of the field before a change, to undo it.

export class Snapshot {
  constructor({ id, alt, decorative, caption, shown }) {
    const values = [id, alt, caption].map((field) => [field, field.value]);
    const isDecorative = decorative.checked;
    const attributes = ["src", "srcset", "alt"].map((name) => [name, shown.getAttribute(name)]);
    const { hidden } = shown;
    this.restore = () => {
      for (const [field, value] of values) field.value = value;
      decorative.checked = isDecorative;
      for (const [name, value] of attributes) {
        if (value === null) shown.removeAttribute(name);
        else shown.setAttribute(name, value);
      }
      shown.hidden = hidden;
    };
  }
}
