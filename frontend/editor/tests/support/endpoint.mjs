// A fake of the server's `POST /admin/bilder`, and of its list of pictures.

export const TAKEN = { id: "7", width: 1600, height: 900, src: "/media/7/960.webp#1600x900", srcset: "" };

const picture = (id, words) => ({
  id,
  name: `${id}.jpg`,
  alt: "",
  caption: "",
  credit: "",
  hint: "",
  width: 1600,
  height: 900,
  src: "/media/7/960.webp",
  thumbnail: "/media/7/960.webp",
  address: "/media/7/960.webp#1600x900",
  ...words,
});
const LIBRARY = [
  picture("a", { alt: "En röd bro i snö", caption: "Bron", credit: "Kim Ek", hint: "Efter den står: Foto: Kim Ek." }),
  picture("b", { alt: "Två hus" }),
  picture("c", {}),
];

export class Endpoint {
  constructor() {
    this.reset();
  }

  reset() {
    this.responses = [];
    this.sent = [];
    this.isLoggedOut = false;
    this.release();
  }

  /** Queues a response to one request. Without any, pictures are accepted. */
  refuse(status, message) {
    this.responses.push([status, { code: "refused", message }]);
  }

  /** Reads only the beginning of a picture, until it is released. */
  hold() {
    this.held = new Promise((done) => (this.goOn = done));
  }

  release() {
    this.goOn?.();
    this.held = null;
  }

  /** Responds with the pictures of a library of three, two a page. */
  list(url, response) {
    const [words, page] = [url.searchParams.get("words"), Number(url.searchParams.get("page"))];
    const found = LIBRARY.filter(({ alt, name }) => `${alt} ${name}`.toLowerCase().includes(words.toLowerCase()));
    const pictures = found.slice((page - 1) * 2, page * 2);
    const body = { pictures, count: found.length, has_more: found.length > page * 2 };
    if (this.isLoggedOut) return response.writeHead(401).end();
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
  }

  async take(request, response) {
    // Captured now: a request that was stopped may have been sent whole already, and is read after a reset.
    const { held, responses, sent } = this;
    const pieces = [];
    try {
      for await (const piece of request) {
        pieces.push(piece);
        if (held) await held;
      }
    } catch {
      return; // stopped by the sender
    }
    const form = await new Request("http://localhost/", {
      method: "POST",
      headers: { "content-type": request.headers["content-type"] },
      body: Buffer.concat(pieces),
    }).formData();
    this.fields = Object.fromEntries([...form].filter(([, value]) => typeof value === "string"));
    sent.push({
      path: request.url,
      accept: request.headers.accept,
      alt: form.get("alt"),
      decorative: form.has("decorative"),
      file: form.get("file").name,
      picture: Buffer.from(await form.get("file").arrayBuffer()),
    });
    const [status, body] = responses.shift() ?? [201, TAKEN];
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  }
}
