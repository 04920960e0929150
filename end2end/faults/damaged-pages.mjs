// A disk that fails: pages of the database are overwritten. Readers get what can still be read, it is told, no backup is made
// of it, and a restored backup is sound.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { open, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { check, command, succeed } from "../crash/command.mjs";
import { Saver } from "../support/saver.mjs";
import { SITE, dataFolder, serve } from "../support/server.mjs";
import { expectFewLines, expectNotReady, expectReading, expectReady } from "./expect.mjs";

const PAGE = 4096;
const HEADER = 100;
// Even: it is saved as a draft, which stands on no page that readers need.
const NUMBER = 4712;

const folder = await dataFolder();
const [data, restored] = ["data", "ny"].map((name) => join(folder, name));
const database = join(data, "guldkorn.db");
const backup = join(folder, "kopia.zip");

const saver = await Saver.begin(await serve({ data }));
await saver.save(NUMBER);
await saver.site.stop();
await succeed(["backup", "--data", data, backup]);

const before = await readFile(database);
await overwrite(0, Buffer.alloc(HEADER));
const refused = command(["serve", "--data", data, "--addr", "127.0.0.1:0", "--site", SITE]);
assert.equal(await refused.done, 1, refused.output());
assert.match(refused.output(), /^guldkorn: databasen .*guldkorn\.db kan inte /m);
await overwrite(0, before.subarray(0, HEADER));

// The pages that hold the draft.
const pages = [];
for (let at = before.indexOf(`Text nummer ${NUMBER}`); at >= 0; at = before.indexOf(`Text nummer ${NUMBER}`, at + 1)) {
  pages.push(at - (at % PAGE));
}
assert.ok(pages.length > 0, "the text is in the file");
for (const at of pages) await overwrite(at, Buffer.alloc(PAGE, 0xa5));
saver.site = await serve({ data });
await expectReading(saver.site);
await expectNotReady(saver.site, /databasen är skadad: kör guldkorn check/);
for (let turn = 0; turn < 50; turn += 1) await assert.rejects(saver.read());
expectFewLines(saver.site, /Databasen är skadad: kör guldkorn check/);
for (const args of [["check", "--data", data], ["backup", "--data", data, join(folder, "skadad.zip")]]) {
  const run = command(args);
  assert.equal(await run.done, 1, run.output());
  assert.match(run.output(), /skadad/);
}
assert.ok(!existsSync(join(folder, "skadad.zip")), "no backup is made of what is damaged");
await saver.site.stop();

await succeed(["restore", "--data", restored, backup]);
await check(restored);
const site = await serve({ data: restored });
await expectReady(site);
await expectReading(site);
await site.stop();
await rm(folder, { recursive: true });
console.log(`Damaged pages: ${pages.length} were overwritten; the others were served, it was told, and a backup took their place.`);

async function overwrite(at, bytes) {
  const file = await open(database, "r+");
  await file.write(bytes, 0, bytes.length, at);
  await file.close();
}
