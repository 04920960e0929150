// Commands of the binary, which may be killed while they run.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { BINARY } from "../support/server.mjs";

/** Starts `guldkorn`, or another program, with these arguments. `done` resolves to its exit code, or to the signal that ended it. */
export function command(args, environment = {}, program = BINARY) {
  const child = spawn(program, args, { env: { ...process.env, ...environment }, stdio: ["ignore", "pipe", "pipe"] });
  const lines = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => lines.push(chunk));
  const done = once(child, "close").then(([code, signal]) => code ?? signal);
  const output = () => Buffer.concat(lines).toString();
  return { done, output, kill: () => child.kill("SIGKILL") };
}

/** Runs a command to its end, and fails unless it succeeds. Returns what it printed. */
export async function succeed(args, environment) {
  const { done, output } = command(args, environment);
  const code = await done;
  if (code !== 0) throw new Error(`guldkorn ${args.join(" ")} ended with ${code}:\n${output()}`);
  return output();
}

/** Fails unless `guldkorn check` finds a data folder sound: integrity, foreign keys, media against rows. */
export const check = (data) => succeed(["check", "--data", data]);

/** Fails if a start has left something that was half written. */
export async function expectNothingHalf(data) {
  const names = await Promise.all([data, join(data, "media")].map((folder) => readdir(folder)));
  const left = names.flat().filter((name) => name.startsWith(".") || /\.del(-|$)/.test(name));
  if (left.length) throw new Error(`the start has left ${left.join(", ")}`);
}
