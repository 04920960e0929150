// Folders and files that may only be read: what cannot be written is told with what to do, and it heals.
import assert from "node:assert/strict";
import { chmod, rm } from "node:fs/promises";
import { join } from "node:path";
import { check, command } from "../crash/command.mjs";
import { Staff } from "../crash/staff.mjs";
import { png } from "../support/pictures.mjs";
import { Saver } from "../support/saver.mjs";
import { BINARY, SITE, dataFolder, serve } from "../support/server.mjs";
import { expectReading } from "./expect.mjs";
import { has } from "./machine.mjs";

// Root may write everywhere, unless it gives that up.
const isRoot = process.getuid?.() === 0;
if (isRoot && !has("setpriv")) {
  console.log("Read-only folders are left out: root writes everywhere, and there is no setpriv.");
  process.exit(0);
}
const launcher = isRoot ? ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] : [];
const data = await dataFolder();
const [database, media] = [join(data, "guldkorn.db"), join(data, "media")];
const site = await serve({ data, launcher });
const [saver, staff] = [await Saver.begin(site), await Staff.begin(site)];

await chmod(media, 0o500);
await assert.rejects(staff.sendPicture(png(600, 400)), /responded 500.*"message":"[^"]*(igen|senare)/);
assert.equal(await staff.sendDocument("Papper"), "dokument", "its sender is led back to the form");
await saver.save(1);
assert.equal(await saver.read(), 1, "texts are saved all the same");
await expectReading(site);
await chmod(media, 0o700);
await staff.content((await staff.sendPicture(png(600, 400))).src);
await staff.sendDocument("Papper");
await check(data);
await site.stop();

for (const [path, mode, usual] of [[database, 0o400, 0o600], [data, 0o500, 0o700]]) {
  await chmod(path, mode);
  const [program, ...rest] = [...launcher, BINARY, "serve", "--data", data, "--addr", "127.0.0.1:0", "--site", SITE];
  const refused = command(rest, {}, program);
  assert.equal(await refused.done, 1, refused.output());
  assert.match(refused.output(), /^guldkorn: det går inte att skriva i datamappen .*: ändra rättigheterna/m);
  await chmod(path, usual);
}
saver.site = await serve({ data, launcher });
assert.equal(await saver.read(), 1);
await saver.site.stop();
await rm(data, { recursive: true });
console.log("Read-only folders: uploads and starts were refused in words, texts were saved, and it healed.");
