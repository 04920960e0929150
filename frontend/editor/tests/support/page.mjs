// A page with the editor, served with the site's content security policy, in the installed Chromium.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { CHROMIUM_ARGS, chromiumPath } from "../../../../end2end/support/chromium.mjs";
import { Endpoint } from "./endpoint.mjs";

const ROOT = join(import.meta.dirname, "../../../..");
const FONTS = join(ROOT, "public/fonts");
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'";

/** Returns the site's style sheet with its imports, each in its layer. */
function style(file = join(ROOT, "style/main.css")) {
  const source = readFileSync(file, "utf8");
  const folder = join(file, "..");
  return source.replace(
    /@import "([^"]+)" layer\(([^)]+)\);/g,
    (_, name, layer) => `@layer ${layer} {${style(join(folder, name))}}`,
  );
}

const page = (
  query,
) => `<!doctype html><html lang="sv"${query.has("night") ? ' data-theme="dark"' : ""}><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Redigera</title>
<link rel="stylesheet" href="/site.css"><link rel="stylesheet" href="/guldkorn-admin.css">
<link rel="stylesheet" href="/guldkorn-editor.css"></head>
<body><main class="page"><h1>Redigera</h1><form method="get" action="/"><div class="field"><label for="text">Text</label>
<textarea id="text" name="text" required></textarea></div><button class="button">Spara</button></form></main><script type="module" src="/start.js"></script></body></html>`;

const start = `import "/violations.js";
import { mount } from "/guldkorn-editor.js";
const query = new URLSearchParams(location.search);
const textarea = document.querySelector("textarea");
textarea.value = query.get("markdown") ?? "";
window.inputs = 0;
textarea.addEventListener("input", () => (window.inputs += 1));
const onPicture = query.has("pictures") && (async (file) => {
  if (file.size === 0) throw new Error("Bilden går inte att läsa.");
  return { src: "/bro.svg", alt: "En bro i snö", caption: "Bron" };
});
window.editor = mount(textarea, { ...(onPicture ? { onPicture } : {}) });`;

const violations = `window.violations = [];
document.addEventListener("securitypolicyviolation", ({ violatedDirective, sample }) => violations.push(violatedDirective + " " + sample));`;

export async function open() {
  const folder = mkdtempSync(join(tmpdir(), "editor-"));
  execFileSync(process.execPath, [join(ROOT, "frontend/editor/build.mjs"), folder]);
  const file = (name) => readFileSync(join(folder, name));
  const files = {
    "/guldkorn-editor.js": ["text/javascript", file("guldkorn-editor.js")],
    "/guldkorn-staff.js": ["text/javascript", file("guldkorn-staff.js")],
    "/guldkorn-editor.css": ["text/css", file("guldkorn-editor.css")],
    "/guldkorn-admin.css": ["text/css", file("guldkorn-admin.css")],
    "/site.css": ["text/css", style()],
    "/start.js": ["text/javascript", start],
    "/violations.js": ["text/javascript", violations],
    ...Object.fromEntries(
      readdirSync(FONTS).map((name) => [`/fonts/${name}`, ["font/woff2", readFileSync(join(FONTS, name))]]),
    ),
    "/admin/inlagg/7": ["text/html; charset=utf-8", readFileSync(join(import.meta.dirname, "post.html"))],
    "/admin/inlagg/8": ["text/html; charset=utf-8", readFileSync(join(import.meta.dirname, "recording.html"))],
    "/media/7/960.webp": ["image/svg+xml", readFileSync(join(ROOT, "server/demo/pictures/karta.svg"))],
    "/bro.svg": ["image/svg+xml", readFileSync(join(ROOT, "server/demo/pictures/karta.svg"))],
  };
  const endpoint = new Endpoint();
  const server = createServer((request, response) => {
    if (request.method === "POST") return endpoint.take(request, response);
    const url = new URL(request.url, "http://localhost");
    if (url.pathname === "/api/picture/choices") return endpoint.list(url, response);
    const [type, body] = files[url.pathname] ?? ["text/html; charset=utf-8", page(url.searchParams)];
    response.writeHead(200, { "content-type": type, "content-security-policy": POLICY }).end(body);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_ARGS });
  async function tabAt(path, { phone = false, width } = {}) {
    const size = phone ? { width: 390, height: 844 } : { width: 1280, height: 900 };
    const context = await browser.newContext({
      viewport: { ...size, ...(width ? { width } : {}) },
      isMobile: phone,
      hasTouch: phone,
      locale: "sv-SE",
    });
    await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin });
    const tab = await context.newPage();
    const problems = [];
    tab.on("pageerror", ({ message }) => /ViewTransition/.test(message) || problems.push(message));
    tab.on("console", (message) => message.type() === "error" && problems.push(message.text()));
    await tab.goto(origin + path);
    return Object.assign(tab, {
      problems,
      text: tab.getByRole("textbox", { name: "Text", exact: true }),
      button: (name) => tab.getByRole("button", { name, exact: true }),
    });
  }
  return {
    origin,
    endpoint,
    /** Opens a page with a text in the editor; on a phone if `phone` is given. */
    async edit(markdown, { pictures = false, night = false, ...look } = {}) {
      const query = new URLSearchParams({
        markdown,
        ...(pictures ? { pictures: "1" } : {}),
        ...(night ? { night: "1" } : {}),
      });
      const tab = await tabAt(`/?${query}`, look);
      await tab.waitForFunction(() => window.editor);
      return Object.assign(tab, { markdown: () => tab.evaluate(() => window.editor.getMarkdown()) });
    },
    /** Opens the editor of a post, with the markup of the site. */
    async post({ night = false, ...look } = {}) {
      endpoint.reset();
      const tab = await tabAt("/admin/inlagg/7", look);
      if (night) await tab.evaluate(() => (document.documentElement.dataset.theme = "dark"));
      await tab.waitForSelector(".editor");
      return Object.assign(tab, { markdown: () => tab.locator("#body").inputValue() });
    },
    /** Opens the editor of a post at the form of its recording, with the markup of the site. */
    async recording(look) {
      endpoint.reset();
      const tab = await tabAt("/admin/inlagg/8", look);
      await tab.waitForSelector(".picture-state", { state: "attached" });
      return tab;
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}
