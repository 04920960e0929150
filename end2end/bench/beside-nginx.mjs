// Measures cached responses beside nginx, which serves the same bytes with the same headers from files, and beside a bare
// server of the library that the site is built on: one core for the server, one for the load, alternating, so that a noisy
// machine is noisy for all.
import { execFile, spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { bareHyper } from "./bare-hyper.mjs";
import { freePort, serve } from "../support/server.mjs";

const run = promisify(execFile);
const CONNECTIONS = 64;
const SECONDS = 3;
const ROUNDS = 5;
/** Programs do not count as readers, and cost less. */
const READER = "User-Agent: Mozilla/5.0 (Linux; Android 15; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/148.0.0.0 Mobile Safari/537.36";
const LEFT_TO_NGINX = /^(connection|content-length|content-encoding|content-type|date|etag|last-modified|transfer-encoding)$/;

/** What is missing on this machine, in a sentence; nothing when it can be measured. */
export async function missingPrograms() {
  for (const program of ["nginx", "varnishd", "wrk", "h2load", "taskset"]) {
    if (!(await run("sh", ["-c", `PATH=$PATH:/usr/sbin command -v ${program}`]).catch(() => null))) return `${program} is not installed`;
  }
  return availableParallelism() > 1 ? null : "there is only one core";
}

/** Returns for each path the requests per second of all three and of a 304, the median of the rounds. */
export async function besideNginx(options, paths) {
  const site = await serve({ ...options, launcher: ["taskset", "-c", "0"], environment: { RUST_LOG: "warn" } });
  const results = [];
  try {
    for (const path of await Promise.all(paths.map((path) => path(site)))) {
      await (await fetch(site.url + path)).arrayBuffer();
      await new Promise((later) => setTimeout(later, 1_500)); // a page has its date from its second second
      const response = await fetch(site.url + path, { headers: { "Accept-Encoding": "br" } });
      const bytes = await encoded(site.url + path);
      const nginx = await startNginx(path, bytes, response.headers);
      const bare = await bareHyper(bytes, response.headers);
      try {
        const rounds = { ours: [], nginx: [], bare: [], known: [] };
        for (let round = 0; round < ROUNDS; round++) {
          rounds.ours.push(await load(site.url + path));
          rounds.nginx.push(await load(nginx.url + path));
          rounds.bare.push(await load(bare.url));
          rounds.known.push(await load(site.url + path, ["-H", `If-None-Match: ${response.headers.get("etag")}`]));
        }
        const [ours, theirs, library, known] = Object.values(rounds).map(median);
        results.push({ path, ours, nginx: theirs, bare: library, known });
      } finally {
        bare.stop();
        await nginx.stop();
      }
    }
  } finally {
    await site.stop();
  }
  return results;
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** The bytes as they are sent with brotli: `fetch` would decode them. */
async function encoded(url) {
  const { stdout } = await run("curl", ["-sf", "-H", "Accept-Encoding: br", url], { encoding: "buffer", maxBuffer: 1 << 24 });
  return stdout;
}

async function startNginx(path, bytes, headers) {
  const folder = await mkdtemp(join(tmpdir(), "guldkorn-nginx-"));
  const port = await freePort();
  await mkdir(join(folder, "files"));
  await writeFile(join(folder, "files/it"), "never sent: every client takes brotli");
  await writeFile(join(folder, "files/it.br"), bytes);
  const added = [...headers].filter(([name]) => !LEFT_TO_NGINX.test(name));
  await writeFile(join(folder, "nginx.conf"), `
    load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
    ${process.getuid() === 0 ? "user root;" : ""} worker_processes 1; daemon off; pid ${folder}/pid; error_log stderr crit;
    events { worker_connections 1024; }
    http {
      access_log off; sendfile on; tcp_nopush on; keepalive_requests 10000000;
      open_file_cache max=100; default_type ${headers.get("content-type").split(";")[0]}; charset utf-8;
      server {
        listen 127.0.0.1:${port}; root ${folder}/files; brotli_static on;
        ${added.map(([name, value]) => `add_header ${name} "${value.replaceAll('"', '\\"')}";`).join("\n")}
        location = ${path.split("?")[0]} { rewrite .* /it break; }
      }
    }`);
  const child = spawn("taskset", ["-c", "0", "nginx", "-p", folder, "-c", join(folder, "nginx.conf")], {
    env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = new Promise((done) => child.once("exit", done));
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 50; tries++) {
    if ((await fetch(url + path, { headers: { "Accept-Encoding": "br" } }).catch(() => null))?.ok) break;
    await new Promise((later) => setTimeout(later, 100));
  }
  return {
    url,
    stop: async () => {
      child.kill("SIGQUIT");
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export async function load(url, more = []) {
  const { stdout } = await run("taskset", ["-c", "1", "wrk", "-t1", `-c${CONNECTIONS}`, `-d${SECONDS}s`, "-H", "Accept-Encoding: br", "-H", READER, ...more, url]);
  if (/Non-2xx/.test(stdout)) throw new Error(`${url} did not always respond as it should:\n${stdout}`);
  return Math.round(Number(stdout.match(/Requests\/sec:\s+([\d.]+)/)[1]));
}
