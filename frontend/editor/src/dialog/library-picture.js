// Adds a picture of the library to the text: one dialog chooses it, another shows its texts.
//
// A text carries the words of its pictures itself, since it is rendered, exported and sent to feeds without asking the
// library. So the library's words are a beginning here, which the writer sees before they are added.
import { choosePicture } from "../library/choose.js";
import { showForm } from "./form.js";

/** Resolves to `{ src, alt, caption }`, or to null when it was cancelled. */
export async function addFromLibrary() {
  const picture = await choosePicture();
  if (!picture) return null;
  const { address, alt, caption, credit } = picture;
  const hint = "Lämna tomt om bilden bara är till för utseendet.";
  const values = await showForm({
    title: "Bildens texter",
    fields: [
      { name: "alt", label: "Beskriv bilden för den som inte ser den", value: alt, hint, type: "textarea" },
      { name: "caption", label: "Bildtext under bilden", value: withCredit(caption, credit) },
    ],
    submit: "Lägg till bilden",
  });
  return values && { src: address, ...values };
}

function withCredit(caption, credit) {
  if (!credit) return caption;
  const end = !caption || /[.!?…”]$/.test(caption) ? "" : ".";
  return `${caption}${end} Foto: ${credit}`.trim();
}
