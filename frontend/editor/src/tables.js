// Keeps tables as Markdown has them: only the first row is a header, and it decides the alignment of its columns.
import { Plugin } from "prosemirror-state";
import {
  addColumnAfter,
  addRowAfter,
  deleteColumn,
  deleteRow,
  deleteTable,
  isInTable,
  tableEditing,
} from "prosemirror-tables";
import { schema } from "./schema.js";

const { table_header: header, table_cell: cell } = schema.nodes;

const normalize = new Plugin({
  appendTransaction(transactions, _, { doc, tr }) {
    if (!transactions.some(({ docChanged }) => docChanged)) return null;
    doc.descendants((node, pos) => {
      if (node.type.name !== "table") return true;
      const aligns = node.firstChild.children.map(({ attrs }) => attrs.align);
      node.forEach((row, offset, index) =>
        row.forEach((one, at, column) => {
          const type = index === 0 ? header : cell;
          const attrs = { ...one.attrs, colspan: 1, rowspan: 1, colwidth: null, align: aligns[column] ?? null };
          const same = Object.keys(attrs).every((name) => attrs[name] === one.attrs[name]);
          if (one.type !== type || !same) tr.setNodeMarkup(pos + offset + at + 2, type, attrs);
        }),
      );
      return false;
    });
    return tr.docChanged ? tr : null;
  },
});

export const tables = [normalize, tableEditing()];

export const TABLE_BUTTONS = [
  { name: "Rad under", text: true, run: addRowAfter },
  { name: "Kolumn efter", text: true, run: addColumnAfter },
  { name: "Ta bort rad", text: true, run: deleteRow },
  { name: "Ta bort kolumn", text: true, run: deleteColumn },
  { name: "Ta bort tabell", text: true, run: deleteTable },
];

export { isInTable };
