// Measures start time, memory and requests per second.
import { execFile, execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { serve } from "./server.mjs";

const run = promisify(execFile);
const SECONDS = 5;
const CONNECTIONS = 16;

/** Returns the milliseconds from starting the program until `/healthz` responds 200, for several starts. */
export async function startTimes(options, times) {
  const measured = [];
  for (let round = 0; round < times; round++) {
    const from = performance.now();
    const site = await serve(options);
    measured.push(performance.now() - from);
    await site.stop();
  }
  return measured;
}

/** Returns the resident memory in megabytes after a few requests and a rest. */
export async function memoryAtRest(options, paths) {
  const site = await serve(options);
  for (const path of paths) await (await fetch(site.url + path)).arrayBuffer();
  await new Promise((later) => setTimeout(later, 2_000));
  const megabytes = residentKB(site.pid) / 1024;
  await site.stop();
  return Math.round(megabytes * 10) / 10;
}

function residentKB(pid) {
  try {
    return Number(readFileSync(`/proc/${pid}/status`, "utf8").match(/VmRSS:\s+(\d+)/)[1]);
  } catch {
    return Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)]));
  }
}

/** Runs the server on the first core and the load generator on the second, a few seconds for each path after a warm-up. */
export async function requestsPerSecond(options, paths) {
  const pinned = (await has("taskset")) && availableParallelism() > 1;
  const on = (core) => (pinned ? ["taskset", "-c", String(core)] : []);
  const tool = (await has("oha")) ? "oha" : (await has("wrk")) ? "wrk" : "node";
  const site = await serve({ ...options, launcher: on(0) });
  try {
    const results = [];
    for (const path of paths) {
      await load(tool, on(1), site.url + path, 1);
      results.push({ path, tool, perSecond: await load(tool, on(1), site.url + path, SECONDS) });
    }
    return results;
  } finally {
    await site.stop();
  }
}

async function load(tool, pin, url, seconds) {
  const accept = "Accept-Encoding: br";
  const commands = {
    oha: ["oha", "--no-tui", "-z", `${seconds}s`, "-c", `${CONNECTIONS}`, "-H", accept, url],
    wrk: ["wrk", "-t1", `-c${CONNECTIONS}`, `-d${seconds}s`, "-H", accept, url],
    node: [process.execPath, fileURLToPath(new URL("load.mjs", import.meta.url)), url, `${seconds}`, `${CONNECTIONS}`],
  };
  const [program, ...args] = [...pin, ...commands[tool]];
  const { stdout } = await run(program, args);
  if (/Non-2xx|\[(4|5)\d\d\]/.test(stdout)) throw new Error(`${url} did not always respond 200 under load:\n${stdout}`);
  return Math.round(Number(stdout.match(/Requests\/sec:\s+([\d.]+)/)[1]));
}

const has = (program) => run("sh", ["-c", `command -v ${program}`]).then(() => true, () => false);
