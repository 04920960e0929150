// The picture library: many pictures at once, found, described, exchanged and thrown away.
import { expectAccessible } from "../support/axe.mjs";
import { expect, hydrated, test, visit } from "../support/page.mjs";
import { POSITION, file, jpegWithPosition, png } from "../support/pictures.mjs";
import { enter, logIn, newAccount } from "../support/staff.mjs";

const LIBRARY = "/admin/bilder";
const HEIC = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypheic\0\0\0\0mif1heic", "latin1")]);
const flash = (page) => page.locator(".notice");

/** Nine ordinary pictures, a broken one, one of 64 megapixels, one from a telephone. */
async function twelve(page) {
  const ordinary = Array.from({ length: 8 }, (_, number) => file(`bild-${number}.png`, png(400 + number, 300)));
  return [
    ...ordinary,
    file("trasig.png", png(200, 200).subarray(0, 60)),
    file("stor.png", png(8000, 8000)),
    file("telefon.heic", HEIC, "image/heic"),
    file("plats.jpg", await jpegWithPosition(page), "image/jpeg"),
  ];
}

async function openForm(page) {
  const form = page.locator("details.send");
  if (!(await form.evaluate((details) => details.open))) await form.locator("summary").click();
}

/** Sends one picture and leads to its page. */
async function sendOne(page, name, size = [300, 200]) {
  await visit(page, LIBRARY);
  await openForm(page);
  await page.getByLabel("Bilder", { exact: true }).setInputFiles(file(name, png(...size)));
  await page.getByRole("button", { name: "Skicka" }).click();
  await page.getByRole("link", { name, exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

test.describe("with what cannot be taken among them", () => {
  // What the browser says of a request that is refused.
  test.use({ tolerate: /422 \(Unprocessable Entity\)|415 \(Unsupported Media Type\)/ });

  test("twelve pictures are sent at once, and each tells what became of it", async ({ page, site }) => {
    test.setTimeout(120_000);
    await logIn(page, await newAccount(site, { role: "writer" }));
    await enter(page, "Bilder");
    await hydrated(page);
    await openForm(page);
    await page.getByLabel("Bilder", { exact: true }).setInputFiles(await twelve(page));
    await page.getByRole("button", { name: "Skicka" }).click();
    const rows = page.locator(".upload-rows");
    await expect(rows.getByRole("status")).toHaveText("10 av 12 bilder klara. 2 misslyckades.", { timeout: 90_000 });
    await expect(rows.locator("li")).toHaveCount(12);
    await expect(rows.locator("li", { hasText: "trasig.png" })).toContainText("trasig");
    await expect(rows.locator('li[data-state="failed"]')).toHaveCount(2);
    await expect(rows.getByRole("link", { name: "stor.png" })).toBeVisible();
    await expectAccessible(page, "rows of sent pictures");

    const place = await rows.getByRole("link", { name: "plats.jpg" }).getAttribute("href");
    const id = place.split("/").pop();
    for (const name of ["640.webp", "640.jpg", "480.webp", "480.jpg"]) {
      const response = await page.request.get(`/media/${id}/${name}`);
      expect(response.status(), name).toBe(200);
      const bytes = await response.body();
      expect(bytes.includes(POSITION) || bytes.includes("Exif"), `${name} tells where it was taken`).toBe(false);
    }
    await page.getByRole("link", { name: "Visa dem i biblioteket" }).click();
    await expect(page.locator(".pictures .name", { hasText: "plats.jpg" })).toBeVisible();
  });
});

test("a picture is dropped or pasted on the page", async ({ page, site }) => {
  await logIn(page, await newAccount(site, { role: "writer" }));
  await visit(page, LIBRARY);
  await hydrated(page);
  for (const [event, property] of [["drop", "dataTransfer"], ["paste", "clipboardData"]]) {
    const bytes = [...png(320, 200)];
    await page.evaluate(
      ([event, property, bytes]) => {
        const data = new DataTransfer();
        data.items.add(new File([new Uint8Array(bytes)], `${event}.png`, { type: "image/png" }));
        const Type = event === "drop" ? DragEvent : ClipboardEvent;
        document.body.dispatchEvent(new Type(event, { bubbles: true, cancelable: true, [property]: data }));
      },
      [event, property, bytes],
    );
    await expect(page.locator(".upload-rows").getByRole("link", { name: `${event}.png` })).toBeVisible();
  }
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });
    const ready = (page) => (javaScriptEnabled ? hydrated(page) : undefined);

    test("a picture is described, thrown away and taken back by keyboard", async ({ page, site }) => {
      await logIn(page, await newAccount(site, { role: "editor" }));
      await sendOne(page, "nyckel.png");
      await ready(page);
      const string = `snöre${Date.now()}`;
      await page.getByLabel("Vad visar bilden?").fill(`En nyckel på ett ${string}.`);
      await page.getByLabel("Fotograf").fill("Åsa");
      await page.getByRole("button", { name: "Spara", exact: true }).focus();
      await page.keyboard.press("Enter");
      await expect(flash(page)).toContainText("Sparat.");
      await visit(page, `${LIBRARY}?q=${string}+åsa`);
      await expect(page.locator(".pictures > li")).toHaveCount(1);
      await page.getByRole("link", { name: "nyckel.png" }).click();
      await ready(page);
      await page.getByRole("button", { name: "Lägg i papperskorgen" }).focus();
      await page.keyboard.press("Enter");
      await expect(flash(page)).toContainText("ligger i papperskorgen");
      await ready(page);
      await page.getByRole("button", { name: "Ångra" }).focus();
      await page.keyboard.press("Enter");
      await expect(flash(page)).toContainText("Bilden är tillbaka");
      await expect(page.getByLabel("Fotograf")).toHaveValue("Åsa");
    });

    test("a used picture stays; exchanged, it is another one everywhere until that is undone", async ({ page, site }) => {
      await logIn(page, await newAccount(site, { role: "editor" }));
      await visit(page, `${LIBRARY}?q=lykta`);
      await page.locator(".pictures a").first().click();
      const former = page.url();
      await expect(page.getByRole("heading", { name: "Används i" })).toBeVisible();
      const uses = page.locator("section", { hasText: "Används i" }).first().getByRole("listitem");
      const count = await uses.count();
      expect(count).toBeGreaterThan(0);
      await expect(page.getByRole("button", { name: "Lägg i papperskorgen" })).toHaveCount(0);
      await page.getByLabel("Ny bild").setInputFiles(file("ny.png", png(500, 500)));
      await page.getByRole("button", { name: "Byt ut" }).click();
      await expect(flash(page)).toContainText("utbytt överallt");
      await expect(flash(page)).toContainText("andra proportioner");
      expect(page.url()).not.toBe(former);
      await expect(uses).toHaveCount(count);
      await ready(page);
      await flash(page).getByRole("button", { name: "Ångra bytet" }).click();
      await expect(page).toHaveURL(former);
      await expect(uses).toHaveCount(count);
    });

    test("a picture is chosen for another page", async ({ page, site }) => {
      await logIn(page, await newAccount(site, { role: "writer" }));
      await visit(page, `${LIBRARY}?valj=/admin/konto&q=lykta`);
      await ready(page);
      await expect(page.getByRole("heading", { level: 1, name: "Välj en bild" })).toBeVisible();
      await page.locator(".pictures a").first().click();
      await expect(page).toHaveURL(/\/admin\/konto\?bild=[0-9a-f]{32}$/);
    });
  });
}

test.describe("without JavaScript, many at once", () => {
  test.use({ javaScriptEnabled: false });

  test("one form sends twelve, and the page says which came in", async ({ page, site }) => {
    test.setTimeout(120_000);
    await logIn(page, await newAccount(site, { role: "writer" }));
    await visit(page, LIBRARY);
    await openForm(page);
    const files = Array.from({ length: 11 }, (_, number) => file(`utan-${number}.png`, png(200 + number, 150)));
    await page.getByLabel("Bilder", { exact: true }).setInputFiles([...files, file("brev.pdf", Buffer.from("%PDF-1.7"), "application/pdf")]);
    await page.getByRole("button", { name: "Skicka" }).click();
    await expect(flash(page)).toContainText("11 av 12 bilder klara. 1 misslyckades.", { timeout: 90_000 });
    await expect(flash(page).locator("li")).toHaveCount(12);
    await expect(flash(page).locator("li", { hasText: "brev.pdf" })).toContainText("ingen bild");
  });
});

test("the library and a picture's page are accessible, also when narrow", async ({ page, site }) => {
  await logIn(page, await newAccount(site, { role: "editor" }));
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    for (const address of [LIBRARY, `${LIBRARY}?visa=papperskorgen`, `${LIBRARY}?valj=/admin/konto`]) {
      await visit(page, address);
      await expectAccessible(page, `${address} at ${width}`);
    }
    await visit(page, LIBRARY);
    await page.locator(".pictures a").first().click();
    await expect(page.getByRole("heading", { name: "Om bilden" })).toBeVisible();
    await expectAccessible(page, `a picture at ${width}`);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow, `sideways at ${width}`).toBeLessThanOrEqual(0);
  }
});
