// Markdown → document → Markdown changes nothing.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { parse, toMarkdown } from "../src/markdown/index.js";
import { serialize } from "../src/markdown/serialize.js";
import { documents } from "./support/documents.mjs";
import { CORPUS } from "./support/markdown.mjs";

const DEMO = new URL("../../../server/demo/", import.meta.url).pathname;
const demo = readdirSync(DEMO, { recursive: true })
  .filter((name) => name.endsWith(".md"))
  .map((name) => [name, readFileSync(join(DEMO, name), "utf8").replace(/^\+\+\+\n.*?\n\+\+\+\n/s, "")]);

const through = (text) => {
  const { doc, original } = parse(text);
  return toMarkdown(doc, original);
};
const raws = (doc) => doc.children.filter(({ type }) => type.name === "raw").map(({ textContent }) => textContent);
const plain = (doc) => JSON.stringify(doc, (name, value) => (name === "mark" || name === "tight" ? undefined : value));

test("the demo's texts are saved byte for byte", () => {
  assert.ok(demo.length >= 60);
  for (const [name, text] of demo) assert.equal(through(text), text, name);
});

test("the demo's texts have nothing that the schema lacks", () => {
  for (const [name, text] of demo) assert.deepEqual(raws(parse(text).doc), [], name);
});

test("serializing the demo's texts gives the same Markdown", () => {
  for (const [name, text] of demo) assert.equal(serialize(parse(text).doc), text.trim(), name);
});

test("other Markdown styles are saved byte for byte, and mean the same when serialized", () => {
  for (const text of CORPUS) {
    assert.equal(through(text), text);
    const { doc } = parse(text);
    const anew = serialize(doc);
    assert.equal(plain(parse(anew).doc), plain(doc), text);
    assert.equal(serialize(parse(anew).doc), anew, text);
  }
});

test("what the schema has is not kept as raw text", () => {
  for (const text of CORPUS) assert.deepEqual(raws(parse(text).doc), [], text);
});

test("what the schema lacks is kept as raw text", () => {
  for (const text of ["<div>\n*så*\n</div>", "- # Rubrik", "[a]: /om", "> [^1]: not", "- > citat", "<!-- dold -->"]) {
    assert.deepEqual(raws(parse(text).doc), [text]);
    assert.equal(through(`Före\n\n${text}\n\nEfter\n`), `Före\n\n${text}\n\nEfter\n`);
  }
});

test("documents survive serializing and parsing", () => {
  fc.assert(
    fc.property(documents, (doc) => {
      doc.check();
      const text = serialize(doc);
      const again = parse(text);
      assert.equal(plain(again.doc), plain(doc), text);
      assert.equal(serialize(again.doc), text);
      assert.equal(toMarkdown(again.doc, again.original), text);
    }),
    { numRuns: 1500 },
  );
});

test("any text at all is saved byte for byte", () => {
  const marks = fc.string({ unit: fc.constantFrom(...'-*_#>|`~![]()<&\\^: \n\ta0–".+='), maxLength: 120 });
  fc.assert(
    fc.property(fc.oneof(marks, fc.string({ unit: "grapheme", maxLength: 120 })), (text) => {
      assert.equal(through(text), text.replace(/\r\n?/g, "\n"));
    }),
    { numRuns: 4000 },
  );
});

test("serializing any text twice gives the same Markdown", () => {
  const marks = fc.string({ unit: fc.constantFrom(...'-*_#>|`~![]()<&\\^: \na0–".+='), maxLength: 60 });
  fc.assert(
    fc.property(marks, (text) => {
      const once = serialize(parse(text).doc);
      assert.equal(through(once), once);
    }),
    { numRuns: 2000 },
  );
});

test("a change in one block leaves the others as they were", () => {
  const text = "\nEn _rad_\nsom bryts.\n\n\n* ett\n* två\n\nSlut __här__.\n\n";
  const { doc, original } = parse(text);
  const { schema } = doc.type;
  const changed = doc.copy(doc.content.replaceChild(2, schema.node("paragraph", null, schema.text("Nytt *slut*."))));
  assert.equal(toMarkdown(changed, original), "\nEn _rad_\nsom bryts.\n\n\n* ett\n* två\n\nNytt \\*slut\\*.\n\n");
});

test("two lists that become neighbours stay two", () => {
  const { doc, original } = parse("- a\n\nb\n\n- c\n");
  const text = toMarkdown(
    doc.copy(doc.content.cut(0, doc.child(0).nodeSize).append(doc.content.cut(doc.child(0).nodeSize + 3))),
    original,
  );
  assert.equal(text, "- a\n\n* c\n");
});
