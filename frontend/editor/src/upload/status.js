// An upload as the writer sees it: its progress, a button to stop it, and what went wrong.
import { element, idOf } from "../element.js";
import { upload } from "./request.js";
import { smaller } from "./smaller.js";

const LOG_IN = "/admin/logga-in";

export class UploadStatus {
  /** What messages call the file. */
  name = "Bilden";

  constructor() {
    this.bar = element("progress", { max: "1" });
    this.words = element("p", {});
    this.bar.setAttribute("aria-labelledby", idOf(this.words));
    this.stop = element("button", { class: "button plain", type: "button", onclick: () => this.abort() }, "Stoppa");
    this.shown = element("div", { class: "picture-sending", hidden: true }, this.words, this.bar, this.stop);
    // The progress is shown, but not read aloud.
    this.status = element("p", { class: "visually-hidden", role: "status" });
    this.fault = element("p", { class: "error", role: "alert" });
    this.logIn = element("p", { hidden: true });
    this.logIn.append(element("a", { href: LOG_IN, target: "_blank" }, "Logga in i en ny flik"));
    this.dom = element("div", { class: "picture-state" }, this.shown, this.status, this.fault, this.logIn);
  }

  /** Uploads a file. Resolves to the server's response, or to null when it was stopped or failed; `error` says why. */
  async send(file, alt) {
    this.clear();
    this.controller = new AbortController();
    const { signal } = this.controller;
    this.shown.hidden = false;
    this.showProgress(0);
    this.status.textContent = `${this.name} skickas.`;
    try {
      const response = await this.begin(file, { alt, signal, onProgress: (part) => this.showProgress(part) });
      if (response) this.status.textContent = `${this.name} är sparad.`;
      return response;
    } catch (error) {
      this.error = error;
      this.status.textContent = "";
      this.fault.textContent = error.message;
      this.logIn.hidden = !error.loggedOut;
      return null;
    } finally {
      this.shown.hidden = true;
      this.controller = null;
    }
  }

  /** Sends the file; `options` are those of the request. */
  async begin(file, options) {
    return upload(await smaller(file), options);
  }

  /** Removes the messages of the upload before. */
  clear() {
    this.error = null;
    this.status.textContent = "";
    this.fault.textContent = "";
    this.logIn.hidden = true;
  }

  abort() {
    if (!this.controller) return;
    this.controller.abort();
    this.status.textContent = `${this.name} skickades inte.`;
  }

  showProgress(part) {
    // Everything is sent; how long the server needs to process it is unknown.
    if (part < 1) this.bar.value = part;
    else this.bar.removeAttribute("value");
    const name = this.name.toLowerCase();
    this.words.textContent = part < 1 ? `Skickar ${name}: ${Math.floor(part * 100)} %` : `Gör i ordning ${name} …`;
  }
}
