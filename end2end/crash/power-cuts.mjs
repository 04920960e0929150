// Simulated power cuts. The writes of a working site are recorded with their syncs; at each cut a disk is made of them on
// which everything that was synced is there, and what was not is dropped, kept, or kept in part; a real server starts on it,
// and everything that was confirmed before the cut must be there.
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "../support/server.mjs";
import { check, expectNothingHalf } from "./command.mjs";
import { Disk, FATES } from "./disk.mjs";
import { Recording } from "./recording.mjs";

/** How many confirmed things are looked at after a cut: the newest, which are in danger, and some others. */
const NEWEST = 6;
const OTHERS = 4;

export async function powerCuts(number, random) {
  if (process.platform !== "linux") return "Power cuts are left out: their recorder can only be made for Linux.";
  const recording = await Recording.make(random);
  const disk = new Disk(recording.inode, recording.folders);
  const outcome = { looked: 0, slowest: 0 };
  let applied = 0;
  for (const [turn, end] of cuts(recording, number, random).entries()) {
    while (applied < recording.records.length && recording.records[applied].end <= end) {
      disk.apply(recording.records[applied]);
      applied += 1;
    }
    await cut(recording, disk, { end, fate: FATES[turn % FATES.length] }, random, outcome);
  }
  await recording.remove();
  const { looked, slowest } = outcome;
  return `${number} power cuts among ${recording.records.length} writes, syncs and renames; ${looked} confirmed things were looked for, ` +
    `back after ${Math.round(slowest)} ms at most. Nothing that was confirmed is lost.`;
}

/** Chooses where in the journal the power goes: half of the times at once after something was confirmed. */
function cuts({ records, confirmed }, number, random) {
  const anywhere = () => records[random.below(records.length)].end;
  const atOnce = () => confirmed[random.below(confirmed.length)].end;
  const ends = Array.from({ length: number }, (_, turn) => (turn % 2 ? atOnce() : anywhere()));
  return ends.sort((one, other) => one - other);
}

async function cut(recording, disk, { end, fate }, random, outcome) {
  const found = await mkdtemp(join(tmpdir(), "guldkorn-"));
  await disk.write(found, fate, random);
  const data = join(found, "data");
  await mkdir(data, { recursive: true });
  let site;
  try {
    const start = performance.now();
    site = await serve({ data, demo: false });
    outcome.slowest = Math.max(outcome.slowest, performance.now() - start);
    await check(data);
    await expectNothingHalf(data);
    recording.staff.site = site;
    const before = recording.confirmed.filter((one) => one.end <= end);
    const others = before.slice(0, -NEWEST).filter(() => random.chance(OTHERS / before.length));
    for (const { verify } of [...others, ...before.slice(-NEWEST)]) {
      await verify({ site, staff: recording.staff, disk: found });
      outcome.looked += 1;
    }
  } catch (problem) {
    const where = `power cut at ${end} of the journal ${recording.journal}, unsynced writes ${fate}, disk ${found}`;
    throw new Error(`${where}: ${problem.message}\n${site?.log() ?? ""}`, { cause: problem });
  } finally {
    await site?.kill();
  }
  await rm(found, { recursive: true });
}
