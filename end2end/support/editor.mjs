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
  // Words of a page are seen before it has loaded: its own end is not that of the page that follows.
  await page.waitForLoadState();
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

/** Creates a calendar for one test, so that no other test's doors change. Returns its title. */
export async function newCalendar(page) {
  const slug = `prov-${Date.now()}`;
  const title = `Provkalendern ${slug}`;
  await visit(page, "/admin/kalendrar/ny");
  await page.getByLabel("Titel").fill(title);
  await page.getByLabel("Adress").fill(slug);
  await page.getByLabel("Första dagen").fill("2031-12-01");
  await page.getByRole("button", { name: "Skapa kalendern" }).click();
  await expect(page.locator(".edition-days > li").first()).toBeVisible();
  return title;
}

/** Returns what a day of a calendar is to the form. By the calendar's title: others may begin later and be listed before it. */
export function door(page, calendar, day) {
  const option = page.locator(`#door optgroup[label="${calendar}"] option`).filter({ hasText: new RegExp(`^\\s*${day} – `) });
  return option.getAttribute("value");
}
