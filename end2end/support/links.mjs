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
  await expect(page).toHaveURL(["/kalender", "/kalender/idag"].includes(path) ? /\/kalender\/\d+/ : href);
  await expect(page.getByRole("heading", { level: 1 }).filter({ hasText: heading }).first()).toBeVisible();
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
