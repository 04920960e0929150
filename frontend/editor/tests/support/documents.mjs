// Generators of every kind of document that the editor can make.
import fc from "fast-check";
import { schema } from "../../src/schema.js";
import { mayBeTight } from "../../src/markdown/serialize.js";

const n = (type, attrs, content) => schema.node(type, attrs, content);
const unit = fc.constantFrom(..."aåäö19 ,.–-*_#>|`~![]()<&\\^:\"”+='/!?é😀 ");
const words = fc.string({ unit, minLength: 1, maxLength: 14 }).map((text) => text.replace(/\s+/g, " ").trim() || "ord");
const label = fc.constantFrom("1", "not", "å");
const address = fc.oneof(
  fc.constantFrom(
    "/om",
    "https://example.org/?a=1&b=2",
    "mailto:a@example.org",
    "/a_(b)_c",
    "/(",
    "/a b",
    "/&copy;",
    "tel:112",
    "",
  ),
  fc.string({ unit: fc.constantFrom(..."a/()<>&;*_\\ [].å"), maxLength: 10 }).map((text) => text.trim()),
);
const source = fc.constantFrom("/media/1/960.webp", "/media/2/480.webp", "https://example.org/a.png");
const caption = fc.option(words, { nil: "" });

const marks = fc
  .record({
    link: fc.option(address, { nil: null, freq: 4 }),
    set: fc.subarray(["em", "strong", "strike"]),
    code: fc.integer({ max: 6, min: 0 }),
  })
  .map(({ link, set, code }) => [
    ...(link === null ? [] : [schema.mark("link", { href: link, title: "" })]),
    ...(code === 0 ? [schema.mark("code")] : set.map((name) => schema.mark(name))),
  ]);
const text = fc
  .tuple(words, fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: marks }))
  .map(([value, on]) => {
    const isCode = on.some(({ type }) => type.name === "code");
    if (on.length && [...value].length === 1) return schema.text(`${value}ord`, on);
    return schema.text(isCode ? value.replace(/[`\]]/g, "k") : value, on);
  });
const image = fc.record({ src: source, alt: caption, title: caption }).map((attrs) => n("image", attrs));
const note = label.map((name) => n("footnote_ref", { label: name }));
const space = fc.constant(schema.text(" "));

/** Removes what Markdown cannot express: spaces beside a line break, and `*` beside `**`. */
const trimmed = (loose) => {
  const parts = loose.flatMap((node, i) =>
    node.marks.length && loose[i - 1]?.marks.length ? [schema.text(" + "), node] : [node],
  );
  const bare = (node) => node?.text === " ";
  const isBreak = (node) => node?.type.name === "hard_break";
  let rest = parts;
  for (
    let at = -1;
    (at = rest.findIndex(
      (node, i) => bare(node) && (bare(rest[i + 1]) || isBreak(rest[i + 1]) || isBreak(rest[i - 1])),
    )) >= 0;
  )
    rest = rest.toSpliced(at, 1);
  return rest;
};

/** Inline content with or without spaces between its parts, beginning and ending with text. */
const line = (breaks) =>
  fc
    .array(
      fc.oneof(
        { weight: 6, arbitrary: text },
        { weight: 2, arbitrary: space },
        image,
        note,
        ...(breaks ? [fc.constant(n("hard_break"))] : []),
      ),
      { minLength: 1, maxLength: 5 },
    )
    .map((parts) => trimmed([schema.text("A"), ...parts, schema.text("b")]));
const start = fc.tuple(fc.boolean(), words).map(([has, value]) => (has ? [schema.text(value)] : []));

const paragraph = fc.oneof(
  { weight: 3, arbitrary: line(true).map((content) => n("paragraph", null, content)) },
  { weight: 2, arbitrary: words.map((value) => n("paragraph", null, schema.text(value))) },
  { weight: 1, arbitrary: text.map((node) => n("paragraph", null, node)) },
);
const heading = fc
  .tuple(fc.integer({ min: 1, max: 6 }), start, line(false), words)
  .map(([level, first, content, last]) => n("heading", { level }, [...first, ...content, schema.text(last)]));
const code = fc
  .tuple(fc.constantFrom("", "js"), fc.string({ unit: fc.constantFrom(..."ab `~\n "), maxLength: 20 }))
  .map(([info, value]) => n("code_block", { info }, value ? schema.text(value) : []));
const picture = fc.record({ src: source, alt: caption, caption }).map((attrs) => n("picture", attrs));
const rule = fc.constant(n("horizontal_rule"));
const table = fc
  .tuple(
    fc.integer({ min: 1, max: 3 }),
    fc.integer({ min: 1, max: 3 }),
    fc.array(line(false), { minLength: 9, maxLength: 9 }),
    fc.array(fc.constantFrom(null, "left", "center", "right"), { minLength: 3, maxLength: 3 }),
  )
  .map(([width, height, lines, aligns]) =>
    n(
      "table",
      null,
      Array.from({ length: height }, (_, row) =>
        n(
          "table_row",
          null,
          Array.from({ length: width }, (__, column) =>
            n(
              row ? "table_cell" : "table_header",
              { align: aligns[column] },
              n("cell_line", null, lines[row * 3 + column]),
            ),
          ),
        ),
      ),
    ),
  );

/** Blocks. Neighbouring lists, which Markdown would join, get different markers, which are not compared. */
const { block } = fc.letrec((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    paragraph,
    heading,
    code,
    picture,
    rule,
    table,
    tie("quote"),
    tie("bullets"),
    tie("numbers"),
  ),
  blocks: fc.array(tie("block"), { minLength: 1, maxLength: 3 }),
  quote: tie("blocks").map((content) => n("blockquote", null, content)),
  items: fc
    .array(
      fc.tuple(paragraph, fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: tie("blocks") })),
      { minLength: 1, maxLength: 3 },
    )
    .map((items) => items.map(([first, rest]) => n("list_item", null, [first, ...rest]))),
  bullets: tie("items").map((items) => tight(n("bullet_list", null, items))),
  numbers: fc
    .tuple(tie("items"), fc.constantFrom(0, 1, 2, 9, 99))
    .map(([items, order]) => tight(n("ordered_list", { order }, items))),
}));

const tight = (list) => list.type.create({ ...list.attrs, tight: mayBeTight(list) }, list.content);

const notes = fc.array(fc.array(block, { minLength: 1, maxLength: 2 }), { minLength: 3, maxLength: 3 });

/** All footnotes that may be referred to are at the end. */
export const documents = fc
  .tuple(fc.array(block, { minLength: 1, maxLength: 5 }), paragraph, notes)
  .map(([blocks, first, bodies]) =>
    n("doc", null, [
      ...blocks,
      ...["1", "not", "å"].map((name, i) => n("footnote", { label: name }, [first, ...bodies[i]])),
    ]),
  );
