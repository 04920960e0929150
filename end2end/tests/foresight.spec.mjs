// Letters of foresight: chosen, sent at the hour, ended by their link. With and without JavaScript.
import { expectAccessible } from "../support/axe.mjs";
import { test } from "../support/mail-server.mjs";
import { expect, hydrated, visit } from "../support/page.mjs";
import { logIn, newAccount } from "../support/staff.mjs";

/** Sets the zone by which the site tells the time, as an admin does. */
async function setTimeZone(page, zone) {
  await visit(page, "/admin/installningar/webbplatsen");
  await page.getByLabel("Tidszon").selectOption(zone);
  await page.getByRole("button", { name: "Spara" }).first().click();
  await expect(page.locator(".notice").first()).toContainText("sparat");
}

const hourIn = (timeZone) => Number(new Intl.DateTimeFormat("en", { timeZone, hour: "numeric", hourCycle: "h23" }).format());

/** Zones of which the second is some hours ahead of the first, both on the same day. */
const zones = () => (hourIn("Europe/Stockholm") < 20 ? ["Europe/Stockholm", "Asia/Dubai"] : ["America/New_York", "America/Sao_Paulo"]);

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    // Letters go by the machine's clock alone, never by one that is moved.
    test.use({ javaScriptEnabled, at: "" });
    const ready = (page) => (javaScriptEnabled ? hydrated(page) : undefined);

    test("somebody chooses them, gets one at the hour, and ends them by its link", async ({ page, site, post, context }) => {
      test.setTimeout(150_000);
      const [here, ahead] = zones();
      await logIn(page, await newAccount(site, { role: "admin" }));
      await setTimeZone(page, here);
      await context.clearCookies();

      const account = await newAccount(site, { role: "editor" });
      await logIn(page, account);
      // Something to tell: a text that waits for somebody to publish it.
      const send = async (action, form) => page.request.post(`/api/text/${action}`, { form, headers: { Accept: "text/html" } });
      const id = new URL((await send("begin", { kind: "article" })).url()).pathname.split("/").at(-1);
      await visit(page, `/admin/inlagg/${id}`);
      const hidden = (name) => page.locator(`#text > input[name="${name}"]`).getAttribute("value");
      const [base_revision, draft_version] = [await hidden("base_revision"), await hidden("draft_version")];
      const text = { id, base_revision, draft_version, title: "Hemlig rubrik", body: "Hemliga ord.", action: "mark_ready" };
      expect((await send("submit", text)).ok()).toBe(true);

      await visit(page, "/admin/konto");
      await ready(page);
      const form = page.getByRole("region", { name: "Brev om det som väntar" });
      const hour = hourIn(here) + 1;
      await form.getByLabel("Varje dag").check();
      await form.getByLabel("Klockan").selectOption(`${hour}`);
      await form.getByRole("button", { name: "Spara" }).click();
      await expect(page.locator(".notice")).toContainText("Du får ett brev varje dag klockan");
      expect(post.to(account.email)).toEqual([]);

      // The hour comes sooner further east.
      await context.clearCookies();
      await logIn(page, await newAccount(site, { role: "admin" }));
      await setTimeZone(page, ahead);
      await context.clearCookies();
      await expect.poll(() => post.to(account.email).length, { timeout: 75_000 }).toBe(1);
      const [{ subject, text: words, headers }] = post.to(account.email);
      expect(subject).toMatch(/^Det som väntar på /);
      expect(words).toContain("klar för publicering");
      expect(words).not.toMatch(/hemlig/i);
      expect(headers.find(({ key }) => key === "list-unsubscribe-post").value).toBe("List-Unsubscribe=One-Click");

      const [link] = words.match(/http\S+\/admin\/brev\/\S+/);
      const end = new URL(link).pathname;
      await visit(page, end);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Vill du sluta få brev?");
      if (javaScriptEnabled) await expectAccessible(page, "the page that ends the letters");
      await page.getByRole("button", { name: "Sluta skicka brev till mig" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Du får inga fler brev");
      await visit(page, end, 404);
      await logIn(page, account);
      await visit(page, "/admin/konto");
      await expect(page.getByLabel("Aldrig")).toBeChecked();
    });
  });
}
