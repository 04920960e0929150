// An editor without JavaScript, who works through a cache.
const PASSWORD = "lång nog och lätt att minnas 7";

export class Editor {
  static async logIn(site, url) {
    const account = await site.addStaff({ email: "cia@exempel.se", role: "editor", password: PASSWORD });
    const editor = new Editor();
    editor.url = url;
    const { headers } = await editor.send("/api/staff/log_in", { email: account.email, password: PASSWORD });
    editor.cookie = headers.getSetCookie()[0].split(";")[0];
    return editor;
  }

  /** Publishes a text and returns its id and its address. */
  async publish(title) {
    const begun = await this.send("/api/text/begin", { kind: "article" });
    const id = Number(begun.headers.get("location").split("/").pop());
    const html = await this.press(id, "publish", title);
    return { id, title, path: html.match(/href="(\/inlagg\/[^"#?]+)"/)[1] };
  }

  withdraw({ id, title }) {
    return this.press(id, "withdraw", title);
  }

  /** Presses a button of the editor, and returns the page that comes back. */
  async press(id, action, title) {
    const html = await this.see(`/admin/inlagg/${id}`);
    const hidden = (name) => html.match(new RegExp(`name="${name}" value="(\\d+)"`))[1];
    const basis = { id, base_revision: hidden("base_revision"), draft_version: hidden("draft_version") };
    const response = await this.send("/api/text/submit", { ...basis, action, title, body: "Det här ska bort igen." });
    this.actedAt = performance.now();
    return this.see(response.headers.get("location"));
  }

  async see(path) {
    const response = await fetch(this.url + path, { headers: { accept: "text/html", cookie: this.cookie } });
    return response.text();
  }

  async send(path, fields) {
    const response = await fetch(this.url + path, {
      method: "POST",
      redirect: "manual",
      headers: {
        accept: "text/html",
        "content-type": "application/x-www-form-urlencoded",
        ...(this.cookie && { cookie: this.cookie }),
      },
      body: new URLSearchParams(fields),
    });
    await response.arrayBuffer();
    if (response.status !== 302) throw new Error(`${path} responded ${response.status}`);
    return response;
  }
}
