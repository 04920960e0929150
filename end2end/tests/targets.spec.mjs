// What is pressed: large enough, apart from each other, visible in forced colours, and not on paper.
import { EDITION, card, door, doorPath } from "../support/calendar.mjs";
import { expect, hydrated, test, visit } from "../support/page.mjs";

test.use({ at: "2026-12-24T08:00" });

const SENSITIVE = doorPath(9);

for (const [width, isMobile] of [[320, true], [390, true], [1280, false]]) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 844 }, isMobile, hasTouch: isMobile });

    test("links in lists are at least 24 px high and none lies over another", async ({ page }) => {
      for (const path of ["/blogg", "/", "/blogg/2026/12", "/etikett/mod", doorPath(7)]) {
        await visit(page, path);
        const { small, overlapping } = await page.evaluate(targets);
        expect.soft(small, path).toEqual([]);
        expect.soft(overlapping, path).toEqual([]);
      }
    });

    test("each help number is a row of at least 44 px, and times do not break", async ({ page }) => {
      for (const path of [SENSITIVE, "/saker-surf"]) {
        await visit(page, path);
        const rows = await page.locator(".help li").evaluateAll((rows) =>
          rows.map((row) => {
            const link = row.querySelector("a");
            const box = row.getBoundingClientRect();
            row.scrollIntoView({ block: "center" });
            const at = row.getBoundingClientRect();
            const hit = document.elementFromPoint(at.x + at.width / 2, at.y + at.height - 4)?.closest("a");
            const broken = [...row.querySelectorAll(".facts span")].filter(
              (fact) => fact.getBoundingClientRect().height > parseFloat(getComputedStyle(fact).lineHeight) * 1.5,
            );
            return { height: box.height, isWhole: hit === link, broken: broken.map((fact) => fact.textContent) };
          }),
        );
        expect(rows.length).toBeGreaterThan(3);
        expect(rows.filter(({ height, isWhole, broken }) => height < 44 || !isWhole || broken.length)).toEqual([]);
      }
      await visit(page, SENSITIVE);
      const room = await page.evaluate(() => {
        const text = document.querySelector(".guldkorn .body").getBoundingClientRect();
        return document.querySelector(".help").getBoundingClientRect().top - text.bottom;
      });
      expect(room, "the box does not touch the text").toBeGreaterThanOrEqual(24);
    });
  });
}

for (const [width, height] of [[320, 256], [390, 844], [1280, 900]]) {
  test(`at ${width} × ${height} neither × nor the quick exit lies over text`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await visit(page, EDITION);
    await hydrated(page);
    await door(page, 9).click();
    await expect(card(page)).toBeVisible();
    const places = await card(page).evaluate((dialog) => dialog.scrollHeight - dialog.clientHeight);
    for (let top = 0; top <= places; top += 40) {
      await card(page).evaluate((dialog, top) => dialog.scrollTo(0, top), top);
      expect(await page.evaluate(covered, ".card .close"), `× at ${top}`).toEqual([]);
      expect(await page.evaluate(covered, ".card .leave a"), `the quick exit at ${top}`).toEqual([]);
    }
    const text = await card(page).evaluate((dialog) => {
      const head = dialog.querySelector(".card-head").getBoundingClientRect();
      return dialog.getBoundingClientRect().bottom - head.bottom;
    });
    expect(text, "room for the text").toBeGreaterThanOrEqual(Math.min(180, height / 2));
  });
}

test("in forced colours the switch has a knob, on and off", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await visit(page, EDITION);
  await hydrated(page);
  const look = () =>
    page.getByRole("switch").evaluate((one) => {
      const { backgroundImage, backgroundPosition, borderColor } = getComputedStyle(one, "::before");
      return { backgroundImage, backgroundPosition, borderColor };
    });
  const off = await look();
  await page.getByRole("switch").click();
  const on = await look();
  for (const { backgroundImage } of [off, on]) expect(backgroundImage).toContain("gradient");
  expect(on.backgroundPosition).not.toBe(off.backgroundPosition);
  expect(on.borderColor).not.toBe(off.borderColor);
});

test("nothing to press is printed", async ({ page }) => {
  await page.emulateMedia({ media: "print" });
  for (const path of ["/", EDITION, SENSITIVE, "/blogg"]) {
    await visit(page, path);
    await expect(page.locator(".find, .today, .leave, .menu, .switch, button").filter({ visible: true })).toHaveCount(0);
  }
});

/** Runs in the page: returns links of its content that are lower than 24 px, and pairs that lie over each other. */
function targets() {
  const links = [...document.querySelectorAll("main a, .aside a")].filter(
    (link) => !link.closest(".prose, .town, .visually-hidden") && link.checkVisibility(),
  );
  const boxes = links.flatMap((link) => [...link.getClientRects()].map((box) => ({ link, box, name: link.textContent.trim() })));
  const over = (a, b) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
  return {
    small: boxes.filter(({ box }) => box.height < 23.5).map(({ name }) => name),
    overlapping: boxes.flatMap((one, index) =>
      boxes.slice(index + 1).filter((other) => other.link !== one.link && over(one.box, other.box)).map((other) => [one.name, other.name]),
    ),
  };
}

/** Runs in the page: returns the texts of the card that can be seen under a control. */
function covered(control) {
  const own = document.querySelector(control);
  const box = own.getBoundingClientRect();
  const head = document.querySelector(".card-head").getBoundingClientRect();
  const end = document.querySelector("dialog.card").getBoundingClientRect().bottom;
  const walker = document.createTreeWalker(document.querySelector(".card-body"), NodeFilter.SHOW_TEXT);
  const texts = [];
  for (let text; (text = walker.nextNode()); ) {
    const isControl = text.parentElement.closest(".leave, .close");
    if (!text.data.trim() || isControl || text.parentElement.closest(".visually-hidden")) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const isInHead = text.parentElement.closest(".card-head") !== null;
    // What has scrolled under the row of the close button, or below the card, is out of sight.
    const seen = [...range.getClientRects()].map(({ left, right, top, bottom }) => ({
      left, right, top: isInHead ? top : Math.max(top, head.bottom), bottom: Math.min(bottom, end),
    }));
    const isUnder = ({ left, right, top, bottom }) =>
      bottom > top && right > box.left && left < box.right && bottom > box.top && top < box.bottom;
    if (seen.some(isUnder)) texts.push(text.data.trim());
  }
  return texts;
}
