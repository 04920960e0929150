// `guldkorn restore` is killed while it puts a site together.
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { check, command, succeed } from "../command.mjs";

export class Restores {
  name = "restores";

  async begin(bench) {
    this.folder = await bench.folderOf("restores");
    this.file = join(this.folder, "kopia.zip");
    await succeed(["backup", "--data", bench.data, this.file]);
    const data = join(this.folder, "en");
    this.longestDelay = await bench.longest(() => succeed(["restore", "--data", data, this.file]));
    await rm(data, { recursive: true });
  }

  async work(bench) {
    this.data = join(this.folder, "ny");
    const restore = command(["restore", "--data", this.data, this.file]);
    bench.alsoKill(restore);
    this.wasDone = (await restore.done) === 0;
    if (this.wasDone) bench.confirmed(this);
  }

  /** What was not restored whole can be restored by the same command. */
  async verify() {
    if (!this.data) return;
    const isThere = await command(["check", "--data", this.data]).done;
    if (this.wasDone && isThere !== 0) throw new Error("a site was restored and is not there");
    if (isThere !== 0) await succeed(["restore", "--data", this.data, this.file]);
    await check(this.data);
    await rm(this.data, { recursive: true });
    this.data = undefined;
  }
}
