// Pages as they are printed: the PDF that Chromium makes, shown by its own viewer.
import { createServer } from "node:http";

const PAGES = 4;
/** A sheet of A4 at this width, with the viewer's frame. */
const WINDOW = { width: 560, height: 796 };
/** About what browsers give a page that asks for nothing else. */
const MARGIN = { top: "12mm", right: "12mm", bottom: "12mm", left: "12mm" };
const PATIENCE_MS = 10_000;

/** Returns a row of pictures for each page: its first sheets of paper. */
export async function printed(browser, site, pages) {
  const documents = new Map();
  const server = createServer((request, response) => respond(documents, request, response));
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const viewer = `http://127.0.0.1:${server.address().port}`;
  try {
    const rows = [];
    for (const { title, path } of pages) {
      const pdf = await print(browser, site.url + path);
      const count = pageCount(pdf);
      documents.set(`/${rows.length}.pdf`, pdf);
      const shots = [];
      for (let number = 1; number <= Math.min(count, PAGES); number++) {
        const picture = await pictureOf(browser, `${viewer}/${rows.length}?${number}`);
        shots.push({ picture, caption: `sheet ${number} of ${count}` });
      }
      rows.push({ title, shots });
    }
    return rows;
  } finally {
    server.close();
  }
}

async function print(browser, url) {
  const page = await browser.newPage({ locale: "sv-SE", timezoneId: "Europe/Stockholm" });
  try {
    await page.goto(url);
    await page.evaluate(() => {
      for (const image of document.images) image.loading = "eager";
      return Promise.all([document.fonts.ready, ...[...document.images].map((image) => image.decode().catch(() => {}))]);
    });
    return await page.pdf({ format: "A4", preferCSSPageSize: true, margin: MARGIN });
  } finally {
    await page.close();
  }
}

const pageCount = (pdf) => pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g).length;

/** Answers with a PDF, or with a page that holds nothing but the viewer, at one sheet of the PDF. */
function respond(documents, { url }, response) {
  const pdf = documents.get(url);
  if (pdf) return response.writeHead(200, { "Content-Type": "application/pdf" }).end(pdf);
  const [name, number] = url.split("?");
  const address = `${name}.pdf#page=${number}&toolbar=0&navpanes=0&view=Fit`;
  const style = "body{margin:0;background:#fff}embed{display:block;inline-size:100vw;block-size:100vh}";
  response.writeHead(200, { "Content-Type": "text/html" });
  return response.end(`<!doctype html><style>${style}</style><embed type="application/pdf" src="${address}">`);
}

/** Waits until the viewer has drawn: until a picture is not blank, and the next one is the same. */
async function pictureOf(browser, url) {
  const page = await browser.newPage({ viewport: WINDOW });
  try {
    await page.goto(url);
    const deadline = Date.now() + PATIENCE_MS;
    let last;
    for (;;) {
      await new Promise((later) => setTimeout(later, 300));
      const picture = (await page.screenshot()).toString("base64");
      if ((picture === last && picture.length > 8_000) || Date.now() > deadline) return picture;
      last = picture;
    }
  } finally {
    await page.close();
  }
}
