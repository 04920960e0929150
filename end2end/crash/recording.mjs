// Work on a site whose writes are recorded, and what was confirmed when.
import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { png } from "../support/pictures.mjs";
import { Saver } from "../support/saver.mjs";
import { serve } from "../support/server.mjs";
import { check, succeed } from "./command.mjs";
import { verifyBackup } from "./kinds/backups.mjs";
import { readJournal } from "./journal.mjs";
import { Staff } from "./staff.mjs";

const ACTIONS = 120;
const BACKUPS = "kopior";

export class Recording {
  /** What was confirmed: where the journal was then, and how to find it on a site of `bench`. */
  confirmed = [];
  #number = 0;

  /** Works on a new site until enough is done, and kills it then. */
  static async make(random) {
    const recording = new Recording();
    recording.random = random;
    recording.folder = await mkdtemp(join(tmpdir(), "guldkorn-"));
    recording.root = join(recording.folder, "disk");
    recording.journal = join(recording.folder, "journal");
    await mkdir(recording.root);
    const library = join(recording.folder, "recorder.so");
    const source = fileURLToPath(new URL("recorder.c", import.meta.url));
    execFileSync("cc", ["-shared", "-fPIC", "-O2", "-o", library, source, "-ldl", "-lpthread"], { stdio: "inherit" });
    // Not only the server's writes: those of commands, too.
    const environment = { LD_PRELOAD: library, RECORD_ROOT: recording.root, RECORD_TO: recording.journal };
    Object.assign(process.env, environment);
    try {
      await recording.#work();
    } finally {
      for (const name of Object.keys(environment)) delete process.env[name];
    }
    recording.inode = await inodeOf(recording.root);
    recording.folders = { [BACKUPS]: await inodeOf(join(recording.root, BACKUPS)) };
    recording.records = await readJournal(recording.journal);
    return recording;
  }

  remove = () => rm(this.folder, { recursive: true });

  async #work() {
    this.data = join(this.root, "data");
    await mkdir(join(this.root, BACKUPS));
    this.site = await serve({ data: this.data, demo: false });
    this.staff = await Staff.begin(this.site);
    this.saver = await Saver.begin(this.site);
    const rare = [this.#backUp, this.#restore, this.#import];
    const often = [this.#save, this.#save, this.#save, this.#sendPicture, this.#exchangePicture, this.#sendDocument];
    for (let turn = 0; turn < ACTIONS; turn += 1) {
      const choice = turn % 10 === 9 ? rare[((turn - 9) / 10) % rare.length] : often[this.random.below(often.length)];
      this.#number += 1;
      await choice.call(this, this.#number);
    }
    await this.site.kill();
  }

  /** Notes that something was answered just now. */
  async #confirm(verify) {
    this.confirmed.push({ end: (await stat(this.journal)).size, verify });
  }

  async #save(number) {
    await this.saver.save(number);
    const { saver } = this;
    await this.#confirm(async ({ site }) => {
      saver.site = site;
      const found = await saver.read();
      if (found < number) throw new Error(`save ${number} was confirmed, and the text says ${found}`);
    });
    await saver.read();
  }

  async #sendPicture(number) {
    const { id, src } = await this.staff.sendPicture(this.#png(number));
    this.picture = id;
    await this.#confirmContent(src);
  }

  async #exchangePicture(number) {
    if (!this.picture) return this.#sendPicture(number);
    this.picture = await this.staff.exchangePicture(this.picture, this.#png(number));
    const page = (await this.staff.content(`/admin/bilder/${this.picture}`)).toString();
    await this.#confirmContent(page.match(new RegExp(`/media/${this.picture}/[^"?# ]+`))[0]);
  }

  async #sendDocument(number) {
    const content = `Papper ${number}\n`.repeat(1 + this.random.below(20_000));
    const id = await this.staff.sendDocument(content, { title: `Papper ${number}` });
    await this.#confirmContent(await this.staff.documentAddress(id));
  }

  /** What has been answered is noted before it is looked at, so that nothing that follows makes it safe. */
  async #confirmContent(address) {
    const entry = {};
    await this.#confirm(async ({ staff }) => {
      const found = await staff.content(address);
      if (!found.equals(entry.bytes)) throw new Error(`${address} has other bytes than before`);
    });
    entry.bytes = await this.staff.content(address);
  }

  async #backUp(number) {
    const name = join(BACKUPS, `${number}.zip`);
    this.backup = join(this.root, name);
    await succeed(["backup", "--data", this.data, this.backup]);
    await this.#confirm(({ disk }) => verifyBackup(join(disk, name)));
  }

  async #restore(number) {
    const name = `annan-${number}`;
    await succeed(["restore", "--data", join(this.root, name), this.backup]);
    await this.#confirm(({ disk }) => check(join(disk, name)));
  }

  async #import(number) {
    const from = join(this.folder, `flytt-${number}`);
    await mkdir(from);
    await writeFile(join(from, "bild.png"), this.#png(number));
    await writeFile(join(from, "text.md"), `---\nslug: flyttad-${number}\ndate: 2021-03-01\n---\nText.\n\n![En bild](bild.png)\n`);
    await succeed(["import", "--data", this.data, from]);
    await this.#confirm(async ({ staff }) => {
      const page = (await staff.content(`/inlagg/flyttad-${number}`)).toString();
      await staff.content(page.match(/"(\/media\/[0-9a-f]{32}\/[^"?#]+)"/)[1]);
    });
  }

  #png = (number) => png(300 + this.random.below(900), 100 + number, 1 + this.random.below(255));
}

const inodeOf = async (path) => (await stat(path)).ino;
