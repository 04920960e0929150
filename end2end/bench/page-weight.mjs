// Measures the compressed bytes of each page as Chromium counts them, without headers.
import { chromium } from "@playwright/test";
import { CHROMIUM_ARGS, chromiumPath } from "../support/chromium.mjs";

const KINDS = [
  ["staffCss", /\/guldkorn-admin[^/]*\.css$/],
  ["css", /\.css$/],
  ["font", /\.woff2$/],
  ["script", /\/guldkorn-page[^/]*\.js$/],
  ["client", /\.(js|wasm)$/],
  ["image", /^\/media\/|\.(svg|png|webp|jpe?g|ico)$/],
];

const SETTLE_MS = 500;

export async function weigh(site, pages) {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_ARGS });
  try {
    const weighed = [];
    for (const page of pages) weighed.push({ kind: page.kind, ...(await weighPage(browser, site.url + page.path)) });
    return weighed;
  } finally {
    await browser.close();
  }
}

/** Measures a first visit: an empty cache, a full load, then the first sign of use. */
async function weighPage(browser, url) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const bytes = { html: 0, css: 0, laterCss: 0, staffCss: 0, font: 0, script: 0, client: 0, image: 0, other: 0, early: 0 };
  const counted = [];
  let early = true;
  page.on("request", (request) => (request.fromTheStart = early));
  page.on("requestfinished", (request) => {
    const kind = kindOf(request) === "css" && !request.fromTheStart ? "laterCss" : kindOf(request);
    const count = request.sizes().then(({ responseBodySize }) => {
      bytes[kind] += responseBodySize;
      if (kind === "client" && request.fromTheStart) bytes.early += responseBodySize;
    });
    counted.push(count);
  });
  page.once("domcontentloaded", () => (early = false));

  await page.goto(url);
  await page.waitForTimeout(SETTLE_MS);
  await page.mouse.move(3, 3);
  await page.mouse.move(6, 6);
  await page.waitForSelector("html[data-hydrated]", { state: "attached", timeout: 20_000 });
  await page.waitForTimeout(SETTLE_MS);
  await Promise.all(counted);
  await context.close();
  return bytes;
}

function kindOf(request) {
  if (request.resourceType() === "document") return "html";
  const { pathname } = new URL(request.url());
  const [kind] = KINDS.find(([, pattern]) => pattern.test(pathname)) ?? [];
  return kind ?? "other";
}
