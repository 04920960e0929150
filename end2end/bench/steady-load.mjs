// Requests at a steady rate, whether or not the earlier ones were answered, from a program that can send more than Node.js:
// h2load of nghttp2, on the second core.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * Sends `rate` requests a second for some seconds, evenly on so many connections. Returns for each when it was sent and when it
 * was answered (by `performance.now()`), and its status; -1 for none.
 */
export async function steadyLoad({ url, rate, seconds, connections = 64 }) {
  const folder = await mkdtemp(join(tmpdir(), "guldkorn-load-"));
  const log = join(folder, "log");
  try {
    const load = ["--h1", `-c${connections}`, `--rps=${rate / connections}`, `-D${seconds}`, `--log-file=${log}`];
    await run("taskset", ["-c", "1", "h2load", ...load, "-H", "Accept-Encoding: br", url], { maxBuffer: 1 << 24 });
    return (await readFile(log, "utf8")).trimEnd().split("\n").map(answer);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A line of h2load's log: start in microseconds since 1970, status, microseconds. */
function answer(line) {
  const [start, status, took] = line.split("\t").map(Number);
  const due = start / 1_000 - performance.timeOrigin;
  return { due, at: due + took / 1_000, status };
}
