// The board of a calendar: an edition to fill, and its texts dragged by a finger.
import { expect } from "./page.mjs";

export const day = (page, number) => page.locator(`[data-day="${number}"]`);
export const loose = (page) => page.locator("[data-text]");
/** Where the board speaks to screen readers. */
export const spoken = (page) => page.locator(".room > [aria-live]");
export const bar = (page) => page.locator(".carrying");

/** Adds an edition of so many empty days, and takes as many texts off the days of the demo's. Returns its board's address. */
export async function emptyEdition(page, days) {
  await page.goto("/admin/tavla");
  const edition = await page.locator("[data-board]").getAttribute("data-edition");
  const taken = page.locator("[data-day][data-movable]:not([data-open])");
  const places = await taken.evaluateAll((all, days) => all.slice(-days).map(({ dataset }) => dataset.place), days);
  for (const place of places) await post(page, "board/clear", { edition, day: place });
  const settings = { title: "Vårens guldkorn", first_day: "2027-03-01", days: `${days}`, opens_at: "06:00", time_zone: "Europe/Stockholm" };
  const form = Object.fromEntries(Object.entries(settings).map(([name, value]) => [`edition[${name}]`, value]));
  const added = await post(page, "calendar/create_edition", form);
  const board = `/admin/tavla?kalender=${new URL(added.url()).pathname.split("/").at(-1)}`;
  await page.goto(board);
  await expect(loose(page)).toHaveCount(days);
  return board;
}

async function post(page, action, form) {
  const response = await page.request.post(`/api/${action}`, { form, headers: { Accept: "text/html" } });
  expect(response.ok(), action).toBe(true);
  return response;
}

/** Drags with a finger: rests on the text until it is lifted, and waits at the edge while the page scrolls along. */
export async function dragByTouch(page, from, to) {
  const { touch } = await finger(page);
  await from.scrollIntoViewIfNeeded();
  const start = await centre(from);
  await touch("touchStart", start);
  await page.locator(".ghost").waitFor();
  const { height } = page.viewportSize();
  await expect(async () => {
    const { x, y } = await centre(to);
    const isShown = y > 100 && y < height - 100;
    const edge = y <= 100 ? 20 : height - 20;
    await touch("touchMove", { x, y: isShown ? y : edge });
    expect(isShown).toBe(true);
  }).toPass({ intervals: [100] });
  await touch("touchMove", await centre(to));
  await expect(to).toHaveAttribute("data-target");
  await touch("touchEnd");
  await expect(page.locator(".ghost")).toHaveCount(0);
}

/** `touch` sends a touch event with its points, as a finger on the screen does; `layouts` counts how often the page was laid out. */
export async function finger(page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable");
  return {
    touch: (type, ...touchPoints) => devtools.send("Input.dispatchTouchEvent", { type, touchPoints }),
    layouts: async () => (await devtools.send("Performance.getMetrics")).metrics.find(({ name }) => name === "LayoutCount").value,
  };
}

async function centre(target) {
  const { x, y, width, height } = await target.boundingBox();
  return { x: x + width / 2, y: y + height / 2 };
}
