// Markdown tables: a header row, a row with the alignment of the columns, and the other rows.

const RULES = { left: ":---", center: ":---:", right: "---:" };

/** Returns the lines of a table; `serializeCell` writes a cell. */
export function tableLines(table, serializeCell) {
  const rows = table.children.map((row) => row.children.map((cell) => serializeCell(cell).trim()));
  const width = Math.max(...rows.map(({ length }) => length));
  const head = table.firstChild.children;
  const rule = Array.from({ length: width }, (_, column) => RULES[head[column]?.attrs.align] ?? "---");
  const line = (cells) => `| ${Array.from({ length: width }, (_, column) => cells[column] ?? "").join(" | ")} |`;
  return [line(rows[0]), `|${rule.join("|")}|`, ...rows.slice(1).map(line)];
}
