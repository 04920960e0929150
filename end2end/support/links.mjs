// What tests do with links.
import { expect } from "./page.mjs";

/** The heading of the page at an address, as the server sends it. */
export const headingAt = (page, href) =>
  page.evaluate(async (href) => {
    // Kept out of the browser's cache: the page itself may be changed on the way.
    const html = await (await fetch(href, { cache: "no-store" })).text();
    return new DOMParser().parseFromString(html, "text/html").querySelector("h1").textContent;
  }, href);

export const linkTo = (page, href) => page.locator(`a[href="${href}"]:visible`).first();

export async function expectPageAt(page, href, heading) {
  const path = href.split("?")[0];
  const leadsOn = ["/kalender", "/kalender/idag"].includes(path);
  const isThere = ({ pathname, search, hash }) => (leadsOn ? /^\/kalender\/\d+/.test(pathname) : pathname + search + hash === href);
  // Not by assertions: one that does not hold at once is tried again after up to a second.
  await page.waitForURL(isThere, { waitUntil: "commit", timeout: 10_000 });
  await page.getByRole("heading", { level: 1 }).filter({ hasText: heading }).first().waitFor({ timeout: 10_000 });
}

/** Clicks links without following them, and returns those that anything keeps the browser from following. */
export const preventedClicks = (page, links = "a[href]:not(.leave a)") =>
  page.evaluate((links) => {
    const prevented = [];
    const look = (event) => {
      if (event.defaultPrevented) prevented.push(event.target.href);
      event.preventDefault();
    };
    // The last to be asked, whoever listens.
    for (const link of document.querySelectorAll(links)) {
      addEventListener("click", look);
      link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, composed: true }));
      removeEventListener("click", look);
    }
    return prevented;
  }, links);
