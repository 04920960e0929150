// An editor's November: next year's edition from this year's, and a guldkorn for each of its first days.
import { chromium, expect } from "@playwright/test";
import { CHROMIUM_ARGS, chromiumPath } from "./chromium.mjs";
import { Hand } from "./hand.mjs";
import { serve } from "./server.mjs";
import { logIn, newAccount } from "./staff.mjs";

/**
 * Makes the edition, beginning on any page of the admin, and writes its guldkorn; `empty` days after them stay without.
 * Ends where the last one was scheduled. Returns the hand that made the edition and the one that filled it.
 */
export async function fillNextYear(page, { placed, empty }) {
  const making = new Hand();
  await makeEdition(page, making, placed + empty);
  const filling = new Hand();
  await fill(page, filling, placed);
  return { making, filling };
}

async function makeEdition(page, hand, days) {
  const rail = page.locator(".rail");
  const create = page.getByRole("button", { name: "Skapa kalendern" });
  const row = page.locator(".entries > li", { has: page.locator("h2", { hasText: "2026" }) }).first();
  await hand.click(rail.getByRole("link", { name: "Kalendrar", exact: true }), () => row.waitFor());
  await hand.click(row.getByRole("link", { name: /^Ny kalender från den här/ }), () => create.waitFor());
  await hand.click(page.getByLabel("Antal luckor"));
  for (const key of ["Control+A", ...`${days}`]) await hand.key(page, key);
  await hand.click(create, () => page.locator(".edition-days").waitFor());
}

async function fill(page, hand, placed) {
  const title = page.getByLabel("Rubrik");
  const isReady = (day) => async () => {
    await expect(page.locator("#door option:checked")).toContainText(`${day} – `);
    await expect(page.locator(".editor-text")).toBeVisible();
    await expect(title).toBeFocused();
  };
  await hand.click(page.getByRole("button", { name: "Skriv ett guldkorn till dag 1", exact: true }), isReady(1));
  for (let day = 1; day <= placed; day++) {
    await hand.write(page, `Guldkorn nummer ${day} i november`);
    await hand.key(page, "Enter");
    await hand.write(page, "Vi gick ut tillsammans, och det var nog.");
    await hand.click(page.getByRole("button", { name: "Publicera", exact: true }).first(), () =>
      expect(page.locator('.notice[role="status"]')).toContainText("Texten är schemalagd"),
    );
    const next = page.getByRole("button", { name: `Nästa tomma lucka: ${day + 1}` });
    if (day < placed) await hand.click(next, isReady(day + 1));
  }
}

/** Returns clicks, keys and seconds of the edition, and for each guldkorn. */
export async function measureNovember({ at, data }, days) {
  const site = await serve({ at, data });
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_ARGS });
  try {
    const page = await browser.newPage({ baseURL: site.url, viewport: { width: 1280, height: 900 }, locale: "sv-SE" });
    await logIn(page, await newAccount(site, { role: "editor" }));
    const { making, filling } = await fillNextYear(page, days);
    const each = (value) => value / days.placed;
    return {
      making: { clicks: making.clicks, keys: making.keys, seconds: making.seconds() },
      each: { clicks: each(filling.clicks), keys: each(filling.keys), seconds: each(filling.seconds()) },
    };
  } finally {
    await browser.close();
    await site.stop();
  }
}
