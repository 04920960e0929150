// Replicates the database with Litestream by the example's configuration while a text is saved over and over, loses the
// machine, restores the replica into another folder, and checks that at most the last second is missing.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Saver } from "../support/saver.mjs";
import { dataFolder, serve } from "../support/server.mjs";

const LITESTREAM = fileURLToPath(new URL("../../target/python/bin/litestream", import.meta.url));
const CONFIG = fileURLToPath(new URL("../../packaging/examples/litestream.yml", import.meta.url));
const ROUNDS = 3;
const SAVING_MS = 3_000;
const MAY_BE_LOST_MS = 1_000;
const STARTS_WITHIN_MS = 20_000;

for (let round = 1; round <= ROUNDS; round += 1) console.log(await loseTheMachine(round));

async function loseTheMachine(round) {
  const [data, replica, restored] = await Promise.all([dataFolder(), dataFolder(), dataFolder()]);
  const environment = { GULDKORN_DATA: data, GULDKORN_REPLICA: replica };
  const saver = await Saver.begin(await serve({ data }));
  const replicating = await replicate(environment);

  const confirmed = [];
  const saveUntil = performance.now() + SAVING_MS;
  for (let number = 1; performance.now() < saveUntil; number += 1) {
    await saver.save(number);
    confirmed.push({ number, at: performance.now() });
    await saver.read();
  }
  // The last save is under way: what is not confirmed may be lost.
  const unconfirmed = saver.save(confirmed.length + 1).catch(() => {});
  const lostAt = performance.now();
  replicating.kill("SIGKILL");
  await Promise.all([saver.site.kill(), unconfirmed, once(replicating, "exit")]);

  const [original, copy] = [data, restored].map((folder) => join(folder, "guldkorn.db"));
  await run(["restore", "-config", CONFIG, "-integrity-check", "full", "-o", copy, original], environment);
  await mkdir(join(restored, "media"), { recursive: true });
  saver.site = await serve({ data: restored });
  const found = await saver.read();
  await saver.site.stop();
  await Promise.all([data, replica, restored].map((folder) => rm(folder, { recursive: true, force: true })));

  const promised = confirmed.findLast(({ at }) => at < lostAt - MAY_BE_LOST_MS).number;
  const { number: last } = confirmed.at(-1);
  if (found < promised) throw new Error(`save ${promised} of ${last} is lost, and more than a second old: ${found} was found`);
  return `round ${round}: ${last} saves were confirmed, ${found} are in the replica.`;
}

/** Starts Litestream, and waits until it has begun to copy. */
async function replicate(environment) {
  const child = start(["replicate", "-config", CONFIG], environment);
  const begun = new Promise((resolved, failed) => {
    child.stdout.on("data", (text) => `${text}`.includes("replicating to") && resolved());
    child.once("exit", (code) => failed(new Error(`litestream replicate ended with ${code}`)));
    setTimeout(failed, STARTS_WITHIN_MS, new Error("litestream replicate did not begin")).unref();
  });
  await begun;
  return child;
}

async function run(args, environment) {
  const child = start(args, environment);
  const output = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => output.push(text));
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`litestream ${args[0]} ended with ${code}:\n${output.join("")}`);
}

function start(args, environment) {
  return spawn(LITESTREAM, args, { env: { ...process.env, ...environment }, stdio: ["ignore", "pipe", "pipe"] });
}
