// Takes the picture of a page, and sees whether anything is wrong with it.
import { watch } from "../support/problems.mjs";
import { MAX_HEIGHT } from "./sizes.mjs";

const PHONE = 600;

/** Returns a PNG in the size of the contact sheet, and what is wrong. */
export async function photograph(browser, site, { path, status = 200, door, before }, size, theme) {
  const { width, height, scale } = size;
  const context = await browser.newContext({
    viewport: { width, height },
    isMobile: width < PHONE,
    hasTouch: width < PHONE,
    colorScheme: theme,
    reducedMotion: "reduce",
    locale: "sv-SE",
    timezoneId: "Europe/Stockholm",
    serviceWorkers: "block",
  });
  try {
    const page = await context.newPage();
    const wrong = await watch(page, new URL(site.url).host);
    if (!door) await page.addInitScript(withoutClient);
    await before?.(site);
    const response = await page.goto(site.url + path);
    if (response.status() !== status) wrong.push(`status ${response.status()} instead of ${status}`);
    if (door) await openCard(page, door);
    await settle(page);
    // A card stands where the page was scrolled to, to reach its door.
    const { wide, tall, top } = await page.evaluate(() => {
      const { scrollWidth, scrollHeight, scrollTop } = document.scrollingElement;
      return { wide: scrollWidth - document.documentElement.clientWidth, tall: scrollHeight, top: scrollTop };
    });
    if (wide > 0) wrong.push(`can be scrolled sideways by ${wide} px`);
    const shown = door ? height : Math.min(Math.max(tall, height), Math.round(MAX_HEIGHT / scale));
    return { picture: await capture(context, page, { top, width, height: shown, scale }), wrong };
  } finally {
    await context.close();
  }
}

/** Most pages are pictured as the server sent them: the client does not come where the visitor saves data. */
function withoutClient() {
  Object.defineProperty(Object.getPrototypeOf(navigator.connection), "saveData", { get: () => true });
}

async function openCard(page, day) {
  await page.locator("html[data-hydrated]").waitFor({ state: "attached" });
  await page.locator(`a[data-door="${day}"]`).click();
  await page.locator("dialog.card[open] article.guldkorn[data-post]").waitFor();
}

/** Waits for pictures and fonts, and stops the clock at the foot of the page. */
async function settle(page) {
  await page.evaluate(async () => {
    for (const clock of document.querySelectorAll(".foot .clock")) clock.textContent = "Klockan är flyttad";
    for (const image of document.images) image.loading = "eager";
    const loaded = [...document.images].filter(({ offsetParent }) => offsetParent).map((image) => image.decode().catch(() => {}));
    await Promise.all([document.fonts.ready, ...loaded]);
  });
}

async function capture(context, page, { top, width, height, scale }) {
  const devtools = await context.newCDPSession(page);
  const clip = { x: 0, y: top, width, height, scale };
  const { data } = await devtools.send("Page.captureScreenshot", { format: "png", clip, captureBeyondViewport: true });
  return data;
}
