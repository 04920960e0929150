// Marks the paragraph of a quotation that the renderer takes for its source: the last one, if only it begins with a dash.
import { Plugin } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";

const isDashed = (node) =>
  node.type.name === "paragraph" && !node.firstChild?.marks.length && /^[–—]\s/.test(node.textContent);

export const sources = new Plugin({
  props: {
    decorations({ doc }) {
      const found = [];
      doc.descendants((node, pos) => {
        if (node.type.name !== "blockquote" || node.childCount < 2 || !isDashed(node.lastChild)) return;
        if (node.children.filter(isDashed).length > 1) return;
        const end = pos + node.nodeSize - 1;
        found.push(Decoration.node(end - node.lastChild.nodeSize, end, { class: "source" }));
      });
      return DecorationSet.create(doc, found);
    },
  },
});
