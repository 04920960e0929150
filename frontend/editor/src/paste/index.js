// Pasting: reduces the clipboard to what the schema allows.
import { Fragment, Slice } from "prosemirror-model";
import { Plugin } from "prosemirror-state";
import { schema } from "../schema.js";
import { normalizeText } from "../text.js";
import { clean } from "./clean.js";

const { paragraph } = schema.nodes;
const ADDRESS = /^https?:\/\/\S+$/;

/** Returns the labels of the footnotes that a text has. */
const noteLabels = ({ state }) =>
  state.doc.children.filter(({ type }) => type.name === "footnote").map(({ attrs }) => attrs.label);

export function paste(announce, canAdd) {
  return new Plugin({
    props: {
      transformPastedHTML(html, view) {
        // Copied from an editor like this one: it fits the schema already.
        if (/\sdata-pm-slice=/.test(html)) return html;
        const { html: cleaned, pictures } = clean(html, location.origin, noteLabels(view));
        if (pictures) {
          const what = pictures === 1 ? "En bild följde inte med." : `${pictures} bilder följde inte med.`;
          announce(canAdd ? `${what} Lägg till ${pictures === 1 ? "den" : "dem"} med knappen Bild.` : what);
        }
        return cleaned;
      },
      // In plain text a line is a paragraph, and what looks like markup stays text.
      clipboardTextParser(typed, $context, plain, view) {
        const text = normalizeText(typed);
        const marks = $context.marks();
        const lines = text.split(/(?:\r\n?|\n)+/).filter((line) => line.trim());
        const inline = (line) => schema.text(line.trim() === line || lines.length < 2 ? line : line.trim(), marks);
        if ($context.parent.type.spec.code)
          return Slice.maxOpen(Fragment.from(text ? schema.text(text.replace(/\r\n?/g, "\n")) : []));
        if (lines.length === 0) return text ? new Slice(Fragment.from(schema.text(" ")), 0, 0) : Slice.empty;
        return view && Slice.maxOpen(Fragment.from(lines.map((line) => paragraph.create(null, inline(line)))));
      },
      // A URL pasted over selected text makes a link of it.
      handlePaste(view, { clipboardData }) {
        const address = clipboardData.getData("text/plain").trim();
        const { from, to, empty, $from, $to } = view.state.selection;
        if (
          empty ||
          !ADDRESS.test(address) ||
          !$from.sameParent($to) ||
          !$from.parent.type.allowsMarkType(schema.marks.link)
        )
          return false;
        view.dispatch(view.state.tr.addMark(from, to, schema.mark("link", { href: address })));
        return true;
      },
    },
  });
}
