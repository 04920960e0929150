// The hands of somebody who makes a site their own: by pointer, or by keyboard alone.
import { expect } from "./page.mjs";

const LIST = "/admin/borja";
const MOST_STEPS = 250;

/** Types and presses by the pointer, or by a finger. */
export const pointer = (page) => ({
  write: (field, text) => field.fill(text),
  press: (target) => target.click(),
});

/** Types and presses by keyboard alone: Tab leads to everything. */
export const keyboard = (page) => ({
  write: async (field, text) => {
    await tabTo(page, field);
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type(text);
  },
  press: async (target) => {
    await tabTo(page, target);
    await page.keyboard.press("Enter");
  },
});

async function tabTo(page, target) {
  await expect(target).toBeVisible();
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    if (await target.evaluate((element) => element.contains(document.activeElement))) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`The Tab key does not lead to ${target}.`);
}

/** The link to the first account, from the log of a site without any. */
export function firstLink(site) {
  const link = site.log().match(/http:\/\/127\.0\.0\.1:\d+(\/admin\/forsta\?kod=[0-9a-f]{64})/);
  expect(link, site.log()).not.toBeNull();
  return link[1];
}

export const stepOf = (page, step) => page.locator(`[data-step="${step}"]`);

/** Opens a step from the list, does what it asks for, saves, and expects to be back with the step done. */
export async function doStep(page, hands, step, work, { save = "Spara" } = {}) {
  await expect(page).toHaveURL(LIST);
  await hands.press(stepOf(page, step).getByRole("link"));
  await expect(page).toHaveURL(/[?&]fran=borja/);
  await expect(page.getByRole("link", { name: "Tillbaka till listan" })).toBeVisible();
  await work();
  await hands.press(page.locator("form.long").getByRole("button", { name: save, exact: true }).last());
  await expect(page).toHaveURL(LIST);
  await expect(page.locator('.notice[role="status"]')).toContainText("Det är sparat");
  await expect(stepOf(page, step)).toHaveAttribute("data-state", "done");
}
