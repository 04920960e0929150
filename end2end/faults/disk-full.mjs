// The disk is full: readers notice nothing, what cannot be saved is told with what to do, and it heals when there is room.
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { command } from "../crash/command.mjs";
import { Staff } from "../crash/staff.mjs";
import { png } from "../support/pictures.mjs";
import { Saver } from "../support/saver.mjs";
import { serve } from "../support/server.mjs";
import { expectFewLines, expectKept, expectNotReady, expectReading, expectReady } from "./expect.mjs";
import { SmallDisk, enterNamespace } from "./machine.mjs";

const MEGABYTES = 24;
const SAVES = 200;

if (!enterNamespace()) {
  console.log("A full disk is left out: this machine lets nobody mount one. The tests in Rust fill the database alone.");
  process.exit(0);
}
const disk = new SmallDisk(MEGABYTES);
const data = join(disk.path, "data");
const site = await serve({ data });
const [saver, staff] = [await Saver.begin(site), await Staff.begin(site)];
await saver.save(1);
await saver.read();
disk.fill();
// What is left of the write-ahead log's own room is used up first.
let refused = 0;
for (let number = 2; number < SAVES; number += 1) {
  await saver.save(number).then(() => saver.read(), () => { refused += 1; });
}
const before = await saver.read();
assert.ok(refused > SAVES / 2, `${refused} of ${SAVES} saves were refused`);
await expectKept(saver);
await expectNotReady(site, /disken inte är full/);
await expectReading(site);
await assert.rejects(staff.sendPicture(png(600, 400)), /responded 500.*"message":"[^"]*(igen|senare)/);
await assert.rejects(staff.sendDocument("Papper"), /responded 500/);

const from = await mkdtemp(join(tmpdir(), "guldkorn-"));
await writeFile(join(from, "text.md"), "---\nslug: flyttad\ndate: 2021-03-01\n---\nText.\n");
for (const [args, words] of [
  [["backup", "--data", data, join(disk.path, "kopia.zip")], /disken har plats/],
  [["import", "--data", data, from], /full|plats/],
]) {
  const run = command(args);
  assert.equal(await run.done, 1, run.output());
  assert.match(run.output(), words);
}
expectFewLines(site, /disk is full/);

disk.free();
await expectReady(site);
assert.equal(await saver.read(), before, "what had been saved is there");
await saver.save(SAVES);
assert.equal(await saver.read(), SAVES);
const { src } = await staff.sendPicture(png(600, 400));
await staff.content(src);
await staff.sendDocument("Papper");
await expectReading(site);
const found = command(["check", "--data", data]);
await found.done;
assert.match(found.output(), /^Disken med .* har bara .*\n1 fel\.\n$/, "nothing but the size of this small disk is wrong");
await site.stop();
disk.remove();
await rm(from, { recursive: true });
console.log(`A full disk: ${refused} saves were refused in words, nothing is lost, and it healed by itself.`);
