// Hostile texts, as the renderer renders them: even in a page without a content security policy they run nothing, fetch
// nothing and leave nothing behind. The Makefile has the renderer write target/hostile.json.
import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";

const RENDERED = new URL("../../target/hostile.json", import.meta.url);
const ORIGIN = "http://texts.example";
// URLs that a click may follow.
const HARMLESS = /^(https?:|mailto:|tel:)/;

/** Opens an empty page without a policy. Pictures of the site get a response; any other request is recorded. */
async function emptyPage(page) {
  const found = { requests: [], dialogs: [], pages: [] };
  await page.route("**/*", (route) => {
    const url = new URL(route.request().url());
    if (url.href === `${ORIGIN}/`) {
      return route.fulfill({ contentType: "text/html", body: "<!doctype html><title>a</title><main></main>" });
    }
    const isPicture = url.origin === ORIGIN && route.request().resourceType() === "image";
    if (!isPicture) found.requests.push(url.href);
    return route.abort();
  });
  page.on("dialog", (dialog) => {
    found.dialogs.push(dialog.message());
    dialog.dismiss();
  });
  page.on("popup", (other) => found.pages.push(other.url()));
  await page.goto(ORIGIN);
  return found;
}

/** Puts each text in the page, in both ways in which HTML gets there, and returns what should not be there. */
const tryAll = (page, texts) =>
  page.evaluate(async (texts) => {
    const main = document.querySelector("main");
    const globals = new Set(Object.getOwnPropertyNames(window));
    const wrong = [];
    for (const [name, html] of texts) {
      main.innerHTML = html;
      // Once more from the browser's own serialization, where mutated markup would take effect.
      main.innerHTML = main.innerHTML;
      const parsed = document.createRange().createContextualFragment(html);
      main.append(parsed);
      for (const element of main.querySelectorAll("*")) {
        if (element.namespaceURI !== "http://www.w3.org/1999/xhtml") wrong.push([name, element.nodeName]);
        for (const { name: attribute } of element.attributes) {
          if (/^on|style|srcdoc|srcset|action|target/i.test(attribute)) wrong.push([name, attribute]);
        }
        for (const type of ["focus", "load", "error", "toggle", "pointerover"]) element.dispatchEvent(new Event(type));
        // Properties that the parser set: event handlers.
        if (["onclick", "onerror", "onload", "onfocus"].some((handler) => element[handler])) wrong.push([name, "handler"]);
      }
      if (main.querySelector("script, style, svg, math, iframe, form, input, template, object, embed, link, meta, base")) {
        wrong.push([name, "element"]);
      }
      await Promise.resolve();
      const left = Object.getOwnPropertyNames(window).filter((global) => !globals.has(global));
      if (left.length > 0) wrong.push([name, ...left]);
    }
    main.replaceChildren();
    // Wait for what was started.
    await new Promise((later) => setTimeout(later, 300));
    if ("hit" in window) wrong.push(["later", "hit"]);
    return wrong;
  }, texts);

const rendered = async () => JSON.parse(await readFile(RENDERED, "utf8"));

test("nothing in a hostile text runs", async ({ page }) => {
  const texts = await rendered();
  expect(texts.length).toBeGreaterThanOrEqual(200);
  const found = await emptyPage(page);
  expect(await tryAll(page, texts)).toEqual([]);
  expect(found).toEqual({ requests: [], dialogs: [], pages: [] });
});

test("no link of a hostile text runs", async ({ page }) => {
  const texts = await rendered();
  await emptyPage(page);
  const addresses = await page.evaluate((texts) => {
    const main = document.querySelector("main");
    return texts.flatMap(([name, html]) => {
      main.innerHTML = html;
      return [...main.querySelectorAll("a")].slice(0, 50).map((link) => [name, link.href]);
    });
  }, texts);
  expect(addresses.length).toBeGreaterThan(50);
  expect(addresses.filter(([, address]) => !HARMLESS.test(address))).toEqual([]);
});

test("the test detects a text that does run", async ({ page }) => {
  const found = await emptyPage(page);
  const bad = ["bad", "<img src=https://hostile.example/a.png onerror='window.hit=1'><svg onload='alert(1)'></svg>"];
  const wrong = await tryAll(page, [bad]);
  expect(wrong.length).toBeGreaterThan(3);
  expect(found.requests).toContain("https://hostile.example/a.png");
});

test("a word with soft hyphens is found on the page", async ({ page }) => {
  await emptyPage(page);
  const parted = "tillgäng\u00adlig\u00adhets\u00adre\u00addo\u00adgö\u00adrelse";
  await page.evaluate((text) => (document.querySelector("main").textContent = text), parted);
  expect(await page.evaluate(() => window.find("tillgänglighetsredogörelse"))).toBe(true);
});
