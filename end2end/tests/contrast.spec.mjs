// The numbers of the doors have enough contrast to the drawing behind them, measured in the pixels of a screenshot.
import { EDITION, doors } from "../support/calendar.mjs";
import { expect, test, visit } from "../support/page.mjs";

const LEAST = 4.5;
// Edges between two flat colours are blurred; a few such pixels behind a number are ignored.
const STRAY_PIXELS = 0.05;

// The doors by night, in the two themes; and in the other lights of the town, which have a sky and halos of their own.
const LIGHTS = [
  { at: "2026-12-07T08:00", light: "during", schemes: ["light", "dark"] },
  { at: "2026-11-25T08:00", light: "before", schemes: ["light"] },
  { at: "2026-12-24T08:00", light: "finale", schemes: ["light"] },
  { at: "2027-01-10T08:00", light: "after", schemes: ["light"] },
];

for (const { at, light, schemes } of LIGHTS) {
  test.describe(light, () => {
    test.use({ at });
    for (const colorScheme of schemes) {
      for (const width of [390, 1280]) {
        test(`${colorScheme}, ${width} px`, async ({ page, context }) => {
          await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
          await page.setViewportSize({ width, height: 900 });
          await visit(page, EDITION);
          await expect(page.locator(".town")).toHaveAttribute("data-light", light);
          await page.evaluate(() => document.fonts.ready);
          const numbers = await hideNumbers(page);
          const picture = await page.screenshot({ fullPage: true, scale: "css" });
          const canvas = await context.newPage();
          const ratios = await canvas.evaluate(contrasts, {
            picture: picture.toString("base64"), numbers, stray: STRAY_PIXELS,
          });
          expect(ratios).toHaveLength(24);
          expect(ratios.filter(({ ratio }) => ratio < LEAST)).toEqual([]);
        });
      }
    }
  });
}

/** Returns the position and colour of each number, and makes the number itself transparent. */
const hideNumbers = (page) =>
  doors(page).evaluateAll((links) =>
    links.map((link) => {
      const walker = document.createTreeWalker(link, NodeFilter.SHOW_TEXT);
      let text;
      while ((text = walker.nextNode()) && text.data.trim() !== link.dataset.door);
      if (!text) throw new Error(`door ${link.dataset.door} does not show its number`);
      const range = document.createRange();
      range.selectNodeContents(text);
      const { x, y, width, height } = range.getBoundingClientRect();
      const owner = text.parentElement;
      const property = owner instanceof SVGElement ? "fill" : "color";
      const color = getComputedStyle(owner)[property];
      link.style.setProperty("text-decoration", "none", "important");
      owner.style.setProperty("transition", "none", "important");
      owner.style.setProperty(property, "transparent", "important");
      return { day: Number(link.dataset.door), color, x: x + scrollX, y: y + scrollY, width, height };
    }),
  );

/** Runs in an empty page: returns the contrast of each number with all but the worst few pixels behind it. */
async function contrasts({ picture, numbers, stray }) {
  const bytes = Uint8Array.from(atob(picture), (character) => character.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const pen = canvas.getContext("2d", { willReadFrequently: true });

  const linear = (part) => (part <= 10.31475 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4);
  const luminance = ([red, green, blue]) => 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  const contrast = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  const pixels = (x, y, width, height) => {
    const { data } = pen.getImageData(x, y, Math.max(1, width), Math.max(1, height));
    return Array.from({ length: data.length / 4 }, (_, index) => luminance(data.subarray(index * 4, index * 4 + 3)));
  };

  return numbers.map(({ day, color, x, y, width, height }) => {
    pen.fillStyle = color;
    pen.fillRect(0, 0, 1, 1);
    const [ink] = pixels(0, 0, 1, 1);
    pen.drawImage(bitmap, 0, 0);
    const behind = pixels(Math.round(x), Math.round(y), Math.round(width), Math.round(height));
    const ratios = behind.map((ground) => contrast(ink, ground)).sort((a, b) => a - b);
    return { day, color, ratio: ratios[Math.floor(ratios.length * stray)] };
  });
}
