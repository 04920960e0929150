// The alternative text and the caption of a picture in the text, in a dialog.
import { NodeSelection } from "prosemirror-state";
import { showForm } from "./form.js";

/** Returns the selected picture, if one is. */
export function pictureAt({ selection }) {
  const node = selection instanceof NodeSelection ? selection.node : null;
  return node && ["picture", "image"].includes(node.type.name) ? node : null;
}

/** Shows the dialog for the selected picture. */
export async function editPicture(view) {
  const node = pictureAt(view.state);
  if (!node) return;
  const pos = view.state.selection.from;
  const isBlock = node.type.name === "picture";
  const hint = "Lämna tomt om bilden bara är till för utseendet.";
  const values = await showForm({
    title: "Bildens texter",
    fields: [
      { name: "alt", label: "Beskriv bilden för den som inte ser den", value: node.attrs.alt, hint, type: "textarea" },
      ...(isBlock ? [{ name: "caption", label: "Bildtext under bilden", value: node.attrs.caption }] : []),
    ],
    submit: "Spara texterna",
  });
  if (view.isDestroyed) return;
  // The text may have changed meanwhile; only the same picture gets the texts.
  if (values && view.state.doc.nodeAt(pos)?.eq(node)) {
    const tr = view.state.tr.setNodeMarkup(pos, null, { ...node.attrs, ...values });
    view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, pos)));
  }
  view.focus();
}
