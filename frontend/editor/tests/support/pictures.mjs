// What tests of pictures share: a page with an endpoint that responds as the test says.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before } from "node:test";
import { open } from "./page.mjs";

export const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core"), "utf8");
export const DOT =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
export const FILE = { name: "bro.png", mimeType: "image/png", buffer: Buffer.from(DOT, "base64") };
export const LARGE = { ...FILE, buffer: Buffer.concat([FILE.buffer, Buffer.alloc(9_000_000)]) };
export const NO_PICTURE = "Filen är ingen bild som går att använda här. Välj en bild i formatet JPEG, PNG, WebP, GIF eller SVG.";

export let site;
before(async () => (site = await open()));
after(() => site.close());

/** Fails on errors, except those that the browser logs for failed responses, and on violations of the policy. */
export async function post(t, options) {
  const page = await site.post(options);
  t.after(async () => {
    site.endpoint.release();
    const violations = await page.evaluate(() => window.violations);
    await page.context().close();
    const problems = page.problems.filter((problem) => !problem.startsWith("Failed to load resource"));
    assert.deepEqual([violations, problems], [[], []]);
  });
  // Otherwise file choosers are only intercepted once a test waits for one, which may be too late.
  page.on("filechooser", () => {});
  await page.evaluate(() => {
    window.inputs = [];
    document.querySelector("form").addEventListener("input", ({ target }) => inputs.push(target.name));
  });
  return Object.assign(page, {
    dialog: page.getByRole("dialog", { name: "Lägg till en bild" }),
    field: page.getByRole("group", { name: "Bild", exact: true }),
    values: () =>
      page.evaluate(() => {
        const form = Object.fromEntries(new FormData(document.querySelector("form")));
        return [form.picture, form.picture_alt, form.picture_alt_mode, form.picture_caption];
      }),
  });
}

export async function choose(page, button, file = FILE) {
  const chooser = page.waitForEvent("filechooser");
  await button.click();
  await (await chooser).setFiles(file);
}

export async function focusOn(page, selector) {
  await page.waitForFunction((wanted) => document.activeElement?.matches(wanted), selector);
}

export const addToText = (page, file) => choose(page, page.button("Bild"), file);
export const inField = (page, name) => page.field.getByRole("button", { name, exact: true });
