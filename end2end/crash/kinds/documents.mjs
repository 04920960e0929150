// Documents are sent, and some get a new file.
import { randomBytes } from "node:crypto";

export class Documents {
  name = "documents";
  longestDelay = 120;
  repeats = true;
  /** The contents of which one must be a document's, by its id. */
  #documents = new Map();
  #unseen = new Set();
  #number = 0;

  async begin() {}

  async work(bench) {
    for (;;) {
      const content = this.#file(bench.random);
      const id = await bench.staff.sendDocument(content, { title: `Papper ${this.#number}` });
      this.#confirm(bench, id, [content]);
      if (bench.random.chance(0.4)) {
        const other = this.#file(bench.random);
        this.#documents.set(id, [content, other]);
        await bench.staff.sendDocument(other, { replaces: id });
        this.#confirm(bench, id, [other]);
      }
    }
  }

  #confirm(bench, id, contents) {
    this.#documents.set(id, contents);
    this.#unseen.add(id);
    bench.confirmed(this);
  }

  #file(random) {
    this.#number += 1;
    return `Papper nummer ${this.#number}\n${randomBytes(100 + random.below(300_000)).toString("hex")}\n`;
  }

  async verify(bench, isThorough) {
    const ids = isThorough ? [...this.#documents.keys()] : [...this.#unseen];
    this.#unseen.clear();
    for (const id of ids) {
      const found = (await bench.staff.content(await bench.staff.documentAddress(id))).toString();
      if (!this.#documents.get(id).includes(found)) throw new Error(`document ${id} has other bytes than it was sent with`);
    }
  }
}
