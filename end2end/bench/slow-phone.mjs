// Opens doors on a phone whose processor is four times slower than this machine's.
import { chromium } from "@playwright/test";
import { EDITION, card, door } from "../support/calendar.mjs";
import { CHROMIUM_ARGS, chromiumPath } from "../support/chromium.mjs";

const SLOWER = 4;
const SWING_MS = 500;
const TRACED = ["cc", "benchmark", "devtools.timeline", "disabled-by-default-devtools.timeline.frame"];

/** For each day, returns the milliseconds from the tap to the first change and to the card, and how many frames the swing had and missed. */
export async function openings(site, days) {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_ARGS });
  try {
    const measured = [];
    for (const day of days) measured.push(await opening(browser, site, day));
    return measured;
  } finally {
    await browser.close();
  }
}

async function opening(browser, site, day) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
  try {
    const page = await context.newPage();
    await page.goto(site.url + EDITION);
    await page.waitForSelector("html[data-hydrated]", { state: "attached" });
    await door(page, day).scrollIntoViewIfNeeded();
    await page.evaluate(() => {
      addEventListener("click", ({ timeStamp }) => (globalThis.tapped = timeStamp), true);
      // In the page: to ask it from here would take its share of the slow processor.
      new MutationObserver(() => {
        if (document.querySelector("dialog[open] .guldkorn")) globalThis.shown ??= performance.now();
      }).observe(document, { subtree: true, childList: true, attributes: true });
      addEventListener("transitionrun", ({ timeStamp }) => (globalThis.swung ??= timeStamp), true);
    });
    const devtools = await context.newCDPSession(page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    await browser.startTracing(page, { categories: TRACED });
    await door(page, day).tap();
    await card(page).waitFor();
    await page.waitForTimeout(SWING_MS);
    const { traceEvents } = JSON.parse(await browser.stopTracing());
    const [firstChangeMs, cardMs] = await page.evaluate(() => [swung - tapped, shown - tapped]);
    return { firstChangeMs, cardMs, ...frames(traceEvents) };
  } finally {
    await context.close();
  }
}

/** Counts the frames of the compositor from the tap until the leaf is open, and those that were late. */
function frames(events) {
  const tap = events.find(({ name, args }) => name === "EventDispatch" && args.data.type === "click").ts;
  const swing = events
    .filter(({ name, ph, ts }) => name === "PipelineReporter" && ph === "b" && ts > tap && ts < tap + SWING_MS * 1_000)
    .map(({ args }) => args.frame_reporter);
  const moving = swing.filter(({ has_compositor_animation: moves }) => moves);
  return { frames: moving.length, missed: moving.filter(({ state }) => state === "STATE_DROPPED").length };
}
