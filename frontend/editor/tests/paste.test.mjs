// Pasted HTML is cleaned to what the schema allows.
import assert from "node:assert/strict";
import { test } from "node:test";
import { JSDOM } from "jsdom";
import { DOMParser as Parser } from "prosemirror-model";
import { parseUrl } from "../src/urls.js";
import { parse } from "../src/markdown/index.js";
import { serialize } from "../src/markdown/serialize.js";
import { clean } from "../src/paste/clean.js";
import { schema } from "../src/schema.js";
import { CLIPBOARD } from "./support/clipboard.mjs";

const { window } = new JSDOM("");
globalThis.DOMParser = window.DOMParser;

for (const [name, html, markdown, pictures = 0] of CLIPBOARD) {
  test(name, () => {
    const cleaned = clean(html, "https://site.example");
    assert.ok(!/style=|class=|<script|<span|<font|<o:|<!--|on\w+=/i.test(cleaned.html), cleaned.html);
    assert.equal(cleaned.pictures, pictures);
    const { body } = new window.DOMParser().parseFromString(cleaned.html, "text/html");
    const doc = Parser.fromSchema(schema).parse(body);
    doc.check();
    assert.equal(serialize(doc), markdown, cleaned.html);
    assert.equal(serialize(parse(markdown).doc), markdown);
  });
}

test("a typed URL is completed or rejected", () => {
  for (const [typed, address] of [
    ["https://example.org/a?b=c", "https://example.org/a?b=c"],
    [" www.example.org ", "https://www.example.org"],
    ["example.org/om oss", null],
    ["åre.se", "https://åre.se"],
    ["/kontakt", "/kontakt"],
    ["//example.org", null],
    ["namn@example.org", "mailto:namn@example.org"],
    ["020-50 50 50", "tel:020505050"],
    ["+46 (0)20 12", "tel:+462012"],
    ["112", "tel:112"],
    ["javascript:alert(1)", null],
    ["java\tscript:alert(1)", null],
    ["data:text/html,x", null],
    ["https://", null],
    ["ord", null],
    ["", null],
  ])
    assert.equal(parseUrl(typed), address, typed);
});
