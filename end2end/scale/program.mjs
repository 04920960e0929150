// Runs one command of the program to its end, and tells what it took.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { BINARY } from "../support/server.mjs";

const LOOK_EVERY_MS = 50;

/** Runs `guldkorn` with `args`. Returns what it printed, the seconds it took, and its highest memory in MB: all of it that was
 * resident, and what of that was its own (the rest are pages of files, which the system takes back when it needs them). */
export async function guldkorn(...args) {
  const from = performance.now();
  const child = spawn(BINARY, args, { stdio: ["ignore", "pipe", "pipe"] });
  const output = [];
  child.stdout.on("data", (chunk) => output.push(chunk));
  child.stderr.on("data", (chunk) => output.push(chunk));
  const memory = { resident: 0, own: 0 };
  const looking = setInterval(() => look(child.pid, memory), LOOK_EVERY_MS);
  const code = await new Promise((ended, failed) => child.once("error", failed).once("close", ended));
  clearInterval(looking);
  const text = Buffer.concat(output).toString();
  if (code !== 0) throw new Error(`guldkorn ${args.join(" ")} ended with ${code}:\n${text}`);
  return { text, seconds: (performance.now() - from) / 1_000, ...memory };
}

/** Notes the memory of a process where the system tells it (Linux). */
function look(pid, memory) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const megabytes = (name) => Math.round(Number(status.match(new RegExp(`${name}:\\s+(\\d+)`))?.[1] ?? 0) / 1_024);
    memory.resident = Math.max(memory.resident, megabytes("VmHWM"));
    memory.own = Math.max(memory.own, megabytes("RssAnon"));
  } catch {
    // The program has ended, or the system has no /proc.
  }
}
