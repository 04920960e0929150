// A picture on its way, as the writer sees it: how far it has come, a way to stop it, and what went wrong.
import { element, idOf } from "../element.js";
import { send } from "./send.js";

const LOG_IN = "/admin/logga-in";

export class Sending {
  constructor() {
    this.bar = element("progress", { max: "1" });
    this.words = element("p", {});
    this.bar.setAttribute("aria-labelledby", idOf(this.words));
    this.stop = element("button", { class: "button plain", type: "button", onclick: () => this.abort() }, "Stoppa");
    this.shown = element("div", { class: "picture-sending", hidden: true }, this.words, this.bar, this.stop);
    // Every percent is seen, but not read aloud.
    this.status = element("p", { class: "visually-hidden", role: "status" });
    this.fault = element("p", { class: "error", role: "alert" });
    this.logIn = element("p", { hidden: true });
    this.logIn.append(element("a", { href: LOG_IN, target: "_blank" }, "Logga in i en ny flik"));
    this.dom = element("div", { class: "picture-state" }, this.shown, this.status, this.fault, this.logIn);
  }

  /** Sends it. Promises the server's answer, or nothing when it was stopped or refused; then `refusal` says why. */
  async send(file, alt) {
    this.clear();
    this.stopping = new AbortController();
    const { signal } = this.stopping;
    this.shown.hidden = false;
    this.tell(0);
    this.status.textContent = "Bilden skickas.";
    try {
      const answer = await send(file, { alt, signal, onProgress: (part) => this.tell(part) });
      if (answer) this.status.textContent = "Bilden är sparad.";
      return answer;
    } catch (refusal) {
      this.refusal = refusal;
      this.fault.textContent = refusal.message;
      this.logIn.hidden = !refusal.loggedOut;
      return null;
    } finally {
      this.shown.hidden = true;
      this.stopping = null;
    }
  }

  /** What was said is no longer true. */
  clear() {
    this.refusal = null;
    this.status.textContent = "";
    this.fault.textContent = "";
    this.logIn.hidden = true;
  }

  abort() {
    if (!this.stopping) return;
    this.stopping.abort();
    this.status.textContent = "Bilden skickades inte.";
  }

  tell(part) {
    // What has gone must still be made into a picture of ours, and nobody knows how long that takes.
    if (part < 1) this.bar.value = part;
    else this.bar.removeAttribute("value");
    this.words.textContent = part < 1 ? `Skickar bilden: ${Math.floor(part * 100)} %` : "Gör i ordning bilden …";
  }
}
