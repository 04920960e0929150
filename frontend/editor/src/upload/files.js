// Picture files: dropped, pasted or chosen.
import { element } from "../element.js";

/** What the server takes, and what a browser may make a JPEG of. A computer greys out what is not listed. */
const ACCEPTED = "image/jpeg,image/png,image/webp,image/gif,image/svg+xml,image/heic,image/heif,image/avif,.heic,.heif,.avif";
/** Formats that not every server takes. Some systems know their endings, but not their types. */
const CONVERTED = /^image\/(heic|heif|avif)/;
const CONVERTED_NAME = /\.(heic|heif|avif)$/i;

/** Returns whether a file has to become another format before it is sent, if the browser can decode it. */
export const needsConversion = ({ type, name }) => CONVERTED.test(type) || CONVERTED_NAME.test(name);

/** Returns the pictures of a drop or the clipboard. */
export const picturesOf = (data) =>
  [...(data?.files ?? [])].filter((file) => file.type.startsWith("image/") || needsConversion(file));

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
