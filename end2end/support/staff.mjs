// Staff as they log in: an account made on the command line, the form at /admin/logga-in.
import { expect, visit } from "./page.mjs";

export const LOG_IN = "/admin/logga-in";

let made = 0;

/** A fresh account, so that no test meets another's failed attempts. */
export function newAccount(site, { role } = {}) {
  made += 1;
  const email = `eva${made}.${process.pid}.${Date.now()}@exempel.se`;
  return site.addStaff({ email, role, password: "lång nog och lätt att minnas 7" });
}

export async function fillIn(page, { email, password }) {
  await page.getByLabel("E-post").fill(email);
  await page.getByLabel("Lösenord").fill(password);
  await page.getByRole("button", { name: "Logga in" }).click();
}

/** Goes to a room by the rail; on a phone some ways are behind a button. */
export async function enter(page, room) {
  const way = page.locator(".rail").getByRole("link", { name: room, exact: true });
  if (!(await way.isVisible())) await page.locator(".rail summary").click();
  await way.click();
}

export async function logIn(page, account) {
  await visit(page, LOG_IN);
  await fillIn(page, account);
  await expect(page).toHaveURL("/admin");
  await expect(page.locator("h1")).toBeVisible();
}
