// The picture that leads a text: chosen, dropped or pasted onto its field, and sent at once.
//
// The server has written the field: `picture` holds the picture's number, `picture_alt`, `picture_decorative` and
// `picture_caption` its words, `[data-picture-shown]` shows it and `[data-picture-remove]` takes it away. What has
// `data-picture-words` is only seen when there is a picture. Whoever saves the form hears `input` after each change.
import { element } from "../element.js";
import { chooser } from "../upload/kinds.js";
import { Sending } from "../upload/sending.js";
import { receive } from "./receive.js";
import { Snapshot } from "./snapshot.js";

const REMOVED = "Bilden är borttagen.";
const CHANGED = "Bilden är bytt, och texterna om den förra är tömda.";

export function enhance(dom) {
  return new LeadPicture(dom);
}

class LeadPicture {
  constructor(dom) {
    this.dom = dom;
    const named = (name) => dom.querySelector(`[name="${name}"]`);
    this.parts = {
      number: named("picture"),
      alt: named("picture_alt"),
      decorative: named("picture_decorative"),
      caption: named("picture_caption"),
      shown: dom.querySelector("[data-picture-shown]"),
    };
    this.remove = dom.querySelector("[data-picture-remove]");
    this.onRemove = () => this.change(() => this.empty(), REMOVED);
    this.remove.addEventListener("click", this.onRemove);
    // Whoever describes it does not think that it is decoration.
    this.onAlt = () => this.parts.alt.value.trim() && (this.parts.decorative.checked = false);
    this.parts.alt.addEventListener("input", this.onAlt);

    // The page has put another picture's number into the field, as it puts other words into the text.
    this.onOther = () => this.show(this.parts.number.value && `/media/${this.parts.number.value}/960.webp`);
    this.parts.number.addEventListener("guldkorn-text", this.onOther);

    this.sending = new Sending();
    this.input = chooser(([file]) => this.send(file));
    this.choose = button("button plain", () => !this.sending.stopping && this.input.click());
    this.retry = button("button", () => this.send(this.waiting), "Försök igen");
    this.hint = element("p", { class: "hint" }, "Du kan också dra hit en bild, eller kopiera en och klistra in den.");
    this.undo = button("button plain", () => this.takeBack(), "Ångra");
    this.said = element("span", { role: "status" });
    this.notice = element("p", { class: "picture-undo" }, this.said, this.undo);
    this.own = [
      this.sending.dom,
      element("div", { class: "row picture-choose" }, this.retry, this.choose),
      this.hint,
      this.notice,
      this.input,
    ];
    this.parts.shown.after(...this.own);
    this.stopReceiving = receive(dom, (file) => this.send(file));
    this.update();
    this.destroy = () => this.leave();
  }

  /** Sends a picture and shows it in place of the one there is. */
  async send(file) {
    if (this.sending.stopping) return;
    this.waiting = file;
    const isHere = this.isHere();
    const { number, alt, decorative } = this.parts;
    const isFirst = !number.value;
    const sent = this.sending.send(file, isFirst && !decorative.checked ? alt.value.trim() : "");
    this.update();
    if (isHere) this.sending.stop.focus();
    const answer = await sent;
    this.update();
    if (!answer) return this.goOn();
    this.waiting = null;
    // Nobody is taken away from what they write meanwhile.
    const stays = this.isHere();
    this.change(() => this.put(answer, isFirst), isFirst ? "" : CHANGED);
    if (stays) alt.focus();
  }

  /** Nothing came of it: the next step is at hand. */
  goOn() {
    if (this.isHere()) (this.sending.refusal?.again ? this.retry : this.choose).focus();
  }

  isHere() {
    const { activeElement } = document;
    return !activeElement || activeElement === document.body || this.dom.contains(activeElement);
  }

  put({ id, src }, isFirst) {
    if (!isFirst) this.empty();
    this.parts.number.value = id;
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
    const { number, alt, decorative, caption } = this.parts;
    for (const field of [number, alt, caption]) field.value = "";
    decorative.checked = false;
    this.show("");
  }

  /** Changes the field; with `said`, in a way that can be taken back. */
  change(doing, said) {
    const before = new Snapshot(this.parts);
    doing();
    this.before = said ? before : null;
    this.say(said);
    this.tell();
    if (said === REMOVED) this.undo.focus();
  }

  takeBack() {
    this.sending.abort();
    this.before?.restore();
    this.before = null;
    this.say("");
    this.tell();
    this.choose.focus();
  }

  say(words) {
    this.said.textContent = words;
    this.update();
  }

  tell() {
    this.parts.number.dispatchEvent(new Event("input", { bubbles: true }));
  }

  update() {
    const has = Boolean(this.parts.number.value);
    const { refusal, stopping } = this.sending;
    this.choose.textContent = has ? "Byt bild" : refusal ? "Välj en annan bild" : "Välj en bild";
    this.choose.hidden = Boolean(stopping);
    this.retry.hidden = Boolean(stopping) || !refusal?.again;
    this.hint.hidden = has || Boolean(stopping);
    this.remove.hidden = !has || Boolean(stopping);
    this.undo.hidden = !this.before;
    for (const words of this.dom.querySelectorAll("[data-picture-words]")) words.hidden = !has;
  }

  leave() {
    this.sending.abort();
    this.stopReceiving();
    this.remove.removeEventListener("click", this.onRemove);
    this.parts.alt.removeEventListener("input", this.onAlt);
    this.parts.number.removeEventListener("guldkorn-text", this.onOther);
    for (const part of this.own) part.remove();
  }
}

function button(look, onclick, words) {
  return element("button", { class: look, type: "button", onclick }, words);
}
