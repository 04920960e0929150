// Whose words describe the picture: the library's, the text's own, nobody's, or not decided.

export class Modes {
  constructor(dom) {
    this.dom = dom;
  }

  get value() {
    return this.dom.querySelector("[name=picture_alt_mode]:checked")?.value;
  }

  set(mode) {
    this.dom.querySelector(`[name=picture_alt_mode][value=${mode}]`).checked = true;
  }
}
