// Logo and icon are sent and chosen by keyboard, with and without JavaScript, and nothing in an SVG runs.
import { expectAccessible } from "../support/axe.mjs";
import { expect, hydrated, test, visit } from "../support/page.mjs";
import { logIn, newAccount } from "../support/staff.mjs";

const SECTION = "/admin/installningar/logotyp";
const svg = (content) =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">${content}</svg>`);
const LOGO = svg('<path fill="#b3261e" d="M4 4h56v56H4z"/><path fill="#fff" d="M20 20h24v24H20z"/>');
const ICON = svg('<path fill="#14532d" d="M0 0h64v64H0z"/>');
const HOSTILE = svg(`
  <script>document.documentElement.dataset.ran = "script"; fetch("/healthz?script")</script>
  <g onload="fetch('/healthz?onload')"><path fill="#b3261e" d="M4 4h56v56H4z" onmouseover="fetch('/healthz?over')"/></g>
  <foreignObject width="64" height="64"><iframe xmlns="http://www.w3.org/1999/xhtml" src="/healthz?frame"/></foreignObject>
  <a href="javascript:fetch('/healthz?link')"><path d="M0 0h9v9z"/></a>
  <use href="/healthz?use#a"/><style>@import url(/healthz?css); @font-face { font-family: x; src: url(/healthz?font) }</style>
`);

const done = (page) => page.locator('.notice[role="status"]');
const field = (page, id) => page.locator(`fieldset#${id}`);

/** Sends a file from a field by keyboard; only the file chooser itself is a dialog of the browser's. */
async function send(page, id, name, buffer) {
  const summary = field(page, id).locator("summary").nth(1);
  await summary.focus();
  await page.keyboard.press("Enter");
  const file = field(page, id).locator('input[type="file"]');
  await expect(file).toBeVisible();
  await file.setInputFiles({ name, mimeType: "image/svg+xml", buffer });
  await page.keyboard.press("Tab");
  await field(page, id).getByRole("button", { name: /Ladda upp/ }).focus();
  await page.keyboard.press("Enter");
  await expect(field(page, id).getByRole("status")).toContainText("Bilden är vald");
}

async function save(page) {
  await page.getByRole("button", { name: "Spara", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(done(page)).toContainText("Det är sparat");
}

/** Puts the demo's own pictures back, for the other tests. */
async function restore(page, before) {
  await visit(page, SECTION);
  for (const [name, value] of Object.entries(before)) {
    const radio = page.locator(`input[name="fields[${name}]"][value="${value}"]`);
    await radio.evaluate((input) => input.closest("details").setAttribute("open", ""));
    await radio.check();
  }
  await save(page);
}

const chosen = (page) =>
  page.evaluate(() => {
    const value = (name) => document.querySelector(`input[name="fields[${name}]"]:checked`).value;
    return { logo_on_dark: value("logo_on_dark"), icon: value("icon") };
  });

// One after the other: there is one header.
test.describe.configure({ mode: "serial" });

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    // `evaluate` works without the page's own scripts too.
    test.use({ javaScriptEnabled });

    test("logo and icon are sent, saved and shown", async ({ page, site }) => {
      await logIn(page, await newAccount(site, { role: "admin" }));
      await visit(page, SECTION);
      if (javaScriptEnabled) await hydrated(page);
      const before = await chosen(page);
      await send(page, "logo_on_dark", "logotyp.svg", LOGO);
      await save(page);
      await send(page, "icon", "ikon.svg", ICON);
      await save(page);
      if (javaScriptEnabled) await expectAccessible(page, SECTION);

      await visit(page, "/");
      const logo = page.locator(".head .brand img");
      await expect(logo).toHaveAttribute("src", /^\/media\/[0-9a-f]{32}\/bild\.svg$/);
      await expect.poll(() => logo.evaluate((img) => img.complete && img.naturalWidth > 0)).toBe(true);
      const { height } = await logo.boundingBox();
      expect(height).toBeLessThanOrEqual(48);
      const icon = await page.locator('link[rel="icon"]').getAttribute("href");
      const drawing = await page.request.get(icon);
      expect(await drawing.text()).toContain("#14532d");
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      await restore(page, before);
    });

    test("a hostile SVG does nothing, wherever it is shown", async ({ page, site }) => {
      const asked = [];
      page.on("request", (request) => asked.push(request.url()));
      await logIn(page, await newAccount(site, { role: "admin" }));
      await visit(page, SECTION);
      await send(page, "logo", "logotyp.svg", HOSTILE);
      const id = await field(page, "logo").locator("input[type=radio]:checked").getAttribute("value");
      const response = await page.goto(`/media/${id}/bild.svg`);
      expect(response.headers()["content-security-policy"]).toContain("sandbox");
      await page.mouse.move(30, 30);
      await page.mouse.click(30, 30);
      expect(await page.evaluate(() => document.documentElement.dataset.ran)).toBeUndefined();
      expect(asked.filter((url) => url.includes("/healthz"))).toEqual([]);
    });
  });
}

test("what is no icon is refused with a sentence, and what was chosen stays", async ({ page, site }) => {
  await logIn(page, await newAccount(site, { role: "admin" }));
  await visit(page, SECTION);
  await page.locator("#initials").fill("för långt");
  await page.getByRole("button", { name: "Spara", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("högst 3 tecken");
  await expect(page.locator("#initials")).toHaveValue("för långt");
});
