// Locators and expectations for a calendar: doors by their day, and the open card.
import { expect } from "./page.mjs";

export const EDITION = "/kalender/2026";
export const DAYS = Array.from({ length: 24 }, (_, index) => index + 1);

export const doorPath = (day) => `${EDITION}/lucka/${day}`;
export const doors = (page) => page.locator("a[data-door]");
export const door = (page, day) => page.locator(`a[data-door="${day}"]`);
export const guldkorn = (page) => page.locator("article.guldkorn[data-post]");
export const card = (page) => page.locator("dialog.card[open]");

/** Returns every door's day, state and URL, in document order. */
export const doorList = (page) =>
  doors(page).evaluateAll((links) =>
    links.map((link) => ({
      day: Number(link.dataset.door),
      state: link.dataset.state,
      href: link.getAttribute("href"),
    })),
  );

/** Expects doors 1 to `last` to be open, `last` to be today's (unless `today` is false), and the others to be locked. */
export async function expectOpenTo(page, last, { today = true } = {}) {
  const state = (day) => (day > last ? "locked" : day === last && today ? "today" : "open");
  const expected = DAYS.map((day) => ({ day, state: state(day), href: doorPath(day) }));
  await expect(doors(page)).toHaveCount(DAYS.length);
  await expect.poll(() => doorList(page)).toEqual(expected);
}

/** Expects the card of a day to be open, at its own URL. */
export async function expectCard(page, day) {
  await expect(card(page)).toBeVisible();
  await expect(card(page).locator("article.guldkorn[data-post]")).toBeVisible();
  await expect(page).toHaveURL(doorPath(day));
}

/** Expects the card to be closed, the calendar's URL to be back, and the focus on the card's door. */
export async function expectReturned(page, day) {
  await expect(card(page)).toHaveCount(0);
  await expect(page).toHaveURL(EDITION);
  await expect(door(page, day)).toBeFocused();
}

/** Resolves when the server responds that a day is open. */
export async function opensOnServer(site, day) {
  const deadline = Date.now() + 40_000;
  while (Date.now() < deadline) {
    const { status } = await fetch(site.url + doorPath(day));
    if (status === 200) return;
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error(`door ${day} did not open on the server`);
}
