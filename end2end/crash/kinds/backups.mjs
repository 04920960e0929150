// `guldkorn backup` is killed while it runs beside the server, or the server with it.
import { existsSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { dataFolder } from "../../support/server.mjs";
import { check, command, succeed } from "../command.mjs";

export class Backups {
  name = "backups";
  #number = 0;

  async begin(bench) {
    this.folder = await bench.folderOf("backups");
    const file = join(this.folder, "kopia-0.zip");
    await this.#make(bench, file);
    await rm(file);
  }

  /** Makes one undisturbed. It takes longer as the site grows. */
  async #make(bench, file) {
    this.longestDelay = await bench.longest(() => succeed(["backup", "--data", bench.data, file]));
  }

  async work(bench) {
    this.#number += 1;
    this.file = join(this.folder, `kopia-${this.#number}.zip`);
    const backup = command(["backup", "--data", bench.data, this.file]);
    bench.alsoKill(backup);
    this.wasMade = (await backup.done) === 0;
    if (this.wasMade) bench.confirmed(this);
  }

  /** A file that has its name is whole; one that has not can be made, and nothing is left of the one before. */
  async verify(bench) {
    const { file } = this;
    if (!file) return;
    if (this.wasMade && !existsSync(file)) throw new Error("a backup was made and is not there");
    if (!existsSync(file)) await this.#make(bench, file);
    const left = (await readdir(this.folder)).filter((name) => join(this.folder, name) !== file);
    if (left.length) throw new Error(`an interrupted backup has left ${left.join(", ")}`);
    await verifyBackup(file);
    this.file = undefined;
    await rm(file);
  }
}

/** Fails unless a backup can be restored and the restored site is sound. */
export async function verifyBackup(file) {
  const restored = await dataFolder();
  await succeed(["restore", "--data", restored, file]);
  await check(restored);
  await rm(restored, { recursive: true });
}
