// The `test` of every spec: a site as of a given time, and a page that fails its test on anything unclean.
import { expect, test as base } from "@playwright/test";
import { serve } from "./server.mjs";

export { expect };

export const test = base.extend({
  /** When it is on the site: local time of Stockholm. */
  at: ["2026-12-07T08:00", { option: true }],
  /** Complaints that a test brings about itself, as a regular expression. */
  tolerate: [null, { option: true }],

  /** One server for each time that the tests of a worker ask for. */
  sites: [
    async ({}, use) => {
      const started = new Map();
      await use((at) => {
        if (!started.has(at)) started.set(at, serve({ at }));
        return started.get(at);
      });
      await Promise.all([...started.values()].map((site) => site.then(({ stop }) => stop(), () => {})));
    },
    { scope: "worker", timeout: 60_000 },
  ],
  site: async ({ sites, at }, use) => use(await sites(at)),
  baseURL: async ({ site }, use) => use(site.url),

  page: async ({ page, site, tolerate }, use) => {
    const complaints = await watch(page, new URL(site.url).host);
    await use(page);
    expect(complaints.filter((text) => !tolerate?.test(text))).toEqual([]);
  },
});

/** Collects what a clean page never does: errors, CSP violations, foreign or failed requests. */
async function watch(page, host) {
  const complaints = [];
  const documents = new Set(); // a page that answers 403 or 404 is what its test says, not a complaint

  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) =>
      console.error(`CSP: ${effectiveDirective} forbids ${blockedURI} ${sample}`),
    );
  });
  page.on("pageerror", (error) => isFadeCutShort(error) || complaints.push(`uncaught: ${error.stack || error}`));
  page.on("console", (message) => {
    const unused = message.type() === "warning" && message.text().includes("preload");
    if (message.type() !== "error" && !unused) return;
    const { url } = message.location();
    if (message.text().startsWith("Failed to load resource") && documents.has(url)) return;
    complaints.push(`console: ${message.text()} (${url})`);
  });
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (request.isNavigationRequest()) documents.add(request.url());
    if (/^(https?|wss?):$/.test(url.protocol) && url.host !== host) complaints.push(`foreign request: ${url}`);
  });
  page.on("requestfailed", (request) => {
    const why = request.failure()?.errorText;
    if (why !== "net::ERR_ABORTED") complaints.push(`failed request: ${request.url()} ${why}`);
  });
  return complaints;
}

/**
 * Chromium's own words when the fading from page to page (`@view-transition`) ends early: the page was left, shown already,
 * or slow. The site starts no transition by script, so nobody could catch them.
 */
const isFadeCutShort = ({ message }) => /^Transition was (skipped|aborted because of)/.test(message);

/** Goes to a page and expects its status. */
export async function visit(page, path, status = 200) {
  const answer = await page.goto(path);
  expect(answer.status(), path).toBe(status);
}

/** Waits until the client has taken over; a moved pointer is the first sign of use that the loader waits for. */
export async function hydrated(page) {
  await page.mouse.move(3, 3);
  await page.mouse.move(6, 6);
  await expect(page.locator("html")).toHaveAttribute("data-hydrated", /.*/, { timeout: 20_000 });
}

/** Follows a link as the device would: by finger or by mouse. */
export const press = (target, hasTouch) => (hasTouch ? target.tap() : target.click());

/** What a page has asked for since `record` was called. */
export function record(page) {
  const urls = [];
  page.on("request", (request) => urls.push(new URL(request.url()).pathname));
  return {
    urls,
    client: () => urls.filter((path) => path.startsWith("/pkg/") && /\.(js|wasm)$/.test(path)),
    wasm: () => urls.filter((path) => path.endsWith(".wasm")),
  };
}
