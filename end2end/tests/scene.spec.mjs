// An edition's own picture as scene: 24 doors are placed by each of four ways, and readers open one on every screen.
import { expectAccessible } from "../support/axe.mjs";
import { expect, hydrated, test, visit } from "../support/page.mjs";
import { file, png } from "../support/pictures.mjs";
import { logIn, newAccount } from "../support/staff.mjs";

// A site of its own: other specs look at the town.
test.use({ at: "2026-12-05T09:12" });
test.describe.configure({ mode: "serial" });

const DAYS = Array.from({ length: 24 }, (_, index) => index + 1);
/** Five columns and five rows, so that each door can be reached from the middle by steps of five percent. */
const cell = (day) => ({ column: (day - 1) % 5, row: Math.floor((day - 1) / 5) });
const field = (page, day, side) => page.locator(`#plats-${day}-${side}`);
const door = (page, day) => page.locator(`.scene-door[data-day="${day}"]`);
const spoken = (page) => page.locator("[data-scene-places] > .visually-hidden[role=status]");
const save = (page) => page.getByRole("button", { name: "Spara platserna" }).first().click();

/** Sends a picture to the library and makes it the upright picture of the newest edition. Returns the page of its scene. */
async function withPicture(page, site) {
  await logIn(page, await newAccount(site, { role: "editor" }));
  await visit(page, "/admin/bilder");
  const form = page.locator("details.send");
  if (!(await form.evaluate((details) => details.open))) await form.locator("summary").click();
  await page.getByLabel("Bilder", { exact: true }).setInputFiles(file("scen.png", png(900, 1200)));
  await page.getByRole("button", { name: "Skicka" }).click();
  const link = page.getByRole("link", { name: "scen.png", exact: true }).first();
  const picture = (await link.getAttribute("href")).split("/").pop();
  await visit(page, "/admin/kalendrar");
  const edition = await page.locator(".entries > li a").first().getAttribute("href");
  const scene = `${edition}/scen`;
  await visit(page, scene);
  await page.getByRole("radio", { name: /^Egen bild/ }).check();
  await page.getByRole("button", { name: "Spara utseendet" }).click();
  await expect(page.locator(".notice")).toContainText("Utseendet är sparat");
  await visit(page, `${scene}?for=staende&bild=${picture}`);
  await page.getByRole("button", { name: /^Använd den valda bilden.*stående bild$/ }).click();
  const question = page.getByRole("button", { name: "Byt och behåll platserna" });
  await expect(page.locator(".notice")).toBeVisible();
  if (await question.isVisible()) await question.click();
  await expect(page.locator(".notice")).toContainText("Bilden är vald.");
  return `${scene}?for=staende`;
}

/** Takes every door off the picture. */
async function empty(page) {
  for (const day of DAYS) for (const side of ["x", "y", "width", "height"]) await field(page, day, side).fill("");
  await save(page);
  await expect(page.locator(".notice")).toContainText("Luckornas platser är sparade.");
}

async function expectPlaced(page) {
  await expect(page.locator(".notice")).toContainText("Luckornas platser är sparade.");
  await expect(page.locator(".notice")).not.toContainText("rutnät");
  for (const day of DAYS) await expect(field(page, day, "x")).toHaveValue(/\d/);
  await expect(page.locator("[data-scene-found]")).not.toContainText("krockar");
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("doors are placed by numbers, and arranged", async ({ page, site }) => {
    test.setTimeout(90_000);
    await withPicture(page, site);
    for (const day of DAYS) {
      const { column, row } = cell(day);
      const values = { x: `${2.5 + column * 20}`.replace(".", ","), y: `${2.5 + row * 20}`.replace(".", ","), width: "15", height: "15" };
      for (const [side, value] of Object.entries(values)) await field(page, day, side).fill(value);
    }
    await save(page);
    await expectPlaced(page);
    await page.getByRole("button", { name: /^Lägg ut automatiskt/ }).first().click();
    await expect(page.locator(".notice")).toContainText("Luckorna är utlagda.");
    await expect(field(page, 24, "x")).not.toHaveValue("62,5");
    await page.getByRole("button", { name: "Ångra" }).click();
    await expect(field(page, 24, "x")).toHaveValue("62,5");
  });
});

test("doors are placed by the keyboard alone, and what is done is spoken", async ({ page, site }) => {
  test.setTimeout(150_000);
  const scene = await withPicture(page, site);
  await empty(page);
  await visit(page, scene);
  await hydrated(page);
  for (const day of DAYS) {
    await door(page, day).focus();
    await page.keyboard.press("Enter");
    const { column, row } = cell(day);
    const [across, down] = [(column - 2) * 4, (row - 2) * 4];
    for (let step = 0; step < Math.abs(across); step += 1) await page.keyboard.press(across < 0 ? "Shift+ArrowLeft" : "Shift+ArrowRight");
    for (let step = 0; step < Math.abs(down); step += 1) await page.keyboard.press(down < 0 ? "Shift+ArrowUp" : "Shift+ArrowDown");
  }
  await expect(spoken(page)).toHaveText("Lucka 24. 63 procent från vänster, 83 uppifrån.");
  await page.keyboard.press("ArrowLeft");
  await expect(field(page, 24, "x")).toHaveValue("61,5");
  await page.keyboard.press("Control+z");
  await expect(field(page, 24, "x")).toHaveValue("62,5");
  await door(page, 24).blur();
  await door(page, 24).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowUp");
  await expect(spoken(page)).toHaveText("Lucka 24. 15 procent bred, 14 hög.");
  await page.keyboard.press("Escape");
  await expect(field(page, 24, "height")).toHaveValue("15");
  await save(page);
  await expectPlaced(page);
});

test("doors are placed by dragging, and by a click on the door and one where it is to go", async ({ page, site }) => {
  test.setTimeout(150_000);
  const scene = await withPicture(page, site);
  await empty(page);
  // So that the whole picture is in sight while doors are dragged.
  await page.setViewportSize({ width: 1280, height: 1400 });
  await visit(page, scene);
  await hydrated(page);
  await page.locator("[data-scene-stage]").scrollIntoViewIfNeeded();
  for (const day of DAYS) {
    await door(page, day).click();
    const picture = await page.locator(".scene-doors").boundingBox();
    const { column, row } = cell(day);
    const [x, y] = [picture.x + picture.width * (0.1 + column * 0.2), picture.y + picture.height * (0.1 + row * 0.2)];
    if (day % 2) {
      await door(page, day).scrollIntoViewIfNeeded();
      const from = await door(page, day).boundingBox();
      const now = await page.locator(".scene-doors").boundingBox();
      await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
      await page.mouse.down();
      await page.mouse.move(x, y - picture.y + now.y, { steps: 3 });
      await page.mouse.up();
    } else {
      await page.locator(".scene-doors").click({ position: { x: x - picture.x, y: y - picture.y } });
    }
  }
  await expect(page.locator(".scene-door.is-clashing")).toHaveCount(0);
  await expectAccessible(page);
  await save(page);
  await expectPlaced(page);
});

for (const width of [320, 390, 1280]) {
  test(`a reader opens a door on the picture at ${width} points`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await visit(page, "/kalender/2026");
    const link = page.locator('.picture-scene [data-door="3"]');
    await expect(page.locator(".picture-scene [data-door]")).toHaveCount(24);
    await expect(link).toHaveAccessibleName("Lucka 3, öppen");
    const sizes = await page.locator(".picture-scene [data-door]").evaluateAll((doors) =>
      doors.map((door) => door.getBoundingClientRect()).map(({ width: across, height }) => Math.min(across, height)),
    );
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(44);
    const [first, picture] = [await link.boundingBox(), await page.locator(".scene-picture").boundingBox()];
    expect(first.y).toBeLessThan(picture.y + picture.height);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    await expectAccessible(page);
    await hydrated(page);
    await link.click();
    await expect(page.locator("dialog.card")).toBeVisible();
    await expect(page).toHaveURL(/\/lucka\/3$/);
  });
}

test("in forced colours every door has an edge", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await visit(page, "/kalender/2026");
  for (const day of [3, 5, 20]) {
    const style = await page.locator(`.picture-scene [data-door="${day}"]`).evaluate((door) => getComputedStyle(door).borderTopStyle);
    expect(style, `door ${day}`).not.toBe("none");
  }
});
