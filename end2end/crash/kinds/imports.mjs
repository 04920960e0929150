// `guldkorn import` is killed while it runs beside the server, and then continued.
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { png } from "../../support/pictures.mjs";
import { command, succeed } from "../command.mjs";

const POSTS = 8;

export class Imports {
  name = "imports";
  prepares = true;
  #round = 0;

  async begin(bench) {
    this.parent = await bench.folderOf("imports");
    await this.#write(bench.random);
    this.longestDelay = await bench.longest(() => succeed(this.#arguments(bench.data)));
  }

  async work(bench) {
    this.#round += 1;
    await this.#write(bench.random);
    const run = command(this.#arguments(bench.data));
    bench.alsoKill(run);
    bench.startDelay();
    if ((await run.done) === 0) bench.confirmed(this);
  }

  async #write(random) {
    this.folder = join(this.parent, `flytt-${this.#round}`);
    await mkdir(this.folder);
    for (let number = 1; number <= POSTS; number += 1) {
      const text = `---\ntitle: Flyttad ${this.#round} ${number}\nslug: ${this.#slug(number)}\ndate: 2021-03-0${number}\n---\n`;
      await writeFile(join(this.folder, `${number}.md`), `${text}Text ${number}.\n\n![En bild](${number}.png)\n`);
      const picture = png(400 + random.below(1200), 100 + number, 1 + random.below(255));
      await writeFile(join(this.folder, `${number}.png`), picture);
    }
  }

  #slug = (number) => `flyttad-${this.#round}-${number}`;
  #arguments = (data) => ["import", "--data", data, "--report", "json", this.folder];

  /** Continued, the import gives each item once, and a second time nothing. */
  async verify(bench) {
    if (!this.folder) return;
    const first = JSON.parse(await succeed(this.#arguments(bench.data)));
    const { new: added, changed, same } = first.items ?? first;
    if (added + changed + same !== POSTS) throw new Error(`the import was continued and lacks items: ${JSON.stringify(first)}`);
    const again = JSON.parse(await succeed(this.#arguments(bench.data)));
    if ((again.items ?? again).same !== POSTS) throw new Error(`an import changed what is the same: ${JSON.stringify(again)}`);
    for (let number = 1; number <= POSTS; number += 1) {
      const page = (await bench.staff.content(`/inlagg/${this.#slug(number)}`)).toString();
      const picture = page.match(/"(\/media\/[0-9a-f]{32}\/[^"?#]+)"/)?.[1];
      if (!picture) throw new Error(`${this.#slug(number)} was imported without its picture`);
      await bench.staff.content(picture);
      const { status } = await bench.staff.get(`/inlagg/${this.#slug(number)}-2`);
      if (status !== 404) throw new Error(`${this.#slug(number)} was imported twice`);
    }
    await rm(this.folder, { recursive: true });
    this.folder = undefined;
  }
}
