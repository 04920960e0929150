// The editor reads Markdown as the page does: the page's own tests (`app/src/markdown/cases_tests.rs`) read the same cases.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parse } from "../src/markdown/index.js";
import { serialize } from "../src/markdown/serialize.js";
import { reduced } from "./support/reduced.mjs";

const CASES = new URL("../../../app/src/markdown/cases.json", import.meta.url);

for (const { name, markdown, html } of JSON.parse(readFileSync(CASES, "utf8"))) {
  test(name, () => {
    const { doc } = parse(markdown);
    assert.equal(reduced(doc), html);
    assert.equal(reduced(parse(serialize(doc)).doc), html, "serialized and parsed again");
  });
}
