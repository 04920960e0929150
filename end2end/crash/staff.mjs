// An editor who sends pictures and documents, and looks at them.
const ACCOUNT = { email: "kraft@exempel.se", role: "editor", password: "lång nog och lätt att minnas 8" };

export class Staff {
  #cookie = "";

  /** Makes an account on a site and logs in. The session outlives the server's restarts. */
  static async begin(site) {
    await site.addStaff(ACCOUNT);
    const staff = new Staff();
    staff.site = site;
    const { email, password } = ACCOUNT;
    const loggedIn = await staff.post("/api/staff/log_in", new URLSearchParams({ email, password }));
    staff.#cookie = loggedIn.headers.getSetCookie()[0].split(";")[0];
    return staff;
  }

  /** Sends a form. Resolves when the response has come whole; fails unless it is a success or a redirect. */
  async post(path, body, accept = "text/html") {
    const headers = { accept, cookie: this.#cookie };
    const response = await fetch(`${this.site.url}${path}`, { method: "POST", redirect: "manual", headers, body });
    const text = await response.text();
    if (response.status >= 400) throw new Error(`${path} responded ${response.status}: ${text.slice(0, 200)}`);
    return { headers: response.headers, text };
  }

  /** Returns what an address answers. */
  async get(path) {
    const response = await fetch(`${this.site.url}${path}`, { headers: { accept: "text/html", cookie: this.#cookie } });
    return { status: response.status, body: Buffer.from(await response.arrayBuffer()) };
  }

  /** Returns what an address answers, or fails. */
  async content(path) {
    const { status, body } = await this.get(path);
    if (status !== 200) throw new Error(`${path} was there and responded ${status}`);
    return body;
  }

  async sendPicture(bytes) {
    const form = multipart({ file: [bytes, "bild.png"], alt: "En bild", falt: "" });
    return JSON.parse((await this.post("/admin/bilder", form, "application/json")).text);
  }

  /** Puts a file in a picture's place, and returns the id of the picture that it became. */
  async exchangePicture(id, bytes) {
    const { headers } = await this.post(`/admin/bilder/${id}/byt`, multipart({ file: [bytes, "ny.png"] }));
    return lastStep(headers.get("location"));
  }

  /** Sends a document, or the new file of one, and returns its id. */
  async sendDocument(bytes, { title = "", replaces } = {}) {
    const fields = { file: [bytes, "papper.txt"], title, language: "sv" };
    if (replaces) fields.replaces = replaces;
    return lastStep((await this.post("/admin/dokument", multipart(fields))).headers.get("location"));
  }

  /** Returns the address from which a document is downloaded. */
  async documentAddress(id) {
    const page = (await this.content(`/admin/dokument/${id}`)).toString();
    const address = page.match(/"(\/dokument\/[0-9a-f]{32}\/[^"?#]+)/)?.[1];
    if (!address) throw new Error(`the page of document ${id} has no link to its file`);
    return address;
  }
}

function multipart(fields) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (Array.isArray(value)) form.append(name, new Blob([value[0]]), value[1]);
    else form.append(name, value);
  }
  return form;
}

const lastStep = (location) => location.split("?")[0].split("/").pop();
