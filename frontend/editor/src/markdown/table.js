// A table as Markdown has it: a row of headings, a row that says how the columns stand, and the rest.

const RULES = { left: ":---", center: ":---:", right: "---:" };

/** The lines of a table; `words` writes a cell. */
export function tableLines(table, words) {
  const rows = table.children.map((row) => row.children.map((cell) => words(cell).trim()));
  const width = Math.max(...rows.map(({ length }) => length));
  const head = table.firstChild.children;
  const rule = Array.from({ length: width }, (_, column) => RULES[head[column]?.attrs.align] ?? "---");
  const line = (cells) => `| ${Array.from({ length: width }, (_, column) => cells[column] ?? "").join(" | ")} |`;
  return [line(rows[0]), `|${rule.join("|")}|`, ...rows.slice(1).map(line)];
}
