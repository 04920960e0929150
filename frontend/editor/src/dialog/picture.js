// What a picture shows, for those who do not see it, and the words beneath it.
import { NodeSelection } from "prosemirror-state";
import { ask } from "./form.js";

/** The picture that is selected. */
export function pictureAt({ selection }) {
  const node = selection instanceof NodeSelection ? selection.node : null;
  return node && ["picture", "image"].includes(node.type.name) ? node : null;
}

/** Asks for the words of the selected picture. */
export async function editPicture(view) {
  const node = pictureAt(view.state);
  if (!node) return;
  const pos = view.state.selection.from;
  const isBlock = node.type.name === "picture";
  const hint = "Lämna tomt om bilden bara är till för utseendet.";
  const answer = await ask({
    title: "Bildens texter",
    fields: [
      { name: "alt", label: "Beskriv bilden för den som inte ser den", value: node.attrs.alt, hint, type: "textarea" },
      ...(isBlock ? [{ name: "caption", label: "Bildtext under bilden", value: node.attrs.caption }] : []),
    ],
    submit: "Spara texterna",
  });
  if (view.isDestroyed) return;
  // The text may have changed meanwhile; only the same picture gets the words.
  if (answer && view.state.doc.nodeAt(pos)?.eq(node)) {
    const tr = view.state.tr.setNodeMarkup(pos, null, { ...node.attrs, ...answer });
    view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, pos)));
  }
  view.focus();
}
