// Contact sheets: pages in rows, widths in columns, written as WebP by Chromium.
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("../../docs/look", import.meta.url));
const QUALITY = 18;
/** The side of a WebP has no more pixels than this. */
const MAX_SIDE = 16383;
const STYLE = `
  body { width: max-content; margin: 0; padding: 16px; background: #8d9499; font: 14px/1.3 sans-serif; color: #111 }
  h1 { margin: 0 0 12px; font-size: 22px }
  h2 { margin: 12px 0 4px; font-size: 16px }
  div { display: flex; align-items: start; gap: 12px }
  figure { margin: 0 }
  figcaption { font-size: 12px }
  img { display: block }`;

/** Writes the sheets, and counts what it has written. */
export class Sheets {
  written = { count: 0, bytes: 0 };
  #browser;

  constructor(browser) {
    this.#browser = browser;
    mkdirSync(FOLDER, { recursive: true });
  }

  /** Writes a sheet with a row for each page. */
  async write(name, title, rows) {
    const context = await this.#browser.newContext({ viewport: { width: 800, height: 600 } });
    try {
      const page = await context.newPage();
      await page.setContent(html(title, rows));
      const { width, height } = await page.evaluate(async () => {
        await Promise.all([...document.images].map((image) => image.decode()));
        return { width: document.body.offsetWidth, height: document.body.offsetHeight };
      });
      if (Math.max(width, height) > MAX_SIDE) throw new Error(`${name} is too large for a WebP: ${width} × ${height}`);
      const devtools = await context.newCDPSession(page);
      const clip = { x: 0, y: 0, width, height, scale: 1 };
      const options = { format: "webp", quality: QUALITY, clip, captureBeyondViewport: true };
      const { data } = await devtools.send("Page.captureScreenshot", options);
      const bytes = Buffer.from(data, "base64");
      writeFileSync(`${FOLDER}/${name}.webp`, bytes);
      this.written.count += 1;
      this.written.bytes += bytes.length;
      console.log(`${name}.webp: ${width} × ${height}, ${Math.round(bytes.length / 1000)} kB`);
    } finally {
      await context.close();
    }
  }
}

function html(title, rows) {
  const row = ({ title, shots }) => `<h2>${title}</h2><div>${shots.map(figure).join("")}</div>`;
  const figure = ({ picture, caption }) =>
    `<figure><figcaption>${caption}</figcaption><img src="data:image/png;base64,${picture}"></figure>`;
  return `<!doctype html><meta charset="utf-8"><style>${STYLE}</style><body><h1>${title}</h1>${rows.map(row).join("")}`;
}
