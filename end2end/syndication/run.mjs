// Starts the demo site and checks its feeds, calendars and sitemap with independent parsers.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { serve } from "../support/server.mjs";

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const AT = "2026-12-20T08:00";

const site = await serve({ at: AT });
try {
  process.exitCode = await read(site.url);
} finally {
  await site.stop();
}

function read(url) {
  const reader = spawn(path("../../target/python/bin/python"), [path("check.py"), url], { stdio: "inherit" });
  return new Promise((resolved, failed) => {
    reader.once("exit", (code) => resolved(code ?? 1));
    reader.once("error", () => failed(new Error("target/python is missing; install it first: .ci/setup python")));
  });
}
