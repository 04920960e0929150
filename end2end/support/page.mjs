// The `test` of every spec: a site at a given time, and a page that fails its test on any error.
import { expect, test as base } from "@playwright/test";
import { serve } from "./server.mjs";

export { expect };

export const test = base.extend({
  /** The site's time: local time of Stockholm. */
  at: ["2026-12-07T08:00", { option: true }],
  /** Problems that a test causes on purpose, as a regular expression. */
  tolerate: [null, { option: true }],

  /** One server for each `at` of the tests of a worker. */
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
    const problems = await watch(page, new URL(site.url).host);
    await use(page);
    expect(problems.filter((text) => !tolerate?.test(text))).toEqual([]);
  },
});

/** Collects problems: errors, CSP violations, requests to other hosts, failed requests. */
async function watch(page, host) {
  const problems = [];
  const documents = new Set(); // the status of a page is up to its test

  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) =>
      console.error(`CSP: ${effectiveDirective} forbids ${blockedURI} ${sample}`),
    );
  });
  page.on("pageerror", (error) => isInterruptedTransition(error) || problems.push(`uncaught: ${error.stack || error}`));
  page.on("console", (message) => {
    const unused = message.type() === "warning" && message.text().includes("preload");
    if (message.type() !== "error" && !unused) return;
    const { url } = message.location();
    if (message.text().startsWith("Failed to load resource") && documents.has(url)) return;
    problems.push(`console: ${message.text()} (${url})`);
  });
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (request.isNavigationRequest()) documents.add(request.url());
    if (/^(https?|wss?):$/.test(url.protocol) && url.host !== host) problems.push(`foreign request: ${url}`);
  });
  page.on("requestfailed", (request) => {
    const why = request.failure()?.errorText;
    if (why !== "net::ERR_ABORTED") problems.push(`failed request: ${request.url()} ${why}`);
  });
  return problems;
}

/**
 * Chromium's error when the transition between pages (`@view-transition`) is interrupted: the page was left, shown already,
 * or slow. The site starts no transition by script, so it cannot catch the error.
 */
const isInterruptedTransition = ({ message }) => /^Transition was (skipped|aborted because of)/.test(message);

/** Goes to a page and expects its status. */
export async function visit(page, path, status = 200) {
  const response = await page.goto(path);
  expect(response.status(), path).toBe(status);
}

/** Waits for hydration; moving the pointer is the first sign of use that the loader waits for. */
export async function hydrated(page) {
  await page.mouse.move(3, 3);
  await page.mouse.move(6, 6);
  await expect(page.locator("html")).toHaveAttribute("data-hydrated", /.*/, { timeout: 20_000 });
}

/** Follows a link by touch or by mouse. */
export const press = (target, hasTouch) => (hasTouch ? target.tap() : target.click());

/** Records a page's requests from now on. */
export function record(page) {
  const urls = [];
  page.on("request", (request) => urls.push(new URL(request.url()).pathname));
  return {
    urls,
    client: () => urls.filter((path) => path.startsWith("/pkg/") && /\.(js|wasm)$/.test(path)),
    wasm: () => urls.filter((path) => path.endsWith(".wasm")),
  };
}
