// Staff accounts, made on the command line, and logging in by the form at /admin/logga-in.
import { expect, visit } from "./page.mjs";

export const LOG_IN = "/admin/logga-in";

let count = 0;

/** Adds an account for one test, so that no other test's failed attempts count. */
export function newAccount(site, { role } = {}) {
  count += 1;
  const email = `eva${count}.${process.pid}.${Date.now()}@exempel.se`;
  return site.addStaff({ email, role, password: "lång nog och lätt att minnas 7" });
}

export async function fillIn(page, { email, password }) {
  await page.getByLabel("E-post").fill(email);
  await page.getByLabel("Lösenord").fill(password);
  await page.getByRole("button", { name: "Logga in" }).click();
}

/** Goes to a page of the admin by its navigation; on a phone some links are behind a button. */
export async function enter(page, name) {
  const link = page.locator(".rail").getByRole("link", { name, exact: true });
  if (!(await link.isVisible())) await page.locator(".rail summary").click();
  await link.click();
}

export async function logIn(page, account) {
  await visit(page, LOG_IN);
  await fillIn(page, account);
  await expect(page).toHaveURL("/admin");
  await expect(page.locator("h1")).toBeVisible();
}
