// A server that does nothing but what the HTTP library does (bare-hyper/): the most that is possible with it.
import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "../support/server.mjs";

const PROGRAM = fileURLToPath(new URL("../../target/bare-hyper/release/bare-hyper", import.meta.url));
const OWN = /^(connection|content-length|date|keep-alive|transfer-encoding)$/;

/** Starts it on the first core, with the bytes and the headers of a response. */
export async function bareHyper(bytes, headers) {
  const folder = await mkdtemp(join(tmpdir(), "guldkorn-bare-"));
  const [body, head, port] = [join(folder, "body"), join(folder, "head"), await freePort()];
  await writeFile(body, bytes);
  await writeFile(head, [...headers].filter(([name]) => !OWN.test(name)).map((header) => header.join(": ")).join("\n"));
  const child = spawn("taskset", ["-c", "0", PROGRAM, `${port}`, body, head], { stdio: ["ignore", "ignore", "inherit"] });
  const url = `http://127.0.0.1:${port}/`;
  for (let tries = 0; tries < 50; tries++) {
    if (await fetch(url).catch(() => null)) break;
    await new Promise((later) => setTimeout(later, 100));
  }
  await rm(folder, { recursive: true });
  return { url, stop: () => child.kill() };
}
