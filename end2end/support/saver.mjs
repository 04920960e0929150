// Somebody who saves one text over and over, each time with the next number in it.
export class Saver {
  #cookie = "";
  #now;

  /** Logs an editor in and begins a text. */
  static async begin(site) {
    const account = { email: "spar@exempel.se", role: "editor", password: "lång nog och lätt att minnas 7" };
    await site.addStaff(account);
    const saver = new Saver();
    saver.site = site;
    const loggedIn = await saver.#send("/api/staff/log_in", { email: account.email, password: account.password });
    saver.#cookie = loggedIn.headers.getSetCookie()[0].split(";")[0];
    const begun = await saver.#send("/api/text/begin", { kind: "article" });
    saver.id = Number(begun.headers.get("location").split("/").pop());
    await saver.read();
    return saver;
  }

  /** Saves the text with this number: as a version or as a draft, since both responses promise the same. */
  save(number) {
    const { base, version } = this.#now;
    const text = { title: "Krasch", body: `Text nummer ${number}.` };
    const fields = { id: this.id, base_revision: base, draft_version: version, ...text };
    if (number % 2) return this.#send("/api/text/submit", fields);
    return this.#send("/api/text/autosave", fields, "application/json");
  }

  /** Sends a version that may be refused, as a browser without JavaScript, and returns the response. */
  async trySubmit(body) {
    const { base, version } = this.#now;
    const fields = { id: this.id, base_revision: base, draft_version: version, title: "Krasch", body };
    const response = await this.#request("/api/text/submit", fields, "text/html");
    return { status: response.status, text: await response.text() };
  }

  /** Returns the number that the editor shows. */
  async read() {
    const headers = { accept: "text/html", cookie: this.#cookie };
    const response = await fetch(`${this.site.url}/admin/inlagg/${this.id}`, { headers });
    const html = await response.text();
    const hidden = (name) => Number(html.match(new RegExp(`name="${name}" value="(\\d+)"`))?.[1] ?? NaN);
    const body = html.match(/<textarea[^>]*name="body"[^>]*>\n?([^<]*)</)?.[1];
    if (body === undefined) throw new Error(`there is no text in the editor (status ${response.status})`);
    this.#now = { base: hidden("base_revision"), version: hidden("draft_version") };
    return Number(body.match(/\d+/)?.[0] ?? 0);
  }

  /** Sends a form: as a browser without JavaScript, which gets a redirect, or as the client. */
  async #send(path, fields, accept = "text/html") {
    const response = await this.#request(path, fields, accept);
    await response.arrayBuffer();
    const { status } = response;
    if (status !== (accept === "text/html" ? 302 : 200)) throw new Error(`${path} responded ${status}`);
    return response;
  }

  #request(path, fields, accept) {
    return fetch(`${this.site.url}${path}`, {
      method: "POST",
      redirect: "manual",
      headers: { accept, cookie: this.#cookie, "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams(fields),
    });
  }
}
