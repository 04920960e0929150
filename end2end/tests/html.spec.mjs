// The HTML of every kind of page is valid as the server sends it.
import { HtmlValidate } from "html-validate";
import { sitePages } from "../support/site-pages.mjs";
import { expect, test } from "../support/page.mjs";

const validator = new HtmlValidate({
  extends: ["html-validate:standard", "html-validate:document"],
  rules: {
    // The standard allows both.
    "doctype-style": "off",
    "void-style": "off",
    "no-trailing-whitespace": "off",
    // Only needed for files of other sites; there are none.
    "require-sri": "off",
  },
});

test("every kind of page is valid", async ({ site }) => {
  for (const { kind, path } of await sitePages(site)) {
    const html = await (await fetch(site.url + path)).text();
    const report = await validator.validateString(html);
    const faults = report.results.flatMap(({ messages }) => messages);
    const words = faults.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`);
    expect.soft(words, `${kind} (${path})`).toEqual([]);
  }
});
