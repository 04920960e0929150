// A person gets another name in a text and in everything that belongs to it; with and without JavaScript.
import { expectAccessible } from "../support/axe.mjs";
import { expect, hydrated, test, visit } from "../support/page.mjs";
import { logIn, newAccount } from "../support/staff.mjs";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });
    const ready = (page) => (javaScriptEnabled ? hydrated(page) : undefined);

    test("a name is found in its forms and exchanged where it is chosen", async ({ page, site }) => {
      await logIn(page, await newAccount(site, { role: "editor" }));
      const send = async (action, form) => page.request.post(`/api/text/${action}`, { form, headers: { Accept: "text/html" } });
      const id = new URL((await send("begin", { kind: "article" })).url()).pathname.split("/").at(-1);
      await visit(page, `/admin/inlagg/${id}`);
      const hidden = (name) => page.locator(`#text > input[name="${name}"]`).getAttribute("value");
      const [base_revision, draft_version] = [await hidden("base_revision"), await hidden("draft_version")];
      const body = "Anna Lind bor här. Det är Annas kök, och Anna-Lena är grannen.";
      await send("submit", { id, base_revision, draft_version, title: "Annas kök", body, action: "save" });

      await visit(page, `/admin/inlagg/${id}`);
      await ready(page);
      await page.getByRole("link", { name: "Byt namn på en person" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toContainText("Byt namn");
      await ready(page);
      await page.getByLabel("Namnet som ska bort").fill("Anna Lind");
      await page.getByRole("button", { name: "Hitta namnet" }).click();
      await expect(page.getByRole("alert")).toContainText("Skriv vad personen ska heta");
      await expect(page.getByLabel("Namnet som ska bort")).toHaveValue("Anna Lind");
      await ready(page);
      await page.getByLabel("Namnet som ska stå i stället").fill("Maria Ek");
      await page.getByRole("button", { name: "Hitta namnet" }).click();
      const places = page.locator(".occurrences li");
      await expect(places).toHaveCount(5);
      await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(4);
      if (javaScriptEnabled) await expectAccessible(page, "the places of a name");
      await ready(page);
      await page.getByRole("button", { name: "Byt namnet" }).click();
      await expect(page.locator('.notice[role="status"]')).toContainText("Namnet är bytt.");

      await visit(page, `/admin/inlagg/${id}`);
      await expect(page.locator('[name="title"]')).toHaveValue("Marias kök");
      await expect(page.locator('[name="body"]')).toHaveValue(
        "Maria Ek bor här. Det är Marias kök, och Anna-Lena är grannen.",
      );
    });
  });
}

for (const colorScheme of ["light", "dark"]) {
  test(`the page fits on the smallest phone, ${colorScheme}`, async ({ page, site }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 320, height: 640 });
    await logIn(page, await newAccount(site, { role: "editor" }));
    await visit(page, "/admin/inlagg");
    const text = await page.locator('a[href^="/admin/inlagg/"]').filter({ hasText: /./ }).first().getAttribute("href");
    await visit(page, `${new URL(text, page.url()).pathname}/namn`);
    await page.getByLabel("Namnet som ska bort").fill("Och");
    await page.getByLabel("Namnet som ska stå i stället").fill("Samt");
    await page.getByRole("button", { name: "Hitta namnet" }).click();
    await expect(page.locator(".occurrences, .empty")).toBeVisible();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await expectAccessible(page, "the page of a name");
  });
}
