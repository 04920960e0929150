// A demo site that `guldkorn freeze` has written, and a web server that knows nothing but files.
import { execFile } from "node:child_process";
import { createReadStream } from "node:fs";
import { rm, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { promisify } from "node:util";
import { BINARY, SITE, dataFolder, serve } from "./server.mjs";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".webp": "image/webp",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".xml": "application/xml",
  ".ico": "image/x-icon",
};

/** Freezes the demo site as of `at`, and returns the folder and what the command said. */
export async function freeze({ at }) {
  const [data, parent] = [await dataFolder(), await dataFolder()];
  const site = await serve({ at, data });
  await site.stop();
  const out = join(parent, "arkiv");
  const { stdout } = await promisify(execFile)(BINARY, ["freeze", "--data", data, "--site", SITE, "--at", at, out]);
  const remove = () => Promise.all([data, parent].map((folder) => rm(folder, { recursive: true, force: true })));
  return { out, report: stdout, remove };
}

/** Serves a folder's files below `/arkiv/`, as the plainest web server does, and 404 for all else. */
export async function serveFiles(folder) {
  const server = createServer(async ({ url }, response) => {
    const path = decodeURIComponent(new URL(url, "http://localhost").pathname);
    const file = path.startsWith("/arkiv/") && join(folder, normalize(path.slice("/arkiv".length)));
    const found = file && (await stat(file).catch(() => null));
    if (!found || !found.isFile()) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
    createReadStream(file).pipe(response);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const close = () => new Promise((closed) => server.close(closed).closeAllConnections());
  return { url: `http://127.0.0.1:${server.address().port}/arkiv/index.html`, close };
}
