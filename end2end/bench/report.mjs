// What was measured, each beside its target.

export class Report {
  #rows = [];

  /** A value with the most it may be; without that it is only told. */
  atMost(what, value, unit, most) {
    const shown = Math.abs(value) < 100 ? Math.round(value * 10) / 10 : Math.round(value);
    this.#add(what, `${shown} ${unit}`, most === undefined ? null : { words: `≤ ${most} ${unit}`, isMet: shown <= most });
  }

  /** A ratio of two values of the same run, which does not depend on how fast the machine is, with the least it may be. */
  ratio(what, ratio, least) {
    const shown = Math.round(ratio * 100) / 100;
    this.#add(what, `${shown} ×`, least === undefined ? null : { words: `≥ ${least} ×`, isMet: shown >= least });
  }

  /** A ratio with the most it may be. */
  ratioAtMost(what, ratio, most) {
    const shown = Math.round(ratio * 100) / 100;
    this.#add(what, `${shown} ×`, { words: `≤ ${most} ×`, isMet: shown <= most });
  }

  #add(what, value, target) {
    this.#rows.push([what, target?.words ?? "", value, target ? (target.isMet ? "yes" : "NO") : ""]);
    console.error(`${what}: ${value}`);
  }

  /** How many targets are missed. */
  get missed() {
    return this.#rows.filter(([, , , met]) => met === "NO").length;
  }

  toString() {
    const cells = [["measured", "target", "value", "met"], ["---", "---", "---", "---"], ...this.#rows];
    const widths = cells[0].map((_, column) => Math.max(...cells.map((row) => row[column].length)));
    const line = (row) => `| ${row.map((cell, column) => (cell === "---" ? "-".repeat(widths[column]) : cell.padEnd(widths[column]))).join(" | ")} |`;
    return cells.map(line).join("\n");
  }
}
