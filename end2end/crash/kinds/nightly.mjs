// The server is killed while it makes its nightly backup, which it does as soon as it runs when none was made.
import { cp, mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { serve } from "../../support/server.mjs";
import { check } from "../command.mjs";
import { verifyBackup } from "./backups.mjs";

const MADE_WITHIN_MS = 10_000;

export class Nightly {
  name = "nightly backups";
  longestDelay = 150;
  prepares = true;

  async begin(bench) {
    this.folder = await bench.folderOf("nights");
    this.template = join(this.folder, "before");
    await bench.copyTo(this.template);
  }

  async work(bench) {
    await this.#clear();
    [this.data, this.backups] = ["data", "backups"].map((name) => join(this.folder, name));
    await Promise.all([cp(this.template, this.data, { recursive: true }), mkdir(this.backups)]);
    const site = await this.#serve();
    let isKilled = false;
    bench.alsoKill({ kill: () => { isKilled = true; return site.kill(); } });
    bench.startDelay();
    while (!isKilled && !(await this.#made()).length) await new Promise((later) => setTimeout(later, 1));
  }

  #serve() {
    return serve({ data: this.data, demo: false, environment: { GULDKORN_BACKUP_DIR: this.backups } });
  }

  async verify(bench) {
    if (!this.data) return;
    const site = await this.#serve();
    const deadline = Date.now() + MADE_WITHIN_MS;
    while (!(await this.#made()).length) {
      if (Date.now() > deadline) throw new Error(`no backup was made after a kill:\n${site.log()}`);
      await new Promise((later) => setTimeout(later, 20));
    }
    await site.stop();
    if (/misslyckades/.test(site.log())) throw new Error(`a backup failed after a kill:\n${site.log()}`);
    const left = (await readdir(this.backups)).filter((name) => name.endsWith(".del"));
    if (left.length) throw new Error(`an interrupted backup has left ${left.join(", ")}`);
    for (const name of await this.#made()) await verifyBackup(join(this.backups, name));
    await check(this.data);
    bench.confirmed(this);
    await this.#clear();
  }

  async #made() {
    return (await readdir(this.backups)).filter((name) => name.startsWith("guldkorn-"));
  }

  async #clear() {
    if (!this.data) return;
    for (const folder of [this.data, this.backups]) await rm(folder, { recursive: true });
    this.data = undefined;
  }
}
