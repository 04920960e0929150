// How the writer spelt it. Much can be written in more than one way in Markdown: `*` or `_`, `-` or `*`, long lines or
// short. A block that nobody has changed goes back as it came, byte for byte.

export class Spelling {
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
    this.places = new Map();
    this.blocks.forEach((block, i) => this.places.set(block.key, [...(this.places.get(block.key) ?? []), i]));
  }

  /**
   * The text of a document. `fresh` writes the block at a place for the first time. Where a block was moved or its
   * neighbour changed, a blank line parts the two.
   */
  text(doc, fresh) {
    const seen = new Map();
    let out = "";
    let before = null;
    let changed = doc.childCount !== this.blocks.length;
    doc.forEach((node, _, i) => {
      const name = key(node);
      const places = this.places.get(name) ?? [];
      const count = seen.get(name) ?? 0;
      seen.set(name, count + 1);
      const place = places[Math.min(count, places.length - 1)];
      const follows = place !== undefined && before !== null && place === before + 1;
      // Two lists of one kind side by side need marks that differ, and only a fresh spelling sees to that.
      const joins = i > 0 && !follows && node.type.name.endsWith("_list") && doc.child(i - 1).type === node.type;
      const source = place === undefined || joins ? fresh(node, i) : this.blocks[place].source;
      if (place !== i) changed = true;
      if (source) out += (out ? (follows ? this.blocks[before].gap : "\n\n") : "") + source;
      before = place ?? null;
    });
    if (!out) return this.blocks.length ? "" : this.head + this.tail;
    return (changed && !this.blocks.length ? "" : this.head) + out + this.tail;
  }
}

const key = (node) => JSON.stringify(node);
