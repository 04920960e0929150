// A text on its desk, as staff write it.
import { expect, hydrated, visit } from "./page.mjs";

/** Begins a text and opens its desk. Tells its number. */
export async function begin(page, form, { javaScriptEnabled = true } = {}) {
  const answer = await page.request.post("/api/text/begin", {
    form,
    maxRedirects: 0,
    headers: { accept: "text/html" },
  });
  const path = answer.headers().location;
  expect(path).toMatch(/^\/admin\/inlagg\/\d+$/);
  await open(page, path, { javaScriptEnabled });
  return Number(path.split("/").pop());
}

/** Opens a desk and waits for the editor, where there is one. */
export async function open(page, path, { javaScriptEnabled = true } = {}) {
  await visit(page, path);
  if (!javaScriptEnabled) return;
  await hydrated(page);
  await expect(page.locator(".editor-text")).toBeVisible();
}

/** The text's own field: the editor, or the text area where there is no script. */
export const body = (page) => page.getByRole("textbox", { name: "Text", exact: true });

/** Presses a button that sends the form, and waits for the desk to come back. */
export async function press(page, name) {
  await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name, exact: true }).first().click()]);
  const hasScript = await page.evaluate(() => !document.querySelector("noscript > *"));
  if (hasScript && (await page.locator("textarea[data-editor]").count())) {
    await expect(page.locator(".editor-text")).toBeAttached();
  }
}

export const said = (page) => page.locator('.notice[role="status"]');

export const kept = (page) => page.locator("#kept");
