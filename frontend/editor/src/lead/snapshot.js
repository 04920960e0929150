// How the field was, so that a change of it can be taken back.

export class Snapshot {
  constructor({ number, alt, decorative, caption, shown }) {
    const values = [number, alt, caption].map((field) => [field, field.value]);
    const isDecorative = decorative.checked;
    const looks = ["src", "srcset", "alt"].map((name) => [name, shown.getAttribute(name)]);
    const { hidden } = shown;
    this.restore = () => {
      for (const [field, value] of values) field.value = value;
      decorative.checked = isDecorative;
      for (const [name, value] of looks) {
        if (value === null) shown.removeAttribute(name);
        else shown.setAttribute(name, value);
      }
      shown.hidden = hidden;
    };
  }
}
