// The field of a text's own picture: chosen, dropped or pasted, and uploaded at once.
//
// The server renders the field: `picture` holds the picture's id, `picture_alt_mode` whose words describe it, `picture_alt`
// and `picture_caption` its own texts, `[data-picture-shown]` shows it, `[data-picture-remove]` removes it and
// `[data-picture-library]` leads to the library, from which a dialog chooses instead. Elements with `data-picture-words`
// are only visible when there is a picture. `input` is fired on `picture` after each change.
import { element } from "../element.js";
import { libraryDialog } from "../library/load.js";
import { filePicker } from "../upload/files.js";
import { UploadStatus } from "../upload/status.js";
import { onDropOrPaste } from "./drop.js";
import { Modes } from "./modes.js";
import { Snapshot } from "./snapshot.js";

const REMOVED = "Bilden är borttagen.";
const CHANGED = "Bilden är bytt, och texterna om den förra är tömda.";

export function enhance(dom) {
  return new PictureField(dom);
}

class PictureField {
  constructor(dom) {
    this.dom = dom;
    const named = (name) => dom.querySelector(`[name="${name}"]`);
    this.parts = {
      id: named("picture"),
      alt: named("picture_alt"),
      modes: new Modes(dom),
      caption: named("picture_caption"),
      shown: dom.querySelector("[data-picture-shown]"),
      library: [...dom.querySelectorAll("[data-library]")],
    };
    this.remove = dom.querySelector("[data-picture-remove]");
    this.onRemove = () => this.change(() => this.empty(), REMOVED);
    this.remove.addEventListener("click", this.onRemove);
    // Whoever writes words of their own wants them.
    this.onAlt = () => this.parts.alt.value.trim() && this.parts.modes.set("own");
    this.parts.alt.addEventListener("input", this.onAlt);
    this.libraryButton = dom.querySelector("[data-picture-library]");
    const choosePicture = libraryDialog("choosePicture");
    this.onLibrary = (event) => {
      event.preventDefault();
      this.chooseFromLibrary(choosePicture);
    };
    if (choosePicture) this.libraryButton.addEventListener("click", this.onLibrary);

    // The id was set by code, as when the autosave restores a text.
    this.onIdSet = () => this.show(this.parts.id.value && `/media/${this.parts.id.value}/960.webp`);
    this.parts.id.addEventListener("guldkorn-text", this.onIdSet);

    this.upload = new UploadStatus();
    this.input = filePicker(([file]) => this.send(file));
    this.choose = button("button plain", () => !this.upload.controller && this.input.click());
    this.retry = button("button", () => this.send(this.waiting), "Försök igen");
    this.hint = element("p", { class: "hint" }, "Du kan också dra hit en bild, eller kopiera en och klistra in den.");
    this.undo = button("button plain", () => this.restore(), "Ångra");
    this.message = element("span", { role: "status" });
    this.notice = element("p", { class: "picture-undo" }, this.message, this.undo);
    this.own = [
      this.upload.dom,
      element("div", { class: "row picture-choose" }, this.retry, this.choose),
      this.hint,
      this.notice,
      this.input,
    ];
    this.parts.shown.after(...this.own);
    this.stopListening = onDropOrPaste(dom, (file) => this.send(file));
    this.update();
    this.destroy = () => this.end();
  }

  /** Uploads a picture, which replaces the current one. */
  async send(file) {
    if (this.upload.controller) return;
    this.waiting = file;
    // What an earlier change did is not what this one does.
    this.before = null;
    this.showMessage("");
    const hasFocus = this.hasFocus();
    const { id, alt, modes } = this.parts;
    const isFirst = !id.value;
    const response = this.upload.send(file, isFirst && modes.value === "own" ? alt.value.trim() : "");
    this.update();
    if (hasFocus) this.upload.stop.focus();
    const picture = await response;
    this.update();
    if (!picture) return this.focusNextStep();
    this.waiting = null;
    // The focus stays with whatever is being written meanwhile.
    const staysHere = this.hasFocus();
    this.change(() => this.setPicture(picture, isFirst), isFirst ? "" : CHANGED);
    if (staysHere) alt.focus();
  }

  /** Lets somebody choose a picture in a dialog. The focus returns to the button. */
  async chooseFromLibrary(choosePicture) {
    if (this.upload.controller) return;
    const picture = await choosePicture();
    this.libraryButton.focus();
    if (!picture) return;
    const isFirst = !this.parts.id.value;
    this.change(() => this.setPicture(picture, isFirst), isFirst ? "" : CHANGED);
  }

  /** Focuses the button to continue with after a failure. */
  focusNextStep() {
    if (this.hasFocus()) (this.upload.error?.canRetry ? this.retry : this.choose).focus();
  }

  hasFocus() {
    const { activeElement } = document;
    return !activeElement || activeElement === document.body || this.dom.contains(activeElement);
  }

  setPicture({ id, src, alt = "", hint = "" }, isFirst) {
    if (!isFirst) this.empty();
    const { id: field, alt: own, modes } = this.parts;
    field.value = id;
    this.parts.library[0].textContent = alt || "–";
    this.parts.library[1].textContent = hint;
    modes.set(own.value.trim() ? "own" : alt ? "library" : "undecided");
    this.show(src);
  }

  show(src) {
    const { shown } = this.parts;
    shown.removeAttribute("srcset");
    if (src) shown.src = src;
    else shown.removeAttribute("src");
    shown.hidden = !src;
    this.update();
  }

  empty() {
    const { id, alt, modes, caption } = this.parts;
    for (const field of [id, alt, caption]) field.value = "";
    modes.set("undecided");
    this.show("");
  }

  /** Changes the field; with a `message`, in a way that can be undone. */
  change(apply, message) {
    const before = new Snapshot(this.parts);
    apply();
    this.before = message ? before : null;
    this.showMessage(message);
    this.fireInput();
    if (message === REMOVED) this.undo.focus();
  }

  restore() {
    this.upload.abort();
    this.before?.restore();
    this.before = null;
    this.showMessage("");
    this.fireInput();
    this.choose.focus();
  }

  showMessage(words) {
    this.message.textContent = words;
    this.update();
  }

  fireInput() {
    this.parts.id.dispatchEvent(new Event("input", { bubbles: true }));
  }

  update() {
    const has = Boolean(this.parts.id.value);
    const { error, controller } = this.upload;
    this.choose.textContent = has ? "Byt bild" : error ? "Välj en annan bild" : "Välj en bild";
    this.choose.hidden = Boolean(controller);
    this.retry.hidden = Boolean(controller) || !error?.canRetry;
    this.hint.hidden = has || Boolean(controller);
    this.remove.hidden = !has || Boolean(controller);
    this.libraryButton.hidden = Boolean(controller);
    this.undo.hidden = !this.before;
    for (const words of this.dom.querySelectorAll("[data-picture-words]")) words.hidden = !has;
  }

  end() {
    this.upload.abort();
    this.stopListening();
    this.remove.removeEventListener("click", this.onRemove);
    this.parts.alt.removeEventListener("input", this.onAlt);
    this.libraryButton.removeEventListener("click", this.onLibrary);
    this.parts.id.removeEventListener("guldkorn-text", this.onIdSet);
    for (const part of this.own) part.remove();
  }
}

function button(classes, onclick, words) {
  return element("button", { class: classes, type: "button", onclick }, words);
}
