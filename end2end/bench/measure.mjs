// Measures start time and memory, and what readers notice at a load.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { serve } from "../support/server.mjs";
import { percentile } from "./open-loop.mjs";
import { steadyLoad } from "./steady-load.mjs";

const SECONDS = 5;

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
  const megabytes = residentMB(site.pid);
  await site.stop();
  return megabytes;
}

/** Looks at the resident memory ten times a second, until it is told to stop: then it returns the highest, in megabytes. */
export function watchMemory(pid) {
  let highest = 0;
  const look = () => {
    highest = Math.max(highest, residentMB(pid));
  };
  const timer = setInterval(look, 100);
  return () => {
    clearInterval(timer);
    look();
    return highest;
  };
}

function residentMB(pid) {
  return Math.round((residentKB(pid) / 1024) * 10) / 10;
}

function residentKB(pid) {
  try {
    return Number(readFileSync(`/proc/${pid}/status`, "utf8").match(/VmRSS:\s+(\d+)/)[1]);
  } catch {
    return Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)]));
  }
}

/** What readers notice at a load that the site can well carry: the slowest hundredth in milliseconds, and the memory in megabytes. */
export async function atLoad(options, path, rate) {
  const site = await serve({ ...options, launcher: ["taskset", "-c", "0"], environment: { RUST_LOG: "warn" } });
  try {
    const url = site.url + path;
    await steadyLoad({ url, rate, seconds: 2 }); // warms up
    const highest = watchMemory(site.pid);
    const answers = await steadyLoad({ url, rate, seconds: SECONDS });
    const memory = highest();
    return { perSecond: Math.round(answers.length / SECONDS), ms: percentile(answers, 99), memory };
  } finally {
    await site.stop();
  }
}
