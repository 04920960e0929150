// Starts `guldkorn serve` on a free port with a data folder of its own, which is removed when the server stops.
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
export const BINARY = resolve(process.env.GULDKORN_BIN ?? join(ROOT, "target/release/guldkorn"));
export const SITE = resolve(process.env.GULDKORN_SITE ?? join(ROOT, "target/site"));
const STOP_WITHIN_MS = 10_000;

/**
 * The demo site, or without `demo` an empty one, as of `at` (local time of Stockholm); the clock runs on from there.
 * `posts` adds so many generated ones, `data` reuses a folder, `launcher` is put in front of the binary (say `["taskset", "-c", "0"]`),
 * `environment` is added to the program's own; it answers `startsWithinMs`, or this fails.
 */
export async function serve({ at, data, posts, demo = true, launcher = [], environment, startsWithinMs = 20_000 } = {}) {
  const folder = data ?? (await dataFolder());
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const args = ["serve", "--data", folder, "--addr", `127.0.0.1:${port}`, "--site", SITE];
  if (demo) args.push("--demo");
  if (at) args.push("--at", at);
  if (posts) args.push("--demo-posts", `${posts}`);

  const process_ = run([...launcher, BINARY, ...args], environment);
  try {
    await waitUntilHealthy(`${url}/healthz`, process_, startsWithinMs);
  } catch (problem) {
    process_.child.kill("SIGKILL");
    throw problem;
  }
  return {
    url,
    folder,
    pid: process_.child.pid,
    log: process_.output,
    /** Ends the server at once, as when the machine is lost; its folder stays. */
    kill: async () => {
      process_.child.kill("SIGKILL");
      await process_.done;
    },
    stop: async () => {
      await terminate(process_);
      if (!data) await rm(folder, { recursive: true, force: true });
    },
    addStaff: (account) => addStaff(folder, account),
  };
}

/** Adds a staff account on the command line, as an operator would. */
async function addStaff(folder, { email, name = "Eva Exempel", role = "editor", password }) {
  const args = ["staff", "add", "--email", email, "--name", name, "--role", role, "--password-stdin"];
  const { child, done, output } = run([BINARY, ...args], { GULDKORN_DATA: folder });
  child.stdin.end(`${password}\n`);
  const code = await done;
  if (code !== 0) throw new Error(`guldkorn staff add ended with ${code}:\n${output()}`);
  return { email, password };
}

export const dataFolder = () => mkdtemp(join(tmpdir(), "guldkorn-"));

/** What is still running; a test that fails leaves no server behind. */
const running = new Set();
process.on("exit", () => running.forEach((child) => child.kill("SIGKILL")));

function run([program, ...args], environment = {}) {
  const child = spawn(program, args, { env: { ...process.env, ...environment }, stdio: ["pipe", "pipe", "pipe"] });
  running.add(child);
  child.once("exit", () => running.delete(child));
  const lines = [];
  child.stdout.on("data", (chunk) => lines.push(chunk));
  child.stderr.on("data", (chunk) => lines.push(chunk));
  child.stdin.on("error", () => {}); // a program that ends early closes its input
  const done = new Promise((resolved, failed) => {
    child.once("exit", (code, signal) => resolved(code ?? signal));
    child.once("error", () => failed(new Error(`${program} cannot be started; build it first: make build`)));
  });
  done.catch(() => {});
  return { child, done, output: () => Buffer.concat(lines).toString() };
}

async function waitUntilHealthy(url, { done, output }, withinMs) {
  const ended = done.then((code) => {
    throw new Error(`guldkorn serve ended with ${code}:\n${output()}`);
  });
  ended.catch(() => {});
  const deadline = Date.now() + withinMs;
  while (Date.now() < deadline) {
    const response = await Promise.race([fetch(url).catch(() => null), ended]);
    if (response?.ok) return;
    await Promise.race([new Promise((later) => setTimeout(later, 20)), ended]);
  }
  throw new Error(`guldkorn serve did not respond within ${withinMs / 1_000} s:\n${output()}`);
}

async function terminate({ child, done }) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  const timeout = setTimeout(() => child.kill("SIGKILL"), STOP_WITHIN_MS);
  await done;
  clearTimeout(timeout);
}

export function freePort() {
  return new Promise((resolved, failed) => {
    const probe = createServer().once("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolved(port));
    });
  });
}
