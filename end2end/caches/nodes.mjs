// Varnish and nginx as the examples in packaging/examples configure them, each on a free port with a folder of its own.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "../support/server.mjs";

const EXAMPLES = fileURLToPath(new URL("../../packaging/examples/", import.meta.url));
const environment = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` };
const STARTS_WITHIN_MS = 20_000;

/** What is missing on this machine, in a sentence; nothing when all of it is there. */
export function missing() {
  const is = (program, option) => !spawnSync(program, [option], { env: environment }).error;
  if (!is("varnishd", "-V")) return "varnishd is not installed";
  return is("nginx", "-v") ? null : "nginx is not installed";
}

const running = new Set();
// Asked to, each ends its own workers, too.
process.on("exit", () => running.forEach((child) => child.kill("SIGTERM")));

/** Starts Varnish in front of the site at `origin`. */
export async function startVarnish(origin, { port, launcher = [] } = {}) {
  const folder = await mkdtemp(join(tmpdir(), "guldkorn-varnish-"));
  const listen = `127.0.0.1:${port ?? (await freePort())}`;
  const example = await readFile(join(EXAMPLES, "varnish.vcl"), "utf8");
  const configuration = replaced(example, [
    ['.port = "3000"', `.port = "${new URL(origin).port}"`],
    ["(www\\.)?exempel\\.se", "127\\.0\\.0\\.1"],
  ]);
  await writeFile(join(folder, "default.vcl"), configuration);
  const options = ["-F", "-j", "none", "-n", join(folder, "work"), "-a", listen, "-T", "none", "-s", "malloc,64m"];
  const command = ["varnishd", ...options, "-p", "http_gzip_support=off", "-f", join(folder, "default.vcl")];
  const node = await start([...launcher, ...command], folder, `http://${listen}`);
  node.stored = () => Number(varnishstat(folder, "MAIN.n_object"));
  return node;
}

function varnishstat(folder, counter) {
  const args = ["-n", join(folder, "work"), "-1", "-f", counter];
  return execFileSync("varnishstat", args, { env: environment, encoding: "utf8" }).match(/\s(\d+)/)[1];
}

/** Starts nginx in front of the site at `origin`. */
export async function startNginx(origin, { launcher = [] } = {}) {
  const folder = await mkdtemp(join(tmpdir(), "guldkorn-nginx-"));
  const listen = `127.0.0.1:${await freePort()}`;
  const [cache, locations] = await Promise.all(
    ["nginx-cache.conf", "nginx-cache-locations.conf"].map((name) => readFile(join(EXAMPLES, name), "utf8")),
  );
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  await mkdir(join(folder, "cache"));
  await writeFile(join(folder, "cache.conf"), replaced(cache, [
    ["server 127.0.0.1:3000;", `server ${new URL(origin).host};`],
    ["/var/cache/nginx/guldkorn", join(folder, "cache")],
  ]));
  const include = "/usr/share/doc/guldkorn/examples/";
  await writeFile(join(folder, "locations.conf"), replaced(locations, [[include, EXAMPLES]]));
  await writeFile(join(folder, "nginx.conf"), `
    ${process.getuid() === 0 ? "user root;" : ""} worker_processes 1; daemon off; pid ${folder}/pid; error_log stderr crit;
    events { worker_connections 1024; }
    http {
      access_log off; keepalive_requests 10000000;
      ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join(" ")}
      include ${folder}/cache.conf;
      server { listen ${listen}; include ${folder}/locations.conf; }
    }`);
  return start([...launcher, "nginx", "-p", folder, "-c", join(folder, "nginx.conf")], folder, `http://${listen}`);
}

/** Replaces what a site replaces in an example; all of it must be there. */
function replaced(text, pairs) {
  return pairs.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`the example lacks ${from}`);
    return text.replaceAll(from, to);
  }, text);
}

async function start([program, ...args], folder, url) {
  const child = spawn(program, args, { env: environment, stdio: ["ignore", "pipe", "pipe"] });
  running.add(child);
  const output = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => output.push(text));
  const ended = new Promise((done) => child.once("exit", done)).then(() => running.delete(child));
  const deadline = Date.now() + STARTS_WITHIN_MS;
  while (!(await fetch(`${url}/healthz`).catch(() => null))) {
    if (Date.now() > deadline || child.exitCode !== null) throw new Error(`${program} does not answer:\n${output.join("")}`);
    await new Promise((later) => setTimeout(later, 50));
  }
  return {
    url,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
