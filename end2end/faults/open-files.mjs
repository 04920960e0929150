// The server may open no more files: who is connected goes on, others wait, and it heals when it may again.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdir } from "node:fs/promises";
import { connect } from "node:net";
import { Agent, request } from "node:http";
import { serve } from "../support/server.mjs";
import { eventually, expectFewLines, expectReady, expectReading } from "./expect.mjs";
import { has } from "./machine.mjs";

const HELD = 20;
const FULL_FOR_MS = 5_000;

if (!has("prlimit")) {
  console.log("Too few open files is left out: only Linux has prlimit, which changes a running program's limit.");
  process.exit(0);
}
const site = await serve();
const { hostname, port } = new URL(site.url);
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
const page = await get("/");
const pictures = [...new Set(page.text.match(/\/media\/[0-9a-f]{32}\/[^"?#, ]+/g))].slice(0, 2);
limit(await openFiles());
const held = Array.from({ length: HELD }, () => connect(Number(port), hostname));
const waiting = fetch(`${site.url}/`);
await eventually("it may open more files", async () => assert.match(site.log(), /cannot accept a connection/));
const end = Date.now() + FULL_FOR_MS;
const seen = new Set();
while (Date.now() < end) {
  // The last is never in the cache.
  for (const path of ["/", "/blogg", "/healthz", `/sok?q=ljus${Date.now()}`]) {
    assert.equal((await get(path)).status, 200, path);
  }
  // What needs a file says that it comes later, and not that it does not exist. Each time another one: where somebody has
  // just gone, there is room for one, which is in memory from then on.
  const picture = pictures.shift();
  if (picture) seen.add((await get(picture)).status);
  await new Promise((later) => setTimeout(later, 100));
}
await eventually("/readyz does not tell", async () => assert.match((await get("/readyz")).text, /öppna filer/));
assert.ok(seen.has(503) && [...seen].every((status) => status === 503 || status === 200), `${[...seen]}`);
limit("unlimited");
assert.equal((await get(page.text.match(/\/media\/[0-9a-f]{32}\/[^"?#, ]+/)[0])).status, 200);
assert.equal((await waiting).status, 200, "who waited is answered");
for (const socket of held) socket.destroy();
await expectReady(site);
await expectReading(site);
expectFewLines(site, /cannot accept a connection/);
agent.destroy();
await site.stop();
console.log("Too few open files: who was connected was served, who came waited, and it healed by itself.");

/** Counts them once nothing of the start is open any more. */
async function openFiles() {
  for (let before = 0; ; await new Promise((later) => setTimeout(later, 300))) {
    const { length } = await readdir(`/proc/${site.pid}/fd`);
    if (length === before) return length;
    before = length;
  }
}

/** Sets how many files the running server may open; the most that it may ever have stays. */
function limit(files) {
  const most = execFileSync("prlimit", ["--pid", `${site.pid}`, "--nofile", "--noheadings", "--raw", "--output", "HARD"]);
  const soft = files === "unlimited" ? `${most}`.trim() : files;
  execFileSync("prlimit", ["--pid", `${site.pid}`, `--nofile=${soft}:${`${most}`.trim()}`]);
}

/** Asks over the connection that was open before. */
function get(path) {
  return new Promise((resolved, failed) => {
    const asked = request({ hostname, port, path, agent }, (response) => {
      const pieces = [];
      response.on("data", (piece) => pieces.push(piece));
      response.on("end", () => resolved({ status: response.statusCode, text: Buffer.concat(pieces).toString() }));
    });
    asked.on("error", failed).end();
  });
}
