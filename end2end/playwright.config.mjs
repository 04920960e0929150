import { defineConfig, devices } from "@playwright/test";
import { CHROMIUM_ARGS, chromiumPath } from "./support/chromium.mjs";

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const desktop = { viewport: { width: 1280, height: 900 } };

export default defineConfig({
  testDir: "tests",
  outputDir: "test-results",
  reporter: [["list"], ["./support/summary.mjs"]],
  workers: 2,
  retries: 0,
  timeout: 60_000,
  forbidOnly: Boolean(process.env.CI),
  use: {
    ...devices["Desktop Chrome"],
    locale: "sv-SE",
    timezoneId: "Europe/Stockholm",
    serviceWorkers: "block",
    screenshot: "only-on-failure",
    launchOptions: { executablePath: chromiumPath(), args: CHROMIUM_ARGS },
  },
  projects: [
    { name: "desktop", use: desktop },
    // On a phone: what depends on the size of the window or on touch.
    { name: "phone", use: phone, testMatch: /(a11y|blog|brand|calendar|editor|errors|first-hour|funding|keyboard|log-in|mail|motion|preview|quick-exit|remember|search|staff-accounts|theme)\.spec\.mjs/ },
  ],
});
