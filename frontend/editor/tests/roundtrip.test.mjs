// Markdown → document → Markdown changes nothing.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { read, textOf } from "../src/markdown/index.js";
import { write } from "../src/markdown/write.js";
import { documents } from "./support/documents.mjs";
import { CORPUS } from "./support/markdown.mjs";

const DEMO = new URL("../../../server/demo/", import.meta.url).pathname;
const demo = readdirSync(DEMO, { recursive: true })
  .filter((name) => name.endsWith(".md"))
  .map((name) => [name, readFileSync(join(DEMO, name), "utf8").replace(/^\+\+\+\n.*?\n\+\+\+\n/s, "")]);

const through = (text) => {
  const { doc, spelling } = read(text);
  return textOf(doc, spelling);
};
const raws = (doc) => doc.children.filter(({ type }) => type.name === "raw").map(({ textContent }) => textContent);
const plain = (doc) => JSON.stringify(doc, (name, value) => (name === "mark" || name === "tight" ? undefined : value));

test("the demo's texts come back byte for byte", () => {
  assert.ok(demo.length >= 60);
  for (const [name, text] of demo) assert.equal(through(text), text, name);
});

test("the demo's texts hold nothing that the editor does not know", () => {
  for (const [name, text] of demo) assert.deepEqual(raws(read(text).doc), [], name);
});

test("the demo's texts, spelt anew, are spelt as they were", () => {
  for (const [name, text] of demo) assert.equal(write(read(text).doc), text.trim(), name);
});

test("other spellings come back byte for byte, and say the same when spelt anew", () => {
  for (const text of CORPUS) {
    assert.equal(through(text), text);
    const { doc } = read(text);
    const anew = write(doc);
    assert.equal(plain(read(anew).doc), plain(doc), text);
    assert.equal(write(read(anew).doc), anew, text);
  }
});

test("what is known is no raw text", () => {
  for (const text of CORPUS) assert.deepEqual(raws(read(text).doc), [], text);
});

test("what the schema does not know stays as raw text", () => {
  for (const text of ["<div>\n*så*\n</div>", "- # Rubrik", "[a]: /om", "> [^1]: not", "- > citat", "<!-- dold -->"]) {
    assert.deepEqual(raws(read(text).doc), [text]);
    assert.equal(through(`Före\n\n${text}\n\nEfter\n`), `Före\n\n${text}\n\nEfter\n`);
  }
});

test("documents survive being written and read", () => {
  fc.assert(
    fc.property(documents, (doc) => {
      doc.check();
      const text = write(doc);
      const again = read(text);
      assert.equal(plain(again.doc), plain(doc), text);
      assert.equal(write(again.doc), text);
      assert.equal(textOf(again.doc, again.spelling), text);
    }),
    { numRuns: 1500 },
  );
});

test("any text at all comes back byte for byte, also when strange", () => {
  const marks = fc.string({ unit: fc.constantFrom(...'-*_#>|`~![]()<&\\^: \n\ta0–".+='), maxLength: 120 });
  fc.assert(
    fc.property(fc.oneof(marks, fc.string({ unit: "grapheme", maxLength: 120 })), (text) => {
      assert.equal(through(text), text.replace(/\r\n?/g, "\n"));
    }),
    { numRuns: 4000 },
  );
});

test("any text, spelt anew, is stable", () => {
  const marks = fc.string({ unit: fc.constantFrom(...'-*_#>|`~![]()<&\\^: \na0–".+='), maxLength: 60 });
  fc.assert(
    fc.property(marks, (text) => {
      const once = write(read(text).doc);
      assert.equal(through(once), once);
    }),
    { numRuns: 2000 },
  );
});

test("a change in one block leaves the others as they were", () => {
  const text = "\nEn _rad_\nsom bryts.\n\n\n* ett\n* två\n\nSlut __här__.\n\n";
  const { doc, spelling } = read(text);
  const { schema } = doc.type;
  const changed = doc.copy(doc.content.replaceChild(2, schema.node("paragraph", null, schema.text("Nytt *slut*."))));
  assert.equal(textOf(changed, spelling), "\nEn _rad_\nsom bryts.\n\n\n* ett\n* två\n\nNytt \\*slut\\*.\n\n");
});

test("two lists that come to stand side by side stay two", () => {
  const { doc, spelling } = read("- a\n\nb\n\n- c\n");
  const text = textOf(
    doc.copy(doc.content.cut(0, doc.child(0).nodeSize).append(doc.content.cut(doc.child(0).nodeSize + 3))),
    spelling,
  );
  assert.equal(text, "- a\n\n* c\n");
});
