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

/** The text's field: the editor, or the text area without JavaScript. */
export const body = (page) => page.getByRole("textbox", { name: "Text", exact: true });

/** Presses a button that submits the form, and waits for the page to load again. */
export async function press(page, name) {
  await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name, exact: true }).first().click()]);
  const hasScript = await page.evaluate(() => !document.querySelector("noscript > *"));
  if (hasScript && (await page.locator("textarea[data-editor]").count())) {
    await expect(page.locator(".editor-text")).toBeAttached();
  }
}

export const flash = (page) => page.locator('.notice[role="status"]');

export const saveStatus = (page) => page.locator("#kept");
