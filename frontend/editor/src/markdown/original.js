// The original source of each block. Much can be written in more than one way in Markdown: `*` or `_`, `-` or `*`, long
// lines or short. A block that nobody has changed is saved byte for byte as it was.

export class Original {
  constructor(lines, found, nodes) {
    const at = (start, end) => lines.slice(start, end);
    const last = found.length - 1;
    this.head = at(0, found[0]?.start ?? 0)
      .map((line) => `${line}\n`)
      .join("");
    this.tail =
      last < 0
        ? lines.join("\n")
        : at(found[last].end, lines.length)
            .map((line) => `\n${line}`)
            .join("");
    this.blocks = found.map(({ start, end }, i) => {
      const gap = i === last ? [] : at(end, found[i + 1].start);
      return {
        key: key(nodes[i]),
        source: at(start, end).join("\n"),
        gap: `\n${gap.map((line) => `${line}\n`).join("")}`,
      };
    });
    this.indexes = new Map();
    this.blocks.forEach((block, i) => this.indexes.set(block.key, [...(this.indexes.get(block.key) ?? []), i]));
  }

  /**
   * Writes a document. `serialize` writes a block that is new or changed. Where a block was moved or its neighbour
   * changed, a blank line separates the two.
   */
  text(doc, serialize) {
    const seen = new Map();
    let out = "";
    let before = null;
    let changed = doc.childCount !== this.blocks.length;
    doc.forEach((node, _, i) => {
      const name = key(node);
      const indexes = this.indexes.get(name) ?? [];
      const count = seen.get(name) ?? 0;
      seen.set(name, count + 1);
      const index = indexes[Math.min(count, indexes.length - 1)];
      const follows = index !== undefined && before !== null && index === before + 1;
      // Two lists of one kind side by side need marks that differ, which the original source may not have.
      const joins = i > 0 && !follows && node.type.name.endsWith("_list") && doc.child(i - 1).type === node.type;
      const source = index === undefined || joins ? serialize(node, i) : this.blocks[index].source;
      if (index !== i) changed = true;
      if (source) out += (out ? (follows ? this.blocks[before].gap : "\n\n") : "") + source;
      before = index ?? null;
    });
    if (!out) return this.blocks.length ? "" : this.head + this.tail;
    return (changed && !this.blocks.length ? "" : this.head) + out + this.tail;
  }
}

const key = (node) => JSON.stringify(node);
