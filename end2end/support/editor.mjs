// The editor of a text, as staff use it.
import { expect, hydrated, visit } from "./page.mjs";

/** Creates a text, opens its editor and returns its id. */
export async function begin(page, form, { javaScriptEnabled = true } = {}) {
  const response = await page.request.post("/api/text/begin", {
    form,
    maxRedirects: 0,
    headers: { accept: "text/html" },
  });
  const path = response.headers().location;
  expect(path).toMatch(/^\/admin\/inlagg\/\d+$/);
  await open(page, path, { javaScriptEnabled });
  return Number(path.split("/").pop());
}

/** Opens a text and waits for the editor, where there is JavaScript. */
export async function open(page, path, { javaScriptEnabled = true } = {}) {
  await visit(page, path);
  if (!javaScriptEnabled) return;
  await hydrated(page);
  await expect(page.locator(".editor-text")).toBeVisible();
}

/** Does what sends a form, and waits for what follows: another page, or the same one with what was done. */
export async function whileActing(page, press) {
  const load = page.waitForEvent("load");
  const acted = page.waitForResponse((response) => response.url().endsWith("/api/text/act"));
  // A response that was navigated away from can no longer be read.
  const stays = acted.then(async (response) => response.ok() && !(await response.json()).page).catch(() => false);
  for (const promise of [load, acted]) promise.catch(() => {});
  await press();
  if (await Promise.race([load.then(() => false), stays])) {
    await expect(page.locator("button[aria-busy]")).toHaveCount(0);
  } else {
    await load;
  }
}

/** The text's field: the editor, or the text area without JavaScript. */
export const body = (page) => page.getByRole("textbox", { name: "Text", exact: true });

/** Presses a button that submits the form, and waits until it is done: on the page, or on the one that follows. */
export async function press(page, name) {
  await whileActing(page, () => page.getByRole("button", { name, exact: true }).first().click());
  const hasScript = await page.evaluate(() => !document.querySelector("noscript > *"));
  if (hasScript && (await page.locator("textarea[data-editor]").count())) {
    await expect(page.locator(".editor-text")).toBeAttached();
  }
}

export const flash = (page) => page.locator('.notice[role="status"]');

export const saveStatus = (page) => page.locator("#kept");

/** Creates a calendar for one test, so that no other test's doors change. */
export async function newCalendar(page) {
  await visit(page, "/admin/kalendrar/ny");
  await page.getByLabel("Titel").fill("Provkalendern");
  await page.getByLabel("Adress").fill(`prov-${Date.now()}`);
  await page.getByLabel("Första dagen").fill("2031-12-01");
  await page.getByRole("button", { name: "Skapa kalendern" }).click();
  await expect(page.locator(".edition-days > li").first()).toBeVisible();
}

/** Returns the label of a day in the newest calendar. */
export async function door(page, day) {
  const labels = await page.locator("#door optgroup").first().locator("option").allTextContents();
  return labels.map((label) => label.trim()).find((label) => label.startsWith(`${day} – `));
}
