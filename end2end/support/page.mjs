// The `test` of every spec: a site at a given time, and a page that fails its test on any error.
import { expect, test as base } from "@playwright/test";
import { watch } from "./problems.mjs";
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

/** The `test` of specs in which every test has a server of its own: its clock runs on, or all its texts are moved. */
export const testOnOwnSite = test.extend({
  site: async ({ at }, use) => {
    const site = await serve({ at });
    await use(site);
    await site.stop();
  },
});

/** Goes to a page and expects its status. */
export async function visit(page, path, status = 200) {
  const response = await page.goto(path);
  expect(response.status(), path).toBe(status);
}

/** Waits for hydration; a key is the first sign of use that the loader waits for, once the page has loaded. */
export async function hydrated(page) {
  await page.waitForLoadState();
  // Not the pointer: a page that draws no frames does not see it move.
  await page.keyboard.press("Shift");
  // Seen within 0.1 s; an assertion that did not hold at once is tried again after up to a second.
  await page.locator("html[data-hydrated]").waitFor({ state: "attached", timeout: 20_000 });
}

/** Follows a link by touch or by mouse. */
export const press = (target, hasTouch) => (hasTouch ? target.tap() : target.click());

/** Records a page's requests from now on. */
export function record(page) {
  const urls = [];
  page.on("request", (request) => urls.push(new URL(request.url()).pathname));
  return {
    urls,
    // What the client consists of: not the script that every page has by itself.
    client: () => urls.filter((path) => path.startsWith("/pkg/") && /\.(js|wasm)$/.test(path) && !path.includes("/guldkorn-page.")),
    wasm: () => urls.filter((path) => path.endsWith(".wasm")),
  };
}
