// Gives all rows of a table the same number of cells: Markdown has neither merged cells nor nested tables.

const MAX_SPAN = 50;

export function normalizeTables(body) {
  for (const inner of body.querySelectorAll("table table")) inner.replaceWith(` ${inner.textContent} `);
  for (const table of body.querySelectorAll("table")) {
    const caption = table.caption;
    if (caption) table.before(...caption.childNodes);
    caption?.remove();
    const rows = [...table.rows];
    rows.forEach((row, at) => {
      for (const cell of [...row.cells]) {
        const columns = span(cell, "colspan");
        const column = cell.cellIndex;
        for (let i = 1; i < columns; i += 1) cell.after(empty(cell));
        for (let down = 1; down < span(cell, "rowspan"); down += 1) {
          const below = rows[at + down];
          for (let i = 0; below && i < columns; i += 1) below.insertBefore(empty(cell), below.cells[column] ?? null);
        }
      }
    });
    const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
    for (const row of rows) while (row.cells.length < width) row.append(body.ownerDocument.createElement("td"));
  }
}

const span = (cell, name) => Math.min(MAX_SPAN, Number(cell.getAttribute(name)) || 1);
const empty = (cell) => cell.ownerDocument.createElement("td");
