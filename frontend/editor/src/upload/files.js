// Picture files: dropped, pasted or chosen.
import { element } from "../element.js";

/** A telephone converts its own format (HEIC) to one of these. */
const ACCEPTED = "image/jpeg,image/png,image/webp,image/svg+xml";

/** Returns the pictures of a drop or the clipboard. */
export const picturesOf = (data) => [...(data?.files ?? [])].filter(({ type }) => type.startsWith("image/"));

/** Returns a file input that calls `chosen` with the files. */
export function filePicker(chosen, { multiple = false } = {}) {
  // As part of the page's form the file would be sent with it.
  const input = element("input", { type: "file", accept: ACCEPTED, multiple, hidden: true, form: "" });
  for (const name of ["input", "change"]) input.addEventListener(name, (event) => event.stopPropagation());
  input.addEventListener("change", () => {
    const files = [...input.files];
    input.value = "";
    if (files.length) chosen(files);
  });
  return input;
}
